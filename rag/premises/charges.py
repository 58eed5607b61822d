"""Who a question says does a task, and by when, against the plan's assignments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.plan import Plan
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.draft import Draft
from rag.meaning.words import Concept, bag, words
from rag.question import Kind, Question
from rag.records.reference_premises import confirmed, corrected
from rag.tasks import people
from rag.tasks.chosen import Task, asked_agencies, find_tasks

_JOINS = spelled(r"\bphối hợp\b")
_ACTS = spelled(r"\b(?:chủ trì|thực hiện|tham mưu|chỉ đạo|phụ trách|phối hợp)\b")
_DONE = spelled(r"\b(?:hoàn thành|thực hiện|triển khai|xong|(?:vào|trong) năm (?:19|20)\d\d)\b")
_CHARGED = (
    r"(?P<agency>(?:Sở|Ban|UBND|Ủy ban|Văn phòng|Công an|Phòng|Mặt trận|Hội)(?:\s[^\W\d_]+){1,8}?)"
)
# "… giao Sở Công Thương chủ trì hạ ngầm cáp".
_CHARGES = re.compile(
    rf"\bgiao (?:cho )?{_CHARGED}\s(?P<act>chủ trì|theo dõi|làm|thực hiện|tham mưu|phụ trách|quản lý|lo)\b"
)
# "Sở Công Thương chủ trì hạ ngầm cáp thì phối hợp với những ai?"
_LEADS = re.compile(
    rf"{_CHARGED}\s(?P<act>chủ trì)\b(?=.*\bphối hợp với (?:ai|những|các|cơ quan|đơn vị|sở)\b)"
)
# "Sở Công Thương chủ trì hạ ngầm cáp thì bao giờ xong?"
_LED = re.compile(rf"^\W*{_CHARGED}\s(?P<act>chủ trì)\b")
_AGENCY = re.compile(
    r"(?:Sở|Ban|UBND|Ủy ban|Văn phòng|Hội đồng|Công an|Mặt trận|Đảng ủy|Phòng)(?:\s+(?!(?:để|nhằm|mà)\b)[^\W\d_]+){1,9}?(?=\s+(?:chủ trì|là|có|được|phải|thực hiện|tham mưu|chỉ đạo|phụ trách|phối hợp))"
)


def granted_agency(question: Question, plan: Plan) -> Draft | None:
    """A correction of the agency that a question for a reason, a time or partners says does a task."""
    pattern = {Kind.WHY: _CHARGES, Kind.WHO: _LEADS, Kind.WHEN: _LED}.get(question.kind)
    charged = pattern.search(question.unplaced) if pattern else None
    if charged is None:
        return None
    agency = " ".join(charged["agency"].split())
    named = {word.plain for word in words(agency)} | {word.plain for word in words(charged["act"])}
    named |= {"giao", "phoi", "hop"}
    concepts = tuple(c for c in question.concepts if not {w.plain for w in c.typed} <= named)
    tasks = find_tasks(plan, concepts) if concepts else []
    if not tasks:
        return None
    checked = _check_lead(agency, tasks, concepts)
    return checked if checked.status is Status.CORRECTED else None


def check_assignment(question: Question, plan: Plan) -> Draft | None:
    """Whether the agency or the year that the question gives a task is the plan's."""
    agencies = _named_agencies(question, plan)
    named = {word.plain for agency in agencies for word in words(agency)}
    concepts = tuple(c for c in question.concepts if not {w.plain for w in c.typed} <= named)
    asks_agency = bool(agencies) and _ACTS.search(question.folded)
    asks_year = bool(question.years) and _DONE.search(question.folded)
    if not (asks_agency or asks_year) or not concepts:
        return None
    tasks = find_tasks(plan, concepts)
    if not tasks:
        return None
    if asks_agency:
        joins = _JOINS.search(question.folded) is not None
        check = _check_partner if joins else _check_lead
        return check(agencies[0], tasks, concepts)
    dated = people.answer_when(tasks[:1], concepts)
    if dated is None:
        return None
    if not any(map(str.isdigit, tasks[0].assignment.deadline or "")):
        return None  # "hằng năm" contradicts no year
    years = [str(year) for year in question.years]
    if any(year in (tasks[0].assignment.deadline or "") for year in years):
        return confirmed(dated)
    return corrected(f"năm {' và '.join(years)}", dated)


def _check_lead(agency: str, tasks: Sequence[Task], concepts: Sequence[Concept]) -> Draft:
    """Whether the agency leads one of the tasks that fit best."""
    return _check(agency, [(task, task.assignment.lead) for task in tasks], concepts)


def _check_partner(agency: str, tasks: Sequence[Task], concepts: Sequence[Concept]) -> Draft:
    """Whether the agency joins in one of the tasks that fit best."""
    return _check(agency, [(task, task.assignment.partners) for task in tasks], concepts)


def _check(
    agency: str, charged: Sequence[tuple[Task, Sequence[str]]], concepts: Sequence[Concept]
) -> Draft:
    for task, agencies in charged:
        held = bag(" ; ".join(agencies))
        if all(held.has(word) for word in words(agency)):
            return confirmed(people.answer_who([task], concepts))
    return corrected(agency, people.answer_who([charged[0][0]], concepts))


def _named_agencies(question: Question, plan: Plan) -> list[str]:
    known = asked_agencies(plan, question)
    return known or [match.group() for match in _AGENCY.finditer(question.text)]
