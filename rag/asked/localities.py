"""Which plans a question is about, by the places that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.fold import fold
from corpus.places.coverage import Relation, note, relation
from corpus.places.finder import PlaceMention, find_places
from corpus.places.gazetteer import Place, contains, overlaps, same_place
from corpus.plan import PlanMeta
from index.tables import PlanCard
from rag import wording
from rag.asked.patterns import spelled

TextOf = Callable[[str], str]  # id of a plan -> its text

# Better first: the plan of the very place before that of a place around it.
_ORDER = {Relation.SAME: 0, Relation.WITHIN: 1}
_LEVELS = {"xã": 0, "huyện": 1, "tỉnh": 2, "trung ương": 3}
# Day of Nghị quyết 202/2025/QH15: a title before it means the provinces of the old map.
_NEW_MAP = "2025-06-12"
# What makes a name without its type in a title a locality: "tư tưởng Hồ Chí Minh" names none.
_LOCATIVE = spelled(r"\b(?:thủ đô|tại|ở|địa bàn|vùng|khu vực)\s*$")
_LISTED = spelled(r"\s*(?:,|;|-|và)\s*(?:và\s+)?")


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


def locate(
    mentions: Sequence[PlaceMention], cards: Sequence[PlanCard], text_of: TextOf | None = None
) -> Located:
    """Plans of each named place. A place inside another's plan that is also named adds nothing.

    When none of the places has a plan and ``text_of`` is given, documents of no locality that are
    about them: see ``_about``.
    """
    located = _own(mentions, cards)
    if located.targets or text_of is None:
        return located
    targets: list[Target] = []
    missing: list[Missing] = []
    for each in located.missing:
        found = _about(each.mention, cards, text_of)
        targets += found
        if not found:
            missing.append(each)
    return Located(tuple(_unique(targets)), tuple(missing))


def _own(mentions: Sequence[PlaceMention], cards: Sequence[PlanCard]) -> Located:
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


def _targets(mention: PlaceMention, cards: Sequence[PlanCard]) -> list[Target]:
    """Plans of exactly this place; else those of the smallest place around it that has any."""
    found = [
        Target(card, place, mention, how, note(place, card.meta))
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
    readings = [(place, relation(place, meta)) for place in mention.places]
    return min(readings, key=lambda reading: _ORDER.get(reading[1], 9))


def _missing(mention: PlaceMention, cards: Sequence[PlanCard]) -> Missing:
    for place in mention.places:
        for card in cards:
            how = relation(place, card.meta)
            if how in {Relation.WIDER, Relation.MERGED_NOT_COVERED}:
                return Missing(mention, place, note(place, card.meta))
    return Missing(mention, mention.places[0], None)


def _about(mention: PlaceMention, cards: Sequence[PlanCard], text_of: TextOf) -> list[Target]:
    """Documents of no locality whose own title names the place, or one around it.

    "Về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Hà Tĩnh" by a central body is about Hà
    Tĩnh, and about a commune inside when its text prints that very name. A plan that some locality
    issued speaks for that locality alone, whatever its title names.
    """
    found = []
    for card in cards:
        if card.meta.locality is not None:
            continue
        titled = _titled(card.meta.subject or "", card.meta.date)
        for place in mention.places:
            how = _concern(place, titled)
            if how is Relation.WITHIN and not is_printed(place.name, text_of(card.id)):
                continue
            if how in _ORDER:
                issued = wording.issued_elsewhere(card.meta.issuer, place.full_name)
                found.append(Target(card, place, mention, how, issued))
                break
    exact = [target for target in found if target.relation is Relation.SAME]
    return exact or found


@lru_cache(maxsize=512)
def _titled(subject: str, issued: str | None) -> tuple[Place, ...]:
    """The units that a title names as localities, on the map of its day."""
    units: list[Place] = []
    named_to = -1  # end of the last name that counts
    folded = fold(subject)
    for mention in find_places(subject):
        listed = named_to >= 0 and _LISTED.fullmatch(folded, named_to, mention.start)
        if not (mention.printed_type or listed or _LOCATIVE.search(folded[: mention.start])):
            continue
        named_to = mention.end
        level = mention.places[0].level
        named = [place for place in mention.places if place.level == level]
        old = [place for place in named if place.era != "new"]
        units += old if old and issued is not None and issued < _NEW_MAP else named
    return tuple(units)


def _concern(asked: Place, titled: Sequence[Place]) -> Relation:
    """How the asked place stands to the places of a title."""
    if any(
        same_place(asked, unit) or (asked.level == unit.level == "tỉnh" and asked.name == unit.name)
        for unit in titled
    ):
        return Relation.SAME
    inside = any(
        _LEVELS[asked.level] < _LEVELS[unit.level]
        and (contains(unit, asked) or (asked.level == "xã" and overlaps(asked, unit)))
        for unit in titled
    )
    return Relation.WITHIN if inside else Relation.NONE


def is_printed(name: str, text: str) -> bool:
    """Whether the text prints this very name: whole, with its marks and capitals, part of no other.

    "Kỳ Anh" is not printed by "Kỳ Anh Thượng" or "kỳ anh".
    """
    for match in re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w)", fold(text)):
        printed, after = text[slice(*match.span())], text[match.end() : match.end() + 2]
        runs_on = not printed.isupper() and after[:1] == " " and after[1:].isupper()
        if not runs_on and all(not word[0].islower() for word in printed.split()):
            return True
    return False
