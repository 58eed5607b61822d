"""Diacritics put back and slips mended, where the collection's words leave little doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from corpus.fold import fold, strip_marks
from corpus.letters import sentence_case
from rag.typed.lattice import Choice, Chosen, choose
from rag.typed.pieces import Kind, Piece, counted
from rag.typed.spelling import CARELESS, HALF_TYPED, KEYED, bare_choices, marked_choices
from rag.typed.syllable import usual
from rag.typed.vocabulary import BREAK, Counts, place_names, typed_words

SURE_UNMARKED = 0.6  # probability above which a syllable of an unmarked question is restored
SURE = 0.9  # and above which one is changed in a question that was typed with diacritics
_SUPPORT = 2  # times a reading must stand where a known word was typed that never stands there
_LETTERED = frozenset({"diem", "khoan", "muc", "phan"})  # words before a single letter: "điểm a"


class Typing(Enum):
    """How the question was typed, which says what a bare syllable means."""

    UNMARKED = "unmarked"
    HALF = "half"
    MARKED = "marked"
    KEYED = "keyed"


_OTHERS = {
    Typing.UNMARKED: 1.0,
    Typing.HALF: CARELESS,
    Typing.MARKED: HALF_TYPED,
    Typing.KEYED: KEYED,
}


def restored(
    pieces: Sequence[Piece], settled: frozenset[int], typing: Typing, counts: Counts
) -> list[Piece]:
    """The pieces with their syllables as they were most likely meant, in their case.

    The pieces numbered in ``settled`` stay as they are.
    """
    kept: list[tuple[int, tuple[Choice, ...]]] = []
    before = ""
    for at, piece in enumerate(pieces):
        token = counted(piece)
        if token is None:
            continue
        only = (Choice(token, 1.0),)
        kept.append((at, only if at in settled else _choices(piece, token, before, typing, counts)))
        before = strip_marks(token)
    chosen = choose([choices for _, choices in kept], counts)
    result = list(pieces)
    for number, (at, choices) in enumerate(kept):
        if len(choices) > 1 and _accepted(number, pieces[at], chosen, typing, counts):
            result[at] = replace(pieces[at], text=cased(pieces[at].text, chosen[number].reading))
    return result


def _choices(
    piece: Piece, token: str, before: str, typing: Typing, counts: Counts
) -> tuple[Choice, ...]:
    word = piece.text
    if piece.kind is not Kind.WORD or _stays(word, before):
        return (Choice(token, 1.0),)
    if piece.marked:
        return marked_choices(token, word[0].isupper() and before not in ("", BREAK), counts)
    return bare_choices(token, _OTHERS[typing], counts)


def _stays(word: str, before: str) -> bool:
    """Short forms in capitals, foreign words, "m2", and the letter of a provision."""
    short = word.isupper() and (len(word) > 1 or before not in ("", BREAK))
    lettered = len(word) == 1 and before in _LETTERED
    return short or lettered or not word.isalpha() or word.lower() in typed_words().foreign


def _accepted(
    number: int,
    piece: Piece,
    chosen: Sequence[Chosen],
    typing: Typing,
    counts: Counts,
) -> bool:
    """Whether the choice differs from what was typed and is sure enough to replace it."""
    word, reading = fold(piece.text), chosen[number].reading
    if word == reading:
        return False
    if not piece.marked and strip_marks(reading) == word and typing is Typing.UNMARKED:
        return chosen[number].probability >= SURE_UNMARKED
    left = chosen[number - 1].reading if number else ""
    right = chosen[number + 1].reading if number + 1 < len(chosen) else ""
    if chosen[number].probability < SURE or not _supported(left, word, reading, right, counts):
        return False
    slipped = strip_marks(reading) != strip_marks(word)
    return not (slipped and piece.text[0].isupper() and number) or _in_place(number, chosen)


def _supported(left: str, typed: str, reading: str, right: str, counts: Counts) -> bool:
    """Whether beside a neighbour the reading is seen, and the typed word is not."""
    pairs, least = counts.pairs, _SUPPORT if typed in counts.single else 1
    return (pairs[left, reading] >= least and not pairs[left, typed]) or (
        pairs[reading, right] >= least and not pairs[typed, right]
    )


def _in_place(number: int, chosen: Sequence[Chosen]) -> bool:
    """Whether the syllable is part of the name of a province or district."""
    readings = [item.reading for item in chosen[max(number - 3, 0) : number + 4]]
    at = min(number, 3)
    return any(
        tuple(readings[start:end]) in place_names()
        for start in range(at + 1)
        for end in range(at + 1, len(readings) + 1)
        if end - start > 1
    )


def cased(typed: str, reading: str) -> str:
    """``reading`` in its usual spelling, with a capital where the typed word had one."""
    spelled = usual(reading)
    return sentence_case(spelled) if typed[:1].isupper() else spelled
