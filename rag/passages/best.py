"""Passages: the sentence of a plan that answers a question, as a short exact quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from corpus.fold import strip_marks
from corpus.plan import Plan, Section, SectionKind
from index.store import Hit
from rag.asked import phrases
from rag.collection import Collection
from rag.draft import Span, Statement
from rag.meaning import filler
from rag.meaning.confidence import CERTAIN, Evidence, confidence, is_likely
from rag.meaning.words import Bag, Concept, bag, coverage, heaviest, plan_bag, words
from rag.passages.alike import Alike, Cosines, alike
from rag.passages.sentences import sentences
from rag.passages.years import printed_years
from rag.question import Question

ENOUGH = 0.6  # share of a question's weight that is most of it
HITS = 8
_TIMES = {
    "nam": "năm",
    "thang": "tháng",
    "quy": "quý",
    "tuan": "tuần",
    "ngay": "ngày",
    "lan": "lần",
}
_HEADING_SHARE = 0.6  # a concept found only in the headings above counts this much
_AROUND_SHARE = 0.7  # one found in the provision but not in the sentence counts this much
_WANTED_SHARE = 0.3  # a sentence that holds what is asked for (a number, a time)
_TIMELY_SHARE = 0.15  # a sentence for the year asked
_FAVOURED_SHARE = 0.15  # a sentence with the amount or the rhythm that the question names
_OPENING_SHARE = 0.1  # a sentence that begins with what is asked about
_OPENING_WORDS = 8
_ANNOUNCING_SHARE = 0.2  # words that announce a list, where one is asked for
_FEW = 20  # items of a list that an answer can hold
_LABEL_SHARE = 0.3  # a provision that begins with a name that the question says in full
_SEARCH_SHARE = 0.6  # how much the search's own score decides between sentences alike
# The opening names what a plan is based on, an appendix repeats or tabulates what the body says, a
# footnote explains it.
_SELDOM = {SectionKind.OPENING: 0.3, SectionKind.APPENDIX: 0.2, SectionKind.FOOTNOTE: 0.1}
_NOT_QUOTED = {SectionKind.FORMALITIES, SectionKind.RECIPIENTS, SectionKind.SIGNATURE}
# The line under the title of an appendix and the first words of the end only name the plan.
_ENCLOSED = ("(Kèm theo", "(Ban hành kèm theo", "(kèm theo", "Trên đây là")
_WELL_AHEAD = 0.1
# A term that the plan never prints may be said in other words: likeness of meaning and a clear lead
# tell that. Measured on 77 questions: 37 have either, 36 of them are answered by that provision.
_OTHER_WORDS = ((0.4, 0.33), (0.3, 0.55))  # likeness, lead
_WHOLE_TERM = 0.9
_LABEL = re.compile(r"\W*(?:\w{1,4}[.)]\s)?(?P<name>[^:\n]{4,80}):")
SHORT_QUOTE = 60  # characters; a shorter sentence takes the next one along


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a provision, and what speaks for it."""

    span: Span
    section: Section
    score: float
    evidence: Evidence

    @property
    def coverage(self) -> float:
        """How much of the question the provision and its headings hold, in [0, 1]."""
        return self.evidence.around


@dataclass(frozen=True, slots=True)
class Sought:
    """What sentences are looked for with: those that hold more of it come first.

    ``wanted`` is what the answer must hold (a number, a time), ``years`` are those asked for,
    ``favoured`` is what the question says of the amount: "48-72 giờ", "một năm".
    """

    concepts: Sequence[Concept]
    wanted: re.Pattern[str] | None = None
    years: Sequence[int] = ()
    favoured: re.Pattern[str] | None = None
    cosines: Cosines | None = None  # of the question with texts
    listed: bool = False  # several things are asked for, one by one


