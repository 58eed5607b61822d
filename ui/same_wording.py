"""Where else the words of a provision stand: runs of words that another place repeats exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.fold import fold
from corpus.plan import Plan

SHORTEST = 10  # words in a row; shorter runs are set phrases that every plan has
MOST_SHOWN = 12
_MOST_WORDS = 800  # of the provision; a longer one is compared by its beginning
_WORD = re.compile(r"\w+(?:[.,/-]\w+)*")


@dataclass(frozen=True, slots=True)
class Repeat:
    """``[start, end)`` of ``plan`` has the same ``words`` words in a row."""

    plan: Plan
    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class _Words:
    keys: list[str]
    spans: list[tuple[int, int]]


def repeats(plan: Plan, start: int, end: int, plans: Iterable[Plan]) -> tuple[Repeat, ...]:
    """The longest repeated runs first; one for each section, never the provision itself.

    Case, tone-mark place, line breaks and punctuation between words do not matter.
    """
    source = _words(plan.text, start, end, _MOST_WORDS).keys
    grams: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(source) - SHORTEST + 1):
        grams.setdefault(tuple(source[at : at + SHORTEST]), []).append(at)
    best: dict[tuple[str, int], Repeat] = {}
    for other in plans if grams else ():
        for found in _runs(source, grams, other):
            inside = other.id == plan.id and found.start < end and start < found.end
            key = (other.id, other.section_at(found.start).index)
            if not inside and (key not in best or best[key].words < found.words):
                best[key] = found
    ranked = sorted(best.values(), key=lambda found: -found.words)
    return tuple(ranked[:MOST_SHOWN])


def _words(text: str, start: int, end: int, most: int | None = None) -> _Words:
    folded = fold(text[start:end])
    keys: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(folded):
        if most is not None and len(keys) == most:
            break
        keys.append(match.group())
        spans.append((start + match.start(), start + match.end()))
    return _Words(keys, spans)


def _runs(
    source: Sequence[str], grams: dict[tuple[str, ...], list[int]], plan: Plan
) -> Iterator[Repeat]:
    words = _words(plan.text, 0, len(plan.text))
    at = 0
    while at <= len(words.keys) - SHORTEST:
        starts = grams.get(tuple(words.keys[at : at + SHORTEST]))
        if not starts:
            at += 1
            continue
        length = max(_common(source, begin, words.keys, at) for begin in starts)
        yield Repeat(plan, words.spans[at][0], words.spans[at + length - 1][1], length)
        at += length


def _common(first: Sequence[str], at: int, second: Sequence[str], other: int) -> int:
    length = 0
    while (
        at + length < len(first)
        and other + length < len(second)
        and first[at + length] == second[other + length]
    ):
        length += 1
    return length
