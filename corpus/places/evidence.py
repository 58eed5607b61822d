"""Whether a name that stands in a text is a place there; the tables are in ``corpus.places.words``."""

from __future__ import annotations

from corpus.fold import fold, strip_marks
from corpus.places import words
from corpus.places.gazetteer import Place
from corpus.places.names import EXACT
from corpus.places.tokens import Reader

_SURELY_A_NAME = 2  # words; no ordinary phrase behind a type's word is a longer name


def plausible_commune(reader: Reader, at: int, count: int, kind: str) -> bool:
    """Whether a typed commune needs nothing beside it: not "xa hoi an ninh", "phuong an phu hop"."""
    if reader.neighbour(at)[0].isupper() or count > _SURELY_A_NAME:
        return True
    return f"{strip_marks(kind)} {reader.tokens[at].key}" not in words.RISKY_COMMUNE


def plausible(reader: Reader, at: int, count: int, units: tuple[Place, ...], score: int) -> bool:
    """Whether a name without type word is a place here; see ``corpus.places.words``."""
    shape, key = reader.shape(at, count), " ".join(t.key for t in reader.tokens[at : at + count])
    before = reader.runs_on(at)
    left = fold(reader.neighbour(at - 1))
    after = reader.tokens[at + count].key if at + count < len(reader.tokens) else ""
    if (key, after) in words.SWALLOWED or (strip_marks(left), key) in words.SWALLOWED:
        return False
    in_town = left == fold("phố") and (
        key in reader.known or fold(reader.neighbour(at - 2)) in words.AMID_TOWN
    )
    compound = (fold(reader.neighbour(at - 2)), left) in words.NO_SITES
    if left in words.NOT_UNITS and not in_town and not compound:
        return False
    if before and (before in words.SURNAMES or _inside_name(reader, at, units, shape)):
        return False
    if key.isdigit() or (
        score < EXACT and (reader.tokens[at + count - 1].key, after) in words.ASKING
    ):
        return False
    if key in reader.known and (shape == "title" or not reader.marked):
        return True
    common = words.COMMON_MARKED if score == EXACT else words.COMMON_BARE
    folded = fold(reader.text[reader.tokens[at].start : reader.tokens[at + count - 1].end])
    if (folded if score == EXACT else key) not in common and not _unmarked_risk(folded, key):
        return True
    if shape == "title":
        return not (count == 1 and reader.starts_sentence(at))
    return _unmarked_risk(folded, key) and _introduced(reader, at, count)


def _unmarked_risk(folded: str, key: str) -> bool:
    return folded == key and key in words.COMMON_BARE


def _inside_name(reader: Reader, at: int, units: tuple[Place, ...], shape: str) -> bool:
    """A capitalised word before a name that is no province: "Nguyễn Thanh Bình", "Mỹ Long thành"."""
    if reader.starts_sentence(at - 1) and shape == "title":
        return False
    sides = fold(reader.neighbour(at - 1)), fold(reader.neighbour(at - 2))
    if shape == "title" and sides[0] in words.QUARTERS and sides[1] in words.SIDES:
        return False
    if strip_marks(reader.neighbour(at - 1)) in {"uy", "bo", "ban", "tai", "cua", "va", "o", "voi"}:
        return False
    return shape == "mixed" or all(unit.level != "tỉnh" for unit in units)


def _introduced(reader: Reader, at: int, count: int) -> bool:
    """Whether words around a doubtful unmarked name say that it is a place."""
    last = reader.tokens[at + count - 1]
    rest = reader.text[last.end : last.end + 1]
    left_ok = at == 0 or reader.tokens[at - 1].key in words.CUES_BEFORE
    after = reader.tokens[at + count].key if at + count < len(reader.tokens) else ""
    return left_ok and (not rest or rest in ",;.?!)" or after in words.CUES_AFTER)
