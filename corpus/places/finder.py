"""Finding localities in plans and questions, by old and new names.

``find_places`` is linear in the text: a name is looked up at each word by its first syllable. Text
is expected in NFC; spans are code points of it. What a unit covers is in ``corpus.places.gazetteer``, and
how an asked place stands to a plan in ``corpus.places.coverage``; both are passed on here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.fold import fold, strip_marks
from corpus.places.coverage import Relation, note, plan_place, relation
from corpus.places.evidence import plausible, plausible_commune
from corpus.places.gazetteer import (
    Place,
    communes_today,
    contains,
    districts_before,
    former_provinces,
    overlaps,
    province_today,
    provinces_before,
    same_place,
)
from corpus.places.names import EXACT, LEVEL_ORDER, fitting, of_bare_name, of_type, ordered
from corpus.places.tokens import Reader

# Everything about places can be had from this module.
__all__ = [
    "Place",
    "PlaceMention",
    "Relation",
    "communes_today",
    "contains",
    "districts_before",
    "find_places",
    "former_provinces",
    "note",
    "plan_place",
    "province_today",
    "provinces_before",
    "relation",
    "same_place",
]

_CONNECTOR = re.compile(r"\s*[,(/–-]?\s*(?:(?:thuộc|thuoc|của|cua|ở|tại|tai)\s+)?\(?")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A locality named at ``[start, end)``, the printed type word included.

    ``places`` has every unit it may be, provinces first; ``printed_type`` is the type that the text
    says ("thị xã" for "TX"), None without one.
    """

    places: tuple[Place, ...]
    start: int
    end: int
    printed_type: str | None


def _mention_at(reader: Reader, at: int, floor: int) -> tuple[PlaceMention, int] | None:
    """The longest mention whose name begins at word ``at``, and the word after it."""
    keys = reader.keys_at(at)
    kind, first = reader.type_before(at) if keys else (None, None)
    if first is not None and first < floor:
        kind, first = None, None
    for key, count in keys:
        start, end = reader.tokens[at].start, reader.tokens[at + count - 1].end
        units, score = fitting(reader.text[start:end], key)
        typed = of_type(units, kind) if kind else ()
        if typed and (
            typed[0].level != "xã" or plausible_commune(reader, at, count, typed[0].type)
        ):
            begin = reader.tokens[first].start if first is not None else start
            printed = kind if first is not None else None
            return PlaceMention(typed, begin, end, printed), at + count
        bare = () if typed else of_bare_name(units)
        if not typed and not bare and key in reader.known:
            bare = ordered(units)
        if bare and plausible(reader, at, count, bare, score):
            return PlaceMention(bare, start, end, None), at + count
    return None


def _scan(reader: Reader) -> list[PlaceMention]:
    found: list[PlaceMention] = []
    at = floor = 0
    while at < len(reader.tokens):
        hit = _mention_at(reader, at, floor)
        if hit is None or _cuts_province(reader, at, hit):
            at += 1
            continue
        found.append(hit[0])
        at = floor = hit[1]
    return found


def _cuts_province(reader: Reader, at: int, hit: tuple[PlaceMention, int]) -> bool:
    """Whether a name without type ends inside a province's: "Bắc Hà" in "vùng Bắc Hà Tĩnh"."""
    mention, end = hit
    if mention.printed_type or mention.places[0].level == "tỉnh":
        return False
    later = (_mention_at(reader, i, i) for i in range(at + 1, end))
    return any(other and other[1] > end and other[0].places[0].level == "tỉnh" for other in later)


def _commune_before(
    reader: Reader, end: int, floor: int, around: PlaceMention
) -> PlaceMention | None:
    """A commune named right before a unit that contains it: "Sa Huỳnh, Quảng Ngãi"."""
    joint = reader.text[reader.tokens[end].end : around.start]
    if not _CONNECTOR.fullmatch(joint):
        return None
    for count in range(min(6, end + 1 - floor), 0, -1):
        at = end + 1 - count
        if not all(reader.joined(i) for i in range(at, end)):
            continue
        key = " ".join(token.key for token in reader.tokens[at : end + 1])
        if key not in reader.index.names:
            continue
        start, stop = reader.tokens[at].start, reader.tokens[end].end
        kind, first = reader.type_before(at)
        units, score = fitting(reader.text[start:stop], key)
        communes = [u for u in _inside(units, around.places) if u.level == "xã"]
        typed = [u for u in communes if u.type == kind]
        lone = len(reader.index.names[key]) == 1
        if not communes or (not typed and not _beside(reader, at, count, joint, lone, score)):
            continue
        begin = reader.tokens[first].start if first is not None and first >= floor else start
        printed = kind if begin != start else None
        return PlaceMention(ordered(typed or communes), begin, stop, printed)
    return None


