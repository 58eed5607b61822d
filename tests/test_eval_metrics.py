"""The score of one answer: right ones are right, and every small change is caught."""

from __future__ import annotations

import pytest
from eval_fake import BINH_MINH, HAI_VAN, answer, cite, question

from eval.metrics import judge
from eval.question import EvalQuestion
from rag.answer import Answer, Cell, Row, Status, Table

RATE = cite(BINH_MINH, "Tỷ lệ đô thị hóa đến năm 2025 đạt trên 40%, đến năm 2030 đạt trên 45%")
VALUE = {"plan": "binh-minh", "operator": ">", "low": 45, "high": None, "unit": "%", "year": 2030}
ASKED = question(
    sections=["binh-minh#I.gạch 1"],
    values=[VALUE],
    quotes=["đến năm 2030 đạt trên 45%"],
    must_not_say=["61%"],
)
RIGHT = answer("Tỷ lệ đô thị hóa năm 2030 của Bình Minh: trên 45% [1].", RATE)


def test_a_right_answer() -> None:
    found = judge(ASKED, RIGHT)
    assert found.faults == ()
    scores = found.scores
    assert (scores.right, scores.status, scores.value, scores.citation) == (1, 1, 1, 1)
    assert (scores.wrong_number, scores.wrong_answer, scores.verbatim, scores.support) == (
        0,
        0,
        1,
        1,
    )
    assert (scores.precision, scores.recall) == (1, 1)
    assert (scores.refusal_precision, scores.refusal_recall) == (None, None)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Năm 2030: trên 54% [1]", "45"),
        ("Năm 2030: dưới 45% [1]", "45"),
        ("Năm 2030: trên 45 m² [1]", "45"),
        ("Năm 2025: trên 45% [1]", "45"),
        ("Năm 2030: trên 45% [1], còn nơi khác 61%", "61"),
        ("Văn bản có nêu [1]", "45"),
    ],
)
def test_a_changed_value_is_caught(text: str, fault: str) -> None:
    found = judge(ASKED, answer(text, RATE))
    assert (found.scores.right, found.scores.value, found.scores.wrong_answer) == (0, 0, 1)
    assert any(fault in line for line in found.faults)


def test_another_plan_is_caught() -> None:
    other = cite(HAI_VAN, "đến năm 2030 đạt trên 61%")
    found = judge(ASKED, answer("Năm 2030: trên 61% [1]", other))
    assert (found.scores.value, found.scores.citation, found.scores.precision) == (0, 0, 0)
    assert any("hai-van" in fault for fault in found.faults)


def test_the_right_value_on_the_wrong_plan_is_not_right() -> None:
    both = question(plans=["binh-minh", "hai-van"], values=[VALUE])
    other = cite(HAI_VAN, "Tỷ lệ đô thị hóa", 2)
    text = "Bình Minh có nêu [1].\nHải Vân năm 2030: trên 45% [2]."
    assert judge(both, answer(text, RATE, other)).scores.value == 0.0


def test_another_section_is_caught() -> None:
    elsewhere = cite(BINH_MINH, "Diện tích cây xanh", 2)
    found = judge(ASKED, answer("Năm 2030: trên 45% [1] [2]", RATE, elsewhere))
    assert (found.scores.citation, found.scores.precision, found.scores.recall) == (1, 0.5, 1)
    only = cite(BINH_MINH, "Diện tích cây xanh")
    assert judge(ASKED, answer("Năm 2030: trên 45% [1]", only)).scores.citation == 0.0


def test_no_citation_at_all() -> None:
    found = judge(ASKED, answer("Năm 2030: trên 45%"))
    assert (found.scores.citation, found.scores.precision, found.scores.recall) == (0, 0, 0)
    assert found.scores.support is None


def test_the_year_may_stand_in_the_line_above_or_in_the_question() -> None:
    above = answer("Đến năm 2030:\n- Bình Minh: trên 45% [1]", RATE)
    assert judge(ASKED, above).scores.right == 1.0
    assert judge(ASKED, answer("Trên 45% [1]", RATE)).scores.right == 1.0
    wrong = answer("Đến năm 2025:\n- Bình Minh: trên 45% [1]", RATE)
    assert judge(ASKED, wrong).scores.value == 0.0


def test_a_table_states_values() -> None:
    other = cite(HAI_VAN, "đến năm 2030 đạt trên 61%", 2)
    cells = (Cell("trên 45%", 2030, 1), Cell("trên 61%", 2030, 2))
    table = Table(("Bình Minh", "Hải Vân"), (Row("Tỷ lệ đô thị hóa", cells),))
    asked = question(
        plans=["binh-minh", "hai-van"],
        values=[VALUE, VALUE | {"plan": "hai-van", "low": 61}],
        sections=["binh-minh#I.gạch 1", "hai-van#I"],
    )
    found = Answer(Status.ANSWERED, "Hải Vân cao hơn [1] [2].", (RATE, other), table)
    assert judge(asked, found).faults == ()


REFUSAL = question(status=["not_stated"], kind="unanswerable")


@pytest.mark.parametrize(
    ("asked", "status", "precision", "recall", "wrong"),
    [
        (REFUSAL, "not_stated", 1, 1, 0),
        (REFUSAL, "no_plan", 1, 1, 0),
        (REFUSAL, "answered", None, 0, 1),
        (REFUSAL, "unavailable", None, 0, 0),
        (ASKED, "not_stated", 0, None, 0),
        (question(status=["answered", "not_stated"]), "not_stated", 1, None, 0),
    ],
)
def test_refusals(
    asked: EvalQuestion, status: str, precision: float | None, recall: float | None, wrong: float
) -> None:
    scores = judge(asked, answer("Văn bản không nêu.", status=status)).scores
    assert (scores.refusal_precision, scores.refusal_recall) == (precision, recall)
    assert scores.wrong_answer == wrong


def test_words_that_must_be_said_have_alternatives() -> None:
    asked = question(must_say=["22/9/2022 | 22 tháng 9 năm 2022"], plans=[])
    assert judge(asked, answer("Ngày 22 tháng 9 năm 2022")).scores.value == 0.0  # no evidence
    assert "thiếu chữ" not in " ".join(judge(asked, answer("ngày 22/9/2022")).faults)
    assert "thiếu chữ" in " ".join(judge(asked, answer("ngày 23/9/2022")).faults)
