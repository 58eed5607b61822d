"""When something takes place: the sentence that states a time under the headings that name it.

"Thời gian thực hiện: từ tháng 3 đến tháng 11 hằng năm" stands below what it is the time of, and
seldom repeats its name.
"""

from __future__ import annotations

import re

from corpus.fold import fold, strip_marks
from corpus.plan import Plan, Section, SectionKind
from rag.answer import Status
from rag.asked.patterns import pattern, spelled
from rag.collection import document_name
from rag.draft import Draft, Span, Statement
from rag.meaning.words import Bag, bag
from rag.passages.best import quote_statement
from rag.passages.sentences import sentences
from rag.passages.wanted import without_references
from rag.question import Question

_SURE = 0.8  # share of a question that a time and its headings hold, for it to be the one meant
_SURE_OF_ROUND = 0.6  # where it is the time of the very round asked: "đợt 1"
_ALIKE = 0.02  # times this close to the best one are not told apart
_ABOVE_SHARE = 0.9  # a concept found only in the headings above counts this much
_SUBJECT_SHARE = 0.85  # and one found only in the plan's own title this much
_LEAD_IN = 300  # characters of the words that a section without a title begins with
_SKIPPED = {
    SectionKind.OPENING, SectionKind.FORMALITIES, SectionKind.RECIPIENTS, SectionKind.SIGNATURE, SectionKind.FOOTNOTE,
}  # fmt: skip
# A sentence about a time: it is labelled so, or runs from one date to another.
_TIMED = re.compile(
    r"\bthời (?:gian|hạn|điểm)\b|\btiến độ\b|\bđợt \d|\btừ (?:ngày|tháng|quý|năm) \d[^;.]{0,40}\bđến\b"
)
_DEADLINE_ASKED = pattern(
    r"(?:chậm|muộn) nhất", r"hạn (?:chót|cuối)", r"trước (?:ngày|tháng|năm) nào"
)
_DEADLINE = re.compile(
    r"\b(?:chậm nhất|muộn nhất|trước (?:ngày|tháng|quý|năm|\d)|hạn cuối|hạn chót|thời hạn|hoàn thành|xong)\b"
)
_ROUND_SHARE = 0.15  # a sentence for the very round that is asked for
_APPENDIX = 0.1  # the body before an appendix that tabulates it
_NUMBERED = spelled(r"\b(?P<noun>đợt|giai đoạn|kỳ|lần|vòng) (?:thứ )?0?(?P<number>\d{1,2})(?!\d|/)")


def stated_time(question: Question, plan: Plan, wanted: re.Pattern[str]) -> Draft | None:
    """The sentences that state the time of what the question names; None when none surely does.

    ``wanted`` is the sort of time that is asked for. None also when nothing tells several apart.
    """
    if not question.concepts:
        return None
    subject = bag(plan.meta.subject or "")
    found = [
        (share, span)
        for section in plan.sections
        if section.kind not in _SKIPPED
        for share, span in _times_of(question, plan, section, subject, wanted)
    ]
    best = max((share for share, _ in found), default=0.0)
    if best < (_SURE_OF_ROUND if _rounds(question.folded) else _SURE):
        return None
    spans = [span for share, span in found if share >= best - _ALIKE]
    if len(spans) > 1:
        return None
    return Draft(Status.ANSWERED, (_under_heading(plan, spans[0]),))


def _under_heading(plan: Plan, span: Span) -> Statement:
    """The sentence, and the heading that says what it is the time of."""
    said = quote_statement(span, f"{document_name(plan)} nêu")
    for above in reversed(plan.ancestors(plan.section_at(span.start))):
        at = plan.text.find(above.title, above.start, above.end) if above.title else -1
        if at >= 0 and not _TIMED.search(fold(above.title)):
            heading = Span(plan, at, at + len(above.title))
            lead = f"{document_name(plan)} nêu, tại “{above.title}”"
            return Statement(f"{lead}: “{span.line}”", (heading, span))
    return said


def _times_of(
    question: Question, plan: Plan, section: Section, subject: Bag, wanted: re.Pattern[str]
) -> list[tuple[float, Span]]:
    """The times that a section's own words state, with how much of the question they are about."""
    found = []
    above = bag(" ; ".join(_named(plan, each) for each in (*plan.ancestors(section), section)))
    for start, end in sentences(plan.text, section.start, section.end):
        folded = fold(plan.text[start:end])
        if not _TIMED.search(folded):
            continue
        span = Span(plan, start, end)
        if not wanted.search(without_references(span)) or not _limits(question, folded):
            continue
        asked, said = _rounds(question.folded), _rounds(folded)
        if _is_of_another(said, asked):
            continue
        share = _share(question, bag(plan.text[start:end]), above, subject)
        share += _ROUND_SHARE if asked & said else 0.0
        share -= _APPENDIX if section.kind is SectionKind.APPENDIX else 0.0
        found.append((share, span))
    return found


def _limits(question: Question, sentence: str) -> bool:
    """Whether the sentence sets a latest time, where that is what the question asks for."""
    return not _DEADLINE_ASKED.search(question.folded) or bool(_DEADLINE.search(sentence))


def _named(plan: Plan, section: Section) -> str:
    """What a section says it is about: its title, else the words that it begins with."""
    return section.title or plan.text[section.start : min(section.end, section.start + _LEAD_IN)]


def _share(question: Question, own: Bag, above: Bag, subject: Bag) -> float:
    total = sum(concept.weight for concept in question.concepts)
    held = sum(
        concept.weight
        * max(
            concept.covered(own),
            _ABOVE_SHARE * concept.covered(above),
            _SUBJECT_SHARE * concept.covered(subject),
        )
        for concept in question.concepts
    )
    return held / total if total else 0.0


def _rounds(folded: str) -> set[tuple[str, int]]:
    """What is told apart by a number: "đợt 01" is ("đợt", 1)."""
    return {(strip_marks(m["noun"]), int(m["number"])) for m in _NUMBERED.finditer(folded)}


def _is_of_another(said: set[tuple[str, int]], asked: set[tuple[str, int]]) -> bool:
    """Whether a sentence is for another round than the one asked: "đợt 2" for "đợt 1"."""
    nouns = {noun for noun, _ in asked}
    return any(noun in nouns for noun, _ in said) and asked.isdisjoint(said)
