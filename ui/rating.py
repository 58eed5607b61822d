"""Thumbs under an answer, and the reason for a thumb down."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from ui.backend import Backend
from ui.conversation import Turn, now
from ui.database import database
from ui.errors import DatabaseError
from ui.feedback import MAX_COMMENT, REASONS, Remark, save
from ui.markup import label
from ui.stored import stored

_BAD, _GOOD = 0, 1
_MOST_IDS = 500  # plans of the collection that a remark names


@dataclass(frozen=True, slots=True)
class Rated:
    """The turn that is judged; ``asked`` are the questions up to it, its own last."""

    turn: Turn
    asked: tuple[str, ...]
    conversation: str
    backend: Backend

    @property
    def name(self) -> str:
        """The remark's id, and part of the keys of its widgets."""
        return f"{self.conversation}-{self.turn.key}"


def draw_thumbs(rated: Rated) -> None:
    """The two thumbs; a press is kept at once."""
    st.caption("Câu trả lời này có đúng không?", width="content")
    st.feedback("thumbs", key=f"rating-{rated.name}", on_change=_keep, args=(rated, "", ""))


def draw_reason(rated: Rated) -> None:
    """After a thumb down, why; after any, that it was kept."""
    value = st.session_state.get(f"rating-{rated.name}")
    if value is None:
        return
    if value == _BAD and not st.session_state.get(f"sent-{rated.name}"):
        _ask_reason(rated)
        return
    st.caption(label(st.session_state.get(f"said-{rated.name}", "")))


def _ask_reason(rated: Rated) -> None:
    with st.form(f"why-{rated.name}"):
        st.pills(
            "Vì sao chưa đúng?",
            list(REASONS),
            format_func=REASONS.__getitem__,
            key=f"reason-{rated.name}",
        )
        st.text_area(
            "Ý kiến thêm (không bắt buộc)",
            key=f"comment-{rated.name}",
            max_chars=MAX_COMMENT,
            height=80,
        )
        st.form_submit_button("Gửi góp ý", on_click=_send, args=(rated,))


def _send(rated: Rated) -> None:
    reason = st.session_state.get(f"reason-{rated.name}") or ""
    comment = st.session_state.get(f"comment-{rated.name}") or ""
    _keep(rated, reason, comment)
    st.session_state[f"sent-{rated.name}"] = True


def _keep(rated: Rated, reason: str, comment: str) -> None:
    st.session_state[f"sent-{rated.name}"] = False
    value = st.session_state.get(f"rating-{rated.name}")
    if value is None:
        return
    remark = Remark(
        id=rated.name,
        given=now(),
        good=value == _GOOD,
        reason=reason,
        comment=comment,
        snapshot=rated.turn.snapshot,
        collection=tuple(card.id for card in rated.backend.plans()[:_MOST_IDS]),
        turns=rated.asked,
        answer=stored(rated.turn.answer),
    )
    try:
        save(database(), remark)
        said = "Đã ghi nhận góp ý. Xin cảm ơn."
    except DatabaseError as error:
        said = str(error)
    st.session_state[f"said-{rated.name}"] = said