def find_passages(hits: Sequence[Hit], sought: Sought) -> list[Passage]:
    """The best sentence of each provision among the hits, best first."""
    found: dict[tuple[str, int], Passage] = {}
    meant: dict[tuple[str, int], Alike] = {}
    for hit in hits[:HITS]:
        plan = hit.chunk.plan
        for section in _sections(plan, hit):
            key = (plan.id, section.index)
            if key not in found and section.kind not in _NOT_QUOTED:
                passage, likeness = _best_sentence(plan, section, hit, sought)
                if passage is not None:
                    found[key] = passage
                if likeness is not None:
                    meant[key] = likeness
    held = max((passage.coverage for passage in found.values()), default=0.0)
    for key, likeness in meant.items():
        share = likeness.share(held, wanted=sought.wanted is not None)
        found[key] = replace(found[key], score=found[key].score + share)
    return [_ahead(one, found.values()) for one in sorted(found.values(), key=_descending)]


def _descending(passage: Passage) -> float:
    return -passage.score


def _ahead(passage: Passage, every: Iterable[Passage]) -> Passage:
    """The passage with its lead over the best other one of the same plan."""
    plan = passage.span.plan.id
    others = [one.score for one in every if one is not passage and one.span.plan.id == plan]
    lead = passage.score - max(others, default=0.0)
    return replace(passage, evidence=replace(passage.evidence, lead=lead))


def passages_in(
    plans: Sequence[str] | None,
    question: Question,
    collection: Collection,
    wanted: re.Pattern[str] | None = None,
) -> list[Passage]:
    """``find_passages`` among what the search finds in these plans (None: in all)."""
    hits = collection.search(question, plans, HITS)
    favoured = favoured_words(question)
    likeness = collection.likeness
    cosines = partial(likeness.each, question.unplaced) if likeness is not None else None
    sought = Sought(
        question.concepts, wanted, question.years, favoured, cosines, question.asks_for_several
    )
    return find_passages(hits, sought)


def favoured_words(question: Question) -> re.Pattern[str] | None:
    """The amounts that a question names, the time that it asks one for, the words of a condition."""
    said = [r"\s*".join(map(re.escape, q.text.split())) for q in question.premises]
    per = phrases.PER.search(question.folded)
    if per is not None:
        said.append(
            rf"(?:/\s?|(?:một|mỗi|hằng|hàng) )0?1?\s?{_TIMES[strip_marks(per.group('time'))]}\b"
        )
    if phrases.NOW.search(question.folded):
        said.append(r"\b(?:hiện(?! (?:tại|trạng|đại|hữu|thực))|đang|đến nay|tính đến)\b")
    if phrases.CONDITION.search(question.folded):
        said.append(r"\b(?:khi|nếu|trường hợp)\b")
    return re.compile("|".join(said), re.IGNORECASE) if said else None


def _sections(plan: Plan, hit: Hit) -> list[Section]:
    """Sections whose own text the hit's chunk touches."""
    first = plan.section_at(hit.chunk.start).index
    last = plan.section_at(max(hit.chunk.end - 1, hit.chunk.start)).index
    return list(plan.sections[first : last + 1])


