"""What every form of taking away shares: the gate before it, the words around it, its file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from corpus.fold import strip_marks
from corpus.letters import sentence_case
from rag.answer import Answer, Citation
from rag.verify import check_answer
from ui.errors import ExportError
from ui.status import VIEWS

FONT = "Times New Roman"  # Nghị định 30/2020/NĐ-CP, Phụ lục I
_MARKER = re.compile(r"\[(\d{1,3})\]")
# XML 1.0 has no room for these; they come from files that were not text.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAX_NAME = 40  # code points of the subject in a file name


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that passed the gate, with the question and the local time of taking it away."""

    answer: Answer
    question: str
    when: datetime

    @property
    def time(self) -> str:
        """See ``clock``."""
        return clock(self.when)

    @property
    def status(self) -> str:
        """The words of the answer's status."""
        return VIEWS[self.answer.status].words


def problem(answer: Answer) -> str | None:
    """Why an answer may not be taken away, in one line; None when everything in it is verified."""
    found = check_answer(answer)
    if not found:
        return None
    return (
        f"Chưa xuất được: {found[0]} Chỉ nội dung đã đối chiếu khớp với văn bản mới được xuất; "
        "mời hỏi lại câu này."
    )


def taken(answer: Answer, question: str, when: datetime) -> Taken:
    """The answer to take away; ExportError when something in it does not stand in its plan."""
    wrong = problem(answer)
    if wrong:
        raise ExportError(wrong)
    return Taken(answer, one_line(question), when)


def clock(when: datetime) -> str:
    """ "14:05 ngày 06/3/2026"."""
    month = f"{when.month:02d}" if when.month < 3 else str(when.month)
    return f"{when:%H:%M} ngày {when.day:02d}/{month}/{when.year}"


def formal(citation: Citation) -> str:
    """The citation as the files print it: on one line, a capital first."""
    return sentence_case(one_line(citation.formal))


def pieces(text: str) -> Iterator[str | int]:
    """A line of an answer as its words and the markers between them, in order."""
    for position, part in enumerate(_MARKER.split(text)):
        if position % 2:
            yield int(part)
        elif part:
            yield part


def one_line(text: str) -> str:
    """The text on one line, without characters that a file cannot hold."""
    return " ".join(clean(text).split())


def clean(text: str) -> str:
    """The text without characters that a file cannot hold."""
    return _NOT_TEXT.sub("", text)


def ordered(answer: Answer) -> tuple[Citation, ...]:
    """The citations in the order in which text and table first call them."""
    called = [piece for piece in pieces(answer.text) if isinstance(piece, int)]
    if answer.table:
        called += [c.marker for row in answer.table.rows for c in row.cells if c.marker is not None]
    places = {marker: place for place, marker in reversed(list(enumerate(called)))}
    return tuple(
        sorted(answer.citations, key=lambda one: (places.get(one.marker, len(called)), one.marker))
    )


def file_name(about: str, suffix: str, kind: str = "tra-loi") -> str:
    """A name of plain letters, digits and hyphens: safe on any system, whatever was asked."""
    name = "-".join(re.findall(r"[a-z0-9]+", strip_marks(about)))
    if len(name) > _MAX_NAME:
        name = name[: _MAX_NAME + 1].rpartition("-")[0] or name[:_MAX_NAME]
    return f"{kind}-{name}.{suffix}" if name else f"{kind}.{suffix}"
