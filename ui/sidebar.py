"""The conversations at the side: a new one, a search, the list, and a name or an end for the open one."""

from __future__ import annotations

import streamlit as st

from ui import memory
from ui.backend import Backend
from ui.errors import DatabaseError
from ui.history import MAX_TITLE, Conversation, History
from ui.markup import label

_SHOWN = 46  # code points of a title in the list


def show_history(backend: Backend) -> None:
    """Draw the list of this browser's conversations."""
    with st.sidebar:
        st.button("Cuộc hỏi đáp mới", on_click=memory.start_anew, width="stretch")
        kept = memory.history()
        if kept is not None:
            try:
                _show_list(kept, backend)
            except DatabaseError as error:
                memory.page().problem = str(error)
        here = memory.page()
        said, here.problem = here.problem, None
        if said:
            st.warning(label(said))


def _show_list(kept: History, backend: Backend) -> None:
    found = kept.listed(st.session_state.get("history_search", ""))
    if not found and not st.session_state.get("history_search"):
        return
    st.text_input(
        "Tìm trong lịch sử",
        key="history_search",
        placeholder="Từ trong câu hỏi, câu trả lời",
    )
    if not found:
        st.caption("Không có cuộc hỏi đáp nào chứa các từ này.")
    for one in found:
        is_open = one.id == memory.page().conversation
        st.button(
            label(_short(one.title)),
            key=f"conversation-{one.id}",
            type="secondary" if is_open else "tertiary",
            on_click=_open,
            args=(one.id, backend),
            width="stretch",
        )
        if is_open:
            _manage(kept, one)


def _open(identifier: str, backend: Backend) -> None:
    if memory.open_conversation(identifier, backend):
        memory.show_address()


def _manage(kept: History, one: Conversation) -> None:
    with st.container(horizontal=True):
        if st.button("Đổi tên", key="rename", type="tertiary"):
            _ask_name(kept, one)
        if st.button("Xóa", key="delete", type="tertiary"):
            _ask_delete(kept, one)


@st.dialog("Đổi tên cuộc hỏi đáp")
def _ask_name(kept: History, one: Conversation) -> None:
    with st.form("rename-form", border=False):
        st.text_input("Tên mới", value=one.title, max_chars=MAX_TITLE, key="new_title")
        if st.form_submit_button("Lưu tên", on_click=_rename, args=(kept, one.id)):
            st.rerun()


@st.dialog("Xóa cuộc hỏi đáp?")
def _ask_delete(kept: History, one: Conversation) -> None:
    st.write(f"“{label(one.title)}” sẽ bị xóa hẳn cùng các câu trả lời, không lấy lại được.")
    with st.container(horizontal=True):
        if st.button("Xóa hẳn", type="primary", on_click=_delete, args=(kept, one.id)):
            st.rerun()
        if st.button("Giữ lại"):
            st.rerun()


def _rename(kept: History, identifier: str) -> None:
    try:
        kept.rename(identifier, st.session_state.get("new_title") or "")
    except DatabaseError as error:
        memory.page().problem = str(error)


def _delete(kept: History, identifier: str) -> None:
    try:
        kept.delete(identifier)
    except DatabaseError as error:
        memory.page().problem = str(error)
        return
    memory.start_anew()


def _short(title: str) -> str:
    return title if len(title) <= _SHOWN else title[:_SHOWN].rsplit(" ", 1)[0] + "…"
