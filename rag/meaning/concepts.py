"""What a question is about: its words without frames, places and years, with other words for them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.fold import fold
from rag.meaning import filler
from rag.meaning.background import background, carried
from rag.meaning.lexicon import lexicon
from rag.meaning.words import Concept, Weigh, Word, words

# Words that merely stand together in a question hold together less than a term of the lexicon.
_RUN_PAIR_SHARE = 0.3
_MARKED_SHARE = 0.6  # of the words of a question that is typed with diacritics
_CARRIED = 0.5  # share of questions whose provision holds the word from which on it counts in full
_LEAST_CARRIED = 0.1
_BACKGROUND = 0.75  # a syllable common in the language tells little even where the plans lack it


def read_concepts(text: str, used: Sequence[tuple[int, int]], weigh: Weigh) -> tuple[Concept, ...]:
    """The concepts of ``text`` outside the spans ``used``, in order.

    Phrases of the lexicon are looked for among all words first, then among those that are left
    when frames and function words are gone: "nhà ở xã hội" holds a function word, "nhà máy" a frame.
    """
    every = _as_typed(
        word for word in words(text) if not any(start <= word.start < end for start, end in used)
    )
    dropped = _dropped(text, every)
    left = tuple(word for word in every if word not in dropped)
    place = {word: index for index, word in enumerate(left)}
    concepts: list[Concept] = []
    run: list[Word] = []
    at = 0
    while at < len(every):
        length, others = lexicon().match(every, at)
        if others and _says_nothing(every[at : at + length], dropped):
            length, others = 0, ()
        if not others and every[at] not in dropped:
            length, others = _match_left(every, at, left, place[every[at]])
        if others:
            concepts += _run_concepts(run, weigh)
            run = []
            phrase = _without_frames(every[at : at + length], dropped)
            weights = tuple(_weight(word, weigh) for word in phrase)
            total = _phrase_weight(weights, phrase, others, weigh)
            concepts.append(Concept((phrase, *others), total, word_weights=weights))
        elif every[at] not in dropped:
            if run and text[run[-1].end : every[at].start] != " ":
                concepts += _run_concepts(run, weigh)
                run = []
            run.append(every[at])
        at += max(length, 1)
    return (*concepts, *_run_concepts(run, weigh))


def _as_typed(found: Iterable[Word]) -> tuple[Word, ...]:
    """The words of a question; all exact where most are typed with diacritics."""
    typed = tuple(found)
    if sum(word.marked for word in typed) < _MARKED_SHARE * len(typed):
        return typed
    return tuple(replace(word, exact=True) for word in typed)


def _dropped(text: str, every: Sequence[Word]) -> frozenset[Word]:
    """Words that say nothing of the subject: of frames, and function words."""
    folded = fold(text)
    frames = [match.span() for pattern in filler.FRAMES for match in pattern.finditer(folded)]
    kept = [match.span() for match in filler.COMPOUNDS.finditer(folded)]
    return frozenset(
        word
        for word in every
        if any(start <= word.start < end for start, end in frames)
        or (
            filler.is_function_word(word)
            and not any(start <= word.start < end for start, end in kept)
        )
    )


def _without_frames(phrase: tuple[Word, ...], dropped: frozenset[Word]) -> tuple[Word, ...]:
    """The words of a phrase without a frame inside it: "xử lý được bao nhiêu nước thải"."""
    kept = tuple(w for w in phrase if w not in dropped or filler.is_function_word(w))
    return kept or phrase


def _says_nothing(phrase: Sequence[Word], dropped: frozenset[Word]) -> bool:
    """Whether a phrase is a frame, or a lone function word: "ai", not "chỗ ở"."""
    if len(phrase) > 1 and all(map(filler.is_function_word, phrase)):
        return False
    return all(word in dropped for word in phrase)


def _match_left(
    every: Sequence[Word], at: int, left: tuple[Word, ...], position: int
) -> tuple[int, tuple[tuple[Word, ...], ...]]:
    """A lexicon phrase among the words that are left; its length is in words of ``every``."""
    length, others = lexicon().match(left, position)
    if not others:
        return 0, ()
    return every.index(left[position + length - 1]) - at + 1, others


def _run_concepts(run: list[Word], weigh: Weigh) -> list[Concept]:
    """Words that stand together in the question, as overlapping pairs that share their weights."""
    if len(run) < 2:
        return [Concept((tuple(run),), _weight(run[0], weigh))] if run else []
    weights = [_weight(word, weigh) for word in run]
    halves = [w if i in {0, len(run) - 1} else w / 2 for i, w in enumerate(weights)]
    return [
        Concept(
            ((run[i], run[i + 1]),),
            halves[i] + halves[i + 1],
            _RUN_PAIR_SHARE,
            (weights[i], weights[i + 1]),
        )
        for i in range(len(run) - 1)
    ]


def _phrase_weight(
    weights: Sequence[float],
    phrase: Sequence[Word],
    others: Sequence[tuple[Word, ...]],
    weigh: Weigh,
) -> float:
    """Weight of a phrase with synonyms: its own, or that of the plans' own words when it is rare."""
    own = sum(weights)
    if all(filler.is_light(word) for word in phrase):
        return own
    return max(own, sum(_weight(word, weigh) for word in others[0]))


def _weight(word: Word, weigh: Weigh) -> float:
    """How telling a typed word is: by its rarity in the collection and in the language.

    A word that the plans lack is either what the question is about ("metro") or everyday filler
    ("nhau", "kiểu"); only the language at large tells them apart.
    """
    collected = weigh(word.plain)
    common = background().get(word.folded)
    full = collected if common is None else min(collected, _BACKGROUND * common)
    if filler.is_function_word(word):  # inside a phrase: "nhà ở", "việc làm"
        full *= filler.LIGHT_WEIGHT
    if word.marked:
        full *= _printed(word)
    return filler.LIGHT_WEIGHT * full if filler.is_light(word) else full


def _printed(word: Word) -> float:
    """How far a document can be expected to print a typed word: little of "chuyện" or "bà con"."""
    share = carried().get(word.folded, _CARRIED)
    return max(_LEAST_CARRIED, min(1.0, math.sqrt(share / _CARRIED)))
