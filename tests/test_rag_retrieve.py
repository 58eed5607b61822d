"""Retrieval: both legs, with the plans of the question as a filter."""

from __future__ import annotations

import pytest

from rag.assistant import Assistant
from rag.collection import Collection
from rag.question import understand
from rag.retrieve import search_terms


@pytest.mark.parametrize(
    ("text", "plan", "section"),
    [
        ("diện tích cây xanh bình quân Hà Tĩnh năm 2030", "ha-tinh", "II"),
        ("dien tich cay xanh binh quan ha tinh nam 2030", "ha-tinh", "II"),
        ("thu gom, xử lý rác thải sinh hoạt Đà Lạt", "da-lat", "II"),
    ],
)
def test_the_supporting_section_is_among_the_first(
    text: str, plan: str, section: str, assistant: Assistant
) -> None:
    hits = assistant.retrieve(text, 4)
    assert any(h.chunk.plan.id == plan and h.chunk.section.path.startswith(section) for h in hits)


def test_a_named_plan_is_a_filter(collection: Collection) -> None:
    question = understand("cây xanh", collection.weigh)
    hits = collection.search(question, ["da-lat"], 10)
    assert hits and {hit.chunk.plan.id for hit in hits} == {"da-lat"}


def test_hits_are_best_first_and_at_most_k(collection: Collection) -> None:
    hits = collection.search(understand("nhà ở xã hội", collection.weigh), None, 5)
    assert len(hits) == 5
    assert all("nhà ở xã hội" in hit.chunk.text for hit in hits[:3])


def test_one_of_several_matters_of_a_chunk_is_found_by_meaning(assistant: Assistant) -> None:
    hits = assistant.retrieve("Dây nhợ chằng chịt trên đầu ở Thủy Nguyên trông phát khiếp", 1)
    assert "ngầm hóa" in hits[0].chunk.text


def test_other_words_for_a_concept_are_searched_too(collection: Collection) -> None:
    terms = search_terms(understand("mảng xanh", collection.weigh))
    assert "xanh" in terms and "cay" in terms


def test_the_blocks_of_every_field_come_first(assistant: Assistant) -> None:
    hits = assistant.retrieve("Kế hoạch của Quảng Ngãi số bao nhiêu, ai ký?", 2)
    assert {hit.chunk.section.path for hit in hits} == {"thể thức", "chữ ký"}
