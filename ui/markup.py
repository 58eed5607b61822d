"""Text to HTML in which nothing from a plan or a question can run or load anything.

Every function escapes what it is given; the only tags are the ones written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Protocol

from corpus.letters import sentence_case
from rag.answer import Cell, Citation, Table
from ui.stored import StoredCitation

_MARKER = re.compile(r"\[(\d{1,3})\]")
_BULLET = re.compile(r"^\s*[-•+]\s+")
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
# Ranges with their unit, document numbers, dates: browsers would break the line after a hyphen.
_AMOUNT = re.compile(
    r"(\d{1,5}[-/](?:[^\W\d_]{1,8}\d?[-/]?){1,4}"
    r"|\d{1,2}/\d{1,2}/\d{4}"
    r"|\d[\d.,]{0,12}[ \u00a0]?[-–][ \u00a0]?\d[\d.,]{0,12}[ \u00a0]?(?:%|m²|m2|m³|km²|km|ha)?)"
)
_CONTEXT = 140  # code points of the surrounding text that a card shows on each side


class Numbered(Protocol):
    """A citation, whether of now or as it was shown before."""

    @property
    def marker(self) -> int:
        """Its number in the answer."""


def anchor(turn: int, marker: int) -> str:
    """The element id of a citation card, unique in a conversation."""
    return f"can-cu-{turn}-{marker}"


def label(text: str) -> str:
    """Text for a widget label: Streamlit reads those as Markdown, so every mark is escaped."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def question_anchor(turn: int) -> str:
    """The element id of a question in a conversation."""
    return f"cau-hoi-{turn}"


def question_html(text: str, turn: int) -> str:
    """A question as it was typed."""
    return f'<div class="tl-cau-hoi" id="{question_anchor(turn)}" tabindex="-1">{lines(text)}</div>'


def lines(text: str) -> str:
    """Plain text as HTML with its line breaks."""
    return f'<p class="tl-loi">{kept(text.strip())}</p>'


def _chips(text: str, turn: int, known: frozenset[int]) -> str:
    """Escaped text in which each marker of a known citation links to its card."""

    def chip(match: re.Match[str]) -> str:
        marker = int(match.group(1))
        if marker not in known:
            return match.group()
        return (
            f'<a class="tl-so" href="#{anchor(turn, marker)}" '
            f'aria-label="Căn cứ số {marker}">{marker}</a>'
        )

    return _MARKER.sub(chip, kept(text))


def answer_html(text: str, citations: Iterable[Numbered], turn: int) -> str:
    """An answer's text (or its first part, while it is being written) as paragraphs and lists."""
    known = frozenset(citation.marker for citation in citations)
    parts: list[str] = []
    in_list = False
    for line in filter(str.strip, text.splitlines()):
        bullet = _BULLET.match(line)
        if bool(bullet) != in_list:
            parts.append("</ul>" if in_list else "<ul>")
            in_list = bool(bullet)
        body = _chips(line[bullet.end() :] if bullet else line.strip(), turn, known)
        parts.append(f"<li>{body}</li>" if bullet else f"<p>{body}</p>")
    if in_list:
        parts.append("</ul>")
    return f'<div class="tl-tra-loi">{"".join(parts)}</div>'


def kept(text: str) -> str:
    """Escaped text in which "7-9m²" or "06-NQ/TW" stays on one line. No character changes."""
    return "".join(
        f'<span class="tl-lien">{escape(part)}</span>' if position % 2 else escape(part)
        for position, part in enumerate(_AMOUNT.split(text))
    )


def marked(text: str, start: int, end: int, span: tuple[int, int] | None) -> str:
    """``text[start:end]`` escaped, with the part that lies in ``span`` marked."""
    if span is None:
        return kept(text[start:end])
    low, high = max(start, span[0]), min(end, span[1])
    if low >= high:
        return kept(text[start:end])
    return f"{kept(text[start:low])}<mark>{kept(text[low:high])}</mark>{kept(text[high:end])}"


