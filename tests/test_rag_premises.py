"""What a question asserts is confirmed, or corrected first."""

from __future__ import annotations

import pytest
from rag_many_plans import even, searched
from rag_plans import small_plan

from rag.answer import Status
from rag.assistant import Assistant
from rag.one_plan import answer_from
from rag.question import understand


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 60% phải không?", "trên 60%", "trên 45%"),
        ("Cây xanh của Đức Phổ năm 2030 đạt 12 m² đúng không?", "12 m²", "khoảng 9,7 m²"),
        ("Kế hoạch của Quảng Ngãi ban hành ngày 22/8/2022 đúng không?", "22/8/2022", "22/9/2022"),
        ("Kế hoạch của Quảng Ngãi ban hành năm 2021 đúng không?", "2021", "22/9/2022"),
        ("Kế hoạch của Quảng Ngãi là của Tỉnh ủy phải không?", "Tỉnh ủy", "UBND tỉnh"),
        ("Quảng Ngãi: kế hoạch do Tỉnh ủy Quảng Ngãi ban hành à?", "Tỉnh ủy", "UBND tỉnh"),
        ("Nguyễn Văn An ký kế hoạch của Quảng Ngãi phải không?", "Nguyễn Văn An", "Đặng Văn Minh"),
        ("Vì sao Hà Tĩnh lại đặt mục tiêu 40 đô thị năm 2030?", "40 đô thị", "khoảng 34 đô thị"),
        ("Vì sao đô thị hóa của Hà Tĩnh năm 2030 chỉ 20%?", "20%", "trên 45%"),
        (
            "Sao kế hoạch 151 lại giao Sở Y tế chủ trì cải thiện chất lượng không khí đô thị?",
            "Sở Y tế",
            "Sở Tài nguyên và Môi trường",
        ),
        (
            "Sở Y tế Quảng Ngãi chủ trì phát triển hạ tầng số đô thị thì phối hợp với những ai?",
            "Sở Y tế",
            "Sở Thông tin và Truyền thông",
        ),
    ],
)
def test_a_false_premise_is_corrected_first(
    text: str, wrong: str, right: str, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    first, second, *_ = answer.text.split("\n")
    assert answer.status is Status.CORRECTED
    assert first.startswith("Không phải") and wrong in first
    assert right in second and "[1]" in second


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 45% phải không?",
        "Kế hoạch của Quảng Ngãi ban hành ngày 22/9/2022 đúng không?",
        "Đặng Văn Minh ký kế hoạch của Quảng Ngãi phải không?",
        "Kế hoạch của Quảng Ngãi ban hành năm 2022 phải không?",
        "Kế hoạch 151/KH-UBND có căn cứ Nghị quyết 06 không?",
    ],
)
def test_a_true_premise_is_confirmed(text: str, assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("Đúng.") and answer.citations


def test_a_claim_that_is_right_is_no_answer_to_why(assistant: Assistant) -> None:
    answer = assistant.ask("Vì sao Hà Tĩnh đặt mục tiêu 34 đô thị năm 2030?")
    assert answer.status is Status.NOT_STATED
    assert "không nêu lý do" in answer.text


def test_the_value_of_another_year_does_not_confirm(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 40% phải không?")
    assert answer.status is Status.CORRECTED and "trên 45%" in answer.text


def test_another_document_of_the_same_kind_is_corrected(assistant: Assistant) -> None:
    answer = assistant.ask("Đà Lạt thực hiện Chương trình hành động 21-CTr/TU đúng không?")
    assert answer.status is Status.CORRECTED and "29-CTr/TU" in answer.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kế hoạch của Đà Lạt có căn cứ Nghị quyết 148/NQ-CP không?", "không nhắc đến Nghị quyết"),
        (
            "Kế hoạch của Đà Lạt căn cứ Nghị quyết 148/NQ-CP đúng không?",
            "không nhắc đến Nghị quyết",
        ),
        ("ke hoach da lat co can cu nghi quyet 148 khong", "không nhắc đến Nghị quyết số 148"),
        ("Kế hoạch của Đà Lạt có căn cứ Luật Đất đai không?", "không nhắc đến Luật Đất đai"),
    ],
)
def test_a_basis_that_the_plan_never_names_is_not_stated(
    text: str, said: str, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.NOT_STATED
    assert said in answer.text and "29-CTr/TU" in answer.text and answer.citations


def test_what_is_named_elsewhere_is_no_basis(assistant: Assistant) -> None:
    answer = assistant.ask("Thủy Nguyên có căn cứ Nghị quyết 148/NQ-CP không?")
    assert answer.status is Status.NOT_STATED
    assert "không ghi căn cứ" in answer.text and "IV.1" in {
        c.section.path for c in answer.citations
    }


def test_a_document_that_the_plan_carries_out_elsewhere(assistant: Assistant) -> None:
    answer = assistant.ask("Đà Lạt có thực hiện Quyết định 178/QĐ-UBND không?")
    assert answer.status is Status.ANSWERED and "178/QĐ-UBND" in answer.text


def test_the_right_agency_is_no_false_premise(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Sở Thông tin và Truyền thông chủ trì hạ tầng số ở Quảng Ngãi thì phối hợp với những ai?"
    )
    assert answer.status is Status.ANSWERED
    assert "Sở Xây dựng" in answer.text


SUMS = """I. NGUỒN VỐN

1. Tổng nhu cầu vốn khoảng 900 tỷ đồng, gồm nguồn vốn ngân sách 600 tỷ đồng và nguồn vốn khác 300 tỷ đồng.

2. Hỗ trợ nguồn vốn vay mua nhà mỗi năm tối thiểu 50 tỷ đồng.
"""


def test_an_amount_that_the_plan_gives_is_not_denied_for_another_one() -> None:
    plan = small_plan(SUMS)
    question = understand("900 tỷ đồng lấy từ những nguồn vốn nào, mỗi nguồn bao nhiêu?", even)
    draft = answer_from(question, plan, searched(plan))
    assert draft.status is Status.ANSWERED
    assert "300 tỷ đồng" in draft.statements[0].text
