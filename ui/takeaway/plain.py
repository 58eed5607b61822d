"""An answer as plain text: no markup, short lines, one matter a line, so that it survives Zalo."""

from __future__ import annotations

from collections.abc import Iterator

from rag.answer import Table
from ui.markup import year_note
from ui.takeaway.parts import Taken, clean, formal, one_line
from ui.words import NOTICE


def plain(taken: Taken) -> str:
    """Question, answer, basis, time and notice, blank lines between them."""
    answer = taken.answer
    parts = [
        f"Câu hỏi: {taken.question}" if taken.question else "",
        f"Kết quả: {taken.status}",
        "\n".join(_text_lines(answer.text)),
        "\n".join(_table_lines(answer.table)) if answer.table else "",
    ]
    if answer.citations:
        parts.append("Căn cứ:")
    for citation in answer.citations:
        parts.append(f"[{citation.marker}] {formal(citation)}\n“{one_line(citation.quote)}”")
    return "\n\n".join(filter(None, (*parts, f"Thời điểm: {taken.time}", NOTICE)))


def _text_lines(text: str) -> Iterator[str]:
    for line in filter(str.strip, clean(text).splitlines()):
        yield one_line(line)


def _table_lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield f"{one_line(row.label)}:"
        for column, cell in zip(table.columns, row.cells, strict=True):
            marker = f" [{cell.marker}]" if cell.marker is not None else ""
            yield f"- {one_line(column)}: {one_line(cell.text)}{year_note(row.label, cell)}{marker}"
