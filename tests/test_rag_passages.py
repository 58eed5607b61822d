"""Passages: the sentence that answers, short and exact."""

from __future__ import annotations

import pytest
from rag_many_plans import even
from rag_plans import small_plan

from corpus.plan import Plan
from index.chunk import chunk_plan
from index.store import Hit
from rag.answer import Status
from rag.assistant import Assistant
from rag.collection import Collection
from rag.draft import Span
from rag.meaning.confidence import CERTAIN, Evidence
from rag.passages.best import (
    Passage,
    Sought,
    answers,
    favoured_words,
    find_passages,
    quote_statement,
)
from rag.passages.wanted import fits_kind, wanted_words
from rag.passages.years import governing_years
from rag.question import understand
from rag.verify import passes


@pytest.mark.parametrize(
    ("plan", "text", "words"),
    [
        ("da-lat", "thu gom, xử lý rác thải sinh hoạt là trách nhiệm của ai", "rác thải sinh hoạt"),
        ("quang-ngai", "nhà ở xã hội cho người lao động tại các khu công nghiệp", "nhà ở xã hội"),
        ("thuy-nguyen", "hệ thống thông tin địa lý GIS", "GIS"),
    ],
)
def test_the_best_passage_is_about_the_question(
    plan: str, text: str, words: str, collection: Collection
) -> None:
    question = understand(text, collection.weigh)
    best = find_passages(collection.search(question, [plan], 8), Sought(question.concepts))[0]
    assert best.span.plan.id == plan
    assert words in " ".join(best.span.text.split())
    assert answers(best, question)


def test_a_passage_lies_in_one_section_and_can_leave(collection: Collection) -> None:
    question = understand("phát triển đô thị thông minh", collection.weigh)
    found = find_passages(collection.search(question, None, 8), Sought(question.concepts))
    assert found == sorted(found, key=lambda passage: -passage.score)
    for passage in found:
        span = passage.span
        assert passage.section.start <= span.start < span.end <= passage.section.end
        assert passes(quote_statement(passage.span, "Văn bản nêu"), question.text)


def test_what_nothing_speaks_of_is_no_answer(assistant: Assistant) -> None:
    assert assistant.ask("tàu vũ trụ hạt nhân").status is Status.NOT_STATED


PLAN = """KẾ HOẠCH
Quan trắc môi trường nước

I. NỘI DUNG

1. Kinh phí thuê dịch vụ tin nhắn trong cả giai đoạn: 250.000.000 đồng.

2. Kinh phí thuê dịch vụ tin nhắn: 50.000.000 đồng/năm.

3. Trong 24 giờ đầu cấp phát nước uống, lương khô cho người dân vùng ngập.

4. Từ 48-72 giờ cấp phát nước uống và tổ chức bếp ăn cho người dân vùng ngập.
"""


RANKED = """KẾ HOẠCH
Phát triển thủy sản

I. MỤC TIÊU

1. Đến năm 2030

- Lồng bè dùng phao nhựa đạt 90%.

- Đến năm 2035 không còn lồng bè bằng tre.

II. NỘI DUNG

1. Các cơ sở nuôi trồng thủy sản trên địa bàn tỉnh được kiểm tra việc ghi nhật ký theo quy định.

2. Các cơ sở nuôi trồng thủy sản: ghi nhật ký và khai báo dịch bệnh với cơ quan thú y.

3. Nâng cấp tuyến đường giao thông từ ngã tư thị trấn đến cảng cá, dài khoảng 12 km.

4. Cảng cá được nạo vét luồng và mở rộng khu neo đậu cho tàu thuyền tránh trú bão.

5. Ngư dân được hỗ trợ vay vốn đóng tàu, tập huấn kỹ thuật và mua bảo hiểm tàu cá.

6. Ngư dân được hỗ trợ theo các chính sách sau đây:

- Vay vốn đóng tàu.

PHỤ LỤC I
DANH MỤC BẾN ĐÒ
(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2023 của Ủy ban nhân dân tỉnh Bến Tre)

Bến đò Rạch Miễu.
"""


def _ranked(plan: Plan, sought: Sought) -> list[Passage]:
    return find_passages([Hit(chunk, 0.5, 0.0, 0.0) for chunk in chunk_plan(plan)], sought)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("các cơ sở nuôi trồng thủy sản phải làm gì", "II.2"),  # the one that is labelled so
        ("cảng cá thế nào", "II.4"),  # the one that begins with it
    ],
)
def test_a_provision_about_the_thing_comes_before_one_that_names_it(
    text: str, path: str, collection: Collection
) -> None:
    question = understand(text, collection.weigh)
    assert _ranked(small_plan(RANKED), Sought(question.concepts))[0].section.path == path


