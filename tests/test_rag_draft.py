"""Markers: one number a span, in the order of first use, before the final stop."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rag_plans import small_plan

from rag.answer import Status
from rag.draft import Draft, DraftCell, DraftRow, Span, Statement, finish

PLAN = small_plan()
A, B = Span(PLAN, 0, 10), Span(PLAN, 20, 40)


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("Một câu.", (A,), "Một câu [1]."),
        ("Hai nguồn.", (A, B), "Hai nguồn [1][2]."),
        ("Trùng nguồn.", (A, A), "Trùng nguồn [1]."),
        ("Không chấm", (A,), "Không chấm [1]"),
        ("Không nguồn.", (), "Không nguồn."),
        ("“Trích”", (B,), "“Trích” [1]"),
    ],
)
def test_markers_of_a_statement(text: str, spans: tuple[Span, ...], shown: str) -> None:
    assert finish(Draft(Status.ANSWERED, (Statement(text, spans),))).text == shown


def test_the_same_span_keeps_its_number_in_text_and_table() -> None:
    draft = Draft(
        Status.ANSWERED,
        (Statement("b.", (B,)), Statement("a.", (A,))),
        ("Bến Tre", "Khác"),
        (DraftRow("r", (DraftCell("b", 2030, B), DraftCell("văn bản không nêu", None, None))),),
    )
    answer = finish(draft)
    assert answer.text == "b [1].\na [2]."
    assert answer.table is not None
    assert [cell.marker for cell in answer.table.rows[0].cells] == [1, None]


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), max_size=3), max_size=6)
)
def test_every_marker_has_its_citation_and_every_citation_is_used(
    rows: list[list[tuple[int, int]]],
) -> None:
    statements = tuple(
        Statement("Câu.", tuple(Span(PLAN, start, start + size) for start, size in row))
        for row in rows
    )
    answer = finish(Draft(Status.ANSWERED, statements))
    used = [int(n) for n in re.findall(r"\[(\d+)\]", answer.text)]
    assert list(dict.fromkeys(used)) == [c.marker for c in answer.citations]
    assert [c.marker for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert all(c.quote == PLAN.text[c.start : c.end] for c in answer.citations)
