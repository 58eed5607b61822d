"""The collection's documents and what rests on what; contradictions between plans, with both places.

A number alone is not an identity: "TU" is the code of provincial, city and town committees alike,
and state numbers start again every year. A document's key is its number with, where the code does
not already say whose it is, the locality of who issued it, and the year for state numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.doctypes import issuer_code, number_key
from corpus.fold import fold
from corpus.issuer import unit_and_place
from corpus.plan import Plan, PlanMeta, Reference, SectionKind
from corpus.references import dates_conflict, shown_date

# Codes whose issuer depends on the locality: committees of the Party, councils and committees of
# the state, their offices and departments; anything not listed as central is taken as local.
_CENTRAL = re.compile(
    r"TW|CP|TTG|QH\d*|UBTVQH\d*|VPCP|VPTW|BCĐTW|CTN|B[A-ZĐ]+(?:-[A-ZĐ]+)*", re.IGNORECASE
)
_BASIS_SECTIONS = {SectionKind.FORMALITIES, SectionKind.OPENING}
_CARRIES_OUT = re.compile(
    r"[\s,;]*(?:\([^()]{0,200}\)\s*)?(?:(?:về|về việc)\s)?(?:(?:tiếp tục|triển khai)\s)*thực hiện\s+",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\s(?:năm\s)?(?:(?:19|20)\d\d)$")


@dataclass(frozen=True, slots=True)
class Document:
    """One document: a plan of the collection (``plan`` is its id) or one that plans name."""

    key: str
    type: str | None
    number: str | None
    date: str | None  # ISO; None when not printed or when plans disagree
    issuer: str | None
    title: str | None  # for documents without a number: the printed name
    plan: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """``source`` rests on ("basis") or only names ("mention") ``target``, as ``plan`` prints it.

    ``[start, end)`` is the first place in the text of ``plan``; ``count`` how often it stands there.
    """

    source: str
    target: str
    kind: str
    plan: str
    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents by key and the links between them."""

    documents: tuple[Document, ...]
    links: tuple[Link, ...]

    def document(self, key: str) -> Document | None:
        """The document of this key, or None."""
        return next((document for document in self.documents if document.key == key), None)

    def based_on(self, key: str) -> tuple[Link, ...]:
        """What a document rests on."""
        return tuple(link for link in self.links if link.source == key and link.kind == "basis")

    def basis_of(self, key: str) -> tuple[Link, ...]:
        """What rests on a document."""
        return tuple(link for link in self.links if link.target == key and link.kind == "basis")


@dataclass(frozen=True, slots=True)
class Reading:
    """One printed date of a document: in which plan, where."""

    date: str
    plan: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Plans that date one document differently; ``message`` is Vietnamese, for users."""

    key: str
    number: str
    readings: tuple[Reading, ...]
    message: str


def collection_graph(plans: Sequence[Plan]) -> Graph:
    """Every document that ``plans`` are or name, and every link that they print."""
    found: dict[str, Document] = {}
    dates: dict[str, set[str]] = {}
    links: dict[tuple[str, str, str, str], Link] = {}
    for plan in plans:
        _add(found, _own_document(plan, _own_key(plan)))
    for plan in plans:
        own, keys = _own_key(plan), document_keys(plan)
        basis_end = _basis_end(plan)
        for reference, key in zip(plan.references, keys, strict=True):
            if key == own:
                continue
            _add(found, _named_document(plan, reference, key))
            if reference.date is not None:
                dates.setdefault(key, set()).add(reference.date)
            kind = "basis" if reference.start < basis_end else "mention"
            _count(links, Link(own, key, kind, plan.id, reference.start, reference.end, 1))
        for link in _implied_links(plan, keys):
            _count(links, link)
    documents = tuple(_agreed(document, dates) for document in found.values())
    ordered = sorted(
        _strongest(links.values()), key=lambda link: (link.plan, link.start, link.target)
    )
    return Graph(documents, tuple(ordered))


def conflicts(plans: Sequence[Plan]) -> tuple[Conflict, ...]:
    """Documents that the plans, or one plan, date differently; none is taken as right."""
    readings: dict[str, list[Reading]] = {}
    numbers: dict[str, str] = {}
    for plan in plans:
        keys = document_keys(plan, dated=False)
        for reference, key in zip(plan.references, keys, strict=True):
            if reference.number is not None and reference.date is not None:
                numbers.setdefault(key, reference.number)
                reading = Reading(reference.date, plan.id, reference.start, reference.end)
                readings.setdefault(key, []).append(reading)
    found: list[Conflict] = []
    for key, group in readings.items():
        dates = dict.fromkeys(reading.date for reading in group)
        clashing = {one for one in dates if any(dates_conflict(one, other) for other in dates)}
        if clashing:
            kept = tuple(reading for reading in group if reading.date in clashing)
            found.append(Conflict(key, numbers[key], kept, _message(numbers[key], kept)))
    return tuple(found)


def document_keys(plan: Plan, *, dated: bool = True) -> tuple[str, ...]:
    """The identity of each of ``plan.references``, in order: number, whose, year where it counts.

    Issuer and date are looked up where the plan prints them for the same number elsewhere;
    ``dated=False`` leaves the year out, for comparing dates.
    """
    issuers: dict[str, str] = {}
    dates: dict[str, str] = {}
    for reference in plan.references:
        if reference.number is not None:
            key = number_key(reference.number)
            if reference.issuer:
                issuers.setdefault(key, reference.issuer)
            if reference.date:
                dates.setdefault(key, reference.date)
    keys: list[str] = []
    for reference in plan.references:
        if reference.number is None:
            keys.append(_name_identity(reference, plan))
            continue
        key = number_key(reference.number)
        whose = _whose(reference.number, reference.issuer or issuers.get(key), plan)
        date = (reference.date or dates.get(key)) if dated else None
        keys.append(_number_identity(reference.number, whose, date))
    return tuple(keys)


def _name_identity(reference: Reference, plan: Plan) -> str:
    """A law by its name; a congress resolution of "the province" is that of this plan's."""
    name = fold(_YEARS.sub("", " ".join(plan.text[reference.start : reference.end].split())))
    unit, place = unit_and_place(name)
    relative = unit is not None and place is None and reference.type == "Nghị quyết"
    return "|".join(filter(None, (name, reference.date, f"?{plan.id}" if relative else None)))


