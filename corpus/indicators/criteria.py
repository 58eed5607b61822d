"""Which amounts are indicators, and of which kind."""

from __future__ import annotations

import re

from corpus.fold import fold
from corpus.indicators.lines import Setting
from corpus.indicators.names import OBSERVED, PROJECTED, Head
from corpus.indicators.years import YearPhrase
from corpus.plan import IndicatorKind, Quantity
from corpus.quantity.units import DURATIONS, UNIT, folded

_CUE = re.compile(
    folded(
        r"(?<![^\W_])(?:phấn đấu|phân đấu|phấn đầu|phân đầu|đạt|hoàn thành|duy trì|mỗi năm|hằng năm|hàng năm|bảo đảm|đảm bảo|"
        r"thành lập|hình thành|dự kiến|dự báo|ước|chỉ tiêu|mục tiêu|còn)(?![^\W_])"
    )
)
_CONDITION = re.compile(
    folded(
        r"(?<![^\W_])(?:nếu|trường hợp|khi có|quy đổi|điểm chuẩn|chấm điểm|(?<!công )cộng|bằng khen|khen thưởng)(?![^\W_])"
    )
)
_LASTS = re.compile(folded(r"(?:thời gian|thời hạn|tuổi|độ tuổi|số (?:năm|tháng|ngày|giờ))"))


def is_count(unit: str) -> bool:
    """Whether a unit is a counted noun rather than a symbol, money or a rate."""
    return bool(unit) and "/" not in unit and " trên " not in unit and not SYMBOL.match(fold(unit))


SYMBOL = re.compile(
    folded(
        r"[%‰°]|(?:m²|m³|km²|km|ha|m|mét|kg|tấn|tạ|lít|kwh|kw|mw|mwp|kwp|gw|mva|kv|mm|cm|mbps|usd|vnđ|đồng)(?![^\W_])|"
        r"(?:nghìn |triệu |tỷ |ngàn )*(?:đồng|usd)|điểm (?:%|phần trăm)|(?:triệu |nghìn )?(?:ha|m²|m³|tấn|kwh)$"
    )
)


def states_amount(value: Quantity, head: Head, when: YearPhrase | None, setting: Setting) -> bool:
    """Whether a printed amount is a statement about the locality's development.

    Shares, sizes, sums and counts are; not so a length of time without something measured that
    lasts so long ("30 - 50 năm sau"), the terms of a condition, or, outside sections of aims, a
    bare count with no year, bound or verb of aim ("03 phương pháp"), a bare size likewise.
    """
    unit = fold(value.unit)
    if _CONDITION.search(head.raw):
        return False
    if unit == "lần" or (not unit and value.direction):
        return head.measured
    if unit.split("/")[0] in DURATIONS:
        return bool(_LASTS.match(fold(head.name)))
    if not unit:
        return head.measured
    if unit.startswith("%"):
        return True
    known = UNIT.fullmatch(unit) is not None
    stated = when is not None or value.operator != "=" or bool(_CUE.search(head.raw))
    if setting.aims:
        return known or stated
    return known and (stated or (head.measured and not is_count(value.unit)))


_NOW = re.compile(
    folded(r"[\W\d]*(?:hiện nay|hiện tại|hiện|đến nay|tính đến nay|thực trạng)(?![^\W_])")
)
_SOON = re.compile(folded(r"[\W\d]*(?:dự kiến|dự báo|ước tính)(?![^\W_])"))


def mood_of(low: str, start: int) -> IndicatorKind | None:
    """What the opening words of a sentence make of all its values, or None."""
    if _NOW.match(low, start):
        return IndicatorKind.BASELINE
    return IndicatorKind.PROJECTION if _SOON.match(low, start) else None


def kind_of(
    head: Head, when: YearPhrase | None, setting: Setting, mood: IndicatorKind | None
) -> IndicatorKind:
    """Why a value is stated: by its year against the plan's own, then by the words before it."""
    year = when.years[-1][1] if when else None
    past = year is not None and setting.issued is not None and year < setting.issued
    now = when is not None and when.dated and year == setting.issued
    if past or now:
        return IndicatorKind.BASELINE
    if setting.stood and not PROJECTED.search(head.raw):
        return IndicatorKind.BASELINE
    if PROJECTED.search(head.raw):
        return IndicatorKind.PROJECTION
    ahead = year is not None and year != setting.issued
    if OBSERVED.search(head.raw) and not ahead:
        return IndicatorKind.BASELINE
    if mood is IndicatorKind.BASELINE and ahead:
        return IndicatorKind.TARGET
    return mood or IndicatorKind.TARGET
