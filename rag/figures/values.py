"""Numbers: the indicators of a plan that answer a question, by name, scope and year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.fold import fold
from corpus.plan import Indicator, IndicatorKind, Plan
from rag.asked import phrases
from rag.asked.patterns import spelled
from rag.figures.areas import in_scope, of_place, without_scope
from rag.figures.match import Match, of_years
from rag.meaning import filler
from rag.meaning.words import Bag, Concept, Weigh, Word, bag, coverage, heaviest, known_share, words
from rag.question import Question

MATCH = 0.7  # share of the question's words that an indicator's name must hold
_IN_HEAD = 0.4  # share of the question's words that the head of a name must hold
SPREAD = 0.12  # indicators this close to the best one answer together
_OTHER_WORDS = 0.35  # how far the wording of one indicator may differ from year to year
_NUMBER_BONUS = 0.15  # a number answers better than a target in words
_HEAD = 0.3  # the thing itself, before "trên …": "đất giao thông" of "… trên đất xây dựng đô thị"
_PRECISION = 0.35  # how much words of the name that nobody asked for hold it back

_CHANGE = spelled(r"\b(?:tăng|giảm|cao hơn|thấp hơn)\b")
_CURRENCY = re.compile(r"đồng|USD|đô la", re.IGNORECASE)
_FUNDS = spelled(r"(?:tổng )?(?:kinh phí|vốn|ngân sách|chi\b|mức chi|nguồn vốn|đầu tư|thu\b)")
_CLAUSE = re.compile(r"[^.;,\n]*")  # what a value counts is said right after it: "80% hộ gia đình"
_MEASURES = {"phan", "met", "m", "m2", "tien"}
_PEOPLE = {"dan", "nguoi", "ho"}  # how many of them may be said as a share: "97% dân cư"
_WHOLE = {"tong", "so", "luong", "he", "thong", "mang", "luoi", "toan"}  # "hệ thống đô thị"
_MOSTLY = 0.5  # share of a name that is most of it
_HEAD_END = re.compile(r"\s(?:trên|so với|của|tại|(?<!nhà )(?<!đất )ở|theo)\s", re.IGNORECASE)


def find_indicators(plan: Plan, question: Question, weigh: Weigh) -> list[Match]:
    """The indicators that the question's words name, best first, whatever their year."""
    concepts = without_scope(question)
    if not concepts:
        return []
    asked = bag(
        " ".join(" ".join(w.folded for w in alt) for c in concepts for alt in c.alternatives)
    )
    matches = [
        match_indicator(plan, indicator, concepts, asked, weigh, MATCH)
        for indicator in plan.indicators
        if kind_fits(indicator, question)
    ]
    found = [
        match
        for match in matches
        if match
        and _names_the_subject(match, concepts)
        and _counts(match, question)
        and not _about_more(match, concepts, asked, weigh)
    ]
    found = of_place(found, question)
    if question.wants_baseline and not question.years:
        found = [m for m in found if m.indicator.kind is IndicatorKind.BASELINE] or found
    kept = _best(of_years(found, question.years) or found)
    return sorted(in_scope(_every_year(kept, found, question), question), key=_descending)


def _best(matches: Sequence[Match]) -> list[Match]:
    """Those about as good as the best one."""
    best = max((match.score for match in matches), default=0.0)
    return [match for match in matches if match.score >= best - SPREAD]


def _descending(match: Match) -> float:
    return -match.score


def _every_year(kept: list[Match], found: Sequence[Match], question: Question) -> list[Match]:
    """With the best of each year that the question names and none of ``kept`` is for.

    A plan may word a target otherwise for each year: "1.500 căn", then "lũy kế 6.800 căn".
    """
    least = max((match.score for match in kept), default=0.0) - _OTHER_WORDS
    for year in question.years:
        if of_years(kept, [year]):
            continue
        kept = [*kept, *(m for m in _best(of_years(found, [year])) if m.score >= least)]
    return kept


def kind_fits(indicator: Indicator, question: Question) -> bool:
    """Whether the question is for such an indicator: no change, and no baseline, unless it asks."""
    if indicator.direction is not None and not question.premises and not _asks_change(question):
        return indicator.year is None
    if indicator.kind is IndicatorKind.BASELINE:
        return question.wants_baseline or indicator.year in question.years
    return True


def _asks_change(question: Question) -> bool:
    return _CHANGE.search(question.folded) is not None


