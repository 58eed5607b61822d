"""The gate for a sentence that has citations: everything it says itself must stand in their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fold import fold, strip_marks
from corpus.places import PlaceMention
from corpus.plan import IndicatorKind, Plan, Quantity
from rag.bound import Bond, Said, alike, bonds_of, fits_time, in_part, in_scope, kind_of, named_in
from rag.claim import BLANK, Claim, Time, claim_of, quotes_in
from rag.draft import Statement
from rag.evidence import (
    Ground,
    Identity,
    flat,
    ground,
    holds,
    identity,
    is_sound,
    one_line,
    places_in,
    same_amount,
    spaced,
)

ELSEWHERE = "Địa phương"  # how faults of place begin
_MARKER = re.compile(r"\[\d+\]")
_DEADLINE = re.compile(
    rf"{fold('thời gian')}[^:;]{{0,30}}:\s*(?P<words>[^;{BLANK}]+?)[.\s]*(?:;|$)"
)
_WORD = re.compile(r"\w+")
_SHARED = 2  # words that a statement has in common with each of several citations
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\s$")
_FORMER = fold("cũ")
_OWN_WORDS = frozenset(
    fold("đúng không theo đến năm trong tại các cơ quan nhiệm vụ nguyên văn thời gian").split()
)


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a statement stands on."""

    grounds: tuple[Ground, ...]
    identities: tuple[Identity, ...]
    bonds: tuple[Bond, ...]

    def says(self, phrase: str) -> bool:
        """Whether a folded phrase stands in the cited words."""
        return any(holds(g.words, phrase) for g in self.grounds)

    def is_called(self, phrase: str) -> bool:
        """Whether a folded phrase stands in what the plans are called."""
        return any(holds(i.words, phrase) for i in self.identities)


def statement_faults(statement: Statement) -> list[str]:
    """What is wrong with a cited statement, as Vietnamese lines; [] when it may leave."""
    if not all(map(is_sound, statement.spans)):
        return ["Trích dẫn không nằm trọn trong văn bản."]
    grounds = tuple(ground(span) for span in statement.spans)
    plans = {id(g.plan): g.plan for g in grounds}
    cited = _Cited(grounds, tuple(map(identity, plans.values())), tuple(bonds_of(grounds)))
    if _MARKER.search(_outside(statement.text)):
        return ["Câu tự ghi số trích dẫn."]
    claim, faults = _unquoted(statement.text, cited)
    claim, named = _without_citations(claim, cited)
    mentions = places_in(claim.text)
    faults += _place_faults(mentions, claim, cited, named)
    claim, more = _printed_faults(claim, cited)
    faults += _idle_faults(statement.text, cited)
    faults += _value_faults(_outside(statement.text), cited)
    return faults + more + _amount_faults(claim, mentions, cited, named)


def _value_faults(text: str, cited: _Cited) -> list[str]:
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


def _idle_faults(text: str, cited: _Cited) -> list[str]:
    """Citations beside others that share no word with the statement."""
    if len(cited.grounds) < 2:
        return []
    said = set(_WORD.findall(spaced(text)))
    idle = [g for g in cited.grounds if len(said & set(_WORD.findall(g.words))) < _SHARED]
    return ["Có trích dẫn không liên quan đến câu."] if idle else []


def _outside(text: str) -> str:
    """The text without its quotes."""
    for start, end in reversed(quotes_in(text)):
        text = text[:start] + text[end:]
    return text


# --- quotes ---------------------------------------------------------------------------------------


def _unquoted(text: str, cited: _Cited) -> tuple[Claim, list[str]]:
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


def _is_quote(words: str, cited: _Cited) -> bool:
    printed = one_line(words)
    if any(holds(g.printed, printed) for g in cited.grounds):
        return True
    return any(f"“{printed}”" in i.quoting for i in cited.identities)


# --- places ---------------------------------------------------------------------------------------


def _without_citations(claim: Claim, cited: _Cited) -> tuple[Claim, list[tuple[int, Plan]]]:
    """The claim without the phrases that name a cited plan or provision; which plan, and where."""
    named: list[tuple[int, Plan]] = []
    for each in cited.identities:
        for phrase in sorted(each.citations, key=len, reverse=True):
            spans = claim.places_of(phrase)
            named += [(start, each.plan) for start, _ in spans]
            claim = claim.without(spans)
    for place in cited.grounds:
        claim = claim.without(claim.places_of(place.citation))
    return claim, named


