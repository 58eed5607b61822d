"""Lists: the parts of a section that a question names by its heading, or a plan's indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.letters import sentence_case
from corpus.plan import IndicatorKind, Plan, Section, SectionKind
from rag.answer import Status
from rag.asked import phrases
from rag.collection import locality_of
from rag.draft import Draft, Span, Statement
from rag.figures.match import Match, of_years
from rag.figures.related import related_indicators
from rag.figures.stated import value_statement, value_statements
from rag.meaning.words import Concept, Weigh, bag, coverage, known_share, words
from rag.passages.sentences import sentences
from rag.question import Question

TITLE_MATCH = 0.8  # share of the question's words that a heading must hold
_TITLE_PRECISION = 0.45  # share of the heading's words that the question must hold
_NAMED_MATCH = 0.5  # share that must name a heading, those above it and the plan
_ABOVE_SHARE = 0.95  # what headings above add counts this much
MOST_ITEMS = 15
_LONGEST_WHOLE = 4_000  # characters; the parts of a longer section are listed by their first words
MOST_INDICATORS = 40
_HEADED = {
    SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION,
    SectionKind.ARTICLE, SectionKind.CLAUSE, SectionKind.POINT,
}  # fmt: skip


def find_heading(
    plan: Plan, concepts: Sequence[Concept], weigh: Weigh, thing: Concept | None = None
) -> Section | None:
    """The section whose heading the question's words are, the highest one first; None without.

    ``thing`` is what the question asks for ("những phương pháp nào"), by default its first concept.
    """
    if not concepts:
        return None
    thing = thing or concepts[0]
    asked = bag(
        " ".join(" ".join(w.folded for w in alt) for c in concepts for alt in c.alternatives)
    )
    best: tuple[float, int] | None = None
    for section in plan.sections:
        if section.kind not in _HEADED or not section.title:
            continue
        held = max(
            coverage(concepts, bag(section.title)), _held_with_above(plan, section, concepts, thing)
        )
        precision = known_share(section.title, asked, weigh)
        if held >= TITLE_MATCH and precision >= _TITLE_PRECISION:
            score = (held + precision, -section.index)
            best = max(best, score) if best else score
    return plan.sections[-best[1]] if best else None


def _held_with_above(
    plan: Plan, section: Section, concepts: Sequence[Concept], thing: Concept
) -> float:
    """How much of the question a heading holds with the titles above it, when it names what is asked.

    "Các phương pháp giám sát, đánh giá" is "1. Phương pháp" under "IV. GIÁM SÁT, ĐÁNH GIÁ".
    """
    if thing.covered(bag(section.title)) < TITLE_MATCH:
        return 0.0
    titles = [above.title for above in (*plan.ancestors(section), section)]
    titles.append(plan.meta.subject or "")
    return _ABOVE_SHARE * coverage(concepts, bag(" ; ".join(titles)))


def counted_heading(plan: Plan, question: Question) -> Section | None:
    """The section of as many parts as the question counts: "8 nội dung chính" of "II. NỘI DUNG"."""
    for counted in question.premises:
        noun = {word.plain for word in words(counted.unit or "")} - {"nhom"}
        for section, title in _titled(plan):
            parts = sum(part.label != "" for part in plan.children(section))
            if noun and noun <= set(title.split()) and parts == counted.low == counted.high:
                return section
    return None


def enumerated(question: Question) -> Concept | None:
    """What is asked for one by one: "phương pháp" of "những phương pháp nào"; None without."""
    match = phrases.ENUMERATED.search(question.folded)
    return next(
        (
            concept
            for concept in question.concepts
            if match and match.start() <= concept.typed[0].start < match.end()
        ),
        None,
    )


_WHAT = {"gi", "nao", "the nao", "ra sao", "la gi"}  # what ends a question for a heading


def asked_heading(plan: Plan, text: str) -> Section | None:
    """The section whose heading ``text`` asks for: "nhằm mục đích gì", "kinh phí thực hiện ra sao"."""
    section = named_heading(plan, text)
    if section is None:
        return None
    return section if _plain(text).rpartition(f"{_plain(section.title)} ")[2] in _WHAT else None


def is_all_named(plan: Plan, section: Section, concepts: Sequence[Concept]) -> bool:
    """Whether nothing is asked about but the heading, those above it and the plan itself.

    "Đồ án quy hoạch phải bảo đảm những yêu cầu nào" is no question for the heading "Yêu cầu".
    """
    titles = [above.title for above in (*plan.ancestors(section), section)]
    named = bag(" ; ".join((*titles, plan.meta.type or "", plan.meta.subject or "")))
    return not concepts or coverage(concepts, named) >= _NAMED_MATCH


def named_part(plan: Plan, text: str) -> Section | None:
    """The section whose heading follows "phần" or "mục" in ``text``; the longest, else None."""
    asked = f" {_plain(text)} "
    found = [
        section
        for section, title in _titled(plan)
        if f" phan {title} " in asked or f" muc {title} " in asked
    ]
    return max(found, key=lambda section: len(section.title), default=None)


def named_heading(plan: Plan, text: str) -> Section | None:
    """The section whose whole heading stands word for word in ``text``; the longest, else None."""
    asked = f" {_plain(text)} "
    found = [
        section
        for section, title in _titled(plan)
        if title.count(" ") >= 1 and f" {title} " in asked
    ]
    return max(found, key=lambda section: len(section.title), default=None)


def _titled(plan: Plan) -> Iterator[tuple[Section, str]]:
    """The sections with a heading, each with the plain words of it."""
    for section in plan.sections:
        if section.kind in _HEADED and section.title:
            yield section, _plain(section.title)


def _plain(text: str) -> str:
    return " ".join(word.plain for word in words(text))


def answer_heading(plan: Plan, section: Section) -> Draft:
    """What the section holds: its text, or its parts by their headings or first sentences."""
    children = [child for child in plan.children(section)]
    statements: list[Statement] = []
    body = sentences(plan.text, section.body_start, section.end)
    if body:
        span = Span(plan, body[0][0], body[-1][1])
        statements.append(Statement(f"{sentence_case(section.title)}: “{span.line}”", (span,)))
    elif children:
        statements.append(Statement(f"{sentence_case(section.title)} của {locality_of(plan)} gồm:"))
    short = section.subtree_end - section.start <= _LONGEST_WHOLE
    show = _whole_item if short else _item
    statements += [show(plan, child) for child in children[:MOST_ITEMS]]
    return Draft(Status.ANSWERED, tuple(statements))


def _whole_item(plan: Plan, section: Section) -> Statement:
    """A part with all that it holds; a dash stands before it already."""
    start = section.body_start if section.kind is SectionKind.DASH else section.start
    text = plan.text[start : section.subtree_end]
    span = Span(plan, start, start + len(text.rstrip()))
    return Statement(f"- “{span.line}”", (span,))


def _item(plan: Plan, section: Section) -> Statement:
    """A part by its heading, or by its first sentence when it has none."""
    first_line_end = plan.text.find("\n", section.start)
    end = section.end if first_line_end < 0 else min(first_line_end, section.end)
    spans = [] if section.title else sentences(plan.text, section.body_start, section.end)
    span = Span(plan, *(spans[0] if spans else (section.start, end)))
    return Statement(f"- “{span.line}”", (span,))


def answer_matching(plan: Plan, question: Question, weigh: Weigh) -> Draft | None:
    """Every indicator that has to do with the question's subject; None when there is none.

    Where those are for other years only, the ones that stand beside them are of the subject too:
    "hạ tầng số" is cables, mobile networks and accounts in one provision.
    """
    every = related_indicators(plan, question, weigh)
    beside = {plan.section_at(match.indicator.start).index for match in every}
    related = of_years(every, question.years) or of_years(
        [
            Match(plan, indicator, 1.0, 1.0)
            for indicator in plan.indicators
            if plan.section_at(indicator.start).index in beside
        ],
        question.years,
    )
    if not related:
        return None
    return Draft(Status.ANSWERED, value_statements(related[:MOST_INDICATORS]))


def answer_indicators(plan: Plan, question: Question) -> Draft | None:
    """Every target of the plan, for the years asked; None when it sets none."""
    matches = [
        Match(plan, indicator, 1.0, 1.0)
        for indicator in plan.indicators
        if (indicator.kind is not IndicatorKind.BASELINE and indicator.low is not None)
        or indicator.high is not None
    ]
    fitting = of_years(matches, question.years)
    if not fitting:
        return None
    statements = [value_statement(match) for match in fitting[:MOST_INDICATORS]]
    return Draft(Status.ANSWERED, tuple(statements))
