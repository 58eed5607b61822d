"""The addresses of the screens, and the links between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from streamlit.navigation.page import Page


@dataclass(frozen=True, slots=True)
class Route:
    """One screen: its address below the root, its title, and the module whose ``show`` draws it."""

    slug: str  # "" for the first page, which answers at "/" alone
    title: str
    module: str
    shown: bool = True


CHAT = Route("", "Hỏi đáp", "ui.chat")
COMPARE = Route("so-sanh", "So sánh địa phương", "ui.compare")
LOOKUP = Route("tra-cuu", "Tra cứu trích dẫn", "ui.lookup")
INDICATORS = Route("chi-tieu", "Chỉ tiêu", "ui.indicators")
TASKS = Route("nhiem-vu", "Nhiệm vụ, phân công", "ui.tasks")
LIBRARY = Route("van-ban", "Văn bản", "ui.library")
HELP = Route("huong-dan", "Hướng dẫn", "ui.help")
MISSING = Route("khong-tim-thay", "Không tìm thấy trang", "ui.missing", shown=False)
ROUTES = (CHAT, COMPARE, LOOKUP, INDICATORS, TASKS, LIBRARY, HELP, MISSING)

# Streamlit itself answers the first page only at "/"; people type its name all the same.
ALIASES = {"hoi-dap": ""}


def page(route: Route) -> Page:
    """The Streamlit page of a route. Pages of equal address are interchangeable in a run."""
    import streamlit as st

    return st.Page(
        partial(_draw, route.module),
        title=route.title,
        icon="",
        url_path=route.slug,
        default=route.slug == "",
        visibility="visible" if route.shown else "hidden",
    )


def _draw(module: str) -> None:
    import_module(module).show()


def span_params(plan_id: str, start: int, end: int) -> dict[str, str]:
    """The query that opens a plan at ``[start, end)``, in code points of its text."""
    return {"plan": plan_id, "start": str(start), "end": str(end)}


def span_link(plan_id: str, start: int, end: int) -> str:
    """The address, relative to the root, that opens a plan at ``[start, end)``."""
    return f"{LIBRARY.slug}?{urlencode(span_params(plan_id, start, end))}"


def section_link(plan_id: str, path: str) -> str:
    """The address, relative to the root, that opens a plan at the section of this path."""
    return f"{LIBRARY.slug}?{urlencode({'plan': plan_id, 'muc': path})}"


def screen_link(route: Route, *params: tuple[str, str]) -> str:
    """The address, relative to the root, of a screen with what it should show."""
    return f"{route.slug}?{urlencode(params)}" if params else route.slug


def question_link(turns: Sequence[str]) -> str:
    """The address, relative to the root, that asks these user turns again, in order."""
    return "?" + urlencode([("q", turn) for turn in turns])
