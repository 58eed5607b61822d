"""Questions about the collection itself, answered from what all plans print of themselves."""

from __future__ import annotations

import pytest

from corpus.fold import strip_marks
from rag.answer import Status
from rag.assistant import Assistant
from rag.question import understand
from rag.records.collection import counted
from rag.records.collection_question import is_about_collection

FIVE = {"da-lat", "duc-pho", "ha-tinh", "quang-ngai", "thuy-nguyen"}
ASKED = [
    ("Kho có bao nhiêu văn bản?", "năm văn bản, gồm ba kế hoạch", FIVE),
    ("Danh sách văn bản", "năm văn bản", FIVE),
    ("Có những địa phương nào trong kho?", "năm địa phương", FIVE),
    ("Địa phương nào có chương trình hành động trong kho?", "hai địa phương", {"ha-tinh", "thuy-nguyen"}),
    ("Những văn bản nào ban hành năm 2022?", "22/9/2022", {"quang-ngai"}),
    ("Văn bản ban hành tháng 9 năm 2022", "22/9/2022", {"quang-ngai"}),
    ("Văn bản nào ban hành sau năm 2023?", "06/3/2024", {"thuy-nguyen"}),
    ("Văn bản nào mới nhất trong kho?", "06/3/2024", {"thuy-nguyen"}),
    ("Văn bản cũ nhất là văn bản nào?", "22/9/2022", {"quang-ngai"}),
    ("Văn bản nào do Chủ tịch UBND tỉnh ký?", "Đặng Văn Minh, Chủ tịch", {"quang-ngai"}),
    ("Văn bản nào do Bí thư ký?", "Nguyễn Kiên, Bí thư", {"duc-pho", "thuy-nguyen"}),
    ("Văn bản nào do UBND tỉnh ban hành?", "một kế hoạch", {"quang-ngai"}),
    ("Văn bản nào không ghi ngày ban hành?", "ba văn bản", {"da-lat", "duc-pho", "ha-tinh"}),
    ("Kho có văn bản nào của Quảng Ngãi?", "một kế hoạch", {"quang-ngai"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "plans"), ASKED)
def test_documents_of_the_collection(
    text: str, said: str, plans: set[str], assistant: Assistant
) -> None:
    for typed in (text, text.lower(), strip_marks(text)):
        answer = assistant.ask(typed)
        assert answer.status is Status.ANSWERED, typed
        assert said in answer.text and {c.plan.id for c in answer.citations} == plans, typed


def test_copies_without_a_date_are_said_apart(assistant: Assistant) -> None:
    answer = assistant.ask("Những văn bản nào ban hành năm 2023?")
    assert answer.status is Status.NOT_STATED and answer.citations == ()
    last = answer.text.split("\n")[-1]
    assert last.startswith("Bản lưu không ghi ngày ban hành:") and "Tỉnh ủy Hà Tĩnh" in last


def test_which_of_two_came_first(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Kế hoạch của Quảng Ngãi và chương trình của Thủy Nguyên, văn bản nào ban hành trước?"
    )
    assert [c.plan.id for c in answer.citations] == ["quang-ngai"]
    undated = assistant.ask(
        "Kế hoạch của Quảng Ngãi và kế hoạch của Đà Lạt, văn bản nào ban hành trước?"
    )
    assert undated.status is Status.NOT_STATED


def test_a_place_without_documents(assistant: Assistant) -> None:
    assert assistant.ask("Kho có văn bản của Cần Thơ không?").status is Status.NO_PLAN


def test_the_collection_is_no_subject_of_the_turn_before(assistant: Assistant) -> None:
    answer = assistant.ask("Kho có bao nhiêu văn bản?", ["Ai ký kế hoạch của Quảng Ngãi?"])
    assert {c.plan.id for c in answer.citations} == FIVE


@pytest.mark.parametrize(
    "text",
    [
        "Văn bản nào nhắc đến Nghị quyết 06?",
        "Kế hoạch nào có mục tiêu cây xanh cao nhất?",
        "Quảng Ngãi ban hành kế hoạch ngày nào?",
        "Căn cứ vào những văn bản nào?",
        "Kế hoạch của Hà Tĩnh đến năm 2030",
        "Hệ thống thoát nước đô thị của Đà Lạt thế nào?",
    ],
)
def test_what_is_no_question_for_documents(text: str, assistant: Assistant) -> None:
    assert not is_about_collection(understand(text, assistant.collection.weigh))


@pytest.mark.parametrize(
    ("number", "said"),
    [(5, "năm"), (100, "một trăm"), (105, "một trăm lẻ năm"), (321, "ba trăm hai mươi mốt"),
     (2_050, "hai nghìn không trăm năm mươi"), (3_000, "ba nghìn"), (3_215, "ba nghìn hai trăm mười lăm")],
)  # fmt: skip
def test_numbers_in_words(number: int, said: str) -> None:
    assert counted(number) == said
