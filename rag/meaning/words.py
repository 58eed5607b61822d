"""Words of questions and of texts, and how far the one covers the other.

A word typed with diacritics must agree with the text in its diacritics; one typed without may stand
for any reading of it. So "đất" never counts as found in "đạt", while "dat" may be either.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.fold import fold, strip_marks

_OTHER_WORDING = 0.9  # what a synonym counts for against the typed words
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\d?")
_Y_ENDING = re.compile(r"(?<=[hklmst])[yỳýỷỹỵ]$")
_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
# How much is kept of what was read before; plans are read again for every question.
_KEPT_FORMS = 16_384  # distinct words
_KEPT_WORDS = 4_096  # titles and names, texts of at most _SHORT characters
_KEPT_BAGS = 3_072
_KEPT_PLANS = 16  # about a megabyte each
_SHORT = 400


def _spelling(word: str) -> str:
    """One spelling for "tỷ lệ" and "tỉ lệ"."""
    return word.translate(_TO_I) if _Y_ENDING.search(word) else word


@lru_cache(maxsize=_KEPT_FORMS)
def _forms(folded: str) -> tuple[str, str]:
    """A folded word as it is compared: with its diacritics and without."""
    return _spelling(folded), _spelling(strip_marks(folded))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question; ``plain`` has no diacritics, ``marked`` says that the typed one had.

    ``exact`` when the text around it is typed with diacritics, so that it has none by nature:
    "quan" of "quan điểm" is not "quân".
    """

    folded: str
    plain: str
    start: int
    end: int
    exact: bool = False

    @property
    def marked(self) -> bool:
        """Whether the word is meant with just the diacritics that it carries."""
        return self.exact or self.folded != self.plain


def words(text: str) -> tuple[Word, ...]:
    """Words of ``text`` in order, with their spans."""
    return _kept_words(text) if len(text) <= _SHORT else _read_words(text)


def _read_words(text: str) -> tuple[Word, ...]:
    return tuple([Word(*_forms(m.group()), *m.span()) for m in _WORD.finditer(fold(text))])


_kept_words = lru_cache(maxsize=_KEPT_WORDS)(_read_words)


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a piece of text, for looking words up."""

    folded: frozenset[str]
    plain: frozenset[str]
    pairs: frozenset[tuple[str, str]]  # plain neighbours

    def has(self, word: Word) -> bool:
        """Whether the text holds the word, diacritics included when it was typed with them."""
        return word.folded in self.folded if word.marked else word.plain in self.plain


def _read_bag(text: str) -> Bag:
    """The words of ``text``."""
    forms = [_forms(word) for word in _WORD.findall(fold(text))]
    plain = [bare for _, bare in forms]
    return Bag(
        frozenset([folded for folded, _ in forms]),
        frozenset(plain),
        frozenset(itertools.pairwise(plain)),
    )


bag = lru_cache(maxsize=_KEPT_BAGS)(_read_bag)
# The words of whole plans are many: few are kept.
plan_bag = lru_cache(maxsize=_KEPT_PLANS)(_read_bag)


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
        meant = any(_is_whole(other, text) for other in others)
        return max(held, _OTHER_WORDING if meant else 0.0)

    def stands_in(self, text: Bag) -> bool:
        """Whether the text names it: by its most telling pair of neighbours, or by another wording.

        "xử lý nước thải" is not named where "xử lý", "nước" and "thải" stand apart.
        """
        typed, *others = self.alternatives
        if any(_is_whole(other, text) for other in others):
            return True
        if len(typed) < 2:
            return text.has(typed[0])
        weights = self.word_weights or (1.0,) * len(typed)
        pairs = [(weights[i] + weights[i + 1], i) for i in range(len(typed) - 1)]
        at = max(pairs)[1]
        return (typed[at].plain, typed[at + 1].plain) in text.pairs

    @property
    def typed(self) -> tuple[Word, ...]:
        """The words that stood in the question."""
        return self.alternatives[0]


def _is_whole(wording: Sequence[Word], text: Bag) -> bool:
    """Whether a synonym is there as a whole: its single words mean other things."""
    if wording[0].plain not in text.plain:
        return False
    pairs = itertools.pairwise([word.plain for word in wording])
    return all(pair in text.pairs for pair in pairs) and any(map(text.has, wording))


def _share(
    alternative: Sequence[Word], text: Bag, pair_share: float, weights: Sequence[float] = ()
) -> float:
    """Share of the words found and, for ``pair_share`` of it, of neighbours that stay neighbours."""
    if len(alternative) == 1:
        return 1.0 if text.has(alternative[0]) else 0.0
    shares = weights if weights and sum(weights) > 0 else (1.0,) * len(alternative)
    held = sum([s for word, s in zip(alternative, shares, strict=True) if text.has(word)])
    if held == 0:
        return 0.0
    found = held / sum(shares)
    plain = [word.plain for word in alternative]
    kept = sum([pair in text.pairs for pair in itertools.pairwise(plain)])
    return (1 - pair_share) * found + pair_share * kept / (len(plain) - 1)


def heaviest(concepts: Sequence[Concept]) -> Concept:
    """The most telling concept, the first of equals; ValueError without concepts."""
    return max(concepts, key=lambda concept: concept.weight)


def coverage(concepts: Sequence[Concept], text: Bag) -> float:
    """Weighted share of the concepts that the text holds, in [0, 1]; 0 without concepts."""
    total = sum(concept.weight for concept in concepts)
    if total <= 0:
        return 0.0
    return sum(concept.weight * concept.covered(text) for concept in concepts) / total


Weigh = Callable[[str], float]


def known_share(text: str, asked: Bag, weigh: Weigh) -> float:
    """Weighted share of the text's words that ``asked`` holds, in [0, 1]; 0 without weight.

    The other direction of ``coverage``: how much of a name or heading the question speaks of.
    """
    said = words(text)
    weights = [weigh(word.plain) for word in said]
    total = sum(weights)
    if total <= 0:
        return 0.0
    return (
        sum(w for word, w in zip(said, weights, strict=True) if word.plain in asked.plain) / total
    )
