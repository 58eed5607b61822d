"""ui.plan_facts and ui.standing: attributes, badges, related documents, warnings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ui_pair import pair_plans

from corpus.plan import PlanMeta, PlanWarning
from corpus.references.graph import collection_graph
from ui.plan_facts import BY_PERSON, attributes_html, badges_html, related_html, warnings_html
from ui.standing import area_note, standing

BRIGHT, GRAY = pair_plans()
UNKNOWN = "Chưa xác định hiệu lực"
ENDED = "Cơ quan ban hành đã kết thúc hoạt động (01/7/2025)"


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        (PlanMeta(level="tỉnh", date="2022-09-22"), [UNKNOWN]),
        (PlanMeta(level="huyện", date="2022-09-22"), [UNKNOWN, ENDED]),
        (PlanMeta(level="huyện"), [UNKNOWN, ENDED]),
        (PlanMeta(level="xã", date="2025-09-22"), [UNKNOWN]),
        (PlanMeta(), [UNKNOWN]),
    ],
)
def test_standing(meta: PlanMeta, words: list[str]) -> None:
    assert [view.words for view in standing(meta)] == words
    assert all(one in badges_html(standing(meta)) for one in words)


def test_what_became_of_the_area() -> None:
    found = area_note(
        PlanMeta(locality="Đức Phổ", province="Quảng Ngãi", level="huyện", date="2022-10-01")
    )
    assert found is not None
    assert "phường Sa Huỳnh" in found
    assert area_note(PlanMeta()) is None
    assert area_note(PlanMeta(locality="Không Có Thật")) is None


def test_what_a_person_supplied_is_marked_and_the_rest_leads_to_its_place() -> None:
    html = attributes_html(GRAY)
    assert html.count(BY_PERSON) == 2
    assert 'aria-label="Số, ký hiệu: xem chỗ ghi"' in html
    assert "20/6/2023" in html


def test_unknown_attributes_are_said_plainly() -> None:
    assert "văn bản không ghi" in attributes_html(replace(BRIGHT, meta=PlanMeta()))


def test_related_documents_both_ways() -> None:
    graph = collection_graph((BRIGHT, GRAY))
    down, up = related_html("hai-van", graph), related_html("binh-minh", graph)
    assert "van-ban?plan=binh-minh" in down
    assert down.index("Căn cứ ban hành") < down.index("12/KH-UBND")
    assert up.index("căn cứ vào văn bản này") < up.index("van-ban?plan=hai-van")
    assert "06-NQ/TW" in up


def test_hostile_attributes_are_text() -> None:
    assert "<img" not in attributes_html(BRIGHT)
    assert "<img" not in related_html("binh-minh", collection_graph((BRIGHT, GRAY)))


def test_warnings_lead_to_their_place() -> None:
    plan = replace(BRIGHT, warnings=(PlanWarning("numbering-gap", "Thiếu <b>mục</b> 2.", 5, 9),))
    html = warnings_html(plan, ())
    assert "Thiếu &lt;b&gt;mục" in html
    assert "start=5&amp;end=9" in html
    assert warnings_html(BRIGHT, ()) == ""
