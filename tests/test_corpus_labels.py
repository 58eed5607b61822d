"""corpus.sections.labels: what opens a numbered paragraph and what only looks like it."""

from __future__ import annotations

import pytest

from corpus.sections.labels import misread_roman, read_label, roman_value, to_roman


@pytest.mark.parametrize(
    ("paragraph", "style", "printed", "value"),
    [
        ("I. MỤC ĐÍCH", "roman", "I", 1),
        ("II- MỤC TIÊU", "roman", "II", 2),
        ("IV/ TỔ CHỨC", "roman", "IV", 4),
        ("1. Mục đích", "arabic", "1", 1),
        ("1- Văn bản", "arabic", "1", 1),
        ("1/ Văn bản", "arabic", "1", 1),
        ("2) Văn bản", "arabic", "2", 2),
        ("3. 100% các xã", "arabic", "3", 3),
        ("5.6. Phối hợp", "decimal", "5.6", 6),
        ("1.1.2 Vùng nuôi", "decimal", "1.1.2", 2),
        ("A- ĐÁNH GIÁ TÌNH HÌNH", "upper", "A", 1),
        ("B. Ưu tiên phát triển", "upper", "B", 2),
        ("a) Thực hiện", "letter", "a", 1),
        ("a1) Thực hiện", "lettered-number", "a1", 1),
        ("b.2) Thực hiện", "lettered-number", "b.2", 2),
        ("đ) Hoàn thiện", "letter", "đ", 5),
        ("e) Theo dõi", "letter", "e", 6),
        ("- Rà soát", "dash", "-", 0),
        ("– Rà soát", "dash", "–", 0),
        ("+ Thủy lý", "plus", "+", 0),
        ("Điều 11. Hiệu lực", "article", "11", 11),
        ("Chương II", "chapter", "II", 2),
        ("Phần thứ hai", "part", "hai", 2),
        ("Mục 1 QUY ĐỊNH", "section-word", "1", 1),
        ("PHỤ LỤC I", "appendix", "I", 1),
        ("Mẫu biểu số 05", "form", "05", 5),
    ],
)
def test_labels(paragraph: str, style: str, printed: str, value: int) -> None:
    label = read_label(paragraph)
    assert label is not None
    assert (label.style, label.printed, label.value) == (style, printed, value)


@pytest.mark.parametrize(
    "paragraph",
    [
        "2025. Bảo đảm sự lãnh đạo",
        "1.000 tỷ đồng",
        "28-30 m² sàn",
        "22/9/2022 ban hành",
        "V/V hỗ trợ nhu yếu phẩm",
        "-5 độ",
        "Điều 5 của Luật này quy định",
        "Tỷ lệ đô thị hóa",
        "w) không phải điểm",
        "IIII. sai số La Mã",
    ],
)
def test_what_only_looks_like_a_label(paragraph: str) -> None:
    assert read_label(paragraph) is None


@pytest.mark.parametrize("value", range(1, 90))
def test_roman_numerals_round_trip(value: int) -> None:
    assert roman_value(to_roman(value)) == value


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("HI. NHIỆM VỤ, GIẢI PHÁP", 3),
        ("L. MỤC ĐÍCH, YÊU CẦU", 1),
        ("l. MỤC ĐÍCH", 1),
        ("IỊ. MỤC TIÊU", 2),
    ],
)
def test_a_garbled_roman_label_is_read_by_its_strokes(paragraph: str, expected: int) -> None:
    label = misread_roman(paragraph, expected)
    assert label is not None
    assert label.value == expected


@pytest.mark.parametrize(("paragraph", "expected"), [("HI. NHIỆM VỤ", 4), ("Hi. chào các bạn", 3)])
def test_strokes_that_do_not_fit_are_left_alone(paragraph: str, expected: int) -> None:
    assert misread_roman(paragraph, expected) is None
