"""A conversation as a page holds it: turns, what is asked again, the words as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rag.answer import Answer
from ui.stored import FindPlan, StoredCitation, StoredTurn, restored, stored

MAX_QUESTION = 2_000  # code points; a longer question is refused by the box
MAX_LINKED_TURNS = 10
_FRAMES = 8  # an answer is written in at most so many updates
_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer, with the index that was asked.

    ``changed`` are citations of an old answer that the plans of now no longer hold as quoted.
    """

    question: str
    answer: Answer
    asked: datetime  # UTC
    snapshot: str | None = None
    changed: tuple[StoredCitation, ...] = ()

    @property
    def key(self) -> str:
        """A name that no other turn has, and that stays when the turn is read again."""
        return str(int(self.asked.timestamp() * 1_000_000))


def to_store(turn: Turn) -> StoredTurn:
    """The turn as a database keeps it."""
    return StoredTurn(turn.question, stored(turn.answer), turn.snapshot, turn.asked)


def from_store(kept: StoredTurn, find_plan: FindPlan) -> Turn:
    """A kept turn, its quotes checked against the plans of now."""
    found = restored(kept.answer, find_plan)
    return Turn(kept.question, found.answer, kept.asked, kept.snapshot, found.changed)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


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
