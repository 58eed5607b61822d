"""The nouns of a plan: frozen values that every other module reads and none changes.

Offsets are code points of ``Plan.text`` throughout, as half-open spans ``[start, end)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """What the label of a section is, in the words of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

    FORMALITIES = "thể thức"  # number, place and date, title: everything above the opening words
    OPENING = "mở đầu"  # the basis and the enacting words
    PART = "phần"
    CHAPTER = "chương"
    SECTION = "mục"  # "I."; "Mục 1" inside a chapter
    SUBSECTION = "tiểu mục"
    ARTICLE = "điều"
    CLAUSE = "khoản"  # "1."
    POINT = "điểm"  # "1.1.", "a)"
    DASH = "gạch"  # "-"
    PLUS = "cộng"  # "+"
    CLOSING = "kết"  # what follows the last section
    SIGNATURE = "chữ ký"
    RECIPIENTS = "nơi nhận"
    APPENDIX = "phụ lục"
    FORM = "mẫu biểu"
    FOOTNOTE = "chú thích"
    BODY = "nội dung"  # the whole body of a plan that has no numbering at all


class IndicatorKind(StrEnum):
    """Why a value stands in the plan."""

    TARGET = "target"
    QUALITATIVE = "qualitative"  # a target without a number: "đạt chuẩn đô thị loại IV"
    BASELINE = "baseline"  # where things stood: "đến năm 2021 đạt khoảng 53,2%"
    PROJECTION = "projection"  # what is expected rather than set: "dự kiến", "dự báo"


@dataclass(frozen=True, slots=True)
class Section:
    """One labelled part of a plan: a heading, a numbered paragraph, a dash, or a fixed block.

    ``[start, end)`` is the section's own text, label and heading included, up to its first child;
    own spans of ``Plan.sections`` tile the text. ``[start, subtree_end)`` includes all descendants.
    """

    path: str  # "II.2.a", "II.gạch 4", "mở đầu", "chú thích 3": unique in the plan
    kind: SectionKind
    label: str  # as printed, without the mark after it: "II", "1.1", "a", "-", "" for fixed blocks
    title: (
        str  # heading words as printed, without label and final colon; "" when there is no heading
    )
    start: int
    end: int
    subtree_end: int
    index: int  # position in Plan.sections
    parent: int | None  # index of the enclosing section
    ordinal: int  # 1, 2, 3 … among siblings of the same kind, by position, not by the printed label
    body_start: int  # where the text after label and heading begins (== start for fixed blocks)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note lifted to the end of the text; ``calls`` are the spans of its marks in the body."""

    label: str  # "1"
    start: int
    end: int
    calls: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed amount and what it means; ``text`` is always the printed words.

    ``operator`` is one of ``= ≈ > ≥ < ≤``. A point has ``low == high``; "trên 40%" has ``high`` None;
    "dưới 5%" has ``low`` None. ``direction`` is "tăng" or "giảm" when the amount is a change.
    """

    operator: str
    low: float | None
    high: float | None
    unit: str  # "%", "m²", "m²/người", "đô thị", "tỷ đồng", … ; "" when none is printed
    direction: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """One value that a plan states: what, where, when, how much.

    ``[start, end)`` is the sentence that states it (the citation); ``[value_start, value_end)`` the
    printed value with its operator words. A qualitative one has no operator, low, high or unit.
    """

    name: str  # as printed, without scope, year and operator words
    scope: str | None  # "toàn tỉnh", "khu vực nội thị", "tại đô thị": as printed
    year: int | None
    since: int | None  # first year of a period: 2026 for "giai đoạn 2026-2030" (year is 2030)
    operator: str | None
    low: float | None
    high: float | None
    unit: str | None
    direction: str | None
    kind: IndicatorKind
    section: str  # path of the innermost section
    start: int
    end: int
    value_start: int
    value_end: int
    parent: int | None  # position in Plan.indicators of what a sub-count or baseline belongs to


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does a task: the section that holds the task, leaders, partners and the printed deadline."""

    section: str  # path of the section that states the task
    lead: tuple[str, ...]
    partners: tuple[str, ...]
    deadline: str | None
    task_start: int
    task_end: int
    start: int  # the words that assign it
    end: int
    deadline_start: int | None
    deadline_end: int | None
    lead_roles: tuple[str, ...] = ()  # as printed, one a leader: "chỉ đạo", "chủ trì", "thực hiện"


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that the plan names, at one place in the text."""

    type: str | None  # "Nghị quyết"
    number: str | None  # normalised "06-NQ/TW"; None for documents named without one
    date: str | None  # ISO
    issuer: str | None  # as printed
    alias: str | None  # the plan's own short form when this place uses one: "Nghị quyết 06"
    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MetaSpan:
    """Where a field of ``PlanMeta`` is printed."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlanMeta:
    """What identifies a plan. Unknown is None or empty, never a guess."""

    type: str | None = None  # "Kế hoạch", "Chương trình hành động"
    number: str | None = None  # "151/KH-UBND"
    date: str | None = None  # ISO "2022-09-22"
    place: str | None = None
    issuer: str | None = None  # "UBND tỉnh Quảng Ngãi", "Ban Thường vụ Thị ủy Đức Phổ"
    locality: str | None = None  # short: "Đức Phổ"
    province: str | None = None  # short: "Quảng Ngãi"
    level: str | None = None  # "tỉnh", "huyện", "xã", "trung ương", at the time of issue
    side: str | None = None  # "Đảng" or "Nhà nước"
    subject: str | None = None  # trích yếu
    basis: tuple[str, ...] = ()  # căn cứ, one printed phrase each
    signer: str | None = None
    signer_title: str | None = None
    authority: str | None = None  # "T/M BAN THƯỜNG VỤ", "KT. CHỦ TỊCH"
    recipients: tuple[str, ...] = ()
    spans: tuple[MetaSpan, ...] = ()
    by_person: tuple[str, ...] = ()  # fields that the catalog supplied, not the text


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """Something in the file that looks wrong; ``message`` is Vietnamese, for users."""

    code: str  # "numbering-gap", "ocr-heading", "date-conflict", …
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan, read whole."""

    id: str
    text: str
    meta: PlanMeta
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    references: tuple[Reference, ...] = ()
    warnings: tuple[PlanWarning, ...] = ()

    def section(self, path: str) -> Section | None:
        """The section of exactly this path, or None."""
        return next((section for section in self.sections if section.path == path), None)

    def section_at(self, offset: int) -> Section:
        """The innermost section whose own span holds ``offset`` (clamped to the text)."""
        low, high = 0, len(self.sections) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sections[middle].start <= offset:
                low = middle
            else:
                high = middle - 1
        return self.sections[low]

    def children(self, section: Section) -> tuple[Section, ...]:
        """Direct children, in order."""
        return tuple(
            other
            for other in self.sections[section.index + 1 :]
            if other.start < section.subtree_end and other.parent == section.index
        )

    def ancestors(self, section: Section) -> tuple[Section, ...]:
        """Enclosing sections, outermost first, without ``section`` itself."""
        found: list[Section] = []
        parent = section.parent
        while parent is not None:
            found.append(self.sections[parent])
            parent = self.sections[parent].parent
        return tuple(reversed(found))

    def headings_above(self, section: Section) -> str:
        """The titles of the enclosing sections, outermost first, apart by " ; "."""
        return " ; ".join(above.title for above in self.ancestors(section))

    def own_text(self, section: Section) -> str:
        """The section's own text, without its children."""
        return self.text[section.start : section.end]

    def full_text(self, section: Section) -> str:
        """The section's text with all its descendants."""
        return self.text[section.start : section.subtree_end]
