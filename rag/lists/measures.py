"""The measures that a plan sets on a subject: "nêu các nhiệm vụ, giải pháp về nhà ở"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fold import fold
from corpus.plan import Plan, Section, SectionKind
from rag.answer import Status
from rag.asked import phrases
from rag.collection import document_name
from rag.draft import Draft, Span, Statement
from rag.meaning import filler
from rag.meaning.subjects import Subject, broad_subject
from rag.meaning.words import Concept, bag, coverage
from rag.passages.best import quote_statement
from rag.passages.quoting import quoted
from rag.passages.sentences import sentences
from rag.question import Question

MOST_MEASURES = 10
_HOLDS = 0.8  # share of the subject that a measure's own words must hold
_WORDS = 2  # so many things of a broad subject make a provision one of its measures
_SHORTEST = 40  # characters; a shorter line is a heading or names an agency
# Parts of a plan that set aims or say who does what, not what is done.
_NO_MEASURES = re.compile(
    r"\b(?:mục tiêu|mục đích|quan điểm|chỉ tiêu|yêu cầu|tầm nhìn|tình hình|thực trạng|bối cảnh)\b"
)
_MEASURES = re.compile(r"\b(?:nhiệm vụ|giải pháp|biện pháp)\b")
_BODY = {
    SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION, SectionKind.ARTICLE, SectionKind.CLAUSE,
    SectionKind.POINT, SectionKind.DASH, SectionKind.PLUS, SectionKind.BODY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """A provision and its sentence that says most of the subject; ``share`` in [0, 1]."""

    section: Section
    best: Span
    share: float


def answer_measures(question: Question, plan: Plan) -> Draft | None:
    """Every measure on the question's subject, in the order of the plan; None when there is none."""
    if not question.wants_list or not phrases.MEASURES.search(question.folded):
        return None
    concepts = _subject_of(question)
    found = find_measures(plan, concepts) if concepts else []
    if not found:
        return None
    most = sorted(found, key=lambda measure: -measure.share)[:MOST_MEASURES]
    shown = [measure for measure in found if measure in most]
    items = [quoted(m.best, m.section, concepts, listed=True) for m in shown]
    if len(items) == 1:
        said = quote_statement(items[0], f"{document_name(plan)} nêu")
        return Draft(Status.ANSWERED, (said,))
    lead = Statement(f"{document_name(plan)} nêu:")
    return Draft(Status.ANSWERED, (lead, *(Statement(f"- “{i.line}”", (i,)) for i in items)))


def find_measures(plan: Plan, concepts: Sequence[Concept]) -> list[Measure]:
    """The provisions whose own words hold the subject, in the order of the plan."""
    broad = broad_subject(concepts)
    found = []
    for section in plan.sections:
        if section.kind not in _BODY or not _sets_measures(plan, section):
            continue
        text = plan.text[section.body_start : section.end].strip()
        share = _share(plan.own_text(section), concepts, broad)
        if len(text) >= _SHORTEST and share >= _HOLDS:
            spans = sentences(plan.text, section.body_start, section.end)
            best = max(
                spans, key=lambda s: (_share(plan.text[s[0] : s[1]], concepts, broad), -s[0])
            )
            found.append(Measure(section, Span(plan, *best), share))
    return found


def _subject_of(question: Question) -> list[Concept]:
    """The concepts without words that nearly every provision holds; all when there are no others."""
    telling = [c for c in question.concepts if not filler.are_light([c])]
    return telling or list(question.concepts)


def _sets_measures(plan: Plan, section: Section) -> bool:
    """Whether no heading above says that the part is about aims: "MỤC TIÊU", not "NHIỆM VỤ"."""
    headings = [fold(above.title) for above in (*plan.ancestors(section), section) if above.title]
    return not any(_NO_MEASURES.search(h) and not _MEASURES.search(h) for h in headings)


def _share(text: str, concepts: Sequence[Concept], broad: Subject | None) -> float:
    """How much of the subject a text holds, in [0, 1]: by its name, or by what a broad one holds."""
    named = coverage(concepts, bag(text))
    if broad is None:
        return named
    return max(named, min(1.0, _HOLDS * broad.count(text) / _WORDS))
