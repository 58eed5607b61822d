"""ui.compare_view: the choices, the table with a citation in each cell, provisions side by side."""

from __future__ import annotations

from ui_pair import SHARED, PairAssistant, pair_plans

from ui.compare_view import (
    comparison_examples,
    comparison_html,
    indicator_choices,
    is_of_words,
    provisions_html,
)

PLANS = pair_plans()
NAMES = ("Bình Minh", "Hải Vân")
VALUES = PairAssistant().compare("Tỷ lệ đô thị hóa", NAMES)
WORDS = PairAssistant().compare(SHARED, NAMES)


def test_choices_come_from_the_plans_those_of_more_plans_first() -> None:
    choices = indicator_choices(PLANS)
    assert choices[0] == "Tỷ lệ đô thị hóa"
    assert len(set(choices)) == len(choices) == 4


def test_values_and_words_are_told_apart() -> None:
    assert not is_of_words(VALUES)
    assert is_of_words(WORDS)


def test_each_filled_cell_has_its_citation_and_the_rest_says_so() -> None:
    html = comparison_html(VALUES)
    assert html.count('class="tl-so"') == 4
    missing = PairAssistant().compare("ven biển", NAMES)
    html = comparison_html(missing)
    assert html.count("văn bản không nêu") == 1
    assert 'data-nhan="Bình Minh" class="tl-trong"' in html


def test_provisions_stand_side_by_side_with_both_kinds_of_words_marked() -> None:
    html = provisions_html(WORDS)
    assert html.count("<section>") == 2
    assert html.count('class="tl-chung"') == 2
    assert "địa bàn toàn tỉnh" in html
    assert "van-ban?plan=hai-van&amp;start=" in html


def test_examples_need_two_localities() -> None:
    assert comparison_examples(("A",), ("X",)) == ()
    assert comparison_examples(("A",), ("X", "Y")) == (("A", ("X", "Y")),)
