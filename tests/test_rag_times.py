"""When something takes place, by the headings that a stated time stands under."""

from __future__ import annotations

import pytest
from rag_plans import small_plan

from corpus.plan import Plan
from rag.collection import Collection
from rag.draft import Span
from rag.passages.wanted import wanted_words, without_references
from rag.question import understand
from rag.tasks.times import stated_time
from rag.verify import passes

TEXT = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Quan trắc nước

II. NỘI DUNG

1. Vùng nuôi tôm hùm

a) Thời gian thực hiện: Từ tháng 3 đến tháng 9 hằng năm.

b) Địa điểm: cửa sông.

2. Vùng nuôi cá nước ngọt

a) Thời gian thực hiện: Từ tháng 4 đến tháng 8 hằng năm.

3. Phát động thi đua

- Đợt 01: từ ngày 02 tháng 5 năm 2025 đến ngày 10 tháng 5 năm 2025;

- Đợt 02: từ ngày 01 tháng 9 năm 2025 đến ngày 05 tháng 9 năm 2025.

4. Thời gian tập huấn theo Chỉ thị số 32/CT-TTg ngày 21/10/2025 của Thủ tướng.

5. Kiểm kê lồng bè

- Thời gian kiểm kê: từ ngày 05 tháng 6 năm 2025.

6. Nộp hồ sơ vay vốn

- Thời hạn nộp hồ sơ: trước ngày 30 tháng 11 năm 2025.
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return small_plan(TEXT)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vùng nuôi tôm hùm quan trắc từ tháng mấy đến tháng mấy?", "Từ tháng 3 đến tháng 9"),
        ("Vùng nuôi cá nước ngọt quan trắc khi nào?", "Từ tháng 4 đến tháng 8"),
        ("Đợt 1 phát động thi đua từ ngày nào?", "ngày 02 tháng 5 năm 2025"),
        ("Đợt 2 phát động thi đua từ ngày nào?", "ngày 01 tháng 9 năm 2025"),
        ("Đợt 3 phát động thi đua từ ngày nào?", None),
        # Words that the plan lacks: the number of the round makes up for some of them.
        ("Phong trào thi đua từ ngày nào?", None),
        ("Đợt 1 phong trào thi đua từ ngày nào?", "ngày 02 tháng 5 năm 2025"),
        ("Đợt 1 hội thi tay nghề thợ giỏi từ ngày nào?", None),
        ("Kiểm kê lồng bè từ ngày nào?", "từ ngày 05 tháng 6"),
        ("Kiểm kê lồng bè chậm nhất ngày nào?", None),
        ("Hạn chót kiểm kê lồng bè là khi nào?", None),
        ("Nộp hồ sơ vay vốn chậm nhất ngày nào?", "trước ngày 30 tháng 11"),
        ("Vùng nuôi ốc hương quan trắc khi nào?", None),
        ("Khi nào tập huấn?", None),
    ],
)
def test_times(text: str, said: str | None, plan: Plan, collection: Collection) -> None:
    question = understand(text, collection.weigh)
    wanted = wanted_words(question)
    assert wanted is not None
    draft = stated_time(question, plan, wanted)
    if said is None:
        assert draft is None
        return
    assert draft is not None and len(draft.statements) == 1
    assert said in draft.statements[0].text
    assert passes(draft.statements[0], question.text)


def test_the_heading_is_named_and_cited(plan: Plan, collection: Collection) -> None:
    question = understand("Vùng nuôi tôm hùm quan trắc khi nào?", collection.weigh)
    wanted = wanted_words(question)
    assert wanted is not None
    draft = stated_time(question, plan, wanted)
    assert draft is not None and "“Vùng nuôi tôm hùm”" in draft.statements[0].text
    assert draft.statements[0].spans[0].text == "Vùng nuôi tôm hùm"


def test_dates_of_documents_are_left_out(plan: Plan) -> None:
    at = plan.text.index("Thời gian tập huấn")
    assert "21/10/2025" not in without_references(Span(plan, at, len(plan.text.rstrip())))
