"""The assigned tasks that a question means, for saying who does them and by when."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.fold import fold, strip_marks
from corpus.plan import Assignment, Plan
from rag.asked import phrases
from rag.asked.patterns import spelled
from rag.draft import Span
from rag.meaning.words import Concept, bag, coverage, heaviest, words
from rag.passages.best import ENOUGH
from rag.passages.sentences import sentences
from rag.question import Kind, Question

# Words of a task that is the whole plan's.
WHOLE_PLAN = re.compile(
    r"(?:kế hoạch|chương trình(?: hành động)?|nghị quyết|chỉ thị|đề án) này", re.IGNORECASE
)
ASKS_LEAD, ASKS_JOIN = spelled("chủ trì"), spelled("phối hợp")
# "Cơ quan thẩm định quy hoạch", before the name of who does that.
_NAMED_ACT = re.compile(r"(?:cơ quan|đơn vị) (?!chủ trì|chỉ đạo|thực hiện|phối hợp).+")
# Organs that documents and people write either way.
_ORGANS = {
    "ubnd": "Ủy ban nhân dân",
    "hdnd": "Hội đồng nhân dân",
    "mttq": "Mặt trận Tổ quốc",
    "btv": "Ban Thường vụ",
}
_ORGAN = re.compile(r"\b(?:UBND|H[ĐD]ND|MTTQ|BTV)\b", re.IGNORECASE)
# The tiers of government below the province, as questions and assignments name them.
_TIERS = (
    spelled(
        r"\b(?:(?:cấp|các) (?:huyện|quận|thị xã)|(?:huyện|thị|thành) ủy|huyện, (?:thị|thành))\b"
    ),
    spelled(r"\b(?:(?:cấp|các) (?:xã|phường)|xã, phường|phường, xã)\b"),
)
_ORGANS_OF_TIERS = ("Ủy ban nhân dân", "Hội đồng nhân dân")
_COMMITTEE = spelled(r"\bủy\b(?! ban)")
_LONG_TASK = 420  # characters of a task that an answer quotes
_ALIKE = 0.08  # tasks this close to the best one answer together
_HEADING_SHARE = 0.9  # words found only in the headings above count this much
_OPENING_SHARE = 0.2
_EARLY_SHARE = 0.1  # between tasks alike, the one that names the subject earlier is about it
_ROLE_SHARE = 0.05  # and the one that somebody is said to lead, when that is asked
_ACT_SHARE = 0.25  # and the one whose label names the act that is asked: "Cơ quan thẩm định: …"


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment that a question may mean."""

    plan: Plan
    assignment: Assignment
    coverage: float
    score: float  # the coverage, and a little more when the task's first sentence is about it


def find_tasks(plan: Plan, concepts: Sequence[Concept]) -> list[Task]:
    """Assigned tasks whose words hold the question's, best first."""
    return _best(_holding(plan, concepts, by_names=True))


def asked_tasks(plan: Plan, question: Question, within: Span | None = None) -> list[Task]:
    """The tasks that a question for who or when means, best first.

    Of those that hold its words: the ones led by the kind of agency that it asks for ("sở nào"), by
    the agency that it says does them, and before those that somebody only joins. ``within`` is the
    part of the plan that they must stand in.
    """
    asks_names = phrases.WHICH_AGENCY.search(question.folded) is not None
    found = _holding(plan, question.concepts, by_names=not asks_names)
    if within is not None:
        found = [t for t in found if within.start <= t.assignment.task_start < within.end]
    if (kind := phrases.KIND_OF_AGENCY.search(question.folded)) is not None:
        head = f"{strip_marks(kind.group('head'))} "
        found = _those(
            found, lambda t: any(strip_marks(n).startswith(head) for n in t.assignment.lead)
        )
    if question.kind is Kind.WHEN and (doer := _doer(plan, question)) is not None:
        found = _those(found, lambda t: first_of([doer], t.assignment.lead) is not None)
    if not ASKS_JOIN.search(question.folded):
        found = _those(found, lambda t: any(role != "phối hợp" for role in t.assignment.lead_roles))
    best = _best(_favoured(found, question))
    return _those(best, _names_its_act) if best and _names_its_act(best[0]) else best


