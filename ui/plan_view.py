"""A plan as a reader sees it: its name, its heading paths, its text with marked words."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.citation import vietnamese_date
from corpus.citation_words import one_line, part_words
from corpus.plan import Plan, PlanMeta, Section
from ui.markup import marked, path_html

MARK_ID = "trich-dan"
_MAX_DEPTH = 5
_MAX_TITLE = 90  # code points of a heading that a path shows
_HEADING_LEVELS = (2, 3, 4, 5, 6)


def plan_name(meta: PlanMeta, plan_id: str) -> str:
    """Type, number and locality in a few words; the id when the text names none of them."""
    kind = meta.type or "Văn bản"
    number = f" số {meta.number}" if meta.number else ""
    place = f" – {meta.locality}" if meta.locality else ""
    return f"{kind}{number}{place}" if number or place else f"{kind} {plan_id}"


def plan_details(meta: PlanMeta) -> tuple[str, ...]:
    """The lines under a plan's name: issuer and date, then the subject; what is unknown is left out."""
    when = f"ngày {vietnamese_date(meta.date)}" if meta.date else ""
    first = ", ".join(filter(None, (meta.issuer, when)))
    return tuple(filter(None, (first, one_line(meta.subject or ""))))


def section_name(plan: Plan, section: Section) -> str:
    """One step of a heading path: "Mục II. Mục tiêu", "gạch đầu dòng thứ 2"."""
    name, title = part_words(plan, section), one_line(section.title)
    if len(title) > _MAX_TITLE:
        title = title[:_MAX_TITLE].rsplit(" ", 1)[0] + "…"
    return f"{name}. {title}" if title else name


def heading_path(plan: Plan, offset: int) -> tuple[str, ...]:
    """The names of the sections that hold ``offset``, outermost first."""
    section = plan.section_at(offset)
    return tuple(section_name(plan, part) for part in (*plan.ancestors(section), section))


def wanted_span(plan: Plan, params: Mapping[str, str]) -> tuple[int, int] | None:
    """The span that an address asks for: ``start`` and ``end``, or ``muc`` (a section path).

    None when the address names none, or one that the text does not have.
    """
    section = plan.section(params.get("muc", ""))
    if section is not None:
        return section.start, section.end
    try:
        start, end = int(params.get("start", "")), int(params.get("end", ""))
    except ValueError:
        return None
    return (start, end) if 0 <= start < end <= len(plan.text) else None


def plan_html(plan: Plan, span: tuple[int, int] | None) -> str:
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


def _section_html(plan: Plan, section: Section, span: tuple[int, int] | None) -> str:
    depth = min(len(plan.ancestors(section)), _MAX_DEPTH)
    heading = ""
    body_from = section.start
    if section.title and section.body_start > section.start:
        level = _HEADING_LEVELS[min(depth, len(_HEADING_LEVELS) - 1)]
        words = _trimmed(plan.text, section.start, section.body_start, span)
        heading = f"<h{level}>{words}</h{level}>"
        body_from = section.body_start
    words = _trimmed(plan.text, body_from, section.end, span)
    body = f"<p>{words}</p>" if words else ""
    return f'<div class="tl-phan tl-cap-{depth}">{heading}{body}</div>'


def _trimmed(text: str, start: int, end: int, span: tuple[int, int] | None) -> str:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return marked(text, start, end, span)
