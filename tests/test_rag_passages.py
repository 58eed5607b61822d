"""Passages: the sentence that answers, short and exact."""

from __future__ import annotations

import pytest

from rag.collection import Collection
from rag.passages import answers, find_passages, quote_statement
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
    best = find_passages(collection.search(question, [plan], 8), question.concepts)[0]
    assert best.span.plan.id == plan
    assert words in " ".join(best.span.text.split())
    assert answers(best, question)


def test_a_passage_lies_in_one_section_and_can_leave(collection: Collection) -> None:
    question = understand("phát triển đô thị thông minh", collection.weigh)
    found = find_passages(collection.search(question, None, 8), question.concepts)
    assert found == sorted(found, key=lambda passage: -passage.score)
    for passage in found:
        span = passage.span
        assert passage.section.start <= span.start < span.end <= passage.section.end
        assert passes(quote_statement(passage.span, "Văn bản nêu"), question.text)


def test_what_nothing_speaks_of_is_no_answer(collection: Collection) -> None:
    question = understand("tàu vũ trụ hạt nhân", collection.weigh)
    found = find_passages(collection.search(question, None, 8), question.concepts)
    assert not any(answers(passage, question) for passage in found)
