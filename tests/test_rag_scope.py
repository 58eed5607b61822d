"""The plans that a question is put to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rag_many_plans import MANY, even, holding, ids, scope
from rag_plans import small_plan

from rag.answer import Status
from rag.asked.scope import scope_of, subject_of
from rag.collection import Collection
from rag.extract import write_answer
from rag.question import understand


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


def test_documents_and_places_are_compared_together() -> None:
    found = scope("So sánh Nghị quyết 57-NQ/TW với Kế hoạch 308 của Hà Nội")
    assert ids(found) == {"dot-pha", "ha-noi-308"}
    found = scope("So sánh Nghị quyết 57-NQ/TW với Đắk Lắk")
    assert ids(found) == {"dot-pha", "dak-lak-0134"}


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
    found = scope(text)
    assert (ids(found), found.by_number) == ({"sap-xep"}, by_number)
    assert found.located.missing == ()


def test_a_place_that_a_named_document_only_speaks_of_is_not_missing() -> None:
    assert scope("Kế hoạch 57 nói gì về Đà Nẵng?").located.missing == ()
    (missing,) = scope("Kế hoạch 157 nói gì về Đà Nẵng?").located.missing
    assert missing.place.name == "Đà Nẵng"


def test_what_a_document_about_the_place_does_not_say_is_no_plan_of_it() -> None:
    text = "Hà Tĩnh giảm nghèo thế nào?"
    draft = write_answer(understand(text, even), scope(text), MANY)
    assert draft.status is Status.NO_PLAN and "tỉnh Hà Tĩnh" in draft.statements[0].text


def test_a_named_document_keeps_its_own_status() -> None:
    text = "Nghị quyết 1665 của Hà Tĩnh giảm nghèo thế nào?"
    draft = write_answer(understand(text, even), scope(text), MANY)
    assert draft.status is Status.NOT_STATED
    assert "do Ủy ban Thường vụ Quốc hội ban hành" in draft.statements[-1].text


def test_the_name_of_the_document_is_no_subject() -> None:
    question = understand("Nghị quyết 71/2025 của HĐND Hà Nội có hiệu lực khi nào?", even)
    assert subject_of(question, scope_of(question, MANY)).topic == "hiệu lực"


def test_a_place_inside_the_area_becomes_a_subject(collection: Collection) -> None:
    question = understand("Thị xã Hồng Lĩnh sẽ thế nào?", collection.weigh)
    assert "Hồng Lĩnh" in subject_of(question, scope_of(question, collection)).topic


def test_a_new_commune_is_a_subject_where_a_document_makes_it() -> None:
    question = understand("phường Vũng Áng nhập từ đâu?", even)
    assert "Vũng Áng" in subject_of(question, scope_of(question, MANY)).topic


@pytest.mark.parametrize(
    ("issued", "text", "topic"),
    [
        ("ngày 05 tháng 8 năm 2025", "Phường Sa Huỳnh trồng cây thế nào?", "Sa Huỳnh trồng cây"),
        ("ngày 05 tháng 8 năm 2025", "Phường Trà Câu trồng cây thế nào?", "trồng cây"),
        ("ngày 05 tháng 3 năm 2025", "Phường Sa Huỳnh trồng cây thế nào?", "trồng cây"),
    ],
)
def test_a_new_commune_is_a_subject_of_a_plan_made_after_it(
    issued: str, text: str, topic: str
) -> None:
    plan = small_plan(
        f"UBND TỈNH QUẢNG NGÃI\n\nQuảng Ngãi, {issued}\n\nKẾ HOẠCH\nPhát triển du lịch\n\n"
        "I. NHIỆM VỤ\n\n1. Trồng cây ven biển phường Sa Huỳnh.\n"
    )
    question = understand(text, even)
    assert subject_of(question, scope_of(question, holding(plan))).topic == topic


def test_the_plans_own_place_is_no_subject(collection: Collection) -> None:
    question = understand("Hà Tĩnh có mục tiêu gì?", collection.weigh)
    assert subject_of(question, scope_of(question, collection)) == question


@pytest.mark.parametrize(
    ("printed", "named", "missing"), [("Âu Lâu", True, []), ("Đông An", False, ["Âu Lâu"])]
)
@pytest.mark.parametrize(
    "text", ["Cụm công nghiệp Âu Lâu (Lào Cai) thế nào?", "Phường Âu Lâu, tỉnh Lào Cai có gì?"]
)
def test_a_place_without_a_plan_is_looked_for_in_the_plan_around_it(
    text: str, printed: str, named: bool, missing: list[str]
) -> None:
    plan = small_plan(
        "UBND TỈNH LÀO CAI\n\nLào Cai, ngày 05 tháng 3 năm 2023\n\nKẾ HOẠCH\n"
        f"Phát triển đô thị\n\nI. NHIỆM VỤ\n\n1. Lập quy hoạch cụm công nghiệp {printed}.\n"
    )
    found = scope_of(understand(text, even), holding(plan))
    assert found.named is named
    assert [each.place.name for each in found.located.missing] == missing


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("chợ Long Xuyên xây thế nào?", {"long-xuyen"}),
        ("chợ long xuyên xây thế nào?", set()),  # no name
        ("chợ Cà Mau xây thế nào?", set()),
        ("chợ Long Xuyên của Hà Nội xây thế nào?", set()),
        ("chợ Long Xuyên và chợ An Giang xây thế nào?", set()),
    ],
)
def test_the_one_locality_that_a_name_in_the_question_is_of(text: str, plans: set[str]) -> None:
    body = "KẾ HOẠCH\nPhát triển chợ\n\nI. NHIỆM VỤ\n\n1. Xây chợ.\n"
    town = replace(small_plan(f"UBND THÀNH PHỐ LONG XUYÊN\n\n{body}"), id="long-xuyen")
    province = replace(small_plan(f"UBND TỈNH AN GIANG\n\n{body}"), id="an-giang")
    assert ids(scope_of(understand(text, even), holding(town, province))) == plans