def _favoured(tasks: Sequence[Task], question: Question) -> list[Task]:
    """The tasks, scored by what the question says is done: "chủ trì", or the act of a label.

    A task that names another act than the one asked is left out: who approves is not who drafts.
    """
    asked = bag(question.text)
    found: list[Task] = []
    for task in tasks:
        roles = task.assignment.lead_roles
        share = 0.0
        if _names_its_act(task):
            if not all(asked.has(word) for word in words(roles[0])):
                continue
            share = _ACT_SHARE
        elif ASKS_LEAD.search(question.folded) and any("chủ trì" in role for role in roles):
            share = _ROLE_SHARE
        found.append(replace(task, score=task.score + share))
    return found


def _doer(plan: Plan, question: Question) -> str | None:
    """The agency that the question begins with: "Sở Y tế phải báo cáo … khi nào?"."""
    asked = fold(question.text)
    named = asked_agencies(plan, question)
    return next((name for name in named if asked.startswith(f"{fold(name)} ")), None)


def _those(tasks: list[Task], fits: Callable[[Task], bool]) -> list[Task]:
    """The tasks that fit; all of them when none does."""
    return [task for task in tasks if fits(task)] or tasks


def _names_its_act(task: Task) -> bool:
    """Whether the role is the task: "Cơ quan thẩm định quy hoạch: …"."""
    label = task_text(task).partition(":")[0]
    return bool(task.assignment.lead_roles) and _NAMED_ACT.fullmatch(fold(label)) is not None


def _holding(plan: Plan, concepts: Sequence[Concept], *, by_names: bool) -> list[Task]:
    """Tasks whose words, with the headings above, hold most of the concepts.

    ``by_names``: the names of those who lead count as words of the task.
    """
    found = []
    for assignment in plan.assignments:
        section = plan.section(assignment.section)
        headings = (
            " ; ".join(a.title for a in (*plan.ancestors(section), section)) if section else ""
        )
        task = plan.text[assignment.task_start : assignment.task_end]
        task = task if by_names else _without(task, assignment.lead)
        if WHOLE_PLAN.search(task):
            headings = f"{headings} ; {plan.meta.subject or ''}"
        held = max(
            coverage(concepts, bag(task)),
            _HEADING_SHARE * coverage(concepts, bag(f"{task} ; {headings}")),
        )
        if held < ENOUGH:
            continue
        opening = coverage(concepts, bag(first_sentence(plan, assignment).text))
        early = _EARLY_SHARE * _earliness(task, concepts)
        found.append(Task(plan, assignment, held, held + _OPENING_SHARE * opening + early))
    return found


def _without(task: str, names: Sequence[str]) -> str:
    """A task without its leaders' names: what "Ủy ban Kiểm tra" does need not be "kiểm tra"."""
    for name in names:
        task = task.replace(name, " ; ")
    return task


def _best(tasks: Sequence[Task]) -> list[Task]:
    """The tasks about as good as the best one, best first."""
    best = max((task.score for task in tasks), default=0.0)
    return sorted((t for t in tasks if t.score >= best - _ALIKE), key=lambda t: -t.score)


def task_of(plan: Plan, words_of_it: Span) -> Task | None:
    """The assignment in whose task, or in whose assigning words, these begin; the shortest such."""
    at = words_of_it.start
    holding = [
        a
        for a in plan.assignments
        if a.lead and (a.task_start <= at < a.task_end or a.start <= at < a.end)
    ]
    shortest = min(holding, key=lambda a: a.task_end - a.task_start, default=None)
    return Task(plan, shortest, 1.0, 1.0) if shortest else None


def assigned_by(plan: Plan, words_of_it: Span) -> Task | None:
    """The task above that a line like "Phân công thực hiện: …" assigns; None for any other words."""
    at = words_of_it.start
    return next(
        (Task(plan, a, 1.0, 1.0) for a in plan.assignments if a.task_end <= a.start <= at < a.end),
        None,
    )


