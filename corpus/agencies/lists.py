"""Names of agencies inside sentences: where one begins, where a list of them ends and splits.

An agency is known by its head word ("Sở", "UBND", "Ban Thường vụ", "các cơ quan"), never by a list
of full names, so a list is cut only where a head word follows the comma or "và".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.agencies.words import (
    ACT_OR_MARK,
    BEFORE_NOUN_ACT,
    COMMON_HEAD,
    GROUP_HEAD,
    NAME_OPENS,
    NAMED_HEAD,
    NOT_AGENCY,
    NOUN_ACTS,
)
from corpus.fold import fold

LONGEST_LIST = 1500  # characters of one list of agencies
# "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội" is one party to a task.
_FRONT = re.compile(r"(?:mặt trận tổ quốc|mttq)[^,;()]{0,40}$")
_UNIONS = re.compile(r"(?:các )?(?:tổ chức chính trị|tổ chức ct|đoàn thể|hội đoàn thể)")
# "UBND các huyện, các thị xã": the second group still belongs to UBND.
_LOCALITIES = re.compile(r"các (?:quận|huyện|thị xã|thành phố|xã|phường|tỉnh)(?!\w)")
_OF_LOCALITIES = re.compile(
    r"(?:chủ tịch )?(?:ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân|đảng uỷ|cấp uỷ|công an)(?!\w)"
)
_JOINED = re.compile(
    r"(?:(?:^|\s)báo|văn phòng (?:đoàn (?:đại biểu quốc hội|đbqh)|hđnd|hội đồng nhân dân))$"
)
_SEPARATOR = re.compile(r";|,|\s(?:và|cùng|&)\s|[()]")
_UNIT_FOLLOWS = re.compile(
    r"(?:nhân dân|các|cấp|tỉnh|huyện|thành|thị|quận|xã|phường|kiểm|mttq)(?!\w)"
)
_GROUP = re.compile(r"(?:^|\s)(?:các|những)\s")
_COMMON_LAST = re.compile(r"\s(?:cơ quan|đơn vị|tổ chức|sở|ban|ngành|địa phương)$")
_GROUP_LETTERS = frozenset("tcn")  # first letters of "tất cả", "các", "những", "toàn thể"
_RELATED = re.compile(r"liên quan|trực thuộc|địa phương")
_MARKS = " \t\n,;.:-–*"
_DANGLING = re.compile(r"(?:^|\s)(?:và|với|cùng|của|đã|có)$")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of the text."""

    start: int
    end: int


