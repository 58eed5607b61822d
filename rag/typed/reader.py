"""What a person typed -> readable Vietnamese: keys, diacritics, slips, short forms and capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fold import has_marks, strip_marks
from rag.meaning.lexicon import abbreviations
from rag.typed import places as places_typed
from rag.typed import shorthand
from rag.typed.diacritics import Typing, restored
from rag.typed.pieces import Kind, Piece, counted, edited, join, split
from rag.typed.syllable import is_bare_syllable, is_syllable
from rag.typed.telex import from_telex, from_vni
from rag.typed.vocabulary import Vocabulary, familiar, typed_words

_FEW_CAPITALS = 3  # words; fewer in capitals are no shouting
# Shares of words with diacritics: up to the first they were left out, from the second on the bare
# words were meant so. In the accented questions of eval/questions/dev.jsonl it is 0.66 and more.
_UNMARKED_SHARE, _MARKED_SHARE = 0.4, 0.6
_KEYED_STROKE = re.compile(r"(?<=[\dA-Z/])D[D9](?=\b|[A-Z-])")  # of a document code: "QDD-UBND"
_NUMBERED_WORDS = "chuong diem dieu doan khoan loai muc nam nhom phan phuong quan quy so tap to y"
_NUMBERED = frozenset(_NUMBERED_WORDS.split())


@dataclass(frozen=True, slots=True)
class Typed:
    """A question in Vietnamese. ``guessed`` is set when its wording is a reading of what was typed."""

    text: str
    guessed: bool


def read_typed(text: str, vocabulary: Vocabulary) -> Typed:
    """The question that was meant by ``text``.

    Telex and VNI keys become letters, missing diacritics and slips are mended where the collection
    leaves little doubt, short forms are written out, shouting is lowered. Numbers, document numbers
    and quotations stay as typed. Takes time linear in the text and raises nothing.
    """
    plain = unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ")
    calm = _calmed(plain)
    keyed = _from_keys(calm)
    typing = _typing(keyed, keyed != calm)
    short = shorthand.spelled_out(keyed)
    spelled = shorthand.guessed_out(short, vocabulary.localities)
    named = places_typed.named(spelled, vocabulary.localities)
    before = split(named.text)
    settled = _inside(before, named.names)
    after = before
    if typing is Typing.UNMARKED or _doubtful(before, settled):
        after = restored(before, settled, typing, vocabulary.counts())
    changed = frozenset(i for i, piece in enumerate(after) if calm != plain or piece != before[i])
    read = join(places_typed.capitalised(after, changed))
    return Typed(read, keyed != calm or spelled != short or after != before)


def _inside(pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Numbers of the pieces that lie in one of the spans, which are in order."""
    found: set[int] = set()
    at = number = 0
    for i, piece in enumerate(pieces):
        while number < len(spans) and spans[number][1] <= at:
            number += 1
        if number < len(spans) and spans[number][0] <= at:
            found.add(i)
        at += len(piece.text)
    return frozenset(found)


def _calmed(text: str) -> str:
    """Text all in capitals in small letters, without its short forms and codes."""
    words = [piece.text for piece in split(text) if piece.kind is Kind.WORD]
    if len(words) < _FEW_CAPITALS or any(char.islower() for word in words for char in word):
        return text
    return edited(text, _small)


def _small(word: str) -> str:
    lowered = word.lower()
    known = strip_marks(word) in abbreviations()
    spelled = is_syllable(word) or is_bare_syllable(lowered) or from_telex(word) or from_vni(word)
    return lowered if spelled and not known else word


def _from_keys(text: str) -> str:
    """Text with Telex or VNI keys turned into letters, when two words at least show them."""
    words = [piece.text for piece in split(text) if piece.kind is Kind.WORD]
    keyed = [word for word in words if _letters(word) != word and not _counts_on(word)]
    if len(keyed) < min(2, len(words)):
        return text
    return _KEYED_STROKE.sub("Đ", edited(text, _letters))


def _counts_on(word: str) -> bool:
    """A word of provisions with its number: "khoan2" is no syllable typed in VNI."""
    return word[-1].isdigit() and strip_marks(word[:-1]) in _NUMBERED


def _letters(word: str) -> str:
    """The syllable that a word's keys make; the word itself when it is one already."""
    lowered = word.lower()
    if (
        is_bare_syllable(lowered)
        or lowered in typed_words().foreign
        or strip_marks(word) in abbreviations()
    ):
        return word
    return (from_telex(word) if word.isalpha() else from_vni(word)) or word


def _typing(text: str, keyed: bool) -> Typing:
    if keyed:
        return Typing.KEYED
    words = [piece for piece in split(text) if piece.kind is Kind.WORD]
    marked = sum(piece.marked for piece in words)
    if marked <= _UNMARKED_SHARE * len(words):
        return Typing.UNMARKED
    return Typing.MARKED if marked >= _MARKED_SHARE * len(words) else Typing.HALF


def _doubtful(pieces: Sequence[Piece], settled: frozenset[int]) -> bool:
    """Whether a word may be meant as another, judged without reading the collection.

    Sure are ``settled`` pieces, numbers, short forms, and the words of questions and of everyday use.
    """
    tokens = [(counted(piece), i) for i, piece in enumerate(pieces)]
    kept = [(token, i) for token, i in tokens if token is not None]
    around = ("", *(token for token, _ in kept), "")
    return any(
        pieces[i].kind is Kind.WORD
        and i not in settled
        and not _familiar(pieces[i].text, around[number : number + 3])
        for number, (_, i) in enumerate(kept)
    )


def _familiar(word: str, around: tuple[str, ...]) -> bool:
    """Whether a word, in the middle of three folded ones, is known and stands where it can."""
    before, token, after = around
    known = familiar()
    if has_marks(word) and not word.isupper():
        return token in known.words
    if word.isupper() or token in typed_words().foreign or token in typed_words().bare:
        return True
    return (before, token) in known.pairs or (token, after) in known.pairs
