from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.typed.syllable import (
    is_bare_syllable,
    is_syllable,
    split_onset,
    split_tone,
    usual,
    with_tone,
)

_GOOD = "đô thị hóa hoá tỷ lệ nghiêng quý quyết già gì giếng khuỷu ủy uỷ thuở ương yêu Đà LẠT ở xoè người"
_BAD = "hóaa nguyênn gôx xnah bz catf cac2 đđô tếs cạcc bàt thèch gổỗ"


@pytest.mark.parametrize("word", _GOOD.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", [*_BAD.split(), ""])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("thi", True),
        ("nguoi", True),
        ("quyet", True),
        ("thị", False),
        ("xnah", False),
        ("logistics", False),
        ("led", False),
    ],
)
def test_bare_syllables(word: str, bare: bool) -> None:
    assert is_bare_syllable(word) is bare


@pytest.mark.parametrize(
    ("toneless", "tone", "syllable"),
    [
        ("hoa", "\u0301", "hóa"),
        ("uy", "\u0309", "ủy"),
        ("quy", "\u0301", "quý"),
        ("gia", "\u0300", "già"),
        ("gi", "\u0300", "gì"),
        ("hoan", "\u0300", "hoàn"),
        ("ngoai", "\u0300", "ngoài"),
        ("nguơi", "\u0300", "nguời"),
        ("ngươi", "\u0300", "người"),
        ("mua", "\u0300", "mùa"),
        ("nghiên", "\u0323", "nghiện"),
        ("bc", "\u0301", "bc"),
        ("hoa", "", "hoa"),
    ],
)
def test_where_the_tone_stands(toneless: str, tone: str, syllable: str) -> None:
    assert with_tone(toneless, tone) == syllable
    if tone and syllable != toneless:
        assert split_tone(syllable) == (toneless, tone)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("hoá", "hóa"),
        ("uỷ", "ủy"),
        ("khoẻ", "khỏe"),
        ("đắk", "đắk"),
        ("quý", "quý"),
        ("toàn", "toàn"),
    ],
)
def test_usual_spelling(printed: str, expected: str) -> None:
    assert usual(printed) == expected


def test_onsets() -> None:
    assert split_onset("quang") == ("qu", "ang")
    assert split_onset("gi") == ("g", "i")
    assert split_onset("nghia") == ("ngh", "ia")
    assert split_onset("ai") == ("", "ai")


@given(st.text(max_size=12))
def test_any_text_is_judged(text: str) -> None:
    assert isinstance(is_syllable(text), bool)
    assert isinstance(is_bare_syllable(text), bool)
    assert isinstance(usual(text.lower()), str)
