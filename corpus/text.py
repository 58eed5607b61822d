"""Raw file text -> the plan's text, once, before any offset exists.

The result has one paragraph a line. Page breaks and hard wraps are joined, breaks that a converter
lost are put back, markup and formula remains are plain characters, footnotes stand at the end with
their calls kept where they were, and what a recognition model invented is gone. No word is ever
corrected.
"""

from __future__ import annotations

import html
import re
import unicodedata

from corpus.cleaning.columns import with_footer_in_one_column
from corpus.cleaning.lost_breaks import with_lost_breaks
from corpus.cleaning.missing_labels import with_missing_labels
from corpus.cleaning.page_cuts import is_cut_compound, is_cut_number
from corpus.cleaning.page_marks import PAGE_NUMBER, without_page_marks
from corpus.cleaning.stacked import with_stacked_rows
from corpus.cleaning.tabbed import with_piped_rows
from corpus.sections.footnotes import calls, note_label
from corpus.sections.labels import read_label

_SUPERSCRIPTS = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_LATEX_WORDS = {
    "rightarrow": "→", "to": "→", "leftarrow": "←", "times": "×", "cdot": "·", "div": "÷",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "approx": "≈", "sim": "~", "pm": "±", "%": "%",
    "quad": " ", ",": " ", " ": " ",
}  # fmt: skip
# Control and format characters (Unicode categories Cc and Cf) except tab and newline.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
# Emphasis, with or without a blank before its closing star; "* item" and "(*)" are none.
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*)])([^*\n]{1,2000})\*(?!\*)")
_FORMULA = re.compile(r"\$([^$\n]{1,160})\$")
_RULE_LINE = re.compile(r"[-_*=\s.~]{3,}|\*")
_UNDERLINE = re.compile(r"\s+[-–_]{4,}$")
_TABLE_RULE = re.compile(r"[|:\-\s]+")
_ENGLISH = re.compile(r"\b(?:the|of|a|an|with|at|or|in|text|page|and|to|by)\b")

WRAP_WIDTH = 55  # a line this long without final punctuation was cut by the page, not by the author
_NOISE_WORDS = 4  # an invented sentence has at least this many English words


def normalise(raw: str) -> str:
    """The plan's text: one paragraph a line, no line empty. Linear in the length of ``raw``."""
    plain = with_footer_in_one_column(_plain(_characters(without_page_marks(raw))))
    blocks = _blocks(with_piped_rows(with_stacked_rows(plain)))
    paragraphs = _without_invented_tail([p for block in blocks for p in _unwrap(block)])
    body, notes = _lift_footnotes(paragraphs)
    return "\n".join(with_missing_labels(with_lost_breaks(body)) + notes)


def _characters(raw: str) -> str:
    """NFC, plain newlines and spaces, no invisible characters. Never NFKC: it would turn m² into m2."""
    text = unicodedata.normalize("NFC", raw.removeprefix("\ufeff"))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    text = text.translate(
        {0xD0: "Đ", 0xA0: " ", 0x2007: " ", 0x202F: " ", 0x2028: "\n", 0x2029: "\n"}
    )
    return _INVISIBLE.sub("", text)


def _formula(match: re.Match[str]) -> str:
    """Plain characters of an inline formula; a dollar sign between prices is left as it was."""
    inner = match.group(1)
    if not re.search(r"[\\^_]", inner):
        return match.group()
    inner = re.sub(r"\\(?:text|mathrm|mathbf|textbf|textit)\s*\{([^{}]*)\}", r"\1", inner)
    inner = re.sub(r"\\([A-Za-z]+|[%, ])", lambda m: _LATEX_WORDS.get(m.group(1), ""), inner)
    inner = re.sub(r"\^\{?([\d()]+)\}?", lambda m: m.group(1).translate(_SUPERSCRIPTS), inner)
    inner = re.sub(r"_\{?(\d+)\}?", lambda m: m.group(1).translate(_SUBSCRIPTS), inner)
    return re.sub(r" {2,}", " ", inner.replace("{", "").replace("}", "")).strip()


