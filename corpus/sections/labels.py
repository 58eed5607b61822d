"""The labels that open a paragraph, as rows of one table, and how to read their values.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I (Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm) and the
party style of Hướng dẫn 36-HD/VPTW ("I-", "1-", "1.1-"); authors also print "1/" and "1)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.letters import UPPER
from corpus.plan import SectionKind

# Điểm letters in the Vietnamese order; the alphabet has no f, j, w, z.
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"

_ORDINAL_WORDS = {
    word: value
    for value, word in enumerate(
        ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1
    )
}
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
# Characters that recognition puts for the strokes of a Roman numeral: "HI." stands for "III.".
_STROKES = {
    "Ị": "I",
    "Ì": "I",
    "Í": "I",
    "H": "II",
    "U": "II",
    "N": "II",
    "L": "I",
    "l": "I",
    "1": "I",
    "|": "I",
    "T": "I",
    "Y": "V",
}


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a paragraph.

    ``value`` counts from 1 within its style (0 when the printed label has no order); ``length`` is
    the number of characters up to the first word after it; ``printed`` is the bare label.
    """

    style: str
    kind: SectionKind
    level: int
    printed: str
    value: int
    length: int


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """One numbering style: what it looks like, what it is called, how deep it stands."""

    name: str
    kind: SectionKind
    level: int
    pattern: re.Pattern[str]


_AFTER = r"\s*[.)/:\-–]*\s*"  # marks and spaces between a word label and its heading
_WORDS = "|".join(_ORDINAL_WORDS)

STYLES: tuple[LabelStyle, ...] = (
    LabelStyle("appendix", SectionKind.APPENDIX, 0, re.compile(
        r"(?P<word>PHỤ LỤC|Phụ lục|Phụ Lục)(?:\s+(?:số|SỐ)?\s*(?P<label>[IVXL]+|\d{1,3}|[A-Z])\b)?\s*[.:\-–]*\s*")),
    LabelStyle("form", SectionKind.FORM, 0, re.compile(
        r"(?P<word>MẪU BIỂU|Mẫu biểu|BIỂU MẪU|Biểu mẫu|MẪU|Mẫu|BIỂU|Biểu)\s+(?:số|SỐ)?\s*"
        r"(?P<label>\d{1,3}[\w/-]{0,8}|[IVX]+)\b\s*[.:\-–]*\s*")),
    LabelStyle("part", SectionKind.PART, 1, re.compile(
        rf"(?:Phần|PHẦN)\s+(?:(?:thứ|THỨ)\s+)?(?P<label>(?i:{_WORDS})|[IVXL]+|\d{{1,2}}|[A-H])(?!\w){_AFTER}")),
    LabelStyle("chapter", SectionKind.CHAPTER, 2, re.compile(
        rf"(?:Chương|CHƯƠNG)\s+(?P<label>[IVXL]+|\d{{1,2}})(?!\w){_AFTER}")),
    LabelStyle("section-word", SectionKind.SECTION, 3, re.compile(
        rf"(?:Mục|MỤC)\s+(?P<label>[IVXL]+|\d{{1,2}})(?![\w.]\w){_AFTER}")),
    LabelStyle("subsection", SectionKind.SUBSECTION, 4, re.compile(
        rf"(?:Tiểu mục|TIỂU MỤC)\s+(?P<label>[IVXL]+|\d{{1,2}})(?!\w){_AFTER}")),
    LabelStyle("article", SectionKind.ARTICLE, 5, re.compile(
        r"(?:Điều|ĐIỀU)\s+(?P<label>\d{1,3}[a-zđ]?)\s*[.:]\s*")),
    LabelStyle("upper", SectionKind.PART, 6, re.compile(
        rf"(?P<label>[A-H])\s*[.)/\-–]\s+(?=[{UPPER}])")),
    LabelStyle("roman", SectionKind.SECTION, 7, re.compile(
        r"(?P<label>[IVXL]{1,6})\s*(?:[.)\-–]+\s*|[/:]\s+)(?=[^\W\d_]|[“\"(])")),
    LabelStyle("decimal", SectionKind.POINT, 9, re.compile(
        r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.)/:\-–]\s*|\s+)(?=[^\W\d_]|[“\"(])")),
    LabelStyle("arabic", SectionKind.CLAUSE, 8, re.compile(
        r"(?P<label>\d{1,2})\s*(?:[.)/]\s*(?=[^\W\d_]|[“\"(])|[.)/]\s+(?=\d)|[-–]\s*(?=[^\W\d_]))")),
    LabelStyle("lettered-number", SectionKind.POINT, 14, re.compile(
        r"(?P<label>[a-eđ]\.?\d{1,2})\s*[.)]\s*(?=\S)")),
    LabelStyle("letter", SectionKind.POINT, 13, re.compile(
        rf"(?P<label>[{POINT_LETTERS}])(?:\s*[)/]\s*|\s*\.\s+)(?=\S)")),
    LabelStyle("dash", SectionKind.DASH, 15, re.compile(r"(?P<label>[-–—•▪●■·*])\s*(?=[^\s\d.,|\-])|(?P<spaced>[-–—•▪●■·*])\s+(?=\S)")),
    LabelStyle("plus", SectionKind.PLUS, 16, re.compile(r"(?P<label>[+○◦])\s*(?=\S)")),
)  # fmt: skip

