"""Question -> draft answer, written from the plans' own words without a language model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.citation.reader import Found
from corpus.fold import fold
from corpus.places.gazetteer import contains
from corpus.plan import Plan
from rag import lookup, wording
from rag.answer import Status
from rag.asked import phrases
from rag.asked.localities import Missing, Target
from rag.asked.numbered import SEVERAL
from rag.asked.scope import Scope, places_of, subject_of
from rag.collection import Collection, document_name, locality_of
from rag.compare import compare_topic, compare_values
from rag.draft import Draft, Span, Statement
from rag.meaning.words import bag, coverage
from rag.one_plan import answer_basis, answer_from
from rag.passages.best import passages_in
from rag.passages.provisions import answer_from_any
from rag.question import Kind, Question
from rag.records import facts
from rag.records.collection import answer_collection
from rag.records.offices import answer_office
from rag.records.outline import answer_outline
from rag.records.overview import answer_overview
from rag.records.persons import answer_person
from rag.records.recipients import answer_recipients
from rag.records.reference_premises import check_reference
from rag.records.references import answer_reference, asked_references
from rag.tasks.who_when import answer_people

_SHORT_PART = 1_000  # characters; a part up to this length is given whole, whatever is asked of it
_LONG_PART = 3_000  # characters; of a shorter part all its words are the answer
_NEARLY = 0.6  # a plan that fits a question less well than this share of the best is not asked
_MOST_PLANS = 3  # of one place that are asked before "không nêu" is said


def write_answer(question: Question, scope: Scope, collection: Collection) -> Draft:
    """A draft answer from the plans of the scope; the gate decides whether it leaves."""
    if question.kind is Kind.OPINION:
        return Draft(Status.OFF_TOPIC, (Statement(wording.OPINION),))
    recorded = _of_records(question, scope, collection)
    if recorded is not None:
        return recorded
    if question.everyday:
        return Draft(Status.OFF_TOPIC, (Statement(wording.OFF_TOPIC),))
    if scope.unheld is not None:
        return _no_plan(scope, collection)
    direct = _look_up(question, scope) if len(question.fields) < 2 else None
    if direct is not None:
        return direct
    whole = _whole(question, scope)
    if scope.located.missing and not scope.named:
        printed = whole is not None and whole.status is not Status.NOT_STATED
        if whole and printed and question.full_numbers:
            return whole
        return _referred_to(question, scope) or _no_plan(scope, collection)
    if unknown := _unknown_places(question, scope):
        present = [card.meta.locality or card.meta.issuer or "" for card in collection.cards()]
        return Draft(Status.NO_PLAN, (Statement(wording.unknown_place(unknown, present)),))
    draft = whole or _dispatch(subject_of(question, scope), scope, collection)
    found = any(statement.spans for statement in draft.statements)
    if draft.status is Status.NOT_STATED and not found and _is_only_about(scope):
        return _no_plan(scope, collection)
    return _with_notes(draft, question, scope, collection)


def _of_records(question: Question, scope: Scope, collection: Collection) -> Draft | None:
    """Answers from what identifies the plans: the collection, who signs them, whom they are sent to."""
    if scope.unheld is not None:
        return None
    found = answer_collection(question, scope)
    found = found or answer_office(question, scope) or answer_recipients(question, scope)
    if found is not None:
        return found
    return answer_person(question, scope, collection)


def _whole(question: Question, scope: Scope) -> Draft | None:
    """Answers on documents as such: one that the plans only refer to, or how the plans are built."""
    asked = replace(question, numbers=scope.referred) if scope.referred else question
    of_reference = check_reference(asked, scope.plans) or answer_reference(asked, scope.plans)
    if of_reference is None and scope.referred and asked_references(asked, scope.plans):
        return lookup.answer_cited(scope.referred[0], scope.plans)
    if of_reference is not None:
        return of_reference
    outline = answer_outline(question, scope.plans)
    several = len(scope.plans) > 1 and not (scope.named or question.all_plans)
    answered = outline is not None and outline.status is Status.ANSWERED
    return (
        replace(outline, status=Status.AMBIGUOUS) if outline and answered and several else outline
    )


def _referred_to(question: Question, scope: Scope) -> Draft | None:
    """Where the plans name a document that is about the place: "45-NQ/TW về Hải Phòng"."""
    if question.kind not in {Kind.BASIS, Kind.LOOKUP} or not question.full_numbers:
        return None
    return lookup.answer_number(question.full_numbers[0], scope.plans)


def _unknown_places(question: Question, scope: Scope) -> list[str]:
    """Places that neither the map nor any plan knows, of a question that names no other."""
    if scope.named:
        return []
    texts = [fold(plan.text) for plan in scope.plans] if question.strangers else []
    return [name for name in question.strangers if not any(fold(name) in text for text in texts)]


def _dispatch(question: Question, scope: Scope, collection: Collection) -> Draft:
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


def _asks_about_it(question: Question) -> bool:
    """Whether the quoted words name a thing asked about: "“túi thuốc” gồm những gì?", not where they stand."""
    where = phrases.PLACE_IN_TEXT.search(question.folded)
    return where is None and phrases.OPEN.search(question.folded) is not None


def _look_up(question: Question, scope: Scope) -> Draft | None:
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


def _is_only_about(scope: Scope) -> bool:
    """Whether the places asked about have no plan, only documents that others issued about them."""
    targets = scope.located.targets
    return (
        not scope.by_number
        and bool(targets)
        and all(target.card.meta.locality is None for target in targets)
    )


def _missing_statement(scope: Scope, collection: Collection) -> Statement:
    if scope.unheld is not None:
        owners = [t.card.meta.locality or t.place.full_name for t in scope.located.targets]
        held = [document_name(plan) for plan in scope.plans]
        return Statement(wording.no_document(scope.unheld.title, owners, held))
    names = [missing.place.full_name for missing in scope.located.missing]
    if _is_only_about(scope):
        names += [target.place.full_name for target in scope.located.targets]
    present = [c.meta.locality or c.meta.issuer or "" for c in collection.cards()]
    return Statement(wording.no_plan(names, present))


def _no_plan(scope: Scope, collection: Collection) -> Draft:
    notes = [Statement(m.note) for m in scope.located.missing if m.note]
    return Draft(Status.NO_PLAN, (_missing_statement(scope, collection), *notes))


def _with_notes(draft: Draft, question: Question, scope: Scope, collection: Collection) -> Draft:
    """The draft with what is missing and how an old or new name relates to the plan."""
    missing = scope.located.missing
    if question.kind not in SEVERAL:
        missing = tuple(m for m in missing if not _is_around(m, scope))
    before = (_missing_statement(scope, collection),) if missing else ()
    after = tuple(Statement(t.note) for t in scope.located.targets if t.note and _needs_note(t))
    return Draft(draft.status, (*before, *draft.statements, *after), draft.columns, draft.rows)


def _is_around(missing: Missing, scope: Scope) -> bool:
    """Whether a place without a plan only says where one with a plan lies.

    "Kế hoạch của thành phố Vinh dựa vào kế hoạch nào của tỉnh Nghệ An?" is for no plan of Nghệ An.
    """
    return any(contains(missing.place, target.place) for target in scope.located.targets)


def _needs_note(target: Target) -> bool:
    """A note is due when the asked name is not simply the plan's own."""
    return target.place.name != target.card.meta.locality or target.place.level == "xã"


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
