"""corpus.cleaning.stacked: a table whose cells stand on lines of their own becomes rows with "|"."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.stacked import with_stacked_rows
from corpus.reading import parse_plan

TABLE = """Bảng 1. Chỉ tiêu
TT
Chỉ tiêu
Đơn vị
Năm 2025
Năm 2030
1
Tỷ lệ đô thị hóa
%
36,2
45
2
Đất cây xanh công cộng
m2/người
5
7

4

3
Tỷ lệ hỏa táng
%
4,5
15
2. Các chỉ tiêu khác
"""


def test_rows_are_told_by_their_numbers() -> None:
    assert with_stacked_rows(TABLE).split("\n") == [
        "Bảng 1. Chỉ tiêu",
        "| TT | Chỉ tiêu | Đơn vị | Năm 2025 | Năm 2030 |",
        "| 1 | Tỷ lệ đô thị hóa | % | 36,2 | 45 |",
        "| 2 | Đất cây xanh công cộng | m2/người | 5 | 7 |",
        "| 3 | Tỷ lệ hỏa táng | % | 4,5 | 15 |",
        "2. Các chỉ tiêu khác",
        "",
    ]


def test_whole_numbers_are_values_and_no_page_numbers() -> None:
    plan = parse_plan("ben-tre", f"KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Chung.\n\n{TABLE}")
    stated = [(i.name, i.year, i.low, i.unit) for i in plan.indicators]
    assert ("Tỷ lệ đô thị hóa", 2030, 45.0, "%") in stated
    assert ("Đất cây xanh công cộng", 2025, 5.0, "m²/người") in stated
    assert len(stated) == 6


def test_groups_and_blank_lines_between_cells() -> None:
    cells = ["TT", "Dự án", "Vốn", "I", "Giao thông", "1", "Cầu", "10", "2", "Đường", "20", "Hết"]
    assert with_stacked_rows("\n\n".join(cells)).split("\n") == [
        "| TT | Dự án | Vốn |",
        "| I | Giao thông |",
        "| 1 | Cầu | 10 |",
        "| 2 | Đường | 20 |",
        "Hết",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "TT\nChỉ tiêu\nNăm 2030\n1\nTỷ lệ đô thị hóa\n45\n",  # one row only
        "TT\nChỉ tiêu\nNăm 2030\n1\nTỷ lệ đô thị hóa\n45\nghi chú\n2\nRác\n98\n",  # a ragged row
        "STT\nkhông có bảng nào ở đây\n",
        "1\nhai\n3\n",
    ],
)
def test_what_is_no_table_stays_as_it_is(text: str) -> None:
    assert with_stacked_rows(text) == text


@given(st.lists(st.sampled_from(["TT", "1", "2", "3", "I", "a b", "%", "7,5", ""]), max_size=30))
def test_only_page_numbers_may_go(lines: list[str]) -> None:
    text = "\n".join(lines)
    before, after = text.split(), re.sub(r"\|", " ", with_stacked_rows(text)).split()
    assert [w for w in after if not w.isdigit()] == [w for w in before if not w.isdigit()]
    assert len(before) - len(after) <= sum(line.isdigit() for line in lines)
