"""A table of records as HTML: headers that sort, rows that open their source."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ui.markup import kept, link_html
from ui.records import Column, Record
from ui.routes import Route, screen_link, span_link

PAGE_SIZE = 50  # rows on one page of a table
Params = Sequence[tuple[str, str]]


def pages(count: int) -> int:
    """How many pages so many rows fill; at least one."""
    return max(1, -(-count // PAGE_SIZE))


def wanted_page(param: str, count: int) -> int:
    """The page that an address names, from 1; the nearest there is for anything else."""
    number = int(param) if param.isascii() and param.isdigit() and len(param) < 7 else 1
    return min(max(1, number), pages(count))


def page_of(rows: Sequence[Record], number: int) -> Sequence[Record]:
    """The rows of page ``number``, from 1."""
    return rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


def records_html(
    rows: Sequence[Record],
    columns: Sequence[Column],
    route: Route,
    params: Params,
    sort: tuple[int | None, bool],
    caption: str,
) -> str:
    """The table; ``params`` is what the address says now, which sorting keeps."""
    head = "".join(_header(columns, at, route, params, sort) for at in range(len(columns)))
    body = "".join(_row(row, columns) for row in rows)
    return (
        f'<div class="tl-so-lieu"><table role="table"><caption class="tl-an-mat">{escape(caption)}'
        f'</caption><thead role="rowgroup"><tr role="row">{head}<th role="columnheader" '
        f'scope="col">Nguồn</th></tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _header(
    columns: Sequence[Column],
    at: int,
    route: Route,
    params: Params,
    sort: tuple[int | None, bool],
) -> str:
    column, (chosen, down) = columns[at], sort
    here = chosen == at
    value = f"-{column.key}" if here and not down else column.key
    others = [(key, word) for key, word in params if key not in {"xep", "trang"}]
    address = screen_link(route, *others, ("xep", value))
    state = ("descending" if down else "ascending") if here else "none"
    arrow = (" ▼" if down else " ▲") if here else ""
    way = "giảm dần" if here and not down else "tăng dần"
    link = link_html(
        address, f"{column.title}{arrow}", spoken=f"{column.title}: xếp {way}", kind="tl-xep"
    )
    return f'<th role="columnheader" scope="col" aria-sort="{state}">{link}</th>'


def _row(row: Record, columns: Sequence[Column]) -> str:
    cells = "".join(
        f'<td role="cell" data-nhan="{escape(column.title, quote=True)}">{kept(text)}</td>'
        for column, text in zip(columns, row.cells, strict=True)
    )
    source = link_html(
        span_link(row.plan_id, row.start, row.end),
        "Xem nguồn",
        spoken=f"Xem nguồn: {row.cells[0]}, {row.cells[1][:80]}",
    )
    return f'<tr role="row">{cells}<td role="cell" data-nhan="Nguồn">{source}</td></tr>'


def pager_html(number: int, count: int, route: Route, params: Params) -> str:
    """Links to the page before and after; "" when everything is on one page."""
    last = pages(count)
    if last == 1:
        return ""
    others = [(key, word) for key, word in params if key != "trang"]

    def to(page: int, words: str) -> str:
        return link_html(screen_link(route, *others, ("trang", str(page))), words)

    before = to(number - 1, "Trang trước") if number > 1 else ""
    after = to(number + 1, "Trang sau") if number < last else ""
    return (
        f'<nav class="tl-trang" aria-label="Các trang của bảng">{before}'
        f"<span>Trang {number} trên {last}</span>{after}</nav>"
    )
