"""Which documents of the collection a number stands for."""

from __future__ import annotations

import pytest
from rag_many_plans import MANY, even, ids, scope

from rag.answer import Status
from rag.assistant import Assistant
from rag.extract import write_answer
from rag.question import understand


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
    found = scope(text)
    assert ids(found) == {plan} and found.by_number


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
    assert not scope(text).named


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("Hà Nội triển khai Nghị quyết 57 thế nào?", {"ha-noi-308", "ha-noi-71"}),
        ("Kế hoạch 157 của Hà Nội nêu gì?", {"ha-noi-308", "ha-noi-71"}),
        ("Cần Thơ có 157 hộ nghèo không?", {"can-tho-09", "can-tho-157", "can-tho-57"}),
    ],
)
def test_plans_of_the_place_come_before_a_number_of_others(text: str, plans: set[str]) -> None:
    assert ids(scope(text)) == plans


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
    found = scope(text)
    assert not found.named and len(found.located.missing) == 1
    draft = write_answer(understand(text, even), found, MANY)
    assert draft.status is Status.NO_PLAN


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kế hoạch 159 của Hà Nội nêu gì?", "Kế hoạch số 159"),
        ("Kế hoạch 157 của Hà Nội do ai ký?", "Kế hoạch số 157"),
        ("Kế hoạch số 157/KH-UBND của Hà Nội nêu gì?", "Kế hoạch số 157/KH-UBND"),
        ("Ở Hà Nội, theo Kế hoạch 157, ai chi trả?", "Kế hoạch số 157"),
        ("ke hoach 157 ha noi chi tra the nao", "Kế hoạch số 157"),
        ("Nghị quyết 71/2024 của Hà Nội nêu gì?", "Nghị quyết số 71/2024"),
        ("Chỉ thị 10 của Cần Thơ nêu gì?", "Chỉ thị số 10"),
        ("Kế hoạch 158 của Quảng Ngãi nêu gì?", "Kế hoạch số 158"),
    ],
)
def test_a_number_that_no_document_of_the_place_has(text: str, title: str) -> None:
    found = scope(text)
    assert found.unheld is not None and found.unheld.title == title
    draft = write_answer(understand(text, even), found, MANY)
    assert draft.status is Status.NO_PLAN
    assert draft.statements[0].text.startswith(f"Kho văn bản chưa có {title} của ")


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 308 của Hà Nội nêu gì?",
        "Quyết định 308 của Hà Nội nêu gì?",
        "Hà Nội triển khai Nghị quyết 99 thế nào?",
        "Kế hoạch của Hà Nội căn cứ Nghị quyết 99 không?",
        "Kế hoạch của Hà Nội có nhắc đến Nghị quyết 99 không?",
        "Nghị định 30 ở Hà Nội thế nào?",
        "Kế hoạch 2030 của Hà Nội nêu gì?",
        "Hà Nội báo cáo 2 lần cho ai?",
        "Kế hoạch 1628/QĐ-UBND nêu gì?",
    ],
)
def test_a_document_is_not_denied_without_need(text: str) -> None:
    assert scope(text).unheld is None


def test_the_documents_that_are_there_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 152 của Quảng Ngãi do ai ký?")
    assert answer.status is Status.NO_PLAN
    assert "Kế hoạch số 152 của Quảng Ngãi" in answer.text and "151/KH-UBND" in answer.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kế hoạch 7554 của Đà Lạt ban hành ngày nào?", "11/11/2022"),
        ("Kế hoạch 7554 của Đà Lạt nêu gì?", "Kế hoạch số 7554/KH-UBND"),
        ("Chương trình 59 của Thủy Nguyên ban hành ngày nào?", "07/11/2023"),
    ],
)
def test_a_document_that_the_plans_only_refer_to(
    text: str, words: str, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.ANSWERED and words in answer.text


def test_a_wrong_full_number_of_the_only_plan_is_corrected(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch 152/KH-UBND của Quảng Ngãi do ai ký?")
    assert answer.status is Status.CORRECTED and "151/KH-UBND" in answer.text
