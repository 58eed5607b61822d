"""Real questions: what sort of answer each wants."""

from __future__ import annotations

import pytest

from rag import phrases
from rag.question import Kind, understand

KINDS = [
    ("Tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh là bao nhiêu?", Kind.VALUE, None),
    ("chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?", Kind.VALUE, None),
    ("chi tieu cay xanh nam 2030 cua ha tinh", Kind.VALUE, None),
    ("Đến năm 2025 Hà Tĩnh có mấy đô thị loại IV?", Kind.VALUE, None),
    ("Số hiệu kế hoạch của Quảng Ngãi?", Kind.METADATA, "number"),
    ("Văn bản của Thủy Nguyên mang số bao nhiêu?", Kind.METADATA, "number"),
    ("Kế hoạch của Quảng Ngãi ban hành ngày nào?", Kind.METADATA, "date"),
    ("Chương trình của Thủy Nguyên được ký khi nào?", Kind.METADATA, "date"),
    ("Ai ký kế hoạch của Quảng Ngãi?", Kind.METADATA, "signer"),
    ("Người ký văn bản Hà Tĩnh là ai?", Kind.METADATA, "signer"),
    ("Người ký kế hoạch Quảng Ngãi giữ chức vụ gì?", Kind.METADATA, "signer_title"),
    ("Cơ quan nào ban hành kế hoạch của Đức Phổ?", Kind.METADATA, "issuer"),
    ("Nơi nhận của kế hoạch Quảng Ngãi?", Kind.METADATA, "recipients"),
    ("Trích yếu của kế hoạch 151/KH-UBND?", Kind.METADATA, "subject"),
    ("Văn bản của Hà Tĩnh là loại văn bản gì?", Kind.METADATA, "type"),
    ("Địa phương nào có tỷ lệ đô thị hóa cao nhất?", Kind.EXTREME, None),
    ("So sánh cây xanh của Hà Tĩnh và Đức Phổ", Kind.COMPARE, None),
    ("Hà Tĩnh khác gì so với Đức Phổ về nhà ở?", Kind.COMPARE, None),
    ("Kế hoạch của Đà Lạt căn cứ vào văn bản nào?", Kind.BASIS, None),
    ("Ai chủ trì phát triển hạ tầng số?", Kind.WHO, None),
    ("Cơ quan nào phối hợp với Sở Xây dựng?", Kind.WHO, None),
    ("Khi nào hoàn thành quy hoạch chung?", Kind.WHEN, None),
    ("Thời hạn hoàn thành đề án là bao giờ?", Kind.WHEN, None),
    ("Theo bạn kế hoạch này có khả thi không?", Kind.OPINION, None),
    ("Đà Lạt xử lý rác thải thế nào?", Kind.PASSAGE, None),
]


@pytest.mark.parametrize(("text", "kind", "field"), KINDS)
def test_kind_and_field(text: str, kind: Kind, field: str | None) -> None:
    question = understand(text, lambda plain: 1.0)
    assert (question.kind, question.field) == (kind, field)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thoi tiet hom nay the nao", True),
        ("xin chao", True),
        ("gia vang hom nay", True),
        ("cay xanh cua ha tinh", False),
        ("thi truong bat dong san", False),
        ("phat trien du lich", False),
    ],
)
def test_everyday_subjects(text: str, expected: bool) -> None:
    assert (phrases.OFF_TOPIC.search(text) is not None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ đô thị hóa của các địa phương", True),
        ("Tất cả các kế hoạch", True),
        ("Tỷ lệ đô thị hóa của Hà Tĩnh", False),
    ],
)
def test_all_plans(text: str, expected: bool) -> None:
    assert understand(text, lambda plain: 1.0).all_plans is expected
