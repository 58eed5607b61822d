"""How patterns over questions are written: with their diacritics, for folded text.

``spelled`` says which typing they accept; the fragments are shared by the tables of patterns.
"""

from __future__ import annotations

import re

from corpus.fold import fold, strip_marks

# In the source of a pattern: an escape, which stays as it is, or a run of letters.
_LETTERS = re.compile(r"\\.|[^\W\d_]+")


def spelled(source: str) -> re.Pattern[str]:
    """A pattern for folded text: each letter with diacritics also stands for its bare one.

    "tỷ lệ" is found in "tỷ lệ", "ty le" and "tỷ le"; "lý do" is not found in "quản lý đô thị".
    A letter written bare stands only for itself. No letter with diacritics may stand in a class.
    """
    return re.compile(_LETTERS.sub(_either_typing, source))


def _either_typing(letters: re.Match[str]) -> str:
    """The letters of a pattern as typed with diacritics or without: "lý" -> "l[ýy]"."""
    typed = letters.group()
    if typed.isascii():
        return typed
    pairs = ((letter, strip_marks(letter)) for letter in fold(typed))
    return "".join(f"[{letter}{bare}]" if bare != letter else letter for letter, bare in pairs)


def pattern(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words that is ``spelled`` any of the alternatives."""
    return spelled(rf"\b(?:{'|'.join(alternatives)})\b")


# Types of documents that a plan cites by number.
CITED = (
    "nghị quyết", "quyết định", "nghị định", "thông tư", "chỉ thị", "kết luận", "thông báo", "tờ trình", "công văn", "hướng dẫn",
)  # fmt: skip
# "mấy" asks how many, unless something else is asked: "mấy căn nhà cũ xử lý ra sao" is "các căn nhà".
HOW_MANY = (
    r"mấy(?! móc| tính| bay| quay)"
    r"(?!.*\b(?:thế nào|sao|khi nào|bao giờ|đâu|là ai|cách nào|kiểu gì|không hay)\b|.*\b(?:không|chưa)\s*(?:[?.,;]|$))"
)
# Agencies by one word, not "cơ sở" and "văn bản".
AGENCY = r"(?:(?<!cơ )(?<!trụ )sở|(?<!văn )ban)"
