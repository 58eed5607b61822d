"""The text of a plan for reading: sections with headings, tables as tables, and the outline beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from corpus.plan import Plan, Section
from ui.markup import link_html, marked, path_html
from ui.plan_view import heading_path, section_name
from ui.routes import section_link

MARK_ID = "trich-dan"
_MAX_DEPTH = 5
_HEADING_LEVELS = (2, 3, 4, 5, 6)
_OUTLINE_DEPTH = 3
Span = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Block:
    """Consecutive lines ``[start, end)`` that are all rows of a table, or none is."""

    start: int
    end: int
    table: bool


def plan_html(plan: Plan, span: Span) -> str:
    """The whole text by sections, headings as headings, ``span`` marked, its path above it."""
    first = plan.section_at(span[0]).index if span else None
    parts: list[str] = []
    for section in plan.sections:
        if section.index == first and span:
            parts.append(_callout(plan, span[0]))
        parts.append(_section_html(plan, section, span))
    return f'<div class="tl-van-ban">{"".join(parts)}</div>'


def _callout(plan: Plan, offset: int) -> str:
    path = path_html(heading_path(plan, offset))
    return f'<div class="tl-moc" id="{MARK_ID}" tabindex="-1">{path}</div>'


def _section_html(plan: Plan, section: Section, span: Span) -> str:
    depth = min(len(plan.ancestors(section)), _MAX_DEPTH)
    heading = ""
    body_from = section.start
    if section.title and section.title in plan.text[section.start : section.body_start]:
        level = _HEADING_LEVELS[min(depth, len(_HEADING_LEVELS) - 1)]
        words = _trimmed(plan.text, section.start, section.body_start, span)
        heading = f"<h{level}>{words}</h{level}>"
        body_from = section.body_start
    body = "".join(
        _table_html(plan.text, block, span) if block.table else _words_html(plan.text, block, span)
        for block in _blocks(plan.text, body_from, section.end)
    )
    return f'<div class="tl-phan tl-cap-{depth}">{heading}{body}</div>'


def _words_html(text: str, block: _Block, span: Span) -> str:
    words = _trimmed(text, block.start, block.end, span)
    return f"<p>{words}</p>" if words else ""


def _blocks(text: str, start: int, end: int) -> Iterator[_Block]:
    """The lines of a section, rows of a table apart from the rest; blank lines go with what is before."""
    block: _Block | None = None
    at = start
    for line in text[start:end].splitlines(keepends=True):
        stop = at + len(line)
        words = line.strip()
        table = words.startswith("|") and words.count("|") > 1
        if block is None:
            block = _Block(at, stop, table)
        elif not words or block.table == table:
            block = _Block(block.start, stop, block.table)
        else:
            yield block
            block = _Block(at, stop, table)
        at = stop
    if block is not None:
        yield block


def _table_html(text: str, block: _Block, span: Span) -> str:
    """Rows of "| a | b |" as a table, its first row as headers."""
    rows: list[str] = []
    at = block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        if line.strip():
            tag = "td" if rows else "th"
            cells = "".join(
                f"<{tag}>{_trimmed(text, low, high, span)}</{tag}>"
                for low, high in _cells(line, at)
            )
            rows.append(f"<tr>{cells}</tr>")
        at += len(line)
    head, body = rows[0], "".join(rows[1:])
    return (
        '<div class="tl-bang" role="region" tabindex="0" aria-label="Bảng trong văn bản"><table>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table></div>"
    )


def _cells(line: str, offset: int) -> Iterator[tuple[int, int]]:
    at = offset + len(line) - len(line.lstrip())
    inner = line.strip()
    body = inner.removeprefix("|").removesuffix("|")
    at += len(inner) - len(inner.removeprefix("|"))
    for cell in body.split("|"):
        yield at, at + len(cell)
        at += len(cell) + 1


def _trimmed(text: str, start: int, end: int, span: Span) -> str:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return marked(text, start, end, span)


def outline_html(plan: Plan, current: int | None) -> str:
    """The headed sections as links; ``current`` is the index of the section that is open."""
    shown = [one for one in plan.sections if one.title and _depth(plan, one) < _OUTLINE_DEPTH]
    shown = shown or [one for one in plan.sections if one.parent is None]
    if len(shown) < 2:
        return ""
    holders: set[int] = set()
    if current is not None:
        section = plan.sections[current]
        holders = {section.index, *(one.index for one in plan.ancestors(section))}
    last = max((one.index for one in shown if one.index in holders), default=None)
    items = "".join(
        f'<li class="tl-cap-{_depth(plan, one)}"{_current(one.index == last)}>'
        f"{link_html(section_link(plan.id, one.path), section_name(plan, one))}</li>"
        for one in shown
    )
    title = escape("Đề mục")
    return (
        f'<nav class="tl-de-muc" aria-label="{title}" tabindex="0"><p>{title}</p>'
        f"<ul>{items}</ul></nav>"
    )


def _current(here: bool) -> str:
    return ' aria-current="location"' if here else ""


def _depth(plan: Plan, section: Section) -> int:
    return len(plan.ancestors(section))
