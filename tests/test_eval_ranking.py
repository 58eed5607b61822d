"""Scores of ranked hits."""

from __future__ import annotations

import pytest
from eval_fake import BINH_MINH, HAI_VAN, hit, question

from eval.ranking import Ranking, rank, searchable

ASKED = question(sections=["binh-minh#I.gạch 1 | binh-minh#II.2"])
GOOD, OTHER = hit(BINH_MINH, "I.gạch 1"), hit(BINH_MINH, "II.1")


@pytest.mark.parametrize(
    ("hits", "expected"),
    [
        ([GOOD, OTHER], Ranking(1, 1, 1, 1, 1, 1)),
        ([OTHER, GOOD], Ranking(0, 1, 1, 1, 1, 1 / 2)),
        ([OTHER] * 4 + [GOOD], Ranking(0, 0, 1, 0, 1, 1 / 5)),
        ([OTHER] * 10 + [GOOD], Ranking(0, 0, 0, 0, 0, 0)),
        ([hit(HAI_VAN, "I.gạch 1")], Ranking(0, 0, 0, 0, 0, 0)),
        ([hit(BINH_MINH, "II.2")], Ranking(1, 1, 1, 1, 1, 1)),
        ([], Ranking(0, 0, 0, 0, 0, 0)),
    ],
)
def test_rank(hits: list[object], expected: Ranking) -> None:
    assert rank(ASKED, hits) == expected  # type: ignore[arg-type]


def test_a_place_is_found_by_any_of_its_parts() -> None:
    whole = question(sections=["binh-minh#I"])
    assert rank(whole, [hit(BINH_MINH, "I.gạch 2")]).hit_1 == 1.0


def test_several_places_are_recalled_in_part() -> None:
    both = question(sections=["binh-minh#I.gạch 1", "hai-van#I.gạch 1"], plans=["binh-minh"])
    found = rank(both, [GOOD, *[OTHER] * 4, hit(HAI_VAN, "I.gạch 1")])
    assert (found.hit_1, found.recall_4, found.recall_10) == (1.0, 0.5, 1.0)


def test_what_a_search_can_be_scored_on() -> None:
    assert searchable(ASKED)
    assert not searchable(question())
    assert not searchable(question(sections=["binh-minh#I"], turns=["a?", "b?"]))
    assert not searchable(question(sections=["binh-minh#I"], status=["other_year"]))
