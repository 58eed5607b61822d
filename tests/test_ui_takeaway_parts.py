"""ui.takeaway.parts: the gate before a file, names that any system takes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from takeaway_fake import QUESTION, comparison, green, to_take
from ui_fake import HOSTILE, FakeAssistant

from rag.answer import Answer, Citation
from ui.errors import ExportError
from ui.takeaway.parts import clean, file_name, ordered, pieces, problem


@pytest.mark.parametrize("question", ["cây xanh", "so sánh cây xanh", "thời tiết"])
def test_a_verified_answer_may_be_taken(question: str) -> None:
    assert problem(FakeAssistant().ask(question)) is None


def broken() -> list[Answer]:
    answer = green()
    first = answer.citations[0]
    return [
        FakeAssistant().ask("bịa"),
        replace(answer, text=answer.text.replace("8-10", "9-10")),
        replace(answer, citations=answer.citations[:1]),
        replace(answer, text=answer.text + " [7]"),
        replace(answer, citations=(Citation(1, first.plan, 0, 10**7), answer.citations[1])),
    ]


@pytest.mark.parametrize("number", range(5))
def test_an_answer_that_fails_the_gate_may_not(number: int) -> None:
    answer = broken()[number]
    assert (problem(answer) or "").startswith("Chưa xuất được: ")
    with pytest.raises(ExportError, match="Chưa xuất được"):
        to_take(answer)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        (QUESTION, "tra-loi-chi-tieu-cay-xanh.docx"),
        ("../../etc/passwd", "tra-loi-etc-passwd.docx"),
        (HOSTILE, "tra-loi-img-src-x-onerror-window-xss-1.docx"),
        ("???", "tra-loi.docx"),
        ("", "tra-loi.docx"),
        ("x" * 300, f"tra-loi-{'x' * 40}.docx"),
    ],
)
def test_file_names(question: str, name: str) -> None:
    assert file_name(question, "docx").startswith(name[:-5])
    assert re.fullmatch(r"tra-loi(-[a-z0-9]+)*\.docx", file_name(question, "docx"))
    assert len(file_name(question, "docx")) <= 60


@given(st.text(max_size=200))
def test_any_question_gives_a_safe_name(question: str) -> None:
    assert re.fullmatch(r"tra-loi(-[a-z0-9]+)*\.xlsx", file_name(question, "xlsx"))


@given(st.text(max_size=100))
def test_clean_text_fits_in_xml(text: str) -> None:
    cleaned = clean(text)
    assert set(cleaned) <= set(text)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", cleaned)


def test_pieces_keep_words_and_markers_apart() -> None:
    assert list(pieces("a [1][2], b [3].")) == ["a ", 1, 2, ", b ", 3, "."]


def test_citations_stand_in_the_order_of_their_first_call() -> None:
    answer = green()
    swapped = replace(answer, text=answer.text.replace("[1]", "[9]").replace("[2]", "[1]"))
    swapped = replace(swapped, text=swapped.text.replace("[9]", "[2]"))
    assert [one.marker for one in ordered(swapped)] == [2, 1]
    assert [one.marker for one in ordered(comparison())] == [1]


def test_the_time_is_padded_as_official_papers_do() -> None:
    assert to_take(green()).time == "14:05 ngày 06/02/2026"
