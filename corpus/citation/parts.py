"""The parts that a typed citation names: "điểm a k2 mục II", "II.2.gạch 3", "muc 2 khoan 3".

Works on the text without diacritics, in one pass; where diacritics were typed they must be those of
the word ("mức 2" is not "mục 2").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.citation.words import ORDINAL_VALUES, label_tokens, ordinal_value, spelled
from corpus.fold import fold, strip_marks
from corpus.plan import SectionKind as Kind
from corpus.sections.labels import roman_value

# These stand in the text for what was already read as words about the document.
MASK = "\x01"
NUMBER_MASK = "\x02"
MAX_PARTS = 12  # more than this in a row is no citation


@dataclass(frozen=True, slots=True)
class Part:
    """One named part, or a run of labels read together ("II.2.a").

    ``kinds`` are what it may be, the most usual first; empty when only labels were typed. ``line``
    is "đoạn" or "hàng" for a paragraph or a table row. ``repeat`` is the n of "(lần in thứ n)".
    """

    kinds: tuple[Kind, ...]
    tokens: tuple[str, ...]
    repeat: int | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part with its other meanings and its place ``[start, end)`` in the typed text."""

    meanings: tuple[Part, ...]
    start: int
    end: int


# Word -> its kinds when a Roman numeral, a number or a letter follows. Each inner tuple is one
# meaning: "Mục 2" is Mục II or the "2." that others call khoản 2.
_Meanings = tuple[tuple[Kind, ...], ...]
_CLAUSE_LIKE = (Kind.CLAUSE, Kind.POINT, Kind.SUBSECTION)
_WORDS: dict[str, tuple[_Meanings, _Meanings, _Meanings]] = {
    "phần": (((Kind.PART, Kind.SECTION),),) * 3,
    "chương": (((Kind.CHAPTER,),),) * 3,
    "tiểu mục": (((Kind.SUBSECTION, Kind.CLAUSE),),) * 3,
    "mục": (((Kind.SECTION,),), ((Kind.SECTION,), _CLAUSE_LIKE), ((Kind.POINT, Kind.PART),)),
    "điều": (((Kind.ARTICLE,),),) * 3,
    "khoản": (((Kind.CLAUSE,),),) * 3,
    "điểm": (((Kind.POINT, Kind.CLAUSE),),) * 3,
    "tiết": (((Kind.POINT,),), ((Kind.DASH, Kind.POINT),), ((Kind.POINT,),)),
    "gạch đầu dòng": (((Kind.DASH,),),) * 3,
    "gạch ngang": (((Kind.DASH,),),) * 3,
    "gạch": (((Kind.DASH,),),) * 3,
    "ý": (((Kind.DASH, Kind.PLUS),),) * 3,
    "dấu cộng": (((Kind.PLUS,),),) * 3,
    "cộng": (((Kind.PLUS,),),) * 3,
    "chú thích": (((Kind.FOOTNOTE,),),) * 3,
    "cước chú": (((Kind.FOOTNOTE,),),) * 3,
    "ghi chú": (((Kind.FOOTNOTE,),),) * 3,
    "phụ lục": (((Kind.APPENDIX,),),) * 3,
    "mẫu biểu": (((Kind.FORM,),),) * 3,
    "biểu mẫu": (((Kind.FORM,),),) * 3,
    "mẫu": (((Kind.FORM,),),) * 3,
    "biểu": (((Kind.FORM,),),) * 3,
    "đoạn văn": (((),),) * 3,
    "đoạn": (((),),) * 3,
    "hàng": (((),),) * 3,
    "k": (((Kind.CLAUSE,),),) * 3,
    "đ": (((Kind.ARTICLE,),),) * 3,
    "m": (((Kind.SECTION,),),) * 3,
}
_ROMAN_WORDS = (
    "phần",
    "chương",
    "mục",
    "tiểu mục",
    "phụ lục",
    "mẫu biểu",
    "biểu mẫu",
    "mẫu",
    "biểu",
    "m",
)
_FIXED = {
    "thể thức": Kind.FORMALITIES,
    "mở đầu": Kind.OPENING,
    "kết": Kind.CLOSING,
    "ký tên": Kind.SIGNATURE,
    "chữ ký": Kind.SIGNATURE,
    "nơi nhận": Kind.RECIPIENTS,
    "nội dung": Kind.BODY,
}
_PLAIN_WORDS = {strip_marks(word): word for word in (*_WORDS, *_FIXED)}


def _alternation(words: list[str]) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))


