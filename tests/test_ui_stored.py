"""ui.stored: what was shown comes back as it was, and says so when a plan has changed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from ui_fake import FakeAssistant, bright_plan

from corpus.plan import Plan
from ui.stored import from_json, restored, stored, to_json


@pytest.mark.parametrize("question", ["cây xanh", "so sánh cây xanh", "thời tiết"])
def test_there_and_back(question: str) -> None:
    kept = stored(FakeAssistant().ask(question))
    assert from_json(json.loads(json.dumps(to_json(kept)))) == kept


@pytest.mark.parametrize("question", ["cây xanh", "so sánh cây xanh", "thời tiết"])
def test_over_the_same_plans_it_is_the_same_answer(question: str) -> None:
    assistant = FakeAssistant()
    answer = assistant.ask(question)
    found = restored(stored(answer), assistant.plan)
    assert found.answer == answer
    assert found.changed == ()


def test_a_changed_plan_keeps_the_words_of_then_and_says_so() -> None:
    answer = FakeAssistant().ask("cây xanh")
    kept = stored(answer)
    old = bright_plan()
    new = replace(old, text=old.text.replace("8-10 m²", "9-11 m²"))
    found = restored(kept, {"binh-minh": new}.__getitem__)
    assert [one.quote for one in found.changed] == ["khoảng 8-10 m²"]
    assert found.answer.text == answer.text
    assert [one.marker for one in found.answer.citations] == [2]


def test_a_plan_that_is_gone_changes_every_citation() -> None:
    def nowhere(plan_id: str) -> Plan:
        raise KeyError(plan_id)

    kept = stored(FakeAssistant().ask("cây xanh"))
    found = restored(kept, nowhere)
    assert found.changed == kept.citations
    assert found.answer.citations == ()
    assert "Kế hoạch số 12/KH-UBND" in found.changed[0].formal
