"""Citations as an official paper prints them: from a span of a plan to its formal Vietnamese words.

Order, capitals, padding of dates and the word "số" follow Nghị định 30/2020/NĐ-CP, Phụ lục I; the
abbreviations of types its Phụ lục III. What a plan does not state is left out, never invented.
"""

from __future__ import annotations

import re

from corpus.citation.words import (
    FIXED_WORDS,
    ORDINALS,
    PART_WORDS,
    Paragraph,
    is_repeated,
    one_line,
    paragraphs,
    part_words,
    repeat_of,
)
from corpus.doctypes import codes_of, find_numbers, type_named
from corpus.fold import fold
from corpus.plan import Plan, Section, SectionKind

UNKNOWN_TYPE = "Văn bản"
SUBJECT_WORDS = 16  # a subject longer than this is cut in a citation, with an ellipsis

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_STANDING = re.compile(r"^ban (?:thường vụ|chấp hành)\s+(?=\S)")
_CARRIES_OUT = re.compile(
    r"(?:về )?(?:việc )?(?:tổ chức )?(?:triển khai )?(?:tổ chức )?thực hiện\s"
)
# An article is cited without what holds it: its number runs through the whole document.
_ABOVE_ARTICLE = frozenset(
    {SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION}
)
_ITEMS = frozenset({SectionKind.DASH, SectionKind.PLUS})
_NAMED_WHOLE = frozenset({*FIXED_WORDS, SectionKind.FOOTNOTE})
_UNDIVIDED = frozenset({SectionKind.FORMALITIES, SectionKind.SIGNATURE, SectionKind.RECIPIENTS})


def formal_citation(plan: Plan, start: int, end: int) -> str:
    """Provision and plan: "điểm a khoản 2 Mục II Kế hoạch số 151/KH-UBND ngày … của …"."""
    return f"{provision_citation(plan, start, end)} {plan_citation(plan)}"


def short_citation(plan: Plan, start: int, end: int) -> str:
    """The form for cards: "KH 151/KH-UBND (Quảng Ngãi), Mục II.2.a"."""
    return f"{_short_plan(plan)}, {_short_provision(plan, start, end)}"


def plan_citation(plan: Plan, *, full: bool = True) -> str:
    """The plan alone: type, number, date and issuer; without a number, what it carries out.

    ``full=False`` is the form of later mentions: type and number, or type and issuer.
    """
    meta = plan.meta
    kind = one_line(meta.type or UNKNOWN_TYPE)
    if meta.number and not full:
        return f"{kind} số {meta.number}"
    subject = subject_head(meta.subject) if meta.subject else ""
    words = [kind]
    if meta.number:
        words.append(f"số {meta.number}")
    if full and meta.date:
        words.append(f"ngày {vietnamese_date(meta.date)}")
    words.append(_issuer(plan))
    if not meta.number and (full or not words[-1]):
        words.append(subject)
    if len(found := [word for word in words if word]) > 1:
        return " ".join(found)
    return f"{kind} (bản lưu “{plan.id}”)"


def missing_note(plan: Plan) -> str:
    """What the stored copy does not state: "không ghi số, ngày trong bản lưu", or ""."""
    missing = [
        word for word, value in (("số", plan.meta.number), ("ngày", plan.meta.date)) if not value
    ]
    return f"không ghi {', '.join(missing)} trong bản lưu" if missing else ""


def provision_citation(plan: Plan, start: int, end: int) -> str:
    """The part of the plan that holds ``[start, end)``, smallest unit first.

    "điểm a khoản 2 Mục II", "đoạn thứ 6 điểm a khoản 5 Mục II"; a span over several sections gives
    "từ … đến …", or the section that encloses it when it starts in that section's own words.
    """
    start, end = _trimmed(plan, start, end)
    first, last = plan.section_at(start), plan.section_at(max(start, end - 1))
    if first.index == last.index:
        return _join([_paragraph_words(plan, first, start, end), *_chain_words(plan, first)])
    first, last, shared = _ends(plan, first, last, end)
    if first.index == last.index:
        return _join(_chain_words(plan, first))
    shared_words = _chain_words(plan, shared) if shared else []
    count = len(shared_words)
    low, high = (_chain_words(plan, each) for each in (first, last))
    return _join(["từ", *low[: len(low) - count], "đến", *high[: len(high) - count], *shared_words])


def subject_head(subject: str) -> str:
    """The head of a subject: "thực hiện" and the first document carried out, not the whole.

    A subject that carries out no numbered document is cut after ``SUBJECT_WORDS`` words.
    """
    words = one_line(subject)
    number = next(find_numbers(words), None)
    if number and _CARRIES_OUT.match(fold(words)):
        words = words[: number.end]
    elif len(split := words.split()) > SUBJECT_WORDS:
        words = " ".join(split[:SUBJECT_WORDS]).rstrip(",;:") + "…"
    capitals = len(words) > 1 and words[1].isupper()
    return words if capitals else words[:1].lower() + words[1:]


def vietnamese_date(iso: str) -> str:
    """ "2022-09-22" -> "22/9/2022": days under 10 and months 1 and 2 get a leading zero."""
    match = _ISO_DATE.fullmatch(iso)
    if match is None:
        return iso
    year, month, day = match.groups()
    return f"{day}/{month if int(month) < 3 else int(month)}/{year}"


