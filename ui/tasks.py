"""The page "Nhiệm vụ, phân công": who does what, with whom, by when, in every plan."""

from __future__ import annotations

from ui.backend import opened
from ui.records import TASK_COLUMNS, task_records
from ui.records_page import RecordsPage, show_records
from ui.routes import TASKS

SCREEN = RecordsPage(
    TASKS,
    TASK_COLUMNS,
    task_records,
    "Các nhiệm vụ có phân công cơ quan thực hiện, đúng như văn bản ghi.",
    "nhiệm vụ",
)


def show() -> None:
    """Draw the filters and the table."""
    show_records(SCREEN, opened())
