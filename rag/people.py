"""Who does a task and by when, from a plan's assignments."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fold import fold, strip_marks
from corpus.letters import sentence_case
from corpus.plan import Assignment, Plan, Section
from rag import phrases
from rag.answer import Status
from rag.claims import AGENCY
from rag.draft import Draft, Span, Statement
from rag.passages import ENOUGH
from rag.question import Question
from rag.sentences import sentences
from rag.words import Concept, bag, coverage, words

# Words of a task that is the whole plan's, and of leading it.
_WHOLE_PLAN = re.compile(
    r"(?:kế hoạch|chương trình(?: hành động)?|nghị quyết|chỉ thị|đề án) này", re.IGNORECASE
)
_LEADS = re.compile(r"chủ trì|theo dõi|đôn đốc|đầu mối|tổng hợp", re.IGNORECASE)
_LEAD, _JOIN = phrases.spelled("chủ trì"), phrases.spelled("phối hợp")  # as a question puts them
_ALIKE = 0.08  # tasks this close to the best one answer together
_HEADING_SHARE = 0.9  # words found only in the headings above count this much
_OPENING_SHARE = 0.2
_EARLY_SHARE = 0.1  # between tasks alike, the one that names the subject earlier is about it
_MOST_AGENCIES = 20
_MOST_TASKS = 12  # of one agency


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment that a question may mean."""

    plan: Plan
    assignment: Assignment
    coverage: float
    score: float  # the coverage, and a little more when the task's first sentence is about it


def find_tasks(plan: Plan, concepts: Sequence[Concept]) -> list[Task]:
    """Assigned tasks whose words hold the question's, best first."""
    found = []
    for assignment in plan.assignments:
        section = plan.section(assignment.section)
        headings = (
            " ; ".join(a.title for a in (*plan.ancestors(section), section)) if section else ""
        )
        task = plan.text[assignment.task_start : assignment.task_end]
        held = max(
            coverage(concepts, bag(task)),
            _HEADING_SHARE * coverage(concepts, bag(f"{task} ; {headings}")),
        )
        if held < ENOUGH:
            continue
        opening = coverage(concepts, bag(_first_sentence(plan, assignment).text))
        early = _EARLY_SHARE * _earliness(task, concepts)
        found.append(Task(plan, assignment, held, held + _OPENING_SHARE * opening + early))
    best = max((task.score for task in found), default=0.0)
    return sorted((t for t in found if t.score >= best - _ALIKE), key=lambda t: -t.score)


def task_of(plan: Plan, words_of_it: Span) -> Task | None:
    """The assignment whose task holds these words, the shortest such; None when there is none."""
    holding = [
        a
        for a in plan.assignments
        if a.lead and a.task_start <= words_of_it.start and words_of_it.end <= a.task_end
    ]
    shortest = min(holding, key=lambda a: a.task_end - a.task_start, default=None)
    return Task(plan, shortest, 1.0, 1.0) if shortest else None


def _earliness(task: str, concepts: Sequence[Concept]) -> float:
    """How early the task names the question's most telling concept: 1 at its start, 0 at its end."""
    heaviest = max(concepts, key=lambda concept: concept.weight, default=None)
    if heaviest is None or not task:
        return 0.0
    at = strip_marks(task).find(" ".join(word.plain for word in heaviest.typed))
    return 0.0 if at < 0 else 1.0 - at / len(task)


def asked_agencies(plan: Plan, question: Question) -> list[str]:
    """Agencies of the plan's assignments that the question names in full, longest names first."""
    asked = bag(question.text)
    names = {agency for a in plan.assignments for agency in (*a.lead, *a.partners)}
    found = []
    for name in names:
        parts = words(name)
        if len(parts) >= 2 and all(word.plain in asked.plain for word in parts):
            pairs = itertools.pairwise(parts)
            if all((a.plain, b.plain) in asked.pairs for a, b in pairs):
                found.append(name)
    found.sort(key=len, reverse=True)
    return [n for i, n in enumerate(found) if not any(n in longer for longer in found[:i])]


