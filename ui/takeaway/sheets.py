"""An Excel file: a sheet of values, a sheet of sources."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rag.answer import Citation
from ui.plan_view import heading_path, plan_name
from ui.takeaway.parts import FONT, clock, formal, one_line
from ui.words import APP_NAME, NOTICE

VALUES, SOURCES = "Giá trị", "Nguồn"
SOURCE_COLUMNS = (
    "Căn cứ số", "Căn cứ", "Nguyên văn", "Văn bản", "Mục", "Vị trí đầu", "Vị trí cuối",
)  # fmt: skip
_SOURCE_WIDTHS = (10, 60, 80, 40, 45, 11, 11)
_SIZE = 12  # points
_LONGEST = 32_767  # characters that a cell can hold

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The content of one sheet; ``widths`` in characters, a cell of a row for each column."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]


def written(
    values: Sheet,
    citations: Sequence[Citation],
    about: Sequence[tuple[str, str]],
    when: datetime,
) -> bytes:
    """The file; both sheets begin with their column names, ``about`` follows the last source.

    The first line of ``about`` names the file; time and notice come last.
    """
    book = Workbook()
    first = book.active
    first.title = VALUES
    _fill(first, values)
    sources = book.create_sheet(SOURCES)
    _fill(sources, Sheet(SOURCE_COLUMNS, _SOURCE_WIDTHS, tuple(map(_source, citations))))
    lines = (*about, ("Thời điểm", clock(when)), ("Lưu ý", NOTICE))
    for number, line in enumerate(lines, start=len(citations) + 3):
        _put(sources, number, line)
    book.properties.creator = APP_NAME
    book.properties.title = lines[0][1][:200]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _source(citation: Citation) -> tuple[Value, ...]:
    plan = citation.plan
    return (
        citation.marker,
        formal(citation),
        one_line(citation.quote),
        one_line(plan_name(plan.meta, plan.id)),
        one_line(" › ".join(heading_path(plan, citation.start))),
        citation.start,
        citation.end,
    )


def _fill(sheet: Worksheet, content: Sheet) -> None:
    for number, row in enumerate((content.columns, *content.rows), start=1):
        _put(sheet, number, row)
    for number, width in enumerate(content.widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in sheet[1]:
        cell.font = Font(name=FONT, size=_SIZE, bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(content.columns))}{len(content.rows) + 1}"
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
