"""What a yes-or-no question claims of a provision, checked against the provision's own words."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.dates import DATE, iso
from corpus.fold import fold
from corpus.letters import UPPER
from corpus.plan import Plan, Quantity, Section
from corpus.quantity.reader import read_quantities
from corpus.quantity.units import base_unit, bounds_in_base
from rag import wording
from rag.answer import Status
from rag.asked import phrases
from rag.draft import Draft, Span, Statement
from rag.meaning import filler
from rag.meaning.words import bag, words
from rag.passages.best import Passage, quote_statement
from rag.passages.years import printed_periods, printed_years
from rag.question import Kind, Question

TOWN_CLASS = re.compile(r"(?<!\w)loại (đặc biệt|[IVX]{1,4})(?!\w)", re.IGNORECASE)
_REACH, _NEAREST = 80, 4  # characters and words before an amount that name what it is of
_SAME_WORDS = 2
_SAME_SAID = re.compile(r"(?:[^\W\d_]+\s+){4}$")  # right before the name of a place
# What a provision denies, and as many of the words after it as make it the same thing.
_NEGATION = re.compile(r"\b(?:không|cấm)\b(?: được)?", re.IGNORECASE)
_SAME_ACT = 4
_NEGATED = frozenset({"khong", "chua", "cam"})  # right before the words in a question
# "Sở Công Thương phải hạ ngầm cáp xong khi nào?"
_MUST = re.compile(r"^\W*(?:Sở|Bộ|Ban|Phòng)\s[^?,]{3,60}?\s(?:phải|cần|sẽ|có trách nhiệm)\b")
# An agency by its head and the capitalised words of its field: "Sở Tài nguyên và Môi trường".
AGENCY = re.compile(
    rf"\b(?P<head>Sở|Bộ|Ban|Phòng)(?P<field>\s+[{UPPER}]\w*(?:\s+\w+){{0,2}}(?:\s*,?\s*(?:và\s+)?[{UPPER}]\w*(?:\s+[^\W\d_]+)?)*)"
)


def contradicted(question: Question, passage: Passage, quote: Span) -> Draft | None:
    """A correction with the quote when the provision says otherwise than the question; else None.

    Any other question may take an amount for granted: one of the same thing is checked too.
    """
    if not question.yes_no:
        granted = (granted_amount, _granted_class, _granted_place, _granted_agency)
        claim = next(filter(None, (each(question, quote.text) for each in granted)), None)
        return _correction(f"Không phải {claim}.", quote) if claim else None
    if (fixed := contrary(question, quote)) is not None:
        return fixed
    if (denied := _denied(question, quote)) is not None:
        return _correction(denied, quote)
    provision = _provision(passage)
    for check in _CHECKS:
        claim = check(question, quote.text, provision)
        if claim is not None:
            return _correction(f"Không phải {claim}.", quote)
    return None


def _correction(said: str, quote: Span) -> Draft:
    shown = quote_statement(quote, wording.VERBATIM)
    return Draft(Status.CORRECTED, (Statement(said), shown))


def _provision(passage: Passage) -> str:
    """The provision's own text under the headings that it stands under."""
    plan: Plan = passage.span.plan
    section: Section = passage.section
    return f"{plan.headings_above(section)} ; {plan.own_text(section)}"


def _denied(question: Question, quote: Span) -> str | None:
    """ "… không quy định việc này, đúng không?" of a provision that does."""
    if phrases.DENIED.search(question.folded) is None:
        return None
    negative = re.search(r"\b(?:không|chưa)\b", quote.text, re.IGNORECASE)
    return None if negative else wording.STATED


def _other_year(question: Question, quote: str, provision: str) -> str | None:
    printed = {
        *printed_years(quote),
        *(year for first, last in printed_periods(quote) for year in range(first, last + 1)),
    }
    if not question.years or not printed or not printed.isdisjoint(question.years):
        return None
    return f"năm {' và '.join(str(year) for year in question.years)}"


def contrary(question: Question, quote: Span) -> Draft | None:
    """A correction with the quote where it denies, word for word, what the question takes for so.

    "Vì sao mở rộng bãi chôn lấp?" of a plan that prints "không mở rộng bãi chôn lấp".
    """
    asked = [word.plain for word in words(question.text)]
    for denial in _NEGATION.finditer(quote.text):
        act = [word.plain for word in words(quote.text[denial.end() :][:_REACH])][:_SAME_ACT]
        for at in range(len(asked) - _SAME_ACT + 1):
            said = asked[at : at + _SAME_ACT]
            if said == act and _NEGATED.isdisjoint(asked[max(at - 2, 0) : at]):
                return _correction(wording.CONTRARY, quote)
    return None


def _other_date(question: Question, quote: str, provision: str) -> str | None:
    printed = {iso(match) for match in DATE.finditer(quote)}
    for match in DATE.finditer(question.text):
        if printed and iso(match) not in printed:
            return match.group().strip()
    return None


