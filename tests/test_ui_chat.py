"""ui.chat with its sidebar: history, editing, going on, judging, as Streamlit runs them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest
from ui_fake import FakeAssistant, bright_plan
from ui_run import chat_assistant, html_of, opened_app

import ui.chat
from ui.database import database
from ui.feedback import remarks
from ui.history import History


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeAssistant:
    return chat_assistant(monkeypatch, tmp_path)


def asked_app(*questions: str) -> AppTest:
    app = opened_app()
    for question in questions:
        app.chat_input[0].set_value(question).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label.replace("\\", "") == label).click()
    app.run()
    assert not app.exception
    return app


def button_labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def history() -> History:
    return History(database(), "")


def kept_questions() -> list[list[str]]:
    found = history()
    return [[turn.question for turn in found.load(one.id) or ()] for one in found.listed()]


def test_a_conversation_is_kept_and_opened_again(assistant: FakeAssistant) -> None:
    first = asked_app("cây xanh", "còn 2025?")
    assert kept_questions() == [["cây xanh", "còn 2025?"]]
    app = opened_app(c=str(first.query_params["c"]))
    assert len(app.chat_message) == 4
    assert "Đã hiểu là: cây xanh năm 2030" in html_of(app)
    assert len(assistant.asked) == 2  # shown as it was, not asked again
    app.chat_input[0].set_value("còn 2035?").run()
    assert assistant.asked[-1] == ("còn 2035?", ("cây xanh", "còn 2025?"))
    assert len(kept_questions()) == 1


def test_a_shared_address_asks_again_for_another_person(assistant: FakeAssistant) -> None:
    app = opened_app(q="cây xanh", c="0" * 32)
    assert len(app.chat_message) == 2
    assert assistant.asked == [("cây xanh", ())]


def test_a_conversation_is_opened_from_the_list(assistant: FakeAssistant) -> None:
    asked_app("cây xanh")
    asked_app("thời tiết")
    app = opened_app()
    assert button_labels(app)[-2:] == ["thời tiết", "cây xanh"]
    press(app, "cây xanh")
    assert "Theo kế hoạch" in html_of(app)
    assert app.query_params["q"] == "cây xanh"


def test_the_list_is_searched_without_diacritics(assistant: FakeAssistant) -> None:
    asked_app("cây xanh")
    asked_app("thời tiết")
    app = opened_app()
    app.sidebar.text_input[0].set_value("cay").run()
    assert "cây xanh" in button_labels(app)
    assert "thời tiết" not in button_labels(app)
    app.sidebar.text_input[0].set_value("khong co").run()
    assert any("Không có cuộc hỏi đáp nào" in caption.value for caption in app.caption)


def test_rename(assistant: FakeAssistant) -> None:
    app = asked_app("cây xanh")
    press(app, "Đổi tên")
    next(box for box in app.text_input if box.label == "Tên mới").set_value("Cây xanh tỉnh nhà")
    press(app, "Lưu tên")
    assert [one.title for one in history().listed()] == ["Cây xanh tỉnh nhà"]


@pytest.mark.parametrize(("answer", "left"), [("Giữ lại", 1), ("Xóa hẳn", 0)])
def test_delete_asks_first(assistant: FakeAssistant, answer: str, left: int) -> None:
    app = asked_app("cây xanh")
    press(app, "Xóa")
    assert len(history().listed()) == 1
    press(app, answer)
    assert len(history().listed()) == left
    assert len(app.chat_message) == 2 * left


def test_an_old_answer_says_what_it_said_and_that_the_plan_changed(
    assistant: FakeAssistant,
) -> None:
    first = asked_app("cây xanh")
    plan = bright_plan()
    assistant.collection = (replace(plan, text=plan.text.replace("8-10 m²", "9-11 m²")),)
    app = opened_app(c=str(first.query_params["c"]))
    html = html_of(app)
    assert "Văn bản trong kho đã thay đổi" in app.warning[0].value
    assert "Theo kế hoạch: khoảng" in html
    assert "8-10 m²" in html
    assert "Sao chép câu trả lời" not in html
    assert not app.get("download_button")


def test_an_answer_that_fails_the_gate_cannot_be_taken_away(assistant: FakeAssistant) -> None:
    app = asked_app("bịa")
    assert "Chưa xuất được" in app.warning[0].value.replace("\\", "")
    assert not app.get("download_button")
    assert len(asked_app("cây xanh").get("download_button")) == 2


def test_a_question_is_edited_and_asked_again(assistant: FakeAssistant) -> None:
    app = asked_app("cây xanh", "còn 2025?", "còn 2035?")
    next(button for button in app.button if button.label == "Sửa câu hỏi").click().run()
    assert any("sẽ được bỏ" in caption.value for caption in app.caption)
    app.text_area[0].set_value("thời tiết")
    press(app, "Hỏi lại")
    assert assistant.asked[-1] == ("thời tiết", ())
    assert len(app.chat_message) == 2
    assert kept_questions() == [["thời tiết"]]


def test_an_edit_may_be_given_up(assistant: FakeAssistant) -> None:
    app = asked_app("cây xanh")
    press(app, "Sửa câu hỏi")
    assert not app.chat_message
    press(app, "Thôi")
    assert len(app.chat_message) == 2
    assert len(assistant.asked) == 1


def test_what_may_be_asked_next_is_asked_at_a_click(
    assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = replace(assistant.ask("thời tiết"), suggestions=("Chỉ tiêu cây xanh?",))
    original = FakeAssistant.ask

    def ask(self: FakeAssistant, question: str, turns: tuple[str, ...] = ()) -> Any:
        return answer if question == "thời tiết" else original(self, question, turns)

    monkeypatch.setattr(FakeAssistant, "ask", ask)
    app = asked_app("thời tiết")
    press(app, "Chỉ tiêu cây xanh?")
    assert assistant.asked[-1] == ("Chỉ tiêu cây xanh?", ("thời tiết",))


def test_a_thumb_is_kept_with_what_was_seen(assistant: FakeAssistant) -> None:
    app = asked_app("cây xanh")
    app.feedback[0].set_value(1).run()
    assert any("Đã ghi nhận" in caption.value for caption in app.caption)
    (kept,) = remarks(database())
    assert kept.good
    assert kept.turns == ("cây xanh",)
    assert kept.answer.citations[0].quote == "khoảng 8-10 m²"


def test_a_thumb_down_has_a_reason(assistant: FakeAssistant) -> None:
    app = asked_app("cây xanh", "còn 2025?")
    app.feedback[1].set_value(0).run()
    assert [one.reason for one in remarks(database())] == [""]
    app.button_group[-1].set_value("so-lieu")
    app.text_area[0].set_value("Số của năm khác")
    press(app, "Gửi góp ý")
    (kept,) = remarks(database())
    assert (kept.good, kept.reason, kept.comment) == (False, "so-lieu", "Số của năm khác")
    assert kept.turns == ("cây xanh", "còn 2025?")
    assert "Gửi góp ý" not in button_labels(app)


def test_stopping_keeps_nothing_and_offers_to_ask_again(
    assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise StopException

    with monkeypatch.context() as patched:
        patched.setattr(ui.chat, "draw_answer", stopped)
        app = asked_app("cây xanh")
    assert kept_questions() == []
    app.run()
    assert "Đã dừng trả lời câu “cây xanh”" in app.info[0].value
    press(app, "Hỏi lại")
    assert not app.info
    assert kept_questions() == [["cây xanh"]]


def test_stopping_a_follow_up_keeps_what_was_before(
    assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, live: bool, **__: object) -> None:
        if live:
            raise StopException

    app = asked_app("cây xanh")
    with monkeypatch.context() as patched:
        patched.setattr(ui.chat, "draw_answer", stopped)
        app.chat_input[0].set_value("còn 2025?").run()
    app.run()
    assert kept_questions() == [["cây xanh"]]
    assert len(app.chat_message) == 2


def test_without_a_database_questions_are_still_answered(
    assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAG_DB", "sqlite:////proc/no/chat.db")
    app = asked_app("cây xanh")
    assert "Theo kế hoạch" in html_of(app)
    assert "RAG" in app.sidebar.warning[0].value
