"""Broad subjects of indicators: "chỉ tiêu về hạ tầng số" is cables, mobile networks and accounts."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rag.meaning import filler
from rag.meaning.words import Bag, Concept, Word, bag, words

_FILE = Path(__file__).with_name("subjects.toml")


@dataclass(frozen=True, slots=True)
class Subject:
    """A broad subject: the names that people give it, and the words of what belongs to it."""

    called: tuple[tuple[Word, ...], ...]
    holds: tuple[tuple[Word, ...], ...]

    def has(self, name: str) -> bool:
        """Whether an indicator of this name belongs to the subject."""
        return self.count(name) > 0

    def count(self, text: str) -> int:
        """How many different things of the subject the text names."""
        held = bag(text)
        return sum(_stands_in(phrase, held) for phrase in self.holds)


@cache
def subjects() -> tuple[Subject, ...]:
    """The subjects of ``subjects.toml``."""
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["subject"]
    return tuple(
        Subject(tuple(map(words, row["called"])), tuple(map(words, row["holds"]))) for row in rows
    )


def broad_subject(concepts: Sequence[Concept]) -> Subject | None:
    """The broad subject that the concepts name, and nothing narrower: not "đất giao thông".

    Words that nearly every provision holds do not narrow it: "môi trường đô thị" is "môi trường".
    """
    typed = {(word.start, word.end): word for concept in concepts for word in concept.typed}
    run = [word for _, word in sorted(typed.items()) if not filler.is_function_word(word)]
    telling = [word for word in run if not filler.is_light(word)]
    for subject in subjects():
        for called in subject.called:
            name = [word for word in called if not filler.is_function_word(word)]
            if _names(name, run) or _names(name, telling):
                return subject
    return None


def _names(called: Sequence[Word], run: Sequence[Word]) -> bool:
    """Whether the words of a question are just the name; diacritics that were typed must agree."""
    return 0 < len(called) == len(run) and all(
        typed.folded == name.folded if typed.marked else typed.plain == name.plain
        for name, typed in zip(called, run, strict=True)
    )


def _stands_in(phrase: Sequence[Word], text: Bag) -> bool:
    """Whether the words stand in the text, with their diacritics, as neighbours."""
    pairs = itertools.pairwise([word.plain for word in phrase])
    return all(word.folded in text.folded for word in phrase) and all(
        p in text.pairs for p in pairs
    )
