"""Rows of a table whose cells are set apart by tabs or wide gaps -> rows with "|"."""

from __future__ import annotations

from corpus.cleaning.gapped import gapped_rows

_CELLS = 3  # a header has at least so many; a letterhead and a signature block have two columns
_ROWS = 2  # a lone line with tabs is no table


def with_piped_rows(text: str) -> str:
    """``text`` with the rows of tables written "| a | b |"; every other line as it was.

    A table is a run of lines that each have two tabs or more, the first with three filled cells; or
    one that is set with blanks alone (``corpus.cleaning.gapped``).
    """
    lines = text.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        rows = _tabbed_rows(lines, at)
        end = at + max(len(rows), 1)
        if not rows:
            rows, end = gapped_rows(lines, at)
        out += [f"| {' | '.join(cells)} |" for cells in rows] or [lines[at]]
        at = max(end, at + 1)
    return "\n".join(out)


def _tabbed_rows(lines: list[str], at: int) -> list[list[str]]:
    """The rows of the table with tabs that begins at a line; [] where none does."""
    end = at
    while end < len(lines) and _is_row(lines[end], opens=end == at):
        end += 1
    rows = [_cells(line) for line in lines[at:end]]
    return rows if len(rows) >= _ROWS and sum(map(bool, rows[0])) >= _CELLS else []


def _is_row(line: str, *, opens: bool) -> bool:
    """Whether a line is a row; below the first one also the heading of a group, "I" and a name."""
    return line.strip().count("\t") >= (_CELLS - 1 if opens else 1) and "|" not in line


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("\n").split("\t")]
