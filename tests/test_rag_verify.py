"""The gate: right answers pass, and every wrong digit, unit, year, name, quote or citation is caught."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rag_plans import small_plan

from corpus.plan import Plan
from rag import wording
from rag.answer import Answer, Citation, Status
from rag.asked.scope import scope_of
from rag.collection import Collection
from rag.draft import Draft, DraftCell, DraftRow, Span, Statement, finish
from rag.extract import write_answer
from rag.figures.match import Match
from rag.figures.stated import value_statement
from rag.gate.cell import cell_faults
from rag.gate.claim import quotes_in
from rag.gate.evidence import flat
from rag.question import understand
from rag.verify import check_answer, faults, passes, verified

QUESTIONS = (
    # values
    "chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?",
    "Tỷ lệ đô thị hóa của Hà Tĩnh?",
    "Tỷ lệ đô thị hóa năm 2025 của Thủy Nguyên?",
    "Tỷ lệ đất xây dựng đô thị trên tổng diện tích đất tự nhiên của Đức Phổ?",
    "Tỷ lệ đất giao thông của Thủy Nguyên năm 2030?",
    "Diện tích sàn nhà ở bình quân đầu người của Thủy Nguyên?",
    "Diện tích cây xanh của Thủy Nguyên năm 2030?",
    "Đến năm 2030 Hà Tĩnh có bao nhiêu đô thị loại V?",
    "Năm 2025 Hà Tĩnh có mấy đô thị loại IV?",
    "Số lượng đô thị của Hà Tĩnh năm 2030?",
    "Kinh tế khu vực đô thị đóng góp vào GRDP của Hà Tĩnh?",
    "Tỷ lệ dân số trưởng thành có tài khoản thanh toán điện tử ở Đức Phổ?",
    "Hạ tầng cáp quang phủ bao nhiêu hộ gia đình ở Thủy Nguyên năm 2025?",
    "Độ che phủ rừng của Đà Lạt là bao nhiêu?",
    "Hiện trạng diện tích cây xanh của Đức Phổ năm 2021?",
    "Đức Phổ đạt đô thị loại mấy vào năm 2025?",
    "Các chỉ tiêu của Hà Tĩnh?",
    "Các chỉ tiêu của Đức Phổ năm 2030?",
    "Các chỉ tiêu của Thủy Nguyên?",
    "Tỷ lệ đô thị hóa của Hà Tĩnh năm 2040?",
    # comparisons
    "So sánh tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh và Đức Phổ",
    "So sánh diện tích cây xanh năm 2030 giữa Hà Tĩnh, Đức Phổ và Thủy Nguyên",
    "So sánh diện tích sàn nhà ở bình quân của Hà Tĩnh, Thủy Nguyên và Đức Phổ",
    "Địa phương nào có tỷ lệ đô thị hóa năm 2025 cao nhất?",
    "So sánh tỷ lệ đất giao thông của Hà Tĩnh và Đà Lạt",
    "So sánh nhà ở xã hội của Quảng Ngãi và Thủy Nguyên",
    "Tỷ lệ đô thị hóa của các địa phương năm 2030?",
    # passages
    "Hà Tĩnh làm gì về chuyển đổi số?",
    "Đà Lạt xử lý rác thải sinh hoạt như thế nào?",
    "Quảng Ngãi ngầm hóa đường dây cáp thế nào?",
    "Thủy Nguyên có quy hoạch không gian ngầm không?",
    "Mục đích của kế hoạch Đức Phổ là gì?",
    # lookups
    "Điểm a khoản 2 Mục II Kế hoạch 151/KH-UBND",
    "Khoản 2 Mục II của Thủy Nguyên",
    "“nhà ở cho người lao động tại các khu công nghiệp” nằm ở đâu?",
    "Nghị quyết 06-NQ/TW được nhắc ở đâu?",
    # who and when
    "Ai chủ trì phát triển hạ tầng số ở Quảng Ngãi?",
    "Sở Xây dựng Quảng Ngãi chủ trì những nhiệm vụ nào?",
    "Khi nào Đức Phổ hoàn thành quy hoạch chung đô thị?",
    "Cơ quan nào theo dõi việc thực hiện chương trình của Hà Tĩnh?",
    # metadata
    "Số hiệu kế hoạch của Quảng Ngãi?",
    "Chương trình hành động của Thủy Nguyên ban hành ngày nào?",
    "Ai ký kế hoạch của Quảng Ngãi?",
    "Ai ký văn bản của Đà Lạt?",
    "Kế hoạch của Đà Lạt căn cứ vào văn bản nào?",
    "Cơ quan ban hành kế hoạch của Đức Phổ?",
    "Nơi nhận của kế hoạch Quảng Ngãi?",
    "Trích yếu kế hoạch của Quảng Ngãi là gì?",
    # false premises
    "Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 60% phải không?",
    "Kế hoạch của Quảng Ngãi ban hành ngày 22/8/2022 đúng không?",
    # nothing to give
    "Chỉ tiêu cây xanh của Đà Lạt năm 2030?",
    "chỉ tiêu cây xanh của Hà Nội",
)

Case = tuple[str, Draft]


@pytest.fixture(scope="module")
def cases(collection: Collection) -> list[Case]:
    """Every question with the draft of its answer."""
    asked = [understand(q, collection.weigh) for q in QUESTIONS]
    return [(q.text, write_answer(q, scope_of(q, collection), collection)) for q in asked]


@pytest.fixture(scope="module")
def cited(cases: list[Case]) -> list[Statement]:
    """Every different cited statement of the drafts."""
    found = {(s.text, *((x.plan.id, x.start, x.end) for x in s.spans)): s for s in _cited(cases)}
    return list(found.values())


def _cited(cases: list[Case]) -> Iterator[Statement]:
    return (s for _, draft in cases for s in draft.statements if s.spans)


@pytest.fixture(scope="module")
def plans(collection: Collection) -> list[Plan]:
    return [collection.plan(card.id) for card in collection.cards()]


@pytest.fixture(scope="module")
def true_texts(plans: list[Plan]) -> set[str]:
    """What the plans do state: a mutation that happens on one of these is no mistake."""
    texts = {value_statement(Match(p, i, 1.0, 1.0)).text for p in plans for i in p.indicators}
    return {flat(text) for text in texts}


def _survivors(statement: Statement, texts: Iterator[str], true_texts: set[str]) -> list[str]:
    return [
        text
        for text in texts
        if flat(text).removeprefix("đúng.") not in true_texts
        and text != statement.text
        and passes(replace(statement, text=text), "")
    ]


def _outside(text: str) -> list[tuple[int, int]]:
    """Stretches of a statement that are not quoted."""
    edges = [0, *(at for span in quotes_in(text) for at in span), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _own(text: str, pattern: str) -> Iterator[re.Match[str]]:
    """Matches in the writer's own words."""
    for start, end in _outside(text):
        yield from re.compile(pattern).finditer(text, start, end)


