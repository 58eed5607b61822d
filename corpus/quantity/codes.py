"""What only looks like an amount: dates, years, numbers of documents, labels, ordinals, ratios."""

from __future__ import annotations

import re

from corpus.fold import fold
from corpus.quantity.units import folded

# Words whose number is a name, a date or a rank, not an amount.
_NAMED = fold(
    "ngày|tháng|quý|tuần|thứ|lần|khóa|điều|khoản|điểm|mục|tiểu mục|chương|phần|phụ lục|mẫu|biểu|bảng|hình|"
    "trang|quyển|tập|cấp|loại|hạng|bậc|kỳ họp|nghị quyết|nghị định|chỉ thị|quyết định|kết luận|thông tư|"
    "công văn|chương trình hành động|kế hoạch|luật|quy định|hướng dẫn|quốc lộ|tỉnh lộ|đường tỉnh|"
    "đường huyện|ql|tl|đt|phường|quận|tổ|khu phố|thôn|ấp|lô|gói thầu|gói|bước|top|giai đoạn|tiêu chí|"
    "công nghiệp|cách mạng công nghiệp|điện thoại|đt:|fax|mã số|hotline|tổng đài|cop|windows|vn|hs"
)
_NAMED_BEFORE = re.compile(rf"(?:(?<![^\W\d_])(?:{_NAMED})(?:\ssố)?:?|[$€]|\()\s*$")
_NUMBERED_BEFORE = re.compile(folded(r"(?<!tổng )(?<!trong )(?<!một )(?<![^\W\d_])số:?\s*$"))
_YEAR_BEFORE = re.compile(
    folded(r"(?:năm|đến|tới|từ|vào|giai đoạn|thời kỳ|nhiệm kỳ|[0-9]\s*-|,|và)\s*$")
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
DATE_AFTER = re.compile(folded(r"(?:tháng|năm)\s[0-9]"))
_PERCENT_OF = re.compile(folded(r"quy định\s*$"))  # "cao hơn quy định 50%"
_COUNTED = re.compile(folded(r"(?:tuần|lần|tổ|cấp|kế hoạch|tiêu chí)\s*$"))
_CODE_BEFORE = re.compile(r"(?:[^\W\d_][-–]?|[0-9][/:]|[-/+]|\[)$")


_NAME_NUMBER = re.compile(r"[1-9][0-9]?")
_NAME_BEFORE = 24  # characters that hold two words of a name
_CODE_AFTER = re.compile(r"\s?[-–]\s?[A-ZĐ]|\s?/\s?[0-9A-ZĐ]|:[0-9]|\]")


def is_code(text: str, start: int, end: int) -> bool:
    """Whether the characters that touch a number make it part of a code, a date or a ratio."""
    before = text[max(0, start - 2) : start]
    if _CODE_BEFORE.search(before) and not re.search(r"\s-$", before):
        return True
    return touches_code(text, end)


def touches_code(text: str, end: int) -> bool:
    """Whether what follows a number makes it part of a code: "06-NQ/TW", "22/9", "1:2"."""
    after = text[end : end + 5]
    return _CODE_AFTER.match(after) is not None


def numbers_a_name(text: str, start: int, printed: str) -> bool:
    """Whether a number belongs to the name before it: "phường Móng Cái 1 thành …", "A Lưới 2".

    Units of 2025 that share a name are told apart by one; the name is two words in capitals.
    """
    name = text[max(0, start - _NAME_BEFORE) : start].split()[-2:]
    return (
        _NAME_NUMBER.fullmatch(printed) is not None
        and text[start - 1 : start] == " "
        and len(name) == 2
        and all(word.isalpha() and word[0].isupper() for word in name)
    )


def is_label(low: str, start: int, end: int) -> bool:
    """Whether a number opens its line as a section label or stands alone in brackets."""
    line = low.rfind("\n", max(0, start - 12), start) + 1
    opens = not low[max(line, start - 12) : start].strip(" \t-*+(|[")
    if opens and start - line > 12:
        opens = False
    after = low[end : end + 2]
    if opens and re.match(r"[.)/\]]|-\s", after):
        return True
    return low[start - 1 : start] in ("(", "[") and after[:1] in (")", "]")


_NAMED_LAST = frozenset(name.split()[-1] for name in _NAMED.split("|")) | {"số"}


def last_word(before: str) -> str:
    """The word that ends some text, without what opens or follows it: a cheap test for patterns."""
    words = before.rstrip()
    return words[words.rfind(" ") + 1 :].strip('(|["“*-+:,;')


def is_named(before: str, printed: str, *, has_unit: bool) -> bool:
    """Whether the words before a number make it a year, an ordinal or the number of something."""
    if _YEAR.fullmatch(printed) and (not has_unit or _YEAR_BEFORE.search(before)):
        return True
    if last_word(before) not in _NAMED_LAST and not before.rstrip().endswith(("(", "$", "€")):
        return False
    if _NUMBERED_BEFORE.search(before):
        return True
    if has_unit and _PERCENT_OF.search(before):
        return False
    named = _NAMED_BEFORE.search(before)
    return bool(named) and not (has_unit and (before.endswith("(") or _COUNTED.search(before)))
