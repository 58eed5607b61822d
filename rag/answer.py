"""What the assistant gives back: an answer, its citations and, for a comparison, its table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from corpus.citation.writer import formal_citation, short_citation
from corpus.plan import Plan, Section


class Status(StrEnum):
    """How an answer stands to the question."""

    ANSWERED = "answered"
    CORRECTED = "corrected"
    NOT_STATED = "not_stated"
    OTHER_YEAR = "other_year"
    NO_PLAN = "no_plan"
    AMBIGUOUS = "ambiguous"
    OFF_TOPIC = "off_topic"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of a plan. The quote is the text itself; there is no other way to make one."""

    marker: int
    plan: Plan
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The cited words, as printed."""
        return self.plan.text[self.start : self.end]

    @property
    def section(self) -> Section:
        """The innermost section that holds the first cited word."""
        return self.plan.section_at(self.start)

    @property
    def formal(self) -> str:
        """The citation as an official paper prints it (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
        return formal_citation(self.plan, self.start, self.end)

    @property
    def short(self) -> str:
        """The citation as a card prints it: "KH 151/KH-UBND (Quảng Ngãi), Mục II.2.a"."""
        return short_citation(self.plan, self.start, self.end)

    def to_json(self) -> dict[str, Any]:
        """The object that the command line prints."""
        return {
            "marker": self.marker,
            "plan": self.plan.id,
            "number": self.plan.meta.number,
            "locality": self.plan.meta.locality,
            "section": self.section.path,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "formal": self.formal,
        }


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a comparison; ``marker`` is None exactly when the plan does not state it."""

    text: str
    year: int | None
    marker: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator or topic across the compared localities."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison: localities as columns, indicators or topics as rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def to_json(self) -> dict[str, Any]:
        """The object that the command line prints."""
        return {
            "columns": list(self.columns),
            "rows": [
                {
                    "label": row.label,
                    "cells": [
                        {"text": cell.text, "year": cell.year, "marker": cell.marker}
                        for cell in row.cells
                    ],
                }
                for row in self.rows
            ],
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """A verified answer. ``text`` carries markers ``[n]``, one for each citation, in order.

    ``reading`` is the question as it was understood when that was a guess, else None.
    ``seconds`` is the time the answer took.
    """

    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    table: Table | None = None
    reading: str | None = None
    suggestions: tuple[str, ...] = ()
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """The object that the command line prints."""
        return {
            "status": self.status.value,
            "answer": self.text,
            "reading": self.reading,
            "seconds": round(self.seconds, 4),
            "citations": [citation.to_json() for citation in self.citations],
            "table": self.table.to_json() if self.table else None,
        }
