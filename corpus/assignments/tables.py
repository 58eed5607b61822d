"""Assignments in tables: one a row, by the columns for task, leader, partners and deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.agencies.lists import AgencyText, Span

_COLUMNS = (
    ("partners", re.compile(r"phối hợp|tham gia")),
    (
        "lead",
        re.compile(
            r"chủ trì|(?:cơ quan|đơn vị) (?:thực hiện|chịu trách nhiệm|chỉ đạo|theo dõi|phụ trách|quản lý)|phân công"
        ),
    ),
    ("deadline", re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành")),
    (
        "task",
        re.compile(r"nhiệm vụ|nội dung|công việc|giải pháp|tên đề án|hoạt động|chỉ tiêu|tiêu chí"),
    ),
)
# What a column says its agencies do, where that is no leading.
_WATCHES = re.compile(r"theo dõi|phụ trách|quản lý")
_SEPARATOR = re.compile(r"\s*\|\s*")
_ORDINAL = re.compile(r"\*{0,2}\d{1,2}\*{0,2}")
_LEADS = "chủ trì"
_HEADER_CELL = 60  # characters: a longer line is not the cell of a header


@dataclass(frozen=True, slots=True)
class Row:
    """One row that assigns a task; ``partners`` and ``deadline`` may be missing."""

    row: Span
    task: Span
    lead: Span
    partners: Span | None
    deadline: Span | None
    role: str  # of the leader, by the header: "chủ trì", "theo dõi"


def read_rows(source: AgencyText, lines: Sequence[Span]) -> list[Row]:
    """The assigning rows among ``lines``: those under a header with a column for who leads.

    A header is one row, or its cells on lines of their own right above the rows.
    """
    if "|" not in source.text:
        return []
    found: list[Row] = []
    columns: dict[str, int] = {}
    role = _LEADS
    loose: _LooseHeader | None = None
    for line in lines:
        cells = _cells(source.text, line)
        if len(cells) < 2:
            loose = _loose(source.folded[line.start : line.end].strip(" |"), loose)
            if loose is not None and "lead" in loose.columns and "task" in loose.columns:
                columns, role = loose.columns, loose.role
            elif line.end - line.start > _HEADER_CELL * 3:
                columns = {}
            continue
        named = [source.folded[cell.start : cell.end] for cell in cells]
        header = _columns(named)
        if "lead" in header and len(header) > 1:
            columns, role = header, _role(named[header["lead"]])
        elif columns:
            rows = (
                _row(source, each, columns, role) for each in _rows(source.text, cells, columns)
            )
            found.extend(row for row in rows if row is not None)
        loose = None
    return found


@dataclass(slots=True)
class _LooseHeader:
    """A header whose cells stand on lines of their own: what its columns are, so far."""

    columns: dict[str, int]
    width: int
    role: str


def _loose(line: str, before: _LooseHeader | None) -> _LooseHeader | None:
    """The header with one more cell; it begins with "TT" or "STT" and ends at a long line."""
    if line in {"tt", "stt", "số tt"}:
        return _LooseHeader({}, 1, _LEADS)
    if before is None or len(line) > _HEADER_CELL:
        return None
    if (kind := _kind(line)) is not None and kind not in before.columns:
        before.columns[kind] = before.width
        before.role = _role(line) if kind == "lead" else before.role
    before.width += 1
    return before


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a row, without the marks at its edges."""
    start, end = line.start, line.end
    while start < end and text[start] in " |":
        start += 1
    while end > start and text[end - 1] in " |":
        end -= 1
    cells: list[Span] = []
    for match in _SEPARATOR.finditer(text, start, end):
        cells.append(Span(start, match.start()))
        start = match.end()
    return [*cells, Span(start, end)]


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Column number by meaning, the first cell that fits each."""
    found: dict[str, int] = {}
    for position, cell in enumerate(cells):
        kind = _kind(cell)
        if kind is not None:
            found.setdefault(kind, position)
    return found


def _kind(cell: str) -> str | None:
    """What the column under a header's cell holds."""
    if len(cell) > _HEADER_CELL:
        return None
    return next((kind for kind, words in _COLUMNS if words.search(cell)), None)


def _rows(text: str, cells: list[Span], columns: dict[str, int]) -> list[list[Span]]:
    """The cells of a line by row: a bare number after the last column that counts begins another."""
    rows: list[list[Span]] = [[]]
    for cell in cells:
        if len(rows[-1]) > max(columns.values()) and _ORDINAL.fullmatch(text, cell.start, cell.end):
            rows.append([])
        rows[-1].append(cell)
    return rows


def _role(header: str) -> str:
    """What the agencies under a header do: lead, unless it says that they watch."""
    watches = _WATCHES.search(header)
    return watches.group() if watches else _LEADS


def _row(source: AgencyText, cells: list[Span], columns: dict[str, int], role: str) -> Row | None:
    """The row as an assignment, if its leader's cell begins with an agency."""
    lead = _cell(cells, columns.get("lead"))
    task = _cell(cells, columns.get("task", 1))
    if lead is None or task is None or not source.begins_at(lead.start):
        return None
    return Row(
        Span(cells[0].start, cells[-1].end),
        task,
        lead,
        _cell(cells, columns.get("partners")),
        _cell(cells, columns.get("deadline")),
        role,
    )


def _cell(cells: list[Span], position: int | None) -> Span | None:
    if position is None or position >= len(cells) or cells[position].start >= cells[position].end:
        return None
    return cells[position]
