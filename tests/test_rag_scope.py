"""The plans that a question is put to."""

from __future__ import annotations

import pytest

from rag.collection import Collection
from rag.question import understand
from rag.scope import scope_of, with_inner_places


@pytest.mark.parametrize(
    ("text", "plans", "named"),
    [
        ("cây xanh của Hà Tĩnh", {"ha-tinh"}, True),
        ("kế hoạch 151/KH-UBND nêu gì?", {"quang-ngai"}, True),
        ("kế hoạch 151 nêu gì?", {"quang-ngai"}, True),
        ("chương trình hành động 42-CTr/HU nêu gì?", {"thuy-nguyen"}, True),
        ("Hà Tĩnh và Đà Lạt", {"ha-tinh", "da-lat"}, True),
        ("cây xanh", {"da-lat", "duc-pho", "ha-tinh", "quang-ngai", "thuy-nguyen"}, False),
    ],
)
def test_scope(text: str, plans: set[str], named: bool, collection: Collection) -> None:
    scope = scope_of(understand(text, collection.weigh), collection)
    assert ({plan.id for plan in scope.plans}, scope.named) == (plans, named)


def test_a_place_inside_the_area_becomes_a_subject(collection: Collection) -> None:
    question = understand("Thị xã Hồng Lĩnh sẽ thế nào?", collection.weigh)
    asked = with_inner_places(question, scope_of(question, collection), collection)
    assert "Hồng Lĩnh" in asked.topic


def test_the_plans_own_place_is_no_subject(collection: Collection) -> None:
    question = understand("Hà Tĩnh có mục tiêu gì?", collection.weigh)
    assert with_inner_places(question, scope_of(question, collection), collection) == question
