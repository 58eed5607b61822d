"""Who issued a plan, for which locality, at which level: from header, title or enacting words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.agencies.lists import AgencyText
from corpus.fold import fold
from corpus.metadata.formalities import Printed
from corpus.metadata.spelling import ordinary
from corpus.places.finder import find_places

# The word of a unit or committee -> its level before 1 July 2025. A city or "Thành ủy" stands one
# level higher when the city is centrally run.
_LEVELS = {
    "tỉnh": "tỉnh", "thành phố": "huyện", "tp.": "huyện", "tp": "huyện", "huyện": "huyện", "thị xã": "huyện",
    "tx.": "huyện", "tx": "huyện", "quận": "huyện", "thị trấn": "xã", "đặc khu": "xã", "phường": "xã", "xã": "xã",
    "tỉnh uỷ": "tỉnh", "thành uỷ": "huyện", "huyện uỷ": "huyện", "thị uỷ": "huyện", "quận uỷ": "huyện",
}  # fmt: skip
_SERVES = {
    "tỉnh uỷ": "tỉnh", "thành uỷ": "thành phố", "huyện uỷ": "huyện", "thị uỷ": "thị xã", "quận uỷ": "quận",
    "tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã",
}  # fmt: skip
_CITY = {"thành phố", "tp", "tp.", "thành uỷ"}
# Cities run by the central government (Hiến pháp 2013, điều 110; Huế since 1 January 2025).
_CENTRAL_CITIES = {"hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế"}
_CENTRAL = re.compile(
    r"quốc hội|chính phủ|thủ tướng|bộ chính trị|ban bí thư|trung ương|chủ tịch nước|^bộ (?!chỉ huy)|"
    r"tổng liên đoàn|toà án nhân dân tối cao|kiểm toán nhà nước|ngân hàng nhà nước"
)
_PARTY = re.compile(
    r"(?:tỉnh|thành|huyện|thị|quận|đảng) uỷ|đảng bộ|bộ chính trị|ban bí thư|trung ương đảng|ban chấp hành|chi bộ|"
    r"ban tuyên giáo|ban dân vận|ban nội chính|uỷ ban kiểm tra|đảng đoàn|ban cán sự đảng|(?<!uỷ )ban thường vụ"
)
_STATE = re.compile(
    r"ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân|chính phủ|thủ tướng|quốc hội|^bộ |^sở |^cục |chủ tịch nước"
)
_UNIT = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_LEVELS, key=len, reverse=True)))})(?!\w)"
)
_UNIT_LINE = re.compile(
    r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)(?!\w|\suỷ)"
)
_ENACTS = re.compile(
    r"\s*,?\s*(?:đã\s+)?(?:ban hành|xây dựng|đề ra|triển khai|phát động|yêu cầu|quyết định|quyết nghị|chỉ thị|"
    r"thông báo|hướng dẫn|kết luận|báo cáo|lập|tổ chức)(?!\w)"
)
_CLAUSE = re.compile(r"(?:^|\n|[.;,:”\")]\s{1,3})(?=\S)")
_NOT_ISSUER = re.compile(r"(?:các|thủ trưởng|giám đốc)\s|[^,]*,|.*\scác\s")
_SHORT = (("uỷ ban nhân dân", "UBND"), ("hội đồng nhân dân", "HĐND"))
_LONGEST_ISSUER = 160  # characters, in a sentence
_LONGEST_NAME = 400  # characters, in the header or on a line of its own
_LONGEST_HEADER = 12  # lines of one name


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuer and what its name says; ``start``, ``end`` are where the text prints it."""

    name: str
    locality: str | None
    province: str | None
    level: str | None
    side: str | None
    start: int
    end: int


def from_header(source: AgencyText, lines: tuple[Printed, ...], place: str | None) -> Issuer | None:
    """The last body of the header lines ("ỦY BAN NHÂN DÂN" / "TỈNH …"); the one above it gives the place."""
    bodies: list[list[Printed]] = []
    for line in lines:
        if source.begins_at(line.start) and not _UNIT_LINE.match(source.folded, line.start):
            bodies.append([line])
        elif bodies:
            bodies[-1].append(line)
    if not bodies:
        return None
    printed = [" ".join(line.value for line in body[:_LONGEST_HEADER]) for body in bodies[-2:]]
    names = [ordinary(source, name[:_LONGEST_NAME]) for name in printed]
    body = bodies[-1][:_LONGEST_HEADER]
    span = (body[0].start, min(body[-1].end, body[0].start + _LONGEST_NAME))
    return named(names[-1], span, above=names[-2] if len(names) > 1 else None, place=place)