def quote_window(citation: Citation) -> tuple[int, int]:
    """The cited span with the words around it in the same section, cut between words."""
    text, section = citation.plan.text, citation.section
    low = max(section.start, citation.start - _CONTEXT)
    while low > section.start and not text[low - 1].isspace():
        low -= 1
    stop = max(citation.end, section.end)
    high = min(stop, citation.end + _CONTEXT)
    while high < stop and not text[high].isspace():
        high += 1
    return min(low, citation.start), high


def quote_html(citation: Citation) -> str:
    """The quote in its context, the exact words marked."""
    low, high = quote_window(citation)
    text, section = citation.plan.text, citation.section
    before = "… " if low > section.start and text[section.start : low].strip() else ""
    after = " …" if text[high : max(high, section.end)].strip() else ""
    span = (citation.start, citation.end)
    while high > citation.end and text[high - 1].isspace():
        high -= 1
    return (
        f'<blockquote class="tl-trich">{before}{marked(text, low, high, span)}{after}</blockquote>'
    )


def link_html(address: str, words: str, *, spoken: str = "", kind: str = "") -> str:
    """A link to another screen; ``address`` is relative to the root. The page's script follows it."""
    named = f' aria-label="{escape(spoken, quote=True)}"' if spoken else ""
    return (
        f'<a class="{escape(f"tl-lk {kind}".strip(), quote=True)}" '
        f'href="{escape(address, quote=True)}"{named}>{kept(words)}</a>'
    )


def copy_button(words: str, content: str) -> str:
    """A button that puts ``content`` on the clipboard; the page's script listens for it."""
    return (
        f'<button type="button" class="tl-nut" data-copy="{escape(content, quote=True)}">'
        f"{escape(words)}</button>"
    )


def path_html(path: tuple[str, ...]) -> str:
    """A heading path, outermost first."""
    return f'<p class="tl-duong">{" › ".join(map(escape, path))}</p>'


def card_html(citation: Citation, path: tuple[str, ...], turn: int) -> str:
    """The words of a citation card: number, formal citation, heading path, quote."""
    return (
        f'<div class="tl-can-cu" id="{anchor(turn, citation.marker)}" tabindex="-1">'
        f'<p class="tl-trich-dan"><span class="tl-so">{citation.marker}</span> '
        f"{escape(sentence_case(citation.formal))}</p>"
        f"{path_html(path)}{quote_html(citation)}</div>"
    )


def changed_card_html(citation: StoredCitation, turn: int) -> str:
    """A citation as it was shown, whose words no longer stand there in the plan."""
    return (
        f'<div class="tl-can-cu" id="{anchor(turn, citation.marker)}" tabindex="-1">'
        f'<p class="tl-trich-dan"><span class="tl-so">{citation.marker}</span> '
        f"{escape(sentence_case(citation.formal))}</p>"
        f'<blockquote class="tl-trich">{kept(citation.quote)}</blockquote></div>'
    )


def year_note(row_label: str, cell: Cell) -> str:
    """ " (2030)", unless the row's own label says the year."""
    return "" if cell.year is None or str(cell.year) in row_label else f" ({cell.year})"


def _cell(row_label: str, cell: Cell, turn: int) -> str:
    year = year_note(row_label, cell)
    if cell.marker is None:
        return f'<td class="tl-trong">{escape(cell.text)}</td>'
    known = frozenset((cell.marker,))
    return f"<td>{kept(cell.text)}{year} {_chips(f'[{cell.marker}]', turn, known)}</td>"


def table_html(table: Table, turn: int) -> str:
    """A comparison: localities as columns, every filled cell with its citation."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(row.label)}</th>'
        f"{''.join(_cell(row.label, cell, turn) for cell in row.cells)}</tr>"
        for row in table.rows
    )
    return (
        '<div class="tl-bang" role="region" tabindex="0" aria-label="Bảng so sánh"><table>'
        f'<thead><tr><th scope="col">Nội dung</th>{head}</tr></thead><tbody>{rows}</tbody>'
        "</table></div>"
    )
