"""ui.takeaway.tables: a page's rows as files, opened again and read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from docx.document import Document
from streamlit.testing.v1 import AppTest
from takeaway_fake import WHEN
from ui_pair import BRIGHT, PairAssistant, pair_plans

import ui.indicators
import ui.tasks
from corpus.citation.writer import plan_citation, provision_citation
from corpus.plan import Assignment, Indicator, Plan
from corpus.reading import parse_plan
from ui.errors import ExportError
from ui.records import (
    INDICATOR_COLUMNS,
    TASK_COLUMNS,
    Record,
    Wanted,
    filtered,
    indicator_records,
    ordered,
    sort_of,
    task_records,
)
from ui.takeaway.parts import file_name
from ui.takeaway.sheets import SOURCE_COLUMNS, SOURCES, VALUES
from ui.takeaway.table_files import table_excel, table_word
from ui.takeaway.tables import (
    MOST_ROWS,
    Listing,
    TakenTable,
    is_proved,
    sources,
    table_problem,
    taken_table,
)
from ui.words import NOTICE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLANS = {plan.id: plan for plan in pair_plans()}
EVERYTHING = Wanted()


def indicators(wanted: Wanted = EVERYTHING, by: str = "", *plans: Plan) -> Listing:
    sort = sort_of(by, INDICATOR_COLUMNS)
    records = filtered(indicator_records(plans or PLANS.values()), wanted)
    rows = ordered(records, sort[0], down=sort[1])
    return Listing("Chỉ tiêu", INDICATOR_COLUMNS, rows, wanted, sort)


def tasks(*plans: Plan) -> Listing:
    records = task_records(plans or PLANS.values())
    return Listing("Nhiệm vụ, phân công", TASK_COLUMNS, records, EVERYTHING, (None, False))


def taken(listing: Listing, *plans: Plan) -> TakenTable:
    known = {plan.id: plan for plan in plans} or PLANS
    return taken_table(listing, known.__getitem__, WHEN)


def paper(table: TakenTable) -> tuple[Document, ElementTree.Element]:
    data = table_word(table)
    file = zipfile.ZipFile(io.BytesIO(data))
    notes = ElementTree.fromstring(file.read("word/footnotes.xml"))  # noqa: S314 - our own file
    return docx.Document(io.BytesIO(data)), notes


def note_texts(notes: ElementTree.Element) -> list[str]:
    return ["".join(t.text or "" for t in note.iter(f"{W}t")).strip() for note in notes][2:]


def book(table: TakenTable) -> Any:
    return openpyxl.load_workbook(io.BytesIO(table_excel(table)))


def rows(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def shown(listing: Listing) -> list[list[str]]:
    return [list(record.cells) for record in listing.records]


@pytest.mark.parametrize("by", ["", "gia-tri", "-gia-tri", "nam"])
def test_word_has_the_filtered_rows_in_the_shown_order(by: str) -> None:
    listing = indicators(Wanted(words="do thi hoa"), by)
    document, _ = paper(taken(listing))
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [c.title for c in INDICATOR_COLUMNS]
    found = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert len(found) == 4
    assert [row[:3] for row in found] == [row[:3] for row in shown(listing)]
    for row, record in zip(found, listing.records, strict=True):
        assert row[3].startswith(f"{record.cells[3]}\u00a0[")


def test_the_page_is_a4_across_with_the_decree_margins() -> None:
    section = paper(taken(indicators()))[0].sections[0]
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(size.mm) for size in sizes if size] == [297, 210, 30, 15]


def test_every_source_is_a_footnote_once() -> None:
    table = taken(indicators())
    document, notes = paper(table)
    expected = []
    for one in table.citations:
        formal = f"{provision_citation(one.plan, one.start, one.end)} {plan_citation(one.plan)}."
        expected.append(formal[:1].upper() + formal[1:])
    assert note_texts(notes) == expected
    assert len({(one.plan.id, one.start, one.end) for one in table.citations}) == len(expected)
    calls = [c.get(f"{W}id") for c in document.element.body.iter(f"{W}footnoteReference")]
    assert calls == [str(number) for number in range(1, len(expected) + 1)]


def test_the_paper_says_what_was_asked_and_quotes_its_basis() -> None:
    wanted = Wanted("do thi", ("Hải Vân",), ("2030",))
    table = taken(indicators(wanted, "-gia-tri"))
    text = "\n".join(paragraph.text for paragraph in paper(table)[0].paragraphs)
    asked = "từ: do thi; địa phương: Hải Vân; năm: 2030; xếp theo: Giá trị, giảm dần"
    assert f"Bộ lọc: {asked}" in text
    assert "Thời điểm tra cứu: 14:05 ngày 06/02/2026" in text
    assert f"“{' '.join(table.citations[0].quote.split())}”" in text
    assert "Không đưa vào tệp" not in text
    assert NOTICE in text


def test_excel_has_values_in_figures() -> None:
    listing = indicators(Wanted(localities=("Hải Vân",)))
    found = rows(book(taken(listing))[VALUES])
    assert found[0] == [
        "Địa phương", "Chỉ tiêu", "Năm", "Giá trị", "Loại", "Dấu", "Từ", "Đến", "Đơn vị",
        "Căn cứ số", "Căn cứ",
    ]  # fmt: skip
    assert found[1][:10] == [
        "Hải Vân", "Tỷ lệ đô thị hóa", 2025, "35-40%", "mục tiêu", "=", 35, 40, "%", 1,
    ]  # fmt: skip
    assert found[1][10].startswith("Gạch đầu dòng thứ 1 Mục I Kế hoạch số 05-KH/HU")
    assert len(found) == len(listing.records) + 1


def test_the_sources_sheet_quotes_the_text_at_its_place() -> None:
    table = taken(tasks())
    found = rows(book(table)[SOURCES])
    assert tuple(found[0]) == SOURCE_COLUMNS
    for row, one in zip(found[1:], table.citations, strict=False):
        assert row[0] == one.marker
        text = one.plan.text[row[5] : row[6]]
        assert row[2] == " ".join(text.split())
    flat = [cell for row in found for cell in row]
    assert {"Nhiệm vụ, phân công", "14:05 ngày 06/02/2026", NOTICE} <= set(flat)


def test_every_number_of_a_row_is_in_the_sources_sheet() -> None:
    opened = book(taken(tasks()))
    known = {str(row[0]) for row in rows(opened[SOURCES])[1:]}
    head, *found = rows(opened[VALUES])
    assert head[-2:] == ["Căn cứ số", "Căn cứ"]
    assert "Dấu" not in head
    for row in found:
        assert set(str(row[-2]).split(", ")) <= known


def test_a_long_task_is_taken_in_full() -> None:
    long = ", ".join(f"theo dõi việc thứ {number} của Kế hoạch" for number in range(30))
    plan = parse_plan("dai", BRIGHT.replace("theo dõi, đôn đốc việc thực hiện Kế hoạch", long))
    listing = tasks(plan)
    assert any("…" in record.cells[1] for record in listing.records)
    cells = [row[1] for row in rows(book(taken(listing, plan))[VALUES])]
    assert any("thứ 29" in cell for cell in cells)


@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("http://evil.test")', "+1", "@SUM(A1)"])
def test_nothing_becomes_a_formula(formula: str) -> None:
    plan = PLANS["hai-van"]
    plan = replace(plan, meta=replace(plan.meta, locality=formula))
    cells = [
        cell
        for sheet in book(taken(indicators(EVERYTHING, "", plan), plan))
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert formula in {cell.value for cell in cells}


def test_words_like_a_marker_stay_words() -> None:
    plan = PLANS["hai-van"]
    plan = replace(plan, meta=replace(plan.meta, locality="Hải Vân [99]"))
    document, _ = paper(taken(indicators(EVERYTHING, "", plan), plan))
    assert document.tables[0].rows[1].cells[0].text == "Hải Vân [99]"


def spoiled(item: Indicator | Assignment) -> Sequence[Indicator | Assignment]:
    if isinstance(item, Indicator):
        return (
            replace(item, year=2099),
            replace(item, scope="toàn vũ trụ"),
            replace(item, start=item.start + 1),
            replace(item, value_start=0, value_end=5),
        )
    return (
        replace(item, lead=("Sở Bịa đặt",)),
        replace(item, partners=("Sở Bịa đặt",)),
        replace(item, deadline="trước năm 2099"),
        replace(item, end=10**7),
    )


@pytest.mark.parametrize("read", [indicator_records, task_records])
def test_a_row_that_is_not_in_its_plan_is_left_out(read: Any) -> None:
    plan = PLANS["hai-van"]
    first: Record = read([plan])[0]
    assert is_proved(first.item, sources(plan, first.item))
    for item in spoiled(first.item):
        assert not is_proved(item, sources(plan, item))


def test_the_file_says_how_many_rows_were_left_out() -> None:
    listing = indicators()
    first = listing.records[0]
    assert isinstance(first.item, Indicator)
    wrong = replace(first, item=replace(first.item, year=2099))
    table = taken(replace(listing, records=(wrong, *listing.records[1:])))
    assert len(table.rows) == len(listing.records) - 1
    text = "\n".join(paragraph.text for paragraph in paper(table)[0].paragraphs)
    assert "Không đưa vào tệp: 1 dòng chưa đối chiếu khớp với văn bản" in text
    alone = replace(listing, records=(wrong,))
    assert "không có dòng nào" in (table_problem(alone, PLANS.__getitem__) or "")


def test_too_many_rows_are_refused_with_advice() -> None:
    listing = indicators()
    many = replace(listing, records=(listing.records[0],) * (MOST_ROWS + 1))
    assert "2001 dòng" in (table_problem(many, PLANS.__getitem__) or "")
    with pytest.raises(ExportError, match="điều kiện lọc"):
        taken(many)
    assert table_problem(listing, PLANS.__getitem__) is None


def test_a_year_may_stand_in_a_date_or_a_period() -> None:
    dated = BRIGHT.replace("đến năm 2025 đạt 48%", "đến ngày 31/12/2025 đạt 48%")
    dated = dated.replace("đến năm 2030 đạt khoảng", "giai đoạn 2026-2030 đạt khoảng")
    plan = parse_plan("nam", dated)
    assert {one.year for one in plan.indicators} == {2025, 2030}
    assert taken(indicators(EVERYTHING, "", plan), plan).left_out == 0


def indicators_screen() -> None:
    import ui.indicators

    ui.indicators.show()


def tasks_screen() -> None:
    import ui.tasks

    ui.tasks.show()


@pytest.mark.parametrize("screen", [indicators_screen, tasks_screen])
@pytest.mark.parametrize("most", [MOST_ROWS, 1])
def test_the_pages_offer_both_files_or_say_why_not(
    screen: Callable[[], None], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (ui.indicators, ui.tasks):
        monkeypatch.setattr(module, "opened", PairAssistant)
    monkeypatch.setattr("ui.takeaway.tables.MOST_ROWS", most)
    app = AppTest.from_function(screen, default_timeout=20).run()
    assert not app.exception
    buttons = [element.proto.label for element in app.get("download_button")]
    assert buttons == (["Tải Word", "Tải Excel"] if most > 1 else [])
    assert len(app.warning) == (0 if most > 1 else 1)


def test_the_file_is_named_after_the_table() -> None:
    assert file_name("Chỉ tiêu năm: 2030", "xlsx", "bang") == "bang-chi-tieu-nam-2030.xlsx"
