"""corpus.cleaning.page_cuts: numbers and compounds that a page break cut, and what only looks like them."""

from __future__ import annotations

import pytest

from corpus.cleaning.page_cuts import is_cut_compound, is_cut_number
from corpus.text import normalise


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("trước năm", "2030. Bảo đảm", True),
        ("Công văn số", "12/UBND-KT ngày", True),
        ("Nghị quyết số", "06-NQ/TW", True),
        ("trước tháng", "12. Các xã", True),
        ("4. Chuyển đổi số", "4.1. Hạ tầng", False),
        ("Hạ tầng số", "2) Kinh phí", False),
        ("báo cáo hằng năm", "3. Kinh phí", False),
        ("trong giai đoạn 2026", "- 2030 phấn đấu", True),
        ("trồng cây", "3. Kinh phí", False),
    ],
)
def test_a_number_cut_from_its_word(before: str, after: str, cut: bool) -> None:
    assert is_cut_number(before, after) is cut


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("các tổ chức chính trị", "- xã hội tại xã", True),
        ("Phát triển Kinh tế", "– xã hội của xã", True),
        ("ngành Lao động", "- Thương binh và Xã hội", True),
        ("- Việc về quốc phòng", "- an ninh của xã", True),
        ("- kinh tế", "- xã hội", False),  # two items of a list
        ("các tổ chức chính trị", "- Xã hội tại xã", False),  # a new item begins with a capital
        ("các tổ chức chính trị", "- cây xanh", False),
        ("chính trị", "xã hội", False),
    ],
)
def test_a_compound_cut_before_its_hyphen(before: str, after: str, cut: bool) -> None:
    assert is_cut_compound(before, after) is cut


def test_a_cut_compound_is_one_sentence_again() -> None:
    assert normalise("b) Phối hợp tổ chức chính trị\n\n- xã hội tại xã;\n\n- Hội.").split("\n") == [
        "b) Phối hợp tổ chức chính trị - xã hội tại xã;",
        "- Hội.",
    ]


def test_a_finished_sentence_is_not_joined() -> None:
    text = normalise("b) Phát triển kinh tế;\n\n- xã hội văn minh.")
    assert text.split("\n") == ["b) Phát triển kinh tế;", "- xã hội văn minh."]
