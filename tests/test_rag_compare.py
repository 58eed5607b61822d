"""Comparison: localities as columns, every cell cited or "văn bản không nêu"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag import wording
from rag.answer import Answer
from rag.assistant import Assistant
from rag.collection import Collection
from rag.compare import compare_values
from rag.question import understand
from rag.verify import check_answer, passes


def _cells(answer: Answer) -> dict[tuple[str, int | None], str]:
    assert answer.table is not None
    return {
        (column, cell.year): cell.text
        for row in answer.table.rows
        for column, cell in zip(answer.table.columns, row.cells, strict=True)
    }


def test_values_side_by_side(assistant: Assistant) -> None:
    answer = assistant.ask("So sánh tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh và Đức Phổ")
    cells = _cells(answer)
    assert cells["Hà Tĩnh", 2030] == "trên 45%"
    assert cells["Đức Phổ", 2030].startswith("trên 80%")
    assert check_answer(answer) == []


def test_a_missing_side_is_said(assistant: Assistant) -> None:
    answer = assistant.ask("So sánh tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh và Đà Lạt")
    assert _cells(answer)["Đà Lạt", None] == wording.CELL_NOT_STATED
    assert "Văn bản của Đà Lạt không nêu" in answer.text


def test_years_are_rows_of_their_own(assistant: Assistant) -> None:
    answer = assistant.ask("So sánh tỷ lệ đô thị hóa của Hà Tĩnh và Thủy Nguyên")
    cells = _cells(answer)
    assert cells["Thủy Nguyên", 2025] == "60 - 70%" and cells["Thủy Nguyên", 2030] == "74 - 76%"
    assert cells["Hà Tĩnh", 2025] == "trên 40%" and cells["Hà Tĩnh", 2030] == "trên 45%"


@pytest.mark.parametrize(("word", "first"), [("cao nhất", "Đức Phổ"), ("thấp nhất", "Hà Tĩnh")])
def test_who_is_highest_and_lowest(word: str, first: str, assistant: Assistant) -> None:
    answer = assistant.ask(f"Địa phương nào có tỷ lệ đô thị hóa năm 2030 {word}?")
    assert f"{first} {word}" in answer.text.split("\n")[0]


def test_a_topic_without_numbers_is_compared_by_provisions(assistant: Assistant) -> None:
    answer = assistant.compare("nhà ở xã hội", ["Quảng Ngãi", "Thủy Nguyên"])
    assert answer.table is not None and answer.table.columns == ("Quảng Ngãi", "Thủy Nguyên")
    for row in answer.table.rows:
        for cell in row.cells:
            assert (cell.marker is None) == (cell.text == wording.CELL_NOT_STATED)
    assert check_answer(answer) == []


def test_every_cell_cites_its_columns_plan(assistant: Assistant) -> None:
    answer = assistant.ask("So sánh diện tích sàn nhà ở của các địa phương năm 2025")
    assert answer.table is not None
    by_marker = {citation.marker: citation for citation in answer.citations}
    for row in answer.table.rows:
        for column, cell in zip(answer.table.columns, row.cells, strict=True):
            if cell.marker is not None:
                assert by_marker[cell.marker].plan.meta.locality == column


def test_the_figures_of_a_broad_subject_side_by_side(assistant: Assistant) -> None:
    answer = assistant.ask("So sánh chỉ tiêu nhà ở của Hà Tĩnh, Đức Phổ và Đà Lạt năm 2030")
    cells = _cells(answer)
    assert cells["Hà Tĩnh", 2030].startswith("tối thiểu 34 m²")
    assert cells["Đức Phổ", 2030].startswith("tối thiểu 33,5 m²")
    assert cells["Đà Lạt", None] == wording.CELL_NOT_STATED


def test_how_far_two_values_are_apart_is_said_and_checked(assistant: Assistant) -> None:
    text = assistant.ask("So sánh diện tích sàn nhà ở năm 2030 của Hà Tĩnh và Đức Phổ").text
    line = text.split("\n")[0]
    assert "tối thiểu 34 m²" in line and "chênh nhau 0,5 m²" in line


@pytest.mark.parametrize(("said", "sound"), [("0,5", True), ("1,5", False), ("34", False)])
def test_a_wrong_difference_does_not_leave(said: str, sound: bool, collection: Collection) -> None:
    plans = [collection.plan(name) for name in ("ha-tinh", "duc-pho")]
    question = understand("diện tích sàn nhà ở năm 2030", collection.weigh)
    draft = compare_values(question, plans, collection)
    assert draft is not None
    first = draft.statements[0]
    changed = replace(first, text=first.text.replace("nhau 0,5", f"nhau {said}"))
    assert passes(changed, "") is sound
