"""Short forms that a plan defines for documents: "(sau đây viết tắt là Nghị quyết 06)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.doctypes import NUMBER, TYPE_WORDS, normal_number, same_number, type_named
from corpus.letters import begins_word
from corpus.plan import Reference

_DEFINES = re.compile(
    r"\(\s?(?:sau đây\s)?(?:được\s)?(?:viết tắt|gọi tắt|gọi chung|gọi|viết gọn)\slà:?\s(?P<names>[^()\n]{2,200})\)",
    re.IGNORECASE,
)
_FORM = re.compile(
    rf"[“\"]?(?P<form>(?P<type>{TYPE_WORDS}|Bộ luật)(?P<rest>(?:\s(?:số\s)?\d[\w/\-]*)?))[”\"]?",
)
# "Nghị quyết 06", "Kế hoạch số 151": a type and the digits alone, without the code of the number.
_IMPLIED = re.compile(
    rf"(?P<type>{TYPE_WORDS})\s(?:số\s)?(?P<digits>\d{{1,4}})(?![\w/]|[-.,]\d|-\w)"
)
_HEAD = re.compile(TYPE_WORDS.replace(" ", r"\s"))  # every form begins with one
_OTHERWISE = re.compile(r"\w|[-/]\w|\s(?:số|này|\d)|\s(?:của|về|thay thế|mới)\s")
_ANTECEDENT = 700  # characters before a definition in which its document is looked for


@dataclass(frozen=True, slots=True)
class Alias:
    """A short form, from where it holds, and the document it stands for."""

    form: str
    meant: Reference
    start: int  # of the definition's own words
    end: int


def find_aliases(text: str, references: Sequence[Reference]) -> tuple[Alias, ...]:
    """The short forms that ``text`` defines for documents among ``references`` (in text order).

    A form for the plan itself ("sau đây gọi tắt là Kế hoạch") has no antecedent and is left out.
    """
    found: list[Alias] = []
    starts = [reference.start for reference in references]
    for definition in _DEFINES.finditer(text):
        first = bisect_left(starts, definition.start() - _ANTECEDENT)
        before = references[first : bisect_left(starts, definition.start())]
        for form in _FORM.finditer(text, definition.start("names"), definition.end("names")):
            meant = _meant(form["type"], form["rest"], before, text, definition.start())
            if meant is not None:
                found.append(Alias(form["form"], meant, form.start("form"), form.end("form")))
    return tuple(found)


def find_uses(text: str, aliases: Sequence[Alias]) -> Iterator[tuple[Alias, int, int]]:
    """Later places that print a defined form, except before digits that make it another document."""
    if not aliases:
        return
    by_form = {" ".join(alias.form.split()): alias for alias in reversed(aliases)}
    lengths = sorted({len(form) for form in by_form}, reverse=True)  # a few, however many the forms
    for head in _HEAD.finditer(text):
        start = head.start()
        if not begins_word(text, start):
            continue
        for end in (start + length for length in lengths):
            alias = by_form.get(" ".join(text[start:end].split()))
            if (
                alias is not None
                and len(alias.form) == end - start
                and not _OTHERWISE.match(text, end)
            ):
                if start >= alias.end:
                    yield alias, start, end
                break


def find_implied(
    text: str, references: Sequence[Reference]
) -> Iterator[tuple[Reference, int, int]]:
    """Undefined short forms such as "Nghị quyết 06" that fit exactly one numbered document."""
    numbered: dict[tuple[str, int], dict[str, Reference]] = {}
    for reference in references:
        if reference.number is not None and reference.type is not None:
            digits = int(re.match(r"\d+", reference.number).group())  # type: ignore[union-attr]
            documents = numbered.setdefault((reference.type, digits), {})
            documents.setdefault(reference.number.casefold(), reference)
    for match in _IMPLIED.finditer(text):
        if not begins_word(text, match.start()):
            continue
        documents = numbered.get((match["type"], int(match["digits"])), {})
        if len(documents) == 1:
            yield next(iter(documents.values())), match.start(), match.end()


def _meant(
    type_word: str, rest: str, before: Sequence[Reference], text: str, position: int
) -> Reference | None:
    """The nearest earlier document of that type whose number agrees with the digits of the form."""
    name = type_named(type_word)
    digits = rest.replace("số", "").strip()
    candidates = [r for r in before if r.type == name]
    if not digits:
        line = text.rfind("\n", max(0, position - _ANTECEDENT - 1), position)
        candidates = [r for r in candidates if r.start > line]
        # the plan itself may be named in between, without a number
        if candidates and text.rfind(type_word, candidates[-1].end + 1, position) >= 0:
            return None
    elif NUMBER.fullmatch(digits):
        candidates = [
            r for r in candidates if r.number and same_number(r.number, normal_number(digits))
        ]
    else:
        head = re.match(r"0*(\d+)", digits)
        candidates = [
            r for r in candidates if head and r.number and re.match(rf"0*{head[1]}(?!\d)", r.number)
        ]
    return candidates[-1] if candidates else None
