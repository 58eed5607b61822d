"""Passages: the sentence that answers, short and exact."""

from __future__ import annotations

import pytest
from rag_plans import small_plan

from index.chunk import chunk_plan
from index.store import Hit
from rag.answer import Status
from rag.assistant import Assistant
from rag.collection import Collection
from rag.passages import (
    Sought,
    answers,
    favoured_words,
    find_passages,
    passages_in,
    quote_statement,
)
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


def test_what_nothing_speaks_of_is_no_answer(collection: Collection) -> None:
    question = understand("tàu vũ trụ hạt nhân", collection.weigh)
    found = passages_in(None, question, collection)
    assert found and not any(answers(passage, question) for passage in found)


PLAN = """KẾ HOẠCH
Quan trắc môi trường nước

I. NỘI DUNG

1. Kinh phí thuê dịch vụ tin nhắn trong cả giai đoạn: 250.000.000 đồng.

2. Kinh phí thuê dịch vụ tin nhắn: 50.000.000 đồng/năm.

3. Trong 24 giờ đầu cấp phát nước uống, lương khô cho người dân vùng ngập.

4. Từ 48-72 giờ cấp phát nước uống và tổ chức bếp ăn cho người dân vùng ngập.
"""


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
    hits = [Hit(chunk, 0.5, 0.0, 0.0) for chunk in chunk_plan(plan)]
    sought = Sought(question.concepts, favoured=favoured_words(question))
    assert find_passages(hits, sought)[0].section.path == path


def test_a_known_term_that_the_plan_never_names(assistant: Assistant) -> None:
    # "xử lý", "nước" and "thải" stand apart in the plan, which speaks of rubbish only.
    assert assistant.ask("Đà Lạt xử lý nước thải thế nào?").status is Status.NOT_STATED
    assert assistant.ask("Quảng Ngãi xử lý nước thải thế nào?").status is Status.ANSWERED
