"""An answer and a comparison to take away, with the moment of taking them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from ui_fake import FakeAssistant

from rag.answer import Answer
from ui.takeaway.parts import Taken, taken

WHEN = datetime(2026, 2, 6, 14, 5, tzinfo=timezone(timedelta(hours=7)))
QUESTION = "Chỉ tiêu cây xanh?"


def green() -> Answer:
    """Two citations of one sentence."""
    return FakeAssistant().ask("cây xanh")


def comparison() -> Answer:
    """One row, one cell stated and one not."""
    return FakeAssistant().ask("so sánh cây xanh")


def to_take(answer: Answer, question: str = QUESTION) -> Taken:
    """The answer past the gate."""
    return taken(answer, question, WHEN)
