"""Numbers, names and quotes of an answer against the text cited for them."""

from __future__ import annotations

import pytest
from eval_fake import BINH_MINH, HAI_VAN, answer, cite, question

from eval.support import broken_quotes, unsupported, wrong_numbers
from rag.answer import Answer

RATE = cite(BINH_MINH, "đến năm 2030 đạt trên 45%")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Năm 2030: trên 45% [1]", ()),
        ("Kế hoạch số 40/KH-UBND: trên 45% [1]", ()),
        ("1. Năm 2030: trên 45% [1]", ()),
        ("Năm 2030: trên 46% [1]", ("46",)),
        ("Năm 2035: trên 45% [1]", ("2035",)),
        ("Năm 2030: trên 45,5% [1]", ("45.5",)),
        ("Trên 45% [1].\nHải Vân đạt 61%.", ("61",)),
    ],
)
def test_a_number_must_be_in_what_is_cited(text: str, wrong: tuple[str, ...]) -> None:
    assert wrong_numbers(answer(text, RATE), question()) == wrong


def test_numbers_of_the_question_are_no_evidence_for_an_answer() -> None:
    asked = question(turns=["Năm 2030 đạt trên 60% phải không?"])
    assert wrong_numbers(answer("Trên 60% [1]", RATE), asked) == ("60",)
    corrected = answer("Không phải 60% mà là trên 45% [1]", RATE, status="corrected")
    assert wrong_numbers(corrected, asked) == ()


def test_what_was_asked_may_be_denied() -> None:
    asked = question(turns=["Chỉ tiêu năm 2035?"])
    denied = "Văn bản không nêu cho năm 2035. Năm 2030: trên 45% [1]"
    assert wrong_numbers(answer(denied, RATE), asked) == ()
    assert wrong_numbers(answer("Không nêu cho năm 2036. Trên 45% [1]", RATE), asked) == ("2036",)


def test_each_sentence_has_its_own_evidence() -> None:
    other = cite(HAI_VAN, "đến năm 2030 đạt trên 61%", 2)
    right = answer("Bình Minh: trên 45% [1]. Hải Vân: trên 61% [2].", RATE, other)
    swapped = answer("Bình Minh: trên 61% [1]. Hải Vân: trên 45% [2].", RATE, other)
    assert wrong_numbers(right, question()) == ()
    assert wrong_numbers(swapped, question()) == ("61", "45")


def test_a_difference_may_be_computed() -> None:
    other = cite(HAI_VAN, "đến năm 2030 đạt trên 61%", 2)
    assert wrong_numbers(answer("Chênh lệch 16 điểm % [1] [2]", RATE, other), question()) == ()
    assert wrong_numbers(answer("Chênh lệch 17 điểm % [1] [2]", RATE, other), question()) == ("17",)


def test_the_list_of_the_collection_needs_no_citation() -> None:
    text = "Hiện có 5 văn bản, trong đó có Kế hoạch số 151/KH-UBND."
    assert wrong_numbers(answer(text, status="no_plan"), question()) == ()


def _weak(found: Answer) -> list[str]:
    return [statement.text for statement in unsupported(found, question())]


def test_a_name_must_be_in_what_is_cited() -> None:
    hill = cite(BINH_MINH, "Trồng cây gỗ lớn tại núi Thiên Bút", 1)
    assert _weak(answer("Trồng cây tại núi Thiên Bút [1]", hill)) == []
    assert _weak(answer("Trồng cây tại núi Thiên Ấn [1]", hill)) == ["Trồng cây tại núi Thiên Ấn"]
    assert _weak(answer("Theo Kế hoạch của Bình Minh thì trồng cây [1]", hill)) == []


def test_broken_quotes() -> None:
    good = "Kế hoạch ghi: “đến năm 2030 … trên 45%” [1]"
    assert broken_quotes(answer(good, RATE), question()) == ()
    bad = "Kế hoạch ghi: “đến năm 2030 đạt trên 54%” [1]"
    assert broken_quotes(answer(bad, RATE), question()) == ("đến năm 2030 đạt trên 54%",)
    topic = "Văn bản không nêu “mức đóng góp”, nhưng có nêu tỷ lệ [1]"
    assert broken_quotes(answer(topic, RATE), question()) == ()
    blank = cite(BINH_MINH, "\n")
    assert broken_quotes(answer("Trên 45% [1]", blank), question()) == ("[1]",)
