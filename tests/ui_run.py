"""The screens as Streamlit runs them inside a test, and what they show."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from streamlit.testing.v1 import AppTest
from ui_fake import FakeAssistant

import ui.chat
import ui.library
import ui.turn_view

APP = str(Path(__file__).resolve().parent.parent / "app.py")
SECONDS = 20


def chat_assistant(monkeypatch: pytest.MonkeyPatch, home: Path) -> FakeAssistant:
    """The invented assistant that the chat and the library ask; conversations are kept in ``home``."""
    monkeypatch.setenv("RAG_HOME", str(home))
    monkeypatch.delenv("RAG_DB", raising=False)
    fake = FakeAssistant()
    monkeypatch.setattr(ui.chat, "opened", lambda: fake)
    monkeypatch.setattr(ui.library, "opened", lambda: fake)
    monkeypatch.setattr(ui.turn_view, "PAUSE", 0)
    return fake


def opened_app(**params: str | list[str]) -> AppTest:
    """The whole application at the address with these parameters."""
    return _opened(AppTest.from_file(APP, default_timeout=SECONDS), params)


def opened_screen(screen: ModuleType, **params: str | list[str]) -> AppTest:
    """One screen alone at the address with these parameters, ``_`` standing for ``-``."""
    script = f"import {screen.__name__} as screen\n\nscreen.show()"
    dashed = {name.replace("_", "-"): value for name, value in params.items()}
    return _opened(AppTest.from_string(script, default_timeout=SECONDS), dashed)


def _opened(app: AppTest, params: dict[str, str | list[str]]) -> AppTest:
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html_of(app: AppTest) -> str:
    """All HTML that the screen drew itself."""
    return "\n".join(element.proto.body for element in app.get("html"))