@pytest.mark.parametrize(("listed", "path"), [(True, "II.6"), (False, "II.5")])
def test_where_a_list_is_asked_the_words_that_announce_one_come_first(
    listed: bool, path: str, collection: Collection
) -> None:
    concepts = understand("ngư dân được hỗ trợ gì", collection.weigh).concepts
    found = _ranked(small_plan(RANKED), Sought(concepts, listed=listed))
    assert found[0].section.path == path


def test_the_line_that_encloses_an_appendix_is_not_quoted(collection: Collection) -> None:
    question = understand("bến đò kèm theo kế hoạch của Ủy ban nhân dân", collection.weigh)
    best = _ranked(small_plan(RANKED), Sought(question.concepts))[0]
    assert (best.section.path, best.span.text) == ("Phụ lục I", "Bến đò Rạch Miễu.")


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("Lồng bè dùng phao nhựa đạt 90%.", [2030]),
        ("Đến năm 2035 không còn lồng bè bằng tre.", [2035]),
        ("Vay vốn đóng tàu.", []),
    ],
)
def test_the_years_that_a_sentence_is_for(words: str, years: list[int]) -> None:
    plan = small_plan(RANKED)
    at = plan.text.index(words)
    assert governing_years(Span(plan, at, at + len(words))) == years


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("thuê dịch vụ tin nhắn một năm hết bao nhiêu tiền", "I.2"),
        ("giai đoạn 48-72 giờ cấp phát gì cho người dân vùng ngập", "I.4"),
    ],
)
def test_the_amounts_that_the_question_names(text: str, path: str, collection: Collection) -> None:
    plan = small_plan(PLAN)
    question = understand(text, collection.weigh)
    sought = Sought(question.concepts, favoured=favoured_words(question))
    assert _ranked(plan, sought)[0].section.path == path


def test_a_known_term_that_the_plan_never_names(assistant: Assistant) -> None:
    # "xử lý", "nước" and "thải" stand apart in the plan, which speaks of rubbish only.
    assert assistant.ask("Đà Lạt xử lý nước thải thế nào?").status is Status.NOT_STATED
    assert assistant.ask("Quảng Ngãi xử lý nước thải thế nào?").status is Status.ANSWERED


@pytest.mark.parametrize(
    ("likely", "lead", "meaning", "expected"),
    [
        (0.4, 0.35, 0.5, True),
        (0.4, 0.6, 0.3, True),  # less alike, but far ahead
        (0.4, 0.3, 0.3, False),
        (0.4, 0.1, 0.5, False),  # hardly ahead
        (0.4, 0.6, None, False),  # nobody knows how alike
        (CERTAIN, 0.1, 0.3, True),
    ],
)
def test_a_term_that_the_plan_never_prints_may_be_said_in_other_words(
    likely: float,
    lead: float,
    meaning: float | None,
    expected: bool,
    collection: Collection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rag.passages.best.confidence", lambda evidence: likely)
    plan = small_plan(RANKED)
    section = plan.section("II.4")
    assert section is not None
    question = understand("nước thải thế nào", collection.weigh)
    evidence = Evidence(0.6, 0.6, 0.6, lead, meaning)
    span = Span(plan, section.start, section.end)
    assert answers(Passage(span, section, 1.0, evidence), question) is expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # Few words of the provision, but its most telling term in another wording.
        ("Lề đường ở Hà Tĩnh có được tận dụng để buôn bán không?", Status.ANSWERED),
        ("Lề đường ở Đà Lạt có được tận dụng để buôn bán không?", Status.NOT_STATED),
    ],
)
def test_a_provision_that_holds_the_known_term_answers(
    text: str, status: Status, assistant: Assistant
) -> None:
    assert assistant.ask(text).status is status


SPOKEN = """KẾ HOẠCH
Phát triển đô thị

I. NHIỆM VỤ

1. Luân chuyển công chức địa chính đã làm liên tục 05 năm tại một phường.

2. Trồng cây xanh trên các tuyến phố chính, mỗi năm 2.000 cây.

3. Thu gom, xử lý 95% rác thải sinh hoạt trong ngày.
"""


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Cán bộ đất đai ngồi mãi một chỗ thì bao lâu bị đổi đi?", True),
        # A figure of a year is known where it is stated, and this is none of them.
        ("Cán bộ đất đai ngồi mãi một chỗ năm 2027 thì bao lâu bị đổi đi?", False),
    ],
)
def test_an_amount_may_be_meant_without_the_words(text: str, holds: bool) -> None:
    plan = small_plan(SPOKEN)
    question = understand(text, even)
    wanted = wanted_words(question)
    section = next(s for s in plan.sections if s.path == "I.1")
    span = Span(plan, section.body_start, section.end)
    meant = Evidence(around=0.2, plan=0.4, search=0.5, lead=0.2, meaning=0.4)
    assert fits_kind(Passage(span, section, 1.0, meant), question, wanted) is holds
