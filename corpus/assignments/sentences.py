"""Assignments in sentences: "Giao … chủ trì, phối hợp với …", "… chịu trách nhiệm thi hành"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from corpus.agencies.lists import AgencyText, Span, is_bare
from corpus.assignments.deadlines import find_deadline
from corpus.assignments.parts import (
    MARKER,
    Parties,
    leads_at,
    read_partners,
    trimmed,
    trimmed_space,
)
from corpus.assignments.source import ITEMS, Draft, Line, PlanReader
from corpus.quantity.units import folded

CHARGE = re.compile(r"(?:giao(?: cho)?|đề nghị|phân công|yêu cầu)\s+(?:đồng chí\s+)?")
_PREFACE = re.compile(
    r"(?:căn cứ|trên cơ sở|trong quá trình|để |nhằm |theo |hằng năm|hàng năm|định kỳ)"
)
_OBLIGES = re.compile(
    r"[\s,:]*(?:có trách nhiệm|chịu trách nhiệm|là (?:cơ quan|đơn vị) (?:thường trực|chủ trì|đầu mối))"
)
# "… có trách nhiệm: a; b; c.": the whole list is the task.
_ENUMERATES = re.compile(rf"{_OBLIGES.pattern}\s*:")
_FULL_STOP = re.compile(r"\.(?=\s|$)")
_TRAIL = re.compile(
    r"có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|thực hiện|[:.;,]|(?P<note>[-–]\s?(?:cơ quan|đơn vị) )"
)
# What may follow the agencies of a sentence that leaves the task to the words above it.
_NO_TASK = re.compile(
    folded(
        r"[\s,]*(?:chủ trì[\s,]*)?(?:tham mưu[\s,]*)?(?:(?:hoàn thành|thực hiện|triển khai)\s(?:trong|trước|vào|từ|năm|quý|tháng|"
        r"giai đoạn|thường xuyên|hằng năm|hàng năm|theo (?:chức năng|quy định|thẩm quyền))[^;]{0,120})?[\s.;]*"
    )
)
_LONGEST_NOTE = 80  # characters of "- cơ quan thường trực …" after a name
_SENTENCE = re.compile(r"[.;]\s+(?=\S)")
_COMMA = re.compile(r",\s+")


def spoken(reader: PlanReader) -> list[Draft]:
    """Sentences that charge an agency: "Giao … chủ trì", "… chủ trì, phối hợp với …"."""
    drafts: list[Draft] = []
    for line in reader.lines:
        if reader.labels[line.start] or " | " in reader.source.text[line.start : line.end]:
            continue
        marker = MARKER.match(reader.source.text, line.start, line.end)
        begin = marker.end() if marker else line.start
        edges = _sentence_edges(reader.source, begin, line.end)
        extents = _extents(reader.source, edges)
        for (first, stop), extent in zip(itertools.pairwise(edges), extents, strict=True):
            sentence = trimmed(reader.source.text, first, stop)
            draft = _sentence(reader, line, sentence, extent, opens=first == begin)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _sentence_edges(source: AgencyText, begin: int, end: int) -> list[int]:
    """Where the sentences of a line begin, and its end; a list of agencies is not cut at ";"."""
    edges = [begin]
    stop: int | None = None  # of the list at the last edge, looked for once
    for match in _SENTENCE.finditer(source.text, begin, end):
        mark = match.start()
        if source.text[mark] == ";":
            if stop is None:
                stop = source.stop_of(edges[-1], end) if source.begins_at(edges[-1]) else begin
            if mark <= stop and source.trimmed_end(edges[-1], mark) == mark:
                continue
        edges.append(match.end())
        stop = None
    return [*edges, end]


def _extents(source: AgencyText, edges: Sequence[int]) -> list[int]:
    """For each sentence where the words to its agency end: at the next that names another."""
    found: list[int] = []
    stop = edges[-1]
    for edge in reversed(edges[1:]):
        named = source.begins_at(edge) or CHARGE.match(source.folded, edge) is not None
        stop = edge if named else stop
        found.append(stop)
    return found[::-1]


def _sentence(
    reader: PlanReader, line: Line, sentence: Span, extent: int, *, opens: bool
) -> Draft | None:
    """One sentence as an assignment, or None when it charges nobody.

    In the implementing part the paragraph up to ``extent`` is the task of the agency that opens it.
    """
    source = reader.source
    charge = CHARGE.match(source.folded, sentence.start, sentence.end)
    implements = reader.implements[line.section] and opens
    begin = charge.end() if charge else sentence.start
    if implements and not charge and _PREFACE.match(source.folded, sentence.start):
        begin = _after_preface(source, sentence)
    if begin >= sentence.end or not source.begins_at(begin):
        return None
    finish = source.end_of(begin, sentence.end)
    if finish <= begin or only_trails(source.folded, finish, sentence.end):
        return None
    leads = leads_at(source, finish, min(sentence.end, finish + 200))
    obliges = _OBLIGES.match(source.folded, finish) is not None
    named = source.text[begin].isupper()
    if not ((charge and named) or implements or (leads and named) or obliges):
        return None
    items = [
        item
        for item in source.split(begin, finish)
        if not is_bare(source.text[item.start : item.end])
    ]
    if not items:
        return None
    parties = Parties([(item, "chủ trì" if leads else "thực hiện") for item in items])
    if implements:
        sentence = trimmed(source.text, sentence.start, extent)
    elif obliges and _ENUMERATES.match(source.folded, finish):
        stop = _FULL_STOP.search(source.text, finish, extent)
        sentence = trimmed(source.text, sentence.start, stop.start() if stop else extent)
    parties.partners = read_partners(source, finish, sentence.end)
    words = Span(
        sentence.start, max(finish, parties.partners[-1].end if parties.partners else finish)
    )
    deadline = find_deadline(source, finish, sentence.end)
    section = line.section
    if charge and _NO_TASK.fullmatch(source.folded, words.end, sentence.end):
        section, sentence = _task_above(reader, line, sentence)
    return Draft(section, sentence, words, parties, deadline)


def _task_above(reader: PlanReader, line: Line, sentence: Span) -> tuple[int, Span]:
    """The task that a sentence gives away without naming it: the words above it in its provision.

    "2.2. Xây dựng cơ sở dữ liệu … / Giao Sở Xây dựng chủ trì, hoàn thành trước ngày 30/6/2024." A
    paragraph below a list is about the whole list.
    """
    at = line.section
    section = reader.sections[at]
    if section.kind in ITEMS and section.parent is not None and line.start > section.start:
        at = section.parent
        section = reader.sections[at]
    above = trimmed(reader.source.text, section.start, sentence.start)
    return (at, above) if above.end > above.start else (line.section, sentence)


def only_trails(folded: str, start: int, end: int) -> bool:
    """Whether nothing but marks, remarks and "có trách nhiệm" stands in a stretch after a name.

    One walk to the right over the places where such a part may end: a note ends anywhere within
    its length, a remark at any closing bracket of its line.
    """
    span = trimmed_space(folded, start, end)
    edges, furthest = {span.start}, span.start
    note_end = remark_end = -1
    for at in range(span.start, span.end):
        if at > max(furthest, note_end, remark_end):
            return False
        remark = at <= remark_end and folded[at - 1] == ")"
        if not (remark or at <= note_end or at in edges):
            continue
        if folded[at] == "(":
            remark_end = remark_end if at < remark_end else _line_end(folded, at, span.end)
        elif trail := _TRAIL.match(folded, at, span.end):
            edges.add(trail.end())
            furthest = max(furthest, trail.end())
            if trail["note"]:
                note_end = _line_end(folded, at, min(span.end, trail.end() + _LONGEST_NOTE))
    closed = span.end <= remark_end and folded[span.end - 1] == ")"
    return closed or span.end <= note_end or span.end in edges


def _line_end(folded: str, start: int, end: int) -> int:
    stop = folded.find("\n", start, end)
    return end if stop < 0 else stop


def _after_preface(source: AgencyText, sentence: Span) -> int:
    """Where the agency begins after "Căn cứ Kế hoạch này, …"; the sentence's end when none does."""
    for comma in _COMMA.finditer(
        source.text, sentence.start, min(sentence.end, sentence.start + 400)
    ):
        if source.begins_at(comma.end()):
            return comma.end()
    return sentence.end
