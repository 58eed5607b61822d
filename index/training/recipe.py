"""The settings of one training run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes, the schedule, and how often a pair is varied. Chances are between 0 and 1."""

    vocabulary: int = 11_000
    compounds: int = 5_000  # pairs of syllables that are tokens too, and as many without diacritics
    dimension: int = 512
    steps: int = 2_500
    batch: int = 1_024
    neighbours: int = 16  # pairs that stand together in a file share a batch: hard negatives
    crop: int = 192  # tokens of a positive, taken at a random place
    learning_rate: float = 0.01
    warm_up: int = 30  # steps
    temperature: float = 0.05
    window: float = 0.35  # the query is a window of the positive itself (inverse cloze)
    window_cut: float = 0.7  # and that window is cut out of the positive
    asked: float = 0.4  # question words are added, so that they come to weigh little
    dropped: float = 0.1  # of the query's tokens
    stripped: float = 0.3  # the query loses its diacritics
    seed: int = 0
