from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.typed import vocabulary
from rag.typed.syllable import is_bare_syllable
from rag.typed.vocabulary import Vocabulary, familiar, place_names, typed_words


def test_pairs_and_readings() -> None:
    counts = Vocabulary.from_texts(["Nhà rông cao. Nhà rông cao 2030"]).counts()
    assert counts.pairs["nhà", "rông"] == 2
    assert counts.pairs["rông", "cao"] == 2
    known = Vocabulary.from_texts([]).counts().pairs
    assert counts.pairs["cao", "."] == known["cao", "."] + 1
    assert counts.pairs["cao", "0"] == known["cao", "0"] + 1
    assert counts.pairs["cao", "nhà"] == known["cao", "nhà"]
    assert {"rông", "rộng"} <= set(counts.readings["rong"])
    assert counts.likelihood("nhà", "rông") > counts.likelihood("nhà", "rộng") > 0


def test_both_tone_styles_and_unicode_forms_are_one_syllable() -> None:
    counts = Vocabulary.from_texts(["khoẻ kho\u1ebb khỏe kho\u0309e kho\u00e9"]).counts()
    before = Vocabulary.from_texts([]).counts().single["khoẻ"]
    assert counts.single["khoẻ"] == before + 4


def test_texts_are_read_once_and_late() -> None:
    read: list[str] = []

    def texts() -> Iterator[str]:
        for text in ("một", "hai"):
            read.append(text)
            yield text

    words = Vocabulary.from_texts(texts(), ["Hà Tĩnh", "Hà Tĩnh"])
    assert read == []
    assert words.localities == ("Hà Tĩnh",)
    assert words.counts() is words.counts()
    assert read == ["một", "hai"]


def test_no_more_text_is_read_than_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "MAX_CHARACTERS", 12)

    def texts() -> Iterator[str]:
        yield "xylô xylô xylô"
        raise AssertionError("read too far")

    assert Vocabulary.from_texts(texts()).counts().single["xylô"] == 2


def test_committed_words() -> None:
    assert ("hà", "tĩnh") in place_names()
    assert ("thủ", "đức") in place_names()
    assert ("bao", "nhiêu") in familiar().pairs
    assert "taxi" in typed_words().foreign
    assert all(is_bare_syllable(word) for word in typed_words().bare)
