"""What a plan, or a thing in it, is based on, and where it names a document."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.doctypes import same_number
from corpus.plan import Plan, SectionKind
from rag import lookup
from rag.answer import Status
from rag.asked import phrases
from rag.collection import Collection
from rag.draft import Draft
from rag.meaning.words import bag, coverage
from rag.passages.best import ENOUGH
from rag.passages.provisions import answer_passage
from rag.question import Question
from rag.records import facts


def answer_based_on(question: Question, plan: Plan, collection: Collection) -> Draft:
    """What the plan, or the thing in it that the question names, is based on."""
    if not question.numbers and not question.is_general and not _in_opening(question, plan):
        found = answer_passage(question, plan, collection)
        if found.status is Status.ANSWERED and _names_a_document(plan, found):
            return found
    return answer_basis(question, [plan]) or answer_passage(question, plan, collection)


def _in_opening(question: Question, plan: Plan) -> bool:
    """Whether the plan's opening words hold what the question names: "… nào của Tỉnh ủy"."""
    openings = [plan.own_text(s) for s in plan.sections if s.kind is SectionKind.OPENING]
    meta = plan.meta
    known = " ; ".join((*openings, meta.type or "", meta.issuer or "", "ban hành"))
    return not question.concepts or coverage(question.concepts, bag(known)) >= ENOUGH


def _names_a_document(plan: Plan, found: Draft) -> bool:
    spans = [span for statement in found.statements for span in statement.spans]
    return any(s.start <= r.start < s.end for s in spans for r in plan.references)


def answer_basis(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """Where a document is named, or what a plan is based on; None for a mention of other words."""
    own = [plan.meta.number for plan in plans if plan.meta.number]
    for number in facts.referenced_numbers(question, plans):
        if not any(same_number(number, other) for other in own):
            return lookup.answer_cited(number, plans)
    named = facts.asked_law(question, plans)
    if named is not None:
        return named
    if phrases.MENTION.search(question.folded) and question.concepts:
        return None
    return facts.answer_basis(plans[0]) if len(plans) == 1 else _every_basis(plans)


def _every_basis(plans: Sequence[Plan]) -> Draft:
    drafts = [facts.answer_basis(plan) for plan in plans]
    return Draft(Status.AMBIGUOUS, tuple(s for draft in drafts for s in draft.statements))
