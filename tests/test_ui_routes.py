"""ui.routes: the links that screens give to each other."""

from __future__ import annotations

from importlib import import_module
from urllib.parse import parse_qs, parse_qsl

import pytest

from ui.routes import ALIASES, ROUTES, Route, question_link, span_link


def test_addresses_are_unique_and_the_first_page_is_the_root() -> None:
    slugs = [route.slug for route in ROUTES]
    assert len(set(slugs)) == len(slugs)
    assert slugs[0] == ""
    assert set(ALIASES.values()) <= set(slugs)
    assert not set(ALIASES) & set(slugs)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.module)
def test_every_screen_can_be_drawn(route: Route) -> None:
    assert callable(import_module(route.module).show)


def test_links_carry_their_words_whole() -> None:
    turns = ["còn năm 2030?", "a&q=b#c"]
    assert [value for _, value in parse_qsl(question_link(turns)[1:])] == turns
    path, _, query = span_link("ha-tinh", 3, 9).partition("?")
    assert path == "van-ban"
    assert parse_qs(query) == {"plan": ["ha-tinh"], "start": ["3"], "end": ["9"]}
