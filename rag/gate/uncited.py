"""The gate for a sentence without a citation: it may deny, ask or introduce, and repeat the question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.citation.writer import vietnamese_date
from corpus.doctypes import same_number
from corpus.fold import fold, strip_marks
from corpus.places.coverage import REFORM
from corpus.places.finder import PlaceMention
from corpus.places.gazetteer import contains, gazetteer, overlaps, same_place
from corpus.plan import PlanMeta
from corpus.quantity.reader import read_quantities
from rag.gate.claim import Claim, claim_of, quotes_in
from rag.gate.evidence import dates_in, flat, holds, localities_of, places_in, same_amount, spaced

# Words of a sentence that denies or asks; one that ends with a colon introduces what follows.
_DENIES = re.compile(rf"(?<!\w)(?:{fold('không|chưa|ngoài|khác|xin|mời')})(?!\w)")
_PRESENT = fold("đang có văn bản:")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")  # also either end of "2026-2030"


def uncited_faults(
    text: str, question: str, known: Sequence[PlanMeta] = (), names: Sequence[str] = ()
) -> list[str]:
    """What is wrong with an uncited sentence, as Vietnamese lines; [] when it may leave.

    It may name the documents of ``known`` by number and date, and the localities of the question,
    of ``names`` and around them; after ``_PRESENT`` the collection's localities are listed.
    """
    spans = quotes_in(text)
    faults = [
        f"Trích nguyên văn “{text[start:end][:60]}” mà không có trích dẫn."
        for start, end in spans
        if not _repeats(text[start:end], question)
    ]
    claim = claim_of(text).without((start - 1, min(end + 1, len(text))) for start, end in spans)
    here = localities_of(known)
    mentions = places_in(claim.text, here)
    asked = places_in(question, here)
    changes = _changes((*mentions, *asked)) if mentions else frozenset()
    is_note = bool(dates_in(claim.text) & {_iso(day) for day in changes})
    if not (_DENIES.search(claim.low) or claim.text.rstrip().endswith((":", "?")) or is_note):
        faults.append("Câu khẳng định mà không có trích dẫn.")
    told = claim.low.partition(_PRESENT)[0]
    if not is_note:
        faults += [
            f"Câu hỏi không nói tới “{claim.text[m.start : m.end]}”."
            for m in mentions
            if m.end <= len(told) and asked and not _is_asked(m, asked, names)
        ]
    claim = claim.without((m.start, m.end) for m in mentions)
    return faults + _new_numbers(claim, f"{question} ; {' ; '.join(changes)}", known)


def _repeats(quote: str, question: str) -> bool:
    """Whether every word of a quote was typed in the question."""
    asked = set(_WORD.findall(strip_marks(question)))
    return set(_WORD.findall(strip_marks(quote))) <= asked


def _changes(mentions: Sequence[PlaceMention]) -> frozenset[str]:
    """Dates and acts by which the named places changed, as the data of places has them."""
    found = {vietnamese_date(REFORM)}
    former = gazetteer().former
    for mention in mentions:
        for place in mention.places:
            if (change := former.get(place.id)) is not None:
                found |= {vietnamese_date(change.until) if change.until else "", change.basis}
    return frozenset(found - {""})


def _iso(printed: str) -> str:
    return next(iter(dates_in(printed)), "")


def _is_asked(mention: PlaceMention, asked: Sequence[PlaceMention], names: Sequence[str]) -> bool:
    """Whether a place is one of the question or of the answer, or lies in or around such a one."""
    plain = {strip_marks(name) for name in names}
    return any(strip_marks(place.name) in plain for place in mention.places) or any(
        place.name == other.name
        or same_place(place, other)
        or contains(place, other)
        or contains(other, place)
        or overlaps(place, other)
        for place in mention.places
        for each in asked
        for other in each.places
    )


def _new_numbers(claim: Claim, question: str, known: Sequence[PlanMeta]) -> list[str]:
    """Numbers and dates that neither the question nor the identity of a known plan says."""
    own = [meta.number for meta in known if meta.number]
    numbers, dates = claim.numbers(), claim.dates()
    asked = flat(question)
    allowed_days = dates_in(question) | {meta.date for meta in known if meta.date}
    faults = [
        f"Số văn bản {claim.text[start:end]} không có trong câu hỏi."
        for start, end, number in numbers
        if number not in asked and not any(same_number(number, other) for other in own)
    ]
    faults += [
        f"Ngày {claim.text[start:end]} không có trong câu hỏi."
        for start, end, day in dates
        if day not in allowed_days
    ]
    claim = claim.without([*(n[:2] for n in numbers), *(d[:2] for d in dates)])
    quantities = claim.quantities()
    typed = read_quantities(question)
    faults += [
        f"“{q.text}” không có trong câu hỏi."
        for q in quantities
        if not any(same_amount(q, other) for other in typed) and not holds(asked, flat(q.text))
    ]
    claim = claim.without((q.start, q.end) for q in quantities)
    words = " ; ".join((spaced(question), *_YEAR.findall(question)))
    return faults + [
        f"Số “{token}” không có trong câu hỏi."
        for token, _ in claim.tokens()
        if not holds(words, fold(token))
    ]
