"""Labels that the numbering misses because a converter lost the line break before them."""

from __future__ import annotations

import re

from corpus.cleaning.lost_breaks import SENTENCE_END, cut_at
from corpus.letters import UPPER
from corpus.sections.labels import POINT_LETTERS, Label, read_label

_LISTED = {"arabic", "decimal", "letter"}  # styles whose missing label is looked for
# Words that cite a label instead of printing it: "theo điểm b) Khoản 2".
_CITES = re.compile(
    r"(?:điểm|khoản|mục|điều|nhóm|loại|hạng|cấp|lớp|bảng|biểu|phụ lục|phương án|và|hoặc|các)\s+$",
    re.IGNORECASE,
)
_REACH = 12  # characters before a label that may cite it


def with_missing_labels(paragraphs: list[str]) -> list[str]:
    """Paragraphs cut before a label that the numbering misses and that stands inside one of them.

    Between "a. …" and "c. …" the words "hằng năm b. Địa điểm" hold the missing point.
    """
    cuts: dict[int, list[int]] = {}
    open_labels: dict[int, tuple[Label, int]] = {}  # level -> label, its position
    for position, paragraph in enumerate(paragraphs):
        label = read_label(paragraph)
        if label is None or label.style in {"dash", "plus"}:
            continue
        before, since = open_labels.get(label.level, (None, 0))
        open_labels = {level: at for level, at in open_labels.items() if level < label.level}
        open_labels[label.level] = (label, position)
        if before is None or before.style not in _LISTED or before.value + 2 != label.value:
            continue
        found = _missing_label(paragraphs[since:position], _mark(paragraph, label), label)
        if found is not None:
            cuts.setdefault(since + found[0], []).append(found[1])
    return [
        part
        for position, paragraph in enumerate(paragraphs)
        for part in cut_at(paragraph, sorted(cuts.get(position, [])))
    ]


def _mark(paragraph: str, label: Label) -> str:
    return paragraph[: label.length].strip().removeprefix(label.printed)


def _missing_label(lines: list[str], mark: str, label: Label) -> tuple[int, int] | None:
    """Line and place of the only words that look like the label before ``label``; else None."""
    if not mark:
        return None
    pattern = re.compile(rf"(?<=\S)\s{re.escape(_before(label) + mark)}\s(?=[{UPPER}])")
    hits = [
        (number, match.start())
        for number, line in enumerate(lines)
        if not line.startswith("|")
        for match in pattern.finditer(line)
        if _may_hold(line[max(0, match.start() - _REACH) : match.start() + 1], label.style)
    ]
    return hits[0] if len(hits) == 1 else None


def _before(label: Label) -> str:
    """The printed form of the label one before: "c" -> "b", "2.4" -> "2.3"."""
    if label.style == "letter":
        return POINT_LETTERS[label.value - 2]
    head, dot, _ = label.printed.rpartition(".")
    return f"{head}{dot}{label.value - 1}"


def _may_hold(before: str, style: str) -> bool:
    """Whether a label may begin after these words: none that cite it, for a number a sentence end."""
    if style == "letter":
        return before[-2] != "," and _CITES.search(before) is None
    return before[-2] in SENTENCE_END
