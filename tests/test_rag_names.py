"""Proper names that a plan never prints."""

from __future__ import annotations

import pytest
from rag_many_plans import even

from rag.answer import Status
from rag.asked.names import unprinted_names
from rag.assistant import Assistant
from rag.question import understand

_TEXT = "Phát triển Khu kinh tế Dung Quất, núi Thiên Bút và thành phố Quảng Ngãi."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cơ quan nào được giao quản lý khu du lịch Bãi Xép Hoang?", ["Bãi Xép Hoang"]),
        ("Di tích Văn hóa Sa Huỳnh được bảo vệ thế nào?", ["Sa Huỳnh"]),
        ("Núi Thiên Bút trồng cây gì?", []),
        ("Khu kinh tế Dung Quất và Kinh tế đô thị ra sao?", []),
        ("Theo Kế hoạch 151 thì sao?", []),
        ("Người Dao học ở đâu?", []),
        ("Khu nhà máy Dệt Quảng Ngãi thì sao?", []),  # one word beside the name of the place
        ("Sở Giao thông Vận Tải làm gì?", []),  # an agency
        ("GRDP của TP Quảng Ngãi?", []),
        ("Ai Lo Khu Kinh Tế Vũng Áng Ở Đây?", []),  # capitals throughout
    ],
)
def test_names_that_are_not_printed(text: str, names: list[str]) -> None:
    assert unprinted_names(understand(text, even, ("Quảng Ngãi",)), _TEXT) == names


def test_what_is_asked_of_a_name_that_is_not_printed_is_not_stated(assistant: Assistant) -> None:
    asked = "Kế hoạch 151 của UBND tỉnh Quảng Ngãi đề cập thế nào đến di tích Văn hóa Sa Huỳnh?"
    assert assistant.ask(asked).status is Status.NOT_STATED
