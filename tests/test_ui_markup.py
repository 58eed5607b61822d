"""ui.markup: nothing that is given to it comes out as a tag, a link or an image."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_fake import HOSTILE, FakeAssistant, bright_plan, cite

from rag.answer import Cell, Row, Table
from ui.markup import (
    answer_html,
    card_html,
    copy_button,
    label,
    lines,
    marked,
    quote_html,
    quote_window,
    table_html,
    year_note,
)

OWN_TAGS = {"p", "ul", "li", "a", "div", "span", "blockquote", "mark", "button", "table"} | {
    "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


class Reader(HTMLParser):
    """Collects tags, links and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def is_inert(html: str) -> bool:
    reader = Reader(html)
    return set(reader.tags) <= OWN_TAGS and all(
        link.startswith("#can-cu-") for link in reader.links
    )


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "<svg/onload=alert(1)>",
        "javascript:alert(1)",
        "[a](javascript:alert(1))",
        "</p><script>alert(1)</script>",
        "'><iframe src=//evil.test>",
        "https://evil.test/?d=1",
        "$\\href{javascript:alert(1)}{x}$",
        "&lt;script&gt;",
    ],
)
def test_hostile_text_stays_text(text: str) -> None:
    plan = bright_plan()
    table = Table((text,), (Row(text, (Cell(text, 2030, None),)),))
    for html in (
        lines(text),
        answer_html(text, (), 0),
        marked(text, 0, len(text), (1, 3)),
        copy_button(text, text),
        table_html(table, 0),
        card_html(cite(plan, HOSTILE), (text,), 0),
    ):
        assert is_inert(html)
    assert unescape("".join(Reader(lines(text)).words)) == text or "&lt;" in text


@given(st.text(max_size=80))
def test_any_text_is_inert_and_whole(text: str) -> None:
    html = lines(text)
    assert is_inert(html)
    assert is_inert(answer_html(text, (), 3))


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_marking_changes_no_words(text: str, low: int, high: int) -> None:
    html = marked(text, 0, len(text), (low, high))
    assert "".join(Reader(html).words) == "".join(Reader(marked(text, 0, len(text), None)).words)


def test_markers_of_known_citations_become_links() -> None:
    citation = cite(bright_plan(), "khoảng 8-10 m²")
    html = answer_html("Đạt 8 [1], 9 [2]\n- mục [1]\ntiếp", (citation,), 4)
    assert html.count('href="#can-cu-4-1"') == 2
    assert "[2]" in html
    assert html.count("<ul>") == html.count("</ul>") == 1


def test_a_label_is_not_markdown() -> None:
    assert label(":red[x] ![a](b) $y$\n**z**") == (r"\:red\[x\] \!\[a\]\(b\) \$y\$ \*\*z\*\*")


def test_quote_is_marked_exactly_in_its_context() -> None:
    citation = cite(bright_plan(), "khoảng 8-10 m²")
    html = quote_html(citation)
    assert '<mark>khoảng <span class="tl-lien">8-10 m²</span></mark>' in html
    assert "Diện tích cây xanh" in html
    low, high = quote_window(citation)
    assert low <= citation.start < citation.end <= high


def test_context_stops_at_its_section() -> None:
    html = quote_html(cite(bright_plan(), "trên 52%"))
    assert "cây xanh" not in html
    assert "MỤC TIÊU" not in html


def test_a_year_is_not_said_twice() -> None:
    cell = Cell("9 m²", 2030, 1)
    assert year_note("Cây xanh", cell) == " (2030)"
    assert year_note("Cây xanh, năm 2030", cell) == ""


def test_a_missing_cell_has_no_citation() -> None:
    table = FakeAssistant().ask("so sánh cây xanh").table
    assert table is not None
    html = table_html(table, 2)
    assert '<td class="tl-trong">văn bản không nêu</td>' in html
    assert html.count("#can-cu-2-1") == 1
