"""An answer cut into statements, each with the citations that carry it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eval.question import flat
from rag.answer import Answer, Citation

_MARKER = re.compile(r"\s*\[(\d+)\]")
# A sentence ends at its mark, with a closing quote and the citation markers that follow.
_SENTENCE_END = re.compile(r"(?<=[^\s.]{2})[.!?;][”\"’)]*(?:\s*\[\d+\])*(?=\s+)")
_QUOTED = re.compile(r"“([^“”]+)”[.,;)]*\s*\[\d+\]")
_ELLIPSIS = re.compile(r"\s*(?:\[…\]|\(…\)|…|\.\.\.)\s*")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or a table cell, without markers; no markers when nothing is cited for it."""

    text: str
    markers: tuple[int, ...]


def statements(answer: Answer) -> tuple[Statement, ...]:
    """Sentences of the text, then the cells of the table.

    A sentence without a marker is carried by the next marker of its line, as in a paragraph that
    ends with its source.
    """
    found: list[Statement] = []
    for line in answer.text.split("\n"):
        found.extend(_line(line))
    return (*found, *_cells(answer))


def cited(answer: Answer, statement: Statement) -> tuple[Citation, ...]:
    """The citations of a statement."""
    return tuple(one for one in answer.citations if one.marker in statement.markers)


def shown(answer: Answer) -> str:
    """Everything that the answer says, flat: text, reading and table."""
    parts = [answer.text, answer.reading or ""]
    if answer.table:
        parts.extend(answer.table.columns)
        parts.extend(
            f"{row.label} {' '.join(c.text for c in row.cells)}" for row in answer.table.rows
        )
    return flat(" ".join(parts))


def quoted_parts(text: str) -> tuple[str, ...]:
    """What the text quotes with a marker right after it, flat, cut where it leaves words out.

    Words between “ and ” without a marker are not quoted from a plan: what was asked, a title.
    """
    return tuple(
        part
        for quoted in _QUOTED.findall(text)
        for part in map(flat, _ELLIPSIS.split(quoted))
        if part
    )


def _line(line: str) -> list[Statement]:
    found: list[Statement] = []
    markers: tuple[int, ...] = ()
    for piece in reversed(_sentences(line)):
        own = tuple(int(number) for number in _MARKER.findall(piece))
        markers = own or markers
        if text := _MARKER.sub("", piece).strip():
            found.append(Statement(text, markers))
    return found[::-1]


def _sentences(line: str) -> list[str]:
    pieces, start = [], 0
    for match in _SENTENCE_END.finditer(line):
        pieces.append(line[start : match.end()])
        start = match.end()
    return [*pieces, line[start:]]


def _cells(answer: Answer) -> list[Statement]:
    if answer.table is None:
        return []
    found = []
    for row in answer.table.rows:
        for column, cell in zip(answer.table.columns, row.cells, strict=False):
            year = f", năm {cell.year}" if cell.year else ""
            markers = () if cell.marker is None else (cell.marker,)
            found.append(Statement(f"{row.label}, {column}{year}: {cell.text}", markers))
    return found
