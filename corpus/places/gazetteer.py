"""Administrative units before and after 1 July 2025, and which lies in which.

The data is ``places.json`` (what it holds and where it comes from is said inside it and in
``tools/build_places.py``). Everything is pure but one cached read of that file. An id spells out
where a unit stands: "63/Quảng Ngãi/thị xã Đức Phổ/phường Phổ Thạnh" for the map of 63 provinces,
"34/Quảng Ngãi/phường Sa Huỳnh" for the map of 34.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

_DATA = Path(__file__).with_name("places.json")
_LEVELS: dict[tuple[str, int], Literal["tỉnh", "huyện", "xã"]] = {
    ("63", 2): "tỉnh",
    ("63", 3): "huyện",
    ("63", 4): "xã",
    ("34", 2): "tỉnh",
    ("34", 3): "xã",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One administrative unit at one time; ``id`` identifies it."""

    id: str
    name: str  # "Đức Phổ", without the type
    type: (
        str  # "tỉnh", "thành phố", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu"
    )
    level: Literal["tỉnh", "huyện", "xã"]
    era: Literal["old", "new", "both"]  # before, from, or unchanged on 1 July 2025
    province: str  # name of the province: of 63 for old units, of 34 for new ones
    parents: tuple[str, ...]  # ids of the enclosing units, innermost first

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def full_name(self) -> str:
        """With the type: "thị xã Đức Phổ"."""
        return f"{self.type} {self.name}"


@dataclass(frozen=True, slots=True)
class Former:
    """A district that ended or changed status before 2025: what it became, when, by which act."""

    now: tuple[str, ...]  # ids of districts of the last map of 63
    whole: bool  # the same area under another status, rather than a part of the new unit
    until: str | None  # ISO date of the change; None when the source gives none
    basis: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All units and their areas, an area being a set of ids of old communes (or island districts)."""

    types: dict[str, str]  # province id -> type
    merged: dict[str, tuple[str, ...]]  # new province id -> old province ids
    districts: dict[str, tuple[str, ...]]  # old province id -> district ids
    areas: dict[str, frozenset[str]]  # district or new commune id -> old commune ids
    communes: dict[str, tuple[str, ...]]  # new province id -> new commune ids
    split: frozenset[str]  # old communes that went to more than one new commune
    successors: dict[str, tuple[str, ...]]  # old commune id -> new commune ids
    former: dict[str, Former]  # id of an earlier district -> what became of it


def split_type(full: str) -> tuple[str, str]:
    """Type and bare name: "thị xã Đức Phổ" -> ("thị xã", "Đức Phổ")."""
    first, second, *_ = full.split(" ", 2)
    kind = f"{first} {second}" if first in ("thành", "thị", "đặc") else first
    return kind, full[len(kind) + 1 :]


def _old_communes(district: str, listing: str) -> list[str]:
    """Ids from "phường Phổ Thạnh; xã Phổ An, Phổ Thuận"; the district's own id for an empty one."""
    if not listing:
        return [district]
    found: list[str] = []
    for group in listing.split("; "):
        kind, names = split_type(group)
        found += [f"{district}/{kind} {name}" for name in names.split(", ")]
    return found


def _former(rows: list[dict[str, str]]) -> dict[str, Former]:
    """A district that is the only one its successor replaced kept its area when the name is kept."""
    found: dict[str, Former] = {}
    for row in rows:
        base = f"63/{row['province']}"
        now = tuple(f"{base}/{unit}" for unit in row["now"])
        kept = len(now) == 1 and split_type(row["unit"])[1] == split_type(row["now"][0])[1]
        alone = sum(other["now"] == row["now"] for other in rows) == 1
        found[f"{base}/{row['unit']}"] = Former(now, kept and alone, row["until"], row["basis"])
    return found


@cache
def gazetteer() -> Gazetteer:
    """The data, read once a process."""
    data = json.loads(_DATA.read_text("utf-8"))
    types: dict[str, str] = {}
    districts: dict[str, tuple[str, ...]] = {}
    codes: dict[str, str] = {}
    for name, province in data["old"].items():
        base = f"63/{name}"
        types[base] = province["type"]
        ids = {code: f"{base}/{unit}" for code, unit in province["districts"].items()}
        codes |= ids
        districts[base] = tuple(ids.values())
    merged: dict[str, tuple[str, ...]] = {}
    communes: dict[str, tuple[str, ...]] = {}
    areas: dict[str, list[str]] = {unit: [] for unit in codes.values()}
    successors: dict[str, list[str]] = {}
    for name, province in data["new"].items():
        unchanged = province["from"] == [name]
        base = f"34/{name}"
        types[base] = province["type"]
        merged[f"63/{name}" if unchanged else base] = tuple(f"63/{old}" for old in province["from"])
        communes[f"63/{name}" if unchanged else base] = tuple(
            f"{base}/{unit}" for unit in province["communes"]
        )
        for unit, origins in province["communes"].items():
            area = areas[f"{base}/{unit}"] = []
            for code, listing in origins.items():
                for old in _old_communes(codes[code], listing):
                    area.append(old)
                    areas[codes[code]].append(old)
                    successors.setdefault(old, []).append(f"{base}/{unit}")
    return Gazetteer(
        types,
        merged,
        districts,
        {unit: frozenset(area) for unit, area in areas.items()},
        communes,
        frozenset(old for old, new in successors.items() if len(new) > 1),
        {old: tuple(new) for old, new in successors.items()},
        _former(data["former"]),
    )


