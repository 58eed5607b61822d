"""Due: the tasks of a year or a rhythm, by the deadlines that the plan prints."""

from __future__ import annotations

import pytest

from rag.answer import Status
from rag.collection import Collection
from rag.question import understand
from rag.tasks.due import MOST_TASKS, answer_due
from rag.verify import passes


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm vụ nào phải hoàn thành trong năm 2023",
        "có việc nào phải xong trong năm 2023 không",
        "năm 2023 phải làm xong những công việc gì",
    ],
)
def test_the_tasks_of_a_year(text: str, collection: Collection) -> None:
    plan = collection.plan("duc-pho")
    draft = answer_due(understand(text, collection.weigh), plan)
    assert draft is not None and draft.status is Status.ANSWERED
    sections = {plan.section_at(s.spans[0].start).path for s in draft.statements}
    assert sections == {"III.2.1", "III.2.1.gạch 3"}
    assert "Năm 2023" in draft.statements[1].text
    assert all(passes(statement, "", [plan.meta]) for statement in draft.statements)


def test_the_tasks_of_a_rhythm(collection: Collection) -> None:
    question = understand("nhiệm vụ thường xuyên", collection.weigh)
    draft = answer_due(question, collection.plan("duc-pho"))
    assert draft is not None and len(draft.statements) == 2 * MOST_TASKS
    assert all("Thường xuyên" in s.text for s in draft.statements[1::2])


def test_a_year_in_which_nothing_is_due(collection: Collection) -> None:
    question = understand("nhiệm vụ nào phải xong trong năm 2024", collection.weigh)
    draft = answer_due(question, collection.plan("duc-pho"))
    assert draft is not None and draft.status is Status.NOT_STATED


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        ("duc-pho", "nhiệm vụ nào về nhà ở phải xong trong năm 2023"),
        ("duc-pho", "nhiệm vụ trọng tâm là gì"),
        ("duc-pho", "tỷ lệ đô thị hóa năm 2023"),
        ("ha-tinh", "nhiệm vụ nào phải xong trong năm 2025"),
    ],
)
def test_another_question_or_a_plan_without_deadlines(
    plan: str, text: str, collection: Collection
) -> None:
    assert answer_due(understand(text, collection.weigh), collection.plan(plan)) is None
