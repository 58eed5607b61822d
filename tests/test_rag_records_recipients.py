"""Whether a plan is sent to a body: the line of its list, or that the list does not have it."""

from __future__ import annotations

import pytest

from corpus.fold import strip_marks
from corpus.plan import SectionKind
from rag.answer import Status
from rag.assistant import Assistant

SENT = [
    ("Kế hoạch của Quảng Ngãi gửi Bộ nào?", "“- Bộ Xây dựng;”"),
    ("Bộ Xây dựng có nhận kế hoạch của Quảng Ngãi không?", "“- Bộ Xây dựng;”"),
    ("Kế hoạch 151 có gửi Văn phòng Chính phủ không?", "“- Văn phòng Chính phủ;”"),
    ("Mặt trận Tổ quốc có trong nơi nhận kế hoạch Quảng Ngãi không?", "“- Ủy ban MTTQ VN tỉnh;”"),
    ("Kế hoạch của Đức Phổ có gửi Tỉnh ủy Quảng Ngãi không?", "“- Thường trực Tỉnh ủy (báo cáo),”"),
    ("Văn bản nào gửi Ban Bí thư Trung ương?", "“- Ban Bí thư Trung ương,”"),
]


@pytest.mark.parametrize(("text", "line"), SENT)
def test_the_line_that_names_it(text: str, line: str, assistant: Assistant) -> None:
    for typed in (text, strip_marks(text)):
        answer = assistant.ask(typed)
        assert answer.status is Status.ANSWERED and line in answer.text, typed
        assert {c.section.kind for c in answer.citations} == {SectionKind.RECIPIENTS}


def test_a_body_that_the_list_does_not_name(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch Đà Lạt có gửi Bộ Xây dựng không?")
    assert answer.text.startswith("Bộ Xây dựng không có trong nơi nhận")
    unread = assistant.ask("bo tai chinh co nhan ke hoach cua quang ngai khong")
    assert unread.text.startswith("Cơ quan được hỏi không có trong nơi nhận")


def test_a_body_that_the_list_names_with_others(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch Quảng Ngãi có gửi Sở Tài chính không?")
    assert "không ghi riêng Sở Tài chính" in answer.text
    assert "“- Các sở, ban ngành tỉnh;”" in answer.text


def test_what_a_task_orders_to_send_is_no_list(assistant: Assistant) -> None:
    assert "Nơi nhận" not in assistant.ask("Các sở gửi báo cáo cho cơ quan nào?").text
