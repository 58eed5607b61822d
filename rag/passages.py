"""Passages: the sentence of a plan that answers a question, as a short exact quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.plan import Plan, Section, SectionKind
from index.store import Hit
from rag.draft import Span, Statement
from rag.question import Question
from rag.sentences import sentences
from rag.words import Bag, Concept, bag, coverage

ENOUGH = 0.6  # share of the question's weight that a provision must hold to answer it
_HITS = 8
_HEADING_SHARE = 0.6  # a concept found only in the headings above counts this much
_AROUND_SHARE = 0.7  # one found in the provision but not in the sentence counts this much
_SEARCH_SHARE = 0.15  # how much the search's own score decides between sentences alike
_NOT_QUOTED = {SectionKind.FORMALITIES, SectionKind.RECIPIENTS, SectionKind.SIGNATURE}
SHORT_QUOTE = 60  # characters; a shorter sentence takes the next one along


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a provision. ``coverage`` is how much of the question the provision holds."""

    span: Span
    section: Section
    score: float
    coverage: float


def find_passages(hits: Sequence[Hit], concepts: Sequence[Concept]) -> list[Passage]:
    """The best sentence of each provision among the hits, best first."""
    found: dict[tuple[str, int], Passage] = {}
    for hit in hits[:_HITS]:
        plan = hit.chunk.plan
        for section in _sections(plan, hit):
            key = (plan.id, section.index)
            if key not in found and section.kind not in _NOT_QUOTED:
                passage = _best_sentence(plan, section, concepts, hit.score)
                if passage is not None:
                    found[key] = passage
    return sorted(found.values(), key=lambda passage: -passage.score)


def _sections(plan: Plan, hit: Hit) -> list[Section]:
    """Sections whose own text the hit's chunk touches."""
    first = plan.section_at(hit.chunk.start).index
    last = plan.section_at(max(hit.chunk.end - 1, hit.chunk.start)).index
    return list(plan.sections[first : last + 1])


def _best_sentence(
    plan: Plan, section: Section, concepts: Sequence[Concept], search_score: float
) -> Passage | None:
    spans = sentences(plan.text, section.body_start, section.end)
    if not spans:
        spans = sentences(plan.text, section.start, section.end)
    if not spans:
        return None
    around = bag(plan.text[section.start : section.end])
    headings = bag(" ; ".join(above.title for above in plan.ancestors(section)))
    whole = _layered(concepts, around, headings)
    scored = []
    for start, end in spans:
        own = bag(plan.text[start:end])
        inner = coverage(concepts, own)
        scored.append((inner + _AROUND_SHARE * max(whole - inner, 0.0), -start, start, end))
    best, _, start, end = max(scored)
    start, end = _long_enough(spans, start, end)
    return Passage(Span(plan, start, end), section, best + _SEARCH_SHARE * search_score, whole)


def _layered(concepts: Sequence[Concept], around: Bag, headings: Bag) -> float:
    """Coverage by the provision's text, with its headings standing in for what it leaves out."""
    total = sum(concept.weight for concept in concepts)
    if total <= 0:
        return 0.0
    held = sum(
        concept.weight * max(concept.covered(around), _HEADING_SHARE * concept.covered(headings))
        for concept in concepts
    )
    return held / total


def _long_enough(spans: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """A very short sentence is quoted with the one after it."""
    if end - start >= SHORT_QUOTE:
        return start, end
    position = spans.index((start, end))
    if position + 1 < len(spans):
        return start, spans[position + 1][1]
    return start, end


def passage_statement(passage: Passage, lead: str) -> Statement:
    """ "Theo …: “…”" with the passage as its citation."""
    quote = " ".join(passage.span.text.split())
    return Statement(f"{lead}: “{quote}”", (passage.span,))


def answers(passage: Passage, question: Question) -> bool:
    """Whether the provision holds enough of the question to be given as its answer."""
    return bool(question.concepts) and passage.coverage >= ENOUGH
