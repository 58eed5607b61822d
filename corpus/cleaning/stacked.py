"""Tables whose cells a converter put on lines of their own -> rows with "|".

"TT / Chỉ tiêu / Đơn vị / Năm 2030 / 1 / Tỷ lệ đô thị hóa / % / 45 / 2 / …": the header tells how many
cells a row has, and every row begins with the next number. Where that no longer holds, the table ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = re.compile(r"\**(?:TT|STT|Số TT|Stt|Tt)\**")
_GROUP = re.compile(r"\**(?:[IVX]{1,4}|[A-E])\**\.?")
_AMOUNT = re.compile(r"[\d.,]+\s?%?")
_COLUMNS = range(3, 11)
_LONGEST_HEADER = 80  # characters of a header's cell
_LONGEST_CELL = 400
_ROWS = 2  # fewer are no table


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line that is not blank: its words, its position, and whether blank lines surround it."""

    text: str
    line: int
    alone: bool


def with_stacked_rows(text: str) -> str:
    """``text`` with each table of stacked cells as rows "| a | b |"; every other line as it was."""
    if not re.search(rf"(?m)^\s*{_HEAD.pattern}\s*$", text):
        return text
    lines = text.split("\n")
    cells = [
        _Cell(line.strip(), at, _is_alone(lines, at))
        for at, line in enumerate(lines)
        if line.strip()
    ]
    out: list[str] = []
    done = at = 0
    while at < len(cells):
        table = _table(cells, at) if _HEAD.fullmatch(cells[at].text) else None
        if table is None:
            at += 1
            continue
        rows, end = table
        out += lines[done : cells[at].line]
        out += [f"| {' | '.join(row)} |" for row in rows]
        done, at = (cells[end].line if end < len(cells) else len(lines)), end
    return "\n".join([*out, *lines[done:]])


def _is_alone(lines: Sequence[str], at: int) -> bool:
    before = at == 0 or not lines[at - 1].strip()
    return before and (at + 1 == len(lines) or not lines[at + 1].strip())


def _table(cells: Sequence[_Cell], at: int) -> tuple[list[list[str]], int] | None:
    """The rows from the header at a cell on, and the first cell after them; None for no table."""
    width = _width(cells, at)
    if width is None:
        return None
    spread = all(cell.alone for cell in cells[at : at + width])
    rows = [[cell.text for cell in cells[at : at + width]]]
    position, number, filled = at + width, 1, 0
    while True:
        position = _past_page(cells, position, number, spread=spread)
        if _is_group(cells, position, number):
            rows.append([cell.text for cell in cells[position : position + 2]])
            number = 1 if cells[position + 2].text == "1" else number
            position += 2
            continue
        row, end = _row(cells, position, width, spread=spread)
        if not row or row[0].rstrip(".") != str(number) or not _goes_on(cells, end, number + 1):
            break
        rows.append(row)
        position, number, filled = end, number + 1, filled + 1
    return (rows, position) if filled >= _ROWS else None


def _width(cells: Sequence[_Cell], at: int) -> int | None:
    """How many cells the header has: up to the row "1", or a group "I" before it."""
    for width in _COLUMNS:
        if at + width >= len(cells) or len(cells[at + width - 1].text) > _LONGEST_HEADER:
            return None
        first = cells[at + width].text
        if first == "1" or (_GROUP.fullmatch(first) and _is_group(cells, at + width, 1)):
            return width
    return None


def _is_group(cells: Sequence[_Cell], at: int, number: int) -> bool:
    """Whether a row of two cells stands here: "I" and "Hạ tầng kỹ thuật", before the next number."""
    return (
        at + 2 < len(cells)
        and _GROUP.fullmatch(cells[at].text) is not None
        and cells[at + 2].text in {str(number), "1"}
    )


def _past_page(cells: Sequence[_Cell], at: int, number: int, *, spread: bool) -> int:
    """The position after a page number that stands before a row."""
    if at + 1 >= len(cells) or not cells[at].text.isdigit():
        return at
    own = cells[at].text == str(number)
    doubled = own and cells[at].alone and not spread and cells[at + 1].text == str(number)
    other = not own and cells[at + 1].text == str(number)
    return at + 1 if doubled or other else at


def _row(cells: Sequence[_Cell], at: int, width: int, *, spread: bool) -> tuple[list[str], int]:
    """The next ``width`` cells without a page number among them, and the position after them."""
    row: list[str] = []
    while at < len(cells) and len(row) < width:
        cell = cells[at]
        at += 1
        if row and cell.alone and not spread and cell.text.isdigit():
            continue
        if len(cell.text) > _LONGEST_CELL:
            return [], at
        row.append(cell.text)
    return (row, at) if len(row) == width else ([], at)


def _goes_on(cells: Sequence[_Cell], at: int, number: int) -> bool:
    """Whether a row is followed by the next one, a group or words that are no cell of it."""
    if at >= len(cells):
        return True
    ahead = [cell.text.rstrip(".") for cell in cells[at : at + 2]]
    return str(number) in ahead or _AMOUNT.fullmatch(ahead[0]) is None
