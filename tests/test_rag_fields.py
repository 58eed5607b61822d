"""Several fields asked in one question, in the order of its words."""

from __future__ import annotations

import pytest

from corpus.fold import fold, strip_marks
from rag.asked.fields import only_fields, read_fields

ASKED = [
    ("Kế hoạch của Quảng Ngãi số bao nhiêu, ngày nào?", ("number", "date")),
    ("Kế hoạch của Quảng Ngãi có số, ngày bao nhiêu?", ("number", "date")),
    ("Kế hoạch ban hành khi nào và ai ký?", ("date", "signer")),
    ("Kế hoạch do ai ký, số bao nhiêu?", ("signer", "number")),
    ("Văn bản do ai ký, chức vụ gì?", ("signer", "signer_title")),
    ("Ai ký kế hoạch? Ông ấy giữ chức gì?", ("signer", "signer_title")),
    ("Số, ngày, người ký kế hoạch", ("number", "date", "signer")),
    ("Số và ngày của kế hoạch Hà Tĩnh", ("number", "date")),
    ("số ngày người ký kế hoạch", ("number", "date", "signer")),
    ("Cơ quan ban hành và ngày ban hành chương trình", ("issuer", "date")),
    ("Chương trình hành động 59-CTr/TU ban hành ngày nào, của cơ quan nào?", ("date", "issuer")),
    ("Kế hoạch 7360/KH-UBND của tỉnh nào, ban hành ngày nào?", ("issuer", "date")),
    ("Văn bản được ký ngày nào, bởi ai?", ("date", "signer")),
    ("Kế hoạch ban hành ngày nào, bởi ai?", ("date", "issuer")),
    ("Người ký kế hoạch là ai, chức vụ gì?", ("signer_title",)),
    ("Nghị quyết 06 ban hành ngày nào và về vấn đề gì?", ("date", "subject")),
    ("Nghị quyết của Quảng Ngãi số mấy, thông qua ngày nào?", ("number", "date")),
    ("Nghị quyết số mấy, được thông qua khi nào?", ("number", "date")),
    (
        "Nghị quyết về phát triển đô thị bền vững gắn với bảo tồn di sản và bảo vệ môi trường biển số mấy, ra ngày nào?",
        ("number", "date"),
    ),
]


@pytest.mark.parametrize(("text", "fields"), ASKED)
def test_fields_in_the_order_of_the_words(text: str, fields: tuple[str, ...]) -> None:
    assert read_fields(fold(text)) == fields
    assert read_fields(fold(strip_marks(text))) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("ngày nào?", ("date",)),
        ("còn số và ngày?", ("number", "date")),
        ("của cơ quan nào?", ("issuer",)),
        ("đến ngày nào hoàn thành?", ()),
        ("số hộ nghèo, ngày nào?", ()),
        ("", ()),
    ],
)
def test_nothing_but_fields(text: str, fields: tuple[str, ...]) -> None:
    assert only_fields(fold(text)) == fields
