"""The collection's documents and what rests on what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.plan import Plan, Reference, SectionKind
from corpus.references.keys import document_keys, own_key

_BASIS_SECTIONS = {SectionKind.FORMALITIES, SectionKind.OPENING}
_CARRIES_OUT = re.compile(
    r"[\s,;]*(?:\([^()]{0,200}\)\s*)?(?:(?:về|về việc)\s)?(?:(?:tiếp tục|triển khai)\s)*thực hiện\s+",
    re.IGNORECASE,
)


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


def collection_graph(plans: Sequence[Plan]) -> Graph:
    """Every document that ``plans`` are or name, and every link that they print."""
    found: dict[str, Document] = {}
    dates: dict[str, set[str]] = {}
    links: dict[tuple[str, str, str, str], Link] = {}
    for plan in plans:
        _add(found, _own_document(plan, own_key(plan)))
    for plan in plans:
        own, keys = own_key(plan), document_keys(plan)
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
