"""What is known today of a plan's force and of who issued it. Nothing is guessed from its age."""

from __future__ import annotations

from corpus.citation.writer import vietnamese_date
from corpus.places.coverage import REFORM
from corpus.places.finder import note, plan_place, province_today
from corpus.plan import PlanMeta
from ui.status import StatusView

UNKNOWN_FORCE = StatusView("Chưa xác định hiệu lực", "gray")
_ENDED_LEVEL = "huyện"  # Luật Tổ chức chính quyền địa phương số 72/2025/QH15


def standing(meta: PlanMeta) -> tuple[StatusView, ...]:
    """The badges of a plan: its force, which no plan prints, and whether its issuer still exists."""
    if meta.level == _ENDED_LEVEL and (meta.date is None or meta.date < REFORM):
        ended = f"Cơ quan ban hành đã kết thúc hoạt động ({vietnamese_date(REFORM)})"
        return (UNKNOWN_FORCE, StatusView(ended, "orange"))
    return (UNKNOWN_FORCE,)


def area_note(meta: PlanMeta) -> str | None:
    """What became of the plan's area on 1 July 2025; None when nothing changed or nothing is known."""
    place = plan_place(meta)
    if place is None:
        return None
    asked = province_today(place) if place.level == "tỉnh" else place
    return note(asked, meta)