def _best_sentence(
    plan: Plan,
    section: Section,
    hit: Hit,
    sought: Sought,
) -> tuple[Passage | None, Alike | None]:
    """The best sentence of a provision, and how alike in meaning it is; None without sentences."""
    concepts, wanted, years = sought.concepts, sought.wanted, sought.years
    spans = sentences(plan.text, section.body_start, section.end)
    if not spans:
        spans = sentences(plan.text, section.start, section.end)
    spans = [span for span in spans if not plan.text.startswith(_ENCLOSED, span[0])]
    if not spans:
        return None, None
    around = bag(plan.text[section.start : section.end])
    headings = bag(plan.headings_above(section))
    whole = _layered(concepts, around, headings)
    scored = []
    titles = reversed((*plan.ancestors(section), section))
    above = next((found for t in titles if (found := printed_years(t.title or ""))), [])
    governing: list[int] = []
    for start, end in spans:
        inner = coverage(concepts, bag(plan.text[start:end]))
        fits = _WANTED_SHARE if wanted and wanted.search(plan.text, start, end) else 0.0
        governing = printed_years(plan.text[start:end]) or governing
        timely = years and not set(years).isdisjoint(governing)
        share = inner + _AROUND_SHARE * max(whole - inner, 0.0) + fits
        share += _TIMELY_SHARE if timely else 0.0
        if years and not governing and above and set(years).isdisjoint(above):
            share -= _TIMELY_SHARE  # it stands under the heading of another year
        if wanted is None:
            share += _OPENING_SHARE * coverage(concepts, bag(_opening(plan.text[start:end])))
        if sought.favoured and sought.favoured.search(plan.text, start, end):
            share += _FAVOURED_SHARE
        scored.append((share, -start, start, end))
    best, _, start, end = max(scored)
    start, end = _long_enough(spans, start, end)
    likeness = alike(sought.cosines, plan, section, spans) if sought.cosines else None
    meaning = likeness.sentence if likeness is not None else None
    score = best + _SEARCH_SHARE * hit.score - _SELDOM.get(section.kind, 0.0)
    if sought.listed and plan.text[start:end].endswith(":"):
        few = len(plan.children(section)) <= _FEW
        score += _ANNOUNCING_SHARE if few else 0.0
    if wanted is None:
        score += _LABEL_SHARE * _label_share(plan.own_text(section), concepts)
    evidence = Evidence(whole, coverage(concepts, plan_bag(plan.text)), hit.score, 0.0, meaning)
    return Passage(Span(plan, start, end), section, score, evidence), likeness


def _label_share(text: str, concepts: Sequence[Concept]) -> float:
    """How much of the question a provision's label is, when it is made of the question's words only.

    "Các cơ sở nuôi trồng: …" of a question about what "các cơ sở nuôi trồng" must do.
    """
    label = _LABEL.match(text)
    if label is None:
        return 0.0
    said = [word for word in words(label["name"]) if not filler.is_function_word(word)]
    asked = {word.plain for concept in concepts for word in concept.typed}
    if not said or not all(word.plain in asked for word in said):
        return 0.0
    return coverage(concepts, bag(label["name"]))


def _opening(sentence: str) -> str:
    """The words that a sentence begins with, which say what it is about."""
    return " ".join(sentence.split()[:_OPENING_WORDS])


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


def quote_statement(span: Span, lead: str) -> Statement:
    """ "Theo …: “…”" with the span as its citation."""
    return Statement(f"{lead}: “{span.line}”", (span,))


def names_what_is_lacking(question: Question, plan: Plan) -> bool:
    """Whether the most telling thing of the question is a known term that the plan never names."""
    subject = heaviest(question.concepts)
    return len(subject.alternatives) > 1 and not subject.stands_in(plan_bag(plan.text))


def answers(passage: Passage, question: Question) -> bool:
    """Whether the provision is likely enough to be what the question asks for.

    A known term that the plan never names must be said in other words beyond doubt. Words that
    nearly every provision holds are no evidence: the provision must then be well ahead.
    """
    if not question.concepts:
        return False
    if names_what_is_lacking(question, passage.span.plan):
        meaning, lead = passage.evidence.meaning or 0.0, passage.evidence.lead
        if any(meaning >= alike and lead >= ahead for alike, ahead in _OTHER_WORDS):
            return True
        return confidence(passage.evidence) >= CERTAIN
    if question.is_general and passage.evidence.lead < _WELL_AHEAD:
        return False
    return is_likely(passage.evidence, named=_holds_the_term(passage, question))


def _holds_the_term(passage: Passage, question: Question) -> bool:
    """Whether the provision holds the most telling known term of the question, in any wording."""
    known = [concept for concept in question.concepts if len(concept.alternatives) > 1]
    own = bag(passage.span.plan.own_text(passage.section))
    return bool(known) and heaviest(known).covered(own) >= _WHOLE_TERM
