"""When a plan takes effect is what it says of it, never its date of issue."""

from __future__ import annotations

import pytest
from rag_plans import TEXT, small_plan

from rag.answer import Status
from rag.assistant import Assistant
from rag.question import understand
from rag.records.in_force import answer_in_force

_PLAN = small_plan(f"{TEXT}\n3. Kế hoạch này có hiệu lực thi hành từ ngày 10 tháng 3 năm 2023.\n")


def test_the_provision_that_says_so() -> None:
    question = understand("Kế hoạch của Bến Tre có hiệu lực từ ngày nào?", lambda plain: 1.0)
    draft = answer_in_force(question, _PLAN)
    assert draft is not None and draft.status is Status.ANSWERED
    assert "10 tháng 3 năm 2023" in draft.statements[0].text and draft.statements[0].spans


@pytest.mark.parametrize(
    ("day", "status"), [("10/3/2023", Status.ANSWERED), ("05/3/2023", Status.CORRECTED)]
)
def test_a_day_that_is_claimed(day: str, status: Status) -> None:
    text = f"Kế hoạch này có hiệu lực từ {day} đúng không?"
    draft = answer_in_force(understand(text, lambda plain: 1.0), _PLAN)
    assert draft is not None and draft.status is status


@pytest.mark.parametrize(
    "text",
    ["Hợp đồng thuê nhà có hiệu lực từ ngày nào?", "Nâng cao hiệu lực quản lý đô thị thế nào?"],
)
def test_the_effect_of_something_else(text: str) -> None:
    assert answer_in_force(understand(text, lambda plain: 1.0), _PLAN) is None


def test_the_date_of_issue_is_no_date_of_effect(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch của Quảng Ngãi có hiệu lực từ ngày nào?")
    assert answer.status is Status.NOT_STATED and "22/9/2022" not in answer.text
    both = assistant.ask("Kế hoạch của Quảng Ngãi ban hành ngày nào, có hiệu lực từ khi nào?")
    assert "22/9/2022" in both.text and "không ghi ngày có hiệu lực" in both.text
