"""Who does a task and by when, from a plan's assignments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.fold import fold, strip_marks
from corpus.letters import sentence_case
from corpus.plan import Assignment, Plan, Section
from rag.answer import Status
from rag.asked import phrases
from rag.draft import Draft, Span, Statement
from rag.meaning import filler
from rag.meaning.words import Concept, words
from rag.premises.claims import AGENCY
from rag.question import Question
from rag.tasks.chosen import (
    ASKS_JOIN,
    ASKS_LEAD,
    WHOLE_PLAN,
    Task,
    best_sentence,
    find_tasks,
    first_of,
    in_full,
    task_text,
    task_words,
    tier_words,
)

_LEADS = re.compile(r"chủ trì|theo dõi|đôn đốc|đầu mối|tổng hợp", re.IGNORECASE)  # the whole plan
_MOST_AGENCIES = 20
_MOST_TASKS = 12  # of one agency


def names_a_stranger(plan: Plan, question: Question) -> bool:
    """Whether the question is for the tasks of an agency that the plan never names."""
    if phrases.WHICH_AGENCY.search(question.folded):
        return False
    # The first words decide: a place may follow the name ("Sở Xây dựng Quảng Ngãi").
    named = [match.group().split()[:3] for match in AGENCY.finditer(question.text)]
    if not named:
        return False
    text = fold(plan.text)
    return not any(fold(" ".join(agency)) in text for agency in named)


def answer_tasks_of(
    plan: Plan, agencies: Sequence[str], question: Question, part: Section | None = None
) -> Draft | None:
    """What the agencies lead or join, one line a task; of the subject and role asked when named.

    ``part`` is the section that the question names. None when no task of theirs is about the subject.
    """
    named = {w.plain for name in agencies for w in (*words(name), *words(in_full(name)))}
    named |= {word.plain for word in words(part.title)} if part else set()
    named |= tier_words(question) | {word.plain for word in words(plan.meta.issuer or "")}
    subject = [
        concept
        for concept in question.concepts
        if not all(word.plain in named or filler.is_light(word) for word in concept.typed)
    ]
    about = {id(task.assignment) for task in find_tasks(plan, subject)} if subject else set()
    led, joined = [], []
    for assignment in plan.assignments:
        if about and id(assignment) not in about:
            continue
        if part and not part.start <= assignment.start < part.subtree_end:
            continue
        task = task_words(plan, assignment)
        quote, spans = task.line, _support(assignment, plan, task)
        if name := first_of(agencies, assignment.lead):
            led.append(Statement(f"{name} chủ trì, thực hiện: “{quote}”", spans))
        elif name := first_of(agencies, assignment.partners):
            joined.append(Statement(f"{name} phối hợp: “{quote}”", spans))
    asks_lead, asks_join = (asked.search(question.folded) for asked in (ASKS_LEAD, ASKS_JOIN))
    if led and asks_lead and not asks_join:
        joined = []
    if joined and asks_join and not asks_lead:
        led = []
    return Draft(Status.ANSWERED, tuple((led + joined)[:_MOST_TASKS])) if led or joined else None


def _support(assignment: Assignment, plan: Plan, task: Span) -> tuple[Span, ...]:
    """The task's words and those that assign it; one span when they are the same words."""
    assigned = Span(plan, assignment.start, assignment.end)
    if assigned.start < task.end and task.start < assigned.end:
        return (Span(plan, min(assigned.start, task.start), max(assigned.end, task.end)),)
    return (assigned, task)


def answer_works(plan: Plan, head: str, within: Section | None) -> Draft | None:
    """What every such agency leads, one line a task, in the order of the plan; see ``answer_agencies``."""
    statements = []
    for assignment in plan.assignments:
        names = [name for name in assignment.lead if strip_marks(name).startswith(head)]
        if not names or (within and not within.start <= assignment.start < within.subtree_end):
            continue
        task = task_words(plan, assignment)
        statements.append(
            Statement(f"- {', '.join(names)}: “{task.line}”", _support(assignment, plan, task))
        )
    return Draft(Status.ANSWERED, tuple(statements[:_MOST_AGENCIES])) if statements else None


def answer_agencies(plan: Plan, head: str, within: Section | None) -> Draft | None:
    """Every agency that leads something, once, with the words that say so; of a section if given.

    ``head`` is the plain word that the names must begin with ("so" for "những sở nào"), "" for any.
    """
    statements: list[Statement] = []
    seen: set[str] = set()
    for assignment in plan.assignments:
        if within and not within.start <= assignment.start < within.subtree_end:
            continue
        for agency, role in zip(
            assignment.lead, assignment.lead_roles or assignment.lead, strict=False
        ):
            name = strip_marks(agency)
            if name in seen or not name.startswith(head) or role == "phối hợp":
                continue
            seen.add(name)
            statements.append(Statement(f"- {agency}", (_line_span(plan, assignment, agency),)))
    return Draft(Status.ANSWERED, tuple(statements[:_MOST_AGENCIES])) if statements else None


