"""One plan open: its text with the outline beside, and behind tabs what was read from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from corpus.contradictions import conflicts
from corpus.plan import Plan
from corpus.references.graph import collection_graph
from ui.backend import Backend
from ui.frame import scroll_to
from ui.markup import copy_button, label, lines, link_html
from ui.plan_facts import attributes_html, badges_html, related_html, warnings_html
from ui.plan_text import MARK_ID, outline_html, plan_html
from ui.plan_view import plan_details, plan_name, wanted_span
from ui.records import (
    INDICATOR_COLUMNS,
    TASK_COLUMNS,
    Column,
    Record,
    indicator_records,
    ordered,
    sort_of,
    task_records,
)
from ui.records_view import page_of, pager_html, records_html, wanted_page
from ui.routes import LIBRARY, screen_link
from ui.standing import standing

TABS = (
    ("van-ban", "Văn bản"),
    ("thuoc-tinh", "Thuộc tính"),
    ("chi-tieu", "Chỉ tiêu"),
    ("nhiem-vu", "Nhiệm vụ"),
    ("lien-quan", "Văn bản liên quan"),
    ("canh-bao", "Cảnh báo"),
)


def show_plan(backend: Backend, plan: Plan) -> None:
    """Draw the plan at the tab and the words that the address names."""
    st.title(label(plan_name(plan.meta, plan.id)))
    details = "".join(lines(line) for line in plan_details(plan.meta))
    st.html(f"{details}<p>{badges_html(standing(plan.meta))}</p>")
    wanted = st.query_params.get("the", TABS[0][0])
    tab = wanted if wanted in dict(TABS) else TABS[0][0]
    st.html(tabs_html(plan.id, tab))
    if tab == "thuoc-tinh":
        st.html(attributes_html(plan))
    elif tab == "chi-tieu":
        _show_records(plan, indicator_records([plan]), INDICATOR_COLUMNS, tab)
    elif tab == "nhiem-vu":
        _show_records(plan, task_records([plan]), TASK_COLUMNS, tab)
    elif tab == "lien-quan":
        st.html(related_html(plan.id, collection_graph(_plans(backend))))
    elif tab == "canh-bao":
        _show_warnings(plan, backend)
    else:
        _show_text(plan)


def _plans(backend: Backend) -> list[Plan]:
    return [backend.plan(card.id) for card in backend.plans()]


def tabs_html(plan_id: str, current: str) -> str:
    """The tabs as links, each with its own address."""
    links = []
    for key, title in TABS:
        params = (("plan", plan_id),) if key == TABS[0][0] else (("plan", plan_id), ("the", key))
        here = ' aria-current="true"' if key == current else ""
        links.append(f"<li{here}>{link_html(screen_link(LIBRARY, *params), title)}</li>")
    every = link_html(screen_link(LIBRARY), "Tất cả văn bản")
    return (
        f'<nav class="tl-cac-the" aria-label="{escape("Các phần của văn bản")}"><ul>'
        f"{''.join(links)}<li>{every}</li></ul></nav>"
    )


def _show_text(plan: Plan) -> None:
    span = wanted_span(plan, dict(st.query_params))
    if span is None and {"start", "end", "muc"} & set(st.query_params):
        st.warning("Địa chỉ chỉ tới một đoạn không có trong văn bản này; toàn văn ở dưới đây.")
    if span:
        st.html(copy_button("Sao chép đoạn đánh dấu", plan.text[slice(*span)].strip()))
    current = plan.section_at(span[0]).index if span else None
    outline = outline_html(plan, current)
    st.html(f'<div class="tl-doc">{outline}{plan_html(plan, span)}</div>')
    if span:
        scroll_to(MARK_ID, focus=True, again=span[0])


def _show_records(
    plan: Plan, records: Sequence[Record], columns: Sequence[Column], tab: str
) -> None:
    if not records:
        st.info("Chưa đọc được nội dung nào thuộc loại này trong văn bản.")
        return
    own = [replace(one, cells=one.cells[1:], order=one.order[1:]) for one in records]
    shown = columns[1:]
    sort = sort_of(st.query_params.get("xep", ""), shown)
    rows = ordered(own, sort[0], down=sort[1])
    number = wanted_page(st.query_params.get("trang", "1"), len(rows))
    params = [("plan", plan.id), ("the", tab)]
    if "xep" in st.query_params:
        params.append(("xep", st.query_params["xep"]))
    title = dict(TABS)[tab]
    st.html(
        records_html(page_of(rows, number), shown, LIBRARY, params, sort, title)
        + pager_html(number, len(rows), LIBRARY, params)
    )


def _show_warnings(plan: Plan, backend: Backend) -> None:
    found = warnings_html(plan, conflicts(_plans(backend)))
    if found:
        st.write("Những chỗ nên đối chiếu với bản gốc trước khi sử dụng:")
        st.html(found)
    else:
        st.info("Chưa phát hiện chỗ nào cần xem lại trong tệp văn bản này.")
