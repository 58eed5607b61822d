"""An answer as an Excel file: a sheet of values, a sheet of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.fold import fold
from corpus.plan import Indicator
from rag.answer import Cell, Citation
from ui.takeaway.parts import Taken, formal, one_line
from ui.takeaway.sheets import Sheet, Value, written

VALUE_COLUMNS = (
    "Địa phương", "Chỉ tiêu", "Phạm vi", "Năm", "Giá trị (nguyên văn)", "Dấu", "Từ", "Đến", "Đơn vị",
    "Căn cứ số", "Căn cứ",
)  # fmt: skip
_WIDTHS = (18, 40, 20, 8, 28, 8, 10, 10, 14, 10, 60)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value of the answer; what the plan does not print is None."""

    locality: str
    indicator: str
    scope: str | None
    year: int | None
    printed: str
    operator: str | None
    low: float | None
    high: float | None
    unit: str | None
    citation: Citation | None

    def cells(self) -> tuple[Value, ...]:
        """The row as the sheet holds it, in the order of ``VALUE_COLUMNS``."""
        marker = self.citation.marker if self.citation else None
        basis = formal(self.citation) if self.citation else None
        return (
            self.locality, self.indicator, self.scope, self.year, self.printed,
            self.operator, self.low, self.high, self.unit, marker, basis,
        )  # fmt: skip


def excel(taken: Taken) -> bytes:
    """The file of an answer: its values, its sources, its question."""
    rows = tuple(row.cells() for row in value_rows(taken))
    sheet = Sheet(VALUE_COLUMNS, _WIDTHS, rows)
    return written(sheet, taken.answer.citations, (("Câu hỏi", taken.question),), taken.when)


def value_rows(taken: Taken) -> list[ValueRow]:
    """A row for each cell of the table, or for each value that the answer states with a citation."""
    answer = taken.answer
    by_marker = {one.marker: one for one in answer.citations}
    if answer.table is None:
        return [row for one in answer.citations for row in _stated(one, answer.text)]
    return [
        _from_cell(column, row.label, cell, by_marker.get(cell.marker or 0))
        for row in answer.table.rows
        for column, cell in zip(answer.table.columns, row.cells, strict=True)
    ]


def _stated(citation: Citation, text: str) -> Iterator[ValueRow]:
    """The values of the cited sentence that the answer's own words repeat."""
    said = _flat(text)
    for one in _indicators(citation):
        if _flat(_printed(citation, one)) in said:
            yield _row(citation.plan.meta.locality or "", one_line(one.name), one, citation)


def _from_cell(locality: str, label: str, cell: Cell, citation: Citation | None) -> ValueRow:
    found = None if citation is None else _behind(cell, citation)
    if found is None or citation is None:
        return ValueRow(
            one_line(locality), one_line(label), None, cell.year, one_line(cell.text),
            None, None, None, None, citation,
        )  # fmt: skip
    row = _row(one_line(locality), one_line(label), found, citation)
    return replace(row, printed=one_line(cell.text))  # the table may show more than the value


def _behind(cell: Cell, citation: Citation) -> Indicator | None:
    """The one indicator that a cell shows; None when none or several fit."""
    said = _flat(cell.text)
    fitting = [
        one
        for one in _indicators(citation)
        if _flat(_printed(citation, one)) in said and cell.year in {None, one.year}
    ]
    return fitting[0] if len(fitting) == 1 else None


def _indicators(citation: Citation) -> list[Indicator]:
    return [
        one
        for one in citation.plan.indicators
        if citation.start <= one.value_start and one.value_end <= citation.end
    ]


def _printed(citation: Citation, one: Indicator) -> str:
    return citation.plan.text[one.value_start : one.value_end]


def _row(locality: str, name: str, one: Indicator, citation: Citation) -> ValueRow:
    return ValueRow(
        locality, name, one.scope and one_line(one.scope), one.year,
        one_line(_printed(citation, one)), one.operator, one.low, one.high, one.unit, citation,
    )  # fmt: skip


def _flat(text: str) -> str:
    return "".join(fold(text).split())
