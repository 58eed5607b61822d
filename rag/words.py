"""Words of questions and of texts, and how far the one covers the other.

A word typed with diacritics must agree with the text in its diacritics; one typed without may stand
for any reading of it. So "đất" never counts as found in "đạt", while "dat" may be either.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.fold import fold, strip_marks

_OTHER_WORDING = 0.9  # what a synonym counts for against the typed words
_WHOLE = 0.999  # a synonym is there as a whole or not at all; its single words mean other things
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\d?")
_Y_ENDING = re.compile(r"(?<=[hklmst])[yỳýỷỹỵ]$")
_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


def _spelling(word: str) -> str:
    """One spelling for "tỷ lệ" and "tỉ lệ"."""
    return word.translate(_TO_I) if _Y_ENDING.search(word) else word


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question; ``plain`` has no diacritics, ``marked`` says that the typed one had."""

    folded: str
    plain: str
    start: int
    end: int

    @property
    def marked(self) -> bool:
        """Whether the word carries diacritics."""
        return self.folded != self.plain


def words(text: str) -> tuple[Word, ...]:
    """Words of ``text`` in order, with their spans."""
    folded = fold(text)
    plain = strip_marks(text)
    return tuple(
        Word(
            _spelling(folded[m.start() : m.end()]), _spelling(plain[m.start() : m.end()]), *m.span()
        )
        for m in _WORD.finditer(folded)
    )


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a piece of text, for looking words up."""

    folded: frozenset[str]
    plain: frozenset[str]
    pairs: frozenset[tuple[str, str]]  # plain neighbours

    def has(self, word: Word) -> bool:
        """Whether the text holds the word, diacritics included when it was typed with them."""
        return word.folded in self.folded if word.marked else word.plain in self.plain


def bag(text: str) -> Bag:
    """The words of ``text``."""
    found = words(text)
    plain = [word.plain for word in found]
    return Bag(
        frozenset(word.folded for word in found),
        frozenset(plain),
        frozenset(itertools.pairwise(plain)),
    )


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that the question is about: the words that were typed, and other words for it."""

    alternatives: tuple[tuple[Word, ...], ...]
    weight: float
    pair_share: float = 0.5  # how much of it is that its words stand together
    word_weights: tuple[float, ...] = ()  # of the typed words; equal when empty

    def covered(self, text: Bag) -> float:
        """Share of the concept that the text holds, in [0, 1]: its best wording counts.

        Other words than those typed count a little less, so that the typed ones win a tie.
        """
        typed, *others = self.alternatives
        held = _share(typed, text, self.pair_share, self.word_weights)
        if held >= _OTHER_WORDING:
            return held
        meant = any(
            _share(other, text, 1.0 if len(other) > 1 else 0.0) >= _WHOLE for other in others
        )
        return max(held, _OTHER_WORDING if meant else 0.0)

    @property
    def typed(self) -> tuple[Word, ...]:
        """The words that stood in the question."""
        return self.alternatives[0]


def _share(
    alternative: Sequence[Word], text: Bag, pair_share: float, weights: Sequence[float] = ()
) -> float:
    """Share of the words found and, for ``pair_share`` of it, of neighbours that stay neighbours."""
    shares = weights if weights and sum(weights) > 0 else (1.0,) * len(alternative)
    held = sum(s for word, s in zip(alternative, shares, strict=True) if text.has(word))
    found = held / sum(shares)
    if len(alternative) == 1 or found == 0:
        return found
    plain = [word.plain for word in alternative]
    kept = sum(pair in text.pairs for pair in itertools.pairwise(plain))
    return (1 - pair_share) * found + pair_share * kept / (len(plain) - 1)


def coverage(concepts: Sequence[Concept], text: Bag) -> float:
    """Weighted share of the concepts that the text holds, in [0, 1]; 0 without concepts."""
    total = sum(concept.weight for concept in concepts)
    if total <= 0:
        return 0.0
    return sum(concept.weight * concept.covered(text) for concept in concepts) / total


Weigh = Callable[[str], float]
