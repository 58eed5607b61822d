"""How an indicator is written in an answer: its value, its scope, its year."""

from __future__ import annotations

import re

from corpus.plan import Indicator, IndicatorKind, Plan
from rag.draft import Span
from rag.sentences import sentences

_BEFORE_UNIT = re.compile(r"(?<=\d)(?=(?:m²|m³|km|ha\b|tỷ|triệu|m2))")


def shown_value(plan: Plan, indicator: Indicator) -> str:
    """The printed value with a blank before its unit: "khoảng 7-9 m²"."""
    printed = " ".join(plan.text[indicator.value_start : indicator.value_end].split())
    return _BEFORE_UNIT.sub(" ", printed)


def shown_name(indicator: Indicator) -> str:
    """The indicator's name with a small first letter, for use inside a sentence."""
    name = indicator.name
    keep_capital = name[:2].isupper() or (len(name) > 1 and name[1:2] == " ")
    return name if keep_capital else name[:1].lower() + name[1:]


def shown_year(indicator: Indicator) -> str:
    """ "năm 2030", "giai đoạn 2026-2030" or "" when none is printed."""
    if indicator.year is None:
        return ""
    if indicator.since is not None:
        return f"giai đoạn {indicator.since}-{indicator.year}"
    return f"năm {indicator.year}"


def shown_label(indicator: Indicator) -> str:
    """What marks a value off from a plain target: "dự kiến", "hiện trạng"."""
    return {
        IndicatorKind.BASELINE: "hiện trạng",
        IndicatorKind.PROJECTION: "dự kiến",
    }.get(indicator.kind, "")


def supporting_spans(plan: Plan, indicator: Indicator) -> tuple[Span, ...]:
    """The sentence that states the value, and where its year is printed when that is elsewhere.

    A year that governs several sentences of a paragraph widens the quote back to it; one in a
    heading above is cited as a second span.
    """
    sentence = Span(plan, indicator.start, indicator.end)
    year = str(indicator.year) if indicator.year is not None else ""
    if not year or year in sentence.text:
        return (sentence,)
    section = plan.section_at(indicator.start)
    own = plan.text[section.start : indicator.start]
    if year in own:
        begin = section.start + own.rindex(year)
        start = next(
            (s for s, e in sentences(plan.text, section.start, indicator.start) if s <= begin < e),
            begin,
        )
        return (Span(plan, start, indicator.end),)
    for above in reversed(plan.ancestors(section)):
        heading = plan.text[above.start : above.end]
        if year in heading:
            for start, end in sentences(plan.text, above.start, above.end):
                if year in plan.text[start:end]:
                    return (sentence, Span(plan, start, end))
    return (sentence,)
