"""Lists: the parts of a section named by its heading, or all indicators."""

from __future__ import annotations

import pytest
from rag_many_plans import even, holding, searched
from rag_plans import small_plan

from rag.answer import Status
from rag.collection import Collection
from rag.lists.listing import (
    MOST_ITEMS,
    answer_heading,
    answer_indicators,
    asked_heading,
    counted_heading,
    enumerated,
    find_heading,
    is_all_named,
)
from rag.one_plan import answer_from
from rag.question import understand
from rag.verify import passes


def test_the_heading_that_the_question_is(collection: Collection) -> None:
    plan = collection.plan("duc-pho")
    section = find_heading(
        plan, understand("mục tiêu tổng quát", collection.weigh).concepts, collection.weigh
    )
    assert section is not None and section.path == "II.1"


def test_no_heading_for_another_subject(collection: Collection) -> None:
    plan = collection.plan("duc-pho")
    concepts = understand("tàu vũ trụ", collection.weigh).concepts
    assert find_heading(plan, concepts, collection.weigh) is None


def test_a_section_is_listed_by_its_own_words(collection: Collection) -> None:
    plan = collection.plan("quang-ngai")
    section = next(s for s in plan.sections if s.title and len(plan.children(s)) > 2)
    draft = answer_heading(plan, section)
    items = [s for s in draft.statements if s.text.startswith("- ")]
    assert len(items) == min(len(plan.children(section)), MOST_ITEMS)
    assert all(passes(statement, "", [plan.meta]) for statement in draft.statements)


def test_all_indicators_of_a_year(collection: Collection) -> None:
    plan = collection.plan("ha-tinh")
    draft = answer_indicators(plan, understand("các chỉ tiêu năm 2030", collection.weigh))
    assert draft is not None and draft.status is Status.ANSWERED
    assert all("2030" in statement.text for statement in draft.statements)
    assert all(passes(statement, "") for statement in draft.statements)
    wanted = [i for i in plan.indicators if i.year == 2030 and i.operator is not None]
    assert len(draft.statements) >= len(wanted)


def test_a_plan_without_targets_of_the_year_lists_none(collection: Collection) -> None:
    question = understand("các chỉ tiêu năm 2030", collection.weigh)
    assert answer_indicators(collection.plan("da-lat"), question) is None


PURPOSE = """KẾ HOẠCH
Phát triển cây xanh đô thị

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Nâng diện tích cây xanh bình quân đầu người.

2. Yêu cầu

Bảo đảm tiến độ.
"""


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Trồng cây xanh nhằm mục đích gì?", "I.1"),
        ("Mục đích là gì", "I.1"),
        ("Mục đích gì về nghĩa trang?", None),
        ("Trồng cây ở đâu?", None),
    ],
)
def test_a_heading_that_is_asked_for(text: str, path: str | None) -> None:
    section = asked_heading(small_plan(PURPOSE), text)
    assert (section.path if section else None) == path


def test_the_parts_of_a_short_section_are_given_whole() -> None:
    plan = small_plan(PURPOSE)
    section = plan.section("I")
    assert section is not None
    text = " ".join(s.text for s in answer_heading(plan, section).statements)
    assert "Nâng diện tích cây xanh" in text and "Bảo đảm tiến độ" in text


def test_a_heading_with_those_above_it(collection: Collection) -> None:
    text = PURPOSE.replace("I. MỤC ĐÍCH, YÊU CẦU", "I. GIÁM SÁT VÀ ĐÁNH GIÁ").replace(
        "1. Mục đích", "1. Phương pháp"
    )
    plan = small_plan(text)
    concepts = understand("các phương pháp giám sát, đánh giá", collection.weigh).concepts
    section = find_heading(plan, concepts, collection.weigh)
    assert section is not None and section.path == "I.1"
    other = understand("các phương pháp xử lý rác thải", collection.weigh).concepts
    assert find_heading(plan, other, collection.weigh) is None


def test_the_thing_asked_for_names_the_heading_wherever_it_stands(collection: Collection) -> None:
    text = PURPOSE.replace("I. MỤC ĐÍCH, YÊU CẦU", "I. GIÁM SÁT VÀ ĐÁNH GIÁ").replace(
        "1. Mục đích", "1. Phương pháp"
    )
    question = understand("Dùng những phương pháp nào để giám sát và đánh giá?", collection.weigh)
    thing = enumerated(question)
    section = find_heading(small_plan(text), question.concepts, collection.weigh, thing)
    assert section is not None and section.path == "I.1"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("2 nhiệm vụ chính là gì?", "I"),
        ("3 nhiệm vụ chính là gì?", None),
        ("2 giải pháp chính là gì?", None),
    ],
)
def test_a_section_of_as_many_parts_as_are_counted(text: str, path: str | None) -> None:
    plan = small_plan(PURPOSE.replace("MỤC ĐÍCH, YÊU CẦU", "CÁC NHIỆM VỤ"))
    section = counted_heading(plan, understand(text, even))
    assert (section.path if section else None) == path


CAUSES = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển nhà ở

I. THỰC TRẠNG

1. Kết quả đạt được

Đã xây 20 khu nhà ở.

2. Nguyên nhân của hạn chế

a) Quỹ đất sạch còn thiếu.

b) Thủ tục kéo dài.
"""


def test_why_is_answered_by_the_part_on_the_causes() -> None:
    plan = small_plan(CAUSES)
    draft = answer_from(
        understand("Vì sao có nguyên nhân của hạn chế?", even), plan, searched(plan)
    )
    said = " ".join(statement.text for statement in draft.statements)
    assert "Quỹ đất sạch" in said and "Thủ tục kéo dài" in said and "20 khu" not in said


RULES = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Lập quy hoạch đô thị

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Nâng chất lượng sống.

2. Yêu cầu chung

Bảo đảm tiến độ.

II. NHIỆM VỤ

1. Đồ án kiến trúc phải bảo đảm cảnh quan ven sông và những yêu cầu chung của vùng.

2. Lập mới khu công nghiệp Giao Long rộng 200 ha và khu công nghiệp Phú Thuận rộng 150 ha.

3. Tổng diện tích khu công nghiệp lập mới đạt 350 ha.

4. Tỷ lệ hộ dân dùng nước máy đạt 97%.
"""


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Kế hoạch có những yêu cầu chung nào?", True),
        ("Lập quy hoạch đô thị có những yêu cầu chung nào?", True),
        ("Đồ án kiến trúc phải bảo đảm những yêu cầu chung nào?", False),
    ],
)
def test_a_heading_is_given_where_nothing_else_is_asked_about(text: str, alone: bool) -> None:
    plan = small_plan(RULES)
    section = plan.section("I.2")
    assert section is not None
    question = understand(text, even)
    assert is_all_named(plan, section, question.concepts) is alone
    said = " ".join(s.text for s in answer_from(question, plan, searched(plan)).statements)
    assert ("Bảo đảm tiến độ" in said, "cảnh quan ven sông" in said) == (alone, not alone)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Những hộ dân nào dùng nước máy?", Status.NOT_STATED),
        ("Lập mới những khu công nghiệp nào, mỗi khu diện tích bao nhiêu?", Status.NOT_STATED),
        ("Tỷ lệ hộ dân dùng nước máy thế nào?", Status.ANSWERED),
        ("Tổng diện tích khu công nghiệp lập mới là bao nhiêu?", Status.ANSWERED),
    ],
)
def test_a_figure_names_none_of_the_things_that_are_asked_for(text: str, status: Status) -> None:
    plan = small_plan(RULES)
    assert answer_from(understand(text, even), plan, holding(plan)).status is status
