"""The gate for a sentence that has citations: everything it says itself must stand in their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.fold import fold
from rag.draft import Statement
from rag.gate.amounts import amount_faults
from rag.gate.bound import (
    bonds_of,
)
from rag.gate.cited import Cited
from rag.gate.claim import BLANK, Claim, claim_of, quotes_in
from rag.gate.evidence import (
    Ground,
    flat,
    ground,
    holds,
    identity,
    is_sound,
    localities_of,
    one_line,
    places_in,
    spaced,
)
from rag.gate.places import place_faults, without_citations

_MARKER = re.compile(r"\[\d+\]")
_DEADLINE = re.compile(
    rf"{fold('thời gian')}[^:;]{{0,30}}:\s*(?P<words>[^;{BLANK}]+?)[.\s]*(?:;|$)"
)
_WORD = re.compile(r"\w+")
_SHARED = 2  # words that a statement has in common with each of several citations


def statement_faults(statement: Statement, localities: tuple[str, ...] = ()) -> list[str]:
    """What is wrong with a cited statement, as Vietnamese lines; [] when it may leave.

    ``localities`` are the names that the collection's plans go by.
    """
    if not all(map(is_sound, statement.spans)):
        return ["Trích dẫn không nằm trọn trong văn bản."]
    grounds = tuple(ground(span) for span in statement.spans)
    plans = {id(g.plan): g.plan for g in grounds}
    cited = Cited(grounds, tuple(map(identity, plans.values())), tuple(bonds_of(grounds)))
    if _MARKER.search(_outside(statement.text)):
        return ["Câu tự ghi số trích dẫn."]
    claim, faults = _unquoted(statement.text, cited)
    claim, named = without_citations(claim, cited)
    own = localities_of([plan.meta for plan in plans.values()])
    mentions = places_in(claim.text, tuple(dict.fromkeys((*localities, *own))))
    faults += place_faults(mentions, claim, cited, named)
    claim, more = _printed_faults(claim, cited)
    faults += _idle_faults(statement.text, cited)
    faults += _value_faults(_outside(statement.text), cited)
    return faults + more + amount_faults(claim, mentions, cited, named)


def _value_faults(text: str, cited: Cited) -> list[str]:
    """A value after the last colon that is printed in the cited words but for its digits, or not at all.

    "Trích yếu …: … đến năm 2035" where the text has 2030; an issuer that the citation does not name.
    """
    _, colon, value = text.rstrip(" .;").rpartition(": ")
    printed = flat(value)
    if not colon or not printed:
        return []
    if any(char.isdigit() for char in printed):
        pattern = re.compile(re.sub(r"\d", r"\\d", re.escape(printed)))
        near = any(pattern.search(g.flat) for g in cited.grounds)
        if near and not any(printed in g.flat for g in cited.grounds):
            return ["Con số khác với văn bản được trích."]
    issuers = {
        i.plan.meta.issuer for i in cited.identities if "issuer" not in i.plan.meta.by_person
    }
    said = set(_WORD.findall(spaced(value)))
    if value in issuers and not any(
        len(said & set(_WORD.findall(g.words))) * 2 >= len(said) for g in cited.grounds
    ):
        return ["Cơ quan ban hành không có trong trích dẫn."]
    return []


def _idle_faults(text: str, cited: Cited) -> list[str]:
    """Citations beside others that share no word with the statement.

    One that alone prints the statement's year is not idle: the header of a table.
    """
    if len(cited.grounds) < 2:
        return []
    said = set(_WORD.findall(spaced(text)))
    idle = [
        g
        for g in cited.grounds
        if len(said & set(_WORD.findall(g.words))) < _SHARED and not _alone_dates(g, said, cited)
    ]
    return ["Có trích dẫn không liên quan đến câu."] if idle else []


def _alone_dates(one: Ground, said: set[str], cited: Cited) -> bool:
    others = {y for g in cited.grounds if g is not one and g.plan is one.plan for y in g.years}
    return any(str(year) in said for year in one.years if year not in others)


def _outside(text: str) -> str:
    """The text without its quotes."""
    for start, end in reversed(quotes_in(text)):
        text = text[:start] + text[end:]
    return text


# --- quotes ---------------------------------------------------------------------------------------


def _unquoted(text: str, cited: Cited) -> tuple[Claim, list[str]]:
    """The claim with its quotes blanked out, and the quotes that no cited span holds."""
    spans = quotes_in(text)
    whole = (spans[0][0], text.rfind("”")) if spans else (0, 0)
    if len(spans) > 1 and _is_quote(text[slice(*whole)], cited):
        spans = [whole]  # a quote whose own quotation marks do not match
    wrong = [text[start:end] for start, end in spans if not _is_quote(text[start:end], cited)]
    blanked = claim_of(text).without((start - 1, min(end + 1, len(text))) for start, end in spans)
    return blanked, [
        f"Không có nguyên văn “{one_line(quote)[:60]}” trong trích dẫn." for quote in wrong
    ]


def _is_quote(words: str, cited: Cited) -> bool:
    printed = one_line(words)
    if any(holds(g.printed, printed) for g in cited.grounds):
        return True
    return any(f"“{printed}”" in i.quoting for i in cited.identities)


def _printed_faults(claim: Claim, cited: Cited) -> tuple[Claim, list[str]]:
    """The claim without names of provisions, document numbers and dates, and those not cited."""
    faults = []
    provisions = claim.provisions()
    for start, end in provisions:
        words = claim.low[start:end]
        if not any(holds(g.provision, words) or holds(g.words, words) for g in cited.grounds):
            faults.append(f"“{claim.text[start:end]}” không phải chỗ được trích.")
    claim = claim.without(provisions)
    numbers, dates = claim.numbers(), claim.dates()
    for start, end, number in numbers:
        stated = any(number in g.numbers for g in cited.grounds)
        if not stated and not any(number in i.numbers for i in cited.identities):
            faults.append(f"Số văn bản {claim.text[start:end]} không có trong trích dẫn.")
    for start, end, day in dates:
        stated = any(day in g.dates for g in cited.grounds) or any(
            day in i.dates for i in cited.identities
        )
        if day is None or not stated or not _is_dated_so(claim, start, end, numbers, cited):
            faults.append(f"Ngày {claim.text[start:end]} không có trong trích dẫn.")
    deadline = _DEADLINE.search(claim.low)
    if deadline and not cited.says(" ".join(deadline["words"].split())):
        faults.append("Thời gian thực hiện không có trong trích dẫn.")
    claim = claim.without([*(n[:2] for n in numbers), *(d[:2] for d in dates)])
    return claim, faults


def _is_dated_so(
    claim: Claim, start: int, end: int, numbers: Sequence[tuple[int, int, str]], cited: Cited
) -> bool:
    """Whether a date right after a document number stands right after that number in the text."""
    before = next((n for n in reversed(numbers) if n[1] <= start), None)
    if before is None or claim.low[before[1] : start].strip(" ,") not in {"", fold("ngày")}:
        return True
    wanted = flat(claim.low[before[0] : end]).replace(",", "")
    texts = (*(g.flat for g in cited.grounds), *(flat(i.words) for i in cited.identities))
    return any(wanted in text.replace(",", "") for text in texts)
