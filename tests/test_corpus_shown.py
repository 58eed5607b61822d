"""What ``python -m corpus show --json`` prints of the five plans."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.__main__ import main
from corpus.reading import PLANS, read_plan

FILES = sorted(PLANS.glob("*.txt"))


def spans(value: object) -> Iterator[dict[str, Any]]:
    """Every object with offsets, at any depth."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_json_of_a_plan_agrees_with_its_text(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out, parse_constant=refuse)
    text = read_plan(path).text
    found = list(spans(shown))
    assert len(found) > 90
    for item in found:
        assert 0 <= item["start"] < item["end"] <= len(text)
        if "quote" in item:
            assert item["quote"] == text[item["start"] : item["end"]]
        if "value" in item:
            assert item["value"] in item["quote"]
    sections = shown["sections"]
    assert (sections[0]["start"], sections[-1]["end"]) == (0, len(text))
    assert all(one["end"] == after["start"] for one, after in itertools.pairwise(sections))


def test_a_plan_is_shown_by_its_id_as_by_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(FILES[0]), "--json"])
    by_file = capsys.readouterr().out
    main(["show", FILES[0].stem, "--json"])
    assert capsys.readouterr().out == by_file
