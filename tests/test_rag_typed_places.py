from __future__ import annotations

import pytest

from rag.typed.pieces import join, split
from rag.typed.places import capitalised, named


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cua ha tinh", "cua Hà Tĩnh"),
        ("Quang Ngãi", "Quảng Ngãi"),
        ("thi xa duc pho", "thị xã Đức Phổ"),
        ("Phuong Sa Huynh", "Phường Sa Huỳnh"),
        ("dalat", "Đà Lạt"),
        ("Hà Tĩnh", "Hà Tĩnh"),
        ("hà tĩnh", "hà tĩnh"),
        ("TP HCM", "TP HCM"),
        ("binh quan ha tinh", "binh quan Hà Tĩnh"),
        ("cap quang nam 2025", "cap quang nam 2025"),
        ("cua quang nam 2030", "cua Quảng Nam 2030"),
        ("cay xanh", "cay xanh"),
    ],
)
def test_names(typed: str, meant: str) -> None:
    assert named(typed).text == meant


def test_spans_are_those_of_the_names() -> None:
    found = named("thi xa duc pho va Ha Tinh")
    assert [found.text[start:end] for start, end in found.names] == ["Đức Phổ", "Hà Tĩnh"]


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("của hải phòng năm", "của Hải Phòng năm"),
        ("của hòa bình", "của Hòa Bình"),
        ("khu hòa bình", "khu hòa bình"),
        ("bà rịa - vũng tàu", "Bà Rịa - Vũng Tàu"),
        ("hải. phòng", "hải. phòng"),
    ],
)
def test_capitals(read: str, shown: str) -> None:
    pieces = split(read)
    assert join(capitalised(pieces, frozenset(range(len(pieces))))) == shown
    assert join(capitalised(pieces, frozenset())) == read
