"""What the lookup page shows of a provision: its place, what belongs to it, who repeats or cites it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from corpus.citation.writer import plan_citation, provision_citation
from corpus.letters import sentence_case
from corpus.plan import Plan, Section
from rag.answer import Answer, Citation
from ui.citation_list import items_html
from ui.markup import kept, link_html, marked
from ui.plan_view import plan_name, section_name
from ui.pointers import Place
from ui.routes import section_link, span_link
from ui.same_wording import Repeat

_EXCERPT = 110  # code points of context on each side of a named place
_MOST_CHILDREN = 40
_FIRST_WORDS = 90  # code points of a section without a heading


def cited_section(citation: Citation) -> Section | None:
    """The section that the citation is, whole with all that belongs to it; None for a phrase."""
    plan, section = citation.plan, citation.section
    whole = plan.text[section.start : section.subtree_end].strip()
    return section if citation.quote.strip() == whole else None


def is_provision(answer: Answer) -> bool:
    """Whether a lookup found provisions rather than places of a phrase or number."""
    return bool(answer.citations) and all(cited_section(one) for one in answer.citations)


def branch_html(plan: Plan, section: Section) -> str:
    """The provision's place in the outline: its ancestors as links, then itself, then its parts."""
    steps = [
        link_html(section_link(plan.id, one.path), section_name(plan, one))
        for one in plan.ancestors(section)
    ]
    document = link_html(f"van-ban?plan={plan.id}", plan_name(plan.meta, plan.id))
    own = f'<strong aria-current="true">{kept(section_name(plan, section))}</strong>'
    children = plan.children(section)
    parts = items_html([_child(plan, one) for one in children[:_MOST_CHILDREN]]) if children else ""
    body = own + parts
    for step in (*reversed(steps), document):
        body = f"{step}<ul><li>{body}</li></ul>"
    return f'<div class="tl-nhanh">{body}</div>'


def _child(plan: Plan, section: Section) -> str:
    words = section_name(plan, section)
    if not section.title:
        first = " ".join(plan.text[section.body_start : section.end].split())
        cut = first if len(first) <= _FIRST_WORDS else f"{first[:_FIRST_WORDS].rsplit(' ', 1)[0]}…"
        words = f"{words}: {cut}" if cut else words
    return link_html(section_link(plan.id, section.path), words)


def provision_html(citation: Citation) -> str:
    """The provision's own words in full, under its formal citation."""
    return (
        f'<div class="tl-the"><p class="tl-trich-dan">{escape(sentence_case(citation.formal))}</p>'
        f'<blockquote class="tl-trich">{kept(citation.quote.strip())}</blockquote></div>'
    )


def repeats_html(found: Sequence[Repeat]) -> str:
    """Other places with the same words, the repeated words marked."""
    return items_html(
        [
            f"{_where(one.plan, one.start, one.end)} – giống nguyên văn {one.words} từ liền nhau:"
            f"{excerpt_html(one.plan, one.start, one.end)}"
            for one in found
        ]
    )


def places_html(places: Iterable[Place]) -> str:
    """Places that name something, each with the words around it."""
    return items_html(
        [
            f"{_where(one.plan, one.start, one.end)}:{excerpt_html(one.plan, one.start, one.end)}"
            for one in places
        ]
    )


def _where(plan: Plan, start: int, end: int) -> str:
    provision = sentence_case(provision_citation(plan, start, end))
    words = f"{provision}, {plan_citation(plan, full=False)}"
    return link_html(span_link(plan.id, start, end), words)


def excerpt_html(plan: Plan, start: int, end: int) -> str:
    """A span in its context inside its section, marked, cut between words."""
    section = plan.section_at(start)
    low, high = max(section.start, start - _EXCERPT), min(len(plan.text), end + _EXCERPT)
    while low > section.start and not plan.text[low - 1].isspace():
        low -= 1
    high = min(high, max(end, section.end))
    while high < max(end, section.end) and not plan.text[high].isspace():
        high += 1
    before = "… " if low > section.start else ""
    after = " …" if high < section.end else ""
    words = marked(plan.text, low, high, (start, end)).strip()
    return f'<blockquote class="tl-trich tl-gon">{before}{words}{after}</blockquote>'


def lookup_examples(plans: Sequence[Plan]) -> tuple[str, ...]:
    """A citation, a document number and a phrase that the collection has."""
    found: list[str] = []
    for plan in plans:
        body = [one for one in plan.sections if one.title and plan.children(one)]
        if body and plan.meta.number:
            name = provision_citation(plan, body[-1].start, body[-1].subtree_end)
            found.append(f"{sentence_case(name)} {plan_citation(plan, full=False)}")
            break
    numbers = (one.number for plan in plans for one in plan.references if one.number)
    found += [number for number in numbers][:1]
    sentences = (
        plan.text[one.start : one.end].split() for plan in plans for one in plan.indicators
    )
    found += [" ".join(words[:10]) for words in sentences if len(words) >= 10][:1]
    return tuple(found)