_ORDINAL = "|".join(ORDINAL_VALUES)
_LABEL = r"(?:[ivxl]{1,7}|\d{1,3}[a-z]?|[a-z]\d{0,2})"
_PATH = rf"{_LABEL}(?:[./]{_LABEL}){{0,9}}"
_STOP = r"(?![a-z0-9%])(?![.,/]\d)(?!\spham\b)(?!(?<=\d)\s?(?:ty|trieu|nghin|km|m2|%)(?![a-z]))"
_SHORT = [strip_marks(word) for word in ("k", "đ", "m")]
_LONG = [strip_marks(word) for word in _WORDS if len(word) > 1 or word == "ý"]

_TOKEN = re.compile(
    rf"""(?<![a-z0-9])(?:
      (?:phan\s+)?(?P<fixed>the\s+thuc(?:\s*\(so[^()]{{0,40}}\))?|mo\s+dau|ky\s+ten|chu\s+ky|noi\s+nhan)(?![a-z])
    | (?:phan\s+|(?<=\A)|(?<=\.)|(?<=[,;:{MASK}{NUMBER_MASK}]\s))(?P<ending>ket|noi\s+dung)(?![a-z])(?!\s+(?!ke\b)[a-z])
    | (?<!giai\ )(?<!mot\ )(?P<word>{_alternation(_LONG)})(?![a-z])\s*(?:so(?![a-z])\s*)?
        (?:(?:thu\s+|(?<=phan\ )(?!\d))(?P<ordinal>{_ORDINAL}|\d{{1,3}})(?![a-z0-9])(?!\s\d) | \(\s?(?P<bracketed>{_LABEL})\s?\) | :?\s?(?P<path>{_PATH}){_STOP})
        (?P<table>\s+cua\s+bang(?:\s+(?:thu\s+)?(?:\d{{1,2}}|{_ORDINAL})(?![a-z0-9]))?)?
    | (?P<appendix>phu\s+luc)(?![a-z])(?!\s+(?:so|thu)\b)
    | (?P<short>[{"".join(_SHORT)}])\.?\s?(?P<shortpath>\d{{1,3}}(?:[./]{_LABEL}){{0,6}}|[ivxl]{{1,7}}(?:[./]{_LABEL}){{0,9}}){_STOP}
    | (?P<bare>{_PATH}){_STOP}(?!-\d)
    )""",
    re.VERBOSE,
)
_REPEAT = re.compile(rf"\s?\((?:lan\s+in\s+)?(?:thu\s+)?(\d{{1,2}}|{_ORDINAL})\)")

_AREA = re.compile(r"m[. ]{0,2}\d")
_JOINTS = frozenset({"", "cua", "thuoc", "trong", "tai", "o"})
_BEFORE_LAST = (",", ";", ":", MASK, NUMBER_MASK)
_NUMBER_FOLLOWS = re.compile(rf"\s?{MASK}*\s?{NUMBER_MASK}")
_FOLLOWS = re.compile(rf"\s*(?:$|[,;.)?!{MASK}{NUMBER_MASK}]|(?:cua|thuoc|trong|tai|o)(?![a-z]))")


def scan_parts(folded: str, plain: str) -> tuple[PlacedPart, ...]:
    """The parts that the text names, in typed order.

    ``folded`` and ``plain`` are the text after ``fold`` and ``strip_marks``, with the masks over
    words already read. Linear in the text.
    """
    found = [_read(match, folded, plain) for match in _TOKEN.finditer(plain)]
    candidates = [each for each in found if each is not None]
    sure = [_is_sure(each, plain) for each in candidates]
    kept = list(_kept(candidates, sure, plain))
    bodies = [each for each in kept if each.meanings[0].kinds != (Kind.BODY,)]
    return tuple(bodies or kept)


def _read(match: re.Match[str], folded: str, plain: str) -> PlacedPart | None:
    meanings = _meanings(match, folded)
    if not meanings:
        return None
    end = match.end()
    if repeat := _REPEAT.match(plain, end):
        end = repeat.end()
        number = int(ordinal_value(repeat.group(1)))
        meanings = tuple(replace(each, repeat=number) for each in meanings)
    return PlacedPart(meanings, match.start(), end)


def _meanings(match: re.Match[str], folded: str) -> tuple[Part, ...]:
    for name in ("fixed", "ending"):
        if match[name]:
            words = _spaced(match[name]).split(" (")[0]
            typed = _spaced(folded[match.start(name) : match.end(name)])[: len(words)]
            expected = _PLAIN_WORDS[words]
            return (Part((_FIXED[expected],), ()),) if spelled(typed, fold(expected)) else ()
    if match["appendix"]:
        return (Part((Kind.APPENDIX,), ()),)
    if match["bare"]:
        tokens = _label(match, "bare", folded)
        return (Part((), tokens),) if tokens else ()
    return _named(match, folded)


