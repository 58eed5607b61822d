"""BM25 over plain arrays: one sorted array of term keys, and the postings of each term.

A token has a number, its place in the vocabulary; a pair of neighbours "a b" has the key
``size + a * size + b``. So only single tokens are stored as words, and opening stays fast.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.arrays import array_from_bytes, array_to_bytes

# Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3. These
# values did best of ten pairs on ViRHE4QA (hit@1 .754), and well on two other public sets.
K1 = 1.2  # how soon a repeated term stops counting
B = 0.75  # how much long chunks are held back

_LARGEST_COUNT = np.iinfo(np.uint16).max
_FILES = ("keys", "starts", "rows", "counts", "lengths")


def idf(documents: int, containing: int) -> float:
    """Lucene's inverse document frequency, never negative: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return math.log1p((documents - containing + 0.5) / (containing + 0.5))


@dataclass(frozen=True, slots=True)
class KeywordIndex:
    """Postings of every term: ``rows[starts[t]:starts[t + 1]]`` hold it, ``counts`` times each."""

    vocabulary: Mapping[str, int]  # token -> number, in sorted order
    keys: NDArray[np.int64]  # of the terms that occur, ascending
    starts: NDArray[np.int64]  # one more than keys
    rows: NDArray[np.int32]
    counts: NDArray[np.uint16]
    lengths: NDArray[np.int32]  # terms in each row
    norms: NDArray[np.float32] = field(init=False)  # k1 (1 - b + b length / mean length)
    holding: tuple[int, ...] = field(init=False)  # rows that hold each token of the vocabulary

    def __post_init__(self) -> None:
        mean = max(float(self.lengths.mean()), 1.0) if self.lengths.size else 1.0
        norms = K1 * (1.0 - B + B * self.lengths / mean)
        object.__setattr__(self, "norms", norms.astype(np.float32))
        tokens = int(self.keys.searchsorted(len(self.vocabulary)))  # the keys of pairs are larger
        holding = np.zeros(len(self.vocabulary), dtype=np.int64)
        holding[self.keys[:tokens]] = np.diff(self.starts[: tokens + 1])
        object.__setattr__(self, "holding", tuple(holding.tolist()))

    def __len__(self) -> int:
        return len(self.lengths)

    def scores(
        self, terms: Iterable[str], allowed: NDArray[np.bool_] | None = None
    ) -> NDArray[np.float32]:
        """BM25 of every row, 0 for rows without any of the terms and for rows not ``allowed``.

        Term rarity is that of the whole collection, whatever is allowed.
        """
        total = np.zeros(len(self), dtype=np.float32)
        for term, times in Counter(terms).items():
            place = self._place(term)
            if place is None:
                continue
            span = slice(int(self.starts[place]), int(self.starts[place + 1]))
            rows, counts = self.rows[span], self.counts[span].astype(np.float32)
            weight = np.float32(times * idf(len(self), len(rows)))
            total[rows] += weight * counts / (counts + self.norms[rows])
        if allowed is not None:
            total[~allowed] = 0.0
        return total

    def highest(self, terms: Iterable[str]) -> float:
        """The score that no row can exceed for these terms."""
        return sum(
            times * idf(len(self), self.frequency(term)) for term, times in Counter(terms).items()
        )

    def frequency(self, term: str) -> int:
        """In how many rows ``term`` (as ``tokens.terms`` writes it) occurs."""
        number = self.vocabulary.get(term)
        if number is not None:
            return self.holding[number]
        place = self._place(term)
        return 0 if place is None else int(self.starts[place + 1] - self.starts[place])

    def to_files(self) -> dict[str, bytes]:
        """File name -> content, for ``from_files``."""
        files = {f"{name}.npy": array_to_bytes(getattr(self, name)) for name in _FILES}
        words = json.dumps(list(self.vocabulary), ensure_ascii=False, separators=(",", ":"))
        return files | {"vocabulary.json": words.encode()}

    def _place(self, term: str) -> int | None:
        key = _key(term, self.vocabulary)
        if key is None:
            return None
        place = int(self.keys.searchsorted(key))
        return place if place < len(self.keys) and self.keys[place] == key else None


def build(documents: Sequence[Sequence[str]]) -> KeywordIndex:
    """Index of the terms of each row, as ``tokens.terms`` gives them."""
    words = sorted({term for terms in documents for term in terms if " " not in term})
    vocabulary = {word: number for number, word in enumerate(words)}
    keys, rows, counts = _postings(documents, vocabulary)
    order = np.lexsort((rows, keys))
    unique, first = np.unique(keys[order], return_index=True)
    return KeywordIndex(
        vocabulary=vocabulary,
        keys=unique,
        starts=np.append(first, len(keys)).astype(np.int64),
        rows=rows[order],
        counts=counts[order],
        lengths=np.array([len(terms) for terms in documents], dtype=np.int32),
    )


def from_files(files: Mapping[str, bytes]) -> KeywordIndex:
    """The index that ``to_files`` wrote; KeyError or ValueError when a part is broken."""
    words: list[str] = json.loads(files["vocabulary.json"])
    arrays = {name: array_from_bytes(files[f"{name}.npy"]) for name in _FILES}
    return KeywordIndex({word: number for number, word in enumerate(words)}, **arrays)


def _key(term: str, vocabulary: Mapping[str, int]) -> int | None:
    left, _, right = term.partition(" ")
    first = vocabulary.get(left)
    if first is None or not right:
        return first
    second = vocabulary.get(right)
    return None if second is None else len(vocabulary) * (first + 1) + second


def _postings(
    documents: Sequence[Sequence[str]], vocabulary: Mapping[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.uint16]]:
    """(term key, row, count) of every term in every row, in row order."""
    keys: list[NDArray[np.int64]] = [np.empty(0, np.int64)]
    rows: list[NDArray[np.int32]] = [np.empty(0, np.int32)]
    counts: list[NDArray[np.uint16]] = [np.empty(0, np.uint16)]
    for row, terms in enumerate(documents):
        numbers = [key for term in terms if (key := _key(term, vocabulary)) is not None]
        unique, count = np.unique(np.array(numbers, dtype=np.int64), return_counts=True)
        keys.append(unique)
        rows.append(np.full(len(unique), row, dtype=np.int32))
        counts.append(np.minimum(count, _LARGEST_COUNT).astype(np.uint16))
    return np.concatenate(keys), np.concatenate(rows), np.concatenate(counts)
