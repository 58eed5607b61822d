"""How an indicator is written in an answer: its value, its scope, its year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.fold import fold
from corpus.plan import Indicator, IndicatorKind, Plan
from corpus.quantity.units import canonical_unit
from rag.draft import Span
from rag.passages.sentences import sentences

_BARE = re.compile(r"[><≥≤~≈]?\s?[\d.,]+(?:\s?[-–]\s?[\d.,]+)?")
_FROM = re.compile(r"^từ (?=\d)", re.IGNORECASE)  # "từ 21% năm 2025 lên 36% năm 2030" is two values
_BEFORE_UNIT = re.compile(r"(?<=\d)(?=(?:m²|m³|km|ha\b|tỷ|triệu|m2))")


def shown_value(plan: Plan, indicator: Indicator) -> str:
    """The printed value with a blank before its unit: "khoảng 7-9 m²".

    The bare number of a table's cell takes the unit that its row or its header prints.
    """
    printed = " ".join(plan.text[indicator.value_start : indicator.value_end].split())
    if indicator.operator == "=" and indicator.low == indicator.high:
        printed = _FROM.sub("", printed)
    if indicator.unit and _BARE.fullmatch(printed) and _row_start(plan, indicator) is not None:
        unit = _printed_unit(plan, indicator) or indicator.unit
        return f"{printed}{'' if unit.startswith('%') else ' '}{unit}"
    return _BEFORE_UNIT.sub(" ", printed)


def _printed_unit(plan: Plan, indicator: Indicator) -> str | None:
    """The unit as the cell beside the value prints it: "m² sàn/người"; None when no cell is one."""
    cells = plan.text[indicator.start : indicator.end].split("|")
    units = (" ".join(cell.strip(" ()").split()) for cell in cells)
    return next((unit for unit in units if unit and canonical_unit(unit) == indicator.unit), None)


def _row_start(plan: Plan, indicator: Indicator) -> int | None:
    """Where the row of a table begins that states the value; None outside of tables."""
    start = plan.text.rfind("\n", 0, indicator.start) + 1
    return start if plan.text.startswith("|", start) else None


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
    heading above, or in the header of a table, is cited as a second span. So is a heading that says
    which area its values are of.
    """
    dated = _dated_spans(plan, indicator)
    return (*dated, *_scope_spans(plan, indicator, dated))


def _dated_spans(plan: Plan, indicator: Indicator) -> tuple[Span, ...]:
    sentence = Span(plan, indicator.start, indicator.end)
    year = str(indicator.year) if indicator.year is not None else ""
    if not year and (header := _header_row(plan, indicator, _names_the_value(indicator))):
        return (sentence, header)
    if not year or year in sentence.text:
        return (sentence,)
    if header := _header_row(plan, indicator, lambda cell: year in cell):
        return (sentence, header)
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


def _scope_spans(plan: Plan, indicator: Indicator, cited: tuple[Span, ...]) -> Iterator[Span]:
    """The headings that print those parts of the scope that the cited words leave out."""
    section = plan.section_at(indicator.start)
    for part in (indicator.scope or "").split(", "):
        words = fold(part)
        if not words or any(words in _one_line(span.text) for span in cited):
            continue
        for above in (section, *reversed(plan.ancestors(section))):
            spans = sentences(plan.text, above.start, min(above.end, indicator.start))
            printed = (span for span in spans if words in _one_line(plan.text[slice(*span)]))
            if (heading := next(printed, None)) is not None:
                yield Span(plan, *heading)
                break


def _one_line(text: str) -> str:
    return fold(" ".join(text.split()))


def _names_the_value(indicator: Indicator) -> Callable[[str], bool]:
    """Whether a header's cell opens the value's name: "Tổng mức đầu tư (tỷ đồng)" of that of a project."""

    def names(cell: str) -> bool:
        words = cell.partition("(")[0].strip()
        return bool(words) and indicator.name.startswith(f"{words} ")

    return names


def _header_row(plan: Plan, indicator: Indicator, fits: Callable[[str], bool]) -> Span | None:
    """The row above whose cell over the value's column fits; None without, and outside of tables."""
    text, end = plan.text, _row_start(plan, indicator)
    if end is None:
        return None
    column = text.count("|", end, indicator.value_start)
    first = plan.section_at(indicator.start).start
    while end > first:
        start = text.rfind("\n", first, end - 1) + 1 or first
        cells = text[start : end - 1].split("|")
        if column < len(cells) and fits(cells[column]):
            return Span(plan, start + cells[0].count(" "), start + len(text[start : end - 1]))
        end = start
    return None
