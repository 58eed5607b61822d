"""Who does a task, and by when."""

from __future__ import annotations

import pytest
from rag_many_plans import even, searched
from rag_plans import small_plan

from rag.answer import Status
from rag.assistant import Assistant
from rag.collection import Collection
from rag.draft import Span
from rag.one_plan import answer_from
from rag.question import understand
from rag.tasks.chosen import asked_agencies, find_tasks, task_of
from rag.tasks.people import answer_tasks_of, answer_when, answer_who, names_a_stranger
from rag.tasks.who_when import who_or_when
from rag.verify import passes


def test_leader_and_partners_of_a_task(collection: Collection) -> None:
    plan = collection.plan("quang-ngai")
    question = understand("Ai chủ trì phát triển hạ tầng số?", collection.weigh)
    first = answer_who(find_tasks(plan, question.concepts), question.concepts).statements[0]
    assert "Sở Thông tin và Truyền thông" in first.text
    assert "Sở Xây dựng" in first.text.split("phối hợp")[1]
    assert passes(first, question.text)


def test_tasks_of_an_agency(collection: Collection) -> None:
    plan = collection.plan("quang-ngai")
    question = understand("Sở Xây dựng chủ trì những nhiệm vụ nào?", collection.weigh)
    agencies = asked_agencies(plan, question)
    assert agencies == ["Sở Xây dựng"]
    draft = answer_tasks_of(plan, agencies, question)
    assert draft is not None and draft.status is Status.ANSWERED and draft.statements
    assert all(passes(statement, question.text) for statement in draft.statements)


def test_a_task_of_a_small_plan(collection: Collection) -> None:
    plan = small_plan()
    question = understand("trồng cây xanh ven sông", collection.weigh)
    tasks = find_tasks(plan, question.concepts)
    who = answer_who(tasks, question.concepts).statements[0]
    assert "Sở Xây dựng" in who.text and "Sở Tài chính" in who.text
    when = answer_when(tasks, question.concepts)
    assert when is not None and "2024" in when.statements[0].text
    assert passes(when.statements[0], question.text)


def test_a_task_that_nobody_has_gives_none(collection: Collection) -> None:
    question = understand("phóng tàu vũ trụ", collection.weigh)
    assert find_tasks(small_plan(), question.concepts) == []


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("Kế hoạch giao nhiệm vụ gì cho Sở Du lịch?", True),
        ("Kế hoạch giao nhiệm vụ gì cho Sở Xây dựng Bến Tre?", False),
        ("Sở nào chủ trì trồng cây xanh?", False),
    ],
)
def test_an_agency_that_the_plan_never_names(
    text: str, stranger: bool, collection: Collection
) -> None:
    assert names_a_stranger(small_plan(), understand(text, collection.weigh)) is stranger


def test_the_task_that_holds_a_provision() -> None:
    plan = small_plan()
    at = plan.text.index("Trồng cây xanh ven sông")
    task = task_of(plan, Span(plan, at, at + 10))
    assert task is not None and task.assignment.lead == ("Sở Xây dựng",)
    at = plan.text.index("bãi đỗ xe")
    assert task_of(plan, Span(plan, at, at + 5)) is None


WORKS = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Quan trắc ao tôm

I. MỤC TIÊU

| TT | Chỉ tiêu | Đơn vị tính | 2030 | Cơ quan theo dõi |
| 1 | Tỷ lệ hộ dùng nước sạch | % | 98 | Sở Xây dựng |

II. PHÂN CÔNG NHIỆM VỤ

1. Sở Tài chính

- Bố trí kinh phí quan trắc ao tôm. Kiểm tra việc chi hằng quý.

2. Ủy ban nhân dân các xã

- Gửi kết quả kiểm kê ao tôm về Sở Nội vụ.

3. Sở Nội vụ

- Tổng hợp kết quả kiểm kê của các xã.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Phần Phân công nhiệm vụ: các sở được giao việc gì?",
            [
                "- Sở Tài chính: “- Bố trí kinh phí quan trắc ao tôm. Kiểm tra việc chi hằng quý”",
                "- Sở Nội vụ: “- Tổng hợp kết quả kiểm kê của các xã”",
            ],
        ),
        (
            "Phần Phân công nhiệm vụ: những sở nào được nêu tên?",
            ["- Sở Tài chính", "- Sở Nội vụ"],
        ),
    ],
)
def test_what_each_does_or_only_who_they_are(
    text: str, said: list[str], collection: Collection
) -> None:
    draft = who_or_when(understand(text, collection.weigh), small_plan(WORKS), collection)
    assert [statement.text for statement in draft.statements] == said
    assert all(passes(statement, text) for statement in draft.statements)


def test_what_is_watched_is_called_an_indicator(collection: Collection) -> None:
    question = understand("Ai theo dõi tỷ lệ hộ dùng nước sạch?", collection.weigh)
    tasks = find_tasks(small_plan(WORKS), question.concepts)
    draft = answer_who(tasks, question.concepts)
    assert [statement.text for statement in draft.statements] == [
        "Cơ quan theo dõi: Sở Xây dựng.",
        "Chỉ tiêu: “Tỷ lệ hộ dùng nước sạch”",
    ]
    assert all(passes(statement, question.text) for statement in draft.statements)


