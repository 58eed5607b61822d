"""What a plan's locality says about a place that someone asks about.

A plan covers the area of its unit on the day it was issued: a plan of the province of Quảng Ngãi
from 2022 does not cover Kon Tum, though both are one province since 1 July 2025 (Nghị quyết
202/2025/QH15).
"""

from __future__ import annotations

from enum import StrEnum

from corpus.fold import strip_marks
from corpus.letters import sentence_case
from corpus.places.gazetteer import (
    Place,
    area,
    communes_today,
    contains,
    districts_before,
    former_provinces,
    gazetteer,
    overlaps,
    place,
    province_today,
    provinces_before,
    same_place,
)
from corpus.places.names import fitting, name_index, printed_type
from corpus.plan import PlanMeta

REFORM = "2025-07-01"  # ISO; the date from which the 34 provinces and new communes exist
_REFORM_PRINTED = "01/7/2025"


class Relation(StrEnum):
    """How an asked place stands to a plan's place, at the time the plan was issued."""

    SAME = "same"  # exactly this place, perhaps under another name or status
    WITHIN = "within"  # the asked place lies, at least in part, in the plan's area
    WIDER = "wider"  # the asked place contains the plan's place
    MERGED_NOT_COVERED = "merged-not-covered"  # merged later into the plan's province; not covered
    NONE = "none"


def plan_place(plan: PlanMeta) -> Place | None:
    """The unit that issued a plan, or None when the plan names none or the data has no such unit.

    Without a date a province is that of the old map, whose area is the smaller one, and a commune
    the new one if there is one. A town and a district of one name (thị xã and huyện Kỳ Anh) are told
    apart by the type in the issuer's name.
    """
    if plan.locality is None:
        return None
    key = " ".join("".join(c if c.isalnum() else " " for c in strip_marks(plan.locality)).split())
    if key not in name_index().names:
        return None
    units, _ = fitting(plan.locality, key)
    named = [u for u in units if plan.level is None or u.level == plan.level]
    if plan.province is not None:
        named = [u for u in named if plan.province in _province_names(u)]
    new = plan.date is not None and plan.date >= REFORM
    if plan.date is None and plan.level == "xã":
        new = any(u.era == "new" for u in named)
    timely = [u for u in named if u.era == "both" or (u.era == "new") == new]
    printed = printed_type(plan.issuer or "")
    typed = [u for u in timely if u.type == printed]
    return min(typed or timely, key=lambda unit: _plan_order(unit, plan.date), default=None)


def _plan_order(unit: Place, issued: str | None) -> tuple[bool, bool, str]:
    """Provinces first; then the district's status on the day, the last one when that is unknown."""
    earlier = gazetteer().former.get(unit.id)
    until = earlier.until if earlier else None
    then = bool(issued and until and issued < until)
    return unit.level != "tỉnh", bool(earlier) and not then, "" if then else "~" + unit.id


def _province_names(unit: Place) -> set[str]:
    return {unit.province, province_today(unit).name}


def relation(asked: Place, meta: PlanMeta) -> Relation:
    """How ``asked`` stands to a plan's locality; NONE as well when the locality is unknown.

    A bare new province that kept its name ("Quảng Ngãi") counts as the same as the old one; what it
    does not cover is said by ``note``. Central documents have no locality: NONE.
    """
    plan = plan_place(meta)
    if plan is None:
        return Relation.NONE
    if same_place(asked, plan) or _namesakes(asked, plan):
        return Relation.SAME
    if plan.level == "huyện" and _joined_later(asked, meta.date):
        return Relation.NONE
    if contains(plan, asked) or (
        asked.level == "xã" and plan.level != "xã" and overlaps(asked, plan)
    ):
        return Relation.WITHIN
    if contains(asked, plan):
        return Relation.WIDER
    if plan.level == "tỉnh" and plan.era == "old" and _merged_later(asked, plan):
        return Relation.MERGED_NOT_COVERED
    return Relation.NONE


def _namesakes(asked: Place, plan: Place) -> bool:
    """One province before and after it was merged with others."""
    return asked.level == plan.level == "tỉnh" and asked.name == plan.name


