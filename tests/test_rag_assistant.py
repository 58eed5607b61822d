"""The assistant as a whole: the examples that must hold, honesty, and what holds for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.answer import Answer, Status
from rag.assistant import Assistant
from rag.errors import QuestionError
from rag.verify import check_answer

LOCALITIES = ("Đà Lạt", "Đức Phổ", "Hà Tĩnh", "Quảng Ngãi", "Thủy Nguyên")


@pytest.mark.parametrize(
    "text",
    [
        "chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?",
        "chi tieu cay xanh nam 2030 cua Ha Tinh?",
        "chi tieu cay xanh nam 2030 cua ha tinh",
        "CHỈ TIÊU CÂY XANH NĂM 2030 CỦA HÀ TĨNH",
    ],
)
def test_trees_of_ha_tinh(text: str, assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.ANSWERED
    assert "khoảng 7-9 m²" in answer.text.split("\n")[0]
    (citation,) = answer.citations
    assert (citation.plan.id, citation.section.path) == ("ha-tinh", "II.gạch 4")
    assert citation.formal.startswith("gạch đầu dòng thứ 4 Mục II Chương trình hành động")


def test_trees_of_duc_pho(assistant: Assistant) -> None:
    answer = assistant.ask("chỉ tiêu cây xanh năm 2030 của Đức Phổ?")
    assert "9,7 m²" in answer.text
    assert {c.plan.id for c in answer.citations} == {"duc-pho"}


def test_trees_of_da_lat_are_not_stated(assistant: Assistant) -> None:
    answer = assistant.ask("chỉ tiêu cây xanh năm 2030 của Đà Lạt?")
    assert answer.status is Status.NOT_STATED
    assert "Đà Lạt không nêu" in answer.text
    assert {c.plan.id for c in answer.citations} <= {"da-lat"}
    assert "m²" not in answer.text


def test_ha_noi_has_no_plan_and_those_present_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("chỉ tiêu cây xanh năm 2030 của Hà Nội?")
    assert answer.status is Status.NO_PLAN and answer.citations == ()
    assert "Hà Nội" in answer.text
    assert all(name in answer.text for name in LOCALITIES)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tỷ lệ đô thị hóa của Hà Tĩnh năm 2040?", Status.OTHER_YEAR),
        ("thời tiết hôm nay thế nào?", Status.OFF_TOPIC),
        ("Theo bạn kế hoạch của Hà Tĩnh có khả thi không?", Status.OFF_TOPIC),
        ("Diện tích cây xanh của Kon Tum?", Status.NO_PLAN),
        ("Tỷ lệ hộ nghèo của Hà Tĩnh năm 2030?", Status.NOT_STATED),
        ("Số hiệu kế hoạch của Đà Lạt?", Status.NOT_STATED),
    ],
)
def test_an_honest_status(text: str, status: Status, assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is status
    assert answer.text.strip()


def test_another_year_is_labelled(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ đô thị hóa của Hà Tĩnh năm 2040?")
    assert "không nêu chỉ tiêu này cho năm 2040" in answer.text
    assert "năm 2025: trên 40%" in answer.text and "năm 2030: trên 45%" in answer.text


def test_an_open_year_gives_all_values(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ đô thị hóa của Thủy Nguyên?")
    assert "năm 2025: 60 - 70%" in answer.text and "năm 2030: 74 - 76%" in answer.text


def test_one_locality_is_answered_from_its_own_plan_alone(assistant: Assistant) -> None:
    for name, plan in zip(
        LOCALITIES, ("da-lat", "duc-pho", "ha-tinh", "quang-ngai", "thuy-nguyen"), strict=True
    ):
        answer = assistant.ask(f"{name} làm gì về nhà ở xã hội?")
        assert {c.plan.id for c in answer.citations} <= {plan}


def test_compare_needs_two_localities(assistant: Assistant) -> None:
    with pytest.raises(QuestionError):
        assistant.compare("cây xanh", ["Hà Tĩnh"])


def test_the_stream_is_the_answer(assistant: Assistant) -> None:
    text = "chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?"
    assert "".join(assistant.stream(text)).strip() == assistant.ask(text).text


def _holds(answer: Answer) -> None:
    assert isinstance(answer.status, Status) and answer.text.strip()
    used = {int(n) for n in re.findall(r"\[(\d+)\]", answer.text)}
    if answer.table is not None:
        used |= {c.marker for row in answer.table.rows for c in row.cells if c.marker is not None}
    assert used == {citation.marker for citation in answer.citations}
    for citation in answer.citations:
        assert citation.quote == citation.plan.text[citation.start : citation.end] != ""
    assert check_answer(answer) == []


_PIECES = (
    "Hà Tĩnh", "Đức Phổ", "Đà Lạt", "Hà Nội", "Quảng Ngãi", "cây xanh", "tỷ lệ đô thị hóa", "năm 2030",
    "năm 2025", "so sánh", "ai chủ trì", "khi nào", "bao nhiêu", "cao nhất", "kế hoạch 151", "khoản 2 Mục II",
    "“nhà ở xã hội”", "phải không?", "trên 60%", "căn cứ", "người ký", "các chỉ tiêu", "nhà ở", "dat", "[1]",
)  # fmt: skip
_ANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@_ANY
@given(pieces=st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6))
def test_any_question_made_of_real_words_gives_a_sound_answer(
    assistant: Assistant, pieces: list[str]
) -> None:
    _holds(assistant.ask(" ".join(pieces)))


@_ANY
@given(text=st.text(max_size=120), before=st.lists(st.text(max_size=30), max_size=2))
def test_any_text_gives_an_answer_or_a_question_error(
    assistant: Assistant, text: str, before: list[str]
) -> None:
    try:
        answer = assistant.ask(text, before)
    except QuestionError as error:
        assert "\n" not in str(error)
    else:
        _holds(answer)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Các phân khu đô thị của Đức Phổ được đầu tư theo chương trình nào?",
            "Chương trình phát triển đô thị Đức Phổ",
        ),
        ("Nhiệm vụ bảo vệ môi trường của Đà Lạt?", "môi trường"),
        ("Ban Tuyên giáo được giao nhiệm vụ gì?", "Hà Tĩnh: "),
        ("Tại sao diện tích sàn nhà ở của Đức Phổ năm 2030 chỉ đạt tối thiểu 28 m²?", "Không phải"),
    ],
)
def test_an_answer_holds(text: str, held: str, assistant: Assistant) -> None:
    assert held in assistant.ask(text).text


@pytest.mark.parametrize(
    "text",
    ["thành phố Thủy Đức có kế hoạch gì về cây xanh?", "tỉnh Quảng Đông có bao nhiêu đô thị?"],
)
def test_a_place_that_nobody_knows_is_never_answered_from_others(
    text: str, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.NO_PLAN
    assert not answer.citations


@pytest.mark.parametrize(
    "text", ["dân số Đức Phổ là bao nhiêu?", "Thu nhập bình quân đầu người của Hà Tĩnh năm 2030?"]
)
def test_general_words_mean_no_figure(text: str, assistant: Assistant) -> None:
    assert assistant.ask(text).status is Status.NOT_STATED


def test_a_bare_word_of_a_marked_question_is_no_other_word(assistant: Assistant) -> None:
    answer = assistant.ask("quan điểm chỉ đạo trong chương trình của Thủy Nguyên")
    assert "bình quân" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch Đà Lạt có chỉ tiêu tỷ lệ đô thị hóa không?",
        "Thu nhập bình quân đầu người của Hà Tĩnh đến năm 2030",
        "Tỷ lệ dân cư đô thị dùng nước sạch của Thủy Nguyên",
    ],
)
def test_a_figure_of_something_else_is_no_answer(text: str, assistant: Assistant) -> None:
    assert assistant.ask(text).status is Status.NOT_STATED


def test_a_group_of_targets_is_given_together(assistant: Assistant) -> None:
    answer = assistant.ask("Nêu các chỉ tiêu về hạ tầng số của Đức Phổ đến năm 2030")
    assert answer.status is Status.ANSWERED
    assert "2030" in answer.text and "2025:" not in answer.text


@pytest.mark.parametrize("text", ["Thế nào là đô thị thông minh?", "Khái niệm đô thị vệ tinh"])
def test_a_term_that_no_plan_defines(text: str, assistant: Assistant) -> None:
    assert assistant.ask(text).status in {Status.NOT_STATED, Status.OFF_TOPIC}


def test_a_document_about_a_place_without_a_plan_is_still_found(assistant: Assistant) -> None:
    answer = assistant.ask("Nghị quyết số 45-NQ/TW về Hải Phòng được viện dẫn ở đâu?")
    assert answer.status is Status.ANSWERED
    assert {citation.plan.id for citation in answer.citations} == {"thuy-nguyen"}
    assert assistant.ask("Hải Phòng được viện dẫn ở đâu?").status is Status.NO_PLAN


def test_agencies_of_a_plan_that_is_named_with_its_issuer(assistant: Assistant) -> None:
    answer = assistant.ask("Những sở nào chủ trì trong Kế hoạch 151 của UBND tỉnh Quảng Ngãi?")
    assert answer.status is Status.ANSWERED
    assert all(name in answer.text for name in ("Sở Xây dựng", "Sở Tài nguyên và Môi trường"))


def test_who_is_charged_is_told_what_with(assistant: Assistant) -> None:
    answer = assistant.ask("Công an Đức Phổ phải làm gì?")
    assert "Đảng ủy Công an thị xã" in answer.text and "an ninh, trật tự" in answer.text
    assert {citation.section.path for citation in answer.citations} >= {"III.5.5"}


def test_a_reason_that_no_plan_prints(assistant: Assistant) -> None:
    answer = assistant.ask("Vì sao Thủy Nguyên hạn chế xe cá nhân?")
    assert answer.status is Status.NOT_STATED and "không nêu lý do" in answer.text
