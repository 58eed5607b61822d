"""A question as understood: kind, field, places, years, numbers, premises and concepts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import QuestionError
from rag.question import MAX_LENGTH, Kind, Question, check, understand


def _read(text: str) -> Question:
    return understand(text, lambda plain: 1.0)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Tỷ lệ đô thị hóa năm 2030", (2030,)),
        ("từ năm 2025 đến năm 2030", (2025, 2030)),
        ("giai đoạn 2026-2030", (2026, 2030)),
        ("ban hành ngày 22-9-2022", ()),
        ("ban hành ngày 22/9/2022", ()),
        ("Nghị định 30/2020/NĐ-CP", ()),
        ("cây xanh", ()),
    ],
)
def test_years(text: str, years: tuple[int, ...]) -> None:
    assert _read(text).years == years


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("cây xanh của Hà Tĩnh", ["Hà Tĩnh"]),
        ("cay xanh cua ha tinh", ["Hà Tĩnh"]),
        ("So sánh Hà Tĩnh và Đức Phổ", ["Hà Tĩnh", "Đức Phổ"]),
        ("thị xã Đức Phổ, tỉnh Quảng Ngãi", ["Đức Phổ"]),
        ("Đức Phổ và Quảng Ngãi", ["Đức Phổ", "Quảng Ngãi"]),
        ("TP Đà Lạt", ["Đà Lạt"]),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    assert [mention.places[0].name for mention in _read(text).places] == names


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Kế hoạch 151/KH-UBND quy định gì?", ("151/KH-UBND",)),
        ("kế hoạch 151 nói gì về cây xanh?", ("151",)),
        ("cây xanh đạt 15 m2", ()),
    ],
)
def test_documents_named_by_number(text: str, numbers: tuple[str, ...]) -> None:
    assert _read(text).numbers == numbers


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Kế hoạch của Quảng Ngãi số bao nhiêu, ngày nào?", ("number", "date")),
        ("Kế hoạch 151 do ai ký và đến ngày nào phải báo cáo?", ("signer",)),
        ("Kế hoạch Hà Tĩnh đến ngày nào, do sở nào chủ trì?", ()),
    ],
)
def test_fields_are_those_of_a_question_for_metadata(text: str, fields: tuple[str, ...]) -> None:
    question = _read(text)
    assert question.fields == fields
    assert question.field == (fields[0] if fields else None)


def test_the_topic_leaves_out_place_year_and_frame() -> None:
    topic = _read("Cho tôi biết diện tích cây xanh năm 2030 của Hà Tĩnh là bao nhiêu?").topic
    assert "cây xanh" in topic
    assert not any(word in topic for word in ("Hà", "2030", "bao nhiêu", "Cho"))


def test_a_premise_is_read_with_its_operator() -> None:
    question = _read("Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 60% phải không?")
    (premise,) = question.premises
    assert (premise.operator, premise.low, premise.unit) == (">", 60.0, "%")
    assert question.yes_no


@pytest.mark.parametrize(
    ("text", "highest"), [("nơi nào cao nhất", True), ("nơi nào thấp nhất", False)]
)
def test_extremes(text: str, highest: bool) -> None:
    question = _read(text)
    assert (question.kind, question.highest) == (Kind.EXTREME, highest)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bên nào lo chuyện rác ở Đà Lạt?", Kind.WHO),
        ("Hà Tĩnh và Đức Phổ, bên nào nhiều cây xanh hơn?", Kind.COMPARE),
    ],
)
def test_which_side_does_something_or_has_more_of_it(text: str, kind: Kind) -> None:
    assert _read(text).kind is kind


def test_so_many_places_are_all_plans() -> None:
    assert _read("Cả 5 địa phương đặt mục tiêu gì về cây xanh?").all_plans
    assert _read("năm 2030 chỗ nào nhiều cây xanh nhất").all_plans
    assert not _read("chỗ nào ở đây sẽ trồng cây xanh").all_plans


def test_a_synonym_stands_beside_the_typed_words() -> None:
    wordings = [
        " ".join(word.folded for word in alternative)
        for concept in _read("mảng xanh").concepts
        for alternative in concept.alternatives
    ]
    assert "mảng xanh" in wordings and "cây xanh" in wordings


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "a" * (MAX_LENGTH + 1), "a" * 100_000])
def test_an_empty_or_overlong_question_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        check(text)
    assert "\n" not in str(caught.value)


def test_blanks_are_put_right() -> None:
    assert check("  cây\n xanh ") == "cây xanh"


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_is_read(text: str) -> None:
    question = _read(text)
    assert question.text == text
    for concept in question.concepts:
        for word in concept.typed:
            assert 0 <= word.start < word.end <= len(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "Tôi đang soạn báo cáo cho lãnh đạo huyện, nhờ anh chị cho biết tỷ lệ cây xanh ạ?",
            "tỷ lệ cây xanh",
        ),
        ("Xin hỏi diện tích cây xanh để tôi đưa vào báo cáo", "diện tích cây xanh"),
        ("hiệu lực từ ngày 01/01/2026", "hiệu lực"),
        ("cây xanh đạt tối thiểu 28 m² phải không?", "cây xanh"),
    ],
)
def test_what_is_not_the_subject_is_left_out(text: str, topic: str) -> None:
    assert _read(text).topic == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chỗ ở của người lao động?", "Chỗ ở người lao động"),
        ("việc làm cho thanh niên", "việc làm thanh niên"),
        ("ở chỗ nào, ai làm việc gì?", ""),
    ],
)
def test_a_term_of_function_words_is_a_subject(text: str, topic: str) -> None:
    assert _read(text).topic == topic


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đức Phổ giữ vai trò gì ở phía Nam tỉnh Quảng Ngãi?", ["Đức Phổ"]),
        ("Đức Phổ trực thuộc tỉnh Quảng Ngãi", ["Đức Phổ"]),
        ("Quảng Ngãi giao gì cho Đức Phổ?", ["Quảng Ngãi", "Đức Phổ"]),
        ("So sánh Đức Phổ với Quảng Ngãi", ["Đức Phổ", "Quảng Ngãi"]),
    ],
)
def test_the_larger_place_that_something_is_part_of(text: str, names: list[str]) -> None:
    assert [mention.places[0].name for mention in _read(text).places] == names


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("thành phố Thủy Đức có gì?", ("thành phố Thủy Đức",)),
        ("thành phố Đà Lạt có gì?", ()),
        ("phát triển đô thị thông minh", ()),
        ("xã hội hóa đầu tư", ()),
    ],
)
def test_places_that_no_map_knows(text: str, strangers: tuple[str, ...]) -> None:
    assert _read(text).strangers == strangers


def test_a_qualifying_place_is_no_subject() -> None:
    question = _read("cây xanh của phường Thủy Nguyên, Hải Phòng năm 2030")
    assert question.topic == "cây xanh"
    assert question.strangers == ()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("huyện Thủy Nguyên (cũ): cây xanh", "cây xanh"),
        ("thành phố Đà Lạt cũ có rừng", "rừng"),
        ("TP Đà Lạt trước sáp nhập, cây xanh", "cây xanh"),
        ("chung cư cũ ở Quảng Ngãi", "chung cư cũ"),
    ],
)
def test_which_of_the_places_of_a_name_is_no_subject(text: str, topic: str) -> None:
    assert _read(text).topic == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Tỉnh ủy Phú Thọ đặt mục tiêu gì về cây xanh?", "mục tiêu cây xanh"),
        ("Tỉnh uỷ Phú Thọ trồng cây xanh", "trồng cây xanh"),
        ("Ban Thường vụ Thành ủy Đà Lạt trồng cây xanh", "trồng cây xanh"),
        ("cấp ủy Phú Thọ trồng cây xanh", "cấp ủy trồng cây xanh"),
    ],
)
def test_the_committee_that_is_named_by_its_place_is_no_subject(text: str, topic: str) -> None:
    assert _read(text).topic == topic
