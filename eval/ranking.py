"""Scores of a ranked list of hits, at section level; larger is better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.plan import Plan, Section
from eval.question import EvalQuestion, Place

DEPTH = 10


class FoundChunk(Protocol):
    """A piece of a section; ``[start, end)`` are offsets in the plan's text."""

    @property
    def plan(self) -> Plan: ...  # noqa: D102
    @property
    def section(self) -> Section: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


class Found(Protocol):
    """One hit of a search."""

    @property
    def chunk(self) -> FoundChunk:
        """What was found."""
        ...


@dataclass(frozen=True, slots=True)
class Ranking:
    """Whether a supporting section is among the first k, and how far down the first one is."""

    hit_1: float
    hit_4: float
    hit_10: float
    recall_4: float  # share of the expected sections among the first 4
    recall_10: float
    mrr_10: float  # 1 / rank of the first supporting hit, 0 beyond 10


def searchable(question: EvalQuestion) -> bool:
    """Whether a search alone can be scored on the question: one turn, and a section that answers."""
    answerable = {"answered", "corrected"}.intersection(question.status)
    return bool(question.sections and answerable) and len(question.turns) == 1


def rank(question: EvalQuestion, hits: Sequence[Found]) -> Ranking:
    """Scores of ``hits``, best first."""
    found = [
        frozenset(n for n, group in enumerate(question.sections) if _supports(hit, group))
        for hit in hits[:DEPTH]
    ]
    first = next((place for place, groups in enumerate(found, start=1) if groups), None)
    return Ranking(
        hit_1=float(any(found[:1])),
        hit_4=float(any(found[:4])),
        hit_10=float(any(found)),
        recall_4=_recall(found[:4], len(question.sections)),
        recall_10=_recall(found, len(question.sections)),
        mrr_10=1.0 / first if first else 0.0,
    )


def _recall(found: Sequence[frozenset[int]], places: int) -> float:
    return len(frozenset().union(*found)) / places


def _supports(hit: Found, group: Sequence[Place]) -> bool:
    """Whether the chunk overlaps one of the places, each with all that lies under it."""
    chunk = hit.chunk
    for place in group:
        section = chunk.plan.section(place.path) if chunk.plan.id == place.plan else None
        if section and chunk.start < section.subtree_end and section.start < chunk.end:
            return True
    return False