def _number_identity(number: str, whose: str | None, date: str | None) -> str:
    party = re.match(r"\d+\s*-", number) is not None
    year = None if party or re.match(r"\d+/\d{4}/", number) or date is None else date[:4]
    return "|".join(filter(None, (number_key(number), whose, year)))


def _whose(number: str, issuer: str | None, plan: Plan) -> str | None:
    """The folded locality of a local issuer; None for central ones; the plan itself when unknown."""
    if _CENTRAL.fullmatch(issuer_code(number).split("-")[-1]):
        return None
    return _locality(issuer, plan.meta) or f"?{plan.id}"


def _locality(issuer: str | None, meta: PlanMeta) -> str | None:
    """Whose committee an issuer is, for a reader of this plan: "Tỉnh ủy" is that of its province."""
    if issuer is None:
        return None
    unit, place = unit_and_place(re.split(r"\s(?:lần|khóa|khoá)\s", issuer)[0])
    own_unit, _ = unit_and_place(meta.issuer or "")
    if place is not None:
        return fold(place)
    above = unit in {"tỉnh", "tỉnh uỷ"} or (unit in {"thành phố", "thành uỷ"} and unit != own_unit)
    whose = meta.province if above and meta.level != "tỉnh" else meta.locality or meta.province
    return fold(whose) if whose else None


def _own_key(plan: Plan) -> str:
    """The key of a plan: its number and locality, or its id when it prints no number."""
    if plan.meta.number is None:
        return f"plan:{plan.id}"
    place = fold(plan.meta.locality) if plan.meta.locality else f"?{plan.id}"
    central = _CENTRAL.fullmatch(issuer_code(plan.meta.number).split("-")[-1])
    return _number_identity(plan.meta.number, None if central else place, plan.meta.date)


def _own_document(plan: Plan, key: str) -> Document:
    meta = plan.meta
    return Document(key, meta.type, meta.number, meta.date, meta.issuer, meta.subject, plan.id)


def _named_document(plan: Plan, reference: Reference, key: str) -> Document:
    title = (
        None if reference.number else " ".join(plan.text[reference.start : reference.end].split())
    )
    return Document(
        key, reference.type, reference.number, reference.date, reference.issuer, title, None
    )


def _add(found: dict[str, Document], document: Document) -> None:
    """Keep the first of a key, filling what it lacks; a plan of the collection comes first."""
    known = found.get(document.key)
    if known is None:
        found[document.key] = document
        return
    found[document.key] = replace(
        known,
        type=known.type or document.type,
        date=known.date or document.date,
        issuer=known.issuer or document.issuer,
    )


def _agreed(document: Document, dates: dict[str, set[str]]) -> Document:
    """Without its date when the plans disagree about it; a plan's own date stands."""
    if document.plan is not None or len(dates.get(document.key, ())) < 2:
        return document
    return replace(document, date=None)


def _basis_end(plan: Plan) -> int:
    """Where title and opening of the plan itself end; heads of attached documents lie behind it."""
    end = 0
    for section in plan.sections:
        if section.kind not in _BASIS_SECTIONS:
            break
        end = section.end
    return end


def _implied_links(plan: Plan, keys: Sequence[str]) -> Iterable[Link]:
    """What the plan says of others: "Chương trình hành động số … về thực hiện Nghị quyết số …"."""
    for position in range(len(keys) - 1):
        first, second = plan.references[position], plan.references[position + 1]
        between = plan.text[first.end : second.start]
        if (
            len(between) < 300
            and keys[position] != keys[position + 1]
            and _CARRIES_OUT.fullmatch(between)
        ):
            yield Link(
                keys[position], keys[position + 1], "basis", plan.id, first.start, second.end, 1
            )


def _count(links: dict[tuple[str, str, str, str], Link], link: Link) -> None:
    key = (link.source, link.target, link.kind, link.plan)
    known = links.get(key)
    links[key] = link if known is None else replace(known, count=known.count + 1)


def _strongest(links: Iterable[Link]) -> list[Link]:
    """One link a pair and plan: a basis that is also mentioned is a basis, with all its places."""
    found: dict[tuple[str, str, str], Link] = {}
    for link in sorted(links, key=lambda link: link.kind):
        key = (link.source, link.target, link.plan)
        known = found.get(key)
        found[key] = link if known is None else replace(known, count=known.count + link.count)
    return list(found.values())


def _message(number: str, readings: Sequence[Reading]) -> str:
    """Each date with the plans that print it."""
    by_date: dict[str, list[str]] = {}
    for reading in readings:
        plans = by_date.setdefault(reading.date, [])
        if reading.plan not in plans:
            plans.append(reading.plan)
    parts = "; ".join(f"{shown_date(date)} ({', '.join(plans)})" for date, plans in by_date.items())
    return f"Văn bản số {number} được ghi ngày khác nhau: {parts}; cần đối chiếu văn bản gốc."
