"""Who carries something out and by when, asked of one plan."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.fold import strip_marks
from corpus.plan import Plan, Section
from rag.answer import Status
from rag.asked import phrases
from rag.asked.patterns import pattern
from rag.collection import Collection
from rag.draft import Draft, Span, Statement
from rag.lists import listing
from rag.lists.members import answer_members
from rag.meaning import filler
from rag.meaning.words import bag, coverage
from rag.passages.best import answers, passages_in
from rag.passages.provisions import answer_passage, not_stated
from rag.passages.wanted import DATE_PRINTED, wanted_words
from rag.premises.claims import granted_amount
from rag.question import Kind, Question
from rag.tasks import people
from rag.tasks.chosen import asked_agencies, asked_tasks, task_of
from rag.tasks.times import stated_time

_TIME_TITLE = re.compile(r"\bthời (?:gian|hạn|kỳ)\b|\btiến độ\b", re.IGNORECASE)
# Not who, but what each of them does.
_WORK_ASKED = pattern(
    r"(?:những |các )?(?:công )?việc (?:gì|nào)",
    r"làm (?:những )?gì",
    r"(?:nhiệm vụ|trách nhiệm) (?:gì|nào)",
)
_RUNS = {"bat", "dau", "ket", "thuc", "keo", "dai"}  # words of how long something runs
_WHOLE_PLAN = 0.8  # share of a question's words that a plan's title must hold to be its subject


def who_or_when(question: Question, plan: Plan, collection: Collection) -> Draft:
    """Who carries out what the question names, or by when; else the provision that says it."""
    if phrases.POSITION.search(question.folded):
        return answer_passage(question, plan, collection)
    if (members := answer_members(question, plan, collection)) is not None:
        return members
    named = listing.named_heading(plan, question.text)
    if named and question.wants_list and phrases.PART_NAMED.search(question.folded):
        return listing.answer_heading(plan, named)
    part = listing.named_part(plan, question.text)
    named_agency = asked_agencies(plan, question) or phrases.AGENCIES_ASKED.search(question.folded)
    if part and question.kind is Kind.WHO and not named_agency:
        return listing.answer_heading(plan, part)
    if question.kind is Kind.WHO and people.names_a_stranger(plan, question):
        return not_stated(question, plan, ())
    by_name = question.kind is Kind.WHO and asked_agencies(plan, question)
    of_plan = None if by_name else _agencies(question, plan) or _of_the_plan(question, plan)
    return (
        of_plan
        or _checked(answer_people(question, plan), question)
        or _assigned_passage(question, plan, collection)
        or _stated_time(question, plan)
        or answer_passage(question, plan, collection)
    )


def _checked(found: Draft | None, question: Question) -> Draft | None:
    """The answer, after a correction where its task prints another amount than the question."""
    if found is None:
        return None
    quotes = (s.spans[0].text for s in found.statements if s.text.startswith("Nhiệm vụ:"))
    claim = next(filter(None, (granted_amount(question, quote) for quote in quotes)), None)
    if claim is None:
        return found
    lead = Statement(f"Không phải {claim}.")
    return replace(found, status=Status.CORRECTED, statements=(lead, *found.statements))


def _stated_time(question: Question, plan: Plan) -> Draft | None:
    """The time that stands under the headings of what the question names."""
    wanted = wanted_words(question)
    if question.kind is not Kind.WHEN or wanted is None:
        return None
    return stated_time(question, plan, wanted)


def _assigned_passage(question: Question, plan: Plan, collection: Collection) -> Draft | None:
    """Who carries out what the provision found says, or by when; None when nobody is charged with it."""
    found = passages_in([plan.id], question, collection)
    if not found or not answers(found[0], question):
        return None
    task = task_of(plan, found[0].span)
    if task is None:
        return None
    if question.kind is Kind.WHO:
        return people.answer_who([task], question.concepts)
    exact = phrases.TIME_ASKED.search(question.folded)
    dated = DATE_PRINTED.search(task.assignment.deadline or "")
    return people.answer_when([task], question.concepts) if dated or not exact else None


def _agencies(question: Question, plan: Plan) -> Draft | None:
    """The agencies of the plan, or of the section that the question names by its heading."""
    asked = phrases.AGENCIES_ASKED.search(question.folded)
    if asked is None or question.kind is not Kind.WHO:
        return None
    section = listing.named_heading(plan, question.text)
    others = [c for c in question.concepts if not asked.start() <= c.typed[0].start < asked.end()]
    if section is None and not filler.are_light(others):
        return None
    head = strip_marks(asked.group("head"))
    answer = people.answer_works if _WORK_ASKED.search(question.folded) else people.answer_agencies
    return answer(plan, head if head in {"so", "ban"} else "", section)


def _of_the_plan(question: Question, plan: Plan) -> Draft | None:
    """When, or by whom, the plan as a whole is carried out; None for a question of something in it."""
    subject = bag(f"{plan.meta.type or ''} {plan.meta.subject or ''}")
    asked = {word.plain: word for c in question.concepts for word in c.typed}
    named = all(subject.has(w) or plain in _RUNS for plain, w in asked.items())
    if not named and coverage(question.concepts, subject) < _WHOLE_PLAN:
        return None
    if question.kind is Kind.WHO:
        return people.answer_of_plan(plan)
    timed = [s for s in plan.sections if s.title and _TIME_TITLE.search(s.title)]
    if not timed:
        return None
    return listing.answer_heading(plan, min(timed, key=_from_the_top))


def _from_the_top(section: Section) -> tuple[int, int]:
    """What orders titles by how far down they stand, then by their length."""
    return section.path.count("."), len(section.title)


def answer_people(question: Question, plan: Plan, within: Span | None = None) -> Draft | None:
    """Who carries out the task that the question names, or by when; None when there is no such task.

    ``within``: only tasks inside this part of the plan count.
    """
    agencies = asked_agencies(plan, question)
    by_name = question.kind is Kind.WHO and agencies and within is None
    if by_name and not phrases.WHICH_AGENCY.search(question.folded):
        part = None
        if phrases.PART_NAMED.search(question.folded):
            part = listing.named_part(plan, question.text)
        return people.answer_tasks_of(plan, agencies, question, part)
    tasks = asked_tasks(plan, question, within)
    if not tasks:
        return None
    if question.kind is Kind.WHEN:
        if phrases.TIME_ASKED.search(question.folded):
            tasks = [t for t in tasks if DATE_PRINTED.search(t.assignment.deadline or "")]
        return people.answer_when(tasks, question.concepts)
    return people.answer_who(tasks, question.concepts)
