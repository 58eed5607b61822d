"""Which plans a named place leads to, and which places have none."""

from __future__ import annotations

import pytest

from corpus.coverage import Relation
from corpus.places import find_places
from rag.collection import Collection
from rag.localities import locate


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("Hà Tĩnh", ["ha-tinh"]),
        ("ha tinh", ["ha-tinh"]),
        ("huyện Thủy Nguyên", ["thuy-nguyen"]),
        ("thành phố Thủy Nguyên", ["thuy-nguyen"]),
        ("Hà Tĩnh và Đức Phổ", ["ha-tinh", "duc-pho"]),
        ("Hà Nội", []),
    ],
)
def test_plans_of_the_places(text: str, plans: list[str], collection: Collection) -> None:
    located = locate(find_places(text), collection.cards())
    assert [target.card.id for target in located.targets] == plans


def test_a_place_without_a_plan_is_missing(collection: Collection) -> None:
    located = locate(find_places("Hà Tĩnh và Hà Nội"), collection.cards())
    assert [missing.place.name for missing in located.missing] == ["Hà Nội"]


def test_a_part_of_the_area_leads_to_the_plan_around_it(collection: Collection) -> None:
    (target,) = locate(find_places("thị xã Hồng Lĩnh"), collection.cards()).targets
    assert (target.card.id, target.relation) == ("ha-tinh", Relation.WITHIN)


def test_a_province_merged_later_is_not_covered(collection: Collection) -> None:
    located = locate(find_places("Kon Tum"), collection.cards())
    assert located.targets == ()
    (missing,) = located.missing
    assert missing.note is not None and "không bao gồm" in missing.note


def test_a_wider_place_is_missing_not_answered(collection: Collection) -> None:
    located = locate(find_places("Hải Phòng"), collection.cards())
    assert located.targets == () and len(located.missing) == 1
