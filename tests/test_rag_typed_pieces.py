from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.typed.pieces import Kind, counted, join, split


def words(text: str) -> list[str]:
    return [piece.text for piece in split(text) if piece.kind is Kind.WORD]


@given(st.text())
def test_pieces_are_the_text(text: str) -> None:
    assert join(split(text)) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cây xanh 9,7 m2/người", ["cây", "xanh", "m2", "người"]),
        ("kế hoạch 151/KH-UBND ai ký", ["kế", "hoạch", "ai", "ký"]),
        ("số 151 /KH-UBND", ["số"]),
        ("nq 06-nq/tw", ["nq"]),
        ("Luật 72/2025/QH15 ngày 22/9/2022", ["Luật", "ngày"]),
        ('cụm từ "khuyen khich" ở đâu', ["cụm", "từ", "ở", "đâu"]),
        ("Mục II.5.b viết gì", ["Mục", "viết", "gì"]),
        ("mạng 5G, ty3 le65", ["mạng", "ty3", "le65"]),
        ("năm 2025 - xây dựng", ["năm", "xây", "dựng"]),
    ],
)
def test_words_that_may_be_read_otherwise(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_how_pieces_are_counted() -> None:
    kinds = [counted(piece) for piece in split('Đô hoá, 5 mục II. "x"')]
    assert [token for token in kinds if token is not None] == [
        "đô",
        "hoá",
        "0",
        "mục",
        "0",
        ".",
        ".",
    ]
