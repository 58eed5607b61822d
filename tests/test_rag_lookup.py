"""Lookup: a citation, a phrase or a document number, word for word."""

from __future__ import annotations

import pytest
from rag_many_plans import even, holding
from rag_plans import small_plan

from corpus.fold import fold
from rag.answer import Status
from rag.asked.scope import scope_of
from rag.assistant import Assistant
from rag.collection import Collection
from rag.extract import write_answer
from rag.lookup import find_phrase, find_provisions, quoted_phrase
from rag.question import understand


@pytest.mark.parametrize(
    ("text", "plan", "section"),
    [
        ("Điểm a khoản 2 Mục II Kế hoạch 151/KH-UBND", "quang-ngai", "II.2.a"),
        ("diem a khoan 2 muc II ke hoach 151/KH-UBND", "quang-ngai", "II.2.a"),
        ("khoản 2 Mục II Chương trình hành động 42-CTr/HU", "thuy-nguyen", "II.2"),
    ],
)
def test_exactly_that_provision(text: str, plan: str, section: str, assistant: Assistant) -> None:
    answer = assistant.look_up(text)
    (citation,) = answer.citations
    assert (citation.plan.id, citation.section.path) == (plan, section)
    assert answer.status is Status.ANSWERED


def test_a_provision_comes_with_its_children(collection: Collection) -> None:
    plan = collection.plan("quang-ngai")
    found = find_provisions("khoản 2 Mục II", [plan])[0]
    section = plan.section("II.2")
    assert section is not None
    assert (found.start, found.end) == (section.start, section.subtree_end)


def test_every_place_of_a_phrase(assistant: Assistant) -> None:
    answer = assistant.look_up("ngầm hoá toàn bộ các đường dây")
    assert {c.plan.id for c in answer.citations} == {"duc-pho", "quang-ngai", "thuy-nguyen"}


@pytest.mark.parametrize(
    "typed",
    [
        "ngầm hoá toàn bộ các đường dây",
        "NGẦM HÓA toàn bộ,\ncác đường dây",
        "ngam hoa toan bo cac duong day",
    ],
)
def test_a_phrase_in_any_dress(typed: str, collection: Collection) -> None:
    plans = [collection.plan(card.id) for card in collection.cards()]
    spans = find_phrase(typed, plans)
    assert len(spans) == 3
    assert all(fold(span.text) == fold("ngầm hoá toàn bộ các đường dây") for span in spans)


def test_a_short_phrase_with_other_diacritics_is_not_found(collection: Collection) -> None:
    plans = [collection.plan(card.id) for card in collection.cards()]
    long = find_phrase("ngậm hoá toàn bộ các đường dây", plans)  # a slip of the scanner
    assert long and all("gầm h" in span.text for span in long)
    assert find_phrase("ngậm hoá toàn bộ các", plans) == []


@pytest.mark.parametrize(
    "text",
    [
        "Khoản 99 Mục II Kế hoạch 151/KH-UBND",
        "điểm e khoản 5 Mục II Kế hoạch 151/KH-UBND",
        "Khoản 9 Mục IV Chương trình hành động của Hà Tĩnh",
        "999/QĐ-UBND",
        "không có cụm từ nào như vậy",
    ],
)
def test_what_is_not_there(text: str, assistant: Assistant) -> None:
    answer = assistant.look_up(text)
    assert answer.status is Status.NOT_STATED and answer.citations == ()


def test_a_document_number_leads_to_the_plan_or_its_mentions(assistant: Assistant) -> None:
    assert {c.plan.id for c in assistant.look_up("151/KH-UBND").citations} == {"quang-ngai"}
    mentioned = assistant.look_up("21-CTr/TU")
    assert {c.plan.id for c in mentioned.citations} == {"duc-pho", "quang-ngai"}
    assert all("21" in c.quote for c in mentioned.citations)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("“nhà ở xã hội” ở đâu?", "nhà ở xã hội"),
        ('"nhà ở xã hội" ở đâu?', "nhà ở xã hội"),
        ("nhà ở?", None),
    ],
)
def test_the_quoted_phrase(text: str, phrase: str | None) -> None:
    assert quoted_phrase(text) == phrase


_ROWS = "".join(
    f"| {i} | Xây chợ nổi số {i} phục vụ người dân trong vùng | {i} ha |\n" for i in range(25)
)
APPENDED = f"""UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển chợ

I. MỤC TIÊU

1. Theo phụ lục.

PHỤ LỤC I
DANH MỤC CHỢ

Tổng vốn xây chợ nổi là 12 tỷ đồng.

| TT | Tên | Quy mô |
{_ROWS}
PHỤ LỤC II
DANH MỤC BẾN ĐÒ

Bến đò Rạch Miễu rộng 200 m².
"""


@pytest.mark.parametrize(
    ("text", "said", "whole"),
    [
        ("Tổng vốn xây chợ nổi trong phụ lục I là bao nhiêu?", "12 tỷ đồng", False),
        ("Tổng vốn xây chợ nổi tại Phụ lục I là bao nhiêu?", "12 tỷ đồng", False),
        ("Phụ lục I nêu gì?", "Tổng vốn", True),
        ("Bến đò Rạch Miễu tại Phụ lục II rộng bao nhiêu?", "200 m²", True),  # short
    ],
)
def test_a_figure_is_looked_for_in_a_long_part(text: str, said: str, whole: bool) -> None:
    held = holding(small_plan(APPENDED))
    question = understand(text, even)
    first = write_answer(question, scope_of(question, held), held).statements[0].text
    assert said in first
    assert ("DANH MỤC" in first) is whole


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kế hoạch nào có nhắc đến chợ nổi số 3?", True),
        ("van ban nao noi den ben do rach mieu", True),
        ("Kế hoạch nào nhắc đến tàu lượn siêu tốc?", False),
    ],
)
def test_which_plan_names_some_words(text: str, names: bool) -> None:
    held = holding(small_plan(APPENDED))
    question = understand(text, even)
    draft = write_answer(question, scope_of(question, held), held)
    assert (draft.status is Status.ANSWERED) is names


@pytest.mark.parametrize(
    "text",
    [
        "khoản 2 Mục II kế hoạch của Cần Thơ nói gì?",
        "“phát triển đô thị thông minh” nằm ở đâu trong kế hoạch Cần Thơ?",
    ],
)
def test_what_a_place_without_a_plan_is_asked_for_is_not_shown_of_others(
    text: str, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.NO_PLAN
    assert not answer.citations


def test_a_phrase_that_names_a_place_without_a_plan(assistant: Assistant) -> None:
    answer = assistant.ask("“trung tâm hành chính, chính trị thành phố Hải Phòng” nằm ở đâu?")
    assert [citation.plan.id for citation in answer.citations] == ["thuy-nguyen"]
