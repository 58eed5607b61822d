"""How a plan and its parts are named on a screen, and which span an address asks for."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.citation.words import one_line, part_words
from corpus.citation.writer import vietnamese_date
from corpus.letters import sentence_case
from corpus.plan import Plan, PlanMeta, Section

_MAX_TITLE = 90  # code points of a heading that a path shows


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
    return tuple(filter(None, (first, sentence_case(one_line(meta.subject or "")))))


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
