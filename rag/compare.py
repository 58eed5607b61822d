"""Comparison: localities as columns, indicators or a topic as rows, every cell with its citation."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.fold import fold
from corpus.letters import sentence_case
from corpus.plan import Plan
from rag import wording
from rag.answer import Status
from rag.asked import phrases
from rag.asked.scope import focused
from rag.collection import Collection, told_apart
from rag.draft import Draft, DraftCell, DraftRow, Span, Statement
from rag.figures.amounts import shown_label, shown_name, shown_value, supporting_spans
from rag.figures.match import Match, of_years
from rag.figures.ranking import verdict
from rag.figures.related import asks_for_many, related_indicators
from rag.figures.stated import value_statement
from rag.figures.values import find_indicators
from rag.meaning.words import Weigh, words
from rag.passages.best import Passage, answers, passages_in, quote_statement
from rag.passages.years import printed_years
from rag.question import Question

_LIKENESS = (
    0.5  # how much likeness to the other plans' indicators counts beside the question's words
)


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
    names = dict(zip((plan.id for plan in plans), told_apart(plans), strict=True))
    for plan in plans:
        name = names[plan.id]
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
    lowest_first = question.highest is False
    verdicts = [verdict(names, found, year, lowest_first=lowest_first) for year in years]
    said = dict.fromkeys(each for each in verdicts if each)  # the same for several years
    return (*said, *statements)


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
    best = next(iter(timely or passages), None)
    if best is None or not answers(best, question):
        return None
    if not phrases.FIGURES.search(question.folded):
        return best
    return best if any(char.isdigit() for char in best.span.text) else None
