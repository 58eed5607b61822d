"""ui.lookup_view, ui.same_wording, ui.pointers: a provision, its place, its repeats, its citers."""

from __future__ import annotations

import pytest
from ui_pair import SHARED, PairAssistant, pair_plans

from ui.lookup_view import (
    branch_html,
    cited_section,
    is_provision,
    lookup_examples,
    places_html,
    provision_html,
    repeats_html,
)
from ui.pointers import asked_numbers, places_naming, plans_numbered, pointers_to
from ui.same_wording import SHORTEST, repeats

BRIGHT, GRAY = pair_plans()
PLANS = (BRIGHT, GRAY)
PROVISION = PairAssistant().look_up("khoản 1 Mục II")
CITED = PROVISION.citations[0]


def test_a_provision_and_a_phrase_are_told_apart() -> None:
    assert is_provision(PROVISION)
    assert not is_provision(PairAssistant().look_up("trật tự xây dựng"))
    section = cited_section(CITED)
    assert section is not None
    assert section.path == "II.1"


def test_the_place_in_the_outline_leads_up_and_down() -> None:
    section = GRAY.section("II")
    assert section is not None
    html = branch_html(GRAY, section)
    assert "van-ban?plan=hai-van&amp;muc=II.1" in html
    assert 'aria-current="true"' in html
    assert html.index("05-KH/HU") < html.index("Mục II") < html.index("khoản 1")


def test_the_provision_is_shown_word_for_word() -> None:
    assert SHARED in provision_html(CITED)


def test_the_same_wording_elsewhere_is_found_and_measured() -> None:
    found = repeats(GRAY, CITED.start, CITED.end, PLANS)
    assert [one.plan.id for one in found] == ["binh-minh"]
    assert found[0].words >= SHORTEST
    assert BRIGHT.text[found[0].start : found[0].end].endswith(SHARED)
    assert "<mark>" in repeats_html(found)


def test_short_runs_are_no_repeats() -> None:
    start = GRAY.text.index("Lồng ghép các chương trình")
    assert repeats(GRAY, start, start + 26, PLANS) == ()


def test_what_cites_the_provision_is_found() -> None:
    found = pointers_to(GRAY, CITED.start, CITED.end, PLANS)
    assert [GRAY.text[one.start :].startswith("khoản 1 Mục II") for one in found] == [True]
    assert "Phòng Kinh tế" in places_html(found)


def test_a_provision_that_nothing_cites() -> None:
    section = GRAY.section("II.2")
    assert section is not None
    assert pointers_to(GRAY, section.start, section.subtree_end, PLANS) == ()


@pytest.mark.parametrize(("text", "count"), [("12/KH-UBND", 2), ("06-NQ/TW", 1), ("99/QĐ-TTg", 0)])
def test_every_place_that_names_a_document(text: str, count: int) -> None:
    (number,) = asked_numbers(text)
    assert len(places_naming(number, PLANS)) == count


def test_a_number_of_the_collection_leads_to_its_plan() -> None:
    assert plans_numbered("12/KH-UBND", PLANS) == (BRIGHT,)


def test_examples_are_of_the_collection() -> None:
    examples = lookup_examples(PLANS)
    assert examples[0].endswith("12/KH-UBND")
    assert "06-NQ/TW" in examples