def _plain(text: str) -> str:
    """Markup of Markdown, HTML and LaTeX as plain characters."""
    text = _FORMULA.sub(_formula, text)
    text = re.sub(
        r"<sup>\s*([\d()]{1,5})\s*</sup>", lambda m: m.group(1).translate(_SUPERSCRIPTS), text
    )
    text = re.sub(r"<sub>\s*(\d{1,3})\s*</sub>", lambda m: m.group(1).translate(_SUBSCRIPTS), text)
    text = re.sub(r"<br\s*/?>", " ", text)
    text = html.unescape(re.sub(r"</?[a-zA-Z][^<>\n]{0,200}>", "", text))
    text = re.sub(r"\[\^(\d{1,2})\]:", r"(\1)", text)
    text = re.sub(r"\[\^(\d{1,2})\]", lambda m: f"({m.group(1)})".translate(_SUPERSCRIPTS), text)
    text = re.sub(
        r"(?<=\d)\s*\bm\^([23])|\bm\^([23])",
        lambda m: m.group().replace("^2", "²").replace("^3", "³"),
        text,
    )
    text = text.replace("**", "").replace("__", "")
    text = _EMPHASIS.sub(r"\1", text)
    return re.sub(r"\\([*_#|\-.()\[\]])", r"\1", text)


def _line(line: str) -> str:
    """One line without heading marks, rules and runs of spaces; "" for a line to be dropped."""
    line = re.sub(r"[ \t]+", " ", line).strip()
    line = re.sub(r"^#{1,6}\s+", "", line)
    line = re.sub(r"^>\s+", "", line)
    if line.startswith("|"):
        return (
            ""
            if _TABLE_RULE.fullmatch(line)
            else "| " + " | ".join(map(_cell, line.strip("|").split("|"))) + " |"
        )
    line = _UNDERLINE.sub("", line)
    if len(line) < 200 and (_RULE_LINE.fullmatch(line) or PAGE_NUMBER.fullmatch(line)):
        return ""
    # A numbered paragraph that a converter also made a list item: "- 1. Các đảng ủy".
    return re.sub(r"^- (?=\d{1,2}(?:\.\d{1,2})*[.)] )", "", line)


def _cell(words: str) -> str:
    """A cell without the rule that a letterhead has under its lines: "THỊ XÃ LA GI -------"."""
    words = words.strip()
    return _UNDERLINE.sub("", words) if words.strip("-–_ ") else words


def _blocks(text: str) -> list[list[str]]:
    """Lines grouped by the blank lines between them."""
    blocks: list[list[str]] = [[]]
    for raw_line in text.split("\n"):
        line = _line(raw_line)
        if line:
            blocks[-1].append(line)
        elif not raw_line.strip() and blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _is_open(paragraph: str) -> bool:
    """Whether the paragraph stops without the punctuation that ends one."""
    return paragraph[-1] not in ".;:!?…|" and not paragraph.endswith(("./.", ".”", '."', ";”"))


def _begins_lower(paragraph: str) -> bool:
    return paragraph.lstrip("“\"'(")[:1].islower()


def _is_capitals(paragraph: str) -> bool:
    return paragraph.isupper() and sum(map(str.isalpha, paragraph)) > 1


# "… hoàn thành trong quý / IV/2026).": no heading in capitals.
_QUARTER = re.compile(r"[IVX]{1,3}(?:/|\s?-\s?[IVX]{1,3}/|\snăm\s)(?:19|20)\d\d")


def _continues(before: str, after: str, *, same_block: bool) -> bool:
    """Whether ``after`` goes on with the sentence of ``before``."""
    if before.startswith("|") or after.startswith("|"):
        return False
    if _is_open(before) and (is_cut_number(before, after) or is_cut_compound(before, after)):
        return True
    if _is_open(before) and _QUARTER.match(after):
        return True
    if read_label(after) is not None or note_label(after) is not None:
        return False
    if not _is_open(before):
        # A list item cut after a semicolon: "- … sử dụng đất; / tham gia góp ý …".
        return before[-1] == ";" and _begins_lower(after) and read_label(before) is not None
    if _is_capitals(before):
        return same_block and read_label(before) is not None and _is_capitals(after)
    if re.search(r"\d\s?-$", before) or _begins_lower(after):
        return True
    if not same_block or _is_capitals(after):
        return False
    return before[-1] == "," or len(before) >= WRAP_WIDTH


