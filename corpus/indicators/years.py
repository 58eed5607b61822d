"""When a value holds: the year phrases of a sentence and which value each of them dates.

A phrase right behind a value dates that value ("32% vào năm 2025"); any other governs the values
that follow it, inside its own brackets, up to the next such phrase; one that opens its sentence or
ends with a colon also governs what comes after the sentence ("Đến năm 2025, …; …. …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.quantity.units import folded

Span = tuple[int, int]
Years = tuple[tuple[int | None, int], ...]  # (first year of a period or None, year), as printed

_Y = r"(?:19|20)[0-9]{2}(?![0-9])(?![.,/][0-9])"
_INTRO = (
    r"(?:(?:tính đến|tầm nhìn đến|ngay trong|kể từ|trước|sau|vào|đến|tới|từ|trong|qua|riêng)\s)?"
    r"(?:(?:cuối|đầu|hết|giữa)\s)?"
)
_DAY = r"(?:(?:ngày\s)?[0-9]{1,2}[/.-][0-9]{1,2}[/.-]|ngày\s[0-9]{1,2}\stháng\s[0-9]{1,2}\snăm\s)"
_MONTH = r"(?:(?:tháng|quý)\s(?:[0-9]{1,2}|i{1,3}v?|iv)\s?(?:/|-|\snăm\s))"
_PHRASE = re.compile(
    folded(
        rf"(?<![^\W_])(?:"
        rf"(?P<deadline>(?:tính\s)?(?:đến|hết|trước|tới)\s(?:hết\s|cuối\s)?(?:[0-9]{{1,2}}\s?h(?:[0-9]{{2}})?\s)?"
        rf"(?:{_DAY}|{_MONTH}))(?P<by>{_Y})"
        rf"|(?P<skip>(?:so với|nhiệm kỳ|niên độ)\s(?:cuối\s|đầu\s|mức\s)?(?:năm\s)?{_Y}(?:\s*-\s*{_Y})?"
        rf"|ngày\s[0-9]{{1,2}}\stháng\s[0-9]{{1,2}},?\snăm\s{_Y})"
        rf"|(?:trong\s|cho\s|đến\s)?(?:cả\s)?(?:giai đoạn|thời kỳ|năm học|các năm|từ năm|từ|năm)\s(?:từ\s)?(?:năm\s)?"
        rf"(?P<since>{_Y})(?:\s*-\s*|\sđến\s(?:hết\s)?)(?:năm\s)?(?P<until>{_Y})"
        rf"|(?:vào\s|trong\s|đến\s)?(?:các\s)?năm\s(?P<list>{_Y}(?:(?:,\s?và\s|,\s?|\svà\s|\s&\s)"
        rf"(?:vào\s|đến\s)?(?:năm\s)?{_Y}(?!\s?[:%]|\s(?:đạt|là|khoảng|trên|tối|ít|có|phấn|tỷ|còn|dưới)))+)"
        rf"|{_INTRO}năm\s(?P<year>{_Y})"
        rf"|(?:tầm nhìn đến|đến|tới|vào|trước)\s(?P<bare>{_Y})(?!\s?(?:ha|km|m²|m2|tỷ|triệu|người|hộ)(?![^\W_]))"
        rf")"
    )
)
_PHRASE_HINT = re.compile(r"(?:19|20)[0-9]{2}")
_DIGITS = re.compile(_Y)

# A phrase is a lead when only these words stand before it in its sentence.
_LEAD = re.compile(
    folded(
        r"(?:[\s\-+*•,:.()“\"0-9]|[a-zđ]\)|phấn đấu|phân đấu|phấn đầu|phân đầu|định hướng|tầm nhìn|mục tiêu|cụ thể|trong đó|"
        r"dự kiến|về|chỉ tiêu|các|lộ trình|riêng|theo đó|và|hoàn thành|thời gian)*"
    )
)
_LONGEST_LEAD = 400  # characters
_LONGEST_GAP = 120  # characters between a value and the phrase that dates it
_CALLS = re.compile(r"[⁽⁾⁰¹²³⁴-⁹\s]*")
_DOCUMENT = re.compile(
    r"(?:Chương trình|Chiến lược|Quy hoạch|Đề án|Kế hoạch|Nghị quyết|Quyết định|Nghị định|Dự án|Đồ án)"
    r"[^,;:.()]*$"
)
_VISION = re.compile(folded(r"\s?,?\s?(?:và\s)?(?:tầm nhìn|định hướng)\s(?:đến|tới)"))


@dataclass(frozen=True, slots=True)
class YearPhrase:
    """One printed phrase of time; offsets in its own text."""

    years: Years
    start: int
    end: int
    leading: bool  # governs beyond its sentence
    dated: bool  # a full date or month: "tính đến ngày 31/12/2021"


def read_years(text: str, low: str, start: int = 0, end: int | None = None) -> list[YearPhrase]:
    """The year phrases of ``text[start:end]`` (``low`` is its folded form) that can date a value.

    Years inside the names of documents ("Quy hoạch … đến năm 2030, tầm nhìn đến năm 2045"), of
    comparisons ("so với năm 2020") and of terms of office are not among them.
    """
    end = len(low) if end is None else end
    found: list[YearPhrase] = []
    if not _PHRASE_HINT.search(low, start, end):
        return found
    titled = False
    clause = searched = start  # where the clause of the phrase begins, and how far that is known
    for match in _PHRASE.finditer(low, start, end):
        if match["skip"]:
            continue
        titled = _is_titled(text, low, start, match, titled)
        if titled:
            continue
        years = _years(match)
        leading = _leads(low, start, match.start())
        after = low[match.end() : match.end() + 2].lstrip()
        clause = max(clause, low.rfind(";", searched, match.start()) + 1)
        searched = match.start()
        if clause > start and after.startswith(","):
            leading = _leads(low, clause, match.start())
        colon = after.startswith(":")
        found.append(
            YearPhrase(years, match.start(), match.end(), leading or colon, bool(match["by"]))
        )
    return found


def _leads(low: str, start: int, at: int) -> bool:
    """Whether only words that may open a sentence stand before the phrase at ``at``."""
    return at - start <= _LONGEST_LEAD and _LEAD.fullmatch(low, start, at) is not None


def _is_titled(text: str, low: str, start: int, match: re.Match[str], before: bool) -> bool:
    """Whether a phrase belongs to the name of a document."""
    if (
        before
        and low[max(0, match.start() - 20) : match.start()].rstrip(" ,").endswith(_Y_ENDS)
        and "tầm nhìn" in match.group()
    ):
        return True
    named = _DOCUMENT.search(text, max(start, match.start() - 200), match.start())
    return bool(named) and bool(_VISION.match(low, match.end()) or _inside(text, named))


def _inside(text: str, named: re.Match[str] | None) -> bool:
    """Whether the document noun stands inside its sentence, as a name does."""
    if named is None:
        return False
    return bool(re.search(r"[^\W\d_]\s$", text[max(0, named.start() - 2) : named.start()]))


_Y_ENDS = tuple("0123456789")


def _years(match: re.Match[str]) -> Years:
    if match["since"]:
        return ((int(match["since"]), int(match["until"])),)
    if match["list"]:
        return tuple((None, int(year)) for year in _DIGITS.findall(match["list"]))
    return ((None, int(match["by"] or match["year"] or match["bare"])),)


@dataclass(slots=True)
class _Frame:
    """What governs inside one pair of brackets."""

    phrase: YearPhrase | None = None
    outer: YearPhrase | None = None  # what governs around the brackets

    @property
    def governing(self) -> YearPhrase | None:
        return self.phrase or self.outer


def _follows(low: str, value: Span | None, phrase: YearPhrase) -> bool:
    """Whether a phrase is printed behind a value and dates it."""
    if value is None or phrase.leading or phrase.start - value[1] > _LONGEST_GAP:
        return False
    gap = low[value[1] : phrase.start]
    after = low[phrase.end : phrase.end + 4]
    if _CALLS.fullmatch(gap):
        return True
    if gap.strip() == "(" and after.startswith(")"):
        return True
    if re.search(r"[,;:().]|\svà\s*$", gap):
        return False
    return not after.strip() or bool(re.match(r"\s?[,;.)]|\svà", after))


def date_values(
    low: str, start: int, end: int, values: Sequence[Span], phrases: Sequence[YearPhrase]
) -> list[YearPhrase | None]:
    """The phrase that dates each value of ``low[start:end]``, or None; both lists are in order.

    A value without a phrase of its own before a dated one of the same clause ("80% hộ, 100% xã vào
    năm 2025") takes that date; one in brackets takes the date of the value before the brackets.
    """
    marks = [(m.start(), m.group()) for m in re.compile(r"[();]").finditer(low, start, end)]
    events: list[tuple[int, str, int]] = [(at, mark, 0) for at, mark in marks]
    events += [(value[0], "value", index) for index, value in enumerate(values)]
    events += [(phrase.start, "phrase", index) for index, phrase in enumerate(phrases)]
    events.sort()
    dated: list[YearPhrase | None] = [None] * len(values)
    open_since = 0  # first value that a phrase behind a later one may still date
    stack = [_Frame()]
    last: int | None = None
    for at, what, index in events:
        if what == "value":
            dated[index] = stack[-1].governing or _outer(stack, dated, index)
            last = index
        elif what == "phrase":
            phrase = phrases[index]
            if last is not None and _follows(low, values[last], phrase):
                _date_back(dated, open_since, last, phrase)
            else:
                stack[-1].phrase = phrase
            open_since = (last or 0) + (last is not None)
        elif what == "(":
            stack.append(_Frame(outer=stack[-1].governing))
            open_since = (last or 0) + (last is not None)
        else:
            _close(stack, at, what)
            open_since = (last or 0) + (last is not None)
    return dated


def _close(stack: list[_Frame], at: int, mark: str) -> None:
    if mark == ")" and len(stack) > 1:
        stack.pop()
    elif mark == ";" and stack[-1].phrase and not stack[-1].phrase.leading:
        stack[-1].phrase = None


def _outer(stack: list[_Frame], dated: list[YearPhrase | None], index: int) -> YearPhrase | None:
    return dated[index - 1] if len(stack) > 1 and index else None


def _date_back(dated: list[YearPhrase | None], first: int, last: int, phrase: YearPhrase) -> None:
    dated[last] = phrase
    for index in range(last - 1, first - 1, -1):
        if dated[index] is not None:
            break
        dated[index] = phrase


_ANSWERS_TO = re.compile(folded(r"(?<![^\W_])(?:tương ứng|lần lượt)(?![^\W_])"))
_CLAUSE_END = re.compile(r"[;.](?=\s|$)")
_IN_TURN = re.compile(folded(r"(?<![^\W_])lần lượt(?![^\W_])"))


def in_turn(
    low: str, start: int, end: int, values: Sequence[Span], phrases: Sequence[YearPhrase]
) -> list[YearPhrase] | None:
    """The dates of values given in turn, or None: "đến năm 2030 và năm 2045 lần lượt đạt 50% và 70%"."""
    if len(values) < 2 or not _IN_TURN.search(low, start, end):
        return None
    years = _single_years(phrases)
    return years if len(years) == len(values) else None


def corresponding(
    low: str, start: int, end: int, values: Sequence[Span], phrases: Sequence[YearPhrase]
) -> dict[int, YearPhrase | None]:
    """The dates of values that answer to years named before them, by position.

    "… đến năm 2025 đạt 2 và đến năm 2030 đạt 4 tỷ đồng; thu nhập tương ứng là 95 và 150 triệu đồng":
    95 is for 2025. None where the years before cannot be told apart: such a value has no year.
    """
    found: dict[int, YearPhrase | None] = {}
    for mark in _ANSWERS_TO.finditer(low, start, end):
        stop = _CLAUSE_END.search(low, mark.end(), end)
        until = stop.start() if stop else end
        after = [i for i, value in enumerate(values) if mark.end() <= value[0] < until]
        own = any(mark.end() <= phrase.start < until for phrase in phrases)
        if len(after) < 2 or own:
            continue
        before = _single_years([phrase for phrase in phrases if phrase.end <= mark.start()])
        years = before[-len(after) :]
        apart = len(years) == len(after) and len({y.years for y in years}) == len(years)
        found |= dict(zip(after, years if apart else [None] * len(after), strict=True))
    return found


def _single_years(phrases: Sequence[YearPhrase]) -> list[YearPhrase]:
    """A phrase for each year of the phrases, in order."""
    return [replace(phrase, years=(pair,)) for phrase in phrases for pair in phrase.years]
