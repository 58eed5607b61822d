"""Which assigned tasks a question for who or when means."""

from __future__ import annotations

import pytest
from rag_plans import small_plan

from corpus.plan import Plan
from rag.collection import Collection
from rag.draft import Span
from rag.question import understand
from rag.tasks.chosen import asked_agencies, asked_tasks, find_tasks, in_full, task_words
from rag.tasks.people import answer_tasks_of, answer_when
from rag.verify import passes

TEXT = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Quan trắc ao tôm

IV. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính

Căn cứ đề nghị hằng năm, bố trí kinh phí cho công tác quan trắc ao tôm.

2. Ủy ban nhân dân các xã

- Bố trí kinh phí quan trắc ao tôm của địa phương.

- Gửi kết quả kiểm kê ao tôm về Sở Nội vụ. Thời hạn hoàn thành: trước ngày 15/4/2026.

3. Sở Nội vụ

- Gửi kết quả kiểm kê ao tôm cho Bộ Nội vụ. Thời hạn hoàn thành: Tháng 11 - 12/2026.

4. Trách nhiệm lập, thẩm định bản đồ vùng nuôi:

a) Cơ quan lập bản đồ: Ban Quản lý vùng nuôi tỉnh;

b) Cơ quan thẩm định: Sở Xây dựng.

5. Ủy ban Kiểm tra Tỉnh ủy

- Theo dõi việc sử dụng thuốc thú y.

6. Công an tỉnh

- Kiểm tra việc sử dụng thuốc thú y.
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return small_plan(TEXT)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Sở nào bố trí kinh phí quan trắc ao tôm?", ["Sở Tài chính"]),
        ("Cơ quan nào thẩm định bản đồ vùng nuôi?", ["Sở Xây dựng"]),
        ("Đơn vị nào lập bản đồ vùng nuôi?", ["Ban Quản lý vùng nuôi tỉnh"]),
        ("Ai kiểm tra thuốc thú y?", ["Công an tỉnh"]),
        ("Sở Nội vụ gửi kết quả kiểm kê ao tôm khi nào?", ["Sở Nội vụ"]),
        ("Ai phóng tàu vũ trụ?", []),
    ],
)
def test_who_is_meant(text: str, leads: list[str], plan: Plan, collection: Collection) -> None:
    found = asked_tasks(plan, understand(text, collection.weigh))
    assert [task.assignment.lead[0] for task in found] == leads


def test_only_tasks_inside_the_part_that_is_named(plan: Plan, collection: Collection) -> None:
    question = understand("Ai bố trí kinh phí quan trắc ao tôm?", collection.weigh)
    at = plan.text.index("2. Ủy ban")
    found = asked_tasks(plan, question, Span(plan, at, len(plan.text)))
    assert [task.assignment.lead for task in found] == [("Ủy ban nhân dân các xã",)]
    assert len(find_tasks(plan, question.concepts)) == 2


def test_a_period_with_a_dash_is_said(plan: Plan, collection: Collection) -> None:
    question = understand("Sở Nội vụ gửi kết quả kiểm kê ao tôm khi nào?", collection.weigh)
    draft = answer_when(asked_tasks(plan, question), question.concepts)
    assert draft is not None and "Tháng 11 - 12/2026" in draft.statements[0].text
    assert all(passes(statement, question.text) for statement in draft.statements)


def test_the_heading_of_an_agency_is_not_its_task(plan: Plan, collection: Collection) -> None:
    question = understand("Sở Tài chính được giao làm gì?", collection.weigh)
    draft = answer_tasks_of(plan, ["Sở Tài chính"], question)
    assert draft is not None and "bố trí kinh phí" in draft.statements[0].text


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("UBND các xã", "Ủy ban nhân dân các xã"),
        ("hđnd tỉnh và HDND xã", "Hội đồng nhân dân tỉnh và Hội đồng nhân dân xã"),
        ("BTV Thị ủy, MTTQ", "Ban Thường vụ Thị ủy, Mặt trận Tổ quốc"),
        ("151/KH-UBNDX, Sở Y tế", "151/KH-UBNDX, Sở Y tế"),
    ],
)
def test_organs_in_full(text: str, full: str) -> None:
    assert in_full(text) == full


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("UBND các xã được giao việc gì?", ["Ủy ban nhân dân các xã"]),
        ("Ủy ban nhân dân các xã được giao việc gì?", ["Ủy ban nhân dân các xã"]),
        ("Hội đồng nhân dân các xã được giao việc gì?", []),
    ],
)
def test_an_agency_is_named_either_way(
    text: str, agencies: list[str], plan: Plan, collection: Collection
) -> None:
    assert asked_agencies(plan, understand(text, collection.weigh)) == agencies


def test_the_words_of_a_task_are_whole_sentences_up_to_a_length() -> None:
    told = [f"Kiểm tra ao tôm số {number} cùng các hộ nuôi trong xã." for number in range(1, 13)]
    plan = small_plan(f"IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n- {' '.join(told)}\n")
    (assignment,) = plan.assignments
    said = task_words(plan, assignment).line
    assert said == f"- {' '.join(told[:8])}" and len(said) <= 420
