"""What a Word file holds from top to bottom, whatever was taken away: an answer or a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rag.answer import Citation


@dataclass(frozen=True, slots=True)
class Noted:
    """A cell: its words as they are, and the citations to call after them."""

    text: str
    markers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table under its heading; ``wide`` lays the page across.

    ``shares`` are the widths of the columns to one another; equal when empty.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Noted, ...], ...]
    wide: bool
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The parts of the file; ``lines`` carry markers ``[n]`` of ``citations``.

    ``citations`` stand in the order of their first call, ``when`` is the local time.
    """

    subject: str
    facts: tuple[tuple[str, str], ...]  # label and words of each line under the title
    lines: tuple[str, ...]
    grid: Grid | None
    citations: tuple[Citation, ...]
    when: datetime
