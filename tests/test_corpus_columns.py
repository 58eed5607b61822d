"""corpus.cleaning.columns: recipients beside the signature come before it, other lines stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.columns import with_footer_in_one_column
from corpus.reading import parse_plan

_FOOTER = """Chương trình này phổ biến đến chi bộ.

Nơi nhận:                                  T/M BAN THƯỜNG VỤ
- Bộ Chính trị, Ban Bí thư (để báo cáo),        PHÓ BÍ THƯ
- Các huyện, thành, thị ủy, đảng ủy
trực thuộc Tỉnh ủy,
                                                (đã ký)
- Lưu Văn phòng Tỉnh ủy.                   Hà Quốc Khánh

PHỤ LỤC
Danh mục dự án"""


def test_each_column_is_read_on_its_own() -> None:
    kept = [line for line in with_footer_in_one_column(_FOOTER).split("\n") if line]
    assert kept == [
        "Chương trình này phổ biến đến chi bộ.",
        "Nơi nhận:",
        "- Bộ Chính trị, Ban Bí thư (để báo cáo),",
        "- Các huyện, thành, thị ủy, đảng ủy",
        "trực thuộc Tỉnh ủy,",
        "- Lưu Văn phòng Tỉnh ủy.",
        "T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ",
        "(đã ký)",
        "Hà Quốc Khánh",
        "PHỤ LỤC",
        "Danh mục dự án",
    ]


def test_the_signer_beside_the_recipients_is_read() -> None:
    head = "TỈNH ỦY PHÚ THỌ\nSố 31-CTr/TU\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nphát triển đô thị\n\n"
    plan = parse_plan("phu-tho", f"{head}I. MỤC TIÊU\n\n1. Xây dựng đô thị xanh.\n\n{_FOOTER}")
    assert (plan.meta.signer, plan.meta.signer_title) == ("Hà Quốc Khánh", "Phó Bí thư")
    assert plan.meta.recipients[-1] == "Lưu Văn phòng Tỉnh ủy"


def test_a_footer_of_one_column_stays() -> None:
    text = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    assert with_footer_in_one_column(text) == text


@given(st.text(alphabet="ab -\t\nNơi nhận:TM.", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert sorted(with_footer_in_one_column(text).split()) == sorted(text.split())


def test_a_footer_in_one_row_of_a_table() -> None:
    row = (
        "| Nơi nhận: - UBND tỉnh; - Sở Xây dựng; - Lưu: VT. "
        "| TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đậu Khắc Thụ |"
    )
    plan = parse_plan(
        "hong-linh", f"KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Xây dựng đô thị xanh.\n\n{row}\n"
    )
    assert (plan.meta.signer, plan.meta.signer_title) == ("Đậu Khắc Thụ", "Chủ tịch")
    assert plan.meta.recipients == ("UBND tỉnh", "Sở Xây dựng", "Lưu: VT")


def test_a_footer_that_is_a_table_is_read_column_by_column() -> None:
    text = (
        "| Nơi nhận: | TM. ỦY BAN NHÂN DÂN |\n| --- | --- |\n| - UBND tỉnh; | CHỦ TỊCH |\n"
        "| - Các phòng; | |\n| - Lưu: VT. | Đỗ Văn Tân |"
    )
    kept = [line for line in with_footer_in_one_column(text).split("\n") if line]
    assert kept == [
        "Nơi nhận:",
        "- UBND tỉnh;",
        "- Các phòng;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Đỗ Văn Tân",
    ]
