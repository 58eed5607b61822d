"""Follow-ups take what they leave out from the turns before."""

from __future__ import annotations

import pytest
from rag_many_plans import MANY, ids

from rag.answer import Status
from rag.asked.scope import scope_of
from rag.assistant import Assistant
from rag.conversation import resolved

FOLLOW_UPS = [
    (["Tỷ lệ đô thị hóa năm 2025 của Hà Tĩnh?", "còn năm 2030?"], "trên 45%", {"ha-tinh"}),
    (["Tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh?", "thế Đức Phổ?"], "trên 80%", {"duc-pho"}),
    (["Tỷ lệ đô thị hóa năm 2030 của Đức Phổ?", "so với Hà Tĩnh thì sao?"], "cao hơn", {"duc-pho", "ha-tinh"}),
    (["Kế hoạch của Quảng Ngãi ban hành ngày nào?", "ai ký?"], "Đặng Văn Minh", {"quang-ngai"}),
    (["Kế hoạch của Quảng Ngãi số bao nhiêu?", "ngày nào?"], "22/9/2022", {"quang-ngai"}),
    (["Ai ký văn bản của Quảng Ngãi, ký ngày nào?", "còn Thủy Nguyên?"], "06/3/2024", {"thuy-nguyen"}),
    (["chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?", "trích nguyên văn"], "khoảng 7-9m²", {"ha-tinh"}),
    (["Tỷ lệ đô thị hóa năm 2025 của Hà Tĩnh?", "còn năm 2030?", "thế Đức Phổ?"], "trên 80%", {"duc-pho"}),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "words", "plans"), FOLLOW_UPS)
def test_a_follow_up(turns: list[str], words: str, plans: set[str], assistant: Assistant) -> None:
    answer = assistant.ask(turns[-1], turns[:-1])
    assert words in answer.text
    assert {citation.plan.id for citation in answer.citations} == plans


def test_how_things_stand_takes_no_year_of_an_aim(assistant: Assistant) -> None:
    asked = "Tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh?"
    later = resolved("còn hiện nay?", [asked], assistant.collection)
    assert not later.years and resolved("còn Đức Phổ?", [asked], assistant.collection).years == (
        2030,
    )


def test_a_new_topic_starts_clean(assistant: Assistant) -> None:
    history = ["Tỷ lệ đô thị hóa năm 2030 của Đức Phổ?"]
    asked = "Ai ký kế hoạch của Quảng Ngãi?"
    assert assistant.ask(asked, history).text == assistant.ask(asked).text


def test_the_turns_before_do_not_change_a_whole_question(assistant: Assistant) -> None:
    whole = "Diện tích cây xanh của Hà Tĩnh năm 2030?"
    history = ["Tỷ lệ đô thị hóa của Thủy Nguyên năm 2025?", "còn Đức Phổ?"]
    assert assistant.ask(whole, history).text == assistant.ask(whole).text


_DIRECTIVE = "Chỉ thị 09 của Cần Thơ nói gì về nước sạch?"


@pytest.mark.parametrize(
    ("turns", "plans"),
    [
        ([_DIRECTIVE, "ai chủ trì?"], {"can-tho-09"}),
        ([_DIRECTIVE, "giếng khoan trái phép thì xử lý thế nào?"], {"can-tho-09"}),
        ([_DIRECTIVE, "giếng khoan trái phép thì sao?", "kinh phí bao nhiêu?"], {"can-tho-09"}),
        (["Chỉ thị 09 của Cần Thơ cấm gì?", "do ai ký?"], {"can-tho-09"}),
        ([_DIRECTIVE, "còn Kế hoạch 157 thì sao?"], {"can-tho-157"}),
        ([_DIRECTIVE, "còn Kế hoạch 308?"], {"ha-noi-308"}),
        ([_DIRECTIVE, "còn Hà Nội?"], {"ha-noi-308", "ha-noi-71"}),
        ([_DIRECTIVE, "Nghị quyết 71 của Hà Nội có hiệu lực khi nào?"], {"ha-noi-71"}),
        (["Kế hoạch 308 của Hà Nội do ai ký?", "Chỉ thị 09 cấm gì?"], {"can-tho-09"}),
        (["Kế hoạch 157 của Hà Nội nêu gì?", "còn Cần Thơ?"], {"can-tho-157"}),
        (["Nghị quyết 57 nói gì về rủi ro?", "chi bao nhiêu cho nghiên cứu?"], {"dot-pha"}),
        (["Nghị quyết 57 nói gì về rủi ro?", "Đắk Lắk thì sao?"], {"dak-lak-0134"}),
        (["QĐ 1627 nói gì?", "ai lập tổ kiểm kê tài sản?"], {"quang-ngai-1627"}),
    ],
)
def test_a_follow_up_stays_in_the_document(turns: list[str], plans: set[str]) -> None:
    assert ids(scope_of(resolved(turns[-1], turns[:-1], MANY), MANY)) == plans


@pytest.mark.parametrize("last", ["ai chi trả?", "hộ nghèo được hỗ trợ thế nào?"])
def test_a_document_that_nobody_has_stays_asked_for(last: str) -> None:
    question = resolved(last, ["Kế hoạch 159 của Hà Nội nêu gì?"], MANY)
    unheld = scope_of(question, MANY).unheld
    assert unheld is not None and unheld.title == "Kế hoạch số 159"


def test_inherited_places_stand_in_the_text() -> None:
    question = resolved("giếng khoan trái phép thì sao?", [_DIRECTIVE], MANY)
    (place,) = question.places
    assert question.text[place.start : place.end] == "Cần Thơ"
    assert "Chỉ thị 09/CT-UBND" in question.text and "nước sạch" not in question.text


def test_a_place_behind_the_text_of_the_turn_before() -> None:
    question = resolved("so với Đắk Lắk thì sao?", [_DIRECTIVE], MANY)
    named = [question.text[place.start : place.end] for place in question.places]
    assert named == ["Cần Thơ", "Đắk Lắk"]


def test_a_place_that_nobody_knows_takes_no_place_from_before(assistant: Assistant) -> None:
    before = ["Đà Lạt có bao nhiêu làng đô thị xanh?"]
    answer = assistant.ask("thành phố Thủy Đức có kế hoạch gì về cây xanh?", before)
    assert answer.status is Status.NO_PLAN
    assert not answer.citations


@pytest.mark.parametrize(
    ("turns", "words", "plans"),
    [
        (["khoản 2 Mục III Kế hoạch 151/KH-UBND nói gì?", "còn khoản 3?"], "Khoản 3 Mục III", {"quang-ngai"}),
        (["so sánh đô thị hóa năm 2030 của Hà Tĩnh và Đức Phổ", "thêm Thủy Nguyên vào nữa"], "Thủy Nguyên", {"ha-tinh", "duc-pho", "thuy-nguyen"}),
        (["chỉ tiêu cây xanh năm 2025 của Hà Tĩnh", "à nhầm, ý tôi là Đức Phổ, năm 2030 cơ"], "khoảng 9,7 m²", {"duc-pho"}),
    ],
)  # fmt: skip
def test_a_follow_up_that_changes_one_thing(
    turns: list[str], words: str, plans: set[str], assistant: Assistant
) -> None:
    answer = assistant.ask(turns[-1], turns[:-1])
    assert words in answer.text
    assert {citation.plan.id for citation in answer.citations} == plans
