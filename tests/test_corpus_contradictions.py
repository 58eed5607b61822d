"""Dates of one document that cannot all be right, between plans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.contradictions import conflicts, dates_conflict
from corpus.plan import Plan, PlanMeta, Reference

DATES = st.dates().map(
    lambda day: day.replace(year=2000 + day.year % 4).isoformat() if day.day < 29 else "2024-01-05"
)


@given(st.lists(DATES, min_size=1, max_size=12))
def test_the_dates_reported_are_those_that_clash_with_another(dates: list[str]) -> None:
    references = tuple(
        Reference("Nghị quyết", "06-NQ/TW", date, None, None, "1", place, place + 1)
        for place, date in enumerate(dates)
    )
    plan = Plan("x", " " * len(dates), PlanMeta(), (), references=references)
    reported = {reading.date for found in conflicts((plan,)) for reading in found.readings}
    assert reported == {one for one in dates if any(dates_conflict(one, other) for other in dates)}
