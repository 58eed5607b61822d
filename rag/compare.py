"""Comparison: localities as columns, indicators or a topic as rows, every cell with its citation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fold import fold, strip_marks
from corpus.letters import sentence_case
from corpus.plan import Indicator, Plan
from rag import wording
from rag.answer import Status
from rag.asked import phrases
from rag.asked.scope import focused
from rag.collection import Collection, told_apart
from rag.draft import Draft, DraftCell, DraftRow, Span, Statement
from rag.figures.amounts import shown_label, shown_name, shown_value, supporting_spans
from rag.figures.related import asks_for_many, related_indicators
from rag.figures.values import Match, find_indicators, of_years, value_statement
from rag.meaning.words import Weigh, words
from rag.passages.best import (
    Passage,
    answers,
    passages_in,
    printed_years,
    quote_statement,
)
from rag.question import Question

_LIKENESS = (
    0.5  # how much likeness to the other plans' indicators counts beside the question's words
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A value of one plan for one row of the table."""

    match: Match
    year: int | None

    @property
    def low(self) -> float | None:
        indicator = self.match.indicator
        return indicator.low if indicator.low is not None else indicator.high

    @property
    def high(self) -> float | None:
        indicator = self.match.indicator
        return indicator.high if indicator.high is not None else indicator.low


def compare_values(
    question: Question, plans: Sequence[Plan], collection: Collection
) -> Draft | None:
    """A table of the indicator that the question names; None when no plan states it."""
    asked = focused(question, *plans)
    found = _alike({p.id: _indicators(p, asked, collection.weigh) for p in plans})
    if not any(found.values()):
        return None
    years = _years(question, found)
    rows = []
    for year in years:
        cells = tuple(_cell(found[plan.id], year) for plan in plans)
        if any(cell.span for cell in cells) or year in question.years:
            rows.append(DraftRow(_label(found, year), cells))
    statements = _statements(question, plans, found, years)
    return Draft(Status.ANSWERED, statements, told_apart(plans), tuple(rows))


def _indicators(plan: Plan, question: Question, weigh: Weigh) -> list[Match]:
    """The indicators that the question names, or those of the broad subject that it names."""
    named = find_indicators(plan, question, weigh)
    if named or not asks_for_many(question):
        return named
    return related_indicators(plan, question, weigh)


def _alike(found: dict[str, list[Match]]) -> dict[str, list[Match]]:
    """Of each plan the indicator whose name is most like those of the other plans, in all years.

    A plan may state several that the question fits ("cáp quang" to households, to communes); only
    the same thing is compared.
    """
    kept: dict[str, list[Match]] = {}
    for plan_id, matches in found.items():
        others = [m for other, ms in found.items() if other != plan_id for m in ms]
        names = list(dict.fromkeys(fold(match.indicator.name) for match in matches))
        scores = {fold(match.indicator.name): match.score for match in reversed(matches)}
        best = max(names, key=lambda n: scores[n] + _LIKENESS * _likeness(n, others), default="")
        kept[plan_id] = [match for match in matches if fold(match.indicator.name) == best]
    return kept


def _likeness(name: str, others: Sequence[Match]) -> float:
    """Mean share of words that a name has in common with the other plans' names, in [0, 1]."""
    own = {word.plain for word in words(name)}
    if not others or not own:
        return 0.0
    shares = []
    for match in others:
        other = {word.plain for word in words(match.indicator.name)}
        shares.append(len(own & other) / len(own | other))
    return sum(shares) / len(shares)


def _years(question: Question, found: dict[str, list[Match]]) -> list[int | None]:
    if question.years:
        return list(question.years)
    stated = {m.indicator.year for matches in found.values() for m in matches}
    return sorted(stated, key=lambda year: (year is None, year or 0))


def _label(found: dict[str, list[Match]], year: int | None) -> str:
    first = next(match for matches in found.values() for match in matches)
    name = shown_name(first.indicator)
    name = sentence_case(name)
    return f"{name}, năm {year}" if year else name


def _cell(matches: list[Match], year: int | None) -> DraftCell:
    fitting = (
        of_years(matches, [year]) if year else [m for m in matches if m.indicator.year is None]
    )
    if not fitting:
        return DraftCell(wording.CELL_NOT_STATED, None, None)
    shown = [_cell_text(match) for match in fitting]
    best = fitting[0]
    return DraftCell(
        "; ".join(dict.fromkeys(shown)),
        year,
        _one_span(fitting) or supporting_spans(best.plan, best.indicator)[0],
    )


def _one_span(matches: Sequence[Match]) -> Span | None:
    """One span that holds all values of a cell: they stand in the same paragraph, or the first only."""
    spans = [supporting_spans(match.plan, match.indicator)[0] for match in matches]
    plan = matches[0].plan
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return (
        Span(plan, start, end)
        if plan.section_at(start).index == plan.section_at(end - 1).index
        else None
    )


