"""Follow-ups take what they leave out from the turns before."""

from __future__ import annotations

import pytest

from rag.assistant import Assistant

FOLLOW_UPS = [
    (["Tỷ lệ đô thị hóa năm 2025 của Hà Tĩnh?", "còn năm 2030?"], "trên 45%", {"ha-tinh"}),
    (["Tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh?", "thế Đức Phổ?"], "trên 80%", {"duc-pho"}),
    (["Tỷ lệ đô thị hóa năm 2030 của Đức Phổ?", "so với Hà Tĩnh thì sao?"], "cao hơn", {"duc-pho", "ha-tinh"}),
    (["Kế hoạch của Quảng Ngãi ban hành ngày nào?", "ai ký?"], "Đặng Văn Minh", {"quang-ngai"}),
    (["chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?", "trích nguyên văn"], "khoảng 7-9m²", {"ha-tinh"}),
    (["Tỷ lệ đô thị hóa năm 2025 của Hà Tĩnh?", "còn năm 2030?", "thế Đức Phổ?"], "trên 80%", {"duc-pho"}),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "words", "plans"), FOLLOW_UPS)
def test_a_follow_up(turns: list[str], words: str, plans: set[str], assistant: Assistant) -> None:
    answer = assistant.ask(turns[-1], turns[:-1])
    assert words in answer.text
    assert {citation.plan.id for citation in answer.citations} == plans


def test_a_new_topic_starts_clean(assistant: Assistant) -> None:
    history = ["Tỷ lệ đô thị hóa năm 2030 của Đức Phổ?"]
    asked = "Ai ký kế hoạch của Quảng Ngãi?"
    assert assistant.ask(asked, history).text == assistant.ask(asked).text


def test_the_turns_before_do_not_change_a_whole_question(assistant: Assistant) -> None:
    whole = "Diện tích cây xanh của Hà Tĩnh năm 2030?"
    history = ["Tỷ lệ đô thị hóa của Thủy Nguyên năm 2025?", "còn Đức Phổ?"]
    assert assistant.ask(whole, history).text == assistant.ask(whole).text
