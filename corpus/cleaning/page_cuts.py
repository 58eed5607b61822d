"""What a page break cuts in two: a number behind its word, a compound before its hyphen."""

from __future__ import annotations

import re

# Words after which a line that starts with a digit goes on: "trước năm / 2025. Bảo đảm".
_WANTS_NUMBER = re.compile(r"\b(?:năm|ngày|tháng|số|đến|từ|và|khoản|Điều|điều|khoảng|quý|lần|thứ)$")
# The same words where no number follows, before a printed label: "chuyển đổi số / 4.1. Hạ tầng".
_WANTS_NO_NUMBER = re.compile(
    r"(?:\bsố|\b(?:[Hh]ằng|[Hh]àng|[Tt]ừng|[Mm]ỗi) (?:năm|ngày|tháng|quý))$"
)
_PRINTED_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s")
# Compounds with a hyphen between blanks, which a page may cut before it: "chính trị / - xã hội".
_COMPOUNDS = frozenset({
    "chính trị - xã hội", "chính trị - kinh tế", "kinh tế - xã hội", "kinh tế - kỹ thuật", "kinh tế - chính trị",
    "văn hóa - xã hội", "văn hoá - xã hội", "xã hội - nghề nghiệp", "quốc phòng - an ninh", "an ninh - quốc phòng",
    "khoa học - kỹ thuật", "khoa học - công nghệ", "hành chính - sự nghiệp", "lao động - Thương binh",
    "thi đua - Khen thưởng", "thi đua - khen thưởng",
})  # fmt: skip
# Both halves of an amount; a year before the dash is none ("đến năm 2030 / - 80% hộ dân").
_RANGE_BEGINS = re.compile(r"(?<![\w/.,])(\d{1,3}(?:,\d{1,2})?)$")
_RANGE_ENDS = re.compile(r"[-–]\s*(\d{1,3}(?:,\d{1,2})?)\s?(?:%|m[2²]|ha\b|km\b|tỷ\b|triệu\b)")
_SENTENCE_WORDS = 4  # a line of fewer blanks is a label: "Khoản 3"
_TAIL = re.compile(r"[-–]\s(?P<words>\w+ \w+)")
_ITEM_MARKS = "-–+*•"


def is_cut_number(before: str, after: str) -> bool:
    """Whether a page break fell before a year or number: "trước năm / 2025. Bảo đảm"."""
    if _WANTS_NUMBER.search(before[-12:]) and after[0].isdigit():
        return not (_WANTS_NO_NUMBER.search(before[-12:]) and _PRINTED_LABEL.match(after))
    if re.search(r"\b\d{4}$", before[-6:]) and re.match(r"[-–]\s*\d{4}\b", after):
        return True  # a period cut at its dash: "giai đoạn 2026 / - 2030"
    if _is_cut_range(before, after):
        return True
    is_year = re.match(r"\d{4}[.,;)]", after) is not None
    return is_year and before[-1] != ")" and not before.isupper()


def _is_cut_range(before: str, after: str) -> bool:
    """Whether an amount was cut at its dash: "đóng góp khoảng 78 / - 80% GRDP"."""
    low, high = _RANGE_BEGINS.search(before[-8:]), _RANGE_ENDS.match(after[:24])
    if low is None or high is None or before.count(" ") < _SENTENCE_WORDS:
        return False
    return float(low[1].replace(",", ".")) < float(high[1].replace(",", "."))


def is_cut_compound(before: str, after: str) -> bool:
    """Whether a page break fell before the hyphen of a compound: "tổ chức chính trị / - xã hội".

    An item of that one word is no such half: "- kinh tế" and "- xã hội" may be a list.
    """
    tail = _TAIL.match(after[:24])
    head = " ".join(before[-24:].lower().split()[-2:])
    if tail is None or f"{head} - {tail['words']}" not in _COMPOUNDS:
        return False
    is_item = before[0] in _ITEM_MARKS
    return not (is_item and before.lower().strip(f"{_ITEM_MARKS} ") == head)