def _place_faults(
    mentions: Sequence[PlaceMention], claim: Claim, cited: _Cited, named: list[tuple[int, Plan]]
) -> list[str]:
    """Localities that are not the cited plans', and cited plans that are not the locality's."""
    faults = []
    around = []
    for mention in mentions:
        plans = [i.plan for i in cited.identities if _names(mention, i.plan)]
        named += [(mention.start, plan) for plan in plans]
        if not plans:
            around.append(mention)
    told = {id(plan) for _, plan in named}
    for mention in around:
        words = claim.text[mention.start : mention.end]
        if not _is_around(mention, claim, cited, named) and not _is_cited(mention, claim, cited):
            faults.append(f"{ELSEWHERE} “{words}” không có trong trích dẫn.")
    if told and any(id(each.plan) not in told for each in cited.identities):
        faults.append(f"{ELSEWHERE} trong câu không phải là của mọi văn bản được trích.")
    return faults


def _names(mention: PlaceMention, plan: Plan) -> bool:
    own = strip_marks(plan.meta.locality or "")
    return bool(own) and any(strip_marks(place.name) == own for place in mention.places)


def _is_around(
    mention: PlaceMention, claim: Claim, cited: _Cited, named: Sequence[tuple[int, Plan]]
) -> bool:
    """Whether the place is the province of a plan, named as such or right after its locality."""
    before = claim.low[: mention.start].rstrip(" ,(")
    words = claim.low[mention.start : mention.end]
    for _, plan in named:
        province = fold(plan.meta.province or "")
        if province and (
            words == f"{fold('tỉnh')} {province}"
            or (
                words == province
                and before.endswith((fold(plan.meta.locality or BLANK), fold("tỉnh")))
            )
        ):
            return True
    return False


def _is_cited(mention: PlaceMention, claim: Claim, cited: _Cited) -> bool:
    """Whether the cited words name the place, with the word before it: "UBND huyện Bình Sơn"."""
    before = _WORD_BEFORE.search(claim.low[: mention.start])
    phrase = f"{before['word'] if before else ''} {claim.low[mention.start : mention.end]}"
    return any(holds(g.words, " ".join(phrase.split())) for g in cited.grounds)


# --- what must simply stand there -----------------------------------------------------------------


def _printed_faults(claim: Claim, cited: _Cited) -> tuple[Claim, list[str]]:
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
    claim: Claim, start: int, end: int, numbers: Sequence[tuple[int, int, str]], cited: _Cited
) -> bool:
    """Whether a date right after a document number stands right after that number in the text."""
    before = next((n for n in reversed(numbers) if n[1] <= start), None)
    if before is None or claim.low[before[1] : start].strip(" ,") not in {"", fold("ngày")}:
        return True
    wanted = flat(claim.low[before[0] : end]).replace(",", "")
    texts = (*(g.flat for g in cited.grounds), *(flat(i.words) for i in cited.identities))
    return any(wanted in text.replace(",", "") for text in texts)


# --- amounts --------------------------------------------------------------------------------------


def _amount_faults(
    claim: Claim, mentions: Sequence[PlaceMention], cited: _Cited, named: list[tuple[int, Plan]]
) -> list[str]:
    """Amounts, years, scopes and other numbers that are not those of the cited words together."""
    names, spans = named_in(claim, cited.bonds)
    whole = claim
    claim = claim.without(spans)
    quantities = claim.quantities()
    times = claim.times(quantities)
    faults = [
        f"Năm {time.year} không có trong trích dẫn." for time in times if not _has_year(time, cited)
    ]
    said, more = _said(claim, whole, times, quantities, mentions, cited, bool(names))
    faults += more
    for at, quantity in enumerate(quantities):
        if not _is_stated(quantity, names, said, _plan_before(quantity.start, named), cited):
            faults.append(f"“{quantity.text}” không có trong trích dẫn.")
        elif not _is_timely(quantity, at, quantities, names, said, cited):
            faults.append(f"“{quantity.text}” không phải của năm được nói tới.")
    if not names and named_in(whole, in_part(cited.grounds))[0]:
        faults.append("Trích dẫn không trọn câu nêu chỉ tiêu.")
    if names and mentions and not named:
        faults.append(f"{ELSEWHERE} trong câu không phải của văn bản được trích.")
    if names and not quantities and not _is_target(whole, names, said, cited):
        faults.append("Chỉ tiêu không đúng như trích dẫn.")
    rest = claim.without([*_spans(quantities), *_spans(times)])
    return faults + _rest_faults(rest, mentions, cited)


