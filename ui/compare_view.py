"""What the comparison page shows, as pure functions of the plans and of an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from corpus.fold import fold
from corpus.letters import sentence_case
from corpus.plan import IndicatorKind, Plan
from rag.answer import Answer, Cell, Citation
from ui.differences import compared, runs_html
from ui.markup import anchor, kept, link_html
from ui.records import plain
from ui.routes import span_link

_COUNTED = {IndicatorKind.TARGET, IndicatorKind.PROJECTION}


def indicator_choices(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Names of the plans' numeric targets, each once, those that more plans state first."""
    spellings: dict[str, Counter[str]] = {}
    holders: dict[str, set[str]] = {}
    for plan in plans:
        for one in plan.indicators:
            if one.kind not in _COUNTED or (one.low is None and one.high is None):
                continue
            name = " ".join(one.name.split())
            key = fold(name)
            spellings.setdefault(key, Counter())[sentence_case(name)] += 1
            holders.setdefault(key, set()).add(plan.id)
    order = sorted(spellings, key=lambda key: (-len(holders[key]), key))
    return tuple(spellings[key].most_common(1)[0][0] for key in order)


def is_of_words(answer: Answer) -> bool:
    """Whether the comparison sets provisions side by side rather than values."""
    if answer.table is None:
        return False
    known = {citation.marker: citation for citation in answer.citations}
    filled = [cell for row in answer.table.rows for cell in row.cells if cell.marker is not None]
    return bool(filled) and all(_is_quote(cell, known) for cell in filled)


def _is_quote(cell: Cell, known: dict[int, Citation]) -> bool:
    """A cell of words repeats its citation; one of values shows a few words of it."""
    citation = known.get(cell.marker) if cell.marker is not None else None
    return citation is not None and cell.year is None and plain(cell.text) == plain(citation.quote)


def comparison_html(answer: Answer, turn: int = 0) -> str:
    """The table: a row for each indicator and year, a column for each locality.

    On a narrow screen each row becomes a block with the localities one below the other.
    """
    if answer.table is None:
        return ""
    columns = answer.table.columns
    head = "".join(
        f'<th role="columnheader" scope="col">{escape(column)}</th>' for column in columns
    )
    rows = "".join(
        f'<tr role="row"><th role="rowheader" scope="row">{kept(row.label)}</th>'
        + "".join(
            _cell(column, cell, turn) for column, cell in zip(columns, row.cells, strict=True)
        )
        + "</tr>"
        for row in answer.table.rows
    )
    return (
        '<div class="tl-so-lieu"><table role="table"><caption class="tl-an-mat">Bảng so sánh</caption>'
        '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Nội dung</th>'
        f'{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _cell(column: str, cell: Cell, turn: int) -> str:
    named = f'role="cell" data-nhan="{escape(column, quote=True)}"'
    if cell.marker is None:
        return f'<td {named} class="tl-trong">{escape(cell.text)}</td>'
    return f"<td {named}>{kept(cell.text)} {_chip(cell.marker, turn)}</td>"


def _chip(marker: int, turn: int) -> str:
    return (
        f'<a class="tl-so" href="#{anchor(turn, marker)}" '
        f'aria-label="Căn cứ số {marker}">{marker}</a>'
    )


def provisions_html(answer: Answer, turn: int = 0) -> str:
    """The provisions of each row side by side, their common and their own words marked."""
    if answer.table is None:
        return ""
    known = {citation.marker: citation for citation in answer.citations}
    parts = []
    for row in answer.table.rows:
        stated = [cell for cell in row.cells if cell.marker is not None]
        texts = iter(compared([cell.text for cell in stated]) if len(stated) > 1 else ())
        blocks = []
        for column, cell in zip(answer.table.columns, row.cells, strict=True):
            if cell.marker is None:
                body = f'<p class="tl-trong">{escape(cell.text)}</p>'
            elif len(stated) > 1:
                body = runs_html(next(texts)) + _source(known.get(cell.marker), turn)
            else:
                body = f"<p>{kept(cell.text)}</p>" + _source(known.get(cell.marker), turn)
            blocks.append(f"<section><h3>{escape(column)}</h3>{body}</section>")
        parts.append(f'<div class="tl-canh-nhau">{"".join(blocks)}</div>')
    return "".join(parts)


def _source(citation: Citation | None, turn: int) -> str:
    if citation is None:
        return ""
    address = span_link(citation.plan.id, citation.start, citation.end)
    return (
        f'<p class="tl-nut-hang">{_chip(citation.marker, turn)} '
        f"{link_html(address, citation.short, spoken=f'Xem trong văn bản: {citation.short}')}</p>"
    )


def legend_html() -> str:
    """What the two markings mean."""
    return (
        '<p class="tl-ghi-chu"><span class="tl-chung">Gạch chân</span>: từ ngữ có ở ít nhất hai văn '
        'bản. <span class="tl-rieng">Nền màu</span>: từ ngữ chỉ có ở văn bản này.</p>'
    )


def comparison_examples(
    choices: Sequence[str], localities: Sequence[str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """An indicator or two with all localities (at most five), to begin with."""
    named = tuple(localities[:5])
    return tuple((choice, named) for choice in choices[:3]) if len(named) > 1 else ()
