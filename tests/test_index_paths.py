from __future__ import annotations

from pathlib import Path

import pytest

from index.paths import index_home, state_home


def test_state_is_kept_in_the_project_unless_another_place_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RAG_HOME", raising=False)
    assert state_home() == Path(__file__).resolve().parent.parent / "var"
    monkeypatch.setenv("RAG_HOME", str(tmp_path))
    assert index_home() == tmp_path / "index"
