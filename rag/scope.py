"""Which plans a question is put to: those of the places and numbers that it names, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.coverage import Relation
from corpus.doctypes import TYPE_CODES, types_of
from corpus.fold import fold, strip_marks
from corpus.places import PlaceMention
from corpus.plan import Plan, PlanMeta
from index.tables import PlanCard
from rag.collection import Collection
from rag.localities import Located, Missing, Target, TextOf, is_printed, locate
from rag.question import Kind, Question
from rag.words import Concept, Weigh, bag, words

_OF_SUBJECT = 0.1  # weight left to a concept that the plan's own title holds
_SEVERAL = {Kind.COMPARE, Kind.EXTREME}  # kinds that put several documents side by side
# Between a document and the place that it is said to be of; the words of a mere concern before one.
_OWNED = spelled(rf"\s*(?P<of>của\s+)?(?:{AGENCY}\s*)?")
_CONCERNED = spelled(r"\b(?:về|với|đến|tới|cho|sang)\s+(?:[^\W\d_]+\s+)?$")


@dataclass(frozen=True, slots=True)
class Scope:
    """``plans`` to answer from; ``named`` when the question chose them; the places behind it.

    ``by_number`` when it was a document's number that chose them; ``inner`` are the places inside
    their areas that the question is about.
    """

    plans: tuple[Plan, ...]
    named: bool
    located: Located
    by_number: bool = False
    inner: tuple[Concept, ...] = ()


def scope_of(question: Question, collection: Collection) -> Scope:
    """The plans of the numbers that the question names, else of its places, else all."""
    scope = _chosen(question, collection)
    return replace(scope, inner=_inner_places(question, scope, collection.weigh))


def _chosen(question: Question, collection: Collection) -> Scope:
    cards = collection.cards()

    def text_of(identifier: str) -> str:
        return collection.plan(identifier).text

    located = locate(question.places, cards, text_of)
    by_place = [target.card.id for target in located.targets]
    numbered = _by_number(question, by_place, cards, text_of) or _by_loose_number(
        question, by_place, cards
    )
    if not numbered:
        ids = by_place or [card.id for card in cards]
        return Scope(tuple(collection.plan(i) for i in ids), bool(by_place), located)
    own = locate(question.places, numbered, text_of)
    near = [target.card for target in own.targets]
    chosen = [card for card in numbered if card in near] or numbered
    if question.kind in _SEVERAL:
        told = {card.meta.locality for card in numbered}
        others = [t.card for t in located.targets if t.card.meta.locality not in told]
        chosen = [*numbered, *others]
    ids = [card.id for card in chosen]
    here = tuple(t for t in (*own.targets, *located.targets) if t.card.id in ids)
    known = Located(_once(here), _still_missing(question, located, own, chosen, text_of))
    return Scope(tuple(collection.plan(i) for i in ids), True, known, by_number=True)


def search_scope(question: Question, scope: Scope) -> tuple[Question, tuple[str, ...] | None]:
    """What the search is asked, and in which plans (None: in all)."""
    asked = subject_of(question, scope)
    asked = focused(asked, scope.plans[0]) if len(scope.plans) == 1 else asked
    return asked, tuple(plan.id for plan in scope.plans) if scope.named else None


def _by_number(
    question: Question, by_place: Sequence[str], cards: Sequence[PlanCard], text_of: TextOf
) -> list[PlanCard]:
    """The documents that the question names by number and means to be answered from."""
    names = _documents(question)
    found: list[PlanCard] = []
    for name in names:
        alike = [c for c in cards if _is_numbered(name, c.meta) and _is_by(name.body, c.meta)]
        typed = [card for card in alike if _is_typed(name, card.meta)]
        fitting = typed or (alike if _ANY_TYPE & set(name.types) else [])
        found += [
            card
            for card in fitting
            if card not in found
            and (card.id in by_place or _is_meant(name, card, question, bool(by_place), text_of))
        ]
    return found


def _is_meant(
    name: _Named, card: PlanCard, question: Question, has_plans: bool, text_of: TextOf
) -> bool:
    """Whether a document with such a number, of none of the question's places, is to answer.

    Not when it is what their plans carry out, nor when it is said to be theirs: "Kế hoạch 159 của
    Hà Nội" is not that of Cần Thơ.
    """
    related = locate(question.places, [card], text_of).targets
    earlier = any(mention.end <= name.start for mention in question.places)
    if name.carried and (not related or (has_plans and earlier)):
        return not (question.places or name.others_sought)
    if related or not question.places:
        return True
    owned = [_gap(name, mention, question.text) for mention in question.places]
    if card.meta.locality is None:
        return not any(gap and gap["of"] for gap in owned)
    if question.kind in _SEVERAL:
        return not any(owned)
    return all(_is_concerned(mention, question.text) for mention in question.places)


def _gap(name: _Named, mention: PlaceMention, text: str) -> re.Match[str] | None:
    """The words between a document and the place that it is said to be of; None for others."""
    if not 0 <= name.end <= mention.start:
        return None
    return _OWNED.fullmatch(strip_marks(text[name.end : mention.start]))


def _is_concerned(mention: PlaceMention, text: str) -> bool:
    """Whether the place is one that a document speaks of: "… nói gì về Đà Nẵng"."""
    return _CONCERNED.search(strip_marks(text[: mention.start])) is not None


def _by_loose_number(
    question: Question, ids: Sequence[str], cards: Sequence[PlanCard]
) -> list[PlanCard]:
    """Of several plans of the named places, those whose number stands anywhere in the question.

    "Kế hoạch truyền thông giảm nghèo 159 của Cần Thơ" is 159/KH-UBND.
    """
    if len(ids) < 2:
        return []
    carried = [name for name in _documents(question) if name.carried]
    typed = [
        _Named((), match["number"])
        for match in _LOOSE.finditer(strip_marks(question.text))
        if not any(name.start <= match.start() < name.end for name in carried)
    ]
    return [c for c in cards if c.id in ids and any(_is_numbered(name, c.meta) for name in typed)]


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
            (card.meta.locality is None or _is_concerned(each.mention, question.text))
            and is_printed(each.place.name, text_of(card.id))
            for card in chosen
        )
    )


def subject_of(question: Question, scope: Scope) -> Question:
    """The question as it is put to the plans of its scope: about what, and where inside their areas.

    Words that only name the document and who issued it are no subject: "Nghị quyết 71/2025 của HĐND
    Hà Nội có hiệu lực khi nào?" is about "hiệu lực".
    """
    named = [name for name in _documents(question) if scope.by_number and not name.carried]
    kept = tuple(
        concept
        for concept in question.concepts
        if not any(
            name.start <= word.start and word.end <= name.body_end
            for name in named
            for word in concept.typed
        )
    )
    concepts = (*(kept or question.concepts), *scope.inner)
    return replace(question, concepts=concepts) if concepts != question.concepts else question


def places_of(scope: Scope) -> list[list[Plan]]:
    """The plans of the scope by the place they belong to, in order; several may be of one place."""
    groups: dict[str, list[Plan]] = {}
    for plan in scope.plans:
        groups.setdefault(plan.meta.locality or plan.id, []).append(plan)
    return list(groups.values())


def _inner_places(question: Question, scope: Scope, weigh: Weigh) -> tuple[Concept, ...]:
    """The names of places *inside* a plan's area, as subjects.

    "Thị xã Hồng Lĩnh sẽ thế nào?" is put to the plan of Hà Tĩnh and is about Hồng Lĩnh. A name that
    the plan never prints (a commune made later) adds nothing: the plan speaks of the whole area.
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
            if plan.meta.locality is None or not made_later
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
    """Whether the text holds the name, with diacritics or without."""
    return re.search(rf"\b{re.escape(strip_marks(name))}\b", strip_marks(text)) is not None


def focused(question: Question, plan: Plan) -> Question:
    """The question with less weight on what the whole plan is about.

    Asked of a plan on poverty, "tiền làm truyền thông giảm nghèo" is a question about the money.
    """
    subject = bag(f"{plan.meta.type or ''} ; {plan.meta.subject or ''}")
    held = [concept.covered(subject) >= 1 for concept in question.concepts]
    if all(held):
        return question
    concepts = tuple(
        replace(c, weight=_OF_SUBJECT * c.weight) if of_subject else c
        for c, of_subject in zip(question.concepts, held, strict=True)
    )
    return replace(question, concepts=concepts)
