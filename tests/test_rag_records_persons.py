"""Questions about a person: what was signed, where the name stands, or that it stands nowhere."""

from __future__ import annotations

import pytest

from corpus.fold import strip_marks
from rag.answer import Status
from rag.assistant import Assistant

SIGNED = [
    ("Ông Đặng Văn Minh ký văn bản nào?", "quang-ngai", "Chủ tịch"),
    ("Đặng Văn Minh là ai?", "quang-ngai", "Chủ tịch"),
    ("Trần Thế Dũng giữ chức vụ gì?", "ha-tinh", "Phó Bí thư"),
    ("Văn bản nào do ông Nguyễn Kiên ký?", "duc-pho", "Bí thư"),
    ("Phạm Văn Thép giữ chức gì?", "thuy-nguyen", "Bí thư"),
]


@pytest.mark.parametrize(("text", "plan", "title"), SIGNED)
def test_what_a_person_signed(text: str, plan: str, title: str, assistant: Assistant) -> None:
    for typed in (text, text.lower(), strip_marks(text)):
        answer = assistant.ask(typed)
        assert answer.status is Status.ANSWERED, typed
        (citation,) = answer.citations
        assert citation.plan.id == plan and title in answer.text
        assert (citation.plan.meta.signer or "?") in citation.quote


@pytest.mark.parametrize(
    "text",
    ["Ông Nguyễn Văn A ký văn bản nào?", "Phạm Minh Chính là ai?", "Bà Đặng Thị Minh là ai?"],
)
def test_a_person_that_no_plan_names(text: str, assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.NOT_STATED and answer.citations == ()
    assert answer.text.startswith("Không tìm thấy") and "\n" not in answer.text


def test_a_person_that_a_plan_names(assistant: Assistant) -> None:
    for typed in ("Phan Công Bình là ai?", "phan cong binh la ai"):
        (citation,) = assistant.ask(typed).citations
        assert citation.plan.id == "duc-pho" and "Phan Công Bình" in citation.quote


def test_a_plan_that_another_signed(assistant: Assistant) -> None:
    answer = assistant.ask("Đặng Văn Minh có ký kế hoạch của Đà Lạt không?")
    assert answer.status is Status.CORRECTED
    assert answer.text.startswith("Đặng Văn Minh không ký Kế hoạch của Ban Thường vụ Thành ủy")
    assert [c.plan.id for c in answer.citations] == ["da-lat"]


def test_a_file_is_no_person(assistant: Assistant) -> None:
    assert "Không tìm thấy" not in assistant.ask("Hồ sơ do ai ký?").text
