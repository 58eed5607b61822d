from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.typed.syllable import is_syllable, with_tone
from rag.typed.telex import from_telex, from_vni

TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
VNI_SHAPES = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}

_ONSETS = "b c ch d đ g gh gi h k kh l m n nh ng ngh ph qu r s t th tr v x"
ONSETS = ["", *_ONSETS.split()]
_RHYMES = "a an ang anh ai ao ay âu ân ăm ăng ât ăc e en ê ên ênh iê iên iêt ôi ông ôt ơi ơn oa oan uyên uê ưa ươi ương ươc uông ui y"
RHYMES = _RHYMES.split()
TONES = ["", *TELEX]


def syllables() -> st.SearchStrategy[str]:
    parts = st.tuples(st.sampled_from(ONSETS), st.sampled_from(RHYMES), st.sampled_from(TONES))
    return parts.map(lambda p: with_tone(p[0] + p[1], p[2])).filter(is_syllable)


def telex(syllable: str, *, at_end: bool) -> str:
    def shape(base: str, mark: str) -> str:
        return base if mark == "\u0302" else "w"

    return keys_of(syllable, "dd", TELEX, shape, at_end=at_end)


def vni(syllable: str, *, at_end: bool) -> str:
    return keys_of(syllable, "d9", VNI, lambda _, mark: VNI_SHAPES[mark], at_end=at_end)


def keys_of(
    syllable: str,
    stroked: str,
    tones: dict[str, str],
    shape: Callable[[str, str], str],
    *,
    at_end: bool,
) -> str:
    """The keys of a syllable; the tone is typed after its letter or ``at_end``."""
    keys, last = "", ""
    for letter in syllable:
        base, *marks = list(unicodedata.normalize("NFD", letter))
        keys += stroked if letter == "đ" else base
        for mark in marks:
            if mark not in tones:
                keys += shape(base, mark)
            elif at_end:
                last = tones[mark]
            else:
                keys += tones[mark]
    return keys + last


@given(syllables(), st.booleans())
def test_telex_keys_give_the_syllable_back(syllable: str, at_end: bool) -> None:
    keys = telex(syllable, at_end=at_end)
    assert from_telex(keys) == (syllable if keys != syllable else None)
    if keys != syllable:
        assert from_telex(keys.upper()) == (syllable.upper())


@given(syllables(), st.booleans())
def test_vni_keys_give_the_syllable_back(syllable: str, at_end: bool) -> None:
    keys = vni(syllable, at_end=at_end)
    assert from_vni(keys) == (syllable if keys != syllable else None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("DDaf", "Đà"),
        ("dod", "đo"),
        ("thana", "thân"),
        ("nguowif", "người"),
        ("nguoiwf", "người"),
        ("thuowr", "thuở"),
        ("quawng", "quăng"),
        ("muaw", "mưa"),
        ("twf", "từ"),
        ("LAWKS", "LẮK"),
        ("gif", "gì"),
        ("logistics", None),
        ("smart", None),
        ("GRDP", None),
        ("thijj", None),
        ("hóaa", None),
        ("đoo", "đô"),
        ("cass", None),
        ("catf", None),
        ("", None),
    ],
)
def test_telex(typed: str, meant: str | None) -> None:
    assert from_telex(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("D9a2", "Đà"),
        ("le65", "lệ"),
        ("nguo72i", "người"),
        ("m2", None),
        ("km2", None),
        ("nam2030", None),
        ("2030", None),
        ("5G", None),
        ("QL1A", None),
        ("n9", None),
        ("ho1a2", None),
        ("a0", None),
        ("", None),
    ],
)
def test_vni(typed: str, meant: str | None) -> None:
    assert from_vni(typed) == meant


@given(st.text(max_size=20))
def test_any_word_is_read_or_left(word: str) -> None:
    for read in (from_telex(word), from_vni(word)):
        assert read is None or read != word
