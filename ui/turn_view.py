"""How one turn of a conversation is drawn: the question, the answer as it is written, its citations."""

from __future__ import annotations

import time
from collections.abc import Sequence

import streamlit as st

from rag.answer import Citation
from ui.conversation import Turn, frames
from ui.markup import (
    Numbered,
    answer_html,
    card_html,
    changed_card_html,
    copy_button,
    lines,
    question_html,
    table_html,
)
from ui.plan_view import heading_path
from ui.routes import LIBRARY, page, span_params
from ui.status import VIEWS
from ui.stored import StoredCitation
from ui.takeaway.buttons import takeaway_buttons

PAUSE = 0.1  # seconds between two updates of an answer that is being written
CARDS_SHOWN = 4  # further citations are folded
CHANGED = (
    "Văn bản trong kho đã thay đổi từ khi trả lời: {count} đoạn trích dưới đây không còn đúng như "
    "lúc đó nên không mở hay xuất được. Mời hỏi lại câu này."
)


def draw_question(question: str, number: int) -> None:
    """The user's words."""
    with st.chat_message("user", avatar=":material/person:"):
        st.html(question_html(question, number))


def draw_answer(turn: Turn, number: int, *, live: bool) -> None:
    """Status, reading, words, table, what can be taken away, and a card for each citation."""
    answer = turn.answer
    view = VIEWS[answer.status]
    st.badge(view.words, color=view.colour)
    if answer.reading:
        st.html(lines(f"Đã hiểu là: {answer.reading}"))
    _write(turn, number, live=live)
    if answer.table:
        st.html(table_html(answer.table, number))
    if turn.changed:
        st.warning(CHANGED.format(count=len(turn.changed)))
    else:
        takeaway_buttons(answer, turn.question, key=f"take-{turn.key}")
    _draw_changed(turn.changed, number)
    _draw_citations(answer.citations, number)


def _write(turn: Turn, number: int, *, live: bool) -> None:
    place = st.empty()
    answer = turn.answer
    known: tuple[Numbered, ...] = (*answer.citations, *turn.changed)
    if live:
        for words in frames(answer.text):
            place.html(answer_html(f"{words} …", known, number))
            time.sleep(PAUSE)
    place.html(answer_html(answer.text, known, number))


def _draw_changed(changed: Sequence[StoredCitation], number: int) -> None:
    for one in changed:
        with st.container(border=True):
            st.html(changed_card_html(one, number))


def _draw_citations(citations: tuple[Citation, ...], number: int) -> None:
    for citation in citations[:CARDS_SHOWN]:
        _draw_card(citation, number)
    rest = citations[CARDS_SHOWN:]
    if rest:
        with st.expander(f"Xem thêm {len(rest)} căn cứ"):
            for citation in rest:
                _draw_card(citation, number)


def _draw_card(citation: Citation, number: int) -> None:
    with st.container(border=True):
        st.html(card_html(citation, heading_path(citation.plan, citation.start), number))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(copy_button("Sao chép trích dẫn", citation.formal), width="content")
            st.page_link(
                page(LIBRARY),
                label="Xem trong văn bản",
                query_params=span_params(citation.plan.id, citation.start, citation.end),
            )
