"""ui.conversation: writing by words, questions in an address."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from ui_fake import FakeAssistant

from ui.conversation import (
    MAX_LINKED_TURNS,
    MAX_QUESTION,
    Turn,
    examples,
    frames,
    linked_questions,
    now,
    questions,
)


@given(st.text(max_size=300), st.integers(1, 12))
def test_frames_grow_to_the_whole_text(text: str, most: int) -> None:
    shown = list(frames(text, most))
    assert shown[-1] == text
    assert len(shown) <= most
    for shorter, longer in pairwise(shown):
        assert text.lstrip().startswith(shorter)
        assert len(shorter) <= len(longer)


def test_frames_never_cut_a_marker() -> None:
    text = " ".join(f"chữ số {n} [{n}]" for n in range(40))
    assert all(frame.count("[") == frame.count("]") for frame in frames(text))


def test_linked_questions_are_limited() -> None:
    assert linked_questions(["  ", " cây\n xanh ", ""]) == ("cây xanh",)
    assert len(linked_questions(["x" * 10_000])[0]) == MAX_QUESTION
    many = [str(number) for number in range(100)]
    assert linked_questions(many) == tuple(many[-MAX_LINKED_TURNS:])


def test_questions_are_the_users_words() -> None:
    answer = FakeAssistant().ask("cây xanh")
    assert questions([Turn("a", answer, now()), Turn("b", answer, now())]) == ("a", "b")


def test_examples_name_only_localities_of_the_collection() -> None:
    assert examples([]) == ()
    assert all("Bình Minh" in question for question in examples(["Bình Minh"]))
    assert "So sánh" in examples(["Bình Minh", "Hải Vân"])[-1]
