"""What every screen wears: the style sheet, the page script, and the line for trouble."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import streamlit as st

from ui.backend import Trouble
from ui.words import APP_NAME, COPIED, COPY_FAILED

_ASSETS = Path(__file__).parent / "assets"
ICON = str(_ASSETS / "icon.png")


def dress() -> None:
    """Add the style sheet and the script (language, copying, Vietnamese for Streamlit's words)."""
    name = f'[data-testid="stSidebarHeader"]::before {{ content: "{APP_NAME}"; }}'
    st.html(f"<style>{_asset('page.css')}\n{_asset('screens.css')}\n{name}</style>")
    st.html(page_script(), unsafe_allow_javascript=True)


def show_trouble(trouble: Trouble) -> None:
    """Say what is wrong and the command that mends it."""
    st.error(f"Hệ thống chưa sẵn sàng trả lời. {_plain(trouble.message)}")
    st.html(
        "<p>Đề nghị người quản trị chạy lệnh sau rồi tải lại trang: "
        f'<code class="tl-lenh">{trouble.command}</code></p>'
    )


def scroll_to(element_id: str, *, focus: bool, again: int = 0) -> None:
    """Bring an element into view, once for each new ``again``; ``focus`` takes the keyboard there."""
    call = json.dumps([element_id, focus, again])
    st.html(
        f'<div class="tl-an"><script>window.troLyCuon?.(...{call})</script></div>',
        unsafe_allow_javascript=True,
    )


@lru_cache(maxsize=1)
def page_script() -> str:
    """The page's own script; it comes from files of this package alone."""
    words = json.loads(_asset("english.json"))
    settings = {"words": words, "copied": COPIED, "copyFailed": COPY_FAILED}
    data = json.dumps(settings, ensure_ascii=False).replace("</", "<\\/")
    return f'<div class="tl-an"><script>{_asset("page.js").replace("/*SETTINGS*/", data)}</script></div>'


@lru_cache(maxsize=8)
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _plain(text: str) -> str:
    from ui.markup import label

    return label(text)
