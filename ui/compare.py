"""The page "So sánh địa phương": one indicator or topic across localities."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from rag.answer import Answer
from rag.errors import AskingError
from ui.backend import Backend, Trouble, opened
from ui.chart import Point, by_unit, chart, chart_points, chart_words, legend_words
from ui.citation_list import cards_html, items_html
from ui.compare_view import (
    comparison_examples,
    comparison_html,
    indicator_choices,
    is_of_words,
    legend_html,
    provisions_html,
)
from ui.frame import show_trouble
from ui.markup import answer_html, label, lines, link_html
from ui.records import alphabetical
from ui.routes import COMPARE, screen_link
from ui.status import VIEWS
from ui.takeaway.buttons import takeaway_buttons
from ui.words import NOTICE

MAX_TOPIC = 300  # code points
MAX_LOCALITIES = 8
_BY_INDICATOR, _BY_TOPIC = "Chỉ tiêu", "Chủ đề"


def show() -> None:
    """Draw the choice, and the comparison as soon as there is enough to compare."""
    st.set_page_config(layout="wide")
    st.title("So sánh địa phương")
    backend = opened()
    if isinstance(backend, Trouble):
        show_trouble(backend)
        return
    localities = _localities(backend)
    if len(localities) < 2:
        st.info("Cần văn bản của ít nhất hai địa phương trong kho để so sánh.")
        return
    choices = indicator_choices(backend.plan(card.id) for card in backend.plans())
    chosen, topic = _choice(localities, choices)
    if len(chosen) < 2 or not topic:
        _invite(localities, choices, len(chosen))
        return
    try:
        with st.spinner("Đang so sánh các văn bản…"):
            answer = backend.compare(topic, chosen)
    except AskingError as error:
        st.warning(label(str(error)))
        return
    _show_answer(answer, topic)


def _localities(backend: Backend) -> tuple[str, ...]:
    names = {card.meta.locality for card in backend.plans() if card.meta.locality}
    return tuple(sorted(names, key=alphabetical))


def _choice(localities: Sequence[str], choices: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """What is chosen; every box keeps its value in the address."""
    chosen = st.multiselect(
        "Địa phương (chọn từ hai trở lên)",
        localities,
        key="dia-phuong",
        bind="query-params",
        placeholder="Chọn địa phương",
        max_selections=MAX_LOCALITIES,
    )
    ways = (_BY_INDICATOR, _BY_TOPIC) if choices else (_BY_TOPIC,)
    way = st.radio("So sánh theo", ways, horizontal=True, key="theo", bind="query-params")
    if way == _BY_INDICATOR:
        topic = st.selectbox(
            "Chỉ tiêu",
            choices,
            index=None,
            key="chi-tieu",
            bind="query-params",
            placeholder="Chọn chỉ tiêu có trong các văn bản",
        )
    else:
        topic = st.text_input(
            "Chủ đề",
            key="chu-de",
            bind="query-params",
            max_chars=MAX_TOPIC,
            placeholder="Ví dụ: quản lý trật tự xây dựng",
        )
    return tuple(chosen), " ".join((topic or "").split())


def _invite(localities: Sequence[str], choices: Sequence[str], count: int) -> None:
    """What is still missing, and ready-made comparisons to open."""
    if count == 1:
        st.info("Mời chọn thêm ít nhất một địa phương.")
    elif count > 1:
        st.info("Mời chọn chỉ tiêu hoặc nhập chủ đề để so sánh.")
    else:
        st.info("Mời chọn địa phương, rồi chọn chỉ tiêu hoặc nhập chủ đề.")
    examples = comparison_examples(choices, localities)
    if examples:
        st.header("So sánh mẫu")
        st.html(
            items_html(
                [
                    link_html(
                        screen_link(
                            COMPARE, *(("dia-phuong", one) for one in named), ("chi-tieu", choice)
                        ),
                        f"{choice}: {', '.join(named)}",
                    )
                    for choice, named in examples
                ]
            )
        )


def _show_answer(answer: Answer, topic: str) -> None:
    view = VIEWS[answer.status]
    st.badge(view.words, color=view.colour)
    if answer.reading:
        st.html(lines(f"Đã hiểu là: {answer.reading}"))
    words = is_of_words(answer)
    if words:
        st.header("Quy định của từng địa phương")
        st.html(legend_html() + provisions_html(answer))
    elif answer.table:
        st.header("Bảng so sánh")
        st.html(comparison_html(answer))
        _show_chart(chart_points(answer), answer.table.columns, topic)
    if answer.text and not words:
        st.header("Nhận xét từ văn bản")
        st.html(answer_html(answer.text, answer.citations, 0))
    if answer.citations:
        localities = answer.table.columns if answer.table else ()
        takeaway_buttons(answer, f"So sánh {topic}: {', '.join(localities)}")
        st.header("Căn cứ")
        st.html(cards_html(answer.citations))
    st.caption(NOTICE)


def _show_chart(points: Sequence[Point], localities: Sequence[str], topic: str) -> None:
    if not points:
        return
    st.header("Biểu đồ")
    for unit, group in by_unit(points).items():
        title = f"{topic} ({unit})" if unit else topic
        st.altair_chart(
            chart(group, localities, unit),
            width="stretch",
            alt=chart_words(title, group, localities),
        )
        st.caption(label(legend_words(group)))