def _joined_later(asked: Place, issued: str | None) -> bool:
    """Whether an earlier district joined today's one only after a plan of the latter was issued."""
    earlier = gazetteer().former.get(asked.id)
    if earlier is None or earlier.whole or earlier.until is None or issued is None:
        return False
    return issued < earlier.until


def _merged_later(asked: Place, plan: Place) -> bool:
    """Whether the asked place is now in the plan's province and was not before."""
    today = province_today(plan)
    return today.name == plan.name and province_today(asked) == today and asked.id != today.id


def note(asked: Place, meta: PlanMeta) -> str | None:
    """One Vietnamese sentence that explains the relation, or None when there is nothing to explain.

    Every fact in it is in the data.
    """
    found = relation(asked, meta)
    plan = plan_place(meta)
    if plan is None or found is Relation.NONE:
        return None
    if found is Relation.MERGED_NOT_COVERED:
        return _merged_note(asked, plan)
    if found is Relation.SAME:
        return _same_note(asked, plan)
    if (
        found is Relation.WITHIN
        and asked.level == "xã"
        and asked.era == "new"
        and plan.era != "new"
    ):
        return _new_commune_note(asked)
    if found is Relation.WITHIN and asked.id in gazetteer().former:
        return _former_note(asked)
    return None


def _merged_note(asked: Place, plan: Place) -> str:
    before = " và ".join(p.full_name for p in provinces_before(asked))
    subject = (
        sentence_case(before)
        if asked.level == "tỉnh"
        else f"{sentence_case(asked.full_name)} thuộc {before} (cũ),"
    )
    joint = "được sáp nhập vào" if asked.level == "tỉnh" else "địa bàn này nhập vào"
    return (
        f"{subject} {joint} {province_today(plan).full_name} từ ngày {_REFORM_PRINTED}; kế hoạch của "
        f"{plan.full_name} ban hành trước khi sáp nhập nên không bao gồm địa bàn này."
    )


def _same_note(asked: Place, plan: Place) -> str | None:
    if asked.level == "tỉnh" and asked.era == "new" and plan.era == "old":
        others = [p.name for p in former_provinces(asked) if p != plan]
        return (
            f"Kế hoạch ban hành trước ngày {_REFORM_PRINTED}, chỉ áp dụng cho địa bàn "
            f"{plan.full_name} (cũ), không bao gồm {' và '.join(others)}."
        )
    changed = next((u for u in (asked, plan) if u.id in gazetteer().former), None)
    if changed is not None and asked != plan:
        return _former_note(changed)
    if plan.level == "huyện":
        names = ", ".join(unit.full_name for unit in communes_today(plan))
        return f"Địa bàn {plan.full_name} (cũ) từ ngày {_REFORM_PRINTED} thuộc: {names}."
    return None


def _former_note(asked: Place) -> str:
    earlier = gazetteer().former[asked.id]
    now = " và ".join(place(unit).full_name for unit in earlier.now)
    date = f" từ ngày {_printed_date(earlier.until)}" if earlier.until else ""
    verb = "trở thành" if earlier.whole else "được sắp xếp vào"
    act = f" (Nghị quyết {earlier.basis})" if "/" in earlier.basis else ""
    return f"{sentence_case(asked.full_name)} {verb} {now}{date}{act}."


def _new_commune_note(asked: Place) -> str:
    before = [unit.full_name for unit in districts_before(asked)]
    kept = [place(atom) for atom in area(asked)]
    if len(kept) == 1 and kept[0].full_name == asked.full_name:
        return (
            f"{sentence_case(asked.full_name)} trước ngày {_REFORM_PRINTED} thuộc {before[0]} (cũ)."
        )
    return (
        f"{sentence_case(asked.full_name)} được thành lập từ ngày {_REFORM_PRINTED} trên địa bàn "
        f"{' và '.join(before)} (cũ)."
    )


def _printed_date(iso: str) -> str:
    """ "2025-01-01" -> "01/01/2025", days and the months 1 and 2 with two digits (NĐ 30/2020)."""
    year, month, day = iso.split("-")
    return f"{day}/{month if int(month) < 3 else int(month)}/{year}"
