"""The page "Văn bản": the plans of the collection, and one of them open at the wanted words."""

from __future__ import annotations

import streamlit as st

from corpus.plan import Plan
from ui.backend import Backend, Trouble, opened
from ui.frame import show_trouble
from ui.markup import kept, link_html
from ui.plan_facts import badges_html
from ui.plan_page import show_plan
from ui.plan_view import plan_details, plan_name
from ui.records import plain
from ui.routes import LIBRARY, screen_link
from ui.standing import standing

_SEARCH_FROM = 7  # plans; fewer are seen at a glance
_MOST_CARDS = 100


def show() -> None:
    """Draw the list, or the plan that the address names."""
    st.set_page_config(layout="wide")
    backend = opened()
    if isinstance(backend, Trouble):
        st.title("Văn bản")
        show_trouble(backend)
        return
    plan_id = st.query_params.get("plan")
    if plan_id is not None and plan_id in {card.id for card in backend.plans()}:
        show_plan(backend, backend.plan(plan_id))
        return
    st.title("Văn bản")
    if plan_id is not None:
        st.warning("Không có văn bản này trong kho. Dưới đây là các văn bản đang có.")
    _show_list(backend)


def _show_list(backend: Backend) -> None:
    plans = [backend.plan(card.id) for card in backend.plans()]
    if not plans:
        st.info("Kho chưa có văn bản nào.")
        return
    st.write(f"Kho đang có {len(plans)} văn bản.")
    if len(plans) >= _SEARCH_FROM:
        plans = _searched(plans)
    st.html(f'<div class="tl-kho">{"".join(map(_card, plans[:_MOST_CARDS]))}</div>')
    if len(plans) > _MOST_CARDS:
        st.caption(f"Đang hiện {_MOST_CARDS} văn bản đầu; mời tìm theo từ để thu hẹp.")


def _searched(plans: list[Plan]) -> list[Plan]:
    words = st.text_input(
        "Tìm theo số, địa phương, trích yếu", key="tu", bind="query-params", max_chars=200
    )
    wanted = plain(words or "").split()
    found = [plan for plan in plans if all(word in _searchable(plan) for word in wanted)]
    if not found:
        st.warning("Không có văn bản nào khớp. Mời bớt từ tìm.")
    return found


def _searchable(plan: Plan) -> str:
    return plain(" ".join((plan_name(plan.meta, plan.id), *plan_details(plan.meta))))


def _card(plan: Plan) -> str:
    name = link_html(screen_link(LIBRARY, ("plan", plan.id)), plan_name(plan.meta, plan.id))
    details = "".join(f"<p>{kept(line)}</p>" for line in plan_details(plan.meta))
    counts = f"{len(plan.indicators)} chỉ tiêu, {len(plan.assignments)} nhiệm vụ có phân công"
    return (
        f'<article class="tl-the"><h2>{name}</h2>{details}'
        f'<p class="tl-ghi-chu">{counts}</p><p>{badges_html(standing(plan.meta))}</p></article>'
    )