def _put(text: str, match: re.Match[str], new: str, group: int | str = 0) -> str:
    return text[: match.start(group)] + new + text[match.end(group) :]


# --- right answers --------------------------------------------------------------------------------


def test_the_questions_give_every_sort_of_answer(cases: list[Case]) -> None:
    statuses = {draft.status for _, draft in cases}
    wanted = {Status.ANSWERED, Status.CORRECTED, Status.NOT_STATED, Status.OTHER_YEAR}
    assert statuses >= wanted | {Status.NO_PLAN}
    assert sum(bool(draft.rows) for _, draft in cases) >= 5


@pytest.mark.parametrize("number", range(len(QUESTIONS)))
def test_an_unmutated_draft_passes(number: int, cases: list[Case], plans: list[Plan]) -> None:
    question, draft = cases[number]
    known = [plan.meta for plan in plans]
    assert verified(draft, question, known) == draft
    assert check_answer(finish(draft)) == []


# --- statements -----------------------------------------------------------------------------------


def _other_digits(text: str) -> Iterator[str]:
    for at, char in enumerate(text):
        if char.isascii() and char.isdigit():
            for step in (1, 5, 9):
                yield text[:at] + str((int(char) + step) % 10) + text[at + 1 :]


def _other_units(text: str) -> Iterator[str]:
    units = ("%", " m²", " m²/người", " ha", " xã", " tỷ đồng")
    for match in _own(text, r"\d(?P<unit>%|\s?m²/người|\s?m²(?!/)|\s(?:đô thị|xã)(?=[.;)]|$))"):
        for unit in units:
            if unit.strip() != match["unit"].strip():
                yield _put(text, match, unit, "unit")