@lru_cache(maxsize=8192)
def place(place_id: str) -> Place:
    """The unit of this id; KeyError for an id that the data does not have."""
    data = gazetteer()
    era, province, *units = place_id.split("/")
    base = f"{era}/{province}"
    if not units:
        if base not in data.types or (era == "34" and base not in data.merged):
            raise KeyError(place_id)
        both = f"63/{province}" in data.merged
        kind = data.types[f"34/{province}" if both else base]
        time: Literal["old", "new", "both"] = "both" if both else "old" if era == "63" else "new"
        return Place(base, province, kind, "tỉnh", time, province, ())
    if not (place_id in data.areas or place_id in data.successors or place_id in data.former):
        raise KeyError(place_id)
    kind, name = split_type(units[-1])
    enclosing = [f"{base}/{units[0]}"] if len(units) == 2 else []
    top = base if era == "63" or base in data.merged else f"63/{province}"
    level = _LEVELS[era, len(units) + 2]
    era_name: Literal["old", "new"] = "old" if era == "63" else "new"
    return Place(place_id, name, kind, level, era_name, province, (*enclosing, top))


@lru_cache(maxsize=4096)
def area(unit: Place) -> frozenset[str]:
    """The old communes that the unit covers, whole or in part."""
    data = gazetteer()
    if unit.id in data.areas:
        return data.areas[unit.id]
    if unit.id in data.former:
        return frozenset().union(*(data.areas[now] for now in data.former[unit.id].now))
    if unit.level != "tỉnh":
        return frozenset([unit.id])
    provinces = data.merged[unit.id] if unit.era == "new" else (unit.id,)
    return frozenset().union(*(data.areas[d] for p in provinces for d in data.districts[p]))


def overlaps(first: Place, second: Place) -> bool:
    """Whether the two share any territory."""
    return not area(first).isdisjoint(area(second))


def contains(outer: Place, inner: Place) -> bool:
    """Whether ``inner`` lies wholly in ``outer`` (a unit contains itself).

    Earlier districts that were only a part of today's unit contain nothing but themselves.
    """
    data = gazetteer()
    if outer == inner:
        return True
    if outer.id in data.former and not data.former[outer.id].whole:
        return False
    if not area(inner) <= area(outer):
        return False
    cut = outer.era == "new" and outer.level == "xã" and not area(inner).isdisjoint(data.split)
    return not cut


def same_place(first: Place, second: Place) -> bool:
    """Whether both are one territory under two names or statuses: huyện and thành phố Thủy Nguyên."""
    if gazetteer().former.keys() & {first.id, second.id} and first != second:
        return _same_as_former(first, second)
    return contains(first, second) and contains(second, first)


def _same_as_former(first: Place, second: Place) -> bool:
    """An earlier district is the same as its whole successor, and as what else is the same as it."""
    former = gazetteer().former
    now = [
        former[unit.id].now if unit.id in former and former[unit.id].whole else (unit.id,)
        for unit in (first, second)
    ]
    if any(unit.id in former and not former[unit.id].whole for unit in (first, second)):
        return False
    return same_place(place(now[0][0]), place(now[1][0]))


def province_today(unit: Place) -> Place:
    """The province, of the 34, in which the unit's territory lies."""
    data = gazetteer()
    old = f"63/{unit.province}"
    if unit.era == "new":
        return place(f"34/{unit.province}" if f"34/{unit.province}" in data.merged else old)
    return place(next(new for new, olds in data.merged.items() if old in olds))


def provinces_before(unit: Place) -> tuple[Place, ...]:
    """The provinces, of the 63, from which the unit's territory came."""
    names = sorted({atom.split("/")[1] for atom in area(unit)})
    return tuple(place(f"63/{name}") for name in names)


def former_provinces(province: Place) -> tuple[Place, ...]:
    """The old provinces that a new one was made of; itself when it did not change."""
    return tuple(place(old) for old in gazetteer().merged[province_today(province).id])


def districts_before(unit: Place) -> tuple[Place, ...]:
    """The old districts in which a unit's territory lay, in whole or in part."""
    found = {"/".join(atom.split("/")[:3]) for atom in area(unit)}
    return tuple(place(district) for district in sorted(found))


def communes_today(unit: Place) -> tuple[Place, ...]:
    """The new communes that took over a unit's territory, in whole or in part."""
    data = gazetteer()
    found = {new for atom in area(unit) for new in data.successors[atom]}
    return tuple(place(commune) for commune in sorted(found))
