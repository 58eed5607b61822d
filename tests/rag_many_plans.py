"""A collection of many documents made by hand: several of one place, of central bodies, of all types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag_plans import small_plan

from corpus.plan import Plan, PlanMeta
from index.chunk import chunk_plan
from index.store import Hit
from index.tables import PlanCard
from rag.asked.scope import Scope, scope_of
from rag.collection import Collection
from rag.question import Question, understand
from rag.typed.vocabulary import Vocabulary


@dataclass(frozen=True)
class _Plans:
    """An index of plans made by hand."""

    held: tuple[Plan, ...]

    def plans(self) -> tuple[PlanCard, ...]:
        return tuple(PlanCard(plan.id, plan.meta, "", 1) for plan in self.held)

    def plan(self, identifier: str) -> Plan:
        return next(plan for plan in self.held if plan.id == identifier)


def _none(question: Question, plans: Sequence[str] | None, k: int) -> tuple[Hit, ...]:
    return ()


def even(plain: str) -> float:
    """Every word weighs the same."""
    return 1.0


def _plan(identifier: str, number: str, kind: str, locality: str | None, **meta: str) -> Plan:
    """A plan without sections that only its meta and, as its text, its subject tell of."""
    level = "tỉnh" if locality else "trung ương"
    issuer = meta.pop("issuer", f"UBND {locality}")
    text = meta.pop("text", "")
    own = PlanMeta(
        type=kind,
        number=number,
        issuer=issuer,
        locality=locality,
        province=locality,
        level=level,
        **meta,  # type: ignore[arg-type]
    )
    return replace(small_plan(), id=identifier, text=text or small_plan().text, meta=own)


_RESOLUTION = _plan(
    "sap-xep",
    "1665/NQ-UBTVQH15",
    "Nghị quyết",
    None,
    issuer="Ủy ban Thường vụ Quốc hội",
    subject="Về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Hà Tĩnh",
    date="2025-06-16",
    text="Nhập xã Kỳ Lợi thành phường mới có tên gọi là phường Vũng Áng.",
)
_HELD = (
    _RESOLUTION,
    _plan("dot-pha", "57-NQ/TW", "Nghị quyết", None, issuer="Bộ Chính trị", subject="về đột phá"),
    _plan("can-tho-09", "09/CT-UBND", "Chỉ thị", "Cần Thơ", subject="về nước dưới đất"),
    _plan("can-tho-157", "157/KH-UBND", "Kế hoạch", "Cần Thơ", subject="về chi trả"),
    _plan("can-tho-57", "57/KH-UBND", "Kế hoạch", "Cần Thơ", text="nối với Đà Nẵng"),
    _plan("dak-lak-0134", "0134/KH-UBND", "Kế hoạch", "Đắk Lắk", subject="về quan trắc"),
    _plan("ha-noi-308", "308/KH-UBND", "Kế hoạch", "Hà Nội", subject="về dữ liệu"),
    _plan("ha-noi-71", "71/2025/NQ-HĐND", "Nghị quyết", "Hà Nội", issuer="HĐND thành phố Hà Nội"),
    _plan("quang-ngai-1627", "1627/QĐ-UBND", "Quyết định", "Quảng Ngãi", text="nối với Đà Nẵng"),
    _plan("nghe-an-980", "980/CV-UBND", "Công văn", "Nghệ An"),
    _plan("nghe-an-12", "12/TB-UBND", "Thông báo", "Nghệ An"),
    _plan("nghe-an-13", "13-KL/TU", "Kết luận", "Nghệ An", issuer="Tỉnh ủy Nghệ An"),
)


def holding(*plans: Plan) -> Collection:
    """A collection of these documents, without a search."""
    return Collection(_Plans(plans), _none, even, Vocabulary.from_texts([], []))


def searched(*plans: Plan) -> Collection:
    """A collection of these documents whose search finds every provision, none before another."""
    hits = [Hit(chunk, 0.5, 0.0, 0.0) for plan in plans for chunk in chunk_plan(plan)]

    def every(question: Question, ids: Sequence[str] | None, k: int) -> tuple[Hit, ...]:
        return tuple(hit for hit in hits if ids is None or hit.chunk.plan.id in ids)[:k]

    return replace(holding(*plans), search=every)


# Of Cần Thơ and Hà Nội several documents, of Đà Nẵng and Cà Mau none.
MANY = holding(*_HELD)


def scope(text: str) -> Scope:
    """The scope of a question to these documents."""
    return scope_of(understand(text, even), MANY)


def ids(found: Scope) -> set[str]:
    """The documents that the question chose."""
    return {plan.id for plan in found.plans} if found.named else set()
