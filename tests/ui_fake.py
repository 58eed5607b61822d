"""A small plan of an invented province, and an assistant whose answers a reader can foresee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.outline import read_outline
from corpus.plan import Plan, PlanMeta
from corpus.text import normalise
from rag.answer import Answer, Cell, Citation, Row, Status, Table

HOSTILE = '<img src=x onerror="window.__xss=1"> ![a](http://evil.test/b) $x^2$ <script>window.__xss=1</script>'

_PLACEHOLDER = "w" * len(HOSTILE)  # cleaning would rewrite the marks; put in afterwards
HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH

Số: 12/KH-UBND

Bình Minh, ngày 05 tháng 3 năm 2023

KẾ HOẠCH
Thực hiện quy hoạch, xây dựng và phát triển bền vững đô thị

Căn cứ Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị, Ủy ban nhân dân tỉnh ban hành Kế hoạch.
"""
TEXT = f"""{HEAD}
I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Cụ thể hóa các nhiệm vụ về phát triển đô thị trên địa bàn tỉnh {_PLACEHOLDER}

2. Yêu cầu

Các sở, ngành triển khai đồng bộ, có trọng tâm.

II. MỤC TIÊU

- Tỷ lệ đô thị hóa đến năm 2030 đạt trên 52%.

- Diện tích cây xanh bình quân trên mỗi người dân đô thị đến năm 2030 đạt khoảng 8-10 m².

III. TỔ CHỨC THỰC HIỆN

1. Sở Xây dựng chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch.

2. Các sở, ngành phối hợp thực hiện.
"""


META = PlanMeta(
    type="Kế hoạch",
    number="12/KH-UBND",
    date="2023-03-05",
    issuer="UBND tỉnh Bình Minh",
    locality="Bình Minh",
    subject=f"Thực hiện quy hoạch đô thị {HOSTILE}",
)


@dataclass(frozen=True, slots=True)
class FakeCard:
    """A plan as a list shows it."""

    id: str
    meta: PlanMeta


def bright_plan() -> Plan:
    """The invented plan; its text and subject hold hostile words."""
    text = normalise(TEXT)
    sections = read_outline(text).sections
    return Plan("binh-minh", text.replace(_PLACEHOLDER, HOSTILE), META, sections)


def cite(plan: Plan, words: str, marker: int = 1) -> Citation:
    """A citation of the first place where ``words`` stand."""
    start = plan.text.index(words)
    return Citation(marker, plan, start, start + len(words))


@dataclass(slots=True)
class FakeAssistant:
    """Answers by one word of the question; remembers what it was asked."""

    collection: tuple[Plan, ...] = field(default_factory=lambda: (bright_plan(),))
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """An answer about green space, a comparison, none at all, or a failure on purpose."""
        self.asked.append((question, tuple(history)))
        if "hỏng" in question:
            raise RuntimeError("broken on purpose")
        plan = self.collection[0]
        green = cite(plan, "khoảng 8-10 m²")
        if "bịa" in question:
            return Answer(Status.ANSWERED, "Đạt 99% [1]", (green,))
        if "so sánh" in question.lower():
            cells = (Cell(green.quote, 2030, 1), Cell("văn bản không nêu", None, None))
            table = Table(("Bình Minh", "Hải Vân"), (Row("Cây xanh", cells),))
            dated = cite(plan, "đến năm 2030 đạt khoảng 8-10 m²")
            return Answer(Status.ANSWERED, f"Bình Minh: {green.quote} [1]", (dated,), table)
        if "cây xanh" in question.lower() or history:
            whole = cite(plan, "Diện tích cây xanh bình quân trên mỗi người dân đô thị", 2)
            text = f"Theo kế hoạch: {green.quote} [1]\n- {whole.quote} [2]"
            return Answer(Status.ANSWERED, text, (green, whole), reading="cây xanh năm 2030")
        return Answer(Status.NOT_STATED, "Văn bản không nêu nội dung này.")

    def plans(self) -> tuple[FakeCard, ...]:
        """The cards of the collection."""
        return tuple(FakeCard(plan.id, plan.meta) for plan in self.collection)

    def plan(self, plan_id: str) -> Plan:
        """The plan of this id."""
        return next(plan for plan in self.collection if plan.id == plan_id)
