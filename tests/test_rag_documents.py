"""Documents named by type and number in questions."""

from __future__ import annotations

import pytest

from rag.asked.documents import loose_numbers, named_documents, outside
from rag.question import understand


def _even(plain: str) -> float:
    return 1.0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chỉ thị 09 của Cần Thơ nói gì?", "Chỉ thị số 09"),
        ("chi thi so 9 cua Can Tho", "Chỉ thị số 9"),
        ("KH157 Cần Thơ", "Kế hoạch số 157"),
        ("QĐ 1627 nói gì?", "Quyết định số 1627"),
        ("qd 1627 noi gi", "Quyết định số 1627"),
        ("Nghị quyết số hiệu: 71/2025 của HĐND", "Nghị quyết số 71/2025"),
        ("1665 / NQ-UBTVQH15 nêu gì?", "Nghị quyết số 1665/NQ-UBTVQH15"),
        ("nghi quyet 57-nq/tw", "Nghị quyết số 57-nq/tw"),
        ("văn bản số 1665 nói gì?", "văn bản số 1665"),
        ("Kế hoạch 308 Hà Nội", "Kế hoạch số 308"),
        ("Kế hoạch 12 Nam Định nêu gì?", "Kế hoạch số 12"),
    ],
)
def test_a_document_is_read(text: str, title: str) -> None:
    (name,) = named_documents(understand(text, _even))
    assert name.title == title and name.sure


@pytest.mark.parametrize(
    "text",
    [
        "kế hoạch 5 năm của Hà Nội",
        "kế hoạch 30 ha cây xanh",
        "trồng cao hơn quy định 20 - 30%",
        "khu đô thị 100 ha",
        "đề ản 06",  # no word, and none left unmarked
        "lễnh 12",
    ],
)
def test_amounts_and_other_words_are_none(text: str) -> None:
    assert named_documents(understand(text, _even)) == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Kế hoạch 2025 của Hà Nội", False),
        ("Kế hoạch số 2025 của Hà Nội", True),
        ("Hà Nội báo cáo 2 lần", False),
        ("Báo cáo 12 của Hà Nội", True),
        ("Hà Nội quyết định 3 việc gì?", False),
        ("Kế hoạch 10 nhiệm vụ của Hà Nội", False),
        ("Hà Nội có ban hành Kế hoạch 159 không?", True),
    ],
)
def test_what_may_be_counted_is_no_sure_document(text: str, sure: bool) -> None:
    assert [name.sure for name in named_documents(understand(text, _even))] == [sure]


@pytest.mark.parametrize(
    ("text", "carried", "others"),
    [
        ("Hà Nội triển khai Nghị quyết 57 thế nào?", True, False),
        ("ha noi trien khai nghi quyet 57 the nao", True, False),
        ("Kế hoạch nào triển khai Nghị quyết 57?", True, True),
        ("Nghị quyết 57 được nhắc đến trong kế hoạch nào?", True, True),
        ("Theo Nghị quyết 57, ai chủ trì?", False, False),
    ],
)
def test_a_document_that_others_carry_out(text: str, carried: bool, others: bool) -> None:
    (name,) = named_documents(understand(text, _even))
    assert (name.carried, name.others_sought) == (carried, others)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Nghị quyết 57 của Bộ Chính trị", "bo chinh tri"),
        ("nghi quyet 71 cua hdnd ha noi", "hdnd"),
        ("Kết luận 13 của Tỉnh ủy Nghệ An", "tinh uy"),
        ("Kế hoạch 308 của Hà Nội", None),
    ],
)
def test_who_issued_it(text: str, body: str | None) -> None:
    (name,) = named_documents(understand(text, _even))
    assert name.body == body


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("kế hoạch chi trả 157 của Cần Thơ", ["157"]),
        ("Cần Thơ có 157 hộ nghèo không?", []),
        ("Cần Thơ làm gì theo Điều 15, ngày 22 tháng 11?", []),
        ("Cần Thơ triển khai Nghị quyết 57", []),
    ],
)
def test_a_loose_number(text: str, numbers: list[str]) -> None:
    assert [name.number for name in loose_numbers(understand(text, _even))] == numbers


def test_the_name_of_a_document_is_no_subject() -> None:
    question = understand("Nghị quyết 71/2025 của HĐND Hà Nội có hiệu lực khi nào?", _even)
    left = outside(question.concepts, named_documents(question))
    assert [word.folded for concept in left for word in concept.typed] == ["hiệu", "lực"]
