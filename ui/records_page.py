"""What the pages "Chỉ tiêu" and "Nhiệm vụ, phân công" share: filters above, the table below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from corpus.plan import Plan
from ui.backend import Backend, Trouble
from ui.frame import show_trouble
from ui.markup import label
from ui.records import (
    Column,
    Record,
    Wanted,
    agencies_of,
    filtered,
    localities_of,
    ordered,
    sort_of,
    years_of,
)
from ui.records_view import page_of, pager_html, records_html, wanted_page
from ui.routes import Route
from ui.takeaway.buttons import table_buttons
from ui.takeaway.tables import Listing

_SEARCH = "tim"


@dataclass(frozen=True, slots=True)
class RecordsPage:
    """One page of records: what it lists, and the words it says."""

    route: Route
    columns: Sequence[Column]
    read: Callable[[Iterable[Plan]], tuple[Record, ...]]
    intro: str
    noun: str  # "chỉ tiêu"


def show_records(screen: RecordsPage, backend: Backend | Trouble) -> None:
    """Draw the page over the whole collection."""
    st.set_page_config(layout="wide")
    st.title(screen.route.title)
    if isinstance(backend, Trouble):
        show_trouble(backend)
        return
    records = screen.read(backend.plan(card.id) for card in backend.plans())
    if not records:
        st.info(f"Chưa đọc được {screen.noun} nào từ các văn bản trong kho.")
        return
    st.write(screen.intro)
    shown = _show_table(screen, records, _filters(records))
    if shown is not None:
        table_buttons(shown, backend.plan)


def _filters(records: Sequence[Record]) -> Wanted:
    """The boxes above the table; each keeps its value in the address."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            "Tìm theo từ (có dấu hoặc không dấu)", key=_SEARCH, bind="query-params", max_chars=200
        )
        localities = st.multiselect(
            "Địa phương",
            localities_of(records),
            key="dia-phuong",
            bind="query-params",
            placeholder="Tất cả",
        )
        years: list[str] = []
        agency: str | None = None
        if any(record.year for record in records):
            years = st.multiselect(
                "Năm", years_of(records), key="nam", bind="query-params", placeholder="Tất cả"
            )
        if any(record.agencies for record in records):
            agency = st.selectbox(
                "Cơ quan",
                agencies_of(records),
                index=None,
                key="co-quan",
                bind="query-params",
                placeholder="Tất cả",
            )
    return Wanted(words or "", tuple(localities), tuple(years), agency)


def _show_table(screen: RecordsPage, records: Sequence[Record], wanted: Wanted) -> Listing | None:
    """Draw one page of the rows; all of them as filtered and sorted, None when there are none."""
    sort = sort_of(st.query_params.get("xep", ""), screen.columns)
    rows = ordered(filtered(records, wanted), sort[0], down=sort[1])
    if not rows:
        st.warning(
            f"Không có {screen.noun} nào khớp với bộ lọc. Mời bớt từ tìm hoặc bỏ chọn bớt điều kiện."
        )
        return None
    number = wanted_page(st.query_params.get("trang", "1"), len(rows))
    params = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    st.caption(label(f"{len(rows)} trên {len(records)} {screen.noun}. Nhấn tên cột để sắp xếp."))
    shown = page_of(rows, number)
    caption = f"Bảng {screen.noun}, {len(shown)} dòng"
    st.html(records_html(shown, screen.columns, screen.route, params, sort, caption))
    pager = pager_html(number, len(rows), screen.route, params)
    if pager:
        st.html(pager)
    return Listing(screen.route.title, screen.columns, rows, wanted, sort)
