"""Text of a question -> Question: what is asked, about where, when, and with which words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.dates import DATE
from corpus.doctypes import Number, find_numbers
from corpus.fold import fold
from corpus.letters import NAME
from corpus.places.finder import PlaceMention, find_places
from corpus.plan import Quantity
from corpus.quantity.reader import read_quantities
from rag.asked import kinds, phrases
from rag.asked.fields import read_fields
from rag.asked.patterns import spelled
from rag.errors import QuestionError
from rag.meaning import filler
from rag.meaning.concepts import read_concepts
from rag.meaning.words import Concept, Weigh

_BARE_NUMBER = re.compile(r"(?<![\w.,/-])\d{2,5}(?![\w%.,/-])")
_AMOUNT = re.compile(r"^\D+(?=\d)|\d[\d.,]*")  # "tối thiểu " and "28" of "tối thiểu 28 m²"
_UNIT = re.compile(
    rf"(?<!\w)(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Tt]hị xã|TX\.?|[Hh]uyện|[Qq]uận|[Pp]hường|[Xx]ã|[Tt]hị trấn)\s+{NAME}"
)
_ERA = spelled(r"\s*\(?(?:cũ|mới)\b\)?")
_COMMITTEE = spelled(r"(?:\b(?:ban thường vụ|btv) )?\b(?:tỉnh|thành|thị|huyện|quận) (?:ủy|uỷ) $")
MAX_LENGTH = 4_000  # characters; a longer text is no question


class Kind(StrEnum):
    """What sort of answer the question wants."""

    VALUE = "value"
    PASSAGE = "passage"
    WHO = "who"
    WHEN = "when"
    METADATA = "metadata"
    BASIS = "basis"
    LOOKUP = "lookup"
    COMPARE = "compare"
    EXTREME = "extreme"
    WHY = "why"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. ``text`` is what the words below were read from.

    ``fields`` are the PlanMeta fields that a METADATA question asks for, in the order of its words.
    ``highest`` is set for EXTREME. ``premises`` are the amounts that the question itself asserts.
    """

    text: str
    kind: Kind
    places: tuple[PlaceMention, ...]
    years: tuple[int, ...]
    concepts: tuple[Concept, ...]
    fields: tuple[str, ...] = ()
    highest: bool | None = None
    premises: tuple[Quantity, ...] = ()
    yes_no: bool = False
    all_plans: bool = False
    wants_baseline: bool = False
    wants_list: bool = False
    numbers: tuple[str, ...] = ()  # documents named by number, in full or its digits alone
    everyday: bool = False  # a subject that no plan speaks of
    strangers: tuple[str, ...] = ()  # places named by their type that no map knows
    typed: str = ""  # what the person typed, when ``text`` is a reading of it
    guessed: bool = False  # whether the reading was a guess, to be shown

    @property
    def field(self) -> str | None:
        """The field asked for, the first of several; None when none is."""
        return self.fields[0] if self.fields else None

    @property
    def folded(self) -> str:
        """The text that the patterns of ``phrases`` are for; its offsets are those of ``text``."""
        return fold(self.text)

    @property
    def unplaced(self) -> str:
        """The text without the places, which say where to look and not for what."""
        text = self.text
        for place in sorted(self.places, key=lambda place: -place.start):
            text = f"{text[: place.start]} {text[place.end :]}"
        return " ".join(text.split())

    @property
    def topic(self) -> str:
        """The words that the question is about, as typed."""
        spans = sorted({(w.start, w.end) for concept in self.concepts for w in concept.typed})
        return " ".join(self.text[start:end] for start, end in spans)

    @property
    def asks_for_several(self) -> bool:
        """Whether several things are asked for, one by one: a list, or "những … nào"."""
        return self.wants_list or phrases.ENUMERATED.search(self.folded) is not None

    @property
    def is_general(self) -> bool:
        """Whether all that it names are words that nearly every provision holds."""
        return filler.are_light(self.concepts)

    @property
    def full_numbers(self) -> tuple[str, ...]:
        """The document numbers that were typed in full, "151/KH-UBND" and not "151"."""
        return tuple(number for number in self.numbers if not number.isdigit())


def check(text: str) -> str:
    """The question without surrounding blanks; QuestionError when it is empty or too long."""
    stripped = " ".join(text.split())
    if not stripped:
        raise QuestionError("Câu hỏi trống; xin nhập câu hỏi.")
    if len(stripped) > MAX_LENGTH:
        raise QuestionError(
            f"Câu hỏi dài {len(stripped)} ký tự, vượt quá {MAX_LENGTH}; xin hỏi ngắn hơn."
        )
    return stripped


