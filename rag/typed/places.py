"""Names of places in a typed question, put into their full spelling: "ha tinh" -> "Hà Tĩnh"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.fold import fold, has_marks, strip_marks
from corpus.letters import sentence_case
from corpus.places.finder import PlaceMention, find_places
from corpus.places.words import COMMON_MARKED, CUES_BEFORE, TYPE_WORDS
from rag.typed.pieces import Kind, Piece
from rag.typed.vocabulary import place_names

_LONGEST_NAME = 4  # syllables
_BETWEEN = frozenset({" ", "-"})
# "cap quang nam 2025": a bare name whose last syllable is the word for "year" before a number.
_YEAR_AFTER = re.compile(r"\s+\d")
_INTRODUCED = re.compile(r"\b(?:cua|tai|o|tinh|voi|va)\s+$")


@dataclass(frozen=True, slots=True)
class Named:
    """A text and the spans of its names of places, without their types."""

    text: str
    names: tuple[tuple[int, int], ...]


def named(text: str, known: Sequence[str] = ()) -> Named:
    """``text`` with each place's name that lacks marks or capitals as the gazetteer spells it.

    Names that are wholly marked stay as typed, as do those that several spellings fit.
    """
    result = ""
    end = 0
    names: list[tuple[int, int]] = []
    for mention in find_places(text, known):
        if _is_year(text, mention):
            continue
        head, name = _spelled(text[mention.start : mention.end], mention)
        result += text[end : mention.start] + head + name
        end = mention.end
        if " " in name or name[:1].isupper():  # a lone "chũ" is more often a slip than the town
            names.append((len(result) - len(name), len(result)))
    return Named(result + text[end:], tuple(names))


def _is_year(text: str, mention: PlaceMention) -> bool:
    typed = strip_marks(text[mention.start : mention.end])
    bare = typed.endswith(" nam") and not has_marks(text[mention.start : mention.end])
    after = _YEAR_AFTER.match(text, mention.end)
    before = strip_marks(text[max(mention.start - 8, 0) : mention.start])
    return bool(bare and after and not mention.printed_type and not _INTRODUCED.search(before))


def _spelled(typed: str, mention: PlaceMention) -> tuple[str, str]:
    """Type words and name as they should be spelled; an empty name when it is left as it is."""
    names = {fold(place.name): place.name for place in mention.places}
    at = _name_start(strip_marks(typed), [strip_marks(name) for name in names])
    if len(names) > 1 or at is None:
        return typed, ""
    name = next(iter(names.values()))
    head = typed[:at]
    shown = typed[at:] if fold(typed[at:]) == fold(name) and has_marks(name) else name
    kind = mention.printed_type
    own = any(
        place.type == kind for place in mention.places
    )  # "quan ha tinh" may be "quân Hà Tĩnh"
    if kind and own and head.strip().lower() == strip_marks(kind):
        shown_kind = sentence_case(kind) if head[:1].isupper() else kind
        head = head.replace(head.strip(), shown_kind)
    return head, shown


def _name_start(typed: str, names: Sequence[str]) -> int | None:
    """Where the name begins in the typed words, which may run together; None when it is another."""
    for name in names:
        for form in (name, re.sub(r"[\W_]", "", name)):
            if typed.endswith(form):
                return len(typed) - len(form)
    return None


def capitalised(pieces: Sequence[Piece], changed: frozenset[int]) -> list[Piece]:
    """The pieces with capitals for names of provinces and districts, one word of them in ``changed``.

    A name that is an ordinary word too ("hòa bình") needs a word that introduces a place before it.
    """
    result = list(pieces)
    words = [at for at, piece in enumerate(pieces) if piece.kind is Kind.WORD]
    at = 0
    while at < len(words):
        size = _name_size(pieces, words[at : at + _LONGEST_NAME], changed)
        name = [words[at + i] for i in range(size)]
        before = strip_marks(pieces[words[at - 1]].text) if at else ""
        if name and _is_place([pieces[i].text for i in name], before):
            for i in name:
                text = pieces[i].text
                result[i] = replace(pieces[i], text=sentence_case(text))
        at += max(size, 1)
    return result


def _name_size(pieces: Sequence[Piece], words: Sequence[int], changed: frozenset[int]) -> int:
    """Words of the longest name that begins here, next to each other, some changed; else 0."""
    folded = [fold(pieces[at].text) for at in words]
    for size in range(len(words), 0, -1):
        if tuple(folded[:size]) not in place_names() or changed.isdisjoint(words[:size]):
            continue
        between = pieces[words[0] : words[size - 1]]
        if all(piece.text in _BETWEEN for piece in between if piece.kind is not Kind.WORD):
            return size
    return 0


def _is_place(name: Sequence[str], before: str) -> bool:
    if fold(" ".join(name)) not in COMMON_MARKED and len(name) > 1:
        return True
    return before in CUES_BEFORE or before in TYPE_WORDS
