from __future__ import annotations

import pytest

from rag.typed.diacritics import Typing, cased, restored
from rag.typed.pieces import join, split
from rag.typed.vocabulary import Vocabulary

COUNTS = Vocabulary.from_texts(["nhà rông cao. nhà rông đẹp. đất rộng. sông Đà Rằng"] * 3).counts()


def read(text: str, typing: Typing, settled: frozenset[int] = frozenset()) -> str:
    return join(restored(split(text), settled, typing, COUNTS))


@pytest.mark.parametrize(
    ("typed", "typing", "meant"),
    [
        ("nha rong cao", Typing.UNMARKED, "nhà rông cao"),
        ("dat rong", Typing.UNMARKED, "đất rộng"),
        ("nhà rong cao", Typing.MARKED, "nhà rông cao"),
        ("nhà rong cao", Typing.KEYED, "nhà rông cao"),
        ("nhà rộng cao", Typing.MARKED, "nhà rộng cao"),  # marks are not changed
        ("nhà rôong cao", Typing.MARKED, "nhà rông cao"),
        ("Nhà Rôong cao", Typing.MARKED, "Nhà Rôong cao"),  # an unknown name
        ("điểm d", Typing.MARKED, "điểm d"),
        ("NHA RONG", Typing.UNMARKED, "NHA RONG"),  # short forms
        ("xqzw", Typing.UNMARKED, "xqzw"),
        ("", Typing.UNMARKED, ""),
    ],
)
def test_restored(typed: str, typing: Typing, meant: str) -> None:
    assert read(typed, typing) == meant


def test_settled_pieces_stay() -> None:
    assert read("nha rong", Typing.UNMARKED, frozenset({2})) == "nhà rong"


def test_case_of_the_typed_word() -> None:
    assert cased("Hoa", "hoá") == "Hóa"
    assert cased("hoa", "hoá") == "hóa"