def understand(text: str, weigh: Weigh, localities: Sequence[str] = ()) -> Question:
    """Read a checked question.

    ``weigh`` gives how telling a plain word is in the collection, ``localities`` are the names that
    its plans go by.
    """
    folded = fold(text)
    mentions = find_places(text, localities)
    places = qualified(text, mentions)
    kind = _kind(folded)
    numbers = _document_numbers(text, folded)
    used = [
        (_with_committee(folded, place.start), _with_era(folded, place.end)) for place in mentions
    ]
    used += [(number.start, number.end) for number in numbers]
    used += [match.span() for match in _BARE_NUMBER.finditer(text)]
    used += [match.span() for match in phrases.PREAMBLE.finditer(folded)]
    used += [match.span() for match in DATE.finditer(text)]
    years = _years(folded)
    quantities = tuple(
        q
        for q in read_quantities(text)
        if q.low not in years
        and q.high not in years
        and not any(place.start <= q.start < place.end for place in mentions)
    )
    used += [
        (q.start + m.start(), q.start + m.end())
        for q in quantities
        for m in _AMOUNT.finditer(q.text)
    ]
    concepts = read_concepts(text, used, weigh)
    return Question(
        text=text,
        kind=kind,
        places=places,
        years=years,
        concepts=concepts,
        fields=read_fields(folded) if kind is Kind.METADATA else (),
        highest=_highest(folded) if kind is Kind.EXTREME else None,
        premises=quantities,
        yes_no=phrases.YES_NO.search(folded) is not None,
        all_plans=phrases.ALL_PLANS.search(folded) is not None,
        wants_baseline=phrases.BASELINE.search(folded) is not None,
        wants_list=phrases.LIST.search(folded) is not None,
        numbers=tuple(number.text for number in numbers),
        everyday=phrases.OFF_TOPIC.search(folded) is not None,
        strangers=_strangers(text, mentions),
    )


def _with_committee(folded: str, start: int) -> int:
    """The start of a place with the Party committee that is named by it: "Tỉnh ủy Phú Thọ đặt …"."""
    before = _COMMITTEE.search(folded, 0, start)
    return before.start() if before else start


def _with_era(folded: str, end: int) -> int:
    """The end of a place with the word after it that says which one: "huyện Thủy Nguyên (cũ)"."""
    after = _ERA.match(folded, end)
    return after.end() if after else end


def _strangers(text: str, places: Sequence[PlaceMention]) -> tuple[str, ...]:
    """ "thành phố Thủy Đức": a type of unit and a name in capitals that is no known place."""
    return tuple(
        " ".join(match.group().split())
        for match in _UNIT.finditer(text)
        if not any(p.start < match.end() and match.start() < p.end for p in places)
    )


def _document_numbers(text: str, folded: str) -> list[Number]:
    """Documents named by number: "151/KH-UBND", or "kế hoạch 151" without the rest."""
    found = list(find_numbers(text))
    for match in phrases.DOCUMENT_NUMBER.finditer(folded):
        if not any(n.start < match.end() and match.start() < n.end for n in found):
            found.append(Number(match.group("number"), match.start(), match.end()))
    return found


def qualified(text: str, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Mentions without those that only say where the one before lies: "Đức Phổ, tỉnh Quảng Ngãi"."""
    kept: list[PlaceMention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        gap = fold(text[before.end : mention.start]) if before else ""
        in_a_list = len(kept) > 1 and "," in text[kept[-2].end : kept[-1].start]
        if (
            before
            and not in_a_list
            and (phrases.QUALIFIER_GAP.fullmatch(gap) or phrases.WITHIN.search(gap))
            and lies_in(before, mention)
        ):
            continue
        kept.append(mention)
    return tuple(kept)


def lies_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether a place can lie in the province that another mention names."""
    provinces = {place.name for place in outer.places if place.level == "tỉnh"}
    return any(place.level != "tỉnh" and place.province in provinces for place in inner.places)


def _kind(folded: str) -> Kind:
    """Kind by the first row of the table that fits."""
    for kind, _, pattern in kinds.KINDS:
        if pattern.search(folded):
            return Kind(kind)
    return Kind.PASSAGE


def _highest(folded: str) -> bool:
    return phrases.LOWEST.search(folded) is None


def _years(folded: str) -> tuple[int, ...]:
    """Years that the question names, in order; those inside dates and numbers do not count."""
    found = [int(match.group("year")) for match in phrases.YEAR.finditer(folded)]
    return tuple(dict.fromkeys(found))