def _issuer(plan: Plan) -> str:
    meta = plan.meta
    place = one_line(meta.locality or "")
    if not meta.issuer:
        return f"({place})" if place else ""
    issuer = one_line(meta.issuer)
    return f"của {issuer}" if fold(place) in fold(issuer) else f"của {issuer} ({place})"


def _short_plan(plan: Plan) -> str:
    meta = plan.meta
    kind = one_line(meta.type or UNKNOWN_TYPE)
    code = next(iter(codes_of(type_named(kind) or "")), kind)
    if meta.number:
        place = one_line(meta.locality or meta.issuer or "")
        return f"{code} {meta.number} ({place})" if place else f"{code} {meta.number}"
    issuer = _issuer(plan).removeprefix("của ")
    if not issuer:
        return f"{code} (bản lưu “{plan.id}”)"
    if not meta.issuer:
        return f"{code} {issuer}"
    standing = _STANDING.match(fold(issuer))
    return f"{code} của {issuer[standing.end() :] if standing else issuer}"


def _short_provision(plan: Plan, start: int, end: int) -> str:
    start, end = _trimmed(plan, start, end)
    first, last = plan.section_at(start), plan.section_at(max(start, end - 1))
    if first.index == last.index:
        paragraph = _paragraph_of(plan, first, start, end)
        name = _short_section(plan, first)
        if paragraph is None:
            return name
        return f"{name}, {'hàng' if paragraph.table else 'đoạn'} {paragraph.ordinal}"
    first, last, _ = _ends(plan, first, last, end)
    name = _short_section(plan, first)
    return name if first.index == last.index else f"từ {name} đến {_short_section(plan, last)}"


def _short_section(plan: Plan, section: Section) -> str:
    """The path, with the word of its first label unless it says what it is: "Mục II.2.a"."""
    chain = [*plan.ancestors(section), section]
    root = next(each for each in chain if f"{section.path}.".startswith(f"{each.path}."))
    if root.kind in _NAMED_WHOLE:
        return _own_words(plan, section)
    word = PART_WORDS.get(root.kind, "")
    if root.kind in _ITEMS or fold(section.path).startswith(fold(word)):
        return section.path
    return f"{word} {section.path}"


def _trimmed(plan: Plan, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at its ends, inside the text; an empty one stays empty."""
    start = max(0, min(start, len(plan.text)))
    words = plan.text[start : max(start, end)]
    inner = words.strip()
    if not inner:
        return start, start
    start += len(words) - len(words.lstrip())
    return start, start + len(inner)


def _ends(
    plan: Plan, first: Section, last: Section, end: int
) -> tuple[Section, Section, Section | None]:
    """The two ends to name and what encloses both; equal ends when one section holds it all."""
    low = [*plan.ancestors(first), first]
    high = [*plan.ancestors(last), last]
    depth = 0
    while depth < min(len(low), len(high)) and low[depth].index == high[depth].index:
        depth += 1
    if depth == len(low):
        return first, first, first
    below = high[depth:]
    covered = (each for each in below if _reaches_end(plan, each, end))
    return first, next(covered, last), low[depth - 1] if depth else None


def _reaches_end(plan: Plan, section: Section, end: int) -> bool:
    return not plan.text[end : section.subtree_end].strip()


def _chain_words(plan: Plan, section: Section) -> list[str]:
    """The section and what holds it, smallest first."""
    words = [_own_words(plan, section)]
    numbered_through = section.kind is SectionKind.ARTICLE
    for above in reversed(plan.ancestors(section)):
        if numbered_through and above.kind in _ABOVE_ARTICLE:
            continue
        numbered_through = numbered_through or above.kind is SectionKind.ARTICLE
        words.append(_own_words(plan, above))
    return words


def _own_words(plan: Plan, section: Section) -> str:
    words = part_words(plan, section)
    if section.kind not in _ITEMS and is_repeated(plan, section):
        return f"{words} (lần in thứ {_ordinal(repeat_of(section))})"
    return words


def _ordinal(number: int) -> str:
    return ORDINALS[number - 1] if number <= len(ORDINALS) else str(number)


def _paragraph_words(plan: Plan, section: Section, start: int, end: int) -> str:
    paragraph = _paragraph_of(plan, section, start, end)
    if paragraph is None:
        return ""
    if not paragraph.table:
        return f"đoạn thứ {paragraph.ordinal}"
    tables = {each.table for each in paragraphs(plan, section)} - {0}
    which = f" thứ {paragraph.table}" if len(tables) > 1 else ""
    return f"hàng thứ {paragraph.ordinal} của bảng{which}"


def _paragraph_of(plan: Plan, section: Section, start: int, end: int) -> Paragraph | None:
    """The one paragraph that holds the span, when the section has several and not all is meant."""
    if section.kind in _UNDIVIDED or end <= max(section.body_start, start):
        return None
    found = paragraphs(plan, section)
    whole = not plan.text[section.start : start].strip() and bool(found) and end >= found[-1].end
    if len(found) < 2 or whole:
        return None
    heading_apart = "\n" in plan.text[max(start, section.start) : found[0].start]
    if start < found[0].start and heading_apart:
        return None
    return next(
        (each for each in found if end <= each.end and (start >= each.start or each is found[0])),
        None,
    )


def _join(words: list[str]) -> str:
    return " ".join(word for word in words if word)
