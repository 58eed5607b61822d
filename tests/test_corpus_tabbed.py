"""corpus.cleaning.tabbed: tables copied from Word become rows with "|"; other lines stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.tabbed import with_piped_rows
from corpus.reading import parse_plan

TABLE = """PHỤ LỤC
CHỈ TIÊU

TT\tChỉ tiêu\tHiện trạng 2025 (%)\tNăm 2030 (%)
1\tHộ dân dùng nước sạch\t88,6\t98
2\tCông trình đúng giấy phép\t95,8\t≥ 99
"""


def test_a_table_with_tabs_has_cells() -> None:
    lines = with_piped_rows(TABLE).split("\n")
    assert lines[3] == "| TT | Chỉ tiêu | Hiện trạng 2025 (%) | Năm 2030 (%) |"
    assert lines[5] == "| 2 | Công trình đúng giấy phép | 95,8 | ≥ 99 |"
    assert lines[:3] == TABLE.split("\n")[:3]


def test_the_cells_are_read_with_the_unit_of_the_header() -> None:
    plan = parse_plan("ben-tre", f"KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Chung.\n\n{TABLE}")
    stated = [(i.name, i.year, i.operator, i.low, i.unit) for i in plan.indicators]
    assert stated == [
        ("Hộ dân dùng nước sạch", 2025, "=", 88.6, "%"),
        ("Hộ dân dùng nước sạch", 2030, "=", 98.0, "%"),
        ("Công trình đúng giấy phép", 2025, "=", 95.8, "%"),
        ("Công trình đúng giấy phép", 2030, "≥", 99.0, "%"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UBND TỈNH BẾN TRE\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND\t\tĐộc lập - Tự do",
        "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tCHỦ TỊCH",
        "\t- Trồng cây xanh ven sông\n\t- Xây công viên",
        "một dòng\tcó\ttab",
    ],
)
def test_letterheads_and_indents_are_no_tables(text: str) -> None:
    assert with_piped_rows(text) == text


@given(st.text(alphabet="ab\t|\n ", max_size=80))
def test_no_word_is_lost(text: str) -> None:
    kept = with_piped_rows(text).replace("|", " ").split()
    assert kept == text.replace("|", " ").split()


_GAPPED = """TT   Chỉ tiêu                     Đơn vị     2022    2025    2030
1    Tỷ lệ đô thị hóa             %          31,4    36      45
2    Diện tích cây xanh           m2/người   4,8     6       8"""


def test_wide_gaps_part_the_cells_of_a_table() -> None:
    rows = with_piped_rows(_GAPPED).split("\n")
    assert rows[0] == "| TT | Chỉ tiêu | Đơn vị | 2022 | 2025 | 2030 |"
    assert rows[2] == "| 2 | Diện tích cây xanh | m2/người | 4,8 | 6 | 8 |"


def test_a_letterhead_with_wide_gaps_is_no_table() -> None:
    text = "UBND TỈNH   CỘNG HÒA   VIỆT NAM\nSố: 1   Độc lập   Tự do"
    assert with_piped_rows(text) == text
