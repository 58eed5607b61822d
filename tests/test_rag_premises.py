"""What a question asserts is confirmed, or corrected first."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.assistant import Assistant


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 60% phải không?", "trên 60%", "trên 45%"),
        ("Cây xanh của Đức Phổ năm 2030 đạt 12 m² đúng không?", "12 m²", "khoảng 9,7 m²"),
        ("Kế hoạch của Quảng Ngãi ban hành ngày 22/8/2022 đúng không?", "22/8/2022", "22/9/2022"),
        ("Nguyễn Văn An ký kế hoạch của Quảng Ngãi phải không?", "Nguyễn Văn An", "Đặng Văn Minh"),
    ],
)
def test_a_false_premise_is_corrected_first(
    text: str, wrong: str, right: str, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    first, second, *_ = answer.text.split("\n")
    assert answer.status is Status.CORRECTED
    assert first.startswith("Không phải") and wrong in first
    assert right in second and "[1]" in second


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 45% phải không?",
        "Kế hoạch của Quảng Ngãi ban hành ngày 22/9/2022 đúng không?",
        "Đặng Văn Minh ký kế hoạch của Quảng Ngãi phải không?",
    ],
)
def test_a_true_premise_is_confirmed(text: str, assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("Đúng.") and answer.citations


def test_the_value_of_another_year_does_not_confirm(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 40% phải không?")
    assert answer.status is Status.CORRECTED and "trên 45%" in answer.text
