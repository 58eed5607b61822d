"""Whether a question says nothing but what was recognised in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.fold import strip_marks
from rag.asked.patterns import spelled
from rag.meaning.words import words
from rag.question import Question

Spans = Iterable[tuple[int, int]]

DOC = r"(?:văn bản|tài liệu|kế hoạch|chương trình(?: hành động)?|nghị quyết|quyết định|chỉ thị|kh|ctr|cthđ)"
# Words that only hold a question for documents, persons or offices together.
_FILLER_WORDS = """
là và của những các có cho về với tại ở trong theo thì mà này kia đó được bởi do hay hoặc nào gì sao ai nếu
đã đang sẽ còn cũng đều lại nữa thế vậy à ạ nhé nhỉ hãy xin vui lòng hỏi biết tôi mình em anh chị bạn tất cả mọi
nêu ghi in ra vào từ hiện nay tại bây giờ lúc giúp với hộ không chưa phải đúng bao nhiêu mấy tổng cộng số lượng
danh sách liệt kê kể tên tóm tắt toàn bộ lưu trữ bản nạp quản lý thuộc ban hành ký xem cần muốn ông bà đồng chí
người vị chức vụ danh địa phương nơi tỉnh thành phố huyện giữ làm thay mặt đại diện họ rồi thấy một hết gồm bao
"""
_ASSERTS = spelled(r"\b(?:phải|đúng) (?:không|chứ|chưa)\b|\bcó (?:phải|đúng)\b|\bđúng vậy\b")
_FILLERS = frozenset(_FILLER_WORDS.split())
_PLAIN_FILLERS = frozenset(map(strip_marks, _FILLERS))


def as_typed(question: Question) -> Question:
    """The question with the diacritics it was typed with: a reading may miss rare words such as "kho"."""
    same = strip_marks(question.typed) == strip_marks(question.text)
    return replace(question, text=question.typed) if same else question


def asserts(question: Question) -> bool:
    """Whether the question asserts and wants it confirmed: "… phải không?"; premises are checked elsewhere."""
    return _ASSERTS.search(question.folded) is not None


def blanked(text: str, spans: Spans) -> str:
    """The text with the spans as blanks; the length stays."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def spans_of(folded: str, *patterns: str) -> list[tuple[int, int]]:
    """Where any of the patterns stands in folded text."""
    return [match.span() for each in patterns for match in spelled(each).finditer(folded)]


def says_nothing_else(folded: str, spans: Spans) -> bool:
    """Whether all words of folded text outside the spans only hold the question together."""
    left = words(blanked(folded, spans))
    return all(
        word.folded in _FILLERS or (not word.marked and word.plain in _PLAIN_FILLERS)
        for word in left
    )
