"""The end of a plan in two columns, recipients beside the signature -> one below the other."""

from __future__ import annotations

import re

from corpus.letters import UPPER

_RECIPIENTS = re.compile(r"\s*(?:Nơi nhận|Nơi gửi|NƠI NHẬN|NƠI GỬI)\s*:?")
_ITEM = re.compile(r"\s+(?=[-–+*•]\s)")
# Authority and office in capitals, then the name of a person, perhaps behind "(Đã ký)".
_SIGNED = re.compile(
    rf"(?P<office>[{UPPER}.,/ ]{{4,}})(?:\(?[Đđ]ã ký\)?\s*)?(?P<name>(?:[{UPPER}]\w+\s?){{2,6}})$"
)
_GAP = re.compile(r"\t+| {3,}")  # what sets the columns apart
_INDENT = 15  # blanks before a line that stands in the right column alone
_COLUMN = 60  # characters of the left column at most
_LINES = 40  # no footer is longer


def with_footer_in_one_column(text: str) -> str:
    """``text`` with each footer's left column first, then its right one; every other line as it was.

    A footer in columns opens with "Nơi nhận:" and words in capitals beside it; it ends where a line
    is none of its two columns. A converter may have put it into one row of a table, or made it one.
    """
    lines = text.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        if (row := _row_of_footer(lines[at])) is not None:
            out += row
            at += 1
            continue
        end, read = _footer_end(lines, at), _columns
        if end == at:
            end, read = _table_end(lines, at), _cells
        if end == at:
            out.append(lines[at])
            at += 1
            continue
        pairs = [read(line) for line in lines[at:end]]
        out += [
            *(left for left, _ in pairs if left),
            "",
            *(right for _, right in pairs if right),
            "",
        ]
        at = end
    return "\n".join(out)


def _row_of_footer(line: str) -> list[str] | None:
    """The lines of a footer that is one row: "| Nơi nhận: - …; - Lưu: VT. | CHỦ TỊCH Trần Văn A |"."""
    match [cell.strip() for cell in line.strip().strip("|").split("|")]:
        case [recipients, signature] if line.lstrip().startswith("|"):
            signed = _SIGNED.match(signature)
        case _:
            return None
    if signed is None or not _RECIPIENTS.match(recipients) or not _ITEM.search(recipients):
        return None
    return [*_ITEM.split(recipients), "", signed["office"].strip(), signed["name"].strip(), ""]


def _table_end(lines: list[str], start: int) -> int:
    """The line after the footer that is a table of two columns, a row a line; ``start`` without one."""
    left, right = _cells(lines[start])
    if not _RECIPIENTS.fullmatch(left) or not right.isupper():
        return start
    end = start + 1
    while end < min(len(lines), start + _LINES) and lines[end].lstrip().startswith("|"):
        end += 1
    return end


def _cells(line: str) -> tuple[str, str]:
    """The two cells of a row, "" for the rule under the first one; none of any other line."""
    if not line.lstrip().startswith("|"):
        return "", ""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    left, right = cells if len(cells) == 2 else ("", "")
    return (left, right) if (left + right).strip("-: ") else ("", "")


def _footer_end(lines: list[str], start: int) -> int:
    """The line after the footer that begins at ``start``; ``start`` itself where none does."""
    if not _RECIPIENTS.match(lines[start]) or "|" in lines[start]:
        return start
    left, right = _columns(lines[start])
    if not _RECIPIENTS.fullmatch(left) or not right.isupper():
        return start
    end = start + 1
    while end < min(len(lines), start + _LINES) and _is_of_footer(lines[end]):
        end += 1
    return end


def _is_of_footer(line: str) -> bool:
    left, right = _columns(line)
    goes_on = len(left) < _COLUMN and left[0:1].islower()
    return not left or bool(right) or left[0] in "-–+*•" or goes_on


def _columns(line: str) -> tuple[str, str]:
    """What stands left and right of the gap; a line far to the right is all right column."""
    bare = line.strip()
    if bare and (len(line) - len(line.lstrip(" ")) >= _INDENT or line.startswith("\t")):
        return "", bare
    parts = _GAP.split(bare, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""
