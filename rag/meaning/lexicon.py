"""The words that mean the same: read once from ``lexicon.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from corpus.fold import strip_marks
from rag.meaning.words import Word, words

_FILE = Path(__file__).with_name("lexicon.toml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Groups of phrases that mean the same, found by the plain words of any of them.

    ``phrases`` maps the plain words of a phrase to (phrase, group); ``longest`` is in words.
    """

    phrases: dict[tuple[str, ...], tuple[tuple[Word, ...], int]]
    groups: tuple[tuple[tuple[Word, ...], ...], ...]
    longest: int

    def match(self, typed: tuple[Word, ...], at: int) -> tuple[int, tuple[tuple[Word, ...], ...]]:
        """Length of the longest phrase that begins at ``typed[at]`` and its other wordings.

        A word typed with diacritics must agree with the phrase's. (0, ()) when there is none.
        """
        for length in range(min(self.longest, len(typed) - at), 0, -1):
            run = typed[at : at + length]
            found = self.phrases.get(tuple(word.plain for word in run))
            if found is None:
                continue
            phrase, group = found
            if all(not w.marked or w.folded == p.folded for w, p in zip(run, phrase, strict=True)):
                others = tuple(other for other in self.groups[group] if other != phrase)
                return length, others
        return 0, ()

    def is_official(self, typed: tuple[Word, ...]) -> bool:
        """Whether the words are the plans' own wording, the first of its group."""
        found = self.phrases.get(tuple(word.plain for word in typed))
        return found is not None and self.groups[found[1]][0] == found[0]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The project's lexicon."""
    rows = [list(row) for row in _tables()["same"]]
    for short, long in _tables()["abbreviations"].items():
        known = next((row for row in rows if long in row), None)
        if known is None:
            rows.append([long, short])
        else:
            known.append(short)
    groups = tuple(tuple(_exact(words(phrase)) for phrase in row) for row in rows)
    phrases: dict[tuple[str, ...], tuple[tuple[Word, ...], int]] = {}
    for number, group in enumerate(groups):
        for phrase in group:
            phrases.setdefault(tuple(word.plain for word in phrase), (phrase, number))
    return Lexicon(phrases, groups, max(map(len, phrases)))


def _exact(phrase: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words of the lexicon are written with the diacritics that they are meant with."""
    return tuple(replace(word, exact=True) for word in phrase)


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation in lower case -> its words; also without diacritics where no other has that form."""
    marked = {short.lower(): long for short, long in _tables()["abbreviations"].items()}
    return {strip_marks(short): long for short, long in marked.items()} | marked
