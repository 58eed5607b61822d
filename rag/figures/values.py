"""Numbers: the indicators of a plan that answer a question, by name, scope and year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fold import fold, strip_marks
from corpus.places.names import printed_type
from corpus.plan import Indicator, IndicatorKind, Plan
from rag.asked import phrases
from rag.asked.patterns import spelled
from rag.collection import inner_unit
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

# What a question calls an area, and the words of a scope that mean it, without diacritics.
_SCOPES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (spelled(r"\b(?:khu vực )?nội (?:thị|thành|ô)\b"), re.compile(r"noi (?:thi|thanh)")),
    (spelled(r"\b(?:khu vực )?ngoại (?:thị|thành)\b"), re.compile(r"ngoai (?:thi|thanh)")),
    (
        spelled(r"\btoàn (?:huyện|tỉnh|thị xã|thành phố)\b"),
        re.compile(r"toan|^(?:huyen|tinh|thi xa)"),
    ),
)
# Scopes that are less than the whole area; without one a value is for all of it.
_PART = re.compile(r"(?:noi|ngoai) (?:thi|thanh|o)\b|\bdo thi\b|nong thon|khu vuc|trung tam")
# Each of the units inside the area: "của từng huyện".
_EACH_UNIT = spelled(
    r"\b(?:từng|mỗi|các) (?P<kind>huyện|quận|thị xã|thành phố|thị trấn|phường|xã)\b"
)
_CHANGE = spelled(r"\b(?:tăng|giảm|cao hơn|thấp hơn)\b")
_CURRENCY = re.compile(r"đồng|USD|đô la", re.IGNORECASE)
_FUNDS = spelled(r"(?:tổng )?(?:kinh phí|vốn|ngân sách|chi\b|mức chi|nguồn vốn|đầu tư|thu\b)")
_CLAUSE = re.compile(r"[^.;,\n]*")  # what a value counts is said right after it: "80% hộ gia đình"
_MEASURES = {"phan", "met", "m", "m2", "tien"}
_PEOPLE = {"dan", "nguoi", "ho"}  # how many of them may be said as a share: "97% dân cư"
_WHOLE = {"tong", "so", "luong", "he", "thong", "mang", "luoi", "toan"}  # "hệ thống đô thị"
_MOSTLY = 0.5  # share of a name that is most of it
_HEAD_END = re.compile(r"\s(?:trên|so với|của|tại|(?<!nhà )(?<!đất )ở|theo)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """An indicator that a question may mean; ``score`` compares matches of one question only."""

    plan: Plan
    indicator: Indicator
    score: float
    coverage: float


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
    return sorted(_in_scope(_every_year(kept, found, question), question), key=_descending)


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


def without_scope(question: Question) -> tuple[Concept, ...]:
    """The question's concepts that name the thing; words for the area are matched apart."""
    folded = question.folded
    spans = [match.span() for asked, _ in _SCOPES for match in asked.finditer(folded)]
    return tuple(
        concept
        for concept in question.concepts
        if not any(start <= concept.typed[0].start < end for start, end in spans)
    )


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


def of_place(matches: list[Match], question: Question) -> list[Match]:
    """Those for the place inside the plan's area that the question names; else for the whole area.

    What a province sets for one of its towns is no target of the province, and the other way round.
    Where the plan sets it for such places alone, all of these.
    """
    inner = [match for match in matches if _inner_place(match) is not None]
    if (each := _EACH_UNIT.search(question.folded)) is not None:
        of_kind = [
            m for m in inner if fold(printed_type(_inner_place(m) or "") or "") == each["kind"]
        ]
        if of_kind:
            return of_kind
    asked = [match for match in inner if _is_asked(match, question)]
    if asked or not inner:
        return asked or matches
    whole = [match for match in matches if match not in inner]
    if of_years(whole, question.years) or _names_another_unit(inner[0].plan, question):
        return whole
    return matches


def _names_another_unit(plan: Plan, question: Question) -> bool:
    """Whether the question names a unit inside the area, by type, that the plan prints."""
    return any(
        mention.printed_type is not None
        and mention.places[0].name != plan.meta.locality
        and mention.places[0].name in plan.text
        for mention in question.places
    )


def _inner_place(match: Match) -> str | None:
    return inner_unit(match.indicator.scope or "", match.plan.meta)


def _is_asked(match: Match, question: Question) -> bool:
    """Whether the question names the place of a value, by its type where the plan bears its name."""
    scope = _inner_place(match) or ""
    said, kind = strip_marks(scope), printed_type(scope)
    own = strip_marks(match.plan.meta.locality or "")
    return any(
        strip_marks(place.name) in said
        and (mention.printed_type == kind if strip_marks(place.name) == own else True)
        for mention in question.places
        for place in mention.places
    )


def _in_scope(matches: list[Match], question: Question) -> list[Match]:
    """Those of the area that the question names, when any is; else all."""
    for asked, scope in _SCOPES:
        if asked.search(question.folded):
            fitting = [m for m in matches if scope.search(strip_marks(m.indicator.scope or ""))]
            return fitting or matches
    return matches


def asked_scope_missing(matches: Sequence[Match], question: Question) -> str | None:
    """The area that the question names and no match is for, as typed; None when all is well."""
    for asked, scope in _SCOPES:
        found = asked.search(question.folded)
        if found and not any(scope.search(strip_marks(m.indicator.scope or "")) for m in matches):
            whole = strip_marks(found.group()).startswith("toan")
            if whole and not all(
                _PART.search(strip_marks(m.indicator.scope or "")) for m in matches
            ):
                continue
            return question.text[found.start() : found.end()]
    return _namesake_missing(matches, question)


def _namesake_missing(matches: Sequence[Match], question: Question) -> str | None:
    """The town that bears the name of the plan's province where no match is for it, as typed.

    "thành phố Hà Tĩnh" is asked for and the plan speaks of the province alone.
    """
    for mention in question.places:
        for match in matches:
            meta = match.plan.meta
            place = mention.places[0]
            inside = mention.printed_type and place.level == "huyện" and meta.level == "tỉnh"
            if (
                not inside
                or place.name != meta.locality
                or printed_type(meta.issuer or "") == mention.printed_type
            ):
                continue
            if not any(_is_asked(other, question) for other in matches if _inner_place(other)):
                return question.text[mention.start : mention.end]
    return None


def of_years(matches: Sequence[Match], years: Sequence[int]) -> list[Match]:
    """Those for one of the years; all when no year is asked."""
    if not years:
        return list(matches)
    return [match for match in matches if any(covers_year(match.indicator, year) for year in years)]


def covers_year(indicator: Indicator, year: int) -> bool:
    """Whether the value is for this year or for a period that holds it."""
    if indicator.year is None:
        return False
    return (indicator.since or indicator.year) <= year <= indicator.year
