"""From a printed name to the units that may bear it: the name index and the fit of the marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.fold import fold, strip_marks
from corpus.places import words
from corpus.places.gazetteer import Place, gazetteer, overlaps, place

LEVEL_ORDER = {"tỉnh": 0, "huyện": 1, "xã": 2}
EXACT, BARE, DIFFERENT = 2, 1, 0  # marks as in the name; some or all missing; another word
_TYPES = {**words.COMMITTEES, **words.TYPE_WORDS}
_TYPED = re.compile(rf"\b({'|'.join(key for key in _TYPES if not key.endswith('.'))})\b")
_I_FOR_Y = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_EITHER = re.compile(r"\b(?P<head>[hklmstv]|qu)(?P<vowel>[iy])\b")
_MIN_GLUED = 5  # letters; shorter run-together names are other words


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Stripped names -> unit ids; the longest name, in words, that starts with a word."""

    names: dict[str, tuple[str, ...]]
    longest: dict[str, int]
    glued: dict[str, str]  # run-together names -> names
    spellings: dict[str, str]  # stripped aliases -> the alias as printed


@cache
def name_index() -> NameIndex:
    """The index of every name in the data, built once a process."""
    data = gazetteer()
    provinces = {i for i in data.types if not (i.startswith("34/") and i not in data.merged)}
    high = [*provinces, *(d for ids in data.districts.values() for d in ids), *data.former]
    ids = [
        *high,
        *(c for new in data.communes.values() for c in new),
        *(i for i in data.successors if i not in data.areas),
    ]
    blob = strip_marks("\n".join(map(_bare, ids)))  # folded in one go: fourteen thousand names
    keys = re.sub(r"[^a-z0-9\n]+", " ", blob).split("\n")
    names: dict[str, list[str]] = {}
    for key, unit in zip(keys, ids, strict=True):
        names.setdefault(key, []).append(unit)
    for key, units in [(key, tuple(names[key])) for key in names if _EITHER.search(key)]:
        names.setdefault(_other_spelling(key), []).extend(units)
    spellings = {strip_marks(alias): alias for alias in words.ALIASES}
    for alias, key in words.ALIASES.items():
        names.setdefault(strip_marks(alias), []).extend(_high_of(names[key]))
    longest: dict[str, int] = {}
    for key in names:
        first, size = key.split(" ", 1)[0], key.count(" ") + 1
        longest[first] = max(size, longest.get(first, 0))
    top = set(high)
    glued = {
        key.replace(" ", ""): key
        for key, units in names.items()
        if " " in key and len(key) > _MIN_GLUED and not top.isdisjoint(units)
    }
    return NameIndex({key: tuple(units) for key, units in names.items()}, longest, glued, spellings)


def _bare(unit: str) -> str:
    """Name without type from an id; quicker than building the Place."""
    parts = unit.split("/")
    if len(parts) == 2:
        return parts[1]
    skip = 2 if parts[-1].startswith(("thành ", "thị ", "đặc ")) else 1
    return parts[-1].split(" ", skip)[skip]


@lru_cache(maxsize=4096)
def printed_type(unit: str) -> str | None:
    """The type that the name of an organ or unit says last: "Thị ủy Kỳ Anh" -> "thị xã"."""
    found = _TYPED.findall(strip_marks(unit))
    return _TYPES[found[-1]] if found else None


def _high_of(units: Iterable[str]) -> list[str]:
    return [unit for unit in units if place(unit).level != "xã"]


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Folded letters and digits alone, i for y, for comparing spellings: "Phú Quý" and "Phú Quí"."""
    return "".join(c for c in fold(text).translate(_I_FOR_Y) if c.isalnum())


def _other_spelling(key: str) -> str:
    """A stripped name with i and y changed where either is written: "phu qui" <-> "phu quy"."""
    return _EITHER.sub(lambda m: m["head"] + ("i" if m["vowel"] == "y" else "y"), key)


def _agreement(printed: str, name: str) -> int:
    """How printed letters fit a name of the same stripped letters.

    Marks that are printed must be the name's; letters may lack theirs ("Đalat", "Hà tinh").
    """
    given, wanted = letters(printed), letters(name)
    if given == wanted:
        return EXACT
    stripped = strip_marks(wanted)
    if strip_marks(given) != stripped:
        return DIFFERENT
    fits = all(a in (b, c) for a, b, c in zip(given, wanted, stripped, strict=True))
    return BARE if fits else DIFFERENT


@lru_cache(maxsize=4096)
def of_type(units: tuple[Place, ...], kind: str) -> tuple[Place, ...]:
    """Candidates that a printed type word allows; cadres often say a district's earlier type."""
    same = [unit for unit in units if unit.type == kind]
    districts = [unit for unit in units if unit.level == "huyện"]
    if any(unit.name.isdigit() for unit in units):
        return ordered(same)
    if kind == "tỉnh":
        return ordered(unit for unit in units if unit.level == "tỉnh")
    if kind == "thành phố":
        cities = [unit for unit in units if unit.type == kind or unit.id == "63/Huế"]
        return ordered(cities or districts)
    return ordered(same or (districts if kind in words.DISTRICT_TYPES else ()))


@lru_cache(maxsize=4096)
def of_bare_name(units: tuple[Place, ...]) -> tuple[Place, ...]:
    """Candidates of a name without type: the highest level, and its namesakes inside it."""
    tops = [unit for unit in units if unit.level == "tỉnh"]
    districts = [unit for unit in units if unit.level == "huyện"]
    if tops:
        own = {top.province for top in tops}
        return ordered([*tops, *(unit for unit in districts if unit.province in own)])
    if districts:
        new = [unit for unit in units if unit.level == "xã" and unit.era == "new"]
        inside = [unit for unit in new if any(overlaps(unit, other) for other in districts)]
        return ordered([*districts, *inside])
    return ordered(unit for unit in units if " - " in unit.name and unit.era == "new")


def ordered(units: Iterable[Place]) -> tuple[Place, ...]:
    """Without repeats: provinces, districts, communes; old before new."""
    return tuple(sorted(set(units), key=lambda u: (LEVEL_ORDER[u.level], u.era == "new", u.id)))


@lru_cache(maxsize=4096)
def fitting(printed: str, key: str) -> tuple[tuple[Place, ...], int]:
    """The units of this stripped name that agree best with the printed marks, and how well."""
    index = name_index()
    alias = index.spellings.get(key)
    scored = [(unit, _agreement(printed, alias or _bare(unit))) for unit in index.names[key]]
    best = max((score for _, score in scored), default=DIFFERENT)
    return tuple(place(unit) for unit, score in scored if score == best and best), best
