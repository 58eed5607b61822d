from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from index_fake import Part, make_plan, words

from corpus.plan import Footnote, Plan, SectionKind
from index.chunk import MAX_SYLLABLES, MIN_SYLLABLES, chunk_plan, short_name

DASH, CLAUSE, SECTION = SectionKind.DASH, SectionKind.CLAUSE, SectionKind.SECTION


def syllables(text: str) -> int:
    return len(text.split())


def places(plan: Plan) -> list[tuple[str, int]]:
    return [(chunk.section.path, syllables(chunk.text)) for chunk in chunk_plan(plan)]


def test_a_short_section_is_one_chunk_with_all_its_text() -> None:
    plan = make_plan(
        "a",
        [
            Part(0, "I", SECTION, "I. Mục tiêu", "Lời dẫn."),
            Part(1, "I.gạch 1", DASH, "", "- Một."),
            Part(1, "I.gạch 2", DASH, "", "- Hai."),
        ],
    )
    (chunk,) = chunk_plan(plan)
    assert chunk.section.path == "I"
    assert chunk.text == "I. Mục tiêu\nLời dẫn.\n- Một.\n- Hai."


def test_a_long_section_is_cut_at_its_dashes_and_its_heading_becomes_context() -> None:
    plan = make_plan(
        "a",
        [
            Part(0, "II", SECTION, "II. Nhiệm vụ", ""),
            Part(1, "II.gạch 1", DASH, "", f"- {words(99)}"),
            Part(1, "II.gạch 2", DASH, "", f"- {words(109)}"),
        ],
        type="Kế hoạch",
        number="1/KH-UBND",
        locality="A Lâm",
    )
    assert places(plan) == [("II.gạch 1", 100), ("II.gạch 2", 110)]
    assert {chunk.context for chunk in chunk_plan(plan)} == {"Kế hoạch 1/KH-UBND A Lâm › Nhiệm vụ"}


def test_short_dashes_of_a_long_section_stay_together() -> None:
    plan = make_plan(
        "a",
        [
            Part(0, "II", SECTION, "II. Nhiệm vụ", ""),
            *(Part(1, f"II.gạch {n}", DASH, "", f"- {words(19)}") for n in range(1, 5)),
            Part(1, "II.gạch 5", DASH, "", f"- {words(149)}"),
        ],
    )
    assert places(plan) == [("II", 40), ("II", 40), ("II.gạch 5", 150)]


def test_points_are_never_put_together() -> None:
    plan = make_plan(
        "a",
        [
            Part(0, "II", SECTION, "II. Nhiệm vụ", ""),
            Part(1, "II.1", CLAUSE, "", "1. Ngắn."),
            Part(1, "II.2", CLAUSE, "", f"2. {words(MAX_SYLLABLES)}"),
        ],
    )
    assert places(plan)[0] == ("II.1", 2)


def test_an_overlong_dash_is_cut_at_sentences_and_named_by_its_first_words() -> None:
    body = " ".join(f"{words(59, f'câu{n}')} hết." for n in range(1, 6))
    plan = make_plan("a", [Part(0, "gạch 1", DASH, "", body)])
    first, second = chunk_plan(plan)
    assert [syllables(first.text), syllables(second.text)] == [MAX_SYLLABLES, 120]
    assert first.text.endswith("hết.")
    assert second.text.startswith("câu4")
    assert first.context == ""
    assert second.context == words(20, "câu1")


def test_a_place_name_after_an_abbreviation_is_not_cut() -> None:
    body = f"{words(170)} của TP. Hà Tĩnh, {words(40)}"
    plan = make_plan("a", [Part(0, "gạch 1", DASH, "", body)])
    assert "TP. Hà Tĩnh," in chunk_plan(plan)[0].text


def test_a_sentence_without_any_mark_is_still_cut() -> None:
    plan = make_plan("a", [Part(0, "gạch 1", DASH, "", words(1_000))])
    sizes = [size for _, size in places(plan)]
    assert sum(sizes) == 1_000
    assert max(sizes) <= MAX_SYLLABLES


def test_a_long_heading_with_nothing_below_it_is_not_lost() -> None:
    plan = make_plan("a", [Part(0, "I", SECTION, f"I. {words(250)}", "")])
    assert sum(size for _, size in places(plan)) == 251


