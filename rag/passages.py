"""Passages: the sentence of a plan that answers a question, as a short exact quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.plan import Plan, Section, SectionKind
from index.store import Hit
from rag.collection import Collection
from rag.draft import Span, Statement
from rag.question import Question
from rag.sentences import sentences
from rag.words import Bag, Concept, bag, coverage

ENOUGH = 0.6  # share of the question's weight that a provision must hold to answer it
_SUBJECT = 0.4  # share of the most telling concept without which nothing is an answer
HITS = 8
_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d\d(?!\d|/)")
_HEADING_SHARE = 0.6  # a concept found only in the headings above counts this much
_AROUND_SHARE = 0.7  # one found in the provision but not in the sentence counts this much
_WANTED_SHARE = 0.3  # a sentence that holds what is asked for (a number, a time)
_SEARCH_SHARE = 0.15  # how much the search's own score decides between sentences alike
_NOT_QUOTED = {SectionKind.FORMALITIES, SectionKind.RECIPIENTS, SectionKind.SIGNATURE}
LONGEST_LIST = 1_200  # characters; a list in a longer provision is quoted by its sentence
SHORT_QUOTE = 60  # characters; a shorter sentence takes the next one along


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a provision. ``coverage`` is how much of the question the provision holds."""

    span: Span
    section: Section
    score: float
    coverage: float
    subject: float  # how much of the question's most telling concept it holds


def find_passages(
    hits: Sequence[Hit], concepts: Sequence[Concept], wanted: re.Pattern[str] | None = None
) -> list[Passage]:
    """The best sentence of each provision among the hits, best first.

    ``wanted`` is what the answer must hold (a number, a time): sentences with it come first.
    """
    found: dict[tuple[str, int], Passage] = {}
    for hit in hits[:HITS]:
        plan = hit.chunk.plan
        for section in _sections(plan, hit):
            key = (plan.id, section.index)
            if key not in found and section.kind not in _NOT_QUOTED:
                passage = _best_sentence(plan, section, concepts, hit.score, wanted)
                if passage is not None:
                    found[key] = passage
    return sorted(found.values(), key=lambda passage: -passage.score)


def passages_in(
    plans: Sequence[str] | None,
    question: Question,
    collection: Collection,
    wanted: re.Pattern[str] | None = None,
) -> list[Passage]:
    """``find_passages`` among what the search finds in these plans (None: in all)."""
    return find_passages(collection.search(question, plans, HITS), question.concepts, wanted)


def printed_years(text: str) -> list[int]:
    """Years that stand on their own in a text, not those inside a date or a document's number."""
    return [int(year) for year in _YEAR.findall(text)]


def _sections(plan: Plan, hit: Hit) -> list[Section]:
    """Sections whose own text the hit's chunk touches."""
    first = plan.section_at(hit.chunk.start).index
    last = plan.section_at(max(hit.chunk.end - 1, hit.chunk.start)).index
    return list(plan.sections[first : last + 1])


def _best_sentence(
    plan: Plan,
    section: Section,
    concepts: Sequence[Concept],
    search_score: float,
    wanted: re.Pattern[str] | None,
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
        fits = _WANTED_SHARE if wanted and wanted.search(plan.text, start, end) else 0.0
        share = inner + _AROUND_SHARE * max(whole - inner, 0.0) + fits
        scored.append((share, -start, start, end))
    best, _, start, end = max(scored)
    start, end = _long_enough(spans, start, end)
    heaviest = max(concepts, key=lambda concept: concept.weight, default=None)
    subject = max(heaviest.covered(around), heaviest.covered(headings)) if heaviest else 0.0
    score = best + _SEARCH_SHARE * search_score
    return Passage(Span(plan, start, end), section, score, whole, subject)


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


def whole_provision(passage: Passage) -> Passage:
    """The passage as the whole text of its provision, when that is still short enough to quote."""
    section, plan = passage.section, passage.span.plan
    text = plan.text[section.body_start : section.end]
    if not text.strip() or len(text) > LONGEST_LIST:
        return passage
    start = section.body_start + len(text) - len(text.lstrip())
    return replace(passage, span=Span(plan, start, start + len(text.strip())))


def passage_statement(passage: Passage, lead: str) -> Statement:
    """ "Theo …: “…”" with the passage as its citation."""
    return Statement(f"{lead}: “{passage.span.line}”", (passage.span,))


def answers(passage: Passage, question: Question) -> bool:
    """Whether the provision holds enough of the question, and its most telling concept at all."""
    return bool(question.concepts) and passage.coverage >= ENOUGH and passage.subject >= _SUBJECT