def _cell_text(match: Match) -> str:
    indicator = match.indicator
    value = shown_value(match.plan, indicator)
    notes = [note for note in (indicator.scope, shown_label(indicator)) if note]
    return f"{value} ({'; '.join(notes)})" if notes else value


def _statements(
    question: Question,
    plans: Sequence[Plan],
    found: dict[str, list[Match]],
    years: Sequence[int | None],
) -> tuple[Statement, ...]:
    """One line a locality and year, what is missing, and one sentence on the difference."""
    statements: list[Statement] = []
    for plan, name in zip(plans, told_apart(plans), strict=True):
        wanted = [y for y in years if y is not None]
        fitting = of_years(found[plan.id], wanted) or (
            [] if wanted and question.years else found[plan.id]
        )
        if fitting:
            statements += [value_statement(match, name) for match in fitting]
        else:
            statements.append(
                Statement(wording.not_stated(name, question.topic, question.years, value=True))
            )
    verdicts = [_verdict(question, plans, found, year) for year in years]
    said = dict.fromkeys(verdict for verdict in verdicts if verdict)  # the same for several years
    return (*said, *statements)


def _verdict(
    question: Question, plans: Sequence[Plan], found: dict[str, list[Match]], year: int | None
) -> Statement | None:
    """Who is highest and lowest, said only between values of one unit, year and kind of scope."""
    entries = []
    for plan in plans:
        fitting = of_years(found[plan.id], [year]) if year else []
        if (fitting and fitting[0].indicator.low is not None) or (
            fitting and fitting[0].indicator.high is not None
        ):
            entries.append(_Entry(fitting[0], year))
    if len(entries) < 2:
        return None
    if len({_unit(entry.match.indicator) for entry in entries}) > 1:
        return Statement("Các giá trị dưới đây khác đơn vị tính nên không so sánh trực tiếp được.")
    if len({_area(entry.match.indicator) for entry in entries} - {""}) > 1:
        return Statement("Các giá trị dưới đây khác phạm vi tính nên không xếp hạng được.")
    names = dict(zip((plan.id for plan in plans), told_apart(plans), strict=True))
    ordered = sorted(entries, key=lambda entry: (entry.low or 0.0, entry.high or 0.0), reverse=True)
    top, bottom = ordered[0], ordered[-1]
    spans = tuple(
        span
        for entry in (top, bottom)
        for span in supporting_spans(entry.match.plan, entry.match.indicator)
    )
    when = f"Năm {year}, " if year else ""
    if (top.low, top.high) == (bottom.low, bottom.high):
        return None
    if _overlap(ordered[0], ordered[1]):
        text = f"{when}các mức có phần trùng nhau nên không xếp hạng được chắc chắn"
        return Statement(f"{sentence_case(text)}.")
    high = (
        f"{names[top.match.plan.id]} cao nhất ({shown_value(top.match.plan, top.match.indicator)})"
    )
    low = f"{names[bottom.match.plan.id]} thấp nhất ({shown_value(bottom.match.plan, bottom.match.indicator)})"
    if len(entries) == 2:
        high, low = high.replace("cao nhất", "cao hơn"), low.replace("thấp nhất", "thấp hơn")
    text = f"{low}, {high}" if question.highest is False else f"{high}, {low}"
    scopes = {strip_marks(entry.match.indicator.scope or "") for entry in entries}
    caution = "; phạm vi tính ghi trong từng văn bản có thể khác nhau" if len(scopes) > 1 else ""
    text = f"{when}{text}{caution}."
    return Statement(sentence_case(text), spans)


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


def compare_topic(question: Question, plans: Sequence[Plan], collection: Collection) -> Draft:
    """The provision of each plan on a topic that has no number."""
    cells: list[DraftCell] = []
    statements: list[Statement] = []
    for plan, name in zip(plans, told_apart(plans), strict=True):
        passage = best_passage(question, plan, collection)
        if passage is None:
            cells.append(DraftCell(wording.CELL_NOT_STATED, None, None))
            statements.append(Statement(wording.not_stated(name, question.topic)))
        else:
            cells.append(DraftCell(passage.span.line, None, passage.span))
            statements.append(quote_statement(passage.span, name))
    status = Status.ANSWERED if any(cell.span for cell in cells) else Status.NOT_STATED
    label = sentence_case(question.topic)
    row = DraftRow(label, tuple(cells))
    return Draft(status, tuple(statements), told_apart(plans), (row,))


def best_passage(question: Question, plan: Plan, collection: Collection) -> Passage | None:
    """The passage of one plan that answers the question, or None.

    One for a year that is asked comes first, and one without a figure is none where that is asked.
    """
    passages = passages_in([plan.id], question, collection)
    asked = set(question.years)
    timely = [p for p in passages if not asked.isdisjoint(printed_years(p.span.text))]
    first = (timely or passages)[:1]
    best = first[0] if first and answers(first[0], question) else None
    if best is None or not phrases.FIGURES.search(question.folded):
        return best
    return best if any(char.isdigit() for char in best.span.text) else None
