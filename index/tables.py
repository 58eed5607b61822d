"""What an index knows of its rows without reading a plan: where each is, which filter passes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.plan import MetaSpan, Plan, PlanMeta
from index.arrays import array_from_bytes, array_to_bytes
from index.chunk import Chunk

# Columns of ``Tables.rows``. PLAN counts in the index, SECTION within its plan, FIRST and LAST (the
# sections at the chunk's two ends) over all plans, START and END in code points of the plan.
PLAN, SECTION, FIRST, LAST, START, END = range(6)


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan of the collection without its text."""

    id: str
    meta: PlanMeta
    sha256: str  # of everything that was read from the plan, and of its chunks
    chunks: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Which chunks may be found; None lets everything by, an empty set nothing.

    ``paths`` are section paths: "II.2" stands for that section and all below it. A chunk passes
    when it holds text of such a section.
    """

    plans: frozenset[str] | None = None
    paths: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows and sections of all plans of an index, in the order of ``cards``."""

    cards: tuple[PlanCard, ...]
    rows: NDArray[np.int32]  # shape (chunks, 6)
    paths: tuple[str, ...]  # every section path that occurs, once
    sections: NDArray[np.int32]  # position in ``paths`` for each section of each plan

    def allowed(self, chosen: Filter) -> NDArray[np.bool_] | None:
        """Which rows the filter lets by; None when it lets all by."""
        masks = []
        if chosen.plans is not None:
            wanted = np.array([card.id in chosen.plans for card in self.cards], dtype=np.bool_)
            masks.append(wanted[self.rows[:, PLAN]])
        if chosen.paths is not None:
            masks.append(self._touching(chosen.paths))
        return np.logical_and.reduce(masks) if masks else None

    def _touching(self, prefixes: Iterable[str]) -> NDArray[np.bool_]:
        """Rows that hold text of a section at or below one of ``prefixes``."""
        below = tuple(f"{prefix}." for prefix in prefixes)
        named = {prefix[:-1] for prefix in below}
        wanted = [path in named or path.startswith(below) for path in self.paths]
        hits = np.array(wanted, dtype=np.bool_)[self.sections]
        before = np.concatenate(([0], np.cumsum(hits)))
        found: NDArray[np.bool_] = before[self.rows[:, LAST] + 1] > before[self.rows[:, FIRST]]
        return found

    def to_files(self) -> dict[str, bytes]:
        """File name -> content, for ``from_files``."""
        tables = {"cards": [asdict(card) for card in self.cards], "paths": self.paths}
        return {
            "tables.json": json.dumps(tables, ensure_ascii=False).encode(),
            "chunks.npy": array_to_bytes(self.rows),
            "sections.npy": array_to_bytes(self.sections),
        }


def build(plans: Sequence[tuple[Plan, str, Sequence[Chunk]]]) -> Tables:
    """Tables of plans, each with the sum of its content and its chunks."""
    numbers: dict[str, int] = {}
    sections: list[int] = []
    rows: list[tuple[int, int, int, int, int, int]] = []
    for number, (plan, _, chunks) in enumerate(plans):
        offset = len(sections)
        for section in plan.sections:
            sections.append(numbers.setdefault(section.path, len(numbers)))
        for chunk in chunks:
            first = offset + plan.section_at(chunk.start).index
            last = offset + plan.section_at(chunk.end - 1).index
            rows.append((number, chunk.section.index, first, last, chunk.start, chunk.end))
    return Tables(
        tuple(PlanCard(plan.id, plan.meta, sha256, len(own)) for plan, sha256, own in plans),
        np.array(rows, dtype=np.int32).reshape(-1, 6),
        tuple(numbers),
        np.array(sections, dtype=np.int32),
    )


def from_files(files: Mapping[str, bytes]) -> Tables:
    """The tables that ``to_files`` wrote; KeyError or ValueError when a part is broken."""
    tables = json.loads(files["tables.json"])
    return Tables(
        tuple(_card(fields) for fields in tables["cards"]),
        array_from_bytes(files["chunks.npy"]),
        tuple(tables["paths"]),
        array_from_bytes(files["sections.npy"]),
    )


def _card(fields: dict[str, Any]) -> PlanCard:
    meta: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in fields["meta"].items()
    }
    meta["spans"] = tuple(MetaSpan(**span) for span in meta["spans"])
    return PlanCard(**fields | {"meta": PlanMeta(**meta)})
