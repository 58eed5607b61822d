"""Answers that quote a provision, and the sentence that the plan does not say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.fold import strip_marks
from corpus.plan import Plan
from rag import filler, phrases, wording
from rag.answer import Status
from rag.claims import contradicted
from rag.collection import Collection, document_name, locality_of
from rag.draft import Draft, Span, Statement
from rag.passages import (
    ENOUGH,
    Passage,
    answers,
    governing_years,
    passages_in,
    printed_years,
    quote_statement,
)
from rag.question import Kind, Question
from rag.quoting import quoted
from rag.words import bag, coverage

_MOST_PASSAGES = 6  # of one plan in a list answer
_LIST_SPREAD = 0.35  # passages this close to the best one are listed together
_NEAR = 0.45  # below this no provision is near enough to be shown for reference
_FIGURE_SHARE = 0.5  # share of the question in the sentence that gives its figure
_SUBJECT = 0.4  # share of the most telling concept without which no figure is an answer
_RELATED = 0.2  # below this no provision of a plan is shown for reference
_OFF_TOPIC = 0.34  # below this no provision of the collection is about the question at all
# "06-NQ/TW", "178/QĐ-UBND", "Chương trình phát triển đô thị", "Quy hoạch tỉnh"
_DOCUMENT = re.compile(
    r"\d+(?:/\d{4})?[-/][A-ZĐ]|\b(?:Nghị quyết|Quyết định|Chương trình|Kế hoạch|Đề án|Quy hoạch|Luật|Nghị định|Chỉ thị)\b"
)
DATE_PRINTED = re.compile(r"\b(?:19|20)\d\d\b|\btháng \d|\bngày \d")
_FIGURE = re.compile(r"\d")
_PERCENTAGE = re.compile(r"\d\s?%")
# What is asked for in words and printed as a unit.
_MEASURES = {
    "met": "mét|m²|m2|m³|m",
    "tien": "đồng",
    "kilomet": "km|ki-lô-mét",
    "hecta": "ha|héc-ta",
}
# How long something lasts is printed as a number of these.
_SPANS = {
    "ngay": "ngày",
    "thang": "tháng",
    "nam": "năm",
    "gio": "giờ",
    "tuan": "tuần",
    "phut": "phút",
}
_CLASS = re.compile(r"\bloại (?:đặc biệt|[IVX]{1,4})\b")
# What a sentence must hold to answer "when": a year, a date, a period or a rhythm.
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\btháng \d|\bngày \d|\bthường xuyên\b|\bhằng (?:năm|quý|tháng)\b|\bhàng (?:năm|tháng)\b"
    r"|\bđịnh kỳ\b|\bquý [IVX\d]|\b(?:cho )?đến khi\b|\bsau khi\b|\bkhi có\b|\d\s*(?:ngày|tháng|giờ)\b",
    re.IGNORECASE,
)


def answer_passage(question: Question, plan: Plan, collection: Collection) -> Draft:
    """The provision that answers, or that the plan does not say it, with the nearest provision."""
    wanted = wanted_words(question)
    passages = passages_in([plan.id], question, collection, wanted)
    fitting = [p for p in passages if fits_kind(p, question, wanted)]
    best = next((p for p in fitting if answers(p, question)), None)
    if best is not None:
        shown = _listed(best, fitting) if question.wants_list else [best]
        if question.yes_no and (
            fixed := contradicted(question, shown[0], _quote(shown[0], question))
        ):
            return fixed
        return Draft(Status.ANSWERED, tuple(_quotation(p, question) for p in shown))
    return not_stated(question, plan, passages)


def _listed(best: Passage, others: Sequence[Passage]) -> list[Passage]:
    """The best provision and those that hold nearly as much of the question, best first."""
    near = [p for p in others if p.coverage >= ENOUGH and p.score >= best.score - _LIST_SPREAD]
    return [best, *(p for p in near if p.section.index != best.section.index)][:_MOST_PASSAGES]


def _quotation(passage: Passage, question: Question) -> Statement:
    """What the provision says, under the name of its plan."""
    return quote_statement(_quote(passage, question), f"{document_name(passage.span.plan)} nêu")


def _quote(passage: Passage, question: Question) -> Span:
    listed = question.wants_list or phrases.ENUMERATED.search(question.folded) is not None
    return quoted(passage.span, passage.section, question.concepts, listed=listed)


def wanted_words(question: Question) -> re.Pattern[str] | None:
    """What a sentence must hold to answer: the amount of what is counted, a time, what a term is."""
    folded = question.folded
    if question.kind is Kind.WHEN:
        return _wanted_time(folded)
    if question.kind is Kind.WHO and (held := phrases.POSITION.search(folded)) is not None:
        return re.compile(
            rf"(?<!phó ){re.escape(question.text[slice(*held.span())])}", re.IGNORECASE
        )
    claimed = next((q.unit.split("/")[0] for q in question.premises if q.unit), None)
    if question.yes_no and claimed:
        return re.compile(rf"\d[\d.,]*\s*{re.escape(claimed.split()[0])}(?!\w)", re.IGNORECASE)
    if phrases.DEFINITION.search(folded) and question.topic:
        term = re.escape(question.topic)
        return re.compile(rf"{term}\W*(?:\([^)]*\)\W*)?(?:là|được hiểu|gồm)\b", re.IGNORECASE)
    if _key_words_of_a_year(question):
        return _FIGURE
    if question.kind is not Kind.VALUE and not phrases.AMOUNT.search(folded):
        return _DOCUMENT if phrases.DOCUMENT_ASKED.search(folded) else None
    if phrases.PERCENT.search(folded):
        return _PERCENTAGE
    counted = phrases.COUNTED.search(folded)
    if counted is None:
        return _FIGURE
    start = counted.start("noun")
    noun = question.text[start:].split()[0].strip("?,.;:")
    if strip_marks(noun) == "loai":
        return _CLASS
    said = _MEASURES.get(strip_marks(noun), re.escape(noun))
    return re.compile(rf"\d[\d.,]*\s*(?:%\s*)?(?:[^\W\d_]+\s+)?(?:{said})(?!\w)", re.IGNORECASE)


def _wanted_time(folded: str) -> re.Pattern[str]:
    """A number of days where it is asked how many, a date where one is asked, else any time."""
    if (long := phrases.HOW_LONG.search(folded)) is not None:
        return re.compile(rf"\d\s*{_SPANS[strip_marks(long.group('span'))]}\b", re.IGNORECASE)
    return DATE_PRINTED if phrases.TIME_ASKED.search(folded) else _TIME


def _key_words_of_a_year(question: Question) -> bool:
    """Whether the question is just a thing and a year: "thu nhập bình quân đầu người năm 2030"."""
    asks = question.yes_no or question.wants_list or phrases.OPEN.search(question.folded)
    return question.kind is Kind.PASSAGE and bool(question.years) and not asks


def fits_kind(passage: Passage, question: Question, wanted: re.Pattern[str] | None) -> bool:
    """A question for a time or an amount is answered only by words that hold one.

    An amount that is not of something counted must be for the year asked, in a sentence that holds
    a good part of the question, of a provision that holds the most telling thing that it names.
    ``wanted`` is what ``wanted_words`` says of the question.
    """
    text = passage.span.text
    if _of_other_years(text, question):
        return False
    if wanted is None:
        return True
    if question.kind is Kind.WHEN:
        text = without_references(passage.span)
    if wanted.search(text) is None:
        return False
    if wanted not in {_FIGURE, _PERCENTAGE}:
        return True
    years = governing_years(passage.span)
    timely = not question.years or not set(question.years).isdisjoint(years)
    about = coverage(question.concepts, bag(text)) >= _FIGURE_SHARE
    return timely and about and _holds_the_subject(passage, question)


def without_references(span: Span) -> str:
    """The words of a span without the documents that they name, whose dates are no time of a task."""
    text, start = span.text, span.start
    for each in span.plan.references:
        if span.start <= each.start and each.end <= span.end:
            name = each.end - each.start
            text = text[: each.start - start] + " " * name + text[each.end - start :]
    return text


def _holds_the_subject(passage: Passage, question: Question) -> bool:
    """Whether the provision holds the most telling concept; general words tell of nothing."""
    if question.is_general:
        return False
    plan, section = passage.span.plan, passage.section
    headings = " ; ".join(above.title for above in plan.ancestors(section))
    around = bag(f"{headings} ; {plan.text[section.start : section.end]}")
    heaviest = max(question.concepts, key=lambda concept: concept.weight)
    return heaviest.covered(around) >= _SUBJECT


def _of_other_years(text: str, question: Question) -> bool:
    """Whether a sentence is about years before or after those asked; a claim is checked instead."""
    printed = printed_years(text)
    if not printed or not question.years or question.yes_no:
        return False
    return max(question.years) < min(printed) or max(printed) < min(question.years)


def not_stated(question: Question, plan: Plan, passages: Sequence[Passage]) -> Draft:
    """That the plan does not say it, with the nearest of the passages when one is about it at all."""
    said = wording.not_stated(
        locality_of(plan), question.topic, question.years, value=_asks_value(question)
    )
    if phrases.DEFINITION.search(question.folded):
        said = wording.NO_DEFINITION.format(topic=question.topic)
    statements = [Statement(said)]
    least = _OFF_TOPIC if _asks_value(question) else _RELATED  # a figure of something else misleads
    if passages and passages[0].coverage >= least:
        statements.append(quote_statement(_quote(passages[0], question), wording.NEAREST))
    return Draft(Status.NOT_STATED, tuple(statements))


def _asks_value(question: Question) -> bool:
    return question.kind is Kind.VALUE or _key_words_of_a_year(question)


def answer_from_any(question: Question, collection: Collection) -> Draft:
    """The provisions that answer, of every plan that has one; or that none says it."""
    wanted = wanted_words(question)
    passages = passages_in(None, question, collection, wanted)
    best = max((passage.coverage for passage in passages), default=0.0)
    fitting = [p for p in passages if p.coverage >= ENOUGH and fits_kind(p, question, wanted)]
    if not fitting:
        if best < _OFF_TOPIC or _mostly_unknown(question, collection):
            return Draft(Status.OFF_TOPIC, (Statement(wording.OFF_TOPIC),))
        return _stated_nowhere(question, passages)
    per_plan: dict[str, Passage] = {}
    for passage in fitting:
        per_plan.setdefault(passage.span.plan.id, passage)
    near = [p for p in per_plan.values() if p.score >= fitting[0].score - _LIST_SPREAD]
    shown = [p for p in near if _holds_the_subject(p, question)] or near[:1]
    return Draft(Status.ANSWERED, tuple(_quotation(p, question) for p in shown))


def _mostly_unknown(question: Question, collection: Collection) -> bool:
    """Whether most of the words that the question is about occur nowhere in the collection."""
    unknown = collection.weigh("\0")  # the weight of a word that no plan has
    typed = {word.plain for c in question.concepts for word in c.typed if not filler.is_light(word)}
    missing = [plain for plain in typed if collection.weigh(plain) >= unknown]
    return len(missing) >= 0.4 * len(typed)


def _stated_nowhere(question: Question, passages: Sequence[Passage]) -> Draft:
    defines = phrases.DEFINITION.search(question.folded)
    said = wording.NO_DEFINITION if defines else wording.STATED_NOWHERE
    statements = [Statement(said.format(topic=question.topic))]
    if passages[0].coverage >= _NEAR:
        of = document_name(passages[0].span.plan)
        lead = f"{wording.NEAREST} ({of})"
        statements.append(quote_statement(_quote(passages[0], question), lead))
    return Draft(Status.NOT_STATED, tuple(statements))