PARTS = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Quan trắc ao tôm

I. NHIỆM VỤ

1. Tổ chức thực hiện quan trắc nước

- Sở Tài chính chủ trì mua máy đo.

- UBND các xã chủ trì đo nước hằng tuần.

II. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính

- Bố trí kinh phí quan trắc.

2. UBND các xã

- Gửi kết quả kiểm kê về Sở Nội vụ.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Phần tổ chức thực hiện: Sở Tài chính được giao việc gì?", ["Bố trí kinh phí"]),
        ("Phần tổ chức thực hiện giao Ủy ban nhân dân các xã làm gì?", ["Gửi kết quả"]),
        ("Phần tổ chức thực hiện quan trắc nước: Sở Tài chính được giao việc gì?", ["mua máy đo"]),
        ("Sở Tài chính được giao việc gì?", ["mua máy đo", "Bố trí kinh phí"]),
        ("Ủy ban nhân dân các xã phải làm gì?", ["đo nước hằng tuần", "Gửi kết quả"]),
        ("UBND cấp xã được giao những việc gì?", ["đo nước hằng tuần", "Gửi kết quả"]),
        ("Các phường, xã phải làm những gì?", ["đo nước hằng tuần", "Gửi kết quả"]),
    ],
)
def test_tasks_of_an_agency_in_the_part_that_is_named(
    text: str, said: list[str], collection: Collection
) -> None:
    draft = who_or_when(understand(text, collection.weigh), small_plan(PARTS), collection)
    assert len(draft.statements) == len(said)
    for statement, words in zip(draft.statements, said, strict=True):
        assert words in statement.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Trong mục tổ chức thực hiện, những ai được giao việc?", "Bố trí kinh phí"),
        ("Trong mục tổ chức thực hiện, Sở Tài chính phải làm gì?", "Bố trí kinh phí"),
    ],
)
def test_who_is_charged_in_the_part_that_is_named(
    text: str, said: str, collection: Collection
) -> None:
    plan = small_plan(PARTS)
    draft = who_or_when(understand(text, collection.weigh), plan, collection)
    shown = " ".join(statement.text for statement in draft.statements)
    assert said in shown
    assert ("Gửi kết quả" in shown) is ("những ai" in text)


GROUP = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển đô thị

I. TỔ CÔNG TÁC

1. Thành lập Tổ công tác, gồm:

- Ông Trần Văn A, Giám đốc Sở Xây dựng: Tổ trưởng;

- Bà Lê Thị B, Phó Giám đốc Sở Tài chính: Thành viên.

2. Tổ công tác họp hằng tháng; Tổ trưởng dùng con dấu của Sở.

II. NHIỆM VỤ

1. Sở Xây dựng chủ trì, tham mưu thành lập Ban chỉ đạo để tổ chức thực hiện.
"""


@pytest.mark.parametrize(
    "text", ["Tổ công tác gồm những ai?", "tổ công tác có những thành viên nào?"]
)
def test_the_members_of_a_group_are_those_listed(text: str) -> None:
    plan = small_plan(GROUP)
    draft = who_or_when(understand(text, even), plan, searched(plan))
    (statement,) = draft.statements
    assert draft.status is Status.ANSWERED
    assert all(words in statement.text for words in ("Trần Văn A", "Lê Thị B"))


def test_a_group_that_is_only_mentioned_has_no_members_stated() -> None:
    plan = small_plan(GROUP)
    draft = who_or_when(understand("Ban chỉ đạo gồm những ai?", even), plan, searched(plan))
    assert draft.status is Status.NOT_STATED
    assert "“Ban chỉ đạo gồm những ai”" in draft.statements[0].text


GIVEN = """I. NHIỆM VỤ

1. Mở rộng bến xe phía Nam lên 400 chỗ đỗ.

- Cơ quan chủ trì: Sở Xây dựng.

- Thời gian thực hiện: Năm 2027.

2. Trồng rừng ngập mặn ven biển để giữ đất.
"""


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ai chủ trì mở rộng bến xe phía Nam?", Status.ANSWERED),
        ("Cơ quan nào chủ trì trồng rừng ngập mặn ven biển?", Status.NOT_STATED),  # it names nobody
        ("Bến xe phía Nam mở rộng lên 500 chỗ đỗ vào năm nào?", Status.CORRECTED),
        ("Bến xe phía Nam mở rộng lên 400 chỗ đỗ vào năm nào?", Status.ANSWERED),
    ],
)
def test_who_and_when_are_said_only_by_words_that_say_it(text: str, status: Status) -> None:
    plan = small_plan(GIVEN)
    assert answer_from(understand(text, even), plan, searched(plan)).status is status


def test_each_place_is_asked_who_does_it(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Kiểm soát chất lượng không khí: Quảng Ngãi giao cơ quan nào, còn Đức Phổ giao cơ quan nào?"
    )
    assert "Quảng Ngãi: Cơ quan chủ trì: Sở Tài nguyên và Môi trường" in answer.text
    assert "Đức Phổ: " in answer.text
