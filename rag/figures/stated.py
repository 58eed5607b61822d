"""Values as sentences of an answer, each with the words of the plan that it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.letters import sentence_case
from corpus.plan import Indicator, Plan
from rag import wording
from rag.collection import is_own_area, locality_of
from rag.draft import Statement
from rag.figures.amounts import shown_label, shown_name, shown_value, shown_year, supporting_spans
from rag.figures.match import Match
from rag.passages.best import quote_statement


def value_statement(match: Match, whose: str = "") -> Statement:
    """ "Diện tích cây xanh … của Hà Tĩnh năm 2030: khoảng 7-9 m²." with the sentence it stands on.

    ``whose``: what the plan is called, when its locality alone does not tell it from another.
    """
    indicator, plan = match.indicator, match.plan
    value = shown_value(plan, indicator)
    parts = [
        shown_name(indicator),
        _scope_words(indicator, plan, whose or locality_of(plan)),
        shown_year(indicator),
    ]
    label = shown_label(indicator)
    subject = " ".join(part for part in parts if part)
    subject = sentence_case(subject)
    text = f"{subject}{f' ({label})' if label else ''}: {value}."
    return Statement(text, supporting_spans(plan, indicator))


def value_statements(matches: Sequence[Match]) -> tuple[Statement, ...]:
    """A statement for each value, and their sentence verbatim where all stand on the same one."""
    stated = [value_statement(match) for match in matches]
    quotes = {statement.spans[0] for statement in stated}
    verbatim = [quote_statement(span, wording.VERBATIM) for span in quotes]
    return (*stated, *verbatim) if len(quotes) == 1 else tuple(stated)


def _scope_words(indicator: Indicator, plan: Plan, locality: str) -> str:
    """The locality and the printed scope: "của Hà Tĩnh (tại khu vực đô thị)"."""
    scope = indicator.scope
    if scope is None or is_own_area(scope, plan.meta):
        return f"của {locality}"
    return f"của {locality} ({scope})"
