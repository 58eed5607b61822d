"""Rows of a table whose cells are set apart by tabs, as copied from Word -> rows with "|"."""

from __future__ import annotations

_CELLS = 3  # a header has at least so many; a letterhead and a signature block have two columns
_ROWS = 2  # a lone line with tabs is no table


def with_piped_rows(text: str) -> str:
    """``text`` with the rows of tables written "| a | b |"; every other line as it was.

    A table is a run of lines that each have two tabs or more, the first with three filled cells.
    """
    lines = text.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_row(lines[end], opens=end == at):
            end += 1
        if end - at >= _ROWS and sum(map(bool, _cells(lines[at]))) >= _CELLS:
            out += [f"| {' | '.join(_cells(line))} |" for line in lines[at:end]]
        else:
            end = max(end, at + 1)
            out += lines[at:end]
        at = end
    return "\n".join(out)


def _is_row(line: str, *, opens: bool) -> bool:
    """Whether a line is a row; below the first one also the heading of a group, "I" and a name."""
    return line.strip().count("\t") >= (_CELLS - 1 if opens else 1) and "|" not in line


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("\n").split("\t")]
