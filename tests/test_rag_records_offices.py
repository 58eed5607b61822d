"""Who holds an office: only the signer whose printed title is just that office of that body."""

from __future__ import annotations

import pytest

from corpus.fold import strip_marks
from rag.answer import Status
from rag.assistant import Assistant

HELD = [
    ("Bí thư Thị ủy Đức Phổ là ai?", "Nguyễn Kiên, Bí thư"),
    ("Chủ tịch UBND tỉnh Quảng Ngãi là ai?", "Đặng Văn Minh, Chủ tịch"),
    ("Ai là Chủ tịch UBND tỉnh Quảng Ngãi?", "Đặng Văn Minh, Chủ tịch"),
    ("Phó Bí thư Tỉnh ủy Hà Tĩnh là ai?", "Trần Thế Dũng, Phó Bí thư"),
    ("Bí thư Huyện ủy Thủy Nguyên hiện nay là ai?", "Phạm Văn Thép, Bí thư"),
    ("Ai thay mặt Ban Thường vụ ký kế hoạch Đà Lạt?", "Đặng Quang Tú, Phó Bí thư"),
]


@pytest.mark.parametrize(("text", "said"), HELD)
def test_the_holder_as_printed(text: str, said: str, assistant: Assistant) -> None:
    for typed in (text, strip_marks(text)):
        answer = assistant.ask(typed)
        assert answer.status is Status.ANSWERED and said in answer.text, typed


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Tỉnh ủy Hà Tĩnh là ai?",
        "Bí thư Tỉnh ủy Quảng Ngãi là ai?",
        "Chủ tịch UBND thành phố Đà Lạt là ai?",
        "Chủ tịch UBND phường Trà Câu là ai?",
        "Chủ tịch nước là ai?",
    ],
)
def test_an_office_that_no_signer_holds(text: str, assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.NOT_STATED
    assert answer.text.startswith("Các văn bản trong kho không nêu ai là")


FACTS = [
    ("Huyện Thủy Nguyên ký chương trình tháng mấy năm nào", "06/3/2024"),
    ("Bản lưu chương trình Hà Tĩnh có ghi số không?", "không ghi số, ký hiệu"),
    ("Thành ủy Đà Lạt ban hành văn bản loại gì?", "Loại văn bản"),
    ("văn bản của Thủy Nguyên là nghị quyết hay chương trình hành động?", ": Chương trình hành động"),
    ("Tên kế hoạch của thị xã Đức Phổ", "Trích yếu"),
    ("Tỉnh ủy Hà Tĩnh ban hành chương trình hành động để thực hiện nghị quyết nào?", "trên cơ sở các văn bản"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), FACTS)
def test_what_identifies_a_plan(text: str, said: str, assistant: Assistant) -> None:
    for typed in (text, strip_marks(text)):
        assert said in assistant.ask(typed).text, typed
