"""The Word and the Excel file of a table of records."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.plan import Indicator
from ui.records import Column
from ui.takeaway.parts import formal
from ui.takeaway.report import Grid, Noted, Report
from ui.takeaway.sheets import Sheet, Value
from ui.takeaway.sheets import written as excel_written
from ui.takeaway.tables import TASK, TakenRow, TakenTable
from ui.takeaway.word import written as word_written

_AMOUNT_COLUMNS = ("Dấu", "Từ", "Đến", "Đơn vị")
_BASIS_COLUMNS = ("Căn cứ số", "Căn cứ")
_MARKED = frozenset({"gia-tri", TASK})  # the column after whose words the citations are called
_SHARES = {"chi-tieu": 40, TASK: 45, "gia-tri": 24, "nam": 12}
_USUAL_SHARE = 18
_BASIS_WIDTHS = (10, 60)  # characters
_AMOUNT_WIDTH = 10


def table_word(taken: TakenTable) -> bytes:
    """The Word file: the table across the page, each source a footnote."""
    columns = taken.listing.columns
    grid = Grid(
        taken.listing.title,
        tuple(column.title for column in columns),
        tuple(_noted(columns, row) for row in taken.rows),
        wide=True,
        shares=tuple(_SHARES.get(column.key, _USUAL_SHARE) for column in columns),
    )
    title = taken.listing.title
    return word_written(Report(title, taken.facts, (), grid, taken.citations, taken.when))


def table_excel(taken: TakenTable) -> bytes:
    """The Excel file: a row for each row, with its amount in figures; the sources apart."""
    columns = taken.listing.columns
    amounts = any(isinstance(row.item, Indicator) for row in taken.rows)
    titles = tuple(column.title for column in columns)
    widths = tuple(_SHARES.get(column.key, _USUAL_SHARE) for column in columns)
    more, more_widths = (_AMOUNT_COLUMNS, (_AMOUNT_WIDTH,) * 4) if amounts else ((), ())
    sheet = Sheet(
        (*titles, *more, *_BASIS_COLUMNS),
        (*widths, *more_widths, *_BASIS_WIDTHS),
        tuple(_values(columns, row) for row in taken.rows),
    )
    facts = tuple((name, words) for name, words in taken.facts if words)
    return excel_written(sheet, taken.citations, facts, taken.when)


def _noted(columns: Sequence[Column], row: TakenRow) -> tuple[Noted, ...]:
    markers = tuple(citation.marker for citation in row.citations)
    return tuple(
        Noted(text, markers if column.key in _MARKED else ())
        for column, text in zip(columns, row.cells, strict=True)
    )


def _values(columns: Sequence[Column], row: TakenRow) -> tuple[Value, ...]:
    item = row.item
    shown: list[Value] = [
        int(text) if column.key == "nam" and text.isdecimal() else text
        for column, text in zip(columns, row.cells, strict=True)
    ]
    if isinstance(item, Indicator):
        shown += [item.operator, item.low, item.high, item.unit]
    markers = [citation.marker for citation in row.citations]
    number: Value = markers[0] if len(markers) == 1 else ", ".join(map(str, markers))
    return (*shown, number, "; ".join(map(formal, row.citations)))
