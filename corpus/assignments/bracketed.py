"""Assignments in brackets behind the task: "… (Sở Xây dựng chủ trì; hoàn thành trong quý II/2027)."."""

from __future__ import annotations

import re

from corpus.agencies.lists import Span
from corpus.assignments.deadlines import find_deadline
from corpus.assignments.parts import (
    DEADLINE,
    LEAD,
    MARKER,
    PARTNERS,
    Label,
    Parties,
    find_labels,
    leads_at,
    read_parties,
    trimmed,
)
from corpus.assignments.sentences import CHARGE
from corpus.assignments.source import Draft, Line, PlanReader

_BRACKET = re.compile(r"\((?P<inner>[^()]{6,400})\)(?=\s*(?:[.;,:]|$))")
_TIME = re.compile(
    r"(?:[;,]|\bthực hiện)\s*(?:thực hiện |triển khai |hoàn thành |xong )?"
    r"(?P<due>(?:trong |trước |từ |vào |đến )?(?:quý|tháng|năm|giai đoạn|ngày) [^;,]{1,40}"
    r"|thường xuyên|hằng năm|hàng năm)\s*$"
)
_LEADS_WITHIN = 200  # characters after the agencies in which "chủ trì" stands
_ACT = re.compile(
    r"[\s,]*(?:thực hiện|phụ trách|tham mưu|là (?:cơ quan|đơn vị) (?:đầu mối|chủ trì))"
)


def bracketed(reader: PlanReader) -> list[Draft]:
    """The assignments that close a sentence in brackets; the task is the sentence before them."""
    drafts: list[Draft] = []
    for line in reader.lines:
        if reader.source.text.find("(", line.start, line.end) < 0:
            continue
        if " | " in reader.source.text[line.start : line.end]:
            continue
        drafts += _of_line(reader, line)
    return drafts


def _of_line(reader: PlanReader, line: Line) -> list[Draft]:
    text = reader.source.text
    marker = MARKER.match(text, line.start, line.end)
    begin = marker.end() if marker else line.start
    drafts: list[Draft] = []
    for match in _BRACKET.finditer(text, begin, line.end):
        inner = Span(match.start("inner"), match.end("inner"))
        parties, deadline = _read(reader, inner)
        if not parties.leads:
            continue
        task = trimmed(text, begin, match.start())
        if task.end > task.start:
            drafts.append(Draft(line.section, task, inner, parties, deadline))
        begin = match.end()
    return drafts


def _read(reader: PlanReader, inner: Span) -> tuple[Parties, Span | None]:
    """Who leads and joins by the words in a bracket, and by when; nobody for a remark."""
    source = reader.source
    labels = find_labels(source, inner.start, inner.end)
    if labels:
        return _labelled(reader, labels)
    charge = CHARGE.match(source.folded, inner.start, inner.end)
    begin = charge.end() if charge else inner.start
    if not source.begins_at(begin):
        return Parties(), None
    finish = source.end_of(begin, inner.end)
    leads = leads_at(source, finish, min(inner.end, finish + _LEADS_WITHIN))
    if not (leads or charge or _ACT.match(source.folded, finish, inner.end)):
        return Parties(), None
    parties = read_parties(source, begin, inner.end, "thực hiện")
    return parties, find_deadline(source, finish, inner.end) or _bare_time(reader, finish, inner)


def _bare_time(reader: PlanReader, start: int, inner: Span) -> Span | None:
    """A time that ends the bracket without saying that it is one: "…; quý IV/2026"."""
    match = _TIME.search(reader.source.folded, start, inner.end)
    return Span(*match.span("due")) if match else None


def _labelled(reader: PlanReader, labels: list[Label]) -> tuple[Parties, Span | None]:
    parties, deadline = Parties(), None
    for label in labels:
        if label.kind == DEADLINE:
            deadline = deadline or label.value
        elif label.kind in {LEAD, PARTNERS}:
            read = read_parties(reader.source, label.value.start, label.value.end, label.role)
            if label.kind == LEAD:
                parties.leads += read.leads
            else:
                parties.partners += [lead for lead, _ in read.leads]
            parties.partners += read.partners
    return parties, deadline
