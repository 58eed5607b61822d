"""ui.records and ui.records_view: rows, filters without diacritics, sorting, pages, links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_fake import HOSTILE
from ui_pair import pair_plans

from ui.records import (
    INDICATOR_COLUMNS,
    TASK_COLUMNS,
    UNKNOWN,
    Wanted,
    agencies_of,
    alphabetical,
    filtered,
    indicator_records,
    localities_of,
    ordered,
    sort_of,
    task_records,
    years_of,
)
from ui.records_view import PAGE_SIZE, page_of, pager_html, pages, records_html, wanted_page
from ui.routes import INDICATORS

PLANS = pair_plans()
ROWS = indicator_records(PLANS)
TASKS = task_records(PLANS)


def test_every_indicator_is_a_row_with_its_printed_value() -> None:
    assert len(ROWS) == sum(len(plan.indicators) for plan in PLANS)
    values = {(row.locality, row.cells[1], row.cells[2]): row.cells[3] for row in ROWS}
    assert values["Bình Minh", "Tỷ lệ đô thị hóa", "2030"] == "trên 52%"
    assert values["Hải Vân", "Tỷ lệ đô thị hóa", "2025"] == "35-40%"


def test_every_row_opens_the_words_that_state_it() -> None:
    texts = {plan.id: plan.text for plan in PLANS}
    for row in ROWS:
        assert row.cells[3].split()[-1].rstrip("m²%") in texts[row.plan_id][row.start : row.end]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 7),
        (Wanted(words="do thi hoa"), 4),
        (Wanted(words="ĐÔ THỊ hoá  2030"), 2),
        (Wanted(localities=("Hải Vân",)), 4),
        (Wanted(years=("2025",)), 2),
        (Wanted(words="cay xanh", localities=("Hải Vân",)), 0),
        (Wanted(words="<script>"), 0),
    ],
)
def test_filters(wanted: Wanted, count: int) -> None:
    assert len(list(filtered(ROWS, wanted))) == count


def test_tasks_by_agency_leading_or_joining() -> None:
    found = list(filtered(TASKS, Wanted(agency="sở tài chính")))
    assert [row.cells[2] for row in found] == ["Sở Xây dựng"]
    assert "Sở Tài chính" in agencies_of(TASKS)


def test_sorting_by_value_keeps_units_together_and_the_unstated_last() -> None:
    column, down = sort_of("-gia-tri", INDICATOR_COLUMNS)
    assert (column, down) == (3, True)
    amounts = [row.order[3][1] for row in ordered(ROWS, column, down=down)]
    assert amounts == sorted(amounts, reverse=True)
    deadlines = [row.cells[4] for row in ordered(TASKS, 4, down=True)]
    assert deadlines[0] == "trong năm 2024"
    assert deadlines[-1] == UNKNOWN


@pytest.mark.parametrize("param", ["", "-", "x", "--nam", "<b>", "nam;drop"])
def test_an_unknown_column_sorts_nothing(param: str) -> None:
    assert sort_of(param, TASK_COLUMNS) == (None, False)
    assert ordered(ROWS, None, down=False) == ROWS


def test_names_are_in_vietnamese_order() -> None:
    assert sorted(["Hà Tĩnh", "Đức Phổ", "Đà Lạt", "Cần Thơ"], key=alphabetical) == [
        "Cần Thơ", "Đà Lạt", "Đức Phổ", "Hà Tĩnh",
    ]  # fmt: skip
    assert localities_of(ROWS) == ("Bình Minh", "Hải Vân")
    assert years_of(ROWS) == ("2025", "2030")


@given(st.text(max_size=12), st.integers(0, 500))
def test_any_page_of_an_address_exists(param: str, count: int) -> None:
    assert 1 <= wanted_page(param, count) <= pages(count)


def test_pages_hold_every_row_once() -> None:
    rows = ROWS * 20
    shown = [row for number in range(1, pages(len(rows)) + 1) for row in page_of(rows, number)]
    assert tuple(shown) == rows
    assert len(page_of(rows, 1)) == PAGE_SIZE


def test_headers_sort_and_keep_the_filters() -> None:
    params = [("nam", "2030"), ("xep", "nam"), ("trang", "2")]
    html = records_html(ROWS, INDICATOR_COLUMNS, INDICATORS, params, (2, False), "Bảng")
    assert 'aria-sort="ascending"' in html
    assert 'href="chi-tieu?nam=2030&amp;xep=-nam"' in html
    assert "trang=" not in html
    assert html.count("Xem nguồn</a>") == len(ROWS)


def test_the_pager_leads_both_ways_and_is_absent_on_one_page() -> None:
    assert pager_html(1, PAGE_SIZE, INDICATORS, []) == ""
    html = pager_html(2, PAGE_SIZE * 3, INDICATORS, [("nam", "2030")])
    assert "chi-tieu?nam=2030&amp;trang=1" in html
    assert "chi-tieu?nam=2030&amp;trang=3" in html


def test_hostile_words_in_a_row_are_text() -> None:
    html = records_html(
        ROWS, INDICATOR_COLUMNS, INDICATORS, [("tim", HOSTILE)], (None, False), HOSTILE
    )
    assert "<img" not in html
    assert "<script" not in html
