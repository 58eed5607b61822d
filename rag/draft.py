"""An answer while it is written: statements, each with the spans that it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.plan import Plan
from rag.answer import Answer, Cell, Citation, Row, Status, Table


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a plan that a statement stands on."""

    plan: Plan
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, as printed."""
        return self.plan.text[self.start : self.end]

    @property
    def line(self) -> str:
        """The words on one line, each blank a single space: how an answer quotes them."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or line of an answer. Without spans it may only say what is *not* there."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A table cell before markers are given out."""

    text: str
    year: int | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A table row before markers are given out."""

    label: str
    cells: tuple[DraftCell, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer hands to the gate."""

    status: Status
    statements: tuple[Statement, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[DraftRow, ...] = ()


_LAST_STOP = re.compile(r"([.:;]?)(\s*)$")


def finish(draft: Draft) -> Answer:
    """The answer with markers: one number for each span, in the order of first use."""
    numbers: dict[tuple[str, int, int], int] = {}
    citations: list[Citation] = []

    def marker(span: Span) -> int:
        key = (span.plan.id, span.start, span.end)
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            citations.append(Citation(numbers[key], span.plan, span.start, span.end))
        return numbers[key]

    lines = [_with_markers(s.text, [marker(span) for span in s.spans]) for s in draft.statements]
    rows = tuple(
        Row(
            row.label,
            tuple(
                Cell(cell.text, cell.year, marker(cell.span) if cell.span else None)
                for cell in row.cells
            ),
        )
        for row in draft.rows
    )
    table = Table(draft.columns, rows) if rows else None
    return Answer(draft.status, "\n".join(lines), tuple(citations), table)


def _with_markers(text: str, markers: list[int]) -> str:
    """Markers before the final stop: "… khoảng 7-9 m² [1]." """
    if not markers:
        return text
    marks = "".join(f"[{number}]" for number in dict.fromkeys(markers))
    match = _LAST_STOP.search(text)
    stop = match.group(1) if match else ""
    body = text[: len(text.rstrip()) - len(stop)] if match else text
    return f"{body} {marks}{stop}"
