"""What a plan says of itself again: its own number in appendices, the day a resolution was passed."""

from __future__ import annotations

import re

from corpus.agencies.lists import AgencyText
from corpus.dates import DATE, iso
from corpus.doctypes import find_numbers, same_number
from corpus.metadata.formalities import Formalities, Printed
from corpus.metadata.issuer import Issuer, named

_PASSED = re.compile(r"thông qua\s{1,2}(?=ngày)", re.IGNORECASE)
_OF_ISSUER = re.compile(r"\s{0,2}\)?,?\s{0,2}của\s{1,2}")
_SUBJECT_END = re.compile(r"[\n.;)“”]")
_ABOUT = re.compile(r"(?<!\w)về (?=\S)")
_LONGEST_SUBJECT = 1200  # characters


def own_mentions(text: str, formal: Formalities) -> list[tuple[int, int]]:
    """Where the text cites its own number again, as appendices do."""
    own = formal.number
    if own is None:
        return []
    return [
        (found.start, found.end)
        for found in find_numbers(text, own.end)
        if same_number(found.text, own.value)
    ]


def own_citation(source: AgencyText, formal: Formalities) -> Issuer | None:
    """The issuer in "(Kèm theo Kế hoạch số … ngày … của …)" when the number is the plan's own."""
    for _, end in own_mentions(source.text, formal):
        stop = _after_date(source.text, end)
        if of := _OF_ISSUER.match(source.text, stop):
            finish = source.end_of(of.end(), min(len(source.text), of.end() + 120))
            closed = source.text.find(")", of.end(), finish)
            finish = closed if closed >= 0 else finish
            if finish > of.end():
                return named(source.text[of.end() : finish], (of.end(), finish))
    return None


def _after_date(text: str, position: int) -> int:
    match = DATE.search(text, position, position + 40)
    if match and not text[position : match.start()].strip(" ,()\n"):
        return match.end()
    return position


def own_date(text: str, formal: Formalities) -> Printed | None:
    """The date beside a later mention of the own number, or None."""
    for _, end in own_mentions(text, formal):
        match = DATE.search(text, end, end + 40)
        if match and not text[end : match.start()].strip(" ,()\n") and (value := iso(match)):
            return Printed(value, match.start(), match.end())
    return None


def passing_date(text: str, formal: Formalities) -> Printed | None:
    """A resolution or law is dated by the day it was passed: "… thông qua ngày 16 tháng 6 năm …"."""
    if formal.type is None or formal.type.value not in {
        "Nghị quyết",
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
    }:
        return None
    for match in _PASSED.finditer(text):
        day = DATE.match(text, match.end())
        value = iso(day) if day else None
        if day is None or value is None:
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        if text.startswith(formal.type.value, line, match.start()):
            return Printed(value, day.start(), day.end())
    return None


def own_subject(text: str, formal: Formalities) -> Printed | None:
    """The words after "về" where the text cites its own number, when no title is printed."""
    for _, end in own_mentions(text, formal):
        stop = _SUBJECT_END.search(text, end + 30, end + _LONGEST_SUBJECT)
        about = _ABOUT.search(text, end, end + 120)
        if about and stop and about.start() < stop.start():
            return Printed(text[about.start() : stop.start()], about.start(), stop.start())
    return None
