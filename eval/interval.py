"""Means with 95 % percentile bootstrap intervals over questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 10_000
SEED = 20220124
LEVEL = 0.95
_BATCH = 4_000_000  # numbers drawn at a time: 32 MB


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over ``n`` questions and its interval."""

    mean: float
    low: float
    high: float
    n: int


def estimate(values: Sequence[float]) -> Estimate | None:
    """Mean and interval of one score a question; None without values.

    Percentile bootstrap (Efron & Tibshirani, "An Introduction to the Bootstrap", 1993, section 13).
    """
    if not values:
        return None
    sample = np.asarray(values, dtype=np.float64)
    low, high = np.quantile(_means(sample), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(float(sample.mean()), float(low), float(high), len(sample))


def paired_difference(first: Sequence[float], second: Sequence[float]) -> Estimate | None:
    """Mean and interval of ``second - first`` on the same questions."""
    return estimate([b - a for a, b in zip(first, second, strict=True)])


def _means(sample: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean of each resample."""
    generator = np.random.default_rng(SEED)
    return np.concatenate(
        [
            sample[generator.integers(0, len(sample), size)].mean(axis=1)
            for size in _sizes(len(sample))
        ]
    )


def _sizes(n: int) -> Iterator[tuple[int, int]]:
    """Shapes of the batches that make up all resamples without filling the memory."""
    step = max(1, _BATCH // n)
    for start in range(0, RESAMPLES, step):
        yield min(step, RESAMPLES - start), n
