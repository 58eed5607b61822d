"""The sources under a result: one card a citation, as plain HTML with links and copy buttons."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rag.answer import Citation
from ui.markup import card_html, copy_button, link_html
from ui.plan_view import heading_path
from ui.routes import span_link

CARDS_SHOWN = 8  # further citations are folded


def cards_html(citations: Sequence[Citation], turn: int = 0) -> str:
    """All cards; those beyond the first few lie in a fold that a number in the text opens."""
    cards = [_card(citation, turn) for citation in citations]
    first, rest = "".join(cards[:CARDS_SHOWN]), "".join(cards[CARDS_SHOWN:])
    fold = (
        f"<details><summary>Xem thêm {len(cards) - CARDS_SHOWN} căn cứ</summary>{rest}</details>"
        if rest
        else ""
    )
    return f'<div class="tl-ds-can-cu">{first}{fold}</div>'


def _card(citation: Citation, turn: int) -> str:
    address = span_link(citation.plan.id, citation.start, citation.end)
    path = heading_path(citation.plan, citation.start)
    return (
        f'<div class="tl-the">{card_html(citation, path, turn)}<div class="tl-nut-hang">'
        f"{copy_button('Sao chép trích dẫn', citation.formal)}"
        f"{link_html(address, 'Xem trong văn bản', kind='tl-nut')}</div></div>"
    )


def items_html(lines: Sequence[str]) -> str:
    """Ready-made pieces of HTML as a list."""
    return f'<ul class="tl-ds">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'


def note_html(text: str) -> str:
    """A quiet line of explanation."""
    return f'<p class="tl-ghi-chu">{escape(text)}</p>'
