"""What to ask next: the answer's own suggestions, else questions that the cited plan can answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from corpus.citation.words import one_line
from corpus.fold import fold
from corpus.letters import sentence_case
from corpus.plan import Assignment, Indicator, Plan
from rag.answer import Answer, Citation

MOST = 4
_LONGEST = 140  # code points of a suggested question
_TASK_WORDS = 16  # words of a task that a question repeats
_LOOKED_AT = 8  # other plans that are opened to find one that states the same
_LABEL = re.compile(r"^\s*(?:[-+•]|\(?\w{1,4}[.)]|\d+(?:\.\d+)*\.?)\s+")


def suggestions(answer: Answer, asked: Sequence[str], others: Iterable[Plan]) -> tuple[str, ...]:
    """At most ``MOST`` questions that were not ``asked`` yet; ``others`` are plans to go on with."""
    offered = answer.suggestions or tuple(_derived(answer, others))
    known = {fold(question).strip() for question in asked}
    fresh = (q for q in dict.fromkeys(offered) if fold(q).strip() not in known)
    return tuple(islice((q for q in fresh if len(q) <= _LONGEST), MOST))


def _derived(answer: Answer, others: Iterable[Plan]) -> Iterator[str]:
    if not answer.citations or answer.table:
        return
    citation = answer.citations[0]
    place = citation.plan.meta.locality
    if not place:
        return
    first_line = answer.text.partition("\n")[0]
    yield from islice(_about_indicators(citation, first_line, place), 2)
    yield from islice(_about_leaders(citation, first_line, place), 1)
    yield from islice(_about_others(citation, others), 1)


def _about_indicators(citation: Citation, first_line: str, place: str) -> Iterator[str]:
    """The cited indicator in its other years, then the plan's next ones."""
    indicators = citation.plan.indicators
    cited = [one for one in indicators if _overlaps(citation, one.start, one.end)]
    if not cited:
        return
    name = fold(cited[0].name)
    for one in indicators:
        if fold(one.name) == name and one.year and str(one.year) not in first_line:
            yield _value_question(one, place)
    names = {fold(one.name) for one in cited}
    after = [one for one in indicators if one.start >= citation.end]
    for one in (*after, *indicators):
        if one.low is None and one.high is None:
            continue
        if fold(one.name) not in names and one.year:
            names.add(fold(one.name))
            yield _value_question(one, place)


def _about_others(citation: Citation, others: Iterable[Plan]) -> Iterator[str]:
    """The same of another locality; of an indicator only where that plan states one of its name."""
    spans = citation.plan.indicators
    names = {fold(one.name) for one in spans if _overlaps(citation, one.start, one.end)}
    for plan in islice(others, _LOOKED_AT):
        place = plan.meta.locality
        if place is None or place == citation.plan.meta.locality:
            continue
        if not names or any(fold(one.name) in names for one in plan.indicators):
            yield f"Còn {place} thì sao?"


def _value_question(one: Indicator, place: str) -> str:
    name = one_line(one.name)
    return f"{sentence_case(name)} năm {one.year} của {place}?"


def _about_leaders(citation: Citation, first_line: str, place: str) -> Iterator[str]:
    if "chủ trì" in first_line.lower():
        return
    for one in citation.plan.assignments:
        task = _task_clause(citation.plan, one)
        if _overlaps(citation, one.task_start, one.task_end) and task:
            yield f"Ai chủ trì {task} của {place}?"


def _task_clause(plan: Plan, one: Assignment) -> str:
    """The task to its first comma or stop; "" when that is too long to repeat in a question."""
    text = _LABEL.sub("", one_line(plan.text[one.task_start : one.task_end]))
    clause = re.split(r"[.;:,(]", text, maxsplit=1)[0].strip()
    return clause[:1].lower() + clause[1:] if len(clause.split()) <= _TASK_WORDS else ""


def _overlaps(citation: Citation, start: int, end: int) -> bool:
    return start < citation.end and citation.start < end
