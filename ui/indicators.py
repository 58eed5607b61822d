"""The page "Chỉ tiêu": every indicator of every plan."""

from __future__ import annotations

from ui.backend import opened
from ui.records import INDICATOR_COLUMNS, indicator_records
from ui.records_page import RecordsPage, show_records
from ui.routes import INDICATORS

SCREEN = RecordsPage(
    INDICATORS,
    INDICATOR_COLUMNS,
    indicator_records,
    "Mọi chỉ tiêu đọc được trong các văn bản của kho, đúng như văn bản ghi.",
    "chỉ tiêu",
)


def show() -> None:
    """Draw the filters and the table."""
    show_records(SCREEN, opened())