class AgencyText:
    """A text with its folded twin, folded once, for reading agencies at offsets of the text."""

    __slots__ = ("folded", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)

    def begins_at(self, position: int) -> bool:
        """Whether an agency begins at ``position``: a head word in capitals, or a group of them."""
        if position >= len(self.text):
            return False
        if self.folded[position] in _GROUP_LETTERS and GROUP_HEAD.match(self.folded, position):
            return True
        return self.text[position].isupper() and self._has_head(position)

    def continues_at(self, position: int) -> bool:
        """Whether agencies begin at ``position`` in any case, as after "phối hợp với"."""
        return self.begins_at(position) or self._has_head(position)

    def _has_head(self, position: int) -> bool:
        head = NAMED_HEAD.match(self.folded, position) or COMMON_HEAD.match(self.folded, position)
        return head is not None and NOT_AGENCY.match(self.folded, position) is None

    def end_of(self, start: int, limit: int, *, capitals: bool = False) -> int:
        """Where the list of agencies at ``start`` ends: before the first act, or at ``limit``.

        ``capitals``: the text is printed in capitals, so an act may be too.
        """
        return self.trimmed_end(start, self.stop_of(start, limit, capitals=capitals))

    def stop_of(self, start: int, limit: int, *, capitals: bool = False) -> int:
        """Where the first act or colon of the list at ``start`` stands; at most the longest list on."""
        limit = min(limit, start + LONGEST_LIST)
        depth = 0
        for match in ACT_OR_MARK.finditer(self.folded, start, limit):
            mark, position = match.group(), match.start()
            if mark == ":" and not depth:
                return position
            if mark in "():":
                depth = max(0, depth + {"(": 1, ")": -1, ":": 0}[mark])
                continue
            act = capitals or self.text[position : match.end()].islower()
            if act and not depth and position > start and not self._is_noun(start, position, mark):
                return position
        return limit

    def split(self, start: int, end: int) -> tuple[Span, ...]:
        """The single agencies of a list; "UBND các huyện, thị xã, thành phố" is one."""
        found: list[Span] = []
        item, depth = start, 0
        for match in _SEPARATOR.finditer(self.folded, start, end):
            mark = match.group()
            depth = max(0, depth + (mark == "(") - (mark == ")"))
            if mark in "()" or depth or not self._splits(item, match, end):
                continue
            found.append(Span(item, match.start()))
            item = match.end()
        found.append(Span(item, end))
        return tuple(span for span in map(self._trimmed, found) if span.end > span.start)

    def _is_noun(self, start: int, position: int, word: str) -> bool:
        """Whether a word of acting belongs to a name: "Ban quản lý", "dự án đầu tư"."""
        before = self.folded[max(start, position - 16) : position]
        if word in NOUN_ACTS and BEFORE_NOUN_ACT.search(before):
            return True
        return NAME_OPENS.search(before) is not None

    def _splits(self, item: int, separator: re.Match[str], end: int) -> bool:
        """Whether a separator stands between two agencies rather than inside one's name."""
        if separator.group() == ";":
            return True
        following = self._skip_space(separator.end(), end)
        before = self.folded[item : separator.start()].lstrip()
        if separator.group() != "," and (
            _JOINED.search(before)
            or (_FRONT.search(before) and _UNIONS.match(self.folded, following))
        ):
            return False
        if _OF_LOCALITIES.match(before) and _LOCALITIES.match(self.folded, following):
            return False
        if GROUP_HEAD.match(self.folded, following):
            return True
        return self._begins_item(following, end, before)

    def _begins_item(self, position: int, end: int, before: str) -> bool:
        """Whether a new item begins at ``position``, after an item that reads ``before``."""
        if position >= end:
            return False
        common = COMMON_HEAD.match(self.folded, position)
        if common is not None and not self._is_named(common.end(), end):
            return not _is_group(before)
        return self.begins_at(position)

    def _is_named(self, position: int, end: int) -> bool:
        """Whether a capital or the word of a unit follows a head word: it names one agency."""
        following = self._skip_space(position, end)
        if following >= end or self.text[following] in ",;.":
            return False
        unit = _UNIT_FOLLOWS.match(self.folded, following)
        return self.text[following].isupper() or unit is not None

    def _skip_space(self, position: int, end: int) -> int:
        while position < end and self.text[position].isspace():
            position += 1
        return position

    def trimmed_end(self, start: int, end: int) -> int:
        """``end`` moved back over marks and dangling "và", "với"."""
        while end > start:
            if self.text[end - 1] in _MARKS:
                end -= 1
            elif word := _DANGLING.search(self.folded, max(start, end - 6), end):
                end = word.start()
            else:
                break
        return end

    def _trimmed(self, span: Span) -> Span:
        """The item without marks around it and without a remark in parentheses at its end."""
        start = span.start
        while start < span.end and self.text[start] in _MARKS:
            start += 1
        end = self.trimmed_end(start, span.end)
        opened = self.text.rfind("(", start, end)
        if end > start and self.text[end - 1] == ")" and opened > start:
            end = self.trimmed_end(start, opened)
        return Span(start, end)


def _is_group(item: str) -> bool:
    """Whether a folded item already speaks of several unnamed agencies."""
    if _GROUP.search(item):
        return True
    head = COMMON_HEAD.match(item)
    if head is None:
        return _COMMON_LAST.search(item) is not None
    bare = head.end() == len(item) or item[head.end()] in ",;"
    return bare or _RELATED.search(item) is not None


def is_unnamed(agency: str) -> bool:
    """Whether an item is "các cơ quan, đơn vị liên quan": others concerned, none named."""
    folded = fold(agency)
    grouped = GROUP_HEAD.match(folded) or COMMON_HEAD.match(folded)
    return "liên quan" in folded and grouped is not None


def is_bare(agency: str) -> bool:
    """Whether an item is only a common noun ("Cơ quan"), which names nobody."""
    return COMMON_HEAD.fullmatch(fold(agency)) is not None
