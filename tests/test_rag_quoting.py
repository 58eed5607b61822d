"""How much of a provision an answer quotes."""

from __future__ import annotations

import pytest
from rag_plans import small_plan

from rag.collection import Collection
from rag.draft import Span
from rag.meaning.confidence import Evidence
from rag.passages.best import Passage, passages_in
from rag.passages.quoting import LONGEST, WHOLE, quoted
from rag.question import understand


@pytest.mark.parametrize("plan", ["ha-tinh", "quang-ngai", "da-lat", "duc-pho", "thuy-nguyen"])
@pytest.mark.parametrize(
    "text", ["phát triển đô thị thông minh", "nhà ở xã hội", "thu gom, xử lý rác thải sinh hoạt"]
)
def test_a_quote_holds_the_passage_and_stays_short(
    plan: str, text: str, collection: Collection
) -> None:
    question = understand(text, collection.weigh)
    for passage in passages_in([plan], question, collection):
        for listed in (False, True):
            span = quoted(passage.span, passage.section, question.concepts, listed=listed)
            assert span.start <= passage.span.start and passage.span.end <= span.end
            assert span.end - span.start <= max(LONGEST, passage.span.end - passage.span.start)
            assert span.text == span.text.strip()
            in_section = passage.section.start <= span.start < span.end
            assert in_section and span.end <= passage.section.subtree_end


def test_a_short_provision_is_quoted_whole(collection: Collection) -> None:
    question = understand("khuyến khích cơ sở hỏa táng", collection.weigh)
    for passage in passages_in(["quang-ngai"], question, collection):
        plan, section = passage.span.plan, passage.section
        own = plan.text[section.body_start : section.end].strip()
        if 0 < len(own) <= WHOLE and not own.endswith(":"):
            assert quoted(passage.span, passage.section, question.concepts).text == own


LISTED = """KẾ HOẠCH
Phát triển cây xanh đô thị

I. NHIỆM VỤ

1. Các công viên được trồng mới gồm:

- Công viên Bờ Sông.

- Công viên Hồ Sen.

2. Kinh phí thực hiện

a) Ngân sách tỉnh.

b) Xã hội hóa.
"""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("I.1", "1. Các công viên được trồng mới gồm: - Công viên Bờ Sông. - Công viên Hồ Sen."),
        ("I.2", "2. Kinh phí thực hiện a) Ngân sách tỉnh. b) Xã hội hóa."),
    ],
)
def test_words_that_announce_a_list_take_it_along(path: str, words: str) -> None:
    plan = small_plan(LISTED)
    section = plan.section(path)
    assert section is not None
    heading = Span(plan, section.start, section.start + 10)
    passage = Passage(heading, section, 1.0, Evidence(1.0, 1.0, 1.0, 0.0))
    assert quoted(passage.span, passage.section, ()).line == words
