"""Which documents of the collection are those that a question names by number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from corpus.doctypes import types_of
from corpus.fold import fold, strip_marks
from corpus.places.finder import PlaceMention
from corpus.plan import Plan, PlanMeta
from index.tables import PlanCard
from rag.asked import phrases
from rag.asked.documents import (
    AGENCY,
    OWN_NUMBER,
    UNTYPED,
    NamedDocument,
    codes_of,
    loose_numbers,
    named_documents,
)
from rag.asked.localities import Located, locate
from rag.asked.patterns import spelled
from rag.collection import Collection
from rag.question import Kind, Question

_Held = TypeVar("_Held", PlanCard, Plan)
SEVERAL = frozenset({Kind.COMPARE, Kind.EXTREME})  # kinds that put several documents side by side
# What people call a document of any type.
_ANY_TYPE = frozenset({"Kế hoạch", "Chương trình", "Chương trình hành động"})
# What no locality issues; and what is numbered as a work or a deal: "Dự án 2", "Đề án 06".
_OF_NO_PLACE = frozenset(
    {"Luật", "Bộ luật", "Pháp lệnh", "Lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"}
) | {"Đề án", "Dự án", "Phương án", "Hợp đồng", "Biên bản"}
_BODIES = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "uy ban nhan dan": "ubnd",
    "hoi dong nhan dan": "hdnd",
}
# Between a document and the place that it is said to be of; the words of a mere concern before one.
_OWNED = spelled(rf"\s*(?P<of>của\s+)?(?:{AGENCY}\s*)?")
_CONCERNED = spelled(r"\b(?:về|với|đến|tới|cho|sang)\s+(?:[^\W\d_]+\s+)?$")


def chosen_by_number(
    question: Question, located: Located, collection: Collection
) -> list[PlanCard]:
    """The documents that the question names by number and means to be answered from."""
    by_place = [target.card.id for target in located.targets]
    found: list[PlanCard] = []
    for name in named_documents(question):
        for card in documents_of(name, collection.cards()):
            meant = card.id in by_place or _is_meant(
                name, card, question, collection, has_plans=bool(by_place)
            )
            if meant and card not in found:
                found.append(card)
    return found or _by_loose_number(question, [target.card for target in located.targets])


def _is_meant(
    name: NamedDocument,
    card: PlanCard,
    question: Question,
    collection: Collection,
    *,
    has_plans: bool,
) -> bool:
    """Whether a document with such a number, of none of the question's places, is to answer.

    Not when it is what their plans carry out, nor when it is said to be theirs: "Kế hoạch 159 của
    Hà Nội" is not that of Cần Thơ.
    """
    related = locate(question.places, [card], lambda i: collection.plan(i).text).targets
    earlier = any(mention.end <= name.start for mention in question.places)
    if name.carried and (not related or (has_plans and earlier)):
        return not (question.places or name.others_sought)
    if related or not question.places:
        return True
    owned = [_gap(name, mention, question) for mention in question.places]
    if card.meta.locality is None:
        return not any(gap and gap["of"] for gap in owned)
    if question.kind in SEVERAL:
        return not any(owned)
    return all(is_concerned(mention, question) for mention in question.places)


def _gap(name: NamedDocument, mention: PlaceMention, question: Question) -> re.Match[str] | None:
    """The words between a document and the place that it is said to be of; None for others."""
    if not 0 <= name.end <= mention.start:
        return None
    return _OWNED.fullmatch(question.folded, name.end, mention.start)


def is_owned(name: NamedDocument, mention: PlaceMention, question: Question) -> bool:
    """Whether the document is said to be of the place: "Kế hoạch 159 của Hà Nội"."""
    return _gap(name, mention, question) is not None


def is_concerned(mention: PlaceMention, question: Question) -> bool:
    """Whether the place is one that a document speaks of: "… nói gì về Đà Nẵng"."""
    return _CONCERNED.search(question.folded[: mention.start]) is not None


def _by_loose_number(question: Question, cards: Sequence[PlanCard]) -> list[PlanCard]:
    """Of several plans of the named places, those whose number stands anywhere in the question.

    "Kế hoạch truyền thông giảm nghèo 159 của Cần Thơ" is 159/KH-UBND.
    """
    if len(cards) < 2:
        return []
    typed = loose_numbers(question)
    return [card for card in cards if any(_is_numbered(name, card.meta) for name in typed)]


def documents_of(name: NamedDocument, cards: Iterable[_Held]) -> list[_Held]:
    """The documents that the question can mean by this name.

    "Kế hoạch" is said of any type, when no document of the very type has the number.
    """
    alike = [c for c in cards if _is_numbered(name, c.meta) and _is_by(name.body, c.meta)]
    typed = [c for c in alike if _is_typed(name, c.meta.type, c.meta.number)]
    return typed or (alike if _ANY_TYPE & set(name.types) else [])


def _is_numbered(name: NamedDocument, meta: PlanMeta) -> bool:
    return _fits(name, meta.number, meta.date)


def _fits(name: NamedDocument, number: str | None, date: str | None) -> bool:
    """Whether the digits, the year and the codes that were typed are those of the number."""
    own = OWN_NUMBER.match(strip_marks(number or ""))
    if own is None or int(own["digits"]) != name.digits:
        return False
    if name.year and name.year not in {own["year"], (date or "")[:4]}:
        return False
    codes = codes_of(own["codes"])
    return len(name.codes) <= len(codes) and all(
        code.startswith(typed) for typed, code in zip(name.codes, codes, strict=False)
    )


def _is_by(body: str | None, meta: PlanMeta) -> bool:
    """Whether the document can be by the body that the question says."""
    issuer = strip_marks(meta.issuer or "")
    return not (body and issuer) or body in issuer or _BODIES.get(body, body) in issuer


def _is_typed(name: NamedDocument, kind: str | None, number: str | None) -> bool:
    """Whether a document of this type and number is of the type that the question says."""
    own = fold(kind or "")
    return (
        not name.types
        or any(own.startswith(fold(each)) for each in name.types)
        or not set(name.types).isdisjoint(types_of(number or ""))
    )


def own_documents(question: Question) -> list[NamedDocument]:
    """The documents named by number that the question is about, held here or not.

    A document that others carry out, or that is looked for in them, is not what it is about.
    """
    if question.kind is Kind.BASIS or phrases.MENTION.search(question.folded):
        return []
    return [name for name in named_documents(question) if name.sure and not name.carried]


def unheld_document(question: Question, plans: Sequence[Plan]) -> NamedDocument | None:
    """The document that the question is about, when ``plans``, all of its places, are others.

    None when one of them has that number, or refers to it. A full number of a lone plan's own type
    is left to the check of premises, which says the right one.
    """
    for name in own_documents(question):
        if _OF_NO_PLACE & set(name.types):
            continue
        alike = replace(name, types=(), codes=(), body=None)
        lone = len(plans) == 1 and len(name.codes) > 1
        if not any(
            _is_numbered(alike, plan.meta)
            or referred(name, plan)
            or _is_mentioned(name, plan)
            or (lone and _is_typed(name, plan.meta.type, plan.meta.number))
            for plan in plans
        ):
            return name
    return None


def referred(name: NamedDocument, plan: Plan) -> tuple[str, ...]:
    """Full numbers of the documents of this name that the plan refers to."""
    found = [
        each.number
        for each in plan.references
        if each.number
        and _fits(name, each.number, each.date)
        and _is_typed(name, each.type, each.number)
    ]
    return tuple(dict.fromkeys(found))


def _is_mentioned(name: NamedDocument, plan: Plan) -> bool:
    """Whether the plan prints the type with the number, however short: "Đề án 06"."""
    kinds = "|".join(re.escape(fold(kind)) for kind in name.types or UNTYPED)
    printed = re.compile(rf"\b(?:{kinds})\s+(?:số\s+)?0*{name.digits}(?![\d.,]\d|\d)")
    return printed.search(fold(plan.text)) is not None