def match_indicator(
    plan: Plan,
    indicator: Indicator,
    concepts: Sequence[Concept],
    asked: Bag,
    weigh: Weigh,
    least: float,
) -> Match | None:
    """How well the indicator fits; None when its words hold less than ``least`` of the concepts."""
    clause = _CLAUSE.match(plan.text, indicator.value_end)
    value = plan.text[indicator.value_start : clause.end() if clause else indicator.value_end]
    section = plan.section_at(indicator.start)
    titles = [above.title for above in (*plan.ancestors(section), section) if above.title]
    heading = titles[-1] if titles else ""
    text = bag(
        f"{indicator.name} ; {indicator.scope or ''} ; {indicator.unit or ''} ; {value} ; {heading}"
    )
    covered = coverage(concepts, text)
    if covered < least:
        return None
    head_text = _HEAD_END.split(indicator.name)[0]
    precision = known_share(head_text, asked, weigh)
    number = _NUMBER_BONUS if indicator.operator is not None else 0.0
    in_head = _HEAD * coverage(concepts, bag(f"{head_text} ; {indicator.unit or ''}"))
    score = covered + in_head + _PRECISION * precision + number
    return Match(plan, indicator, score, covered)


def _about_more(match: Match, concepts: Sequence[Concept], asked: Bag, weigh: Weigh) -> bool:
    """Whether the name says much more than a question of general words.

    "dân số" is not "tỷ lệ dân số trưởng thành có tài khoản thanh toán điện tử".
    """
    if not filler.are_light(concepts):
        return False
    known = more = 0.0
    for word in words(match.indicator.name):
        if word.plain in asked.plain:
            known += weigh(word.plain)
        elif not filler.is_light(word) and word.plain not in _WHOLE:
            more += weigh(word.plain)
    return known < _MOSTLY * (known + more)


def _counts(match: Match, question: Question) -> bool:
    """Whether the value is an amount of what is counted: no share answers "bao nhiêu đô thị"."""
    indicator = match.indicator
    if phrases.SUM.search(question.folded) or _asks_a_sum(question):
        return _is_money(indicator)
    noun = counted_noun(question)
    if noun is None:
        return True
    if _CURRENCY.search(indicator.unit or ""):
        return False
    said = _CLAUSE.match(match.plan.text, indicator.value_start)
    share = indicator.unit == "%" and noun.plain not in _PEOPLE
    named = "" if share else indicator.name
    counted = bag(f"{indicator.unit or ''} ; {said.group() if said else ''} ; {named}")
    return indicator.operator is not None and counted.has(noun)


def _asks_a_sum(question: Question) -> bool:
    """Whether what the question begins with is money: "Mức hỗ trợ … là bao nhiêu?"."""
    asked = phrases.MONEY.search(question.folded)
    first = min((c.typed[0].start for c in question.concepts), default=0)
    return asked is not None and asked.start() <= first


def _is_money(indicator: Indicator) -> bool:
    """Whether a value is a sum, or a share of one: "kinh phí … bằng 2% GDP"."""
    unit = indicator.unit or ""
    share = unit == "%" and _FUNDS.match(fold(indicator.name)) is not None
    return share or _CURRENCY.search(unit) is not None


def counted_noun(question: Question) -> Word | None:
    """The thing of "bao nhiêu đô thị"; None where a share or a measure is asked for."""
    asked = phrases.COUNTED.search(question.folded)
    if asked is None or phrases.PERCENT.search(question.folded):
        return None
    noun = words(question.text[asked.start("noun") : asked.end("noun")])[0]
    return None if filler.is_function_word(noun) or noun.plain in _MEASURES else noun


def _names_the_subject(match: Match, concepts: Sequence[Concept]) -> bool:
    """Whether the most telling concept of the question is in the name, and the name begins with it.

    "dân số đô thị" is in "… trên mỗi người dân đô thị" but the indicator is not about it. A question
    may say what a share is of as well: "đất xây dựng đô thị chiếm bao nhiêu diện tích tự nhiên".
    """
    printed = match.plan.text[match.indicator.value_start : match.indicator.value_end]
    stated = match.indicator.operator is not None
    bound = re.split(r"\d", printed)[0] if stated else ""  # "tối thiểu" says nothing of the thing
    where = bag(f"{match.indicator.scope or ''} ; {bound}")
    concepts = [concept for concept in concepts if not concept.stands_in(where)] or concepts
    subject = heaviest(concepts)
    name, unit = match.indicator.name, match.indicator.unit or ""
    head = name if match.indicator.operator is None else _HEAD_END.split(name)[0]
    named = subject.covered(bag(f"{name} {unit}")) >= 0.5
    of_what = bag(name[len(head) :])
    others = [concept for concept in concepts if not concept.stands_in(of_what)] or concepts
    return named and coverage(others, bag(f"{head} ; {unit}")) >= _IN_HEAD