def _has_year(time: Time, cited: _Cited) -> bool:
    stated = {year for g in cited.grounds for year in g.years}
    return {time.year, time.since or time.year} <= stated


def _plan_before(at: int, named: list[tuple[int, Plan]]) -> Plan | None:
    """The plan that the claim names last before an amount."""
    before = [(start, plan) for start, plan in named if start < at]
    return max(before, key=lambda found: found[0])[1] if before else None


def _is_stated(
    quantity: Quantity, names: set[str], said: Said, plan: Plan | None, cited: _Cited
) -> bool:
    """Whether a cited indicator of the name, scope and plan has the amount, or free words do."""
    bonds = [b for b in cited.bonds if plan is None or b.plan is plan]
    fitting = [b for b in alike(quantity, bonds) if not names or b.name in names]
    if fitting:
        return bool(in_scope(fitting, said, bonds))
    if names:
        return False
    return any(
        same_amount(quantity, printed) and g.is_free(printed)
        for g in cited.grounds
        if plan is None or g.plan is plan
        for printed in g.quantities
    )


def _is_timely(
    quantity: Quantity,
    at: int,
    quantities: Sequence[Quantity],
    names: set[str],
    said: Said,
    cited: _Cited,
) -> bool:
    """Whether the amount is for the year that the claim gives it.

    As many years as amounts belong to them in order; otherwise each amount must be for one of the
    years, and a lone amount for all of them.
    """
    fitting = [b for b in alike(quantity, cited.bonds) if not names or b.name in names]
    if not fitting or not said.times:
        return True
    fitting = in_scope(fitting, said, cited.bonds)
    if len(said.times) == len(quantities):
        return any(fits_time(b.indicator, said.times[at]) for b in fitting)
    hits = [any(fits_time(b.indicator, time) for b in fitting) for time in said.times]
    return all(hits) if len(quantities) == 1 else any(hits)


def _is_target(claim: Claim, names: set[str], said: Said, cited: _Cited) -> bool:
    """Whether a target in words is given as its plan words it: "…: đạt chuẩn đô thị loại IV."."""
    _, colon, value = claim.text.rpartition(": ")
    value = flat(value).rstrip(".;")
    if not colon or BLANK in value or not value:
        return not said.times or any(
            fits_time(b.indicator, time)
            for b in cited.bonds
            for time in said.times
            if b.name in names
        )
    stated = [b for b in cited.bonds if b.name in names and b.value == value]
    fitting = in_scope(stated, said, cited.bonds)
    return any(all(fits_time(b.indicator, time) for time in said.times) for b in fitting)


# --- scopes, names and numbers that are no amounts ------------------------------------------------


def _said(
    claim: Claim,
    whole: Claim,
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    mentions: Sequence[PlaceMention],
    cited: _Cited,
    named: bool,
) -> tuple[Said, list[str]]:
    """Scopes and labels in parentheses, and those that the cited words do not hold."""
    scopes: list[str] = []
    kinds: list[IndicatorKind] = []
    faults = []
    held = [span for each in (quantities, times, mentions) for span in _spans(each)]
    known = {bond.scope for bond in cited.bonds}
    for start, end in claim.parentheses():
        is_held = any(s < end and start < e for s, e in held)
        for words in map(str.strip, claim.low[start:end].split(";")):
            if (kind := kind_of(words)) is not None:
                kinds.append(kind)
            elif words in known:
                scopes.append(words)
            elif is_held or words.strip(BLANK + " ") in {"", _FORMER} or cited.is_called(words):
                continue
            elif any(holds(g.words, words) for g in cited.grounds):
                scopes.append(words)
            else:
                faults.append(f"Phạm vi “{words}” không có trong trích dẫn.")
    return Said(times, scopes, kinds, whole.low, named), faults


def _spans(found: Sequence[Quantity | Time | PlaceMention]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in found]


def _rest_faults(claim: Claim, mentions: Sequence[PlaceMention], cited: _Cited) -> list[str]:
    """Other numbers and proper names that neither the cited words nor the plans' names hold."""
    faults = [
        f"Số “{token}” không có trong trích dẫn."
        for token, ways in claim.tokens()
        if not any(map(cited.says, ways))
    ]
    claim = claim.without((m.start, m.end) for m in mentions)
    faults += [
        f"Tên “{name}” không có trong trích dẫn."
        for name in claim.proper_names()
        if fold(name) not in _OWN_WORDS
        and not cited.says(fold(name))
        and not cited.is_called(fold(name))
    ]
    return faults