def _line_span(plan: Plan, assignment: Assignment, agency: str) -> Span:
    """The line that names the agency: the assigning words, or a line of the task's section."""
    if agency in plan.text[assignment.start : assignment.end]:
        return Span(plan, assignment.start, assignment.end)
    section = plan.section(assignment.section)
    region = (section.start, section.subtree_end) if section else (assignment.start, len(plan.text))
    at = plan.text.find(agency, *region)
    return Span(plan, *(_line_at(plan, at) if at >= 0 else (assignment.start, assignment.end)))


def answer_of_plan(plan: Plan) -> Draft | None:
    """Who leads, watches and reports on the plan as a whole; None when no task is about that."""
    tasks = [
        Task(plan, assignment, 1.0, 1.0)
        for assignment in plan.assignments
        if WHOLE_PLAN.search(plan.text, assignment.task_start, assignment.task_end)
    ]
    leading = [task for task in tasks if _LEADS.search(task_text(task))]
    return answer_who((leading or tasks)[:1], ()) if tasks else None


def answer_who(tasks: Sequence[Task], concepts: Sequence[Concept]) -> Draft:
    """Leader, partners and deadline of each task, and the task in its own words."""
    statements: list[Statement] = []
    for task in tasks[:3]:
        a, plan = task.assignment, task.plan
        sentence = best_sentence(plan, a, concepts)
        text = "; ".join(_roles(a))
        statements.append(Statement(f"{sentence_case(text)}.", _assigning_spans(plan, a)))
        what = "Chỉ tiêu" if "theo dõi" in a.lead_roles else "Nhiệm vụ"
        statements.append(Statement(f"{what}: “{sentence.line}”", (sentence,)))
    return Draft(Status.ANSWERED, tuple(statements))


def _roles(assignment: Assignment) -> list[str]:
    """Leaders by their printed roles, partners, deadline: "cơ quan chỉ đạo: …"."""
    by_role: dict[str, list[str]] = {}
    roles = assignment.lead_roles or ("chủ trì, thực hiện",) * len(assignment.lead)
    for agency, role in zip(assignment.lead, roles, strict=False):
        by_role.setdefault(role or "chủ trì, thực hiện", []).append(agency)
    parts = [f"cơ quan {role}: {'; '.join(agencies)}" for role, agencies in by_role.items()]
    if assignment.partners:
        parts.append(f"phối hợp: {'; '.join(assignment.partners)}")
    if assignment.deadline:
        parts.append(f"thời gian: “{assignment.deadline}”")
    return parts


def _assigning_spans(plan: Plan, assignment: Assignment) -> tuple[Span, ...]:
    """The words that assign the task, and the lines around them that name partners or date it."""
    a = assignment
    section = plan.section(a.section)
    region = (section.start, section.subtree_end) if section else (a.task_start, a.end)
    spans = {(a.start, a.end)}
    for name in (*a.lead, *a.partners):
        at = plan.text.find(name, *region)
        if at >= 0 and name not in plan.text[a.start : a.end]:
            spans.add(_line_at(plan, at))
    if a.deadline_start is not None and not a.start <= a.deadline_start < a.end:
        spans.add(_line_at(plan, a.deadline_start))
    return tuple(Span(plan, start, end) for start, end in sorted(spans))


def _line_at(plan: Plan, offset: int) -> tuple[int, int]:
    """The line of the text that holds an offset."""
    start = plan.text.rfind("\n", 0, offset) + 1
    end = plan.text.find("\n", offset)
    return start, len(plan.text) if end < 0 else end


def answer_when(tasks: Sequence[Task], concepts: Sequence[Concept]) -> Draft | None:
    """Deadlines of the tasks; None when none of them has one."""
    statements = []
    for task in tasks[:3]:
        a, plan = task.assignment, task.plan
        if a.deadline is None:
            continue
        span = (
            Span(plan, a.deadline_start, a.deadline_end)
            if a.deadline_start is not None and a.deadline_end is not None
            else Span(plan, a.start, a.end)
        )
        statements.append(Statement(f"Thời gian thực hiện: “{a.deadline}”.", (span,)))
        sentence = best_sentence(plan, a, concepts)
        statements.append(Statement(f"Nhiệm vụ: “{sentence.line}”", (sentence,)))
    return Draft(Status.ANSWERED, tuple(statements)) if statements else None
