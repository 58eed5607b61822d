from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.typed.spelling import bare_choices, is_slip, marked_choices, slips
from rag.typed.vocabulary import Counts, Vocabulary

COUNTS: Counts = Vocabulary.from_texts(["cây xanh gỗ lớn rừng đất đạt đô độ quân nhiêu"]).counts()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("xnah", "xanh"),
        ("hoaa", "hoa"),
        ("nheu", "nhieu"),
        ("go", "gop"),
        ("xanh", "xinh"),
        ("ab", "ba"),
        ("", "a"),
    ],
)
def test_one_slip(first: str, second: str) -> None:
    assert is_slip(first, second)
    assert is_slip(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [("xanh", "xanh"), ("xanh", "xnha"), ("abc", "cba"), ("a", "abc"), ("ab", "cd")],
)
def test_no_single_slip(first: str, second: str) -> None:
    assert not is_slip(first, second)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slip_is_symmetric_and_never_of_a_word_to_itself(first: str, second: str) -> None:
    assert is_slip(first, second) == is_slip(second, first)
    assert not is_slip(first, first)


def readings(word: str) -> set[str]:
    return {choice.reading for choice in marked_choices(word, False, COUNTS)}


def test_marks_are_added_but_not_changed() -> None:
    assert {"đo", "đô", "độ"} <= readings("đo")
    assert "đạt" not in readings("đất")
    assert "đất" not in readings("đạt")
    assert {"rưng", "rừng"} <= readings("rưng")
    assert "rưng" not in readings("rừng")


def test_hook_and_tilde_may_be_mixed_up() -> None:
    assert "gỗ" in readings("gổ")


def test_a_bare_word_has_every_reading_and_itself() -> None:
    found = {choice.reading: choice.weight for choice in bare_choices("dat", 0.5, COUNTS)}
    assert found["dat"] == 1.0
    assert found["đất"] == found["đạt"] == 0.5


def test_slips_need_length_and_keep_marks() -> None:
    assert "xanh" in {choice.reading for choice in slips("xnah", 1.0, COUNTS)}
    assert slips("xh", 1.0, COUNTS) == ()
    assert slips("taxi", 1.0, COUNTS) == ()
    assert "xanh" not in {choice.reading for choice in slips("xáhn", 1.0, COUNTS)}