def _beside(reader: Reader, at: int, count: int, joint: str, lone: bool, score: int) -> bool:
    """Whether a commune without type word, next to its district, is named there."""
    if reader.neighbour(at).isdigit() or reader.runs_on(at):
        return False
    if reader.shape(at, count) == "title":
        return not reader.starts_sentence(at) or bool(joint.strip())
    return bool(joint.strip() and score == EXACT) or (lone and count > 1)


def _with_communes(reader: Reader, found: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions, with communes that are known by the unit named after them."""
    ends = {token.end: i for i, token in enumerate(reader.tokens)}
    starts = {token.start: i for i, token in enumerate(reader.tokens)}
    result: list[PlaceMention] = []
    for mention in found:
        floor = ends[result[-1].end] + 1 if result else 0
        last = starts[mention.start] - 1
        while last >= floor and fold(reader.neighbour(last)) in ("thuộc", "của", "ở", "tại"):
            last -= 1
        if last >= floor and mention.places[0].level != "xã":
            extra = _commune_before(reader, last, floor, mention)
            if extra is not None:
                result.append(extra)
        result.append(mention)
    return result


def _narrowed(reader: Reader, found: list[PlaceMention]) -> list[PlaceMention]:
    """Candidates kept that agree with the unit named right after, else with any sure province."""
    stated = frozenset(m.places[0].province for m in found if _states_province(m))
    around = stated | {m.places[0].province for m in found if _one_province(m.places)}
    result: list[PlaceMention] = []
    for position, mention in enumerate(found):
        after = found[position + 1] if position + 1 < len(found) else None
        units = mention.places
        key = strip_marks(reader.text[mention.start : mention.end])
        if any(key.endswith(name) for name in reader.known):  # whose plan is here is meant
            result.append(mention)
            continue
        if after and _CONNECTOR.fullmatch(reader.text[mention.end : after.start]):
            units = _inside(units, after.places) or units
        if units[0].level != "tỉnh" and not _one_province(units):
            units = _of_provinces(units, around) or units
        if not mention.printed_type and units[0].level == "huyện":
            units = _nearer(units, reader.text[mention.start : mention.end], stated)
        same = units is mention.places
        result.append(mention if same else replace(mention, places=units))
    return result


def _states_province(mention: PlaceMention) -> bool:
    """Whether a mention alone settles a province: its name, or a typed unit of only one."""
    first = mention.places[0]
    return first.level == "tỉnh" or bool(mention.printed_type and _one_province(mention.places))


def _nearer(units: tuple[Place, ...], printed: str, stated: frozenset[str]) -> tuple[Place, ...]:
    """Communes of the provinces that the text is about, for a district's name far from them.

    A plan of Thanh Hóa that writes "Xuân Lộc" without a type means its own commune.
    """
    if not stated or not stated.isdisjoint(unit.province for unit in units):
        return units
    key = " ".join(re.findall(r"[^\W_]+", strip_marks(units[0].name)))
    return _of_provinces(fitting(printed, key)[0], stated) or units


@lru_cache(maxsize=4096)
def _one_province(units: tuple[Place, ...]) -> bool:
    return len({unit.province for unit in units}) == 1


@lru_cache(maxsize=4096)
def _of_provinces(units: tuple[Place, ...], names: frozenset[str]) -> tuple[Place, ...]:
    return tuple(unit for unit in units if unit.province in names)


@lru_cache(maxsize=4096)
def _inside(units: tuple[Place, ...], outer: tuple[Place, ...]) -> tuple[Place, ...]:
    """Those of a lower level than, and sharing territory with, one of ``outer``."""
    return tuple(
        u
        for u in units
        if any(LEVEL_ORDER[u.level] > LEVEL_ORDER[o.level] and overlaps(u, o) for o in outer)
    )


def find_places(text: str, known: Sequence[str] = ()) -> tuple[PlaceMention, ...]:
    """The localities that a text names, in order, without overlaps, the longest name first.

    ``known`` are names of localities that the text is likely about: a commune among them needs
    nothing beside it, and an ordinary word among them ("vinh") no type.

    Names are found with or without diacritics, run together ("dalat"), abbreviated ("TP", "HCM"),
    and under the units before and after 1 July 2025. A commune needs its type word or the unit that
    contains it beside it; names that are ordinary words need a type word or capitals.
    """
    reader = Reader(text, frozenset(strip_marks(name) for name in known))
    return tuple(_narrowed(reader, _with_communes(reader, _scan(reader))))
