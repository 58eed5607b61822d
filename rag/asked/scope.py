"""Which plans a question is put to: those of the places and numbers that it names, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.fold import fold
from corpus.letters import UPPER
from corpus.places.coverage import REFORM, Relation
from corpus.places.finder import find_places
from corpus.places.names import printed_type
from corpus.plan import Plan
from index.tables import PlanCard
from rag.asked.documents import NamedDocument, named_documents, outside
from rag.asked.localities import Located, Missing, Target, TextOf, is_printed, locate
from rag.asked.numbered import (
    SEVERAL,
    chosen_by_number,
    is_concerned,
    own_documents,
    referred,
    unheld_document,
)
from rag.asked.patterns import spelled
from rag.collection import Collection
from rag.meaning.words import Concept, Weigh, bag, words
from rag.question import Kind, Question, lies_in

# What stands in the town that it is named after; a road of that name may be anywhere.
_SITE = r"(?:[Cc]hợ|[Gg]a|[Bb]ến xe|[Cc]ảng|[Ss]ân bay|[Bb]ệnh viện|[Hh]ồ|[Cc]ông viên|[Tt]rường)\s"
_OF_SUBJECT = 0.1  # weight left to a concept that the plan's own title holds


@dataclass(frozen=True, slots=True)
class Scope:
    """``plans`` to answer from; ``named`` when the question chose them; the places behind it.

    ``by_number`` when it was a document's number that chose them; ``inner`` are the places inside
    their areas that the question is about. ``unheld`` is the document that the question is about
    where they are all others of its places, ``referred`` the numbers of one that they refer to.
    """

    plans: tuple[Plan, ...]
    named: bool
    located: Located
    by_number: bool = False
    inner: tuple[Concept, ...] = ()
    unheld: NamedDocument | None = None
    referred: tuple[str, ...] = ()


def scope_of(question: Question, collection: Collection) -> Scope:
    """The plans of the numbers that the question names, else of its places, else all."""
    scope = _chosen(question, collection)
    return replace(scope, inner=_inner_places(question, scope, collection.weigh))


def _chosen(question: Question, collection: Collection) -> Scope:
    def text_of(identifier: str) -> str:
        return collection.plan(identifier).text

    located = locate(question.places, collection.cards(), text_of)
    numbered = chosen_by_number(question, located, collection)
    if not numbered:
        return _of_places(question, located, collection)
    own = locate(question.places, numbered, text_of)
    near = [target.card for target in own.targets]
    chosen = [card for card in numbered if card in near] or numbered
    if question.kind in SEVERAL:
        told = {card.meta.locality for card in numbered}
        others = [t.card for t in located.targets if t.card.meta.locality not in told]
        chosen = [*numbered, *others]
    ids = [card.id for card in chosen]
    here = tuple(t for t in (*own.targets, *located.targets) if t.card.id in ids)
    known = Located(_once(here), _still_missing(question, located, own, chosen, text_of))
    return Scope(tuple(collection.plan(i) for i in ids), True, known, by_number=True)


def _of_places(question: Question, located: Located, collection: Collection) -> Scope:
    """All plans of the named places; all plans when none of them has one."""
    if not located.targets:
        located = _around(question, located, collection)
    by_place = [target.card.id for target in located.targets]
    plans = tuple(map(collection.plan, by_place or [card.id for card in collection.cards()]))
    if not by_place:
        return _of_locality(question, located, collection) or Scope(plans, False, located)
    return Scope(
        plans,
        True,
        located,
        unheld=unheld_document(question, plans),
        referred=_referred(question, plans),
    )


def _around(question: Question, located: Located, collection: Collection) -> Located:
    """The places around those without a plan, where their plan prints the name: "Âu Lâu (Lào Cai)"."""
    inner = [missing.mention for missing in located.missing]
    outer = [m for m in find_places(question.text) if any(lies_in(each, m) for each in inner)]
    wider = locate(outer, collection.cards(), lambda i: collection.plan(i).text)
    texts = [collection.plan(target.card.id).text for target in wider.targets]
    told = [m for m in located.missing if any(is_printed(m.place.name, text) for text in texts)]
    if not told:
        return located
    return Located(wider.targets, tuple(m for m in located.missing if m not in told))


def _of_locality(question: Question, located: Located, collection: Collection) -> Scope | None:
    """The plans of the one locality whose name stands in a question that names no other place.

    "chợ Long Xuyên" is no name of the town, but there is no other plan that it can be about.
    """
    if question.places or question.strangers:
        return None
    names = {c.meta.locality for c in collection.cards() if c.meta.locality}
    said = [
        n for n in names if re.search(rf"{_SITE}{re.escape(n)}(?!\s[{UPPER}]|\w)", question.text)
    ]
    if len(said) != 1:
        return None
    ids = [card.id for card in collection.cards() if card.meta.locality == said[0]]
    return Scope(tuple(map(collection.plan, ids)), True, located)


def _referred(question: Question, plans: Sequence[Plan]) -> tuple[str, ...]:
    """Full numbers of the document that the plans only refer to, when the question is for it.

    It is for it when it asks its date or signer, or nothing but what it is. One typed in full needs
    no completing.
    """
    names = [name for name in own_documents(question) if not name.codes]
    if question.kind is not Kind.METADATA and outside(question.concepts, names):
        return ()
    return tuple(number for name in names for plan in plans for number in referred(name, plan))


def search_scope(question: Question, scope: Scope) -> tuple[Question, tuple[str, ...] | None]:
    """What the search is asked, and in which plans (None: in all)."""
    asked = subject_of(question, scope)
    asked = focused(asked, scope.plans[0]) if len(scope.plans) == 1 else asked
    return asked, tuple(plan.id for plan in scope.plans) if scope.named else None


def _once(targets: Sequence[Target]) -> tuple[Target, ...]:
    """One target a document, the first."""
    first: dict[str, Target] = {}
    for target in targets:
        first.setdefault(target.card.id, target)
    return tuple(first.values())


def _still_missing(
    question: Question,
    located: Located,
    own: Located,
    chosen: Sequence[PlanCard],
    text_of: TextOf,
) -> tuple[Missing, ...]:
    """The places without a plan, less those that the chosen documents are about or merely name."""
    unrelated = [each.mention for each in own.missing]
    return tuple(
        each
        for each in located.missing
        if each.mention in unrelated
        and not any(
            (card.meta.locality is None or is_concerned(each.mention, question))
            and is_printed(each.place.name, text_of(card.id))
            for card in chosen
        )
    )


def subject_of(question: Question, scope: Scope) -> Question:
    """The question as it is put to the plans of its scope: about what, and where inside their areas.

    Words that only name the document and who issued it are no subject: "Nghị quyết 71/2025 của HĐND
    Hà Nội có hiệu lực khi nào?" is about "hiệu lực".
    """
    named = [n for n in named_documents(question) if scope.by_number and not n.carried]
    kept = outside(question.concepts, named)
    concepts = (*kept, *scope.inner)
    return replace(question, concepts=concepts) if concepts != question.concepts else question


def places_of(scope: Scope) -> list[list[Plan]]:
    """The plans of the scope by the place they belong to, in order; several may be of one place.

    A town and the district or province of its name are two places.
    """
    groups: dict[tuple[str, str], list[Plan]] = {}
    for plan in scope.plans:
        kind = printed_type(plan.meta.issuer or "") or ""
        groups.setdefault((plan.meta.locality or plan.id, kind), []).append(plan)
    return list(groups.values())


def _inner_places(question: Question, scope: Scope, weigh: Weigh) -> tuple[Concept, ...]:
    """The names of places *inside* a plan's area, as subjects.

    "Thị xã Hồng Lĩnh sẽ thế nào?" is put to the plan of Hà Tĩnh and is about Hồng Lĩnh. A name that
    the plan never prints (a commune made later) adds nothing: the plan speaks of the whole area. Where
    the question names nothing else, a name that is both old and new is what it is about.
    """
    found: list[Concept] = []
    elsewhere = [missing.mention for missing in scope.located.missing]
    own = {t.place.id for t in scope.located.targets if t.relation is Relation.SAME}
    for mention in question.places:
        if mention in elsewhere or any(place.id in own for place in mention.places):
            continue
        name = mention.places[0].name
        made_later = all(place.era == "new" for place in mention.places)
        if any(
            _prints(plan.text, name)
            for plan in scope.plans
            if plan.meta.locality is None
            or not made_later
            or question.is_general
            or (plan.meta.date or "") >= REFORM
        ):
            start = question.text.find(name, mention.start, mention.end)
            offset = start if start >= 0 else mention.start
            typed = tuple(
                replace(word, start=word.start + offset, end=word.end + offset)
                for word in words(name)
            )
            found.append(Concept((typed,), sum(weigh(word.plain) for word in typed)))
    return tuple(found)


def _prints(text: str, name: str) -> bool:
    """Whether the text holds the name, whole and in any case."""
    return spelled(rf"\b{re.escape(fold(name))}\b").search(fold(text)) is not None


def focused(question: Question, *plans: Plan) -> Question:
    """The question with less weight on what the plans as a whole are about, and who issued them.

    Asked of a plan on poverty, "tiền làm truyền thông giảm nghèo" is a question about the money.
    """
    issued = question.kind in {Kind.VALUE, *SEVERAL}
    names = [
        name or ""
        for meta in (plan.meta for plan in plans)
        for name in (meta.type, meta.subject, meta.issuer if issued else "")
    ]
    subject = bag(" ; ".join(names))
    held = [concept.covered(subject) >= 1 for concept in question.concepts]
    if all(held):
        return question
    concepts = tuple(
        replace(c, weight=_OF_SUBJECT * c.weight) if of_subject else c
        for c, of_subject in zip(question.concepts, held, strict=True)
    )
    return replace(question, concepts=concepts)
