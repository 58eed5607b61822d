"""Amounts read from the words of an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.amounts import amounts, number_tokens, states, years_in
from eval.question import Expected, flat


@pytest.mark.parametrize(
    ("text", "operator", "low", "high"),
    [
        ("khoảng 7-9m²", "≈", 7, 9),
        ("đạt khoảng 4,7-5,1%", "≈", 4.7, 5.1),
        ("Khoảng 13,3 – 16 %", "≈", 13.3, 16),
        ("đạt trên 45%", ">", 45, 45),
        ("đạt tối thiểu 60%", "≥", 60, 60),
        ("tối thiểu đạt 33,5m²", "≥", 33.5, 33.5),
        ("≥ 34 m²", "≥", 34, 34),
        ("ít nhất 3%", "≥", 3, 3),
        ("không quá 10%", "≤", 10, 10),
        ("dưới 5%", "<", 5, 5),
        ("đạt 16% -> 26%", "=", 16, 26),
        ("28→30 m²/người", "=", 28, 30),
        ("31% - 32%", "=", 31, 32),
        ("cao hơn quy định từ 10 - 15%", "=", 10, 15),
        ("5.000 cuốn", "=", 5000, 5000),
        ("02 đô thị loại II", "=", 2, 2),
        ("đạt 100%", "=", 100, 100),
    ],
)
def test_amount(text: str, operator: str, low: float, high: float) -> None:
    (found,) = amounts(flat(text))
    assert (found.operator, found.low, found.high) == (operator, low, high)


def _green(year: int | None = 2030, operator: str = "≈", unit: str = "m²") -> Expected:
    return Expected("a", operator, 7, 9, unit, year)


@pytest.mark.parametrize(
    "text",
    [
        "khoảng 7-9m² vào năm 2030",
        "Đến năm 2030 đạt khoảng 7-9 m²/người",
        "khoảng 5-7m² vào năm 2025, khoảng 7-9m² vào năm 2030",
        "năm 2030: khoảng 7–9 m²",
        "khoảng 7-9 m² (2030)",
        "≈ 7-9 m2 vào các năm 2025, 2030",
        "Cây xanh: khoảng 7 đến 9 m²",
    ],
)
def test_the_amount_is_stated(text: str) -> None:
    assert states(text, _green(), frozenset({2030}))


@pytest.mark.parametrize(
    "text",
    [
        "khoảng 7-8m² vào năm 2030",
        "khoảng 7-9m² vào năm 2025",
        "đến năm 2025 đạt khoảng 7-9m²",
        "7-9m² vào năm 2030",
        "trên 7-9m² vào năm 2030",
        "khoảng 7-9% vào năm 2030",
        "khoảng 17-9m² vào năm 2030",
        "khoảng 7-9,5m² vào năm 2030",
        "khoảng 7m² vào năm 2030",
        "khoảng 7-9m² vào năm 2025 và khoảng 8-10m² vào năm 2030",
    ],
)
def test_another_amount_is_not(text: str) -> None:
    assert not states(text, _green(), frozenset({2030}))


def test_years_of_the_context_count_only_without_own_ones() -> None:
    assert states("khoảng 7-9 m²", _green(), frozenset({2030}))
    assert not states("khoảng 7-9 m²", _green(), frozenset({2025}))
    assert not states("khoảng 7-9 m²", _green(), frozenset())
    assert states("khoảng 7-9 m²", _green(year=None), frozenset())


def test_any_of_several_signs() -> None:
    assert states("7-9 m² năm 2030", _green(operator="≈="), frozenset())
    assert not states("trên 7-9 m² năm 2030", _green(operator="≈="), frozenset())


def test_a_count_is_told_from_a_longer_class() -> None:
    second = Expected(None, "=", 2, 2, "đô thị loại II", None)
    assert states("gồm 02 đô thị loại II, 01 đô thị loại III", second, frozenset())
    assert not states("gồm 02 đô thị loại III", second, frozenset())


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("đến năm 2025, 2030", {2025, 2030}),
        ("ngày 24/01/2022", set()),
        ("năm 2025 và năm 2030 đạt", {2025, 2030}),
        ("năm 2025 … đến năm 2030", {2030}),
        ("giai đoạn 2026 - 2030", {2026, 2030}),
    ],
)
def test_years(text: str, years: set[int]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("08 đô thị", {"8"}),
        ("15,20%", {"15.2"}),
        ("1.500 ha", {"1500"}),
        ("22/9/2022", {"22", "9", "2022"}),
        ("ngày 06/03/2024", {"6", "3", "2024"}),
        ("điểm 5.6", {"5.6"}),
        ("m² và 7m²", {"7"}),
    ],
)
def test_number_tokens(text: str, tokens: set[str]) -> None:
    assert number_tokens(text) == tokens


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_a_number_has_one_spelling(whole: int, part: int) -> None:
    plain = number_tokens(f"{whole},{part:02d}")
    assert plain == number_tokens(f"0{whole},{part:02d}0")
    assert len(plain) == 1


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for found in amounts(flat(text)):
        assert 0 <= found.start < found.end <= len(flat(text))


def test_words_behind_an_amount_give_its_sign() -> None:
    (found,) = amounts(flat("từ 12 m²/người trở lên"))
    assert found.operator == "≥"
    (found,) = amounts(flat("từ 5% trở xuống, năm sau trở lên"))
    assert found.operator == "≤"
