"""Which plans a question is about, by the places that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.coverage import Relation, note, relation
from corpus.gazetteer import Place
from corpus.places import PlaceMention
from corpus.plan import PlanMeta
from index.tables import PlanCard

# Better first: the plan of the very place before that of a place around it.
_ORDER = {Relation.SAME: 0, Relation.WITHIN: 1}
_LEVELS = {"xã": 0, "huyện": 1, "tỉnh": 2, "trung ương": 3}


@dataclass(frozen=True, slots=True)
class Target:
    """A plan that a place in the question leads to."""

    card: PlanCard
    place: Place
    mention: PlaceMention
    relation: Relation
    note: str | None  # a Vietnamese sentence where the relation needs one


@dataclass(frozen=True, slots=True)
class Missing:
    """A place in the question whose plan is not here; ``note`` says what is near it, if anything."""

    mention: PlaceMention
    place: Place
    note: str | None


@dataclass(frozen=True, slots=True)
class Located:
    """Plans for the places of a question, in its order, and the places without one."""

    targets: tuple[Target, ...]
    missing: tuple[Missing, ...]


def locate(mentions: Sequence[PlaceMention], cards: Sequence[PlanCard]) -> Located:
    """Plans of each named place. A place inside another's plan that is also named adds nothing."""
    targets: list[Target] = []
    missing: list[Missing] = []
    for mention in mentions:
        found = _targets(mention, cards)
        if found:
            targets += [target for target in found if not _is_known(target, targets)]
        else:
            missing.append(_missing(mention, cards))
    exact = {target.card.id for target in targets if target.relation is Relation.SAME}
    kept = [
        target
        for target in targets
        if target.relation is Relation.SAME or not (exact and target.card.id in exact)
    ]
    return Located(tuple(_unique(kept)), tuple(missing))


def _is_known(target: Target, known: Sequence[Target]) -> bool:
    return any(
        target.card.id == other.card.id and target.relation is other.relation for other in known
    )


def _unique(targets: Sequence[Target]) -> list[Target]:
    """One target a plan, the closest relation first."""
    best: dict[str, Target] = {}
    for target in targets:
        known = best.get(target.card.id)
        if known is None or _ORDER[target.relation] < _ORDER[known.relation]:
            best[target.card.id] = target
    return list(best.values())


def _relation(place: Place, meta: PlanMeta) -> Relation:
    if meta.locality is None:
        return Relation.NONE
    return relation(place, meta.locality, meta.province, meta.level, meta.date)


def _note(place: Place, meta: PlanMeta) -> str | None:
    return note(place, meta.locality or "", meta.province, meta.level, meta.date)


def _targets(mention: PlaceMention, cards: Sequence[PlanCard]) -> list[Target]:
    """Plans of exactly this place; else those of the smallest place around it that has any."""
    found = [
        Target(card, place, mention, how, _note(place, card.meta))
        for card in cards
        for place, how in [_closest(mention, card.meta)]
        if how in _ORDER
    ]
    exact = [target for target in found if target.relation is Relation.SAME]
    if exact:
        return exact
    smallest = min((_LEVELS.get(t.card.meta.level or "", 9) for t in found), default=0)
    return [t for t in found if _LEVELS.get(t.card.meta.level or "", 9) == smallest]


def _closest(mention: PlaceMention, meta: PlanMeta) -> tuple[Place, Relation]:
    """The reading of the mention that stands closest to the plan."""
    readings = [(place, _relation(place, meta)) for place in mention.places]
    return min(readings, key=lambda reading: _ORDER.get(reading[1], 9))


def _missing(mention: PlaceMention, cards: Sequence[PlanCard]) -> Missing:
    for place in mention.places:
        for card in cards:
            how = _relation(place, card.meta)
            if how in {Relation.WIDER, Relation.MERGED_NOT_COVERED}:
                return Missing(mention, place, _note(place, card.meta))
    return Missing(mention, mention.places[0], None)