def test_signature_recipients_and_footnotes_are_chunks_of_their_own() -> None:
    plan = make_plan(
        "a",
        [
            Part(0, "thể thức", SectionKind.FORMALITIES, "", "KẾ HOẠCH\nvề cây xanh"),
            Part(0, "I", SECTION, "I. Mục tiêu", "Cây xanh¹ đạt 9,7 m²."),
            Part(0, "nơi nhận", SectionKind.RECIPIENTS, "", "Nơi nhận:\n- Như trên"),
            Part(0, "chữ ký", SectionKind.SIGNATURE, "", "CHỦ TỊCH\nA"),
            Part(0, "chú thích 1", SectionKind.FOOTNOTE, "", "(1) Năm 2021 là 9,04 m²."),
        ],
    )
    note = plan.sections[-1]
    call = plan.text.index("¹")
    plan = replace(plan, footnotes=(Footnote("1", note.start, note.end, ((call, call + 1),)),))
    chunks = chunk_plan(plan)
    assert [chunk.section.path for chunk in chunks] == [section.path for section in plan.sections]
    assert chunks[-1].context == "Mục tiêu"


def test_a_section_without_any_word_gives_no_chunk() -> None:
    assert chunk_plan(make_plan("a", [Part(0, "kết", SectionKind.CLOSING, "", "-----")])) == ()
    assert chunk_plan(make_plan("a", [])) == ()


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ({}, ""),
        ({"type": "Kế hoạch", "issuer": "Thành ủy B"}, "Kế hoạch Thành ủy B"),
        (
            {"type": "Kế hoạch", "issuer": "UBND tỉnh B", "locality": "B", "subject": words(30)},
            f"Kế hoạch B {words(12)}",
        ),
    ],
)
def test_short_name(meta: dict[str, str], expected: str) -> None:
    assert short_name(make_plan("a", [], **meta)) == expected


BODIES = st.lists(
    st.sampled_from([words(3), words(45), words(200), "Câu một. Câu hai;", "a, b", "\n", "--", ""]),
    max_size=4,
).map(" ".join)
KINDS = st.sampled_from([SECTION, CLAUSE, DASH, SectionKind.PLUS, SectionKind.POINT])


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    parts: list[Part] = []
    for number in range(draw(st.integers(0, 12))):
        deepest = parts[-1].depth + 1 if parts else 0
        heading = draw(st.sampled_from(["", f"{number}. Đề mục"]))
        depth = draw(st.integers(0, deepest))
        parts.append(Part(depth, f"p{number}", draw(KINDS), heading, draw(BODIES)))
    return make_plan("h", parts)


@given(plans())
def test_chunks_are_ordered_spans_inside_their_sections(plan: Plan) -> None:
    end = 0
    for number, chunk in enumerate(chunk_plan(plan)):
        assert chunk.id == number
        assert end <= chunk.start < chunk.end
        assert chunk.section.start <= chunk.start
        assert chunk.end <= chunk.section.subtree_end
        assert chunk.text == chunk.text.strip()
        assert syllables(chunk.text) <= MAX_SYLLABLES
        end = chunk.end


@given(plans())
def test_every_word_is_in_a_chunk_or_is_a_heading_above_one(plan: Plan) -> None:
    covered = bytearray(len(plan.text))
    for chunk in chunk_plan(plan):
        covered[chunk.start : chunk.end] = b"\1" * (chunk.end - chunk.start)
    for section in plan.sections:
        bare = not plan.text[section.body_start : section.end].strip()
        if bare and plan.children(section):
            continue
        for offset in range(section.start, section.end):
            assert covered[offset] or not plan.text[offset].isalnum()


@given(plans())
def test_a_dash_that_fits_is_never_cut(plan: Plan) -> None:
    chunks = chunk_plan(plan)
    for section in plan.sections:
        text = plan.full_text(section)
        if section.kind is not DASH or syllables(text) > MAX_SYLLABLES:
            continue
        inside = [
            chunk
            for chunk in chunks
            if chunk.start < section.subtree_end and section.start < chunk.end
        ]
        assert len(inside) <= 1


@given(plans())
def test_only_short_list_items_of_one_parent_share_a_chunk_of_a_long_section(plan: Plan) -> None:
    for chunk in chunk_plan(plan):
        if syllables(plan.full_text(chunk.section)) <= MAX_SYLLABLES:
            continue
        for child in plan.children(chunk.section):
            if child.start < chunk.end and chunk.start < child.subtree_end:
                assert child.kind in (DASH, SectionKind.PLUS)
                assert syllables(plan.full_text(child)) < MIN_SYLLABLES
