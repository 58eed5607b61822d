"""ui.suggest: what may be asked next comes from the plans and was not asked before."""

from __future__ import annotations

from dataclasses import replace

from ui_fake import FakeAssistant, bright_plan, cite

from corpus.plan import Assignment, Indicator, IndicatorKind, Plan
from rag.answer import Answer, Status
from ui.suggest import MOST, suggestions

GREEN = "Diện tích cây xanh bình quân trên mỗi người dân đô thị"
SENTENCE = f"{GREEN} đến năm 2030 đạt khoảng 8-10 m²"


def indicator(plan: Plan, name: str, sentence: str, year: int) -> Indicator:
    start = plan.text.index(sentence)
    return Indicator(
        name, None, year, None, "≈", 8, 10, "m²", None, IndicatorKind.TARGET, "II.gạch 2",
        start, start + len(sentence), start, start + 3, None,
    )  # fmt: skip


def plan_with_targets() -> Plan:
    plan = bright_plan()
    urban = "Tỷ lệ đô thị hóa đến năm 2030 đạt trên 52%"
    return replace(
        plan,
        indicators=(
            indicator(plan, "Tỷ lệ đô thị hóa", urban, 2030),
            indicator(plan, GREEN, SENTENCE, 2030),
            indicator(plan, GREEN, SENTENCE, 2025),
        ),
    )


def green_answer(plan: Plan) -> Answer:
    return Answer(
        Status.ANSWERED, f"{GREEN} năm 2030: khoảng 8-10 m² [1].", (cite(plan, SENTENCE),)
    )


def elsewhere(plan: Plan, locality: str) -> Plan:
    return replace(plan, id=locality, meta=replace(plan.meta, locality=locality))


def test_the_answers_own_come_first() -> None:
    answer = replace(green_answer(plan_with_targets()), suggestions=("Một?", "Hai?"))
    assert suggestions(answer, (), ()) == ("Một?", "Hai?")


def test_other_years_other_indicators_other_localities() -> None:
    plan = plan_with_targets()
    others = (plan, elsewhere(bright_plan(), "Hải Vân"), elsewhere(plan, "Sơn Trà"))
    assert suggestions(green_answer(plan), (), others) == (
        f"{GREEN} năm 2025 của Bình Minh?",
        "Tỷ lệ đô thị hóa năm 2030 của Bình Minh?",
        "Còn Sơn Trà thì sao?",  # Hải Vân states no such indicator
    )


def test_what_was_asked_is_not_offered_again() -> None:
    plan = plan_with_targets()
    asked = (f"{GREEN.upper()} năm 2025 của Bình Minh?",)
    assert all("2025" not in one for one in suggestions(green_answer(plan), asked, ()))


def test_who_leads_the_cited_task() -> None:
    plan = bright_plan()
    start = plan.text.index("- Diện tích cây xanh")
    task = Assignment("II.gạch 2", ("Sở Xây dựng",), (), None, start, start + 60, 0, 1, None, None)
    plan = replace(plan, assignments=(task,))
    offered = suggestions(green_answer(plan), (), ())
    assert any(one.startswith("Ai chủ trì diện tích cây xanh") for one in offered)


def test_nothing_is_made_up_without_a_citation() -> None:
    assert suggestions(Answer(Status.NOT_STATED, "Văn bản không nêu."), (), (bright_plan(),)) == ()
    table = FakeAssistant().ask("so sánh cây xanh")
    assert suggestions(table, (), (bright_plan(),)) == ()


def test_there_are_few_and_they_are_short() -> None:
    many = tuple(f"Câu {number}?" for number in range(20))
    answer = replace(green_answer(bright_plan()), suggestions=("x" * 500, *many))
    assert suggestions(answer, (), ()) == many[:MOST]
