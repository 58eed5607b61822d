"""Targets without a number: "đạt chuẩn đô thị loại IV", "phổ cập dịch vụ mạng di động 5G".

Read only in sections of aims, from a clause that says that something is to be reached and by when,
that a class of town is to be reached, or that it is striven for.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from corpus.indicators.lines import Draft, Line, Setting
from corpus.indicators.names import clean_name
from corpus.indicators.scope import split_scope
from corpus.indicators.years import YearPhrase, date_values
from corpus.plan import IndicatorKind
from corpus.quantity.units import folded

_REACH = (
    r"(?:đạt chuẩn|đạt(?:\s(?:các|một số|cơ bản|đầy đủ|tối thiểu))*\s(?:tiêu chí|tiêu chuẩn)|"
    r"đạt\s(?:chuẩn\s)?(?:đô thị|loại)|(?:tiếp tục\s|cơ bản\s)?(?:hoàn thiện|hoàn thành|phổ cập)|trở thành|"
    r"(?:lên|thành|là)\sđô thị\sloại|(?:lên|thành)\s(?:thành phố|thị xã|thị trấn|quận|phường)|thuộc nhóm|đứng trong nhóm|nằm trong nhóm|trong nhóm|được công nhận|"
    r"không còn|xoá bỏ|chấm dứt|chiếm tỷ trọng lớn|chiếm tỉ trọng lớn|hình thành|"
    r"có\s(?=(?:trung tâm|hệ thống|quy hoạch)))"
)
_VERB = re.compile(folded(rf"(?<![^\W_]){_REACH}"))
_BREAK = re.compile(
    folded(rf";|(?:,\s?|\svà\s)(?=(?:{_REACH}|tỷ lệ\s|tỉ lệ\s))|,\s(?=gắn với|đồng thời)")
)
_GRADE = re.compile(folded(r"(?<![^\W_])loại\s(?:đặc biệt|[ivx]+)(?![^\W_])"))
_STRIVE = re.compile(folded(r"(?<![^\W_])(?:phấn đấu|phân đấu|phấn đầu|phân đầu)(?![^\W_])"))
_LONGEST = 500


def may_state(low: str) -> bool:
    """Whether a folded paragraph has any of the words that a qualitative target is told by."""
    return _VERB.search(low) is not None


def _clauses(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence, split where something else is to be reached."""
    spans, at = [], start
    for match in _BREAK.finditer(line.low, start, end):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, end))
    return spans


def _undated(line: Line, start: int, end: int) -> int:
    """The end of a clause without the year phrase that closes it."""
    for phrase in line.phrases_in(start, end)[-1:]:
        if not line.low[phrase.end : end].strip(" .,;"):
            return phrase.start
    return end


def read_words(
    line: Line,
    start: int,
    end: int,
    setting: Setting,
    lead: YearPhrase | None,
    numbers: list[Draft],
) -> list[Draft]:
    """The qualitative indicators of a sentence; clauses that state one of ``numbers`` have none."""
    taken = [draft.value_start - line.offset for draft in numbers]
    strives = bool(_STRIVE.search(line.low, start, end))
    phrases = line.phrases_in(start, end)
    found: list[tuple[int, int, int]] = []
    for first, last in _clauses(line, start, end):
        number = bisect_left(taken, first)
        if number < len(taken) and taken[number] < last:
            last = line.low.rfind(",", first, taken[number])
        verb = _VERB.search(line.low, first, last) if last > first else None
        if verb is not None and last - first <= _LONGEST:
            found.append((first, verb.start(), _undated(line, verb.end(), last)))
    spans = [(at, last) for _, at, last in found]
    dated = date_values(line.low, start, end, spans, phrases)
    drafts: list[Draft] = []
    subject: tuple[str, str | None] = ("", None)
    for (first, at, last), when in zip(found, dated, strict=True):
        when = when or lead
        if when is None and not strives and not _GRADE.search(line.low, first, last):
            continue
        own = split_scope(clean_name(line.masked[first:at]))
        joined = line.low[max(0, first - 4) : first].endswith(" và ")
        subject = subject if joined and own == ("", None) else own
        drafts.append(_draft(line, (start, end), (at, last), subject, when, setting))
    return drafts


def _draft(
    line: Line,
    sentence: tuple[int, int],
    reached: tuple[int, int],
    subject: tuple[str, str | None],
    when: YearPhrase | None,
    setting: Setting,
) -> Draft:
    verb, last = reached
    value = line.text[verb:last].rstrip(" .,;:")
    words = " ".join(line.masked[verb : verb + len(value)].split())
    return Draft(
        name=f"{subject[0]} {words}".strip(),
        scope=subject[1],
        quantity=None,
        when=when,
        kind=IndicatorKind.QUALITATIVE,
        section=setting.section,
        start=line.offset + sentence[0],
        end=line.offset + sentence[1],
        value_start=line.offset + verb,
        value_end=line.offset + verb + len(value),
    )
