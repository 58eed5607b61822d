"""Batches of token ids: pairs drawn by weight, varied as people vary their questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.training.pairs import Pair
from index.training.recipe import Recipe
from index.training.vocabulary import parts_of, stripped_tokens

Ids = NDArray[np.int64]

_QUESTION_WORDS = (
    "là gì",
    "là bao nhiêu",
    "như thế nào",
    "có những gì",
    "được quy định như thế nào",
    "khi nào",
    "ở đâu",
    "ai",
    "nào",
    "gồm những nội dung nào",
    "bao nhiêu",
    "tại sao",
    "có phải không",
    "vì sao",
    "hãy cho biết",
    "cho hỏi",
    "theo quy định",
    "thì sao",
    "ra sao",
    "cần làm gì",
    "những ai",
    "bởi ai",
    "năm nào",
    "của ai",
    "có được không",
    "cái gì",
    "nhằm mục đích gì",
    "mấy",
    "thế nào là",
    "trong trường hợp nào",
)
_AFTER = 0.7  # question words stand after what is asked about more often than before it
_SHORTEST_POSITIVE = 4  # tokens
_WINDOW = (4, 20)  # tokens
_WINDOWED_POSITIVE = 30  # tokens a positive needs for a window to be taken out of it
_TOKENISED_AT_ONCE = 4_000


@dataclass(frozen=True, slots=True)
class Corpus:
    """Tokenised pairs. Pairs of equal query or equal positive share a number in ``same_…``."""

    queries: Sequence[Ids]
    positives: Sequence[Ids]
    weights: NDArray[np.float64]
    same_query: Ids
    same_positive: Ids
    frequency: NDArray[np.float64]  # of every token, in the positives; sums to 1
    question_words: Sequence[Ids]
    stripped: Sequence[Sequence[int]]  # token id -> ids without diacritics
    parts: Sequence[tuple[int, int] | None]  # token id -> ids of a compound's two syllables


@dataclass(frozen=True, slots=True)
class Batch:
    """Query i belongs to positive i; where ``same[i, j]``, positive j is no counter-example."""

    queries: Sequence[Ids]
    positives: Sequence[Ids]
    same: NDArray[np.bool_]


def _encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Ids]:
    encoded: list[Ids] = []
    for first in range(0, len(texts), _TOKENISED_AT_ONCE):
        part = list(texts[first : first + _TOKENISED_AT_ONCE])
        # two bytes an id, so that the whole corpus stays in memory; vocabularies are far smaller
        encoded += [np.array(e.ids, np.uint16) for e in tokenizer.encode_batch_fast(part)]
    return encoded


def _numbered(texts: Sequence[str]) -> Ids:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text.lower(), len(numbers)) for text in texts])


def tokenise(pairs: Sequence[Pair], tokenizer: Tokenizer) -> Corpus:
    """Ids of all pairs that have a query and a long enough positive."""
    queries = _encode(tokenizer, [pair.query for pair in pairs])
    positives = _encode(tokenizer, [pair.positive for pair in pairs])
    usable = [
        row
        for row, (query, positive) in enumerate(zip(queries, positives, strict=True))
        if len(query) and len(positive) >= _SHORTEST_POSITIVE
    ]
    size = tokenizer.get_vocab_size()
    counts = np.ones(size)
    for row in usable:
        np.add.at(counts, positives[row], 1)
    return Corpus(
        queries=[queries[row] for row in usable],
        positives=[positives[row] for row in usable],
        weights=np.array([pairs[row].weight for row in usable]),
        same_query=_numbered([pairs[row].query for row in usable]),
        same_positive=_numbered([pairs[row].positive for row in usable]),
        frequency=counts / counts.sum(),
        question_words=_encode(tokenizer, _QUESTION_WORDS),
        stripped=stripped_tokens(tokenizer),
        parts=parts_of(tokenizer),
    )


def batches(corpus: Corpus, recipe: Recipe) -> Iterator[Batch]:
    """``recipe.steps`` batches; the same ones for the same corpus and recipe."""
    random = np.random.default_rng(recipe.seed)
    size = min(recipe.batch, len(corpus.queries))
    waiting: Ids = np.empty(0, dtype=np.int64)
    for _ in range(recipe.steps):
        while len(waiting) < size:
            waiting = np.concatenate([waiting, _round(corpus, recipe.neighbours, random)])
        rows, waiting = waiting[:size], waiting[size:]
        yield _batch(corpus, recipe, rows, random)


def _round(corpus: Corpus, neighbours: int, random: np.random.Generator) -> Ids:
    """Every block of neighbours about as often as its weight says, blocks in random order."""
    count = len(corpus.queries)
    starts = np.arange(0, count, neighbours)
    times = np.floor(corpus.weights[starts] + random.random(len(starts))).astype(int)
    drawn = np.repeat(starts, times)
    random.shuffle(drawn)
    blocks = [np.arange(first, min(first + neighbours, count)) for first in drawn.tolist()]
    return np.concatenate([np.empty(0, dtype=np.int64), *blocks])


def _batch(corpus: Corpus, recipe: Recipe, rows: Ids, random: np.random.Generator) -> Batch:
    varied = [_vary(corpus, recipe, int(row), random) for row in rows]
    same = np.equal.outer(corpus.same_query[rows], corpus.same_query[rows])
    same |= np.equal.outer(corpus.same_positive[rows], corpus.same_positive[rows])
    np.fill_diagonal(same, False)
    return Batch([query for query, _ in varied], [positive for _, positive in varied], same)


def _vary(corpus: Corpus, recipe: Recipe, row: int, random: np.random.Generator) -> tuple[Ids, Ids]:
    query, positive = corpus.queries[row], corpus.positives[row]
    if len(positive) > _WINDOWED_POSITIVE and random.random() < recipe.window:
        query, positive = _window(positive, random, cut=random.random() < recipe.window_cut)
    if len(positive) > recipe.crop:
        first = random.integers(0, len(positive) - recipe.crop + 1)
        positive = positive[first : first + recipe.crop]
    if random.random() < recipe.asked:
        words = corpus.question_words[int(random.integers(len(corpus.question_words)))]
        parts = [query, words] if random.random() < _AFTER else [words, query]
        query = np.concatenate(parts)
    query = _dropped(query, recipe.dropped, random)
    if random.random() < recipe.stripped:
        query = np.array([token for old in query for token in corpus.stripped[old]])
    return query, positive


def _window(positive: Ids, random: np.random.Generator, *, cut: bool) -> tuple[Ids, Ids]:
    length = int(random.integers(*_WINDOW))
    first = int(random.integers(0, len(positive) - length))
    window = positive[first : first + length]
    rest = np.concatenate([positive[:first], positive[first + length :]])
    return window, rest if cut else positive


def _dropped(query: Ids, chance: float, random: np.random.Generator) -> Ids:
    kept = query[random.random(len(query)) >= chance]
    return kept if len(query) > 3 and len(kept) else query
