"""Proper names in a question that the plan it is put to never prints."""

from __future__ import annotations

import re

from corpus.fold import fold, strip_marks
from corpus.letters import UPPER
from corpus.places.finder import find_places
from rag.meaning import filler
from rag.meaning.words import words
from rag.question import Question

# Two words or more in capitals: "Vũng Áng", "Văn hóa Sa Huỳnh" from its second name on.
_ONE = rf"[{UPPER}][^\W\d_{UPPER}]+"  # no abbreviation
_NAME = re.compile(rf"(?<![\w.]){_ONE}(?:\s+{_ONE})+(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
# Words that are written with capitals as people like, and agencies, which are looked at on their own.
_COMMON = re.compile(
    r"\b(?:sở|bộ|ban|phòng|cục|chi cục|ubnd|hđnd|ủy|uỷ|hội|đoàn|mặt trận|đảng|trung ương|chính phủ|quốc hội|bộ chính trị|"
    r"việt nam|nhà nước|kế hoạch|chương trình|nghị quyết|quyết định|nghị định|chỉ thị|luật|thành ủy|tỉnh ủy|"
    r"thị ủy|huyện ủy|trung tâm|văn phòng|công an|chủ tịch|bí thư|giám đốc|ông|bà)\b"
)
_OPENS = re.compile(r"(?:^|[.?!:;\n])\s*$")
_MOSTLY = 0.5  # of a question's words in capitals: it is typed so throughout


def unprinted_names(question: Question, text: str) -> list[str]:
    """The proper names of the question, as typed, that a plan's text does not hold.

    No name of a place that the question is put to, of an agency or a document, nor the first word
    of the question. A question in capitals throughout names nothing by them.
    """
    typed = _WORD.findall(question.typed or question.text)
    if sum(word[0].isupper() for word in typed) > _MOSTLY * len(typed):
        return []
    spans = [span for match in _NAME.finditer(question.text) if (span := _own_words(match))]
    if not spans:
        return []
    mentions = (*question.places, *find_places(question.text))
    placed = {at for mention in mentions for at in range(mention.start, mention.end)}
    printed = strip_marks(" ".join(text.split()))
    names = [
        " ".join(question.text[start:end].split())
        for start, end in spans
        if _unplaced(question.text, start, end, placed) > 1
    ]
    return [name for name in names if strip_marks(name) not in printed]


def _unplaced(text: str, start: int, end: int, placed: set[int]) -> int:
    """How many words of a name are no part of a place: "Dệt" of "Nhà máy Dệt Nam Định"."""
    return sum(start + word.start() not in placed for word in _WORD.finditer(text[start:end]))


def _own_words(name: re.Match[str]) -> tuple[int, int] | None:
    """Where a name stands without the word that opens a sentence; None for a common one."""
    start = name.start()
    first = words(name.group())[0]
    if filler.is_function_word(first) or _OPENS.search(name.string[max(0, start - 3) : start]):
        start += name.group().index(" ") + 1 if " " in name.group() else 0
    rest = name.string[start : name.end()]
    if len(rest.split()) < 2 or _COMMON.search(fold(rest)):
        return None
    return start, name.end()
