"""Assignments in labelled lines: "Cơ quan chủ trì: …", "Thời gian thực hiện: …", one group a task."""

from __future__ import annotations

from corpus.agencies.lists import Span
from corpus.assignments.parts import (
    DEADLINE,
    LEAD,
    MARKER,
    OTHER,
    PARTNERS,
    TASK,
    Label,
    Parties,
    read_parties,
    trimmed,
)
from corpus.assignments.source import ITEMS, Draft, Line, PlanReader

_FRAGMENT = 30  # characters: a shorter line in small letters is a torn rest of the line above


def labelled(reader: PlanReader) -> list[Draft]:
    """Groups of labelled lines, one a task."""
    drafts: list[Draft] = []
    current: Draft | None = None
    ends: dict[int, int] = {}  # section -> where the words of its last group end
    last_end = 0
    for position, line in enumerate(reader.lines):
        labels = reader.labels[line.start]
        if not labels:
            torn = line.end - line.start < _FRAGMENT and reader.source.text[line.start].islower()
            current = current if torn else None
            continue
        for label in labels:
            if label.kind == OTHER:
                continue
            if label.kind == TASK:
                drafts.append(_named_task(reader, line, label))
                current = None
                continue
            if current is None or not _belongs(reader, current, line, label):
                current = _new_group(reader, ends, line, label, last_end)
                drafts.append(current)
            _add_label(reader, current, label, position)
            ends[current.section] = last_end = current.words.end
    return drafts


def _named_task(reader: PlanReader, line: Line, label: Label) -> Draft:
    """The task that the label itself names, for the agencies after it or whoever it describes."""
    value = label.value
    whole = reader.source.end_of(value.start, value.end) == value.end
    named = reader.source.split(value.start, value.end) if whole else (value,)
    parties = Parties([(agency, label.role) for agency in named])
    words = Span(label.start, label.value.end)
    return Draft(line.section, words, words, parties)


def _belongs(reader: PlanReader, draft: Draft, line: Line, label: Label) -> bool:
    same_task = _task_section(reader, line) == draft.section or draft.section in _above(
        reader, line.section
    )
    return same_task and (label.kind, label.role if label.kind == LEAD else "") not in draft.seen


def _above(reader: PlanReader, section: int) -> list[int]:
    found: list[int] = []
    parent = reader.sections[section].parent
    while parent is not None:
        found.append(parent)
        parent = reader.sections[parent].parent
    return found


def _task_section(reader: PlanReader, line: Line) -> int:
    """The section that states the task: the nearest one whose own first words are not a label."""
    position = line.section
    while reader.labels.get(reader.sections[position].start):
        parent = reader.sections[position].parent
        if parent is None:
            break
        position = parent
    return position


def _new_group(
    reader: PlanReader, ends: dict[int, int], line: Line, label: Label, last_end: int
) -> Draft:
    """A group for the task before ``label``; dashes without labels of their own belong to it together."""
    section = _task_section(reader, line)
    begin = reader.sections[section].start
    if reader.sections[section].kind in ITEMS and reader.sections[section].parent is not None:
        first = _first_unassigned(reader, last_end, section)
        if first != section:
            section = reader.sections[section].parent or 0
            begin = reader.sections[first].start
    begin = max(begin, ends.get(section, begin))
    task = trimmed(reader.source.text, begin, max(begin, line.start))
    return Draft(section, task, Span(label.start, label.value.end))


def _first_unassigned(reader: PlanReader, last_end: int, section: int) -> int:
    """The first of the run of dashes up to ``section`` that no group speaks of yet."""
    first = section
    while first > 0:
        previous = reader.sections[first - 1]
        same = (
            previous.kind is reader.sections[section].kind
            and previous.parent == reader.sections[section].parent
        )
        if not same or previous.start < last_end:
            break
        first -= 1
    return first


def _add_label(reader: PlanReader, draft: Draft, label: Label, position: int) -> None:
    draft.seen.add((label.kind, label.role if label.kind == LEAD else ""))
    draft.words = Span(min(draft.words.start, label.start), max(draft.words.end, label.value.end))
    value = label.value
    if label.kind == DEADLINE:
        draft.deadline = draft.deadline or (value if value.end > value.start else None)
        return
    for stretch in [value] if value.end > value.start else _listed_below(reader, position):
        parties = read_parties(reader.source, stretch.start, stretch.end, label.role)
        if label.kind == PARTNERS:
            draft.parties.partners += [lead for lead, _ in parties.leads] + parties.partners
        else:
            draft.parties.leads += parties.leads
            draft.parties.partners += parties.partners
        draft.words = Span(draft.words.start, max(draft.words.end, stretch.end))


def _listed_below(reader: PlanReader, position: int) -> list[Span]:
    """Agencies that follow an empty label, one a dash."""
    found: list[Span] = []
    for line in reader.lines[position + 1 : position + 12]:
        marker = MARKER.match(reader.source.text, line.start, line.end)
        begin = marker.end() if marker else line.start
        if begin == line.start or reader.labels[line.start] or not reader.source.begins_at(begin):
            break
        found.append(Span(begin, line.end))
    return found
