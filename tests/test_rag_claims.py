"""Claims of yes-or-no questions against the provision that is quoted."""

from __future__ import annotations

import pytest
from rag_many_plans import even, searched
from rag_plans import small_plan

from rag import wording
from rag.answer import Status
from rag.assistant import Assistant
from rag.collection import Collection
from rag.draft import Draft
from rag.one_plan import answer_from
from rag.passages.best import passages_in
from rag.premises.claims import contradicted
from rag.question import understand
from rag.verify import passes


def _checked(text: str, plan: str, collection: Collection) -> Draft | None:
    question = understand(text, collection.weigh)
    best = passages_in([plan], question, collection)[0]
    return contradicted(question, best, best.span)


@pytest.mark.parametrize(
    ("plan", "text", "said"),
    [
        ("da-lat", "Đà Lạt duy trì tỷ lệ độ che phủ của rừng trên 60% phải không?", "trên 60%"),
        ("quang-ngai", "Phát triển Bình Sơn thành đô thị loại III phải không?", "đô thị loại III"),
        (
            "quang-ngai",
            "Khi lập dự toán hằng năm, Sở Xây dựng thẩm định kinh phí thực hiện kế hoạch đúng không?",
            "Sở Xây dựng",
        ),
        (
            "da-lat",
            "Kế hoạch số 7554/KH-UBND ngày 12/11/2023 và thành lập Ban chỉ đạo phải không?",
            "12/11/2023",
        ),
    ],
)
def test_what_the_provision_says_otherwise_is_corrected(
    plan: str, text: str, said: str, collection: Collection
) -> None:
    draft = _checked(text, plan, collection)
    assert draft is not None and draft.status is Status.CORRECTED
    assert said in draft.statements[0].text
    assert all(passes(statement, text) for statement in draft.statements)


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        ("da-lat", "Đà Lạt duy trì tỷ lệ độ che phủ của rừng trên 53% phải không?"),
        ("quang-ngai", "Phát triển Bình Sơn thành đô thị loại IV phải không?"),
        ("quang-ngai", "Khi lập dự toán hằng năm, Sở Tài chính thẩm định kinh phí đúng không?"),
        ("quang-ngai", "Quảng Ngãi có phát triển nhà ở xã hội không?"),
    ],
)
def test_what_the_provision_says_too_is_left_alone(
    plan: str, text: str, collection: Collection
) -> None:
    assert _checked(text, plan, collection) is None


def test_a_denial_of_what_the_plan_provides_is_corrected(collection: Collection) -> None:
    text = "Quảng Ngãi không quy định về nhà ở xã hội cho người lao động, đúng không?"
    draft = _checked(text, "quang-ngai", collection)
    assert draft is not None
    assert draft.statements[0].text == wording.STATED
    assert all(passes(statement, text) for statement in draft.statements)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Vì sao phường cho phép san lấp hồ nước công cộng?", Status.CORRECTED),
        ("Phường có cho phép san lấp hồ nước công cộng không?", Status.CORRECTED),
        ("Vì sao phường không cho phép san lấp hồ nước công cộng?", Status.NOT_STATED),
    ],
)
def test_what_the_provision_denies_word_for_word_is_corrected(text: str, status: Status) -> None:
    plan = small_plan(
        "I. NHIỆM VỤ\n\n1. Nạo vét cống rãnh; không cho phép san lấp hồ nước công cộng."
    )
    draft = answer_from(understand(text, even), plan, searched(plan))
    assert draft.status is status
    if status is Status.CORRECTED:
        assert draft.statements[0].text == wording.CONTRARY
    assert all(passes(statement, text) for statement in draft.statements)