def _other_years(text: str) -> Iterator[str]:
    for match in _own(text, r"(?<![\d/])20\d\d(?!\d)"):
        year = int(match.group())
        for other in {year - 5, year - 1, year + 1, year + 5, 2020, 2025, 2030, 2045} - {year}:
            yield _put(text, match, str(other))


_SIGNS = {
    "trên": ">", "hơn": ">", "tối thiểu": "≥", "ít nhất": "≥", "không dưới": "≥", "khoảng": "≈",
    "dưới": "<", "gần": "<", "không quá": "≤", "tối đa": "≤",
}  # fmt: skip


def _other_operators(text: str) -> Iterator[str]:
    words = "|".join(_SIGNS)
    for match in _own(text, rf"(?<!\w)(?P<word>{words}) (?=\d)"):
        yield _put(text, match, "")
        for word, sign in _SIGNS.items():
            if sign != _SIGNS[match["word"]]:
                yield _put(text, match, f"{word} ")
    for match in _own(text, rf"(?:(?<=: )|(?<=\())(?=\d[\d,.\s>→-]*(?:%|m²|\s?đô thị))(?!{words})"):
        for word in _SIGNS:
            yield _put(text, match, f"{word} ")


_LOCALITIES = ("Hà Tĩnh", "Đức Phổ", "Quảng Ngãi", "Thủy Nguyên", "Đà Lạt", "Hà Nội", "Bình Sơn")


def _other_localities(text: str) -> Iterator[str]:
    for match in _own(text, "|".join(_LOCALITIES)):
        for name in _LOCALITIES:
            if name != match.group():
                yield _put(text, match, name)


def _other_scopes(text: str) -> Iterator[str]:
    scopes = ("toàn tỉnh", "toàn huyện", "tại khu vực nội thị", "khu vực ngoại thị", "nông thôn")
    for match in _own(text, r"\((?P<scope>[^()\d]*)\)(?=[^“]*: )"):
        for scope in scopes:
            if scope != match["scope"]:
                yield _put(text, match, scope, "scope")


def _other_quotes(text: str) -> Iterator[str]:
    for start, end in quotes_in(text):
        for at in range(start, end):
            if text[at].isalnum():
                other = "x" if text[at] != "x" else "y"
                yield text[:at] + other + text[at + 1 :]
        for match in re.compile(r"(?<=\s)\S+\s").finditer(text, start, end):
            yield _put(text, match, "")


_MUTATIONS: dict[str, Callable[[str], Iterator[str]]] = {
    "digit": _other_digits,
    "unit": _other_units,
    "year": _other_years,
    "operator": _other_operators,
    "locality": _other_localities,
    "scope": _other_scopes,
    "quote": _other_quotes,
}


@pytest.mark.parametrize("name", _MUTATIONS)
def test_every_mutation_of_a_right_statement_is_caught(
    name: str, cited: list[Statement], true_texts: set[str]
) -> None:
    mutate = _MUTATIONS[name]
    assert sum(1 for s in cited for _ in mutate(s.text)) >= 20
    assert [left for s in cited for left in _survivors(s, mutate(s.text), true_texts)] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("(toàn huyện)", "(tại khu vực nội thị)"),
        ("(tại khu vực nội thị)", "(toàn huyện)"),
        (" (toàn huyện)", ""),
        ("(dự kiến)", "(hiện trạng)"),
    ],
)
def test_the_scope_of_another_value_is_caught(
    right: str, wrong: str, cited: list[Statement], true_texts: set[str]
) -> None:
    found = [
        s for s in cited if right in s.text and "Thủy Nguyên" in s.text and not quotes_in(s.text)
    ]
    assert found
    for statement in found:
        mutated = iter([statement.text.replace(right, wrong)])
        if right == " (toàn huyện)" and "cây xanh" not in statement.text:
            continue  # only there does the plan give another scope a value of that year
        assert _survivors(statement, mutated, true_texts) == []


