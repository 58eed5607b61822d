"""The tasks of a year: "những việc nào phải xong trong năm 2025", by their printed deadlines."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.fold import fold
from corpus.plan import Assignment, Plan
from rag import wording
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.collection import locality_of
from rag.draft import Draft, Span, Statement
from rag.meaning.words import bag, words
from rag.question import Question
from rag.tasks.chosen import first_sentence

MOST_TASKS = 12
_WORK = r"(?:nhiệm vụ|công việc|việc|đầu việc|hoạt động|nội dung|hạng mục)"
# Which tasks are asked for, by when they are due or how often they are done.
_ASKED = spelled(
    rf"\b{_WORK}(?: nào| gì)\b.*\b(?:năm 20\d\d|quý|tháng|thường xuyên|hằng năm|hàng năm)"
    rf"|\b(?:năm 20\d\d|quý \S+|tháng \d+).*\b{_WORK} (?:nào|gì)\b"
    rf"|\b{_WORK} (?:(?:thực hiện|làm|triển khai) )?(?:thường xuyên|hằng năm|hàng năm|định kỳ)\b"
)
_RHYTHM = spelled(r"\b(?:thường xuyên|hằng năm|hàng năm|định kỳ)\b")
# What such a question says beside its subject.
_FRAME = frozenset(
    word.plain
    for word in words(
        "nhiệm vụ công việc đầu hoạt động nội dung hạng mục phải hoàn thành xong làm thực hiện triển khai thường xuyên hằng hàng định kỳ trong năm tháng quý hạn đến trước thời gian"
    )
)


def answer_due(question: Question, plan: Plan) -> Draft | None:
    """The tasks whose deadline is in the year, or of the rhythm, that the question names.

    None for a question about something else, and where the plan sets no deadlines at all.
    """
    asked = _ASKED.search(question.folded)
    subject = [w for c in question.concepts for w in c.typed if w.plain not in _FRAME]
    if asked is None or subject or not any(a.deadline for a in plan.assignments):
        return None
    if not question.years and _RHYTHM.search(question.folded) is None:
        return None
    due = [a for a in plan.assignments if a.deadline and _is_due(a.deadline, question.years)]
    if not due:
        said = wording.no_task_due(locality_of(plan), question.years)
        return Draft(Status.NOT_STATED, (Statement(said),))
    return Draft(Status.ANSWERED, tuple(s for a in due[:MOST_TASKS] for s in _stated(plan, a)))


def _is_due(deadline: str, years: Sequence[int]) -> bool:
    """Whether a deadline names one of the years; without years, whether it is a rhythm."""
    if not years:
        return _RHYTHM.search(fold(deadline)) is not None
    return any(str(year) in bag(deadline).plain for year in years)


def _stated(plan: Plan, assignment: Assignment) -> tuple[Statement, Statement]:
    """The task in its own words, and its deadline as printed."""
    task = first_sentence(plan, assignment)
    start, end = assignment.deadline_start, assignment.deadline_end
    printed = Span(plan, start, end) if start is not None and end is not None else None
    deadline = printed or Span(plan, assignment.start, assignment.end)
    return (
        Statement(f"Nhiệm vụ: “{task.line}”", (task,)),
        Statement(f"Thời gian thực hiện: “{assignment.deadline}”.", (deadline,)),
    )