def _other_amount(question: Question, quote: str, provision: str) -> str | None:
    """An amount of a unit that the quote prints with other numbers only."""
    for claimed in question.premises:
        stated = _of_unit(claimed, quote)
        if stated and not any(_same_bounds(claimed, q) for q in stated):
            return claimed.text
    return None


def _of_unit(claimed: Quantity, quote: str) -> list[Quantity]:
    """The amounts of a quote that count the same; "hộ" may be short for "hộ dân"."""
    unit = base_unit(claimed.unit)[0]
    return [q for q in read_quantities(quote) if unit and same_noun(base_unit(q.unit)[0], unit)]


def granted_amount(question: Question, quote: str) -> str | None:
    """An amount that the question gives to what the quote gives another to.

    "… độ che phủ của rừng trên 60%" against "… độ che phủ của rừng trên 53%". The amount of a
    condition ("hộ có nhà 40 m² được nhận gì") is of another thing than the one that is set.
    """
    if question.kind is Kind.VALUE:
        return None
    for claimed in question.premises:
        stated = _of_unit(claimed, quote)
        said = _words_before(question.text, claimed.start)
        alike = [q for q in stated if len(said & _words_before(quote, q.start)) >= _SAME_WORDS]
        if not said:  # the question begins with it: "15 cơ sở dữ liệu quốc gia mà kế hoạch …"
            after = _words_after(question.text, claimed.end)
            alike = [q for q in stated if len(after & _words_after(quote, q.end)) > _SAME_WORDS]
        of_cause = question.kind is Kind.WHY
        if (alike or (stated and of_cause)) and not any(_same_bounds(claimed, q) for q in stated):
            return claimed.text
    return None


def _granted_class(question: Question, quote: str) -> str | None:
    """The class that the question gives a town where the quote gives that very town another."""
    claim = _other_class(question, quote, "")
    return (
        claim
        if claim and any(_has_class(quote, m.places[0].name) for m in question.places)
        else None
    )


def _granted_place(question: Question, quote: str) -> str | None:
    """A place of the question where the quote says the same words of another one.

    "Nâng cấp thị xã Hồng Lĩnh gắn với …" against "Nâng cấp thị xã Kỳ Anh gắn với …".
    """
    known = fold(quote)
    for mention in question.places:
        name = mention.places[0].name
        start = question.text.find(name, mention.start, mention.end)
        before = _SAME_SAID.search(question.text[: max(start, 0)])
        if before is None or fold(name) in known:
            continue
        said = r"\s+".join(re.escape(word) for word in before.group().split())
        if re.search(rf"(?<!\w)(?i:{said})\s+[{UPPER}]", quote):
            return question.text[mention.start : mention.end]
    return None


def _granted_agency(question: Question, quote: str) -> str | None:
    """The agency that a question for a time says must do it, where the quote charges another."""
    if question.kind is not Kind.WHEN or _MUST.search(question.unplaced) is None:
        return None
    claim = _other_agency(question, quote, quote)
    named = [word.plain for word in words(claim or "")][1:3]
    known = bag(quote).plain
    return None if all(word in known for word in named) else claim


def _has_class(quote: str, name: str) -> bool:
    """Whether a class is said of a place: "phát triển Bình Sơn thành đô thị loại IV"."""
    of_place = rf"{re.escape(name)}[^,;.]{{0,40}}{TOWN_CLASS.pattern}"
    return re.search(of_place, quote, re.IGNORECASE) is not None


def same_noun(one: str, other: str) -> bool:
    """Whether two units are the same, or one is short for the other: "hộ" and "hộ dân"."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _words_before(text: str, at: int) -> set[str]:
    """The last telling words before an offset: what an amount there is of."""
    told = [w for w in words(text[max(0, at - _REACH) : at]) if not filler.is_function_word(w)]
    return {word.plain for word in told[-_NEAREST:]}


def _words_after(text: str, at: int) -> set[str]:
    """The first telling words after an offset."""
    told = [w for w in words(text[at : at + _REACH]) if not filler.is_function_word(w)]
    return {word.plain for word in told[:_NEAREST]}


def _same_bounds(one: Quantity, other: Quantity) -> bool:
    stated = bounds_in_base(other.unit, (other.low, other.high))
    return bounds_in_base(one.unit, (one.low, one.high)) == stated


def _other_class(question: Question, quote: str, provision: str) -> str | None:
    claimed = TOWN_CLASS.search(question.text)
    stated = {found.upper() for found in TOWN_CLASS.findall(quote)}
    if claimed is None or not stated or claimed.group(1).upper() in stated:
        return None
    return f"đô thị {claimed.group()}"


def _other_agency(question: Question, quote: str, provision: str) -> str | None:
    """An agency that the provision does not name where it names another of the same kind."""
    known = bag(provision)
    for claimed in AGENCY.finditer(question.text):
        if all(known.has(word) for word in words(claimed.group("field"))):
            continue
        if any(stated.group("head") == claimed.group("head") for stated in AGENCY.finditer(quote)):
            return claimed.group()
    return None


_CHECKS: tuple[Callable[[Question, str, str], str | None], ...] = (
    _other_year,
    _other_date,
    _other_amount,
    _other_class,
    _other_agency,
)
