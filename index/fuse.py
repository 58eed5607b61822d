"""Keyword and dense scores made into one.

A weighted sum of scaled scores, not reciprocal rank fusion: on ten Vietnamese sets the sum was
better for each of 14 embedding models (ViRE, EACL 2026 Findings).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# For the bundled model, measured on ViRHE4QA, UIT regulations and XQuAD-vi, and on the held-out
# everyday questions of ``eval/questions/everyday``.
KEYWORD_WEIGHT = 0.7
DENSE_WEIGHT = 0.3
# A keyword score counts in full from this share of the score that no row can exceed: the best row of
# a question in everyday words, which shares next to nothing with any, is no find.
FOUND = 0.25


def scale(
    scores: NDArray[np.float32], floor: float | None = None, least: float = -np.inf
) -> NDArray[np.float64]:
    """Scores moved to [0, 1] by their smallest and largest; equal ones become 1.

    ``floor`` stands in for the smallest when a scale has a natural zero, as BM25 has; ``least`` is
    what 1 stands for at the least.
    """
    values = scores.astype(np.float64)
    if not values.size:
        return values
    low = float(values.min()) if floor is None else floor
    spread = max(float(values.max()), least) - low
    if spread <= 0.0:
        return np.zeros_like(values) if floor is not None else np.ones_like(values)
    return np.clip((values - low) / spread, 0.0, 1.0)


def fuse(
    keyword: NDArray[np.float32],
    dense: NDArray[np.float32] | None,
    highest: float = 0.0,
    keyword_weight: float = KEYWORD_WEIGHT,
    dense_weight: float = DENSE_WEIGHT,
) -> NDArray[np.float64]:
    """One score in [0, 1] for each candidate, larger is better; both legs in the same row order.

    ``highest`` is the keyword score that no row can exceed. Without a dense leg the keyword scores
    decide alone.
    """
    if dense is None:
        return scale(keyword, floor=0.0)
    scaled = scale(keyword, floor=0.0, least=FOUND * highest)
    total = keyword_weight + dense_weight
    return (keyword_weight * scaled + dense_weight * scale(dense)) / total
