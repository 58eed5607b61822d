"""Which plans a question is put to: those of the places and numbers that it names, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.coverage import Relation
from corpus.doctypes import same_number
from corpus.fold import strip_marks
from corpus.plan import Plan
from rag.collection import Collection
from rag.localities import Located, locate
from rag.question import Question
from rag.words import Concept, bag, words

_OF_SUBJECT = 0.1  # weight left to a concept that the plan's own title holds


@dataclass(frozen=True, slots=True)
class Scope:
    """``plans`` to answer from; ``named`` when the question chose them; the places behind it."""

    plans: tuple[Plan, ...]
    named: bool
    located: Located


def scope_of(question: Question, collection: Collection) -> Scope:
    """The plans of the numbers that the question names, else of its places, else all."""
    located = locate(question.places, collection.cards())
    by_number = [
        card.id
        for card in collection.cards()
        if card.meta.number
        and any(_is_number(typed, card.meta.number) for typed in question.numbers)
    ]
    by_place = [target.card.id for target in located.targets]
    by_number = by_number or _by_loose_number(question, by_place, collection)
    if by_number:
        chosen = [i for i in by_number if i in by_place] or by_number
        return Scope(tuple(collection.plan(i) for i in chosen), True, located)
    if by_place:
        return Scope(tuple(collection.plan(i) for i in by_place), True, located)
    return Scope(tuple(collection.plan(card.id) for card in collection.cards()), False, located)


def search_scope(question: Question, scope: Scope) -> tuple[Question, tuple[str, ...] | None]:
    """What the search is asked, and in which plans (None: in all)."""
    asked = focused(question, scope.plans[0]) if len(scope.plans) == 1 else question
    return asked, tuple(plan.id for plan in scope.plans) if scope.named else None


def _by_loose_number(question: Question, ids: Sequence[str], collection: Collection) -> list[str]:
    """Of several plans of the named places, those whose number stands anywhere in the question.

    "Kế hoạch truyền thông giảm nghèo 159 của Cần Thơ" is 159/KH-UBND.
    """
    if len(ids) < 2:
        return []
    cards = [card for card in collection.cards() if card.id in ids and card.meta.number]
    typed = re.findall(r"(?<![\w.,/-])\d{2,5}(?![\w%.,/-])", question.text)
    return [c.id for c in cards if any(_is_number(number, c.meta.number or "") for number in typed)]


def _is_number(typed: str, own: str) -> bool:
    """ "151/KH-UBND" and "151" both name 151/KH-UBND."""
    if typed.isdigit():
        digits = re.match(r"\d+", own)
        return digits is not None and int(typed) == int(digits[0])
    return same_number(typed, own)


def places_of(scope: Scope) -> list[list[Plan]]:
    """The plans of the scope by the place they belong to, in order; several may be of one place."""
    groups: dict[str, list[Plan]] = {}
    for plan in scope.plans:
        groups.setdefault(plan.meta.locality or plan.id, []).append(plan)
    return list(groups.values())


def with_inner_places(question: Question, scope: Scope, collection: Collection) -> Question:
    """The question with the names of places *inside* a plan's area among its subjects.

    "Thị xã Hồng Lĩnh sẽ thế nào?" is put to the plan of Hà Tĩnh and is about Hồng Lĩnh. A name that
    the plan never prints (a commune made later) adds nothing: the plan speaks of the whole area.
    """
    added: list[Concept] = []
    elsewhere = [missing.mention for missing in scope.located.missing]
    for mention in question.places:
        if mention in elsewhere:
            continue
        own = {
            target.place.id for target in scope.located.targets if target.relation is Relation.SAME
        }
        if any(place.id in own for place in mention.places):
            continue
        if all(place.era == "new" for place in mention.places):
            continue
        name = mention.places[0].name
        whole = re.compile(rf"\b{re.escape(strip_marks(name))}\b")
        printed = [plan for plan in scope.plans if whole.search(strip_marks(plan.text))]
        if printed:
            start = question.text.find(name, mention.start, mention.end)
            offset = start if start >= 0 else mention.start
            typed = tuple(
                replace(word, start=word.start + offset, end=word.end + offset)
                for word in words(name)
            )
            weight = sum(collection.weigh(word.plain) for word in typed)
            added.append(Concept((typed,), weight))
    return replace(question, concepts=(*question.concepts, *added)) if added else question


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
