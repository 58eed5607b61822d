"""Choosing among readings of neighbouring syllables by how a collection uses them side by side.

A hidden Markov model over pairs of syllables, decoded by the forward-backward algorithm (Rabiner,
1989): each syllable's probability counts every reading of its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.typed.vocabulary import BREAK, Counts


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of a syllable, and how readily it is typed that way (at most 1)."""

    reading: str
    weight: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """The likeliest reading and its probability among the choices, in (0, 1]."""

    reading: str
    probability: float


def choose(slots: Sequence[Sequence[Choice]], counts: Counts) -> tuple[Chosen, ...]:
    """The likeliest choice in each slot. Every slot has at least one. Linear in the slots."""
    ahead = _forward(slots, counts)
    behind = _backward(slots, counts)
    found = []
    for slot, left, right in zip(slots, ahead, behind, strict=True):
        scores = [a * b for a, b in zip(left, right, strict=True)]
        total = sum(scores)
        best = max(range(len(slot)), key=scores.__getitem__)
        found.append(Chosen(slot[best].reading, scores[best] / total if total > 0 else 0.0))
    return tuple(found)


def _forward(slots: Sequence[Sequence[Choice]], counts: Counts) -> list[list[float]]:
    """Probability of each choice given what stands left of it, up to a factor."""
    rows: list[list[float]] = []
    before: Sequence[Choice] = (Choice(BREAK, 1.0),)
    weights = [1.0]
    for slot in slots:
        row = [
            choice.weight
            * sum(
                w * counts.likelihood(b.reading, choice.reading)
                for b, w in zip(before, weights, strict=True)
            )
            for choice in slot
        ]
        weights = _scaled(row)
        rows.append(weights)
        before = slot
    return rows


def _backward(slots: Sequence[Sequence[Choice]], counts: Counts) -> list[list[float]]:
    """Probability of what stands right of each choice, up to a factor."""
    rows: list[list[float]] = []
    after: Sequence[Choice] = (Choice(BREAK, 1.0),)
    weights = [1.0]
    for slot in reversed(slots):
        row = _scaled(
            [
                sum(
                    w * counts.likelihood(choice.reading, a.reading)
                    for a, w in zip(after, weights, strict=True)
                )
                for choice in slot
            ]
        )
        rows.append(row)
        weights = [choice.weight * score for choice, score in zip(slot, row, strict=True)]
        after = slot
    rows.reverse()
    return rows


def _scaled(row: list[float]) -> list[float]:
    """The row with its largest value 1, so that a long text does not underflow."""
    top = max(row)
    return [value / top for value in row] if top > 0 else [1.0] * len(row)