def test_a_year_inside_a_printed_period_is_no_false_claim(collection: Collection) -> None:
    text = "Đức Phổ điều chỉnh tổng thể Quy hoạch chung đô thị vào năm 2026 đúng không?"
    draft = answer_from(understand(text, collection.weigh), collection.plan("duc-pho"), collection)
    assert draft.status is Status.CORRECTED
    assert "Năm 2023" in draft.statements[1].text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Vì sao Đà Lạt duy trì độ che phủ của rừng trên 60%?", Status.CORRECTED),
        ("Vì sao Đà Lạt duy trì độ che phủ của rừng trên 53%?", Status.NOT_STATED),
        ("Đà Lạt làm gì để duy trì độ che phủ của rừng trên 60%?", Status.CORRECTED),
        ("Đà Lạt làm gì để duy trì độ che phủ của rừng trên 53%?", Status.ANSWERED),
    ],
)
def test_an_amount_that_is_taken_for_granted_is_corrected(
    text: str, status: Status, collection: Collection
) -> None:
    question = understand(text, collection.weigh)
    draft = answer_from(question, collection.plan("da-lat"), collection)
    assert draft.status is status
    if status is Status.CORRECTED:
        assert draft.statements[0].text == "Không phải trên 60%."
        assert "trên 53%" in draft.statements[1].text
    assert all(passes(statement, text) for statement in draft.statements)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Quảng Ngãi đưa Bình Sơn lên đô thị loại II bằng cách nào?", Status.CORRECTED),
        ("Quảng Ngãi đưa Bình Sơn lên đô thị loại IV bằng cách nào?", Status.ANSWERED),
    ],
)
def test_a_class_that_is_taken_for_granted_of_a_town_is_corrected(
    text: str, status: Status, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    assert answer.status is status
    assert "loại IV" in answer.text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Hà Tĩnh nâng cấp thị xã Hồng Lĩnh gắn với Khu kinh tế Vũng Áng ra sao?",
            Status.CORRECTED,
        ),
        ("Hà Tĩnh nâng cấp thị xã Kỳ Anh gắn với Khu kinh tế Vũng Áng ra sao?", Status.ANSWERED),
    ],
)
def test_a_place_that_is_taken_for_another_is_corrected(
    text: str, status: Status, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    assert answer.status is status
    assert "thị xã Kỳ Anh" in answer.text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("14 cầu dân sinh mà huyện sửa chữa trước năm 2027 nằm ở đâu?", Status.CORRECTED),
        ("12 cầu dân sinh mà huyện sửa chữa trước năm 2027 nằm ở đâu?", Status.ANSWERED),
    ],
)
def test_a_number_that_a_question_begins_with_is_taken_for_granted(
    text: str, status: Status
) -> None:
    plan = small_plan("I. NHIỆM VỤ\n\n1. Ưu tiên 12 cầu dân sinh, sửa chữa trước năm 2027.")
    draft = answer_from(understand(text, even), plan, searched(plan))
    assert draft.status is status
    assert ("Không phải 14 cầu" in draft.statements[0].text) is (status is Status.CORRECTED)


def test_the_amount_of_a_condition_is_no_claim(collection: Collection) -> None:
    text = "Rừng che phủ trên 60% thì đón bao nhiêu khách?"
    assert _checked(text, "da-lat", collection) is None


CHARGED = "I. NHIỆM VỤ\n\n1. Lắp 46 trạm cảnh báo lũ. Sở Nông nghiệp và Môi trường chủ trì, xong trước năm 2025.\n\n2. Sơ tán 1.150 hộ dân ven sông khi có bão."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sở Giao thông phải lắp xong 46 trạm cảnh báo lũ khi nào?", "Không phải Sở Giao thông"),
        ("Sở Nông nghiệp và Môi trường phải lắp xong các trạm cảnh báo lũ khi nào?", None),
        ("Khi bão, sơ tán 2.000 hộ ven sông bằng cách nào?", "Không phải 2.000 hộ"),
        ("Khi bão, sơ tán 1.150 hộ ven sông bằng cách nào?", None),
    ],
)  # fmt: skip
def test_what_a_question_sets_out_from_is_checked(text: str, said: str | None) -> None:
    plan = small_plan(CHARGED)
    draft = answer_from(understand(text, even), plan, searched(plan))
    assert (draft.status is Status.CORRECTED) is (said is not None)
    assert said is None or said in draft.statements[0].text


def test_what_is_done_every_year_contradicts_no_year() -> None:
    plan = small_plan(
        "I. NHIỆM VỤ\n\n1. Nạo vét kênh thoát nước.\n\n- Cơ quan chủ trì: Sở Xây dựng.\n\n- Thời gian thực hiện: Hằng năm."
    )
    question = understand("Nạo vét kênh thoát nước thực hiện năm 2030 phải không?", even)
    assert answer_from(question, plan, searched(plan)).status is not Status.CORRECTED
