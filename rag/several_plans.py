"""Question -> draft answer from the plans of a scope: from one, each, the best, or side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.plan import Plan
from rag import lookup
from rag.answer import Status
from rag.asked import phrases
from rag.asked.scope import Scope, places_of
from rag.collection import Collection, locality_of
from rag.compare import compare_topic, compare_values
from rag.draft import Draft, Statement
from rag.meaning.words import bag, coverage
from rag.one_plan import answer_from
from rag.passages.best import passages_in
from rag.passages.provisions import answer_from_any
from rag.question import Kind, Question
from rag.records import facts
from rag.records.basis import answer_basis
from rag.records.overview import answer_overview
from rag.tasks.who_when import answer_people

_NEARLY = 0.6  # a plan that fits a question less well than this share of the best is not asked
_MOST_PLANS = 3  # of one place that are asked before "không nêu" is said


def answer_from_plans(question: Question, scope: Scope, collection: Collection) -> Draft:
    """An answer from all plans, from those of one place, or of each place that is named."""
    if not scope.named and question.kind not in {Kind.COMPARE, Kind.EXTREME}:
        return (
            _all_plans(question, scope.plans, collection)
            if len(scope.plans) > 1
            else answer_from(question, scope.plans[0], collection)
        )
    groups = places_of(scope)
    if len(groups) == 1:
        return _one_place(question, groups[0], collection)
    if question.kind is Kind.METADATA and question.fields:
        return _every_fact(question.fields, scope.plans, Status.ANSWERED)
    plans = [by_subject(question, group, collection)[0] for group in groups]
    of_whom = question.kind in {Kind.WHO, Kind.COMPARE} and phrases.AGENCY_WANTED.search(
        question.folded
    )
    if of_whom or question.kind is Kind.WHEN:
        return _each(question, plans, collection)
    return _compared(question, plans, collection)


def _each(question: Question, plans: Sequence[Plan], collection: Collection) -> Draft:
    """Who does it in each of the places, or by when, one after another."""
    asked = replace(question, kind=Kind.WHEN if question.kind is Kind.WHEN else Kind.WHO)
    drafts = [_one_place(asked, [plan], collection) for plan in plans]
    found = any(draft.status is Status.ANSWERED for draft in drafts)
    statements = [
        s
        for draft in drafts
        for s in (_labelled(draft) if draft.statements[0].spans else draft.statements)
    ]
    return Draft(Status.ANSWERED if found else drafts[0].status, tuple(statements))


def _one_place(question: Question, plans: Sequence[Plan], collection: Collection) -> Draft:
    """An answer from the plans of one place: from the one whose subject the question is about.

    When that one does not say it, the next is asked; nothing is put together from several.
    """
    if (
        len(plans) > 1
        and question.kind is Kind.METADATA
        and question.fields
        and not question.concepts
    ):
        return _every_fact(question.fields, plans, Status.AMBIGUOUS)
    if (overview := answer_overview(question, plans)) is not None:
        return overview
    drafts = []
    for plan in by_subject(question, plans, collection)[:_MOST_PLANS]:
        draft = answer_from(question, plan, collection)
        if draft.status in {Status.ANSWERED, Status.CORRECTED}:
            return draft
        drafts.append(draft)
    order = (Status.OTHER_YEAR, Status.AMBIGUOUS)
    return next((d for status in order for d in drafts if d.status is status), drafts[0])


def by_subject(question: Question, plans: Sequence[Plan], collection: Collection) -> list[Plan]:
    """The plans that a question may be about, by their title and their best provision, best first."""
    if len(plans) == 1:
        return list(plans)
    best: dict[str, float] = {}
    for passage in passages_in([plan.id for plan in plans], question, collection):
        plan_id = passage.span.plan.id
        best[plan_id] = max(best.get(plan_id, 0.0), passage.score)
    titles = {plan.id: coverage(question.concepts, bag(plan.meta.subject or "")) for plan in plans}
    fit = {plan.id: best.get(plan.id, 0.0) + titles[plan.id] for plan in plans}
    near = [plan for plan in plans if fit[plan.id] >= _NEARLY * max(fit.values())]
    return sorted(near, key=lambda plan: -fit[plan.id])


def _compared(question: Question, plans: Sequence[Plan], collection: Collection) -> Draft:
    """Figures when the question is for figures and any plan states one; else provisions."""
    for_rules = phrases.RULES.search(question.folded) and not question.years
    figures = None if for_rules else compare_values(question, plans, collection)
    return figures or compare_topic(question, plans, collection)


def _all_plans(question: Question, plans: Sequence[Plan], collection: Collection) -> Draft:
    """No plan was named: every plan that says it, each labelled; or nobody's subject at all."""
    if question.kind is Kind.BASIS and (named := answer_basis(question, plans)) is not None:
        return named
    if question.kind is Kind.METADATA and question.fields:
        return _every_fact(question.fields, plans, Status.AMBIGUOUS)
    if question.full_numbers:
        return lookup.answer_cited(question.full_numbers[0], plans)
    defines = phrases.DEFINITION.search(question.folded)
    if question.kind not in {Kind.WHO, Kind.WHEN} and not defines:
        draft = compare_values(question, plans, collection)
        if draft is not None:
            status = Status.ANSWERED if question.all_plans else Status.AMBIGUOUS
            return Draft(status, draft.statements, draft.columns, draft.rows)
    if question.kind in {Kind.WHO, Kind.WHEN}:
        found_tasks = [d for plan in plans if (d := answer_people(question, plan))]
        if found_tasks:
            status = Status.ANSWERED if len(found_tasks) == 1 else Status.AMBIGUOUS
            return Draft(status, tuple(s for d in found_tasks for s in _labelled(d)))
    return answer_from_any(question, collection)


def _labelled(draft: Draft) -> tuple[Statement, ...]:
    """The statements, the first under the name of the plan that it is from."""
    first, *rest = draft.statements
    plan = first.spans[0].plan
    return (replace(first, text=f"{locality_of(plan)}: {first.text}"), *rest)


def _every_fact(fields: Sequence[str], plans: Sequence[Plan], status: Status) -> Draft:
    drafts = [facts.answer_fact(plan, field) for plan in plans for field in fields]
    return Draft(status, tuple(draft.statements[0] for draft in drafts))
