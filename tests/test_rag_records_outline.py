"""How a plan is built: the number of its parts in words, and their printed headings."""

from __future__ import annotations

import pytest

from corpus.fold import strip_marks
from rag.answer import Status
from rag.assistant import Assistant
from rag.question import understand
from rag.records.outline import answer_outline, in_words

ASKED = [
    ("Chương trình của Hà Tĩnh có bao nhiêu mục lớn?", "bốn mục lớn", ["I", "II", "III", "IV"]),
    ("Chương trình của Hà Tĩnh có bao nhiêu phần?", "bốn mục lớn", ["I", "II", "III", "IV"]),
    ("Kế hoạch của Đà Lạt gồm mấy phần?", "năm mục lớn", ["I", "II", "III", "IV", "V"]),
    ("Bố cục văn bản của Thủy Nguyên", "bốn mục lớn", ["I", "II", "III", "IV"]),
    ("Kết cấu kế hoạch của Quảng Ngãi thế nào?", "ba mục lớn", ["I", "II", "III"]),
    ("Kế hoạch của Đức Phổ gồm những mục nào?", "bốn mục lớn", ["I", "II", "III", "IV"]),
    ("Kế hoạch của Đà Lạt có mấy chương?", "không chia thành chương", ["I", "II", "III", "IV", "V"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "paths"), ASKED)
def test_the_parts_of_a_plan(text: str, said: str, paths: list[str], assistant: Assistant) -> None:
    # "ket cau ke hoach" without diacritics is read as the place Cầu Kè.
    for typed in (text, text if text.startswith("Kết cấu") else strip_marks(text)):
        answer = assistant.ask(typed)
        assert answer.status is Status.ANSWERED and said in answer.text.split("\n")[0]
        assert [citation.section.path for citation in answer.citations] == paths


@pytest.mark.parametrize(
    "text",
    [
        "Kết cấu hạ tầng đô thị của Hà Tĩnh phát triển thế nào?",
        "Hà Tĩnh có mấy phần trăm dân số đô thị?",
        "Mục tiêu của Hà Tĩnh là bao nhiêu?",
        "Có mấy điều kiện để Hà Tĩnh nâng loại đô thị?",
    ],
)
def test_what_is_no_question_for_the_parts(text: str, assistant: Assistant) -> None:
    plan = assistant.plan("ha-tinh")
    question = understand(text, assistant.collection.weigh)
    assert answer_outline(question, [plan]) is None


def test_the_parts_of_a_section(assistant: Assistant) -> None:
    answer = assistant.ask("Phần nhiệm vụ, giải pháp của Đức Phổ gồm những mục nào?")
    assert [c.section.path for c in answer.citations] == [f"III.{n}" for n in range(1, 7)]


def test_a_document_that_is_not_here_has_no_parts(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 159 có mấy phần?")
    assert answer.status is Status.NOT_STATED and "Kế hoạch số 159" in answer.text


def test_parts_of_all_plans_when_none_is_named(assistant: Assistant) -> None:
    assert assistant.ask("Kế hoạch có mấy phần?").status is Status.AMBIGUOUS


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "một"), (5, "năm"), (10, "mười"), (11, "mười một"), (15, "mười lăm"), (21, "hai mươi mốt"), (40, "bốn mươi")],
)  # fmt: skip
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_the_groups_of_tasks_are_counted_and_named(assistant: Assistant) -> None:
    answer = assistant.ask("Thủy Nguyên có mấy nhóm nhiệm vụ, giải pháp chủ yếu?")
    lead, *items = answer.text.split("\n")
    assert "gồm sáu phần" in lead and len(items) == 6
    assert len(answer.citations) == 6
