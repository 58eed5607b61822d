"""The buttons under an answer: copy it, take it away as Word or Excel."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import streamlit as st

from rag.answer import Answer
from ui.markup import copy_button, label
from ui.takeaway.parts import Taken, file_name, problem, taken
from ui.takeaway.plain import plain

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def takeaway_buttons(answer: Answer, question: str = "", key: str = "ket-qua") -> None:
    """Draw the buttons, or why there are none: an answer that fails the gate cannot be taken away.

    ``key`` tells the buttons of several answers on one page apart. A file is made at the click.
    """
    wrong = problem(answer)
    if wrong:
        st.warning(label(wrong))
        return
    now = _taken_now(answer, question)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(copy_button("Sao chép câu trả lời kèm căn cứ", plain(now)), width="content")
        st.download_button(
            "Tải Word",
            partial(_word, answer, question),
            file_name(question, "docx"),
            WORD_TYPE,
            key=f"{key}-word",
            on_click="ignore",
        )
        st.download_button(
            "Tải Excel",
            partial(_excel, answer, question),
            file_name(question, "xlsx"),
            EXCEL_TYPE,
            key=f"{key}-excel",
            on_click="ignore",
        )


def _taken_now(answer: Answer, question: str) -> Taken:
    return taken(answer, question, datetime.now().astimezone())


def _word(answer: Answer, question: str) -> bytes:
    from ui.takeaway.word import word  # python-docx is not needed until a file is wanted

    return word(_taken_now(answer, question))


def _excel(answer: Answer, question: str) -> bytes:
    from ui.takeaway.excel import excel

    return excel(_taken_now(answer, question))