# No label is longer than this; looking no further keeps a paragraph of any length cheap.
_REACH = 48


def roman_value(text: str) -> int:
    """Value of a well-formed Roman numeral up to 89, else 0: "IV" -> 4, "IIII" -> 0."""
    total = previous = 0
    for char in reversed(text):
        digit = _ROMAN_DIGITS.get(char, 0)
        total += -digit if digit < previous else digit
        previous = max(previous, digit)
    return total if 0 < total < 90 and to_roman(total) == text else 0


def to_roman(value: int) -> str:
    """Roman numeral of 1 to 89."""
    tens, ones = divmod(value, 10)
    ten = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"][tens]
    return ten + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]


def _value(style: str, label: str) -> int:
    """Order of a printed label within its style; 0 when it has none."""
    if style == "decimal":
        return int(label.rsplit(".", 1)[1])
    if style == "lettered-number":
        return int(label[1:].lstrip("."))
    if style == "letter":
        return POINT_LETTERS.index(label) + 1
    if digits := re.match(r"\d+", label):
        return int(digits.group())
    if label.lower() in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[label.lower()]
    if style == "upper" or (len(label) == 1 and label in "ABCDEFGH"):
        return ord(label) - ord("A") + 1
    return roman_value(label)


def read_label(paragraph: str) -> Label | None:
    """The label that opens ``paragraph``, or None. Looks at the first characters only.

    "2025. Bảo đảm" has none (a year is not a number of a section), nor has "1.000 tỷ" or "28-30 m²".
    """
    head = paragraph[:_REACH]
    for style in STYLES:
        match = style.pattern.match(head)
        if match is None:
            continue
        printed = next(
            (
                group
                for group in (match.groupdict().get("label"), match.groupdict().get("spaced"))
                if group
            ),
            "",
        )
        value = _value(style.name, printed) if printed else 0
        if style.name == "roman" and value == 0:
            continue
        level = style.level + (printed.count(".") - 1 if style.name == "decimal" else 0)
        return Label(style.name, style.kind, level, printed, value, match.end())
    return None


def misread_roman(paragraph: str, expected: int) -> Label | None:
    """The Roman label ``expected`` as recognition may have garbled it: "HI. NHIỆM VỤ" for III.

    Only for a heading in capitals, and only when its strokes are those of the expected numeral.
    """
    match = re.match(r"([IVXLHUNTYl1|ỊÌÍ]{1,5})\s*[.,\-–]\s+(?=[^\W\d_]{2})", paragraph[:_REACH])
    if match is None or not paragraph[match.end() :].isupper():
        return None
    strokes = "".join(_STROKES.get(char, char) for char in match.group(1))
    if strokes != to_roman(expected):
        return None
    return Label("roman", SectionKind.SECTION, 7, match.group(1), expected, match.end())
