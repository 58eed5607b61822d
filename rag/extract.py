"""Question -> draft answer, written from the plans' own words without a language model."""

from __future__ import annotations

from dataclasses import replace

from corpus.fold import fold
from corpus.places.gazetteer import contains
from rag import lookup, wording
from rag.answer import Status
from rag.asked.localities import Missing, Target
from rag.asked.numbered import SEVERAL
from rag.asked.scope import Scope, subject_of
from rag.collection import Collection, document_name
from rag.draft import Draft, Statement
from rag.pointed import answer_pointed
from rag.question import Kind, Question
from rag.records.collection import answer_collection
from rag.records.offices import answer_office
from rag.records.outline import answer_outline
from rag.records.persons import answer_person
from rag.records.recipients import answer_recipients
from rag.records.reference_premises import check_reference
from rag.records.references import answer_reference, asked_references
from rag.several_plans import answer_from_plans


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
    elsewhere = bool(scope.located.missing) and not scope.named
    direct = answer_pointed(question, scope) if len(question.fields) < 2 else None
    if direct is not None and not (elsewhere and _is_of_others(direct, scope)):
        return direct
    whole = _whole(question, scope)
    if elsewhere:
        printed = whole is not None and whole.status is not Status.NOT_STATED
        if whole and printed and question.full_numbers:
            return whole
        return _referred_to(question, scope) or _no_plan(scope, collection)
    if unknown := _unknown_places(question, scope):
        present = [card.meta.locality or card.meta.issuer or "" for card in collection.cards()]
        return Draft(Status.NO_PLAN, (Statement(wording.unknown_place(unknown, present)),))
    draft = whole or answer_from_plans(subject_of(question, scope), scope, collection)
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


def _is_of_others(draft: Draft, scope: Scope) -> bool:
    """Whether the words that a question points at do not name the place that has no plan.

    "“đô thị thông minh” trong kế hoạch Cần Thơ" is not answered by what the plans of others print.
    """
    texts = [fold(span.text) for statement in draft.statements for span in statement.spans]
    names = [fold(missing.place.name) for missing in scope.located.missing]
    return not any(name in text for name in names for text in texts)


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
