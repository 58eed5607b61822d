"""File to plan, on texts built to be slow: each is read whole, in time that grows with its length."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.plan import IndicatorKind, Plan
from corpus.reading import PLANS, parse_plan

HEAD = "UBND TỈNH A\n\nSố: 151/KH-UBND\n\nKẾ HOẠCH\nvề cây xanh\n\n"
AIMS = "I. MỤC TIÊU\n\n"
TASKS = "I. TỔ CHỨC THỰC HIỆN\n\n1. "


def assert_whole(plan: Plan) -> None:
    """The sections tile the text; whatever was read lies inside it."""
    end = len(plan.text)
    if plan.sections:
        assert plan.sections[0].start == 0
        assert plan.sections[-1].end == end
        pairs = itertools.pairwise(plan.sections)
        assert all(before.end == after.start for before, after in pairs)
    spans = [(found.start, found.end) for found in plan.meta.spans]
    spans += [(found.start, found.end) for found in plan.indicators]
    spans += [(found.start, found.end) for found in plan.assignments]
    spans += [(found.start, found.end) for found in plan.references]
    spans += [(found.start, found.end) for found in plan.warnings]
    assert all(0 <= start <= stop <= end for start, stop in spans)
    amounts = [value for found in plan.indicators for value in (found.low, found.high)]
    assert all(value is None or math.isfinite(value) for value in amounts)


REPEATED = (
    "Sở A, ", "(5% ", "5%, ", "Nghị quyết số 06-NQ/TW, ", "giao Sở Xây dựng chủ trì, phối hợp với ", "căn cứ ",
    "Căn cứ Luật A; ", "- ", "- a\n\n", "I. MỤC TIÊU\n\n", "Sở A; ", "Phối hợp với Sở A, ", "Nghị quyết Đại hội ",
    "từ 40% lên 60%, ", "đến năm 2030 đạt 5%, ", "(gồm 5 xã ", "lần lượt 5% năm 2025 ", "| a ", "thông qua ngày 1/1/2020 ",
    "Cơ quan chủ trì: Sở A. ", "Hà Nội, ngày ", "KẾ HOẠCH ", "TM. ", "Nơi nhận:\n- A;\n\n", "151/KH-UBND của ", "\u0301", "(", "1.",
)  # fmt: skip


@pytest.mark.parametrize("words", REPEATED)
def test_one_phrase_over_and_over_is_read_whole(words: str) -> None:
    assert_whole(parse_plan("x", words * (12_000 // len(words))))


# What stands before the phrase, the phrase, and what follows: each once took time that grew with
# the square of the length, or doubled with every further word.
TRAPS = (
    (AIMS, "đạt tỷ lệ ", "cây xanh 5%"),
    (TASKS + "Sở Xây dựng:", "()", "cây xanh."),
    (TASKS + "Sở Xây dựng:", "- cơ quan ", "cây xanh."),
    (AIMS + "Cây xanh đạt 5%", ".", "a"),
    (AIMS + "và " * 3000, "năm 2025 và ", "đạt 5%."),
    (AIMS + "Cây xanh 5% ", "năm 2025 và ", "."),
    ("- Cơ quan chủ trì: ", "Sở A; các cơ quan liên quan; ", ""),
    ("TT\n\n", "Ab\n\n", ""),
    ("", "SỞ ABC XYZ\n\n", HEAD),
    ("UBND TỈNH ", "A TỈNH ", "\n\n" + HEAD),
    (HEAD + "I. A\n\n1. b\n\nNơi nhận:\n- ", "Ab\n", ""),
    (AIMS + "Đạt 1", ".000", " ha."),
    ("", "I. MỤC TIÊU ", ""),
    ("I. MỤC TIÊU 1. A. ", "2. B. I. MỤC ", ""),
    ("KẾ HOẠCH ", "CÂY XANH ", "Căn cứ Luật A"),
    ("", "a) A b) B\n\nc) C\n\n", ""),
    ("", "CHỦ TỊCH\n\n", "Căn cứ Luật A;"),
    ("", "kinh tế\n\n- xã hội ", ""),
)


@pytest.mark.parametrize(("before", "words", "after"), TRAPS)
def test_a_trap_is_read_whole(before: str, words: str, after: str) -> None:
    assert_whole(parse_plan("x", before + words * (30_000 // len(words)) + after))


def test_a_value_behind_many_connectives_is_found() -> None:
    plan = parse_plan("x", f"{AIMS}{'đạt tỷ lệ ' * 50}cây xanh 5% vào năm 2030.")
    (found,) = plan.indicators
    assert (found.low, found.unit, found.year) == (5.0, "%", 2030)


def test_every_basis_of_a_very_long_opening_is_one_phrase() -> None:
    plan = parse_plan("x", f"{HEAD}{'Căn cứ Luật A; ' * 3000}\n\nI. A\n\n1. b")
    assert len(plan.meta.basis) == 3000
    assert set(plan.meta.basis) == {"Căn cứ Luật A"}


def test_the_issuer_under_a_thousand_lines_of_capitals() -> None:
    lines = "".join(f"SỞ ABC XYZ {number}\n\n" for number in range(1000))
    assert parse_plan("x", f"{lines}{HEAD}I. A\n\n1. b").meta.issuer == "UBND tỉnh A"


def test_each_of_a_thousand_short_forms_means_its_own_document() -> None:
    defined = "".join(
        f"Nghị quyết số {n}-NQ/TW (sau đây gọi tắt là Nghị quyết {n}). " for n in range(1, 1001)
    )
    used = "".join(f"Theo Nghị quyết {n}. " for n in range(1, 1001))
    plan = parse_plan("x", f"I. A\n\n1. {defined}{used}")
    short = [found for found in plan.references if found.alias]
    assert [found.number for found in short[-1000:]] == [f"{n}-NQ/TW" for n in range(1, 1001)]


def test_short_rows_under_a_very_wide_header() -> None:
    header = "| Chỉ tiêu |" + " Năm 2030 |" * 2000
    plan = parse_plan("x", f"{AIMS}{header}\n" + "| Tỷ lệ cây xanh | 45% |\n" * 2000)
    assert len(plan.indicators) == 2000
    assert {found.name for found in plan.indicators} == {"Tỷ lệ cây xanh"}


def test_an_absurd_number_is_no_amount() -> None:
    plan = parse_plan("x", f"{AIMS}Diện tích đạt 1{'.000' * 200} ha; cây xanh đạt 5%.")
    assert {found.high for found in plan.indicators if found.kind is IndicatorKind.TARGET} == {5.0}


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet="aăâđeêoôơuưyáàảãạấốựSỞTtỉnhúủ%0159.,;:()-–“”|\n \u0301\ufffd", max_size=600)
)
def test_any_letters_are_read_whole(raw: str) -> None:
    assert_whole(parse_plan("x", raw + "x"))


@pytest.mark.parametrize("path", sorted(PLANS.glob("*.txt")), ids=lambda path: path.stem)
def test_text_decoded_wrongly_is_read_whole(path: Path) -> None:
    data = path.read_bytes()
    assert_whole(parse_plan("x", data.decode("latin-1")))
    assert_whole(parse_plan("x", data[: len(data) // 2].decode("utf-16-le", errors="replace")))
