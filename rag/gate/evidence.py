"""What cited words prove: the amounts, dates, years and names in them, and the indicators they state.

Everything here is read once for a span and kept, because the same provisions are cited again and
again. Plans are told apart by identity: hashing a whole plan would cost more than reading it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from corpus.citation.writer import plan_citation, provision_citation
from corpus.dates import DATE, iso
from corpus.doctypes import find_numbers
from corpus.fold import fold, strip_marks
from corpus.places.finder import PlaceMention, find_places
from corpus.plan import Indicator, Plan, PlanMeta, Quantity
from corpus.quantity.reader import read_quantities
from rag.draft import Span

_JOINTS = ".,/-–"  # inside a number, a date or a range
_KEPT = 2_048  # spans whose reading is kept
_BLANKS = re.compile(r"\s+")
_CALL = re.compile(r"⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾")
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![.,]?\d)")


def one_line(text: str) -> str:
    """The text with every run of blanks as one space."""
    return " ".join(text.split())


def spaced(text: str) -> str:
    """Folded, on one line, without calls of footnotes."""
    return one_line(fold(_CALL.sub(" ", text)))


def flat(text: str) -> str:
    """Folded, without blanks and calls of footnotes: "7 - 9 m²" and "7-9m²" are the same."""
    return _BLANKS.sub("", fold(_CALL.sub("", text)))


def holds(text: str, part: str) -> bool:
    """Whether ``part`` stands in ``text`` as whole words and whole numbers."""
    at = text.find(part) if part else -1
    while at >= 0:
        if not _cuts(text, at) and not _cuts(text, at + len(part)):
            return True
        at = text.find(part, at + 1)
    return False


def _cuts(text: str, at: int) -> bool:
    """Whether a cut at ``at`` goes through a word or a number with its unit."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and (after.isalnum() or after in "%²³"):
        return True
    if before in _JOINTS:
        return after.isdigit() and text[at - 2 : at - 1].isdigit()
    return after in _JOINTS and before.isdigit() and text[at + 1 : at + 2].isdigit()


def dates_in(text: str) -> frozenset[str]:
    """ISO forms of the dates that a text prints."""
    return frozenset(day for match in DATE.finditer(text) if (day := iso(match)))


def same_amount(one: Quantity | Indicator, other: Quantity | Indicator) -> bool:
    """Same operator, bounds, direction and unit; "đô thị" may be short for "đô thị loại IV"."""
    first, second = one.unit or "", other.unit or ""
    return (
        (one.operator, one.low, one.high, one.direction)
        == (other.operator, other.low, other.high, other.direction)
    ) and (first == second or _shorter(first, second) or _shorter(second, first))


def _shorter(short: str, long: str) -> bool:
    return bool(short) and long.startswith(f"{short} ")


class Identity:
    """What a plan is called, and what a person supplied about it: the words that need no citation."""

    def __init__(self, plan: Plan) -> None:
        meta = plan.meta
        self.plan = plan
        full, short = plan_citation(plan), plan_citation(plan, full=False)
        printed = (full, short, meta.issuer or "")
        self.citations = tuple(dict.fromkeys(spaced(words) for words in printed if words))
        self.quoting = full if "“" in full else ""
        supplied = [str(getattr(meta, field) or "") for field in meta.by_person]
        names = (meta.locality, meta.province, meta.place, meta.type, plan.id, *supplied)
        self.words = " ; ".join((*self.citations, *(spaced(name) for name in names if name)))
        self.dates = frozenset(supplied) & {meta.date}
        self.numbers = frozenset(map(fold, supplied)) & {fold(meta.number or "")}


class Ground:
    """The cited words of one span, read."""

    def __init__(self, plan: Plan, start: int, end: int) -> None:
        self.plan, self.start, self.end = plan, start, end
        self.text = plan.text[start:end]
        self.printed = one_line(self.text)
        self.words = spaced(self.text)

    @cached_property
    def flat(self) -> str:
        """See ``flat``."""
        return flat(self.text)

    @cached_property
    def plain(self) -> str:
        """The words without diacritics."""
        return strip_marks(self.words)

    @cached_property
    def citation(self) -> str:
        """The provision as a citation names it, folded."""
        return spaced(provision_citation(self.plan, self.start, self.end))

    @cached_property
    def provision(self) -> str:
        """The provision as a citation names it, and by its path."""
        return f"{self.citation} ; {fold('mục')} {fold(self.plan.section_at(self.start).path)}"

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Amounts in the words; offsets are those of the plan."""
        return read_quantities(self.text, self.start)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Indicators of the plan whose whole sentence is cited."""
        return tuple(i for i in self.plan.indicators if self._holds_whole(i))

    @cached_property
    def touched(self) -> tuple[Indicator, ...]:
        """Indicators of the plan whose sentence is cited in part."""
        return tuple(
            i
            for i in self.plan.indicators
            if i.start < self.end and self.start < i.end and not self._holds_whole(i)
        )

    def _holds_whole(self, indicator: Indicator) -> bool:
        """Whether no word of the indicator's sentence is left out."""
        left_out = self.plan.text[self.end : indicator.end]
        inside = self.start <= indicator.start < self.end
        return inside and not any(map(str.isalnum, left_out))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers of documents in the words, folded."""
        return frozenset(fold(number.text) for number in find_numbers(self.text))

    @cached_property
    def dates(self) -> frozenset[str]:
        """See ``dates_in``."""
        return dates_in(self.text)

    @cached_property
    def years(self) -> frozenset[int]:
        """Years in the words."""
        return frozenset(map(int, YEAR.findall(self.text)))

    def is_free(self, quantity: Quantity) -> bool:
        """Whether no indicator of the plan claims this printed amount as its value."""
        return not any(
            i.value_start < quantity.end and quantity.start < i.value_end
            for i in self.plan.indicators
        )


def localities_of(known: Sequence[PlanMeta]) -> tuple[str, ...]:
    """The names that plans go by."""
    return tuple(dict.fromkeys(meta.locality for meta in known if meta.locality))


class _Key:
    """A plan that is equal to itself alone."""

    __slots__ = ("plan",)

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.plan is self.plan


@lru_cache(maxsize=_KEPT)
def places_in(text: str, known: tuple[str, ...] = ()) -> tuple[PlaceMention, ...]:
    """The localities that a sentence names; kept, because the same sentences are given again.

    ``known`` are those of the collection, whose communes are named without their type.
    """
    return find_places(text, known)


@lru_cache(maxsize=_KEPT)
def _ground(key: _Key, start: int, end: int) -> Ground:
    return Ground(key.plan, start, end)


@lru_cache(maxsize=_KEPT)
def _identity(key: _Key) -> Identity:
    return Identity(key.plan)


def ground(span: Span) -> Ground:
    """The span, read."""
    return _ground(_Key(span.plan), span.start, span.end)


def identity(plan: Plan) -> Identity:
    """What the plan is called."""
    return _identity(_Key(plan))


def is_sound(span: Span) -> bool:
    """Whether a span lies in its plan and cuts no word or number."""
    text = span.plan.text
    inside = 0 <= span.start < span.end <= len(text)
    return (
        inside
        and bool(span.text.strip())
        and not (_cuts(text, span.start) or _cuts(text, span.end))
    )
