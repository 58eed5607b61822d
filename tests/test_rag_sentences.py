"""Sentences: whole, in order, never inside an abbreviation or a number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.passages.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
        ("Xây dựng TP. Đà Lạt xanh. Câu sau.", ["Xây dựng TP. Đà Lạt xanh.", "Câu sau."]),
        ("Đạt 1.234,5 ha. Đến năm 2030.", ["Đạt 1.234,5 ha.", "Đến năm 2030."]),
        ("Đến năm 2025. Bảo đảm an ninh.", ["Đến năm 2025.", "Bảo đảm an ninh."]),
        ("Gồm điện, nước, v.v. và cây.", ["Gồm điện, nước, v.v. và cây."]),
        ("dòng một\ndòng hai", ["dòng một", "dòng hai"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences_of_a_text(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


def test_a_long_sentence_is_cut_at_its_semicolons() -> None:
    part = "xây dựng hạ tầng kỹ thuật và hạ tầng xã hội đồng bộ tại các đô thị " * 2
    text = f"{part.strip()}; {part.strip()}; {part.strip()}."
    pieces = [text[start:end] for start, end in sentences(text, 0, len(text))]
    assert len(pieces) == 3 and all(piece.endswith((";", ".")) for piece in pieces)


@given(st.text(alphabet="abcĐà. ;\n15,“”…", max_size=120), st.integers(0, 20), st.integers(0, 120))
def test_sentences_are_in_order_inside_and_leave_no_word_out(
    text: str, start: int, end: int
) -> None:
    start, end = min(start, len(text)), min(max(start, end), len(text))
    found = sentences(text, start, end)
    assert all(start <= s < e <= end for s, e in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    kept = "".join("".join(text[s:e].split()) for s, e in found)
    assert kept == "".join(text[start:end].split())
