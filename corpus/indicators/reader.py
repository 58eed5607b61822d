"""What a plan sets, in numbers and in words: its targets, baselines and projections.

An indicator is a statement of amount about the locality's development: a share, a size, a sum, or
a count with something measurable that it is of. Where it stands decides how much is asked of it:
under a heading of aims any measure counts; elsewhere it must have a year, a bound or a verb of aim
(see ``indicator_criteria.states_amount``). The kinds, in order of precedence:

- baseline: the year is before the plan's own, or a full date up to it ("tính đến 31/12/2021"); the
  words before it say how things stand ("hiện nay", "đã đạt"); the first of "từ 40% lên 60%";
- projection: "dự kiến", "dự báo", "ước", "sẽ đạt" stand before it in its clause;
- target: everything else; qualitative when it has no number (``indicator_words``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.agencies.lists import AgencyText
from corpus.fold import fold
from corpus.indicators.footnotes import tie_footnotes
from corpus.indicators.lines import Draft, Line, Setting, read_line
from corpus.indicators.names import blank, clean_name, is_measure
from corpus.indicators.scope import heading_scope, within
from corpus.indicators.tables import read_table, table_lines
from corpus.indicators.values import read_values
from corpus.indicators.words import may_state, read_words
from corpus.indicators.years import YearPhrase, read_years
from corpus.plan import Footnote, Indicator, IndicatorKind, Section, SectionKind
from corpus.quantity.reader import read_quantities
from corpus.quantity.units import folded

_SILENT = frozenset(
    {
        SectionKind.FORMALITIES, SectionKind.OPENING, SectionKind.CLOSING, SectionKind.SIGNATURE,
        SectionKind.RECIPIENTS, SectionKind.FORM,
    }
)  # fmt: skip
_AIMS = re.compile(folded(r"(?:mục tiêu|chỉ tiêu|tầm nhìn|kết quả (?:dự kiến|cần đạt))"))
_OTHER = re.compile(folded(r"(?:nhiệm vụ|giải pháp|tổ chức thực hiện|mục đích|yêu cầu|quan điểm)"))
# A part on how things stand, whatever its values: "Thực trạng phát triển đô thị đến năm 2025".
_STANDS = re.compile(
    folded(
        r"(?<![^\W_])(?:thực trạng|hiện trạng|kết quả (?:đã )?đạt được|kết quả thực hiện (?:giai đoạn|năm|nhiệm kỳ)|đánh giá (?:tình hình|kết quả|chung)|tình hình (?:phát triển|chung|thực hiện))(?![^\W_])"
    )
)
_DATE = re.compile(
    folded(
        r"(?:[0-9]{1,2}[/-][0-9]{1,2}[/-]|ngày\s[0-9]{1,2}\stháng\s[0-9]{1,2}\snăm\s)((?:19|20)[0-9]{2})"
    )
)
_DIGIT = re.compile(r"[0-9]")
# A heading that is a statement: "1. Tổng nhu cầu vốn khoảng 900 tỷ đồng, gồm:".
_ANNOUNCED_SUM = re.compile(r"\d(?:[.,]?\d)*\s(?:nghìn |triệu |tỷ )*(?:đồng|tỷ)\b[^\n]*:\s*$")
_LONG = 700  # a citation reaches back to the sentence with its year only this far


@dataclass(frozen=True, slots=True)
class _Place:
    """What a section hands down to those inside it."""

    aims: bool
    lead: YearPhrase | None
    heading: str
    stood: bool = False
    scope: str | None = None


@dataclass(slots=True)
class _Walk:
    """The walk over the sections of one plan."""

    source: AgencyText
    issued: int | None
    places: dict[int, _Place] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)


def read_indicators(
    text: str,
    sections: Sequence[Section],
    footnotes: Sequence[Footnote],
    source: AgencyText | None = None,
) -> tuple[Indicator, ...]:
    """Every indicator of a plan by its place in the text; several years give several indicators.

    ``start:end`` is the sentence, with the sentences before it in its paragraph when only they name
    the year (up to 700 characters). ``parent`` is the whole of a part, or the target of a baseline.
    ``source`` is the folded text when the caller has it.
    """
    source = source or AgencyText(text)
    walk = _Walk(source, _issued(source, sections))
    for section in sections:
        if section.kind not in _SILENT:
            _read_section(walk, section)
    tie_footnotes(walk.drafts, sections, footnotes)
    return _finish(walk.drafts)


def _issued(source: AgencyText, sections: Sequence[Section]) -> int | None:
    """The year of the plan: the latest date printed above its first numbered part."""
    years = [
        int(match[1])
        for section in sections[:24]
        if section.kind in (SectionKind.FORMALITIES, SectionKind.OPENING)
        for match in _DATE.finditer(
            source.folded, section.start, min(section.end, section.start + 20_000)
        )
    ]
    return max(years, default=None)


def _read_section(walk: _Walk, section: Section) -> None:
    above = walk.places.get(section.parent) if section.parent is not None else None
    above = above or _Place(aims=False, lead=None, heading="")
    own = walk.source.text[section.start : section.end]
    place = _place(section, own, above)
    lead = place.lead
    first = len(walk.drafts)
    if _DIGIT.search(own) or (place.aims and len(own) > 1):
        setting = Setting(section.path, place.aims, walk.issued, place.heading, place.stood)
        lead = _read_lines(walk, section, own, setting, place.lead)
    if section.subtree_end > section.end:
        heading = _heading(own, section) or place.heading
        walk.places[section.index] = replace(place, lead=lead or place.lead, heading=heading)
    if section.parent is not None and lead is not place.lead and own.rstrip().endswith(":"):
        walk.places[section.parent] = replace(above, lead=lead)
    for draft in walk.drafts[first:]:
        draft.scope = within(place.scope, draft.scope)


def _place(section: Section, own: str, above: _Place) -> _Place:
    """Whether a section states aims, and the year its heading sets for all of it."""
    title = fold(section.title) if section.title else ""
    aims = bool(_AIMS.search(title)) or (above.aims and not _OTHER.search(title))
    stands = bool(_STANDS.search(title)) and not _AIMS.search(title)
    stood = stands or (above.stood and not aims and not _OTHER.search(title))
    phrases = read_years(section.title, title) if title else []
    lead = above.lead
    if len(phrases) == 1 and len(phrases[0].years) == 1 and (aims or stood or phrases[0].leading):
        lead = phrases[0]
    elif phrases:
        lead = None
    scope = within(above.scope, heading_scope(_undated(_lead_in(own, section))))
    return _Place(aims, lead, above.heading, stood, scope)


def _lead_in(own: str, section: Section) -> str:
    """The words that stand above what is in the section: its title, or a line that ends with ":"."""
    words = section.title or own[section.body_start - section.start :].strip()
    if len(words) > 200 or "\n" in words or (not section.title and not words.endswith(":")):
        return ""
    return words


def _undated(words: str) -> str:
    """The words without their year phrases."""
    phrases = read_years(words, fold(words)) if _DIGIT.search(words) else []
    return " ".join(blank(words, [(phrase.start, phrase.end) for phrase in phrases]).split())


def _heading(own: str, section: Section) -> str:
    """Words of a lead-in that names something measured: "- Tỷ lệ đô thị hóa:"."""
    words = _lead_in(own, section)
    first = next(iter(read_quantities(words)), None)
    name = clean_name(words[: first.start] if first else words)
    return name if is_measure(name) and not _AIMS.search(fold(name)) else ""


def _lines(own: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in own.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def _read_lines(
    walk: _Walk, section: Section, own: str, setting: Setting, lead: YearPhrase | None
) -> YearPhrase | None:
    """Read the paragraphs of a section; the year phrase that governs what stands below it."""
    rows = table_lines(own)
    if rows:
        walk.drafts += read_table(own, rows, section.start, setting)
    taken = {at for at, _ in rows}
    skip = min(section.body_start, section.end) - section.start
    title_at = own.find(section.title, 0, skip) if section.title else -1
    if title_at >= 0 and _ANNOUNCED_SUM.search(own[:skip]):
        skip = title_at
    for at, words in _lines(own):
        begin = section.start + at
        low = walk.source.folded[begin : begin + len(words)]
        told = _DIGIT.search(words) or (setting.aims and may_state(low))
        if at in taken or not told:
            continue
        line = read_line(words, low, begin, max(0, min(skip - at, len(words))))
        opened = _read_paragraph(walk, line, setting, lead)
        if opened is not None and words.rstrip().endswith(":"):
            lead = opened
    return lead


def _read_paragraph(
    walk: _Walk, line: Line, setting: Setting, lead: YearPhrase | None
) -> YearPhrase | None:
    """Read one paragraph; the last leading year phrase in it, or None."""
    opened: YearPhrase | None = None
    opened_at = 0
    before: Draft | None = None
    for start, end in line.sentences:
        drafts = read_values(line, start, end, setting, opened or lead, before)
        before = drafts[-1] if drafts else before
        if setting.aims:
            drafts += read_words(line, start, end, setting, opened or lead, drafts)
        for draft in drafts:
            if opened is not None and draft.when is opened and end - opened_at <= _LONG:
                draft.start = line.offset + opened_at
        walk.drafts += drafts
        for phrase in line.phrases_in(start, end):
            if phrase.leading:
                opened, opened_at = phrase, start
    return opened


# --- drafts to indicators -------------------------------------------------------------------------


def _finish(drafts: list[Draft]) -> tuple[Indicator, ...]:
    """Indicators in order of place and year, each year its own, parents as positions."""
    rows = [
        (draft, years)
        for draft in drafts
        for years in (draft.when.years if draft.when else ((None, None),))
    ]
    rows.sort(key=lambda row: (row[0].value_start, row[0].value_end, row[1][1] or 0))
    places: dict[int, int] = {}
    same: dict[tuple[int, str, str | None, int | None], int] = {}
    for position, (draft, (_, year)) in enumerate(rows):
        places.setdefault(id(draft), position)
        same.setdefault((draft.end, draft.name, draft.scope, year), position)
    found: list[Indicator] = []
    for draft, (since, year) in rows:
        whole, parent = draft.parent, None
        if whole is not None and whole is not draft:
            parent = same.get((whole.end, whole.name, whole.scope, year))
            if parent is None or rows[parent][0] is draft:
                parent = places.get(id(whole))
        found.append(_indicator(draft, since, year, parent))
    return tuple(found)


def _indicator(draft: Draft, since: int | None, year: int | None, parent: int | None) -> Indicator:
    value = draft.quantity
    return Indicator(
        name=draft.name,
        scope=draft.scope,
        year=year,
        since=since,
        operator=value.operator if value else None,
        low=value.low if value else None,
        high=value.high if value else None,
        unit=value.unit if value else None,
        direction=value.direction if value else None,
        kind=draft.kind if value else IndicatorKind.QUALITATIVE,
        section=draft.section,
        start=draft.start,
        end=draft.end,
        value_start=draft.value_start,
        value_end=draft.value_end,
        parent=parent,
    )
