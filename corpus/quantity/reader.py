"""Printed amounts: "khoảng 13,3-16%", "tối thiểu 28m²/người", "từ 70% trở lên", "34 đô thị".

The reader walks once over the digits of a text; all it looks at around them is bounded, so time is
linear. What only looks like an amount (dates, years, numbers of documents, labels of sections,
ordinals, ratios, telephone numbers, "5G", "4.0") is left out. Numbers follow Vietnamese print: dot
between thousands, comma before decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.fold import fold
from corpus.plan import Quantity
from corpus.quantity.codes import (
    DATE_AFTER,
    is_code,
    is_label,
    is_named,
    last_word,
    numbers_a_name,
    touches_code,
)
from corpus.quantity.units import OPEN_UNIT, UNIT, canonical_unit, folded

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,5}(?:,[0-9]{1,6})?")
_PLAIN = re.compile(r"[0-9]{1,12}(?:,[0-9]{1,6})?")
_POINT = re.compile(r"[0-9]{1,6}\.[0-9]{1,2}")  # "1.5 ha": a decimal point, only before a unit

_BEFORE = 48  # characters looked at before a number: the longest run of operator words is 41


def parse_number(printed: str) -> float | None:
    """The value of a number in Vietnamese print, or None when it is not one: "1.234,5" -> 1234.5."""
    if _GROUPED.fullmatch(printed) or _PLAIN.fullmatch(printed):
        return float(printed.replace(".", "").replace(",", "."))
    return None


def format_number(value: float) -> str:
    """A number (at most six decimals) in Vietnamese print: 1234.5 -> "1.234,5"."""
    whole, _, decimals = f"{value:,.6f}".rstrip("0").partition(".")
    whole = whole.replace(",", ".")
    return f"{whole},{decimals}" if decimals else whole


# --- what stands around a number ------------------------------------------------------------------

_OPERATORS = (
    (">=", "không dưới|không thấp hơn|không ít hơn|tối thiểu|ít nhất|thấp nhất|từ trên"),
    (
        "<=",
        "không quá|không vượt quá|không vượt|không cao hơn|không lớn hơn|tối đa|cao nhất|nhiều nhất",
    ),
    (">", "lớn hơn|cao hơn|nhiều hơn|trên|hơn|vượt|quá"),
    ("<", "nhỏ hơn|thấp hơn|ít hơn|dưới|chưa đến|chưa tới|chưa đầy|gần"),
    ("~", "khoảng|xấp xỉ|ước khoảng|chừng|cỡ"),
    ("=", "bằng|từ|đến|tới|đủ"),
)
_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈", "=": "="}
_SIGN_OF = {fold(word): _SIGNS[sign] for sign, words in _OPERATORS for word in words.split("|")}
_OPERATOR = "|".join(sorted(_SIGN_OF, key=len, reverse=True))
_BASE_WORDS = fold("quy định|trung bình|bình quân|quy chuẩn|tiêu chuẩn|cả nước")
_CHANGE = fold("tăng thêm|tăng|giảm|cao hơn|thấp hơn|gấp")
_MORE = fold("trung bình|bình quân|thêm")
_PREFIX = re.compile(
    rf"(?<![^\W\d_])(?:(?P<direction>{_CHANGE})\s"
    rf"(?:so với\s)?(?:(?:{fold('mức')}\s)?(?:{_BASE_WORDS})\s)?(?:(?:{_MORE})\s)?)?"
    rf"(?P<words>(?:(?:{_OPERATOR})\s(?:{fold('là|được|có')}\s)?){{0,3}})"
    rf"(?P<sign>[><≥≤~≈±]\s?)?$"
)
_JOIN = re.compile(folded(r"\s*(?:->|→|-|÷|~|đến|tới)\s*"))
_SPELLED = re.compile(r"\s?\([^\W\d_]{2,}(?:\s[^\W\d_]+){0,4}\)")  # "05 (năm) ngày"
_ONWARD = re.compile(folded(r"\s(?:trở\s(?P<way>lên|xuống|lại))(?![^\W\d_])"))
_BASE_AFTER = re.compile(folded(r"\s(?:tổng\s)?(?:grdp|gdp)(?![^\W_])"))
_COMPARED = re.compile(
    folded(
        r"\sso với\s(?:cùng kỳ(?:\snăm\s(?:trước|[0-9]{4}))?|(?:cuối\s|đầu\s)?năm\s(?:[0-9]{4}|trước)|"
        r"(?:mức|giai đoạn|nhiệm kỳ|kịch bản|quy định|kế hoạch)(?:\s[^\s,;.()]+){0,6})"
    )
)
_BARE_LAST = frozenset(
    fold("đạt là trên dưới khoảng thiểu nhất còn mức trì bằng đa quá hơn xuống lên").split()
)  # without a unit, only a number behind one of these words is an amount


@dataclass(frozen=True, slots=True)
class _Amount:
    """Numbers and unit, before the words around them are read."""

    low: float
    high: float
    unit: str
    end: int
    known: bool  # whether the unit is one of the tables


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    end: int
    known: bool


def _unit_at(text: str, low: str, at: int) -> _Unit | None:
    """The unit printed at ``at``; a space or a spelled number may come first."""
    if "(" in low[at : at + 2] and (spelled := _SPELLED.match(low, at)):
        at = spelled.end()
    at += low[at : at + 1] in (" ", "\t")
    first = low[at : at + 1]
    if not (first.isalpha() or first in ("%", "‰", "°")):
        return None
    if DATE_AFTER.match(low, at):
        return None
    known = UNIT.match(low, at)
    found = known or OPEN_UNIT.match(low, at)
    if found is None:
        return None
    return _Unit(canonical_unit(text[at : found.end()]), found.end(), known is not None)


def _value(printed: str, has_unit: bool) -> float | None:
    if len(printed) > 8 and printed.startswith("0"):
        return None
    if has_unit and _POINT.fullmatch(printed):
        return float(printed)
    return parse_number(printed)


def _amount_at(text: str, low: str, match: re.Match[str]) -> _Amount | None:
    """The amount that begins at a number: one value, or two joined into a range."""
    unit = _unit_at(text, low, match.end())
    first = _value(match.group(), unit is not None)
    if first is None or is_code(text, match.start(), match.end()):
        return None
    joined = _JOIN.match(low, match.end())
    if not joined and unit and unit.known:
        joined = _JOIN.match(low, unit.end)
    second = _second(text, low, joined.end(), first, unit) if joined else None
    if second:
        return second
    if unit is None:
        return _Amount(first, first, "", match.end(), known=False)
    return _Amount(first, first, unit.name, unit.end, unit.known)


def _second(text: str, low: str, at: int, first: float, unit: _Unit | None) -> _Amount | None:
    """The range whose upper end is printed at ``at``, or None when there is none."""
    number = _NUMBER.match(low, at)
    if not number or touches_code(text, number.end()):
        return None
    other = _unit_at(text, low, number.end())
    value = _value(number.group(), other is not None)
    if value is None or value < first:
        return None
    if unit and unit.end <= at and (not other or other.name != unit.name):
        return None
    if other is None:
        return _Amount(first, value, "", number.end(), known=False)
    return _Amount(first, value, other.name, other.end, other.known)


def _bounds(sign: str, amount: _Amount) -> tuple[float | None, float | None]:
    """Low and high of an amount under an operator (see ``Quantity``)."""
    if amount.low != amount.high:
        return amount.low, amount.high
    if sign in ">≥":
        return amount.low, None
    if sign in "<≤":
        return None, amount.high
    return amount.low, amount.high


def _sign(prefix: re.Match[str], onward: str | None) -> str:
    """The operator that the words before and after an amount give."""
    if onward == fold("lên"):
        return "≥"
    if onward:
        return "≤"
    if prefix["sign"]:
        return {"~": "≈", "±": "≈"}.get(prefix["sign"].strip(), prefix["sign"].strip())
    words = re.findall(_OPERATOR, prefix["words"]) if prefix["words"] else []
    signs = [_SIGN_OF[word] for word in words]
    return next((sign for sign in signs if sign not in "≈="), signs[0] if signs else "=")


def _direction(prefix: re.Match[str]) -> str | None:
    words = prefix["direction"]
    if not words:
        return None
    return "giảm" if words.startswith((fold("giảm"), fold("thấp"))) else "tăng"


_NOTHING = _PREFIX.search("")
_PREFIX_LAST = frozenset(
    re.findall(r"[^\W\d_]+", " ".join([*_SIGN_OF, _MORE, _CHANGE, _BASE_WORDS, fold("là được có")]))
)


def _prefix(before: str) -> re.Match[str]:
    """The operator words that end some text; an empty match when there are none."""
    found = _NOTHING
    if last_word(before) in _PREFIX_LAST or before.rstrip().endswith(tuple("><≥≤~≈±")):
        found = _PREFIX.search(before)
    assert found is not None  # noqa: S101 - every part of the pattern is optional
    return found


def _quantity_at(text: str, low: str, match: re.Match[str]) -> Quantity | None:
    amount = _amount_at(text, low, match)
    if amount is None or is_label(low, match.start(), match.end()):
        return None
    before = low[max(0, match.start() - _BEFORE) : match.start()]
    if is_named(before, match.group(), has_unit=amount.known):
        return None
    if not amount.known and numbers_a_name(text, match.start(), match.group()):
        return None
    prefix = _prefix(before)
    if not (amount.unit or prefix["sign"] or last_word(before) in _BARE_LAST):
        return None
    onward = _ONWARD.match(low, amount.end)
    end = onward.end() if onward else amount.end
    for tail in (_BASE_AFTER, _COMPARED):
        more = tail.match(low, end)
        end = more.end() if more else end
    sign = _sign(prefix, onward["way"] if onward else None)
    least, most = _bounds(sign, amount)
    start = match.start() - len(prefix.group())
    return Quantity(sign, least, most, amount.unit, _direction(prefix), text[start:end], start, end)


def read_quantities(text: str, offset: int = 0, low: str | None = None) -> tuple[Quantity, ...]:
    """Every printed amount of ``text`` in order; spans are shifted by ``offset``.

    ``start`` is where the operator words begin, ``end`` where the unit, "trở lên" or "so với …"
    ends; ``Quantity.text`` is exactly that stretch. Spans never overlap. ``low`` is the folded text
    when the caller has it.
    """
    low = fold(text) if low is None else low
    found: list[Quantity] = []
    done = 0
    for match in _NUMBER.finditer(low):
        if match.start() < done:
            continue
        quantity = _quantity_at(text, low, match)
        if quantity is not None and quantity.start >= done:
            done = quantity.end
            found.append(quantity)
    if not offset:
        return tuple(found)
    return tuple(_shift(quantity, offset) for quantity in found)


def _shift(quantity: Quantity, offset: int) -> Quantity:
    return Quantity(
        quantity.operator,
        quantity.low,
        quantity.high,
        quantity.unit,
        quantity.direction,
        quantity.text,
        quantity.start + offset,
        quantity.end + offset,
    )
