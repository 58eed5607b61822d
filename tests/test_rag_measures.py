"""Measures: what a plan sets to be done about a subject, without its aims and its assignments."""

from __future__ import annotations

import pytest
from rag_plans import small_plan

from corpus.plan import Plan
from rag.collection import Collection
from rag.lists.measures import answer_measures, find_measures
from rag.question import understand
from rag.verify import passes

PLAN = """KẾ HOẠCH
Chăm lo đời sống người dân

I. MỤC TIÊU

Đến năm 2030 mỗi người dân có chỗ vui chơi, nhà ở xã hội đủ cho người thu nhập thấp.

II. NHIỆM VỤ, GIẢI PHÁP

1. Xây nhà ở xã hội cho công nhân tại các khu công nghiệp trên địa bàn.

2. Mở thêm lớp mẫu giáo tại các khu dân cư mới, ưu tiên nơi đông công nhân.

3. Hỗ trợ lãi suất cho người thu nhập thấp vay tiền mua nhà ở xã hội.

4. Thu gom rác tại nguồn, xử lý nước thải trước khi xả ra sông.

III. TỔ CHỨC THỰC HIỆN

Các cơ quan, đơn vị tổ chức thực hiện và báo cáo kết quả hằng năm.
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return small_plan(PLAN)


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("nêu các nhiệm vụ về nhà ở xã hội", ["II.1", "II.3"]),
        ("liệt kê các giải pháp về bảo vệ môi trường", ["II.4"]),
        ("các nhiệm vụ về xe điện", []),
    ],
)
def test_the_measures_on_a_subject(
    text: str, paths: list[str], plan: Plan, collection: Collection
) -> None:
    question = understand(text, collection.weigh)
    draft = answer_measures(question, plan)
    spans = [span for s in draft.statements for span in s.spans] if draft else []
    assert [plan.section_at(span.start).path for span in spans] == paths


@pytest.mark.parametrize("text", ["nhà ở xã hội thế nào", "các chỉ tiêu về nhà ở xã hội"])
def test_only_where_measures_are_asked_for(text: str, plan: Plan, collection: Collection) -> None:
    assert answer_measures(understand(text, collection.weigh), plan) is None


def test_aims_are_no_measures(collection: Collection) -> None:
    plan = collection.plan("duc-pho")
    concepts = understand("nhà ở", collection.weigh).concepts
    found = find_measures(plan, concepts)
    assert found and all(measure.section.path.startswith("III.") for measure in found)


def test_the_gate_lets_the_measures_out(collection: Collection) -> None:
    plan = collection.plan("duc-pho")
    draft = answer_measures(understand("nêu các nhiệm vụ về nhà ở", collection.weigh), plan)
    assert draft is not None and len(draft.statements) > 2
    assert all(passes(statement, "", [plan.meta]) for statement in draft.statements)
