"""The gate for amounts: each is that of the indicator, year and scope that the sentence names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from corpus.fold import fold
from corpus.places.finder import PlaceMention
from corpus.plan import IndicatorKind, Plan, Quantity
from corpus.quantity.reader import parse_number
from rag.figures.ranking import DIFFERENCE
from rag.gate.bound import (
    Said,
    alike,
    fits_time,
    in_part,
    in_scope,
    kind_of,
    named_in,
)
from rag.gate.cited import Cited
from rag.gate.claim import BLANK, Claim, Time
from rag.gate.evidence import (
    flat,
    holds,
    same_amount,
)
from rag.gate.places import ELSEWHERE

_DIGITS = re.compile(r"\d+")
_DIFFERENCE = re.compile(rf"{DIFFERENCE} (?P<number>\d+(?:[.,]\d+)*)[^,.;()]*")
_FORMER = fold("cũ")
_OWN_WORDS = frozenset(
    fold("đúng không theo đến năm trong tại các cơ quan nhiệm vụ nguyên văn thời gian").split()
)


def amount_faults(
    claim: Claim, mentions: Sequence[PlaceMention], cited: Cited, named: list[tuple[int, Plan]]
) -> list[str]:
    """Amounts, years, scopes and other numbers that are not those of the cited words together."""
    claim, faults = _without_difference(claim)
    names, spans = named_in(claim, cited.bonds)
    whole = claim
    claim = claim.without([*spans, *_numbers_of(mentions, claim)])
    quantities = claim.quantities()
    times = claim.times(quantities)
    faults += [
        f"Năm {time.year} không có trong trích dẫn." for time in times if not _has_year(time, cited)
    ]
    said, more = _said(claim, whole, times, quantities, mentions, cited, bool(names))
    faults += more
    for at, quantity in enumerate(quantities):
        if not _is_stated(quantity, names, said, _plan_before(quantity.start, named), cited):
            faults.append(f"“{quantity.text}” không có trong trích dẫn.")
        elif not _is_timely(quantity, at, quantities, names, said, cited):
            faults.append(f"“{quantity.text}” không phải của năm được nói tới.")
    if not names and named_in(whole, in_part(cited.grounds))[0]:
        faults.append("Trích dẫn không trọn câu nêu chỉ tiêu.")
    if names and mentions and not named:
        faults.append(f"{ELSEWHERE} trong câu không phải của văn bản được trích.")
    if names and not quantities and not _is_target(whole, names, said, cited):
        faults.append("Chỉ tiêu không đúng như trích dẫn.")
    rest = claim.without([*_spans(quantities), *_spans(times)])
    return faults + _rest_faults(rest, mentions, cited)


def _without_difference(claim: Claim) -> tuple[Claim, list[str]]:
    """The claim without "chênh nhau 0,5 m²", and a fault when no two of its amounts are so far apart."""
    said = _DIFFERENCE.search(claim.text)
    if said is None:
        return claim, []
    rest = claim.without([said.span()])
    told = parse_number(said["number"])
    amounts = [(q.operator, q.unit, low) for q in rest.quantities() if (low := q.low or q.high)]
    apart = {
        round(abs(one[2] - other[2]), 6)
        for one, other in itertools.combinations(amounts, 2)
        if one[:2] == other[:2]
    }
    return rest, [] if told in apart else ["Mức chênh lệch không đúng."]


def _has_year(time: Time, cited: Cited) -> bool:
    stated = {year for g in cited.grounds for year in g.years}
    return {time.year, time.since or time.year} <= stated


def _plan_before(at: int, named: list[tuple[int, Plan]]) -> Plan | None:
    """The plan that the claim names last before an amount."""
    before = [(start, plan) for start, plan in named if start < at]
    return max(before, key=lambda found: found[0])[1] if before else None


def _is_stated(
    quantity: Quantity, names: set[str], said: Said, plan: Plan | None, cited: Cited
) -> bool:
    """Whether a cited indicator of the name, scope and plan has the amount, or free words do."""
    bonds = [b for b in cited.bonds if plan is None or b.plan is plan]
    fitting = [b for b in alike(quantity, bonds) if not names or b.name in names]
    if fitting:
        return bool(in_scope(fitting, said, bonds))
    if names:
        return False
    return any(
        same_amount(quantity, printed) and g.is_free(printed)
        for g in cited.grounds
        if plan is None or g.plan is plan
        for printed in g.quantities
    )


def _is_timely(
    quantity: Quantity,
    at: int,
    quantities: Sequence[Quantity],
    names: set[str],
    said: Said,
    cited: Cited,
) -> bool:
    """Whether the amount is for the year that the claim gives it.

    As many years as amounts belong to them in order; otherwise each amount must be for one of the
    years, and a lone amount for all of them.
    """
    fitting = [b for b in alike(quantity, cited.bonds) if not names or b.name in names]
    if not fitting or not said.times:
        return True
    fitting = in_scope(fitting, said, cited.bonds)
    if len(said.times) == len(quantities):
        return any(fits_time(b.indicator, said.times[at]) for b in fitting)
    hits = [any(fits_time(b.indicator, time) for b in fitting) for time in said.times]
    return all(hits) if len(quantities) == 1 else any(hits)


def _is_target(claim: Claim, names: set[str], said: Said, cited: Cited) -> bool:
    """Whether a target in words is given as its plan words it: "…: đạt chuẩn đô thị loại IV."."""
    _, colon, value = claim.text.rpartition(": ")
    value = flat(value).rstrip(".;")
    if not colon or BLANK in value or not value:
        return not said.times or any(
            fits_time(b.indicator, time)
            for b in cited.bonds
            for time in said.times
            if b.name in names
        )
    stated = [b for b in cited.bonds if b.name in names and b.value == value]
    fitting = in_scope(stated, said, cited.bonds)
    return any(all(fits_time(b.indicator, time) for time in said.times) for b in fitting)


def _said(
    claim: Claim,
    whole: Claim,
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    mentions: Sequence[PlaceMention],
    cited: Cited,
    named: bool,
) -> tuple[Said, list[str]]:
    """Scopes and labels in parentheses, and those that the cited words do not hold."""
    scopes: list[str] = []
    kinds: list[IndicatorKind] = []
    faults = []
    held = [span for each in (quantities, times, mentions) for span in _spans(each)]
    known = {bond.scope for bond in cited.bonds}
    for start, end in claim.parentheses():
        is_held = any(s < end and start < e for s, e in held)
        for words in map(str.strip, claim.low[start:end].split(";")):
            if (kind := kind_of(words)) is not None:
                kinds.append(kind)
            elif words in known and _is_printed(words, cited):
                scopes.append(words)
            elif is_held or words.strip(BLANK + " ") in {"", _FORMER} or cited.is_called(words):
                continue
            elif any(holds(g.words, words) for g in cited.grounds):
                scopes.append(words)
            else:
                faults.append(f"Phạm vi “{words}” không có trong trích dẫn.")
    return Said(times, scopes, kinds, whole.low, named), faults


def _is_printed(scope: str, cited: Cited) -> bool:
    """Whether the cited words print every part of a scope: "thành phố Vinh, tại khu vực nội thành"."""
    return all(any(holds(g.words, part) for g in cited.grounds) for part in scope.split(", "))


def _spans(found: Sequence[Quantity | Time | PlaceMention]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in found]


def _numbers_of(mentions: Sequence[PlaceMention], claim: Claim) -> list[tuple[int, int]]:
    """The numbers that belong to names of places ("Móng Cái 1"), which are looked at as places."""
    return [
        match.span() for m in mentions for match in _DIGITS.finditer(claim.text, m.start, m.end)
    ]


def _rest_faults(claim: Claim, mentions: Sequence[PlaceMention], cited: Cited) -> list[str]:
    """Other numbers and proper names that neither the cited words nor the plans' names hold."""
    faults = [
        f"Số “{token}” không có trong trích dẫn."
        for token, ways in claim.tokens()
        if not any(map(cited.says, ways))
    ]
    claim = claim.without((m.start, m.end) for m in mentions)
    faults += [
        f"Tên “{name}” không có trong trích dẫn."
        for name in claim.proper_names()
        if fold(name) not in _OWN_WORDS
        and not cited.says(fold(name))
        and not cited.is_called(fold(name))
    ]
    return faults