def from_line(source: AgencyText, line: Printed | None, place: str | None) -> Issuer | None:
    """The issuer on a line of its own: after the type ("CỦA BAN THƯỜNG VỤ …") or under the subject."""
    if line is None:
        return None
    name = ordinary(source, line.value[:_LONGEST_NAME])
    head = "Chủ tịch "  # a decision signed by the chairman is the committee's
    return named(name.removeprefix(head), (line.start, line.end), place=place)


def from_opening(source: AgencyText, start: int, end: int, place: str | None) -> Issuer | None:
    """The subject of the enacting words: "Ban Thường vụ … xây dựng Kế hoạch … như sau"."""
    found: tuple[int, int] | None = None
    for clause in _CLAUSE.finditer(source.text, start, end):
        begin = clause.end()
        if begin >= end or not source.text[begin].isupper() or not source.begins_at(begin):
            continue
        finish = source.end_of(begin, min(end, begin + _LONGEST_ISSUER))
        if _ENACTS.match(source.folded, finish) and not _NOT_ISSUER.match(
            source.folded[begin:finish]
        ):
            found = (begin, finish)
    if found is None:
        return None
    return named(source.text[found[0] : found[1]], found, place=place)


def named(
    name: str, span: tuple[int, int], *, above: str | None = None, place: str | None = None
) -> Issuer:
    """An issuer by its name; a unit named without its place takes the printed place of issue.

    The place is taken only when there is a unit of that type and name: "UBND tỉnh" issued at "Quảng
    Ngãi" is that province's, but a provincial committee may sign at its capital town.
    """
    name = _shortened(" ".join(name.split()))
    unit, locality = unit_and_place(name)
    above_unit, above_place = unit_and_place(above) if above else (None, None)
    if locality is None and unit is None and above_place is not None:
        unit, locality = above_unit, above_place
        name = f"{name} {locality}" if (unit or "").endswith("uỷ") else f"{name} {unit} {locality}"
    elif locality is None and unit is not None and place is not None and _is_unit(unit, place):
        locality = without_unit(place)
        name = f"{name} {locality}"
    level = _level(name, unit, locality)
    province = locality if level == "tỉnh" else None
    if (
        above_place is not None
        and above_place != locality
        and _level("", above_unit, above_place) == "tỉnh"
    ):
        province = above_place
    return Issuer(name, locality, province, level, side_of(name), *span)


def side_of(words: str) -> str | None:
    """ "Đảng" or "Nhà nước", by the words of an issuer or of an authority line; None when unclear."""
    folded = fold(words)
    if _PARTY.search(folded):
        return "Đảng"
    return "Nhà nước" if _STATE.search(folded) else None


def unit_and_place(name: str) -> tuple[str | None, str | None]:
    """The last unit word of a name, folded, and the proper name after it: ("tỉnh", "Quảng Ngãi")."""
    last = None
    for match in _UNIT.finditer(fold(name)):
        last = match
    if last is None:
        return None, None
    rest = name[last.end() :].strip(" ,.")
    return last.group(), rest if rest and rest[0].isupper() else None


def without_unit(place: str) -> str:
    """A place of issue without the word for its unit: "Thành phố Hồ Chí Minh" -> "Hồ Chí Minh"."""
    match = _UNIT.match(fold(place))
    return place[match.end() :].strip(" .") if match else place


def full_unit(issuer: Issuer) -> str | None:
    """The unit that an issuer serves, with its type: "Thị ủy Đức Phổ" -> "thị xã Đức Phổ"."""
    unit, locality = unit_and_place(issuer.name)
    kind = _SERVES.get(unit or "", unit)
    return f"{kind} {locality}" if kind and locality else None


def _is_unit(unit: str, place: str) -> bool:
    """Whether the list of units, of any time, has one of this type and name."""
    name = f"{_SERVES.get(unit, unit)} {without_unit(place)}"
    return any(
        fold(place.full_name) == fold(name)
        for mention in find_places(name)
        for place in mention.places
    )


def _shortened(name: str) -> str:
    """The usual short forms of local government: UBND, HĐND."""
    for long, short in _SHORT:
        position = fold(name).find(long)
        if position >= 0:
            name = name[:position] + short + name[position + len(long) :]
    return name


def _level(name: str, unit: str | None, locality: str | None) -> str | None:
    if unit is None:
        return "trung ương" if _CENTRAL.search(fold(name)) else None
    if unit in _CITY and locality is None:
        return None
    if unit in _CITY and fold(locality or "") in {fold(city) for city in _CENTRAL_CITIES}:
        return "tỉnh"
    return _LEVELS[unit]
