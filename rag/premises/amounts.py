"""Amounts that a question asserts, against those that the plan states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.plan import Indicator, Plan, Quantity
from corpus.quantity.units import base_unit, bounds_in_base
from rag import wording
from rag.answer import Status
from rag.asked import phrases
from rag.asked.patterns import spelled
from rag.draft import Draft, Statement
from rag.figures.areas import is_of_unasked_unit
from rag.figures.match import Match, covers_year, of_years
from rag.figures.stated import value_statement
from rag.meaning import filler
from rag.meaning.words import bag, coverage, words
from rag.passages.best import quote_statement
from rag.question import Kind, Question
from rag.records.reference_premises import confirmed, corrected

_EVERYWHERE = spelled(r"\b(?:tất cả|mọi|toàn bộ|toàn tỉnh|toàn huyện)\b")
_OF_ALL = frozenset(
    ["so", "luong", "tong", "co", "tat", "ca", "toan", "tinh", "thanh", "pho", "huyen", "thi", "xa"]
)


def check_denial(question: Question, matches: Sequence[Match]) -> Draft | None:
    """ "… không đặt chỉ tiêu này, đúng không?" of a plan that does set it."""
    fitting = of_years(matches, question.years)
    if not fitting or not phrases.DENIED.search(question.folded):
        return None
    stated = tuple(value_statement(match) for match in fitting)
    return Draft(Status.CORRECTED, (Statement(wording.STATED), *stated))


def check_value(question: Question, matches: Sequence[Match]) -> Draft | None:
    """An amount of the question confirmed or corrected by the matches of its years and unit."""
    compares = question.kind in {Kind.COMPARE, Kind.EXTREME} and not question.yes_no
    if not question.premises or compares:
        return None
    fitting = of_years(matches, question.years)
    for premise in question.premises:
        comparable = [m for m in fitting if _same_unit(premise, m)]
        if not comparable:
            continue
        agreeing = [m for m in comparable if _agrees(premise, m)]
        if agreeing and _asks_beyond(question):
            return None
        if agreeing and all(is_of_unasked_unit(m, question) for m in agreeing):
            return _of_a_part(question, agreeing)
        if agreeing:
            return confirmed(Draft(Status.ANSWERED, tuple(value_statement(m) for m in agreeing)))
        stated = Draft(Status.ANSWERED, tuple(value_statement(m) for m in comparable))
        span = stated.statements[0].spans[0]
        shown = quote_statement(span, wording.VERBATIM)
        return corrected(premise.text, replace(stated, statements=(*stated.statements, shown)))
    return None


def _of_a_part(question: Question, agreeing: Sequence[Match]) -> Draft:
    """Values that hold for a unit inside the area only: no "yes" to a question on all of it."""
    stated = Draft(Status.ANSWERED, tuple(value_statement(match) for match in agreeing))
    every = _EVERYWHERE.search(question.folded)
    return corrected(question.text[slice(*every.span())].lower(), stated) if every else stated


def told_elsewhere(question: Question, matches: Sequence[Match]) -> bool:
    """Whether the plan prints an amount that the question sets out from, and none of the matches is it.

    "62.400 tỷ … lấy từ nguồn nào?" is of the sum that the plan gives, whatever else is in "tỷ".
    """
    if question.yes_no or not question.premises or not matches:
        return False
    if any(_agrees(p, m) for p in question.premises for m in matches):
        return False
    plan, own = matches[0].plan, max(match.coverage for match in matches)
    printed = (
        indicator
        for indicator in plan.indicators
        for premise in question.premises
        if premise.unit and _is_stated(premise, indicator) and _of_year(indicator, question)
    )
    return any(coverage(question.concepts, bag(_around(plan, each))) >= own for each in printed)


def _of_year(indicator: Indicator, question: Question) -> bool:
    return not question.years or any(covers_year(indicator, year) for year in question.years)


def _around(plan: Plan, indicator: Indicator) -> str:
    """The sentence that states a value, under its headings."""
    section = plan.section_at(indicator.start)
    return f"{plan.headings_above(section)} ; {plan.text[indicator.start : indicator.end]}"


def _asks_beyond(question: Question) -> bool:
    """Whether a claim that is right is only where the question sets out from: why, who, when, how."""
    if question.kind in {Kind.WHY, Kind.WHO, Kind.WHEN}:
        return True
    openly = phrases.OPEN.search(question.folded) is not None and not question.yes_no
    return question.kind is Kind.PASSAGE and openly


def totals(question: Question, plan: Plan) -> list[Match]:
    """The number of all those that a claim counts, where the question names nothing else.

    "Vì sao lại đặt mục tiêu tới 50 đô thị vào năm 2030?" is of a plan that aims at 34.
    """
    if question.yes_no or not question.years:
        return []
    units = [words(premise.unit) for premise in question.premises if premise.unit]
    counted = {word.plain for unit in units for word in unit}
    told = {w.plain for c in question.concepts for w in c.typed if not filler.is_light(w)}
    if not counted or not told <= counted:
        return []
    return [
        Match(plan, indicator, 1.0, 1.0)
        for indicator in plan.indicators
        if any(words(indicator.unit or "") == unit for unit in units)
        and {word.plain for word in words(indicator.name)} <= counted | _OF_ALL
    ]


def _same_unit(premise: Quantity, match: Match) -> bool:
    unit = base_unit(match.indicator.unit or "")[0]
    return not premise.unit or base_unit(premise.unit)[0] == unit


def _agrees(premise: Quantity, match: Match) -> bool:
    """Same bounds; a premise without operator words agrees with any operator of the same number."""
    return _is_stated(premise, match.indicator)


def _is_stated(premise: Quantity, indicator: Indicator) -> bool:
    unit = indicator.unit or ""
    stated = bounds_in_base(unit, (indicator.low, indicator.high))
    if stated != bounds_in_base(premise.unit or unit, (premise.low, premise.high)):
        return False
    loose = {"=", "≈"}
    return (
        premise.operator in loose
        or premise.operator == indicator.operator
        or {premise.operator, indicator.operator} <= {">", "≥"}
    )
