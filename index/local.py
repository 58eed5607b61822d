"""One snapshot in memory, and the search in it: keywords and vectors, fused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from corpus.codec import plan_from_json
from corpus.plan import Plan
from index import keyword, tables, vectors
from index.assemble import KEYWORD_FOLDER, VECTOR_FILE, plan_file
from index.chunk import Chunk, make_chunk
from index.fuse import fuse
from index.snapshot import Model, Snapshot, damaged
from index.tables import END, PLAN, SECTION, START, Filter, PlanCard

# The best rows of each leg that are scored by both. An index of fewer rows is scored whole.
CANDIDATES = 1_000
_CACHED_PLANS = 256


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk that was found. ``score`` is in [0, 1] and compares hits of one search only."""

    chunk: Chunk
    score: float
    keyword: float  # BM25, 0 when no term of the question occurs
    dense: float  # cosine, 0 when the search had no vector


class LocalIndex:
    """One snapshot in memory; plans are read when first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        files = {name: snapshot.read(name) for name in snapshot.manifest.files}
        try:
            self._tables = tables.from_files(files)
            self.keyword = keyword.from_files(
                {
                    name.removeprefix(KEYWORD_FOLDER): data
                    for name, data in files.items()
                    if name.startswith(KEYWORD_FOLDER)
                }
            )
            self.vectors = vectors.from_bytes(files[VECTOR_FILE])
        except (KeyError, TypeError, ValueError) as error:
            raise damaged(snapshot.home, "snapshots", "nội dung không đọc được") from error
        self._numbers = {card.id: number for number, card in enumerate(self._tables.cards)}
        # The cache holds the snapshot, not this object: no cycle, so what is unused goes at once.
        self._cached_plan = lru_cache(_CACHED_PLANS)(partial(_read_plan, snapshot))

    @property
    def model(self) -> Model:
        """The embedding model that made the vectors."""
        return self.snapshot.manifest.model

    def __len__(self) -> int:
        return len(self._tables.rows)

    def plans(self) -> tuple[PlanCard, ...]:
        """Every plan of the collection, without its text."""
        return self._tables.cards

    def plan(self, identifier: str) -> Plan:
        """One plan, whole; KeyError when it is not in the collection."""
        if identifier not in self._numbers:
            raise KeyError(identifier)
        return self._cached_plan(identifier)

    def chunk(self, row: int) -> Chunk:
        """The chunk of one row."""
        fields = self._tables.rows[row]
        plan = self.plan(self._tables.cards[fields[PLAN]].id)
        section = plan.sections[fields[SECTION]]
        return make_chunk(row, plan, section, int(fields[START]), int(fields[END]))

    def rows_of(self, identifier: str) -> NDArray[np.int64]:
        """The rows of one plan's chunks, in the order of its text."""
        return np.flatnonzero(self._tables.rows[:, PLAN] == self._numbers[identifier])

    def search(
        self,
        vector: NDArray[np.float32] | None,
        terms: Sequence[str],
        filter: Filter,
        k: int,
    ) -> tuple[Hit, ...]:
        """At most ``k`` hits, best first; equal scores in the order of the rows."""
        if vector is not None and not vector.any():
            vector = None  # a question without a word that the model knows
        allowed = self._tables.allowed(filter)
        lexical = self.keyword.scores(terms, allowed)
        rows = self._candidates(vector, lexical, allowed)
        if vector is None:
            rows = rows[lexical[rows] > 0.0]
        dense = None if vector is None else self.vectors.scores(vector, rows)
        fused = fuse(lexical[rows], dense, self.keyword.highest(terms))
        best = np.lexsort((rows, -fused))[: max(k, 0)]
        return tuple(
            Hit(
                self.chunk(int(rows[place])),
                float(fused[place]),
                float(lexical[rows[place]]),
                0.0 if dense is None else float(dense[place]),
            )
            for place in best
        )

    def _candidates(
        self,
        vector: NDArray[np.float32] | None,
        lexical: NDArray[np.float32],
        allowed: NDArray[np.bool_] | None,
    ) -> NDArray[np.int64]:
        """Rows to score by both legs, ascending."""
        every = np.arange(len(self)) if allowed is None else np.flatnonzero(allowed)
        if len(every) <= CANDIDATES:
            return every
        best = every[np.argpartition(-lexical[every], CANDIDATES)[:CANDIDATES]]
        if vector is None:
            return np.sort(best)
        return np.union1d(best, self.vectors.top(vector, CANDIDATES, allowed))


def _read_plan(snapshot: Snapshot, identifier: str) -> Plan:
    name = plan_file(identifier)
    try:
        return plan_from_json(snapshot.read(name))
    except ValueError as error:
        raise damaged(snapshot.home, name, "nội dung không đọc được") from error
