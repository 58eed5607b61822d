"""The buttons under an answer or a table: copy it, take it away as Word or Excel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st

from corpus.plan import Plan
from rag.answer import Answer
from ui.markup import copy_button, label
from ui.takeaway.parts import Taken, file_name, problem, taken
from ui.takeaway.plain import plain
from ui.takeaway.tables import Listing, TakenTable, table_problem, taken_table

_TYPES = {
    "Word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "Excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def takeaway_buttons(answer: Answer, question: str = "", key: str = "ket-qua") -> None:
    """Draw the buttons, or why there are none: an answer that fails the gate cannot be taken away.

    ``key`` tells the buttons of several answers on one page apart. A file is made at the click.
    """
    wrong = problem(answer)
    if wrong:
        st.warning(label(wrong))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(
            copy_button("Sao chép câu trả lời kèm căn cứ", plain(_taken_now(answer, question))),
            width="content",
        )
        _download("Word", partial(_word, answer, question), file_name(question, "docx"), key)
        _download("Excel", partial(_excel, answer, question), file_name(question, "xlsx"), key)


def table_buttons(listing: Listing, plan_of: Callable[[str], Plan], key: str = "bang") -> None:
    """Draw the buttons for the rows that a page shows, or why there are none."""
    wrong = table_problem(listing, plan_of)
    if wrong:
        st.warning(label(wrong))
        return
    about = f"{listing.title} {listing.asked}"
    with st.container(horizontal=True, vertical_alignment="center"):
        for kind, make, suffix in (("Word", _table_word, "docx"), ("Excel", _table_excel, "xlsx")):
            name = file_name(about, suffix, "bang")
            _download(kind, partial(make, listing, plan_of), name, key)


def _download(kind: str, make: Callable[[], bytes], name: str, key: str) -> None:
    st.download_button(
        f"Tải {kind}",
        make,
        name,
        _TYPES[kind],
        key=f"{key}-{kind.lower()}",
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


def _table_now(listing: Listing, plan_of: Callable[[str], Plan]) -> TakenTable:
    return taken_table(listing, plan_of, datetime.now().astimezone())


def _table_word(listing: Listing, plan_of: Callable[[str], Plan]) -> bytes:
    from ui.takeaway.table_files import table_word

    return table_word(_table_now(listing, plan_of))


def _table_excel(listing: Listing, plan_of: Callable[[str], Plan]) -> bytes:
    from ui.takeaway.table_files import table_excel

    return table_excel(_table_now(listing, plan_of))
