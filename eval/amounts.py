"""Amounts in the words of an answer, read on their own: the scorer trusts no reader it scores."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eval.question import Expected, flat

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_UNIT = r"%|m²|m2"
_RANGE = re.compile(
    rf"(?<![\d.,/])(?P<low>{_NUMBER})"
    rf"(?:\s*(?:{_UNIT})?(?:/người)?\s*(?:->|→|-|đến|tới)\s*(?P<high>{_NUMBER}))?(?![\d/])"
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
# Words right before a number, longest first, and the sign each stands for (folded text).
_OPERATORS = (
    (r"tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|≥|>=", "≥"),
    (r"không quá|không vượt quá|tối đa|nhiều nhất|≤|<=", "≤"),
    (r"khoảng|xấp xỉ|chừng|≈|~", "≈"),
    (r"trên|hơn|vượt|>", ">"),
    (r"dưới|<", "<"),
)
_BEFORE = tuple(
    (re.compile(rf"(?<!\w)(?:{words})(?:\s*đạt)?(?:\s*mức)?\s*$"), sign)
    for words, sign in _OPERATORS
)
_ONWARD = re.compile(r"[^\d;,.]{0,30}?(?<!\w)trở\s(?P<way>lên|xuống)(?!\w)")
_YEARS = r"(?<![/\d])(?:19|20)\d\d(?!\d)(?:\s*(?:,|và|-)\s*(?:năm\s*)?(?:19|20)\d\d(?!\d))*"
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS_BEFORE = re.compile(_YEARS)
_YEARS_AFTER = re.compile(
    rf"\s*(?:/người)?\s*\(?(?:(?:vào|đến|trong)\s+)?(?:(?:các\s+)?năm\s+)?(?P<years>{_YEARS})"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range in a text; ``[start, end)`` are offsets in the flat text."""

    operator: str
    low: float
    high: float
    start: int
    end: int


def number_tokens(text: str) -> frozenset[str]:
    """Every number of ``text`` in one spelling: "08" is "8", "15,20" is "15,2", "1.500" is "1500"."""
    return frozenset(_canonical(match.group()) for match in _TOKEN.finditer(text))


def amounts(text: str) -> tuple[Amount, ...]:
    """Numbers and ranges of flat ``text`` with the sign that the words before them give."""
    return tuple(
        Amount(
            _onward(text[match.end() :]) or _operator(text[: match.start()]),
            _value(match["low"]),
            _value(match["high"] or match["low"]),
            match.start(),
            match.end(),
        )
        for match in _RANGE.finditer(text)
    )


def states(text: str, expected: Expected, years: frozenset[int]) -> bool:
    """Whether ``text`` states the amount, of the year when one is expected.

    ``years`` are those that hold where the text itself names none: its heading's, the question's.
    """
    folded = flat(text)
    return any(
        _same(amount, expected)
        and (rest := _after_unit(folded[amount.end :], expected.unit)) is not None
        and (expected.year is None or expected.year in _years(folded, amount, rest, years))
        for amount in amounts(folded)
    )


def years_in(text: str) -> frozenset[int]:
    """The years of the last mention of years in ``text``."""
    found = _YEARS_BEFORE.findall(flat(text))
    return frozenset(int(year) for year in _YEAR.findall(found[-1])) if found else frozenset()


def _same(amount: Amount, expected: Expected) -> bool:
    low = expected.low if expected.low is not None else expected.high
    high = expected.high if expected.high is not None else expected.low
    return amount.operator in expected.operator and amount.low == low and amount.high == high


def _after_unit(rest: str, unit: str) -> str | None:
    """What follows the unit after a number, or None when another unit stands there."""
    rest = rest.lstrip()
    wanted = flat(unit)
    for spelling in (wanted, wanted.replace("m²", "m2")):
        if rest.startswith(spelling):
            tail = rest[len(spelling) :]
            if not (spelling[-1:].isalpha() and tail[:1].isalnum()):
                return tail
    return None


def _years(text: str, amount: Amount, rest: str, years: frozenset[int]) -> frozenset[int]:
    """The years an amount belongs to: those right after it, else the last ones before it."""
    after = _YEARS_AFTER.match(rest)
    if after:
        return frozenset(int(year) for year in _YEAR.findall(after["years"]))
    return years_in(text[: amount.start]) or years_in(text[amount.end :]) or years


def _operator(before: str) -> str:
    return next((sign for pattern, sign in _BEFORE if pattern.search(before)), "=")


def _onward(after: str) -> str | None:
    """The sign of words behind the unit: "từ 12 m²/người trở lên"."""
    found = _ONWARD.match(after)
    return {"lên": "≥", "xuống": "≤"}[found["way"]] if found else None


def _value(number: str) -> float:
    return float(number.replace(".", "").replace(",", "."))


def _canonical(token: str) -> str:
    if _GROUPED.fullmatch(token):
        token = token.replace(".", "")
    if re.fullmatch(r"\d+(?:,\d+)?", token):
        return f"{_value(token):.10g}"
    return ".".join(part.lstrip("0") or "0" for part in re.split(r"[.,]", token))
