"""A conversation as the chat keeps it: turns, what is asked again, the words as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.answer import Answer
from ui.markup import sentence_case, year_note
from ui.status import VIEWS
from ui.words import NOTICE

MAX_QUESTION = 2_000  # code points; a longer question is refused by the box
MAX_LINKED_TURNS = 10
_FRAMES = 8  # an answer is written in at most so many updates
_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer."""

    question: str
    answer: Answer


def examples(localities: Sequence[str]) -> tuple[str, ...]:
    """Questions to begin with, about localities of the collection; none when it names none."""
    if not localities:
        return ()
    first, second, third = (localities[number % len(localities)] for number in range(3))
    asked = [
        f"Chỉ tiêu cây xanh năm 2030 của {first} là bao nhiêu?",
        f"Tỷ lệ đô thị hóa đến năm 2025 của {second}?",
        f"Cơ quan nào tổ chức thực hiện văn bản của {third}?",
    ]
    if first != second:
        asked.append(f"So sánh diện tích nhà ở bình quân của {first} và {second}")
    return tuple(asked)


def questions(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The user's words, oldest first."""
    return tuple(turn.question for turn in turns)


def linked_questions(values: Sequence[str]) -> tuple[str, ...]:
    """The questions that an address carries: blank ones dropped, number and length limited."""
    cleaned = (" ".join(value.split())[:MAX_QUESTION] for value in values)
    return tuple(filter(None, cleaned))[-MAX_LINKED_TURNS:]


def frames(text: str, most: int = _FRAMES) -> Iterator[str]:
    """Growing beginnings of ``text``, cut between words; at most ``most``, the last one whole."""
    words = _WORD.findall(text)
    step = max(1, -(-len(words) // most))
    for count in range(step, len(words), step):
        yield "".join(words[:count]).rstrip()
    yield text


def plain_text(turn: Turn) -> str:
    """Question, answer and basis as plain text that survives any messaging program."""
    answer = turn.answer
    parts = [f"Câu hỏi: {turn.question.strip()}", f"Trả lời: {answer.text.strip()}"]
    if answer.table:
        parts.append("\n".join(_table_lines(answer)))
    if answer.citations:
        basis = (
            f"[{citation.marker}] {sentence_case(citation.formal)}: "
            f"“{' '.join(citation.quote.split())}”"
            for citation in answer.citations
        )
        parts.append("Căn cứ:\n" + "\n".join(basis))
    else:
        parts.append(f"Kết quả: {VIEWS[answer.status].words}.")
    return "\n\n".join((*parts, NOTICE))


def _table_lines(answer: Answer) -> Iterator[str]:
    if answer.table is None:
        return
    for row in answer.table.rows:
        yield f"{row.label}:"
        for column, cell in zip(answer.table.columns, row.cells, strict=True):
            year = year_note(row.label, cell)
            marker = f" [{cell.marker}]" if cell.marker is not None else ""
            yield f"- {column}: {cell.text}{year}{marker}"
