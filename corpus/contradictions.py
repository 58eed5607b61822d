"""What contradicts itself in one plan or between plans: reported with every place, never repaired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.doctypes import codes_of, number_key, type_code, types_of
from corpus.plan import Plan, PlanWarning, Reference
from corpus.references.keys import document_keys


@dataclass(frozen=True, slots=True)
class Reading:
    """One printed date of a document: in which plan, where."""

    date: str
    plan: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Plans that date one document differently; ``message`` is Vietnamese, for users."""

    key: str
    number: str
    readings: tuple[Reading, ...]
    message: str


def reference_warnings(references: Iterable[Reference]) -> tuple[PlanWarning, ...]:
    """What contradicts itself inside one plan; reported with both places, never repaired.

    "reference-type": the type printed before a number is not the one its code stands for.
    "reference-date": one number with two dates of the same year, or of the same day and month.
    """
    warnings: list[PlanWarning] = []
    dated: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        if reference.alias is None and reference.number is not None:
            warnings.extend(_type_conflict(reference))
            if reference.date is not None:
                dated.setdefault((number_key(reference.number), reference.type or ""), []).append(
                    reference
                )
    for group in dated.values():
        first = group[0]
        for other in group[1:]:
            if dates_conflict(first.date, other.date):
                warnings.append(
                    PlanWarning(
                        "reference-date",
                        f"Số {first.number} được ghi hai ngày khác nhau: {shown_date(first.date)} và "
                        f"{shown_date(other.date)}; cần đối chiếu văn bản gốc.",
                        other.start,
                        other.end,
                    )
                )
    return tuple(sorted(warnings, key=lambda warning: (warning.start, warning.code)))


def dates_conflict(one: str | None, other: str | None) -> bool:
    """Whether two ISO dates of one number cannot both be right.

    Numbers start again each year or term, so dates far apart may be two documents; a contradiction
    is two days of one year, or one day and month in two years.
    """
    if one is None or other is None or one == other:
        return False
    return one[:4] == other[:4] or one[4:] == other[4:]


def shown_date(value: str | None) -> str:
    """An ISO date as documents print it: 24/01/2022, 22/9/2022; "" for None."""
    if value is None:
        return ""
    year, month, day = value.split("-")
    return f"{day}/{month if int(month) < 3 else int(month)}/{year}"


def conflicts(plans: Sequence[Plan]) -> tuple[Conflict, ...]:
    """Documents that the plans, or one plan, date differently; none is taken as right."""
    readings: dict[str, list[Reading]] = {}
    numbers: dict[str, str] = {}
    for plan in plans:
        keys = document_keys(plan, dated=False)
        for reference, key in zip(plan.references, keys, strict=True):
            if reference.number is not None and reference.date is not None:
                numbers.setdefault(key, reference.number)
                reading = Reading(reference.date, plan.id, reference.start, reference.end)
                readings.setdefault(key, []).append(reading)
    found: list[Conflict] = []
    for key, group in readings.items():
        clashing = _clashing({reading.date for reading in group})
        if clashing:
            kept = tuple(reading for reading in group if reading.date in clashing)
            found.append(Conflict(key, numbers[key], kept, _message(numbers[key], kept)))
    return tuple(found)


def _clashing(dates: set[str]) -> set[str]:
    """Those of different ISO dates that cannot all be right (see ``dates_conflict``)."""
    years = Counter(date[:4] for date in dates)
    days = Counter(date[4:] for date in dates)
    return {date for date in dates if years[date[:4]] > 1 or days[date[4:]] > 1}


def _type_conflict(reference: Reference) -> list[PlanWarning]:
    code = type_code(reference.number or "")
    allowed = codes_of(reference.type or "")
    if code is None or not allowed or code.upper() in map(str.upper, allowed):
        return []
    meant = " hoặc ".join(types_of(reference.number or ""))
    message = f"“{reference.type} số {reference.number}”: ký hiệu {code} là của {meant}; cần đối chiếu văn bản gốc."
    return [PlanWarning("reference-type", message, reference.start, reference.end)]


def _message(number: str, readings: Sequence[Reading]) -> str:
    """Each date with the plans that print it."""
    by_date: dict[str, list[str]] = {}
    for reading in readings:
        plans = by_date.setdefault(reading.date, [])
        if reading.plan not in plans:
            plans.append(reading.plan)
    parts = "; ".join(f"{shown_date(date)} ({', '.join(plans)})" for date, plans in by_date.items())
    return f"Văn bản số {number} được ghi ngày khác nhau: {parts}; cần đối chiếu văn bản gốc."