def names_a_stranger(plan: Plan, question: Question) -> bool:
    """Whether the question is for the tasks of an agency that the plan never names."""
    if phrases.WHICH_AGENCY.search(question.folded):
        return False
    # The first words decide: a place may follow the name ("Sở Xây dựng Quảng Ngãi").
    named = [match.group().split()[:3] for match in AGENCY.finditer(question.text)]
    text = fold(plan.text)
    return bool(named) and not any(fold(" ".join(agency)) in text for agency in named)


def answer_tasks_of(plan: Plan, agencies: Sequence[str], question: Question) -> Draft | None:
    """What the agencies lead or join, one line a task; of the subject and role asked when named.

    None when no task of theirs is about the subject.
    """
    named = {word.plain for agency in agencies for word in words(agency)}
    subject = [
        concept
        for concept in question.concepts
        if not all(word.plain in named or phrases.is_light(word) for word in concept.typed)
    ]
    about = {id(task.assignment) for task in find_tasks(plan, subject)} if subject else set()
    led, joined = [], []
    for assignment in plan.assignments:
        if about and id(assignment) not in about:
            continue
        task = _first_sentence(plan, assignment)
        quote, spans = task.line, _support(assignment, plan, task)
        if name := _first_of(agencies, assignment.lead):
            led.append(Statement(f"{name} chủ trì, thực hiện: “{quote}”", spans))
        elif name := _first_of(agencies, assignment.partners):
            joined.append(Statement(f"{name} phối hợp: “{quote}”", spans))
    asks_lead, asks_join = (asked.search(question.folded) for asked in (_LEAD, _JOIN))
    if led and asks_lead and not asks_join:
        joined = []
    if joined and asks_join and not asks_lead:
        led = []
    return Draft(Status.ANSWERED, tuple((led + joined)[:_MOST_TASKS])) if led or joined else None


def _first_of(agencies: Sequence[str], named: Sequence[str]) -> str | None:
    """The first of the named agencies that is one of ``agencies``."""
    return next((name for name in named if any(agency in name for agency in agencies)), None)


def _first_sentence(plan: Plan, assignment: Assignment) -> Span:
    return _best_sentence(plan, assignment, ())


def _best_sentence(plan: Plan, assignment: Assignment, concepts: Sequence[Concept]) -> Span:
    """The sentence of the task that holds most of the question; the first one of equals."""
    every = sentences(plan.text, assignment.task_start, assignment.task_end)
    spans = [span for span in every if words(plan.text[slice(*span)])[1:]]  # not a label alone
    if not spans:
        return Span(plan, assignment.task_start, assignment.task_end)
    scores = [coverage(concepts, bag(plan.text[start:end])) for start, end in spans]
    return Span(plan, *spans[scores.index(max(scores))])


def _support(assignment: Assignment, plan: Plan, task: Span) -> tuple[Span, ...]:
    """The task's words and those that assign it; one span when they are the same words."""
    assigned = Span(plan, assignment.start, assignment.end)
    if assigned.start < task.end and task.start < assigned.end:
        return (Span(plan, min(assigned.start, task.start), max(assigned.end, task.end)),)
    return (assigned, task)


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
        if _WHOLE_PLAN.search(plan.text, assignment.task_start, assignment.task_end)
    ]
    leading = [task for task in tasks if _LEADS.search(_task_text(task))]
    return answer_who((leading or tasks)[:1], ()) if tasks else None


def _task_text(task: Task) -> str:
    return task.plan.text[task.assignment.task_start : task.assignment.task_end]


def answer_who(tasks: Sequence[Task], concepts: Sequence[Concept]) -> Draft:
    """Leader, partners and deadline of each task, and the task in its own words."""
    statements: list[Statement] = []
    for task in tasks[:3]:
        a, plan = task.assignment, task.plan
        sentence = _best_sentence(plan, a, concepts)
        text = "; ".join(_roles(a))
        statements.append(Statement(f"{sentence_case(text)}.", _assigning_spans(plan, a)))
        statements.append(Statement(f"Nhiệm vụ: “{sentence.line}”", (sentence,)))
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
        parts.append(f"thời gian: {assignment.deadline}")
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
        statements.append(Statement(f"Thời gian thực hiện: {a.deadline}.", (span,)))
        sentence = _best_sentence(plan, a, concepts)
        statements.append(Statement(f"Nhiệm vụ: “{sentence.line}”", (sentence,)))
    return Draft(Status.ANSWERED, tuple(statements)) if statements else None
