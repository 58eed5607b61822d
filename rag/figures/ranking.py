"""Who is highest and lowest among values of one unit, year and kind of scope."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.fold import strip_marks
from corpus.letters import sentence_case
from corpus.plan import Indicator
from corpus.quantity.reader import format_number
from rag.draft import Statement
from rag.figures.amounts import shown_value, supporting_spans
from rag.figures.match import Match, of_years

DIFFERENCE = "chênh nhau"


@dataclass(frozen=True, slots=True)
class _Entry:
    """The value of one plan, under the name that it goes by in the answer."""

    name: str
    match: Match

    @property
    def indicator(self) -> Indicator:
        return self.match.indicator

    @property
    def low(self) -> float | None:
        return self.indicator.low if self.indicator.low is not None else self.indicator.high

    @property
    def high(self) -> float | None:
        return self.indicator.high if self.indicator.high is not None else self.indicator.low

    @property
    def shown(self) -> str:
        return shown_value(self.match.plan, self.indicator)


def verdict(
    names: Mapping[str, str],
    found: Mapping[str, Sequence[Match]],
    year: int | None,
    *,
    lowest_first: bool = False,
) -> Statement | None:
    """Who is highest and lowest, said only between values of one unit, year and kind of scope.

    ``names`` are those of the plans by id, ``found`` their values. None where fewer than two plans
    state one, or all state the same.
    """
    entries = [
        _Entry(names[plan_id], fitting[0])
        for plan_id, matches in found.items()
        if year and (fitting := of_years(matches, [year])) and _is_number(fitting[0].indicator)
    ]
    if len(entries) < 2:
        return None
    if len({_unit(entry.indicator) for entry in entries}) > 1:
        return Statement("Các giá trị dưới đây khác đơn vị tính nên không so sánh trực tiếp được.")
    if len({_area(entry.indicator) for entry in entries} - {""}) > 1:
        return Statement("Các giá trị dưới đây khác phạm vi tính nên không xếp hạng được.")
    ordered = sorted(entries, key=lambda entry: (entry.low or 0.0, entry.high or 0.0), reverse=True)
    top, bottom = ordered[0], ordered[-1]
    if (top.low, top.high) == (bottom.low, bottom.high):
        return None
    if _overlap(*ordered[:2]):
        text = f"năm {year}, các mức có phần trùng nhau nên không xếp hạng được chắc chắn."
        return Statement(sentence_case(text))
    degree = "hơn" if len(entries) == 2 else "nhất"
    high = f"{top.name} cao {degree} ({top.shown})"
    low = f"{bottom.name} thấp {degree} ({bottom.shown})"
    said = f"{low}, {high}" if lowest_first else f"{high}, {low}"
    said += _apart(top, bottom) if len(entries) == 2 else ""
    scopes = {strip_marks(entry.indicator.scope or "") for entry in entries}
    caution = "; phạm vi tính ghi trong từng văn bản có thể khác nhau" if len(scopes) > 1 else ""
    spans = [supporting_spans(entry.match.plan, entry.indicator) for entry in (top, bottom)]
    return Statement(
        f"Năm {year}, {said}{caution}.", tuple(span for each in spans for span in each)
    )


def _apart(top: _Entry, bottom: _Entry) -> str:
    """How far two single values are apart, where the same sign stands before both; else ""."""
    values = (top.low, top.high, bottom.low, bottom.high)
    single = top.low == top.high and bottom.low == bottom.high
    if not single or None in values or top.indicator.operator != bottom.indicator.operator:
        return ""
    unit = "điểm phần trăm" if top.indicator.unit == "%" else _unit(top.indicator)
    difference = format_number(round((top.low or 0.0) - (bottom.low or 0.0), 6))
    return f", {DIFFERENCE} {difference} {unit}".rstrip()


def _is_number(indicator: Indicator) -> bool:
    return indicator.low is not None or indicator.high is not None


def _overlap(first: _Entry, second: _Entry) -> bool:
    """Whether the higher range reaches down into the lower one."""
    if first.low is None or second.high is None:
        return False
    return first.low < second.high


def _area(indicator: Indicator) -> str:
    """Kind of area that a value is for: the whole locality, its towns, the inner or outer part.

    "" when none is printed; the printed words when they are of no kind.
    """
    scope = strip_marks(indicator.scope or "")
    kinds = ((r"noi (?:thi|thanh)", "inner"), (r"ngoai (?:thi|thanh)", "outer"))
    for pattern, kind in (
        *kinds,
        (r"do thi", "urban"),
        (r"toan|^(?:tinh|huyen|thi xa|thanh pho)", "whole"),
    ):
        if re.search(pattern, scope):
            return kind
    return scope


def _unit(indicator: Indicator) -> str:
    """Unit for comparing: "m²/người" of a per-head figure is the "m²" of another."""
    return (indicator.unit or "").split("/")[0]
