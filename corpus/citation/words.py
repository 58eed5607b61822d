"""What the writer and the reader of citations share: names of parts, labels, paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.fold import fold, strip_marks
from corpus.plan import Plan, Section, SectionKind

# How a labelled part is called, in the middle of a sentence (Nghị định 30/2020/NĐ-CP, Phụ lục I,
# writes Phần, Chương, Mục, Điều with a capital and khoản, điểm without).
PART_WORDS = {
    SectionKind.PART: "Phần",
    SectionKind.CHAPTER: "Chương",
    SectionKind.SECTION: "Mục",
    SectionKind.SUBSECTION: "Tiểu mục",
    SectionKind.ARTICLE: "Điều",
    SectionKind.CLAUSE: "khoản",
    SectionKind.POINT: "điểm",
    SectionKind.DASH: "gạch đầu dòng thứ",
    SectionKind.PLUS: "dấu cộng thứ",
    SectionKind.APPENDIX: "Phụ lục",
    SectionKind.FORM: "Mẫu biểu",
    SectionKind.FOOTNOTE: "chú thích",
}

FIXED_WORDS = {
    SectionKind.FORMALITIES: "phần thể thức (số, ngày, tên loại)",
    SectionKind.OPENING: "phần mở đầu",
    SectionKind.CLOSING: "phần kết",
    SectionKind.SIGNATURE: "phần ký tên",
    SectionKind.RECIPIENTS: "nơi nhận",
    SectionKind.BODY: "phần nội dung",
}

ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
# Ordinal words without diacritics, as typed after "thứ": "4" for "tu" and "bon".
ORDINAL_VALUES = {strip_marks(word): str(n) for n, word in enumerate(ORDINALS, 1)} | {
    "mot": "1",
    "bon": "4",
}

_PIECES = re.compile(r"[a-zđ]+|\d+")
_REPEAT = re.compile(r" \((\d+)\)$")
_WORD_BREAKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a section's own text after its heading, or one row of a table in it.

    ``ordinal`` counts from 1: plain lines together, the rows of each table apart. ``table`` is the
    position of the table in the section, 0 for a plain line.
    """

    start: int
    end: int
    ordinal: int
    table: int


def repeat_of(section: Section) -> int:
    """How many times the same label was printed up to here: 2 for "III (2)", else 1."""
    match = _REPEAT.search(section.path)
    return int(match.group(1)) if match else 1


def is_repeated(plan: Plan, section: Section) -> bool:
    """Whether this label is printed more than once at this place of the plan."""
    return repeat_of(section) > 1 or plan.section(f"{section.path} (2)") is not None


def path_tail(plan: Plan, section: Section) -> str:
    """The section's own share of its path, without the mark of a repeated label."""
    tail = _REPEAT.sub("", section.path)
    if section.parent is None:
        return tail
    return tail.removeprefix(f"{plan.sections[section.parent].path}.")


def own_label(plan: Plan, section: Section) -> str:
    """The label to cite: as printed ("5.6"), or the path's when they differ (a misread "HI")."""
    word = PART_WORDS.get(section.kind, "")
    tail = _without_word(path_tail(plan, section), word)
    label = _without_word(section.label.strip(), word)
    return label if label == tail or label.endswith(f".{tail}") else tail


def part_words(plan: Plan, section: Section) -> str:
    """The section alone as a sentence calls it: "điểm a", "Mục II", "gạch đầu dòng thứ 4"."""
    if section.kind in FIXED_WORDS:
        return FIXED_WORDS[section.kind]
    word = PART_WORDS[section.kind]
    if section.kind in (SectionKind.DASH, SectionKind.PLUS):
        return f"{word} {section.ordinal}"
    label = own_label(plan, section)
    if section.kind is SectionKind.FOOTNOTE:
        return f"{word} ({label})"
    if label.lower() in ORDINALS:
        return f"{word} thứ {label.lower()}"
    return f"{word} {label}".strip()


def _without_word(text: str, word: str) -> str:
    return text[len(word) :].strip() if word and fold(text).startswith(fold(word)) else text


def paragraphs(plan: Plan, section: Section) -> tuple[Paragraph, ...]:
    """The paragraphs of the section's own text after label and heading, in order."""
    found: list[Paragraph] = []
    position, plain, table, row = section.body_start, 0, 0, 0
    for line in plan.text[section.body_start : section.end].splitlines(keepends=True):
        start, position = position, position + len(line)
        words = line.strip()
        if not words:
            continue
        first = start + len(line) - len(line.lstrip())
        if words.startswith("|"):
            table, row = (table, row + 1) if row else (table + 1, 1)
            found.append(Paragraph(first, first + len(words), row, table))
        else:
            plain, row = plain + 1, 0
            found.append(Paragraph(first, first + len(words), plain, 0))
    return tuple(found)


def one_line(text: str) -> str:
    """The words with single spaces and without markup stars."""
    return _WORD_BREAKS.sub(" ", text.replace("*", "")).strip()


def label_tokens(label: str) -> tuple[str, ...]:
    """The digits and letters of a label, digits without padding: "5.6" -> ("5", "6")."""
    pieces = _PIECES.findall(fold(label))
    return tuple(str(int(piece)) if piece.isdigit() else piece for piece in pieces)


def ordinal_value(word: str) -> str:
    """ "tư" or "tu" -> "4"; digits lose their padding; anything else is itself."""
    plain = strip_marks(word)
    return ORDINAL_VALUES.get(plain) or (str(int(plain)) if plain.isdigit() else plain)


def spelled(typed: str, expected: str) -> bool:
    """Whether ``typed`` is ``expected`` with all, some or none of its diacritics (both folded)."""
    return len(typed) == len(expected) and all(
        one in (other, strip_marks(other)) for one, other in zip(typed, expected, strict=True)
    )
