"""The page "Hỏi đáp": questions, verified answers, and the citations under each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from corpus.plan import Plan
from rag.errors import AskingError
from ui import memory
from ui.backend import Backend, Trouble, opened
from ui.conversation import MAX_QUESTION, Turn, examples, linked_questions, now, questions
from ui.frame import scroll_to, show_trouble
from ui.markup import label, question_anchor
from ui.rating import Rated, draw_reason, draw_thumbs
from ui.sidebar import show_history
from ui.suggest import suggestions
from ui.turn_view import draw_answer, draw_question
from ui.words import NOTICE


def show() -> None:
    """Draw the conversation; answer what was asked in the box, by a button, or by the address."""
    st.title("Hỏi đáp")
    backend = opened()
    if isinstance(backend, Trouble):
        show_trouble(backend)
        return
    typed = _question_box()
    _follow_address(backend)
    asked = _asked(typed)
    here = memory.page()
    turns = here.turns
    beginning = st.empty()  # cleared at once when there is an answer in its place
    if not turns and not asked and here.stopped is None:
        with beginning.container():
            _welcome(backend)
    for number in range(len(turns)):
        _draw_turn(backend, number, is_last=number == len(turns) - 1 and not asked)
    for position, question in enumerate(asked, start=1):
        _answer(backend, question, is_last=position == len(asked))
    _show_stopped()
    if not asked:
        show_history(backend)


def _question_box() -> str | None:
    with st.bottom:
        typed = st.chat_input(
            "Nhập câu hỏi, có dấu hoặc không dấu",
            key="question",
            max_chars=MAX_QUESTION,
            submit_mode="stop",
        )
        st.caption(NOTICE)
    return typed


def _follow_address(backend: Backend) -> None:
    """Open the conversation that the address names: a reload, or the browser's back button."""
    wanted = st.query_params.get("c")
    if wanted and wanted != memory.page().conversation:
        memory.open_conversation(wanted, backend)


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
    return linked if fresh and not memory.page().turns else ()


def _welcome(backend: Backend) -> None:
    st.write(
        "Hỏi về nội dung các văn bản thực hiện Nghị quyết 06-NQ/TW. "
        "Mỗi câu trả lời kèm căn cứ mở được tới đúng đoạn trong văn bản."
    )
    st.header("Câu hỏi mẫu")
    localities = [card.meta.locality for card in backend.plans() if card.meta.locality]
    for number, example in enumerate(examples(localities)):
        st.button(label(example), key=f"example-{number}", on_click=_ask_later, args=(example,))


def _ask_later(question: str) -> None:
    st.session_state["pending"] = question


def _draw_turn(backend: Backend, number: int, *, is_last: bool) -> None:
    turn = memory.page().turns[number]
    if memory.page().editing == turn.key:
        _draw_editor(turn, number)
        return
    draw_question(turn.question, number)
    with st.chat_message("assistant", avatar=":material/article:"):
        draw_answer(turn, number, live=False)
        _draw_after(backend, number, is_last=is_last)


def _draw_after(backend: Backend, number: int, *, is_last: bool) -> None:
    """Below an answer: thumbs, another wording, and under the last one what to ask next."""
    turn = memory.page().turns[number]
    conversation = memory.page().conversation
    asked = questions(memory.page().turns[: number + 1])
    rated = Rated(turn, asked, conversation, backend) if conversation else None
    with st.container(horizontal=True, vertical_alignment="center"):
        if rated:
            draw_thumbs(rated)
        st.button(
            "Sửa câu hỏi", key=f"edit-{turn.key}", type="tertiary", on_click=_edit, args=(turn.key,)
        )
    if rated:
        draw_reason(rated)
    if is_last and turn.answer.suggestions:
        st.caption("Hỏi tiếp")
        for position, question in enumerate(turn.answer.suggestions):
            st.button(
                label(question),
                key=f"next-{turn.key}-{position}",
                on_click=_ask_later,
                args=(question,),
            )


def _edit(key: str | None) -> None:
    memory.page().editing = key


def _draw_editor(turn: Turn, number: int) -> None:
    with st.form(f"editor-{turn.key}"):
        st.text_area(
            "Sửa câu hỏi", value=turn.question, key=f"edited-{turn.key}", max_chars=MAX_QUESTION
        )
        if number < len(memory.page().turns) - 1:
            st.caption("Các câu hỏi sau câu này sẽ được bỏ.")
        with st.container(horizontal=True):
            st.form_submit_button("Hỏi lại", on_click=_ask_edited, args=(turn.key, number))
            st.form_submit_button("Thôi", on_click=_edit, args=(None,))


def _ask_edited(key: str, number: int) -> None:
    question = (st.session_state.get(f"edited-{key}") or "").strip()
    _edit(None)
    if question:
        del memory.page().turns[number:]
        _ask_later(question)


def _answer(backend: Backend, question: str, *, is_last: bool) -> None:
    """Answer below what is there. A stop takes back what the user did not want to read to its end."""
    here, kept = memory.page(), memory.history()
    here.stopped = None
    number = len(here.turns)
    try:
        _ask(backend, question, number)
        if is_last:
            show_history(backend)  # what is not drawn before a stop disappears with it
        if len(here.turns) > number:
            _write_answer(backend, number, is_last=is_last)
    except StopException:
        if len(here.turns) > number:
            memory.take_back(here, kept)
        here.stopped = question
        raise


def _ask(backend: Backend, question: str, number: int) -> None:
    earlier = questions(memory.page().turns)
    draw_question(question, number)
    _bring_up(number, 0)
    try:
        with st.spinner("Đang tìm trong văn bản…"):
            answer = backend.ask(question, earlier)
    except AskingError as error:
        st.warning(label(str(error)))
        return
    offered = suggestions(answer, (*earlier, question), _plans(backend))
    answer = replace(answer, suggestions=offered)
    memory.remember(Turn(question, answer, now(), memory.snapshot()))


def _write_answer(backend: Backend, number: int, *, is_last: bool) -> None:
    with st.chat_message("assistant", avatar=":material/article:"):
        draw_answer(memory.page().turns[number], number, live=True)
        _draw_after(backend, number, is_last=is_last)
    memory.show_address()
    _bring_up(number, 1)


def _plans(backend: Backend) -> Iterator[Plan]:
    for card in backend.plans():
        yield backend.plan(card.id)


def _show_stopped() -> None:
    question = memory.page().stopped
    if question is None:
        return
    st.info(label(f"Đã dừng trả lời câu “{question}”; câu này chưa được lưu."))
    st.button("Hỏi lại", on_click=_ask_later, args=(question,))


def _bring_up(number: int, again: int) -> None:
    """A follow-up starts below what fits on the screen: bring its question to the top."""
    if number:
        scroll_to(question_anchor(number), focus=False, again=again)
