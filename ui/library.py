"""The page "Văn bản": the plans of the collection, and one of them open at the wanted words."""

from __future__ import annotations

import streamlit as st

from ui.backend import Backend, Trouble, opened
from ui.frame import scroll_to, show_trouble
from ui.markup import copy_button, label, lines
from ui.plan_view import MARK_ID, plan_details, plan_html, plan_name, wanted_span
from ui.routes import CHAT, LIBRARY, page


def show() -> None:
    """Draw the list, or the plan that the address names."""
    backend = opened()
    if isinstance(backend, Trouble):
        st.title("Văn bản")
        show_trouble(backend)
        return
    plan_id = st.query_params.get("plan")
    if plan_id is None:
        _show_list(backend)
    elif plan_id in {card.id for card in backend.plans()}:
        _show_plan(backend, plan_id)
    else:
        st.title("Văn bản")
        st.warning("Không có văn bản này trong kho. Dưới đây là các văn bản đang có.")
        _cards(backend)


def _show_list(backend: Backend) -> None:
    st.title("Văn bản")
    if backend.plans():
        st.write(f"Kho đang có {len(backend.plans())} văn bản.")
        _cards(backend)
    else:
        st.info("Kho chưa có văn bản nào.")


def _cards(backend: Backend) -> None:
    for card in backend.plans():
        with st.container(border=True):
            st.page_link(
                page(LIBRARY),
                label=label(plan_name(card.meta, card.id)),
                query_params={"plan": card.id},
            )
            for line in plan_details(card.meta):
                st.html(lines(line))


def _show_plan(backend: Backend, plan_id: str) -> None:
    plan = backend.plan(plan_id)
    span = wanted_span(plan, dict(st.query_params))
    st.title(label(plan_name(plan.meta, plan.id)))
    for line in plan_details(plan.meta):
        st.html(lines(line))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(page(CHAT), label="Về trang Hỏi đáp")
        st.page_link(page(LIBRARY), label="Tất cả văn bản", query_params={})
        if span:
            st.html(copy_button("Sao chép đoạn đánh dấu", plan.text[slice(*span)]), width="content")
    if span is None and {"start", "end", "muc"} & set(st.query_params):
        st.warning("Địa chỉ chỉ tới một đoạn không có trong văn bản này; toàn văn ở dưới đây.")
    st.html(plan_html(plan, span))
    if span:
        scroll_to(MARK_ID, focus=True, again=span[0])
