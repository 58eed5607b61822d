"""The plans that a question is put to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from rag_plans import small_plan

from corpus.plan import Plan, PlanMeta
from index.store import Hit
from index.tables import PlanCard
from rag.answer import Status
from rag.collection import Collection
from rag.extract import write_answer
from rag.question import Question, understand
from rag.scope import Scope, scope_of, subject_of
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


def _even(plain: str) -> float:
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
_MANY = Collection(_Plans(_HELD), _none, _even, Vocabulary.from_texts([], []))


def _scope(text: str) -> Scope:
    return scope_of(understand(text, _even), _MANY)


def _ids(scope: Scope) -> set[str]:
    return {plan.id for plan in scope.plans} if scope.named else set()


@pytest.mark.parametrize(
    ("text", "plans", "named"),
    [
        ("cây xanh của Hà Tĩnh", {"ha-tinh"}, True),
        ("kế hoạch 151/KH-UBND nêu gì?", {"quang-ngai"}, True),
        ("kế hoạch 151 nêu gì?", {"quang-ngai"}, True),
        ("Tổ chức thực hiện Kế hoạch 151 gồm những nội dung nào?", {"quang-ngai"}, True),
        ("chương trình hành động 42-CTr/HU nêu gì?", {"thuy-nguyen"}, True),
        ("Hà Tĩnh và Đà Lạt", {"ha-tinh", "da-lat"}, True),
        ("cây xanh", {"da-lat", "duc-pho", "ha-tinh", "quang-ngai", "thuy-nguyen"}, False),
    ],
)
def test_scope(text: str, plans: set[str], named: bool, collection: Collection) -> None:
    scope = scope_of(understand(text, collection.weigh), collection)
    assert ({plan.id for plan in scope.plans}, scope.named) == (plans, named)


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("Đề nghị cho biết Chỉ thị 09 của Cần Thơ cấm gì?", "can-tho-09"),
        ("chỉ thị số 9 của Cần Thơ", "can-tho-09"),
        ("Kế hoạch 157 năm 2025 của Cần Thơ", "can-tho-157"),
        ("Ở Cần Thơ, theo Kế hoạch 157, ai chi trả?", "can-tho-157"),
        ("KH157 Cần Thơ", "can-tho-157"),
        ("kế hoạch chi trả 157 của Cần Thơ", "can-tho-157"),
        ("Kế hoạch 0134 đo mấy lần?", "dak-lak-0134"),
        ("Kế hoạch 134 của Đắk Lắk", "dak-lak-0134"),
        ("Kế hoạch 308 Hà Nội hỗ trợ gì?", "ha-noi-308"),
        ("Nghị quyết 71/2025 của HĐND Hà Nội", "ha-noi-71"),
        ("nghi quyet 71/2025/nq-hdnd ha noi", "ha-noi-71"),
        ("Quyết định số 1627 của Quảng Ngãi", "quang-ngai-1627"),
        ("QĐ 1627 nói gì?", "quang-ngai-1627"),
        ("công văn 980 của Nghệ An", "nghe-an-980"),
        ("Thông báo 12 của Nghệ An", "nghe-an-12"),
        ("Kết luận 13 của Tỉnh ủy Nghệ An", "nghe-an-13"),
        ("Nghị quyết 57 nêu gì?", "dot-pha"),
        ("Nghị quyết 57 của Bộ Chính trị nêu gì?", "dot-pha"),
        ("Kế hoạch 57 nêu gì?", "can-tho-57"),
        ("1665/NQ-UBTVQH nói gì?", "sap-xep"),
        ("văn bản số 1665 nói gì?", "sap-xep"),
        ("Kinh phí thực hiện Kế hoạch 157 của Cần Thơ", "can-tho-157"),
    ],
)
def test_a_number_with_its_type_names_the_document(text: str, plan: str) -> None:
    scope = _scope(text)
    assert _ids(scope) == {plan} and scope.by_number


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết 57 của Chính phủ nêu gì?",
        "Nghị quyết 71/2024 nêu gì?",
        "Chỉ thị 57 nêu gì?",
        "kế hoạch 57 năm tới",
        "Kế hoạch nào triển khai Nghị quyết 57?",
        "Nghị quyết 57 được nhắc đến trong kế hoạch nào?",
    ],
)
def test_another_document_of_that_number_is_not_named(text: str) -> None:
    assert not _scope(text).named


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("Hà Nội triển khai Nghị quyết 57 thế nào?", {"ha-noi-308", "ha-noi-71"}),
        ("Kế hoạch 157 của Hà Nội nêu gì?", {"ha-noi-308", "ha-noi-71"}),
        ("Cần Thơ có 157 hộ nghèo không?", {"can-tho-09", "can-tho-157", "can-tho-57"}),
    ],
)
def test_plans_of_the_place_come_before_a_number_of_others(text: str, plans: set[str]) -> None:
    assert _ids(_scope(text)) == plans


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 157 của Đà Nẵng nêu gì?",
        "Đà Nẵng, theo Kế hoạch 157, chi trả thế nào?",
        "Quyết định 1627 của Đà Nẵng nêu gì?",
        "Cà Mau thực hiện Nghị quyết 57 thế nào?",
        "Nghị quyết 57 của Cà Mau nêu gì?",
        "Đà Nẵng có chỉ tiêu gì?",
    ],
)
def test_another_places_document_does_not_stand_in(text: str) -> None:
    scope = _scope(text)
    assert not scope.named and len(scope.located.missing) == 1
    draft = write_answer(understand(text, _even), scope, _MANY)
    assert draft.status is Status.NO_PLAN


def test_documents_and_places_are_compared_together() -> None:
    scope = _scope("So sánh Nghị quyết 57-NQ/TW với Kế hoạch 308 của Hà Nội")
    assert _ids(scope) == {"dot-pha", "ha-noi-308"}
    scope = _scope("So sánh Nghị quyết 57-NQ/TW với Đắk Lắk")
    assert _ids(scope) == {"dot-pha", "dak-lak-0134"}


@pytest.mark.parametrize(
    ("text", "by_number"),
    [
        ("Nghị quyết 1665 của Ủy ban Thường vụ Quốc hội: Hà Tĩnh có mấy phường?", True),
        ("Nghị quyết 1665 của Hà Tĩnh nêu gì?", True),
        ("Nghị quyết 1665 nói gì về phường Vũng Áng?", True),
        ("Sau sắp xếp, tỉnh Hà Tĩnh có bao nhiêu xã?", False),
        ("phuong vung ang ha tinh nhap tu nhung xa nao", False),
    ],
)
def test_a_document_about_the_place_is_asked(text: str, by_number: bool) -> None:
    scope = _scope(text)
    assert (_ids(scope), scope.by_number) == ({"sap-xep"}, by_number)
    assert scope.located.missing == ()


def test_a_place_that_a_named_document_only_speaks_of_is_not_missing() -> None:
    assert _scope("Kế hoạch 57 nói gì về Đà Nẵng?").located.missing == ()
    (missing,) = _scope("Kế hoạch 157 nói gì về Đà Nẵng?").located.missing
    assert missing.place.name == "Đà Nẵng"


def test_what_a_document_about_the_place_does_not_say_is_no_plan_of_it() -> None:
    text = "Hà Tĩnh giảm nghèo thế nào?"
    draft = write_answer(understand(text, _even), _scope(text), _MANY)
    assert draft.status is Status.NO_PLAN and "tỉnh Hà Tĩnh" in draft.statements[0].text


def test_a_named_document_keeps_its_own_status() -> None:
    text = "Nghị quyết 1665 của Hà Tĩnh giảm nghèo thế nào?"
    draft = write_answer(understand(text, _even), _scope(text), _MANY)
    assert draft.status is Status.NOT_STATED
    assert "do Ủy ban Thường vụ Quốc hội ban hành" in draft.statements[-1].text


def test_the_name_of_the_document_is_no_subject() -> None:
    question = understand("Nghị quyết 71/2025 của HĐND Hà Nội có hiệu lực khi nào?", _even)
    assert subject_of(question, scope_of(question, _MANY)).topic == "hiệu lực"


def test_a_place_inside_the_area_becomes_a_subject(collection: Collection) -> None:
    question = understand("Thị xã Hồng Lĩnh sẽ thế nào?", collection.weigh)
    assert "Hồng Lĩnh" in subject_of(question, scope_of(question, collection)).topic


def test_a_new_commune_is_a_subject_where_a_document_makes_it() -> None:
    question = understand("phường Vũng Áng nhập từ đâu?", _even)
    assert "Vũng Áng" in subject_of(question, scope_of(question, _MANY)).topic


def test_the_plans_own_place_is_no_subject(collection: Collection) -> None:
    question = understand("Hà Tĩnh có mục tiêu gì?", collection.weigh)
    assert subject_of(question, scope_of(question, collection)) == question
