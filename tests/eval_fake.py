"""Two small plans of invented provinces, and answers whose scores a reader can foresee."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.plan import Plan, PlanMeta, Section
from corpus.reading import parse_plan
from eval.question import EvalQuestion, parse_question
from rag.answer import Answer, Citation, Status

_TEXT = """KẾ HOẠCH
Thực hiện phát triển đô thị bền vững

Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022, Ủy ban nhân dân tỉnh ban hành Kế hoạch.

I. MỤC TIÊU

- Tỷ lệ đô thị hóa đến năm 2025 đạt trên {first}%, đến năm 2030 đạt trên {second}%.

- Diện tích cây xanh đạt khoảng 5-7m² vào năm 2025, khoảng 7-9m² vào năm 2030.

II. NHIỆM VỤ

1. Sở Xây dựng chủ trì, theo dõi việc thực hiện Kế hoạch.

2. Trồng cây gỗ lớn tại núi Thiên Bút.
"""


def plan(identifier: str, locality: str, first: int, second: int) -> Plan:
    """A plan whose urbanisation rates are ``first`` (2025) and ``second`` (2030) per cent."""
    meta = PlanMeta(type="Kế hoạch", number=f"{first}/KH-UBND", locality=locality)
    return replace(parse_plan(identifier, _TEXT.format(first=first, second=second)), meta=meta)


BINH_MINH = plan("binh-minh", "Bình Minh", 40, 45)
HAI_VAN = plan("hai-van", "Hải Vân", 52, 61)


def cite(plan: Plan, words: str, marker: int = 1) -> Citation:
    """A citation of the first place where ``words`` stand."""
    start = plan.text.index(words)
    return Citation(marker, plan, start, start + len(words))


def answer(text: str, *citations: Citation, status: str = "answered") -> Answer:
    """An answer of this text."""
    return Answer(Status(status), text, citations)


def question(**fields: object) -> EvalQuestion:
    """A question about Bình Minh, with ``fields`` in place of the plain ones."""
    plain: dict[str, object] = {
        "id": "value-001",
        "kind": "value",
        "split": "dev",
        "turns": ["Tỷ lệ đô thị hóa năm 2030 của Bình Minh?"],
        "status": ["answered"],
        "plans": ["binh-minh"],
    }
    return parse_question(plain | fields, "câu hỏi:1")


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk that is one whole section."""

    plan: Plan
    section: Section

    @property
    def start(self) -> int:
        """Where the section starts."""
        return self.section.start

    @property
    def end(self) -> int:
        """Where the section's own text ends."""
        return self.section.end


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit without a score."""

    chunk: Piece


def hit(plan: Plan, path: str) -> Hit:
    """The hit of one section."""
    section = plan.section(path)
    assert section is not None
    return Hit(Piece(plan, section))


@dataclass(slots=True)
class FakeAssistant:
    """Gives prepared answers and hits by question; remembers the history it was given."""

    answers: Mapping[str, Answer]
    hits: Sequence[Hit] = ()
    histories: list[tuple[str, ...]] = field(default_factory=list)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The prepared answer; KeyError for any other question."""
        self.histories.append(tuple(history))
        return self.answers[question]

    def retrieve(self, question: str, k: int) -> Sequence[Hit]:
        """The first ``k`` prepared hits."""
        return self.hits[:k]
