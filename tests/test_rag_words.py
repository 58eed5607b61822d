"""Words: a marked one must agree in its diacritics, a bare one may be any reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.meaning.words import Concept, bag, coverage, words


def test_spans_of_words_are_those_of_the_text() -> None:
    text = "Diện tích cây xanh 9,7 m²/người"
    assert [text[w.start : w.end] for w in words(text)][:5] == [
        "Diện",
        "tích",
        "cây",
        "xanh",
        "9,7",
    ]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("đất", "quỹ đất", True),
        ("đất", "đạt chuẩn", False),
        ("dat", "quỹ đất", True),
        ("dat", "đạt chuẩn", True),
        ("hóa", "đô thị hoá", True),
        ("tỉ", "tỷ lệ", True),
        ("CÂY", "cây xanh", True),
        ("cay", "nước", False),
    ],
)
def test_a_marked_word_agrees_in_its_diacritics(typed: str, text: str, found: bool) -> None:
    assert bag(text).has(words(typed)[0]) is found


def _concept(*wordings: str, weight: float = 1.0) -> Concept:
    return Concept(tuple(words(wording) for wording in wordings), weight)


def test_a_synonym_counts_a_little_less_than_the_typed_words() -> None:
    concept = _concept("mảng xanh", "cây xanh")
    assert concept.covered(bag("mảng xanh đô thị")) == 1.0
    assert 0.8 < concept.covered(bag("cây xanh đô thị")) < 1.0
    assert concept.covered(bag("nước sạch")) == 0.0


def test_words_that_stand_together_count_more_than_apart() -> None:
    concept = _concept("cây xanh")
    together, apart = concept.covered(bag("cây xanh")), concept.covered(bag("xanh và cây"))
    assert together == 1.0 and 0 < apart < together


def test_coverage_is_weighted() -> None:
    concepts = [_concept("cây xanh", weight=3.0), _concept("nước sạch", weight=1.0)]
    assert coverage(concepts, bag("cây xanh")) == pytest.approx(0.75)
    assert coverage([], bag("cây xanh")) == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_coverage_is_a_share(typed: str, text: str) -> None:
    concepts = [Concept((words(typed),), 1.0)] if words(typed) else []
    assert 0.0 <= coverage(concepts, bag(text)) <= 1.0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("xử lý nước thải tại nguồn", True),
        ("thu gom nước thải", True),
        ("xử lý rác thải, cấp nước sạch", False),
        ("lọc nước thải", True),
    ],
)
def test_whether_a_text_names_a_thing(text: str, named: bool) -> None:
    concept = Concept((words("xử lý nước thải"), words("lọc nước thải")), 4.0, 0.5, (1, 1, 2, 3))
    assert concept.stands_in(bag(text)) is named
