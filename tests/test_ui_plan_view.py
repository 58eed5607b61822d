"""ui.plan_view: names, heading paths, wanted spans, the text with marked words."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from ui_fake import HOSTILE, bright_plan, cite

from corpus.outline import read_outline
from corpus.plan import Plan, PlanMeta
from corpus.text import normalise
from ui.plan_text import MARK_ID, plan_html
from ui.plan_view import heading_path, plan_details, plan_name, wanted_span

PLAN = bright_plan()
PLANS = Path(__file__).resolve().parent.parent / "corpus" / "plans"


@pytest.mark.parametrize(
    ("meta", "name"),
    [
        (PLAN.meta, "Kế hoạch số 12/KH-UBND – Bình Minh"),
        (PlanMeta(type="Kế hoạch", locality="Đà Lạt"), "Kế hoạch – Đà Lạt"),
        (PlanMeta(), "Văn bản x"),
    ],
)
def test_plan_name(meta: PlanMeta, name: str) -> None:
    assert plan_name(meta, "x") == name


def test_plan_details_leave_out_what_is_unknown() -> None:
    assert plan_details(PlanMeta()) == ()
    assert plan_details(PLAN.meta)[0] == "UBND tỉnh Bình Minh, ngày 05/3/2023"


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("trên 52%", ("Mục II. MỤC TIÊU", "gạch đầu dòng thứ 1")),
        ("Các sở, ngành triển khai", ("Mục I. MỤC ĐÍCH, YÊU CẦU", "khoản 2. Yêu cầu")),
    ],
)
def test_heading_path(words: str, path: tuple[str, ...]) -> None:
    assert heading_path(PLAN, PLAN.text.index(words)) == path


@pytest.mark.parametrize(
    ("params", "span"),
    [
        ({"start": "3", "end": "9"}, (3, 9)),
        ({"start": "9", "end": "3"}, None),
        ({"start": "-1", "end": "3"}, None),
        ({"start": "0", "end": "99999999999999999999"}, None),
        ({"start": "<script>", "end": "1"}, None),
        ({"start": "0"}, None),
        ({"muc": "không có"}, None),
        ({}, None),
    ],
)
def test_wanted_span(params: dict[str, str], span: tuple[int, int] | None) -> None:
    assert wanted_span(PLAN, params) == span


def test_wanted_span_by_section_path() -> None:
    section = PLAN.section("II.gạch 2")
    assert section is not None
    assert wanted_span(PLAN, {"muc": "II.gạch 2"}) == (section.start, section.end)


def test_the_marked_words_stand_under_their_path() -> None:
    citation = cite(PLAN, "khoảng 8-10 m²")
    html = plan_html(PLAN, (citation.start, citation.end))
    assert html.count("<mark>") == 1
    assert '<mark>khoảng <span class="tl-lien">8-10 m²</span></mark>' in html
    callout, text = html.index(f'id="{MARK_ID}"'), html.index("<mark>")
    assert callout < html.index("Mục II. MỤC TIÊU › gạch đầu dòng thứ 2") < text


def test_a_span_over_sections_is_marked_in_each() -> None:
    start, end = PLAN.text.index("Tỷ lệ đô thị"), PLAN.text.index("khoảng 8-10") + 5
    html = plan_html(PLAN, (start, end))
    assert html.count("<mark>") == 2
    assert html.count(f'id="{MARK_ID}"') == 1


def test_hostile_words_of_a_plan_are_text() -> None:
    html = plan_html(PLAN, None)
    assert "<img" not in html
    assert "<script" not in html
    assert HOSTILE in unescape(html)


@pytest.mark.parametrize("path", sorted(PLANS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_word_of_a_real_plan_is_shown(path: Path) -> None:
    text = normalise(path.read_text(encoding="utf-8"))
    plan = Plan(path.stem, text, PlanMeta(), read_outline(text).sections)
    html = re.sub(r"</?span[^>]*>", "", plan_html(plan, None))
    shown = unescape(re.sub(r"<[^>]+>", " ", html))
    assert shown.split() == plan.text.split()
