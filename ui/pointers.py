"""What refers to a provision or to a document: places in the plans that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.citation.reader import read_citation, resolve
from corpus.doctypes import find_numbers, same_number
from corpus.fold import fold
from corpus.plan import Plan

_POINTER = re.compile(
    r"(?<!\w)(?:điểm|khoản|tiểu mục|mục|điều|phần|chương)\s(?:số\s)?"
    r"(?:\d[\d.]{0,6}|[ivxl]{1,6}|[a-zđ])(?!\w)"
)
_REACH = 110  # code points after the first word of a pointer that can belong to it
_MOST_READ = 400  # pointers read in one plan
_SENTENCE_END = re.compile(r"[.;:\n](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a plan that name something."""

    plan: Plan
    start: int
    end: int


def pointers_to(plan: Plan, start: int, end: int, plans: Iterable[Plan]) -> tuple[Place, ...]:
    """Places that cite exactly ``[start, end)`` of ``plan``, in it or in plans that name it."""
    found = []
    for other in plans:
        for place in _pointers(other):
            own = other.id == plan.id
            if own and start <= place.start < end:
                continue
            readings = tuple(
                reading
                for reading in read_citation(other.text[place.start : place.end])
                if reading.parts and (own or reading.document.number)
            )
            cited = resolve(readings, (plan,)) if readings else ()
            if any(_same(plan, (one.start, one.end), (start, end)) for one in cited if one.exact):
                found.append(place)
    return tuple(found)


def _pointers(plan: Plan) -> Iterator[Place]:
    """Runs of words in the body that begin like a citation, up to the end of the clause."""
    folded = fold(plan.text)
    reached, read = 0, 0
    for match in _POINTER.finditer(folded):
        if match.start() < reached or read == _MOST_READ:
            continue
        stop = _SENTENCE_END.search(folded, match.end(), match.start() + _REACH)
        reached = stop.start() if stop else min(len(folded), match.start() + _REACH)
        read += 1
        yield Place(plan, match.start(), reached)


def _same(plan: Plan, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] == other[0] and plan.text[slice(*one)].strip() == plan.text[slice(*other)].strip()


def asked_numbers(text: str) -> tuple[str, ...]:
    """The document numbers that are typed in ``text``."""
    return tuple(number.text for number in find_numbers(text))


def places_naming(number: str, plans: Iterable[Plan]) -> tuple[Place, ...]:
    """Every place that names the document of this number, in the order of the plans."""
    return tuple(
        Place(plan, reference.start, reference.end)
        for plan in plans
        for reference in plan.references
        if reference.number is not None and same_number(reference.number, number)
    )


def plans_numbered(number: str, plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The plans of the collection that carry this number themselves."""
    return tuple(
        plan for plan in plans if plan.meta.number and same_number(plan.meta.number, number)
    )
