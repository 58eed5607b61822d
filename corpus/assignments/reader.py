"""Who does what by when: labelled lines, sentences, agency headings and tables.

Rules for who leads and who joins:

- Leaders are, in printed order, those named by "Cơ quan chỉ đạo", "Cơ quan chủ trì", "Cơ quan tham
  mưu, thực hiện" and the like, those before "chủ trì", and the agency that a paragraph or heading
  of the implementing part addresses. ``lead_roles`` keeps the printed role of each, so that who
  directs is told from who carries out. An agency told only to join ("Phối hợp với …" under its
  own heading) has the role "phối hợp".
- Partners are those after "phối hợp (với)" or under "Cơ quan phối hợp", and unnamed others ("các cơ
  quan, đơn vị liên quan") beside a named leader.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.agencies.lists import AgencyText, Span
from corpus.assignments.bracketed import bracketed
from corpus.assignments.headings import headed
from corpus.assignments.labels import labelled
from corpus.assignments.parts import read_parties
from corpus.assignments.sentences import spoken
from corpus.assignments.source import Draft, PlanReader
from corpus.assignments.tables import read_rows
from corpus.plan import Assignment, Section


def read_assignments(
    text: str, sections: Sequence[Section], source: AgencyText | None = None
) -> tuple[Assignment, ...]:
    """Every assignment that ``text`` states, in order of place; linear in the length of the text.

    ``source`` is the folded text when the caller has it.
    """
    if not sections:
        return ()
    reader = PlanReader(source or AgencyText(text), sections)
    groups = labelled(reader)
    charged = spoken(reader)
    addressed = headed(reader, {draft.section for draft in charged})
    drafts = _merged(groups, charged, addressed)
    drafts += _unread(bracketed(reader), drafts) + _tabled(reader)
    finished = [
        _finished(reader, draft)
        for draft in drafts
        if draft.parties.leads or draft.parties.partners
    ]
    return tuple(sorted(finished, key=lambda a: (a.task_start, a.start)))


def _tabled(reader: PlanReader) -> list[Draft]:
    drafts: list[Draft] = []
    lines = [Span(line.start, line.end) for line in reader.lines]
    for row in read_rows(reader.source, lines):
        parties = read_parties(reader.source, row.lead.start, row.lead.end, row.role)
        if row.partners is not None:
            others = read_parties(reader.source, row.partners.start, row.partners.end, "")
            parties.partners += [lead for lead, _ in others.leads] + others.partners
        words = Span(row.lead.start, (row.deadline or row.partners or row.lead).end)
        section = reader.section_at(row.row.start)
        drafts.append(Draft(section, row.task, words, parties, row.deadline))
    return drafts


def _unread(found: list[Draft], known: list[Draft]) -> list[Draft]:
    """Those whose words no other draft has read."""
    taken = {at for draft in known for at in range(draft.words.start, draft.words.end)}
    return [draft for draft in found if draft.words.start not in taken]


def _merged(groups: list[Draft], charged: list[Draft], addressed: list[Draft]) -> list[Draft]:
    """Groups of labels first; a group that names nobody gives its deadline to who leads the task."""
    found: list[Draft] = []
    by_section = {draft.section: draft for draft in [*addressed, *reversed(charged)]}
    taken: set[int] = set()
    for draft in groups:
        other = by_section.get(draft.section)
        if draft.parties.leads:
            found.append(draft)
            taken.add(draft.section)
        elif other is not None:
            other.deadline = other.deadline or draft.deadline
            other.parties.partners += draft.parties.partners
        elif draft.parties.partners:
            found.append(draft)
    rest = [draft for draft in [*charged, *addressed] if draft.section not in taken]
    return found + rest


def _finished(reader: PlanReader, draft: Draft) -> Assignment:
    """The frozen result, each agency once; a partner who also leads is only a leader."""
    text = reader.source.text
    leads: dict[str, str] = {}
    for span, role in draft.parties.leads:
        leads.setdefault(text[span.start : span.end], role)
    partners = dict.fromkeys(text[span.start : span.end] for span in draft.parties.partners)
    deadline = draft.deadline
    return Assignment(
        section=reader.sections[draft.section].path,
        lead=tuple(leads),
        partners=tuple(name for name in partners if name not in leads),
        deadline=text[deadline.start : deadline.end] if deadline else None,
        task_start=draft.task.start,
        task_end=draft.task.end,
        start=draft.words.start,
        end=draft.words.end,
        deadline_start=deadline.start if deadline else None,
        deadline_end=deadline.end if deadline else None,
        lead_roles=tuple(leads.values()),
    )
