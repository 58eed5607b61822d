"""Answers that a question points at itself: by a citation, a quoted phrase, pasted words."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.citation.reader import Found
from corpus.plan import Plan
from rag import lookup, wording
from rag.answer import Status
from rag.asked import phrases
from rag.asked.scope import Scope
from rag.draft import Draft, Span, Statement
from rag.question import Kind, Question
from rag.tasks.who_when import answer_people

_SHORT_PART = 1_000  # characters; a part up to this length is given whole, whatever is asked of it
_LONG_PART = 3_000  # characters; of a shorter part all its words are the answer


def answer_pointed(question: Question, scope: Scope) -> Draft | None:
    """Answers that a citation, a quoted phrase or a pasted sentence in the question decides."""
    phrase = lookup.quoted_phrase(question.text)
    if phrase and not _asks_about_it(question):
        spans = lookup.find_phrase(phrase, scope.plans)
        if spans:
            return lookup.answer_phrase(spans)
        return Draft(Status.NOT_STATED, (Statement(wording.NO_SUCH_PHRASE),))
    if (named := lookup.named_phrase(question)) and (
        spans := lookup.find_phrase(named, scope.plans)
    ):
        return lookup.answer_phrase(spans)
    if lookup.cites_a_part(question.text):
        found = lookup.find_provisions(question.text, scope.plans)
        if found and _asks_a_figure(question, found[0]):
            return None
        if found and _is_inside(question, found[0]):
            return answer_people(
                question, found[0].plan, Span(found[0].plan, found[0].start, found[0].end)
            )
        if found:
            return lookup.answer_provisions(found)
        if question.kind in {Kind.PASSAGE, Kind.LOOKUP} and lookup.is_only_a_part(question):
            return Draft(Status.NOT_STATED, (Statement(wording.NO_SUCH_PROVISION),))
    return _pasted(question, scope.plans)


def _asks_about_it(question: Question) -> bool:
    """Whether the quoted words name a thing asked about: "“túi thuốc” gồm những gì?", not where they stand."""
    where = phrases.PLACE_IN_TEXT.search(question.folded)
    return where is None and phrases.OPEN.search(question.folded) is not None


def _asks_a_figure(question: Question, found: Found) -> bool:
    """Whether a figure is asked for that stands in a long part: "… trong phụ lục là bao nhiêu"."""
    long = found.end - found.start >= _SHORT_PART
    return long and question.kind is Kind.VALUE and bool(question.concepts)


def _is_inside(question: Question, found: Found) -> bool:
    """Whether it is asked who does, or by when, a task inside a long part that the question names."""
    long = found.end - found.start >= _LONG_PART
    return long and question.kind in {Kind.WHO, Kind.WHEN} and bool(question.concepts)


def _pasted(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """The whole question as a phrase of a plan, or what stands before "đoạn này ở mục nào?"."""
    text = lookup.pasted_phrase(question)
    if len(text.split()) < lookup.PHRASE_WORDS or text.rstrip().endswith("?"):
        return None
    spans = lookup.find_phrase(text, plans)
    return lookup.answer_phrase(spans) if spans else None
