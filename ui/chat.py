"""The page "Hỏi đáp": questions, verified answers, and the citations under each."""

from __future__ import annotations

import time

import streamlit as st

from rag.answer import Answer, Citation
from rag.errors import AskingError
from ui.backend import Backend, Trouble, opened
from ui.conversation import (
    MAX_QUESTION,
    Turn,
    examples,
    frames,
    linked_questions,
    plain_text,
    questions,
)
from ui.frame import scroll_to, show_trouble
from ui.markup import (
    answer_html,
    card_html,
    copy_button,
    label,
    lines,
    question_anchor,
    question_html,
    table_html,
)
from ui.plan_view import heading_path
from ui.routes import LIBRARY, page, span_params
from ui.status import VIEWS
from ui.words import NOTICE

PAUSE = 0.1  # seconds between two updates of an answer that is being written
CARDS_SHOWN = 4  # further citations are folded


def show() -> None:
    """Draw the conversation; answer what was asked in the box, by a button, or by the address."""
    st.title("Hỏi đáp")
    backend = opened()
    if isinstance(backend, Trouble):
        show_trouble(backend)
        return
    typed = _question_box()
    turns = _turns()
    asked = _asked(typed)
    if not turns and not asked:
        _welcome(backend)
    for number, turn in enumerate(turns):
        _draw_question(turn.question, number)
        _draw_answer(turn, number, live=False)
    for question in asked:
        _answer(backend, question)
    if turns:
        st.sidebar.button("Cuộc hỏi đáp mới", on_click=_start_anew)


def _question_box() -> str | None:
    with st.bottom:
        typed = st.chat_input(
            "Nhập câu hỏi, có dấu hoặc không dấu", key="question", max_chars=MAX_QUESTION
        )
        st.caption(NOTICE)
    return typed


def _turns() -> list[Turn]:
    turns: list[Turn] = st.session_state.setdefault("turns", [])
    return turns


def _asked(typed: str | None) -> tuple[str, ...]:
    """What to answer in this run. An address asks once, when it is opened afresh."""
    pending = st.session_state.pop("pending", None)
    linked = linked_questions(st.query_params.get_all("q"))
    fresh = "link_read" not in st.session_state
    st.session_state["link_read"] = True
    if typed and typed.strip():
        return (typed.strip(),)
    if pending:
        return (pending,)
    return linked if fresh and not _turns() else ()


def _welcome(backend: Backend) -> None:
    st.write(
        "Hỏi về nội dung các văn bản thực hiện Nghị quyết 06-NQ/TW. "
        "Mỗi câu trả lời kèm căn cứ mở được tới đúng đoạn trong văn bản."
    )
    st.header("Câu hỏi mẫu")
    localities = [card.meta.locality for card in backend.plans() if card.meta.locality]
    for number, example in enumerate(examples(localities)):
        st.button(label(example), key=f"example-{number}", on_click=_ask_later, args=(example,))


def _start_anew() -> None:
    _turns().clear()
    st.query_params.clear()


def _ask_later(question: str) -> None:
    st.session_state["pending"] = question


def _answer(backend: Backend, question: str) -> None:
    turns = _turns()
    number = len(turns)
    _draw_question(question, number)
    _bring_up(number, 0)
    try:
        with st.spinner("Đang tìm trong văn bản…"):
            answer = backend.ask(question, questions(turns))
    except AskingError as error:
        st.warning(label(str(error)))
        return
    turn = Turn(question, answer)
    turns.append(turn)
    st.query_params["q"] = list(linked_questions(questions(turns)))
    _draw_answer(turn, number, live=True)
    _bring_up(number, 1)


def _bring_up(number: int, again: int) -> None:
    """A follow-up starts below what fits on the screen: bring its question to the top."""
    if number:
        scroll_to(question_anchor(number), focus=False, again=again)


def _draw_question(question: str, number: int) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.html(question_html(question, number))


def _draw_answer(turn: Turn, number: int, *, live: bool) -> None:
    answer = turn.answer
    view = VIEWS[answer.status]
    with st.chat_message("assistant", avatar=":material/article:"):
        st.badge(view.words, color=view.colour)
        if answer.reading:
            st.html(lines(f"Đã hiểu là: {answer.reading}"))
        _write(answer, number, live=live)
        if answer.table:
            st.html(table_html(answer.table, number))
        st.html(copy_button("Sao chép câu trả lời kèm căn cứ", plain_text(turn)))
        _draw_citations(answer.citations, number)


def _write(answer: Answer, number: int, *, live: bool) -> None:
    place = st.empty()
    if live:
        for words in frames(answer.text):
            place.html(answer_html(words, answer.citations, number))
            time.sleep(PAUSE)
    place.html(answer_html(answer.text, answer.citations, number))


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
