"""An answer as an Excel file: a sheet of values, a sheet of sources."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from corpus.fold import fold
from corpus.plan import Indicator
from rag.answer import Cell, Citation
from ui.markup import sentence_case
from ui.plan_view import heading_path, plan_name
from ui.takeaway.parts import FONT, Taken, one_line
from ui.words import APP_NAME, NOTICE

VALUES, SOURCES = "Giá trị", "Nguồn"
VALUE_COLUMNS = (
    "Địa phương", "Chỉ tiêu", "Phạm vi", "Năm", "Giá trị (nguyên văn)", "Dấu", "Từ", "Đến", "Đơn vị",
    "Căn cứ số", "Căn cứ",
)  # fmt: skip
SOURCE_COLUMNS = (
    "Căn cứ số", "Căn cứ", "Nguyên văn", "Văn bản", "Mục", "Vị trí đầu", "Vị trí cuối",
)  # fmt: skip
_WIDTHS = {
    VALUES: (18, 40, 20, 8, 28, 8, 10, 10, 14, 10, 60),
    SOURCES: (10, 60, 80, 40, 45, 11, 11),
}
_SIZE = 12  # points
_LONGEST = 32_767  # characters that a cell can hold

Value = str | int | float | None


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
        formal = sentence_case(one_line(self.citation.formal)) if self.citation else None
        return (
            self.locality, self.indicator, self.scope, self.year, self.printed,
            self.operator, self.low, self.high, self.unit, marker, formal,
        )  # fmt: skip


def excel(taken: Taken) -> bytes:
    """The file; both sheets begin with their column names, the notice follows the last row."""
    book = Workbook()
    values = book.active
    values.title = VALUES
    sources = book.create_sheet(SOURCES)
    _fill(values, VALUE_COLUMNS, [row.cells() for row in value_rows(taken)])
    _fill(sources, SOURCE_COLUMNS, [_source(one) for one in taken.answer.citations])
    about = (("Câu hỏi", taken.question), ("Thời điểm", taken.time), ("Lưu ý", NOTICE))
    for number, line in enumerate(about, start=len(taken.answer.citations) + 3):
        _put(sources, number, line)
    book.properties.creator = APP_NAME
    book.properties.title = taken.question[:200]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


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


def _source(citation: Citation) -> tuple[Value, ...]:
    plan = citation.plan
    return (
        citation.marker,
        sentence_case(one_line(citation.formal)),
        one_line(citation.quote),
        one_line(plan_name(plan.meta, plan.id)),
        one_line(" › ".join(heading_path(plan, citation.start))),
        citation.start,
        citation.end,
    )


def _flat(text: str) -> str:
    return "".join(fold(text).split())


def _fill(sheet: Worksheet, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    for number, row in enumerate((columns, *rows), start=1):
        _put(sheet, number, row)
    for number, width in enumerate(_WIDTHS[sheet.title], start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in sheet[1]:
        cell.font = Font(name=FONT, size=_SIZE, bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(sheet: Worksheet, row: int, values: Sequence[Value]) -> None:
    """A row in which every text stays text: a leading "=" is never taken for a formula."""
    for number, value in enumerate(values, start=1):
        cell = sheet.cell(row, number)
        if isinstance(value, str):
            cell.value = value[:_LONGEST]
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        else:
            cell.value = value
        cell.font = Font(name=FONT, size=_SIZE)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
