"""What a converter keeps of every page: "- 2 -", "Trang 2/9", and the same running head beside it."""

from __future__ import annotations

import re
from collections import Counter

_PAGE, _BARE = r"(?:Trang|trang|TRANG)\s*", r"\d{1,3}(?:\s*/\s*\d{1,3})?"
PAGE_NUMBER = re.compile(rf"(?:{_PAGE})?{_BARE}")  # of a line that holds nothing else
_MARK = re.compile(rf"\s*(?:[-–—]\s?\d{{1,3}}\s?[-–—]|{_PAGE}{_BARE})\s*")
_NUMBER = re.compile(rf"\s*{_BARE}\s*")
_SHORTEST_HEAD, _LONGEST_HEAD = 8, 120  # characters of a running head
_PAGES = 2  # pages that a running head stands on at least


def without_page_marks(text: str) -> str:
    """``text`` without the numbers of its pages and without the heads that stand beside them.

    A form feed stays, for what joins the sentence that a page cut. A line is a running head when it
    stands right beside a page's number or start, on several pages, and nowhere else.
    """
    lines = text.split("\n")
    marks = {i for i, line in enumerate(lines) if _MARK.fullmatch(line)}
    breaks = marks | {i for i, line in enumerate(lines) if "\f" in line}
    numbers = {i for i, line in enumerate(lines) if _NUMBER.fullmatch(line)}
    heads = _heads(lines, breaks | numbers)
    gone = marks | {i for i, line in enumerate(lines) if line.strip(" \f") in heads}
    return "\n".join(
        "\f" if i in gone and "\f" in line else line
        for i, line in enumerate(lines)
        if i not in gone or "\f" in line
    )


def _heads(lines: list[str], pages: set[int]) -> set[str]:
    """The lines that stand beside the marks of pages, each time that they stand at all."""
    every = Counter(line.strip(" \f") for line in lines)
    beside = Counter(
        lines[i].strip(" \f")
        for i in range(len(lines))
        if i in pages or i - 1 in pages or i + 1 in pages
    )
    return {
        line
        for line, count in beside.items()
        if count == every[line] >= _PAGES
        and _SHORTEST_HEAD <= len(line) <= _LONGEST_HEAD
        and not _MARK.fullmatch(line)
        and not line.startswith("|")
    }