def _join(before: str, after: str) -> str:
    """Both parts as one; a document number cut at its hyphen gets no space."""
    if re.search(r"\d\s?-$", before) and re.match(r"[A-ZĐ]{1,5}[A-Za-zĐđ]{0,4}\d{0,2}/", after):
        return before + after
    return f"{before} {after}"


def _unwrap(block: list[str]) -> list[str]:
    """Hard-wrapped lines of one block as paragraphs."""
    width = max(map(len, block))
    paragraphs: list[list[str]] = []
    last = ""
    for line in block:
        if paragraphs and (
            _continues(last, line, same_block=True) or _full_line(last, line, width)
        ):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        last = line
    return [_join_all(parts) for parts in paragraphs]


def _full_line(before: str, after: str, width: int) -> bool:
    """Whether a sentence or phrase merely ended at the right margin of a wrapped block."""
    return (
        WRAP_WIDTH < width < 2 * WRAP_WIDTH
        and len(before) > 0.85 * width
        and before[-1] in ".;"
        and not before.endswith("./.")
        and not _is_capitals(before)
        and read_label(after) is None
        and note_label(after) is None
        and not _is_capitals(after)
        and not after.startswith("|")
    )


def _join_all(parts: list[str]) -> str:
    """``parts`` joined pairwise, without building every prefix of a long paragraph again."""
    out = [parts[0]]
    for part in parts[1:]:
        joined = _join(out[-1][-12:], part)
        out.append(joined[len(out[-1][-12:]) :])
    return "".join(out)


def _without_invented_tail(paragraphs: list[str]) -> list[str]:
    """Drop the English description that a recognition model adds after the signature."""
    end = len(paragraphs)
    while end and _is_invented(paragraphs[end - 1]):
        end -= 1
    return paragraphs[:end]


def _is_invented(paragraph: str) -> bool:
    words = paragraph[:2000].split()
    return (
        len(words) >= _NOISE_WORDS
        and paragraph.isascii()
        and len(_ENGLISH.findall(paragraph[:2000].lower())) >= 2
    )


def _lift_footnotes(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """Body paragraphs with page breaks joined, and the notes taken out of them.

    A paragraph is a note only when its number has been called before; a further paragraph between
    two notes belongs to the first of them. The sentence that the notes interrupted is joined again.
    """
    body: list[list[str]] = []
    notes: list[str] = []
    called: set[str] = set()
    interrupted = False
    last_note = _last_of_each_run(paragraphs)
    for position, paragraph in enumerate(paragraphs):
        label = note_label(paragraph)
        if (label and label[0] in called) or (interrupted and position < last_note[position]):
            notes.append(paragraph) if label and label[0] in called else notes.append(
                f"{notes.pop()} {paragraph}"
            )
            called.discard(label[0] if label else "")
            interrupted = True
            continue
        called.update(number for number, _, _ in calls(paragraph))
        before = body[-1][-1] if body else ""
        if before and (
            _continues(before, paragraph, same_block=False)
            or (
                interrupted
                and _is_open(before)
                and not _is_capitals(before)
                and read_label(paragraph) is None
            )
        ):
            body[-1].append(paragraph)
        else:
            body.append([paragraph])
        interrupted = False
    return [_join_all(parts) for parts in body], notes


def _last_of_each_run(paragraphs: list[str]) -> list[int]:
    """For each position, that of the last note of the run of notes it stands in or just after.

    Notes at the foot of one page count up; a run may hold one plain paragraph between two notes.
    """
    last = [0] * (len(paragraphs) + 2)
    for position in range(len(paragraphs) - 1, -1, -1):
        if note_label(paragraphs[position]) is not None:
            last[position] = max(position, last[position + 1])
        elif position + 1 < len(paragraphs) and note_label(paragraphs[position + 1]) is not None:
            last[position] = last[position + 1]
    return last