def _earliness(task: str, concepts: Sequence[Concept]) -> float:
    """How early the task names the question's most telling concept: 1 at its start, 0 at its end."""
    if not concepts or not task:
        return 0.0
    at = strip_marks(task).find(" ".join(word.plain for word in heaviest(concepts).typed))
    return 0.0 if at < 0 else 1.0 - at / len(task)


def asked_agencies(plan: Plan, question: Question) -> list[str]:
    """Agencies of the plan's assignments that the question names in full, longest names first."""
    asked = bag(in_full(question.text))
    names = {agency for a in plan.assignments for agency in (*a.lead, *a.partners)}
    found = []
    for name in names:
        parts = words(in_full(name))
        if len(parts) >= 2 and all(word.plain in asked.plain for word in parts):
            pairs = itertools.pairwise(parts)
            if all((a.plain, b.plain) in asked.pairs for a, b in pairs):
                found.append(name)
    if not found and not question.yes_no:  # what a whole tier must do is claimed in many ways
        found = _of_tier(names, question)
    found.sort(key=len, reverse=True)
    return [n for i, n in enumerate(found) if not any(n in longer for longer in found[:i])]


def tier_words(question: Question) -> frozenset[str]:
    """The plain words by which a question names a tier of government: "cấp huyện"; often none."""
    asked = fold(question.text)
    said = [match.group() for tier in _TIERS for match in tier.finditer(asked)]
    return frozenset(word.plain for name in said for word in words(name))


def _of_tier(names: Iterable[str], question: Question) -> list[str]:
    """The units of a tier under any of its names: "cấp huyện" of "Các huyện, thành, thị ủy"."""
    asked = fold(in_full(question.text))
    organ = next((fold(organ) for organ in _ORGANS_OF_TIERS if fold(organ) in asked), "")
    party = not organ and _COMMITTEE.search(asked) is not None
    for tier in _TIERS:
        if tier.search(asked):
            found = [name for name in names if tier.search(fold(in_full(name)))]
            fitting = [name for name in found if organ in fold(in_full(name))]
            return [n for n in fitting if not party or _COMMITTEE.search(fold(n))]
    return []


def in_full(text: str) -> str:
    """``text`` with the short forms of organs written out, as either may be typed or printed."""
    return _ORGAN.sub(lambda match: _ORGANS[strip_marks(match.group())], text)


def first_of(agencies: Sequence[str], named: Sequence[str]) -> str | None:
    """The first of the named agencies that is one of ``agencies``."""
    return next((name for name in named if any(agency in name for agency in agencies)), None)


def first_sentence(plan: Plan, assignment: Assignment) -> Span:
    """The first sentence of the task, not the heading that names who does it."""
    return best_sentence(plan, assignment, ())


def task_words(plan: Plan, assignment: Assignment) -> Span:
    """The task without the heading that names who does it, as far as it fits ``_LONG_TASK``."""
    first = first_sentence(plan, assignment)
    ends = [end for _, end in sentences(plan.text, first.start, assignment.task_end)]
    fitting = [end for end in ends if end - first.start <= _LONG_TASK]
    return Span(plan, first.start, max(fitting, default=first.end))


def best_sentence(plan: Plan, assignment: Assignment, concepts: Sequence[Concept]) -> Span:
    """The sentence of the task that holds most of the question; the first one of equals."""
    every = sentences(plan.text, assignment.task_start, assignment.task_end)
    spans = [span for span in every if words(plan.text[slice(*span)])[1:]]  # not a label alone
    spans = [s for s in spans if not _is_heading(plan, assignment, Span(plan, *s))] or spans
    if not spans:
        return Span(plan, assignment.task_start, assignment.task_end)
    scores = [coverage(concepts, bag(plan.text[start:end])) for start, end in spans]
    return Span(plan, *spans[scores.index(max(scores))])


def _is_heading(plan: Plan, assignment: Assignment, sentence: Span) -> bool:
    """Whether a sentence is the heading that names the agency, above the task itself."""
    section = plan.section(assignment.section)
    if section is None or not section.title or sentence.end > section.body_start:
        return False
    return any(agency in section.title for agency in assignment.lead)


def task_text(task: Task) -> str:
    """The words of the task, as printed."""
    return task.plan.text[task.assignment.task_start : task.assignment.task_end]