def _label(match: re.Match[str], group: str, folded: str) -> tuple[str, ...]:
    """The typed label, or () when a letter of it has a diacritic: "điểm ở" names no point."""
    typed = folded[match.start(group) : match.end(group)]
    marked = any(not char.isascii() and char != "đ" for char in typed)
    return () if marked else label_tokens(typed)


def _named(match: re.Match[str], folded: str) -> tuple[Part, ...]:
    name = "word" if match["word"] else "short"
    expected = _PLAIN_WORDS[_spaced(match[name])]
    if not spelled(_spaced(folded[match.start(name) : match.end(name)]), fold(expected)):
        return ()
    if match["ordinal"]:
        tokens: tuple[str, ...] = (ordinal_value(match["ordinal"]),)
    else:
        label = next(each for each in ("bracketed", "path", "shortpath") if match[each])
        tokens = _label(match, label, folded)
    if tokens and expected in ("đoạn", "đoạn văn", "hàng"):
        return _line(match, expected, tokens)
    if not tokens or (len(tokens[0]) > 1 and tokens[0].isalpha() and expected not in _ROMAN_WORDS):
        return ()
    roman, number, letter = _WORDS[expected]
    first = tokens[0]
    meanings = number if first.isdigit() else roman if roman_value(first.upper()) else letter
    return tuple(Part(kinds, tokens) for kinds in meanings)


def _line(match: re.Match[str], word: str, tokens: tuple[str, ...]) -> tuple[Part, ...]:
    if not all(token.isdigit() for token in tokens) or len(tokens) != 1:
        return ()
    if word != "hàng":
        return (Part((), tokens, line="đoạn"),)
    if not match["table"]:
        return ()
    table = ordinal_value(match["table"].split()[-1])
    return (Part((), (tokens[0], table if table.isdigit() else "1"), line="hàng"),)


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _is_sure(each: PlacedPart, plain: str) -> bool:
    """Whether it is a part by itself: named by a word, or a path that begins with a Roman numeral.

    "m2" is a unit of area unless it stands against another part.
    """
    part = each.meanings[0]
    if part.kinds or part.line:
        return not _AREA.match(plain, each.start)
    tokens = part.tokens
    return len(tokens) > 1 and bool(roman_value(tokens[0].upper())) and tokens[:2] != ("v", "v")


def _kept(found: list[PlacedPart], sure: list[bool], plain: str) -> Iterator[PlacedPart]:
    """Sure parts, and bare labels that stand against a part, or open the text."""
    beginning = len(plain) - len(plain.lstrip())
    previous: PlacedPart | None = None
    for position, each in enumerate(found):
        inside = previous is not None and each.start < previous.end  # the 2 of "III (2)"
        if inside or not (
            sure[position]
            or (previous is not None and _continues(previous, each, plain))
            or _leads(position, found, sure, plain)
            or (each.start == beginning and _opens(each, plain))
            or _closes(each, plain)
        ):
            continue
        previous = each
        yield each


def _continues(previous: PlacedPart, each: PlacedPart, plain: str) -> bool:
    gap = plain[previous.end : each.start]
    if gap == ".":
        return True
    return not gap.strip(" ,\t\n") and _ends_well(each, plain)


def _ends_well(each: PlacedPart, plain: str) -> bool:
    """What follows a bare label is not an ordinary word: the end, a mark, a document, another part."""
    return bool(_FOLLOWS.match(plain, each.end) or _TOKEN.match(plain, _skip(plain, each.end)))


def _leads(position: int, found: list[PlacedPart], sure: list[bool], plain: str) -> bool:
    """A bare label right before a sure part: "2 mục II", "5.6 trong phần III"."""
    if position + 1 == len(found) or not sure[position + 1]:
        return False
    gap = plain[found[position].end : found[position + 1].start]
    return len(gap) < 12 and (gap == "." or gap.strip(" ,") in _JOINTS)


def _opens(each: PlacedPart, plain: str) -> bool:
    """At the very beginning "IV" or "5.6" may stand for itself, "2" before a document's number."""
    tokens = each.meanings[0].tokens
    standing = len(tokens) > 1 or bool(roman_value(tokens[0].upper()))
    return bool((_FOLLOWS if standing else _NUMBER_FOLLOWS).match(plain, each.end))


def _closes(each: PlacedPart, plain: str) -> bool:
    """At the very end, after a mark or a document: "KH 151, II"."""
    tokens = each.meanings[0].tokens
    standing = len(tokens) > 1 or bool(roman_value(tokens[0].upper()))
    before = plain[max(0, each.start - 2) : each.start].strip(" ")
    return standing and each.end == len(plain.rstrip(" .?")) and before[-1:] in _BEFORE_LAST


def _skip(plain: str, position: int) -> int:
    while position < len(plain) and plain[position] in " ,\t\n":
        position += 1
    return position
