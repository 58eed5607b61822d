"""The syllables of a collection: how often each stands there, and beside which other."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from threading import Lock

from corpus.fold import fold, strip_marks
from corpus.places.gazetteer import gazetteer, split_type

_FILE = Path(__file__).with_name("typed.toml")
# Texts are read until this many characters: a million hold nearly every syllable that more would.
MAX_CHARACTERS = 1_000_000
_PHRASE_WEIGHT = 8  # occurrences that one phrase of questions stands for
_COMMON_WEIGHT = 2  # one compound of everyday and official use
_PLACE_WEIGHT = 2  # and one name of a province or district
_UNSEEN = 0.05  # occurrences granted to a syllable that was never seen
BREAK, NUMBER = ".", "0"  # how the end of a clause and any number are counted
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[.;:!?\n]+")
_NUMERALS = frozenset(
    {"ii", "iii", "iv", "vii", "viii", "ix", "xi", "xii"}
)  # roman ones that are no syllables


@dataclass(frozen=True, slots=True)
class Counts:
    """Occurrences of folded syllables and of neighbouring pairs, and the readings of bare ones."""

    single: Counter[str]
    pairs: Counter[tuple[str, str]]
    followers: Counter[str]  # different syllables that were seen after each
    readings: dict[str, tuple[str, ...]]  # without diacritics -> every syllable counted
    total: int

    def likelihood(self, left: str, right: str) -> float:
        """How likely ``right`` is after ``left``: their pairs, backed by its own frequency.

        The backing weighs as much as ``left`` has different followers (Witten and Bell, 1991).
        """
        backing = self.followers.get(left, 0) + 1
        seen = self.pairs.get((left, right), 0) + backing * self.frequency(right)
        return seen / (self.single.get(left, 0) + backing)

    def frequency(self, syllable: str) -> float:
        """How likely ``syllable`` is anywhere."""
        return (self.single.get(syllable, 0) + _UNSEEN) / self.total


class Vocabulary:
    """Counts of a collection's texts, made when first asked for. Safe to use from several threads."""

    def __init__(self, texts: Iterable[str], localities: tuple[str, ...]) -> None:
        self._texts: Iterable[str] = texts
        self._counts: Counts | None = None
        self._lock = Lock()
        self.localities = localities

    @classmethod
    def from_texts(cls, texts: Iterable[str], localities: Iterable[str] = ()) -> Vocabulary:
        """The vocabulary of ``texts``, which are not read before a question needs them.

        ``localities`` are the names that the collection's plans go by ("Hà Tĩnh").
        """
        return cls(texts, tuple(dict.fromkeys(localities)))

    def counts(self) -> Counts:
        """The counts, made on the first call."""
        with self._lock:
            if self._counts is None:
                self._counts = _count(self._texts)
                self._texts = ()
            return self._counts


def _count(texts: Iterable[str]) -> Counts:
    spelling: dict[str, str] = {}
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()

    def add(text: str, weight: int) -> None:
        tokens = _tokens(text, spelling)
        single.update(tokens * weight)
        pairs.update(list(pairwise(tokens)) * weight)

    add(typed_words().phrases, _PHRASE_WEIGHT)
    add(typed_words().common, _COMMON_WEIGHT)
    add("\n".join(" ".join(name) for name in sorted(place_names())), _PLACE_WEIGHT)
    for text in _bounded(texts):
        add(text, 1)
    readings: dict[str, list[str]] = {}
    for syllable in single:
        readings.setdefault(strip_marks(syllable), []).append(syllable)
    found = {bare: tuple(syllables) for bare, syllables in readings.items()}
    followers = Counter(left for left, _ in pairs)
    return Counts(single, pairs, followers, found, single.total())


def _bounded(texts: Iterable[str]) -> Iterator[str]:
    left = MAX_CHARACTERS
    for text in texts:
        yield text[:left]
        left -= len(text)
        if left <= 0:
            return


def _tokens(text: str, spelling: dict[str, str]) -> list[str]:
    """Folded syllables, numbers and breaks; ``spelling`` remembers what each word folds to."""
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", text).lower())
    for token in set(tokens).difference(spelling):
        spelling[token] = as_counted(token)
    return [spelling[token] for token in tokens]


def as_counted(token: str) -> str:
    """The form in which a word, number or mark is counted."""
    if token[0].isdigit() or token in _NUMERALS:
        return NUMBER
    return fold(token) if token[0].isalpha() else BREAK


@cache
def place_names() -> frozenset[tuple[str, ...]]:
    """Folded syllables of the names of every province and district, without their types."""
    data = gazetteer()
    provinces = [unit.split("/")[1] for unit in data.types]
    districts = [
        split_type(unit.rsplit("/", 1)[1])[1]
        for unit in (*data.areas, *data.former)
        if unit.startswith("63/")
    ]
    return frozenset(
        tuple(re.findall(r"[^\W\d_]+", fold(name))) for name in (*provinces, *districts)
    ) - {()}


@dataclass(frozen=True, slots=True)
class TypedWords:
    """The content of ``typed.toml``."""

    phrases: str
    common: str
    foreign: frozenset[str]
    bare: frozenset[str]


@cache
def typed_words() -> TypedWords:
    """Words of questions and foreign words, read once."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    foreign, bare = (frozenset(data[name].split()) for name in ("foreign", "bare"))
    return TypedWords(data["phrases"], data["common"], foreign, bare)


@dataclass(frozen=True, slots=True)
class Familiar:
    """Folded syllables and pairs of them that are known without any collection."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@cache
def familiar() -> Familiar:
    """The words of questions and of everyday and official use."""
    tokens = _tokens(f"{typed_words().phrases}\n{typed_words().common}", {})
    return Familiar(frozenset(tokens), frozenset(pairwise(tokens)))
