"""Tables that are set with blanks alone: every cell begins under its column's heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

_CELLS = 3  # a letterhead and a signature block have two columns
_ROWS = 3  # with the header; two lines with wide gaps may be a letterhead
_WIDE = re.compile(r" {3,}")
_CELL = re.compile(r"\S(?:\s?\S)*")  # up to a gap of two blanks
_DOUBTFUL = 60  # rows after which what is no table yet is given up, so that reading stays linear
_SHIFT = 2  # blanks that a cell may stand left of its heading


@dataclass(slots=True)
class _Table:
    """The rows read so far, and the line behind them."""

    starts: list[int]  # of the columns
    rows: list[list[str]]
    end: int
    filled: int = 0  # rows below the header with three cells or more
    ahead: dict[int, str] = field(default_factory=dict)  # of the next row: its first line

    @property
    def is_whole(self) -> bool:
        """Whether it is a table so far: half of the rows below the header are filled at least."""
        return len(self.rows) >= _ROWS and 2 * self.filled >= len(self.rows) - 1


def gapped_rows(lines: Sequence[str], at: int) -> tuple[list[list[str]], int]:
    """The rows of the table whose header is a line, and the line after it; none where no table begins.

    A cell that goes on in the next line, under its own beginning, is put together again; one blank
    line may stand between two rows. Every row has as many cells as the header.
    """
    header = lines[at]
    if len(_WIDE.split(header.strip())) < _CELLS or "|" in header or "\t" in header:
        return [], at
    cells = list(_CELL.finditer(header))
    table = _Table([cell.start() for cell in cells], [[cell.group() for cell in cells]], at + 1)
    while (line := _next_line(lines, table)) < len(lines):
        placed = _placed(lines[line], table.starts)
        if placed is None or not _take(table, placed, lines, line):
            break
        table.end = line + 1
        if len(table.rows) > _DOUBTFUL and not table.is_whole:
            break
    return (table.rows, table.end) if table.is_whole else ([], at)


def _next_line(lines: Sequence[str], table: _Table) -> int:
    """The next line that is not blank; the end of the text where two blank ones stand before it."""
    line = table.end
    if line < len(lines) and not lines[line].strip():
        line += 1
    return line if line < len(lines) and lines[line].strip() else len(lines)


def _placed(line: str, starts: Sequence[int]) -> dict[int, str] | None:
    """The cells of a line by column; None when two stand in one column, or the line is no row."""
    if "|" in line or "\t" in line:
        return None
    placed: dict[int, str] = {}
    for cell in _CELL.finditer(line):
        column = max(bisect_right(starts, cell.start() + _SHIFT) - 1, 0)
        if column in placed:
            return None
        placed[column] = cell.group()
    return placed


def _take(table: _Table, placed: dict[int, str], lines: Sequence[str], line: int) -> bool:
    """Add a line to the table: as a row, or to the row that it goes on with; False for neither."""
    beside = line == table.end
    if 0 in placed and len(placed) > 1:
        for column, words in table.ahead.items():
            placed[column] = f"{words} {placed.get(column, '')}".rstrip()
        table.ahead = {}
        table.rows.append([placed.get(column, "") for column in range(len(table.starts))])
        table.filled += len(placed) >= _CELLS
        return True
    if beside and _opens_the_next(placed, lines, line, table.starts):
        table.ahead = placed
        return True
    last = table.rows[-1]
    goes_on = beside and all(last[column] for column in placed)
    if 0 in placed:  # a first column of words, cut; what follows a table begins there too
        goes_on = goes_on and placed[0][:1].islower() and _is_row(lines, line + 1, table.starts)
    if goes_on:
        for column, words in placed.items():
            last[column] = f"{last[column]} {words}"
    return goes_on


def _opens_the_next(
    placed: dict[int, str], lines: Sequence[str], line: int, starts: Sequence[int]
) -> bool:
    """Whether a line without a number is the first of the next row, whose number stands half-way down.

    It begins with a capital, and the words beside the number go on with it in small letters.
    """
    if len(placed) != 1 or 0 in placed:
        return False
    ((column, words),) = placed.items()
    below = _placed(lines[line + 1], starts) if line + 1 < len(lines) else None
    return (
        words[:1].isupper()
        and below is not None
        and 0 in below
        and len(below) >= _CELLS
        and below.get(column, "")[:1].islower()
    )


def _is_row(lines: Sequence[str], line: int, starts: Sequence[int]) -> bool:
    placed = _placed(lines[line], starts) if line < len(lines) else None
    return placed is not None and 0 in placed and len(placed) >= _CELLS
