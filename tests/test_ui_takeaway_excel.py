"""ui.takeaway.excel: both sheets, opened again."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from takeaway_fake import comparison, green, to_take
from ui_fake import FakeAssistant, bright_plan, cite

from corpus.plan import Indicator, IndicatorKind
from rag.answer import Answer, Cell, Row, Status, Table
from ui.takeaway.excel import VALUE_COLUMNS, excel
from ui.takeaway.sheets import SOURCE_COLUMNS, SOURCES, VALUES
from ui.words import NOTICE

SENTENCE = "Diện tích cây xanh bình quân trên mỗi người dân đô thị đến năm 2030 đạt khoảng 8-10 m²"


def opened(answer: Answer, question: str = "Chỉ tiêu cây xanh?") -> Any:
    return openpyxl.load_workbook(io.BytesIO(excel(to_take(answer, question))))


def rows(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def stated() -> tuple[Answer, Answer]:
    """An answer and a comparison whose plan states the indicator."""
    plan = bright_plan()
    start = plan.text.index(SENTENCE)
    value = plan.text.index("khoảng 8-10 m²")
    one = Indicator(
        "Diện tích cây xanh", "đô thị", 2030, None, "≈", 8.0, 10.0, "m²", None,
        IndicatorKind.TARGET, "II.gạch 2", start, start + len(SENTENCE), value, value + 14, None,
    )  # fmt: skip
    plan = replace(plan, indicators=(one,))
    citation = cite(plan, SENTENCE)
    cells = (Cell("khoảng 8-10 m²", 2030, 1), Cell("văn bản không nêu", None, None))
    table = Table(("Bình Minh", "Hải Vân"), (Row("Cây xanh", cells),))
    text = "Năm 2030: khoảng 8-10 m² [1]."
    return (
        Answer(Status.ANSWERED, text, (citation,)),
        Answer(Status.ANSWERED, text, (citation,), table),
    )


def test_a_value_has_its_parts() -> None:
    sheet = opened(stated()[0])[VALUES]
    head, row = rows(sheet)
    assert tuple(head) == VALUE_COLUMNS
    assert row[:10] == [
        "Bình Minh", "Diện tích cây xanh", "đô thị", 2030, "khoảng 8-10 m²", "≈", 8, 10, "m²", 1,
    ]  # fmt: skip
    assert row[10].startswith("Gạch đầu dòng thứ 2 Mục II Kế hoạch số 12/KH-UBND")


def test_a_comparison_has_a_row_for_each_cell() -> None:
    found = rows(opened(stated()[1])[VALUES])[1:]
    assert [row[0] for row in found] == ["Bình Minh", "Hải Vân"]
    assert found[0][5:9] == ["≈", 8, 10, "m²"]
    assert found[1][4:] == ["văn bản không nêu", None, None, None, None, None, None]


def test_what_is_not_known_stays_empty() -> None:
    found = rows(opened(comparison())[VALUES])[1]
    assert found[4] == "khoảng 8-10 m²"
    assert found[5:9] == [None, None, None, None]


def test_the_sources_have_quote_and_place() -> None:
    answer = green()
    found = rows(opened(answer)[SOURCES])
    assert tuple(found[0]) == SOURCE_COLUMNS
    first = answer.citations[0]
    assert found[1][0] == 1
    assert found[1][2] == first.plan.text[found[1][5] : found[1][6]] == "khoảng 8-10 m²"
    assert found[1][3] == "Kế hoạch số 12/KH-UBND – Bình Minh"
    assert found[1][4] == "Mục II. MỤC TIÊU › gạch đầu dòng thứ 2"
    flat = [cell for row in found for cell in row]
    assert "Chỉ tiêu cây xanh?" in flat
    assert "14:05 ngày 06/02/2026" in flat
    assert NOTICE in flat


def test_the_sheets_are_these_two() -> None:
    assert opened(FakeAssistant().ask("thời tiết")).sheetnames == [VALUES, SOURCES]


@pytest.mark.parametrize(
    "question",
    ['=HYPERLINK("http://evil.test")', "+1+1", "@SUM(A1)", "-2", "a\x00b\x0b", "a\ud800"],
)
def test_nothing_becomes_a_formula(question: str) -> None:
    book = opened(green(), question)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
