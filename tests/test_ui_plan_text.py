"""ui.plan_text: headings, tables as tables, amounts on one line, the outline."""

from __future__ import annotations

import re
from html import unescape

from ui_pair import GRAY as RAW
from ui_pair import pair_plans

from ui.markup import kept
from ui.plan_text import outline_html, plan_html

BRIGHT, GRAY = pair_plans()


def test_rows_of_a_table_are_a_table() -> None:
    html = plan_html(GRAY, None)
    assert "<thead><tr><th>Chỉ tiêu</th><th>Đơn vị</th><th>Năm 2030</th></tr></thead>" in html
    assert "<td>Tỷ lệ hộ dùng nước sạch</td><td>%</td><td>95</td>" in html
    assert "Lồng ghép các chương trình.</p>" in html
    assert "|" in RAW
    assert "|" not in html


def test_words_in_a_cell_are_marked() -> None:
    start = GRAY.text.index("nước sạch")
    html = plan_html(GRAY, (start, start + 9))
    assert "<td>Tỷ lệ hộ dùng <mark>nước sạch</mark></td>" in html


def test_amounts_and_numbers_stay_on_one_line_unchanged() -> None:
    html = kept("khoảng 7-9m² theo Nghị quyết số 06-NQ/TW ngày 24/01/2022")
    assert '<span class="tl-lien">7-9m²</span>' in html
    assert '<span class="tl-lien">06-NQ/TW</span>' in html
    assert '<span class="tl-lien">24/01/2022</span>' in html
    text = "8-10 m², 60 - 70%, 5 - người"
    assert unescape(re.sub("<[^>]+>", "", kept(text))) == text


def test_a_run_in_heading_stays_in_its_paragraph() -> None:
    html = plan_html(GRAY, None)
    assert not re.search(r"<h\d>1\.</h\d>", html)


def test_the_outline_links_every_heading_and_says_where_we_are() -> None:
    section = GRAY.section("III.1")
    assert section is not None
    html = outline_html(GRAY, section.index)
    assert html.count("<a ") == 3
    assert re.search(
        r'aria-current="location"><a class="tl-lk" href="van-ban\?plan=hai-van&amp;muc=III"', html
    )
