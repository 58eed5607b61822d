"""How each status of an answer is shown: in words and in colour, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rag.answer import Status

Colour = Literal["green", "blue", "orange", "red", "gray"]


@dataclass(frozen=True, slots=True)
class StatusView:
    """The words and the colour of a badge."""

    words: str
    colour: Colour


VIEWS = {
    Status.ANSWERED: StatusView("Đã trả lời", "green"),
    Status.CORRECTED: StatusView("Đã đính chính nội dung câu hỏi", "blue"),
    Status.NOT_STATED: StatusView("Văn bản không nêu", "orange"),
    Status.OTHER_YEAR: StatusView("Văn bản nêu cho năm hoặc phạm vi khác", "orange"),
    Status.NO_PLAN: StatusView("Chưa có văn bản của địa phương này", "gray"),
    Status.AMBIGUOUS: StatusView("Câu hỏi có nhiều cách hiểu", "blue"),
    Status.OFF_TOPIC: StatusView("Ngoài phạm vi các văn bản", "gray"),
    Status.UNAVAILABLE: StatusView("Hệ thống chưa sẵn sàng", "red"),
}