def _is_exact(statement: Statement) -> bool:
    """Whether the statement needs every word that it cites: one value's sentence, or a whole quote."""
    words = " ".join(statement.spans[0].text.split())
    return len(statement.spans) == 1 and f"“{words}”" in " ".join(statement.text.split())


def test_a_citation_that_is_cut_short_is_caught(cited: list[Statement]) -> None:
    exact = [s for s in cited if _is_exact(s)]
    assert len(exact) >= 15
    for statement in exact:
        span = statement.spans[0]
        for cut in range(1, span.end - span.start):
            for cut_span in (
                replace(span, start=span.start + cut),
                replace(span, end=span.end - cut),
            ):
                if cut_span.text.strip(" \n.;,:") != span.text.strip(" \n.;,:"):
                    assert not passes(replace(statement, spans=(cut_span,)), ""), cut_span.text


def test_a_value_whose_sentence_is_cut_is_caught(plans: list[Plan]) -> None:
    for plan in plans:
        for indicator in plan.indicators:
            statement = value_statement(Match(plan, indicator, 1.0, 1.0))
            if len(statement.spans) > 1:
                continue
            (span,) = statement.spans
            for cut in (1, 7, (span.end - span.start) // 2):
                for wrong in (
                    replace(span, start=span.start + cut),
                    replace(span, end=span.end - cut),
                ):
                    inside = wrong.text.strip(" \n.;,:") == span.text.strip(" \n.;,:")
                    assert inside or not passes(replace(statement, spans=(wrong,)), "")


def test_a_citation_of_another_place_is_caught(cited: list[Statement], plans: list[Plan]) -> None:
    kept = []
    for statement in cited:
        span = statement.spans[0]
        size = span.end - span.start
        moved = [
            replace(span, start=max(0, span.start + by), end=max(0, span.start + by) + size)
            for by in (-size, size, 2 * size, -2 * size)
        ]
        others = [replace(span, plan=plan) for plan in plans if plan is not span.plan]
        broken = [
            replace(span, start=-1),
            replace(span, start=span.end),
            replace(span, start=span.end, end=span.start),
            replace(span, end=len(span.plan.text) + 1),
            replace(span, start=len(span.plan.text) + 5, end=len(span.plan.text) + 50),
        ]
        kept += [
            (statement.text, wrong.text)
            for wrong in (*moved, *others, *broken)
            if passes(replace(statement, spans=(wrong,)), "")
        ]
    assert kept == []


def test_a_citation_of_another_locality_beside_the_right_one_is_caught(
    cited: list[Statement], plans: list[Plan]
) -> None:
    named = [s for s in cited if _names_its_plan(s)]
    assert len(named) >= 30
    for statement in named:
        for plan in plans:
            if all(plan is not span.plan for span in statement.spans):
                added = Span(plan, plan.sections[1].start, plan.sections[1].end)
                assert not passes(replace(statement, spans=(*statement.spans, added)), "")


def _names_its_plan(statement: Statement) -> bool:
    own = "".join(statement.text[start:end] for start, end in _outside(statement.text))
    return all((span.plan.meta.locality or "?") in own for span in statement.spans)


_TABLE = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Cấp nước đô thị

I. MỤC TIÊU

1. Xây dựng bãi đỗ xe. Mở cầu phao năm 2035.

PHỤ LỤC
| STT | Chỉ tiêu | Đơn vị tính | 2025 | 2030 |
| 1 | Tỷ lệ thất thoát nước sạch | % | 17,5 | 13 |
"""


def test_a_header_that_alone_prints_the_year_may_be_cited_beside_the_row() -> None:
    plan = small_plan(_TABLE)
    indicator = next(i for i in plan.indicators if i.low == 13)
    right = value_statement(Match(plan, indicator, 1.0, 1.0))
    assert len(right.spans) == 2 and faults(right, "") == []
    for words in ("Xây dựng bãi đỗ xe.", "Mở cầu phao năm 2035."):
        at = plan.text.index(words)
        beside = (*right.spans, Span(plan, at, at + len(words)))
        assert faults(replace(right, spans=beside), "") == ["Có trích dẫn không liên quan đến câu."]


def test_a_marker_that_a_writer_put_himself_is_caught(cited: list[Statement]) -> None:
    for statement in cited:
        assert not passes(replace(statement, text=f"{statement.text} [1]"), "")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030: trên 45%.", "tỷ lệ đô thị hóa Hà Tĩnh 2030?"),
        ("Văn bản của Hà Tĩnh không nêu tỷ lệ này cho năm 2035.", "tỷ lệ ĐTH Hà Tĩnh năm 2030?"),
        ("Văn bản của Hà Tĩnh không nêu “cây xanh” năm 2028.", "cây xanh Hà Tĩnh 2026-2030?"),
        ("Văn bản của Đà Lạt không nêu “cây xanh”.", "chỉ tiêu cây xanh của Hà Tĩnh"),
        ("Văn bản của Hà Tĩnh không nêu “mật độ dân số”.", "chỉ tiêu cây xanh của Hà Tĩnh"),
        ("Không phải trên 65%.", "Hà Tĩnh đặt trên 60% phải không?"),
        ("Không phải ngày 23/9/2022.", "Kế hoạch ban hành ngày 22/9/2022 phải không?"),
        ("Bản lưu Kế hoạch số 152/KH-UBND không ghi người ký.", "Ai ký Kế hoạch 151/KH-UBND?"),
        ("Hà Tĩnh đứng đầu.", "Hà Tĩnh có đứng đầu không?"),
        ("", "câu hỏi"),
    ],
)
def test_an_uncited_sentence_may_not_claim(text: str, question: str) -> None:
    assert not passes(Statement(text), question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Văn bản của Hà Tĩnh không nêu “cây xanh” cho năm 2035.", "cây xanh Hà Tĩnh năm 2035?"),
        ("Văn bản của Hà Tĩnh không nêu “cây xanh” năm 2026.", "cây xanh Hà Tĩnh 2026-2030?"),
        ("Văn bản của Hà Tĩnh không nêu “cây xanh” năm 2030.", "cây xanh Hà Tĩnh 2026-2030?"),
        ("Không phải trên 60%.", "Tỷ lệ đô thị hóa của Hà Tĩnh năm 2030 là trên 60% phải không?"),
        ("Không phải ngày 22/8/2022.", "Ban hành ngày 22/8/2022 đúng không?"),
        ("Không phải ngày 22/8/2022.", "Ban hành ngày 22 tháng 8 năm 2022 đúng không?"),
        ("Văn bản của Đức Phổ không nêu “cây xanh”.", "cây xanh ở phường Sa Huỳnh"),
        ("Kế hoạch của Đà Lạt ban hành trên cơ sở các văn bản sau:", "Căn cứ của kế hoạch Đà Lạt?"),
        (wording.no_plan(["thành phố Hà Nội"], ["Đà Lạt", "Hà Tĩnh"]), "cây xanh của Hà Nội"),
        (wording.other_year("Hà Tĩnh", [2028]), "Tỷ lệ đô thị hóa của Hà Tĩnh năm 2028"),
        (wording.OFF_TOPIC, "thời tiết hôm nay"),
        (wording.OPINION, "theo bạn thì sao?"),
        (wording.NO_SUCH_PHRASE, "“abc def”"),
        (wording.NO_SUCH_PROVISION, "khoản 99"),
        (wording.NOT_FOUND, "xyz"),
        (f"{wording.NEAREST}:", "xyz"),
        (
            "Tỉnh Kon Tum được sáp nhập vào tỉnh Quảng Ngãi từ ngày 01/7/2025; kế hoạch của tỉnh Quảng "
            "Ngãi ban hành trước khi sáp nhập nên không bao gồm địa bàn này.",
            "cây xanh của Kon Tum",
        ),
    ],
)
def test_an_uncited_sentence_may_deny_ask_and_introduce(text: str, question: str) -> None:
    assert faults(Statement(text), question) == []


def test_an_uncited_sentence_may_name_a_known_document_by_number(plans: list[Plan]) -> None:
    text = "Bản lưu Kế hoạch số 151/KH-UBND của Quảng Ngãi không ghi giờ ban hành."
    assert not passes(Statement(text), "Quảng Ngãi")
    assert passes(Statement(text), "Quảng Ngãi", [plan.meta for plan in plans])


# --- what is wrong is dropped, and quotes remain --------------------------------------------------


def test_a_wrong_sentence_is_dropped_and_the_rest_stays(cases: list[Case]) -> None:
    question, draft = next(
        case for case in cases if len(case[1].statements) > 4 and "%" in case[1].statements[0].text
    )
    bad = replace(draft.statements[0], text=draft.statements[0].text.replace("%", " ha"))
    mutated = replace(draft, statements=(bad, *draft.statements[1:]))
    assert verified(mutated, question).statements == draft.statements[1:]


def test_when_all_fails_the_cited_words_are_quoted(plans: list[Plan]) -> None:
    ha_tinh = next(plan for plan in plans if plan.id == "ha-tinh")
    right = value_statement(Match(ha_tinh, ha_tinh.indicators[1], 1.0, 1.0))
    wrong = replace(right, text=right.text.replace("45", "54"))
    (left,) = verified(Draft(Status.ANSWERED, (wrong,)), "").statements
    assert "54" not in left.text
    assert f"“{right.spans[0].text}”" in left.text
    assert left.spans == right.spans


def test_another_localitys_words_are_not_offered_instead(plans: list[Plan]) -> None:
    ha_tinh = next(plan for plan in plans if plan.id == "ha-tinh")
    right = value_statement(Match(ha_tinh, ha_tinh.indicators[1], 1.0, 1.0))
    wrong = replace(right, text=right.text.replace("Hà Tĩnh", "Đà Lạt"))
    left = verified(Draft(Status.ANSWERED, (wrong,)), "Tỷ lệ đô thị hóa của Đà Lạt?")
    assert left == Draft(Status.NOT_STATED, (Statement(f"{wording.NOT_STATED}."),))


def test_an_answer_is_never_empty() -> None:
    for status in Status:
        left = verified(Draft(status, (Statement("Hà Tĩnh: 45%."),)), "")
        assert left.statements[0].text.strip()


# --- tables ---------------------------------------------------------------------------------------


def _cells(cases: list[Case]) -> Iterator[tuple[DraftCell, str, str, Draft]]:
    for _, draft in cases:
        for row in draft.rows:
            for column, cell in zip(draft.columns, row.cells, strict=True):
                if cell.span is not None:
                    yield cell, row.label, column, draft


def test_every_mutation_of_a_cell_is_caught(cases: list[Case]) -> None:
    mutate = (_other_digits, _other_units, _other_operators, _other_scopes)
    tried = [
        (cell.text, text, cell_faults(replace(cell, text=text), label, column))
        for cell, label, column, _ in _cells(cases)
        for change in mutate
        for text in change(cell.text)
    ]
    assert len(tried) > 100
    assert [found for found in tried if not found[2]] == []


def test_a_cell_of_another_year_is_caught(cases: list[Case]) -> None:
    dated = [c for c in _cells(cases) if c[0].year is not None]
    assert len(dated) >= 10
    for (cell, label, column, _), year in product(dated, (2020, 2025, 2029, 2030, 2045, None)):
        if year != cell.year:
            assert cell_faults(replace(cell, year=year), label, column), (cell.text, year)


def test_a_row_of_another_year_is_caught(cases: list[Case]) -> None:
    for cell, label, column, _ in _cells(cases):
        if cell.year is not None:
            other = label.replace(str(cell.year), "2040")
            assert other == label or cell_faults(cell, other, column)


def test_a_cell_under_another_column_is_caught(cases: list[Case]) -> None:
    for cell, label, column, draft in _cells(cases):
        for other in (*draft.columns, *_LOCALITIES, None):
            assert other == column or cell_faults(cell, label, other)


def test_swapped_columns_are_caught(cases: list[Case]) -> None:
    tables = [draft for _, draft in cases if draft.rows]
    for draft in tables:
        swapped = replace(draft, columns=(*draft.columns[1:], draft.columns[0]))
        for row in verified(swapped, "").rows:
            assert all(cell == DraftCell(wording.CELL_NOT_STATED, None, None) for cell in row.cells)


def test_the_citation_of_another_cell_is_caught(cases: list[Case]) -> None:
    found = list(_cells(cases))
    for (cell, label, column, _), (other, *_) in product(found, found):
        same = other.span == cell.span
        assert (
            same
            or cell_faults(replace(cell, span=other.span), label, column)
            or _same_value(cell, other)
        )


def _same_value(cell: DraftCell, other: DraftCell) -> bool:
    """Whether both cells state the same of one place, so that either citation bears it out."""
    assert cell.span is not None and other.span is not None
    return cell.span.plan is other.span.plan and (
        cell.text in " ".join(other.span.text.split())
        or max(cell.span.start, other.span.start) < min(cell.span.end, other.span.end)
    )


def test_a_cell_with_words_but_no_citation_is_caught(cases: list[Case]) -> None:
    for cell, label, column, _ in _cells(cases):
        assert cell_faults(replace(cell, span=None), label, column)
        assert cell_faults(replace(cell, text=wording.CELL_NOT_STATED), label, column)


def test_a_wrong_cell_becomes_the_words_that_it_cites(cases: list[Case]) -> None:
    _, draft = next(case for case in cases if case[1].rows)
    row = draft.rows[0]
    wrong = replace(row.cells[0], text="dưới 1%")
    left = verified(replace(draft, rows=(DraftRow(row.label, (wrong, *row.cells[1:])),)), "").rows[
        0
    ]
    span = row.cells[0].span
    assert span is not None
    assert left.cells[0] == DraftCell(" ".join(span.text.split()), None, span)
    assert left.cells[1:] == row.cells[1:]


# --- finished answers -----------------------------------------------------------------------------


def _answers(cases: list[Case]) -> list[Answer]:
    return [answer for _, draft in cases if (answer := finish(draft)).citations]


def test_every_changed_marker_is_caught(cases: list[Case]) -> None:
    for answer in _answers(cases):
        for match in re.finditer(r"\[(\d+)\]", answer.text):
            for number in range(len(answer.citations) + 2):
                if number != int(match[1]):
                    text = _put(answer.text, match, f"[{number}]")
                    wrong = check_answer(replace(answer, text=text))
                    assert wrong or _is_inside(answer, int(match[1]), number), text[-300:]


def _is_inside(answer: Answer, number: int, other: int) -> bool:
    """Whether the other citation holds all the words of the first, and so bears the sentence out."""
    first, second = (answer.citations[n - 1] for n in (number, other))
    return second.start <= first.start and first.end <= second.end and first.plan is second.plan


def test_a_marker_taken_away_is_caught_when_it_was_the_only_one(cases: list[Case]) -> None:
    for answer in _answers(cases):
        for citation in answer.citations:
            bare = answer.text.replace(f"[{citation.marker}]", "")
            assert answer.table is not None or check_answer(replace(answer, text=bare))


def test_a_citation_taken_away_or_moved_is_caught(cases: list[Case]) -> None:
    for answer in _answers(cases):
        for at, citation in enumerate(answer.citations):
            rest = (*answer.citations[:at], *answer.citations[at + 1 :])
            assert check_answer(replace(answer, citations=rest))
            wrong = Citation(citation.marker, citation.plan, 0, 2)
            assert check_answer(replace(answer, citations=(*rest, wrong)))
            assert check_answer(replace(answer, citations=(*answer.citations, wrong)))


# --- never raise ----------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(alphabet="“”[]()0123456789.,;:/-–→%² mánHàTĩnhnămkhoảtrêIVX\n¦⁽¹⁾", max_size=80),
    start=st.integers(-5, 30_000),
    size=st.integers(-5, 800),
    question=st.text(max_size=30),
    year=st.none() | st.integers(0, 3_000),
)
def test_the_gate_never_raises(
    plans: list[Plan], text: str, start: int, size: int, question: str, year: int | None
) -> None:
    spans = tuple(Span(plan, start, start + size) for plan in plans[:2])
    cell = DraftCell(text, year, spans[0])
    draft = Draft(
        Status.ANSWERED,
        (Statement(text), Statement(text, spans[:1]), Statement(text, spans)),
        ("Hà Tĩnh", "Đà Lạt"),
        (DraftRow(text, (cell, replace(cell, span=None), cell)),),
    )
    left = verified(draft, question)
    assert left.statements
    citations = tuple(Citation(n, s.plan, s.start, s.end) for n, s in enumerate(spans, 1))
    assert isinstance(check_answer(Answer(Status.ANSWERED, f"{text} [1] [2]", citations)), list)
