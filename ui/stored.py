"""An answer as it was shown: plain values that a database keeps, and the way back to an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corpus.plan import Plan
from rag.answer import Answer, Cell, Citation, Row, Status, Table

FindPlan = Callable[[str], Plan]


@dataclass(frozen=True, slots=True)
class StoredCitation:
    """A citation as it was shown; offsets are code points of the plan's text of that time."""

    marker: int
    plan: str
    start: int
    end: int
    quote: str
    formal: str
    section: str


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """What was shown, without the plans."""

    status: Status
    text: str
    citations: tuple[StoredCitation, ...]
    table: Table | None
    reading: str | None
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """One question and what was shown; ``snapshot`` names the index that was asked."""

    question: str
    answer: StoredAnswer
    snapshot: str | None
    asked: datetime  # UTC


@dataclass(frozen=True, slots=True)
class Restored:
    """A stored answer over the plans of now. ``changed`` no longer stands in them as quoted."""

    answer: Answer
    changed: tuple[StoredCitation, ...]


def stored(answer: Answer) -> StoredAnswer:
    """The values of an answer that are kept."""
    citations = tuple(
        StoredCitation(c.marker, c.plan.id, c.start, c.end, c.quote, c.formal, c.section.path)
        for c in answer.citations
    )
    return StoredAnswer(
        answer.status, answer.text, citations, answer.table, answer.reading, answer.suggestions
    )


def restored(kept: StoredAnswer, find_plan: FindPlan) -> Restored:
    """The answer with every quote checked against the plans of now, to the letter.

    ``find_plan`` raises KeyError for a plan that is gone.
    """
    sound: list[Citation] = []
    changed: list[StoredCitation] = []
    for one in kept.citations:
        plan = _plan_that_still_says(one, find_plan)
        if plan is None:
            changed.append(one)
        else:
            sound.append(Citation(one.marker, plan, one.start, one.end))
    answer = Answer(
        kept.status, kept.text, tuple(sound), kept.table, kept.reading, kept.suggestions
    )
    return Restored(answer, tuple(changed))


def _plan_that_still_says(one: StoredCitation, find_plan: FindPlan) -> Plan | None:
    try:
        plan = find_plan(one.plan)
    except KeyError:
        return None
    return plan if plan.text[one.start : one.end] == one.quote else None


def to_json(kept: StoredAnswer) -> dict[str, Any]:
    """The JSON object of a stored answer."""
    return {
        "status": kept.status.value,
        "text": kept.text,
        "citations": [
            {name: getattr(one, name) for name in StoredCitation.__slots__}
            for one in kept.citations
        ],
        "table": kept.table.to_json() if kept.table else None,
        "reading": kept.reading,
        "suggestions": list(kept.suggestions),
    }


def from_json(data: Mapping[str, Any]) -> StoredAnswer:
    """The stored answer in a JSON object that ``to_json`` made."""
    return StoredAnswer(
        status=Status(data["status"]),
        text=data["text"],
        citations=tuple(StoredCitation(**one) for one in data["citations"]),
        table=_table(data["table"]),
        reading=data["reading"],
        suggestions=tuple(data["suggestions"]),
    )


def _table(data: Mapping[str, Any] | None) -> Table | None:
    if data is None:
        return None
    rows = (
        Row(row["label"], tuple(Cell(c["text"], c["year"], c["marker"]) for c in row["cells"]))
        for row in data["rows"]
    )
    return Table(tuple(data["columns"]), tuple(rows))
