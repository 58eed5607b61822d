"""The screens as Streamlit runs them, over an invented assistant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ui_fake import HOSTILE, FakeAssistant
from ui_run import chat_assistant, html_of, opened_app, opened_screen

import ui.backend
import ui.chat
import ui.library
from rag.errors import QuestionError
from ui.backend import Trouble
from ui.conversation import examples
from ui.markup import label
from ui.words import NOTICE


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeAssistant:
    return chat_assistant(monkeypatch, tmp_path)


def test_the_first_screen_shows_examples_and_the_notice(assistant: FakeAssistant) -> None:
    app = opened_app()
    assert [button.label for button in app.main.button] == [
        label(question) for question in examples(["Bình Minh"])
    ]
    assert NOTICE in [caption.value for caption in app.caption]
    assert assistant.asked == []


def test_a_question_gives_an_answer_with_its_cards(assistant: FakeAssistant) -> None:
    app = opened_app()
    app.chat_input[0].set_value("Chỉ tiêu cây xanh?").run()
    html = html_of(app)
    assert "Gạch đầu dòng thứ 2 Mục II Kế hoạch số 12/KH-UBND" in html
    assert "<mark>khoảng 8-10 m²</mark>" in re.sub("</?span[^>]*>", "", html)
    assert "Đã hiểu là: cây xanh năm 2030" in html
    assert app.query_params["q"] == "Chỉ tiêu cây xanh?"


def test_a_follow_up_is_asked_with_the_turns_before(assistant: FakeAssistant) -> None:
    app = opened_app()
    app.chat_input[0].set_value("Chỉ tiêu cây xanh?").run()
    app.chat_input[0].set_value("còn năm 2025?").run()
    assert assistant.asked[-1] == ("còn năm 2025?", ("Chỉ tiêu cây xanh?",))
    assert len(app.chat_message) == 4
    assert len(assistant.asked) == 2


def test_an_example_is_asked_at_a_click(assistant: FakeAssistant) -> None:
    app = opened_app()
    app.button[0].click().run()
    assert assistant.asked == [(examples(["Bình Minh"])[0], ())]
    assert not [button for button in app.button if (button.key or "").startswith("example-")]


def test_an_address_asks_its_questions_once(assistant: FakeAssistant) -> None:
    app = opened_app(q=["cây xanh", "còn 2025?"])
    assert assistant.asked == [("cây xanh", ()), ("còn 2025?", ("cây xanh",))]
    app.run()
    assert len(assistant.asked) == 2


def test_a_new_conversation_starts_clean(assistant: FakeAssistant) -> None:
    app = opened_app(q="cây xanh")
    app.sidebar.button[0].click().run()
    assert not app.chat_message
    assert "q" not in app.query_params
    app.chat_input[0].set_value("Chỉ tiêu cây xanh?").run()
    assert assistant.asked[-1] == ("Chỉ tiêu cây xanh?", ())


def test_a_blank_question_asks_nothing(assistant: FakeAssistant) -> None:
    app = opened_app(q="   ")
    app.chat_input[0].set_value("  \n ").run()
    assert assistant.asked == []
    assert not app.exception


def test_a_hostile_question_is_shown_as_text(assistant: FakeAssistant) -> None:
    app = opened_app(q=HOSTILE)
    assert "&lt;script&gt;" in html_of(app)
    assert all(HOSTILE not in element.value for element in app.markdown)


def test_trouble_is_one_line_and_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui.chat, "opened", lambda: Trouble("Chưa có chỉ mục."))
    app = opened_app(q="cây xanh")
    assert "Chưa có chỉ mục" in app.error[0].value.replace("\\", "")
    assert "python -m index build" in html_of(app)
    assert not app.chat_input


def test_a_question_that_cannot_be_taken_is_said_and_not_kept(
    assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: FakeAssistant, question: str, history: object = ()) -> None:
        raise QuestionError("Câu hỏi quá dài.")

    monkeypatch.setattr(FakeAssistant, "ask", refuse)
    app = opened_app(q="cây xanh")
    assert "Câu hỏi quá dài" in app.warning[0].value
    assert app.session_state["page"].turns == []


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, "Thực hiện quy hoạch đô thị"),
        ({"plan": "binh-minh", "start": "643", "end": "657"}, "<mark>"),
        ({"plan": "binh-minh", "muc": "II.gạch 1"}, "trên 52%"),
        ({"plan": "../../etc/passwd"}, "Thực hiện quy hoạch đô thị"),
    ],
)
def test_the_library(assistant: FakeAssistant, params: dict[str, str], expected: str) -> None:
    html = html_of(opened_screen(ui.library, **params))
    assert expected in html
    assert "<img" not in html


@pytest.mark.parametrize(
    "params",
    [
        {"plan": "khong-co"},
        {"plan": "binh-minh", "start": "7", "end": "3"},
        {"plan": "binh-minh", "muc": "IX"},
    ],
)
def test_a_wrong_address_is_said_plainly(assistant: FakeAssistant, params: dict[str, str]) -> None:
    assert len(opened_screen(ui.library, **params).warning) == 1


def test_an_empty_collection_is_said_plainly(assistant: FakeAssistant) -> None:
    assistant.collection = ()
    assert len(opened_screen(ui.library).info) == 1


def test_without_an_index_the_line_names_its_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RAG_HOME", str(tmp_path))
    found = ui.backend.opened()
    assert isinstance(found, Trouble)
    assert str(tmp_path) in found.message
