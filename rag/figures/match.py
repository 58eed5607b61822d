"""An indicator that a question may mean, and the years that it is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.plan import Indicator, Plan


@dataclass(frozen=True, slots=True)
class Match:
    """An indicator that a question may mean; ``score`` compares matches of one question only."""

    plan: Plan
    indicator: Indicator
    score: float
    coverage: float


def of_years(matches: Sequence[Match], years: Sequence[int]) -> list[Match]:
    """Those for one of the years; all when no year is asked."""
    if not years:
        return list(matches)
    return [match for match in matches if any(covers_year(match.indicator, year) for year in years)]


def covers_year(indicator: Indicator, year: int) -> bool:
    """Whether the value is for this year or for a period that holds it."""
    if indicator.year is None:
        return False
    return (indicator.since or indicator.year) <= year <= indicator.year
