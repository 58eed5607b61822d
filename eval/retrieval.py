"""Search alone, on a public set: corpus.jsonl, queries.jsonl and qrels.jsonl in one folder.

Keyword, dense and hybrid search exactly as the index does them, one passage a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.fold import strip_marks
from eval.errors import RetrievalSetError
from eval.interval import Estimate, estimate
from eval.lines import read_objects
from eval.report import interval, percent, table
from eval.words import LEGS
from index import keyword, vectors
from index.embed import Embedder
from index.fuse import fuse
from index.store import CANDIDATES
from index.tokens import terms

DEPTH = 10
_HEAD = ("Cách tìm", "hit@1", "hit@10", "MRR@10", "MRR@10, khoảng tin cậy 95 %")


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Passages, questions, and the rows of ``passages`` that answer each question."""

    passages: tuple[str, ...]
    queries: tuple[str, ...]
    relevant: tuple[frozenset[int], ...]  # one for each query


@dataclass(frozen=True, slots=True)
class LegScores:
    """One way of searching, over all questions."""

    leg: str  # "keyword", "dense" or "hybrid"
    hit_1: Estimate
    hit_10: Estimate
    mrr_10: Estimate


def read_set(folder: Path, limit: int | None = None) -> RetrievalSet:
    """The set in ``folder``, its first ``limit`` questions. Raises RetrievalSetError."""
    rows: dict[str, int] = {}
    passages: list[str] = []
    for where, record in read_objects(folder / "corpus.jsonl", RetrievalSetError):
        rows[_text(record, "id", where)] = len(passages)
        title = record.get("title") or ""
        passages.append(f"{title}\n{_text(record, 'text', where)}".strip())
    relevant = _read_relevant(folder / "qrels.jsonl", rows)
    queries = [
        (_text(record, "id", where), _text(record, "text", where))
        for where, record in read_objects(folder / "queries.jsonl", RetrievalSetError)
    ]
    kept = [query for query in queries if query[0] in relevant][:limit]
    if not kept:
        raise RetrievalSetError(f"{folder}: không có câu hỏi nào có đáp án trong qrels.jsonl.")
    return RetrievalSet(
        tuple(passages),
        tuple(text for _, text in kept),
        tuple(frozenset(relevant[identifier]) for identifier, _ in kept),
    )


def without_marks(found: RetrievalSet) -> RetrievalSet:
    """The same set, its questions typed without diacritics."""
    stripped = tuple(strip_marks(query) for query in found.queries)
    return RetrievalSet(found.passages, stripped, found.relevant)


def measure(found: RetrievalSet, embedder: Embedder) -> tuple[LegScores, ...]:
    """Scores of the three ways of searching."""
    lexical = keyword.build([terms(passage) for passage in found.passages])
    dense = vectors.build(embedder.embed_passages(found.passages))
    questions = embedder.embed_queries(found.queries)
    ranks: dict[str, list[int | None]] = {leg: [] for leg in LEGS}
    for query, vector, relevant in zip(found.queries, questions, found.relevant, strict=True):
        for leg, order in _search(lexical, dense, terms(query), vector).items():
            ranks[leg].append(_first(order, relevant))
    return tuple(_leg_scores(leg, places) for leg, places in ranks.items())


def to_markdown(found: RetrievalSet, scores: Sequence[LegScores], name: str) -> str:
    """The table that the command line prints."""
    rows = [
        (
            LEGS[one.leg],
            percent(one.hit_1.mean),
            percent(one.hit_10.mean),
            percent(one.mrr_10.mean),
            interval(one.mrr_10),
        )
        for one in scores
    ]
    title = f"{name}: {len(found.passages)} đoạn, {len(found.queries)} câu hỏi"
    return f"{title}\n\n{table(_HEAD, rows)}\n"


def _search(
    lexical: keyword.KeywordIndex,
    dense: vectors.VectorIndex,
    words: Sequence[str],
    vector: NDArray[np.float32],
) -> Mapping[str, NDArray[np.int64]]:
    """The best rows of each leg, best first."""
    by_words = lexical.scores(words)
    near = dense.top(vector, CANDIDATES)
    rows = np.union1d(np.argsort(-by_words, kind="stable")[:CANDIDATES], near)
    near_rows = dense.scores(vector, rows) if vector.any() else None
    fused = fuse(by_words[rows], near_rows, lexical.highest(words))
    matching = np.flatnonzero(by_words > 0.0)
    return {
        "keyword": matching[np.argsort(-by_words[matching], kind="stable")][:DEPTH],
        "dense": near[:DEPTH],
        "hybrid": rows[np.argsort(-fused, kind="stable")][:DEPTH],
    }


def _first(order: NDArray[np.int64], relevant: frozenset[int]) -> int | None:
    """The place of the first relevant row, from 1; None when there is none."""
    return next((place for place, row in enumerate(order, start=1) if int(row) in relevant), None)


def _leg_scores(leg: str, places: Sequence[int | None]) -> LegScores:
    first = estimate([float(place == 1) for place in places])
    ten = estimate([float(place is not None) for place in places])
    reciprocal = estimate([1.0 / place if place else 0.0 for place in places])
    if not (first and ten and reciprocal):
        raise RetrievalSetError("Bộ đo không có câu hỏi nào.")
    return LegScores(leg, first, ten, reciprocal)


def _read_relevant(path: Path, rows: Mapping[str, int]) -> dict[str, set[int]]:
    relevant: dict[str, set[int]] = {}
    for where, record in read_objects(path, RetrievalSetError):
        document = _text(record, "doc_id", where)
        if document not in rows:
            raise RetrievalSetError(f"{where}: “{document}” không có trong corpus.jsonl.")
        if record.get("score", 1) > 0:
            relevant.setdefault(_text(record, "query_id", where), set()).add(rows[document])
    return relevant


def _text(record: Mapping[str, object], name: str, where: str) -> str:
    value = record.get(name)
    if not isinstance(value, str):
        raise RetrievalSetError(f"{where}: thiếu trường “{name}”; hãy sửa dòng này.")
    return value
