"""What a document is about, when nothing in it is asked for."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.assistant import Assistant


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("Tóm tắt kế hoạch của Đức Phổ", "duc-pho"),
        ("tom tat ke hoach cua duc pho", "duc-pho"),
        ("Nội dung chính của chương trình hành động Hà Tĩnh", "ha-tinh"),
        ("Hà Tĩnh", "ha-tinh"),
        ("151/KH-UBND", "quang-ngai"),
        ("Kế hoạch 151 nói về gì?", "quang-ngai"),
        ("cho tôi xem toàn văn kế hoạch Đà Lạt", "da-lat"),
    ],
)
def test_title_and_headings(text: str, plan: str, assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.ANSWERED
    assert {citation.plan.id for citation in answer.citations} == {plan}
    assert answer.text.startswith("Trích yếu của ")
    headings = [line for line in answer.text.split("\n") if line.startswith("- “")]
    assert len(headings) >= 3


@pytest.mark.parametrize(
    "text", ["Hà Tĩnh có nói gì về sân bay không?", "Tóm tắt quy định về nhà ở xã hội của Hà Tĩnh"]
)
def test_a_question_for_something_in_it_is_no_overview(text: str, assistant: Assistant) -> None:
    assert not assistant.ask(text).text.startswith("Trích yếu của ")
