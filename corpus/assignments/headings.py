"""Assignments under headings that are agencies: "1. Sở Tài chính" with its tasks below."""

from __future__ import annotations

import re

from corpus.agencies.lists import Span
from corpus.assignments.deadlines import find_deadline
from corpus.assignments.parts import MARKER, Parties, read_partners, trimmed
from corpus.assignments.sentences import CHARGE, only_trails
from corpus.assignments.source import ITEMS, SKIPPED, Draft, PlanReader

_OBLIGED = re.compile(r"\s(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)\s*:?$")
_RESPONSIBILITY = re.compile(r"(?:trách nhiệm|nhiệm vụ) (?:của|cụ thể của)\s+")
_LONGEST_DESCRIPTION = 80  # characters
_SELF_NOTE = re.compile(r"\s[-–]\s(?=[Cc]ơ quan|[Đđ]ơn vị)")


def headed(reader: PlanReader, charged: set[int]) -> list[Draft]:
    """Tasks below a heading that is an agency: each item leads by itself, else the whole section."""
    drafts: list[Draft] = []
    children: dict[int, list[int]] = {}
    for section in reader.sections:
        if section.parent is not None:
            children.setdefault(section.parent, []).append(section.index)
    for position in range(len(reader.sections)):
        tasks = [
            child
            for child in children.get(position, [])
            if reader.sections[child].kind not in SKIPPED
        ]
        dashes = bool(tasks) and all(reader.sections[task].kind in ITEMS for task in tasks)
        heading = _agency_heading(reader, position, with_items=bool(tasks))
        if heading is None and dashes and reader.implements[position]:
            heading = _described(reader, position)
        if heading is None:
            continue
        for task in tasks or ([] if position in charged else [position]):
            if task not in charged and not reader.labels.get(reader.sections[task].start):
                drafts.append(_headed_task(reader, heading, task))
    return drafts


def _agency_heading(reader: PlanReader, position: int, *, with_items: bool) -> Span | None:
    """The agencies of a heading that names nothing else, or None.

    In the implementing part a heading that begins with a group ("Các doanh nghiệp hoạt động trong …")
    and has items below is a name to its end.
    """
    section = reader.sections[position]
    if not section.title or section.kind in SKIPPED or section.kind in ITEMS:
        return None
    begin = reader.source.text.find(section.title, section.start, section.end)
    if begin < 0:
        return None
    end = begin + len(section.title)
    for opens in (_RESPONSIBILITY, CHARGE):
        if match := opens.match(reader.source.folded, begin, end):
            begin = match.end()
    if not reader.source.begins_at(begin):
        return None
    obliged = _OBLIGED.search(reader.source.folded, begin, end)
    if obliged and not CHARGE.search(reader.source.folded, max(0, begin - 20), begin):
        return Span(begin, obliged.start())
    finish = reader.source.end_of(begin, end)
    dash = _SELF_NOTE.search(reader.source.text, begin, finish)
    finish = dash.start() if dash else finish
    if only_trails(reader.source.folded, finish, end):
        return Span(begin, finish)
    whole = with_items and reader.implements[position] and section.title[:4].lower() == "các "
    return Span(begin, end) if whole else None


def _described(reader: PlanReader, position: int) -> Span | None:
    """Who a heading charges without the name of an agency: "Trách nhiệm của đối tượng kiểm kê (…):"."""
    section, source = reader.sections[position], reader.source
    begin = source.text.find(section.title, section.start, section.end) if section.title else -1
    charged = _RESPONSIBILITY.match(source.folded, begin) if begin >= 0 else None
    if charged is None:
        return None
    end = begin + len(section.title)
    note = source.text.find("(", charged.end(), end)
    found = trimmed(source.text, charged.end(), note if note >= 0 else end)
    return found if found.start < found.end <= found.start + _LONGEST_DESCRIPTION else None


def _headed_task(reader: PlanReader, heading: Span, task: int) -> Draft:
    section = reader.sections[task]
    source = reader.source
    marker = MARKER.match(source.text, section.start, section.end)
    begin = max(marker.end() if marker else section.start, section.body_start)
    opening = source.folded[begin : begin + 20]
    role = "thực hiện"
    if opening.startswith("phối hợp"):
        role = "phối hợp"
    elif re.match(r"(?:là cơ quan )?(?:tiếp tục )?chủ trì", opening):
        role = "chủ trì"
    parties = Parties([(item, role) for item in source.split(heading.start, heading.end)])
    parties.partners = read_partners(source, begin, min(section.end, begin + 3000))
    deadline = find_deadline(source, begin, section.end)
    return Draft(task, trimmed(source.text, section.start, section.end), heading, parties, deadline)
