"""Two plans of invented places, read by the real readers, and an assistant that compares them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ui_fake import HEAD, HOSTILE, FakeAssistant, bright_plan

from corpus.plan import Plan
from corpus.reading import parse_plan
from rag.answer import Answer, Cell, Citation, Row, Status, Table
from rag.errors import QuestionError

SHARED = "Rà soát, bổ sung quy hoạch chung, quy hoạch phân khu; quản lý chặt chẽ trật tự xây dựng"
GRAY = f"""ĐẢNG BỘ TỈNH BÌNH MINH
HUYỆN ỦY HẢI VÂN
*
Số 05-KH/HU

Hải Vân, ngày 20 tháng 6 năm 2023

KẾ HOẠCH
thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2023 của UBND tỉnh Bình Minh

Căn cứ Kế hoạch số 12/KH-UBND ngày 05/3/2023 của UBND tỉnh Bình Minh, Ban Thường vụ Huyện ủy ban hành Kế hoạch.

I. MỤC TIÊU

- Tỷ lệ đô thị hóa đến năm 2025 đạt 35-40%, đến năm 2030 đạt tối thiểu 45%.

- Diện tích sàn nhà ở bình quân đầu người đến năm 2030 đạt 32 m².

II. NHIỆM VỤ

1. {SHARED} tại các xã ven biển.

2. Lồng ghép các chương trình.

| Chỉ tiêu | Đơn vị | Năm 2030 |
| Tỷ lệ hộ dùng nước sạch | % | 95 |

III. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế và Hạ tầng chủ trì, phối hợp với Phòng Tài chính - Kế hoạch thực hiện nội dung tại khoản 1 Mục II Kế hoạch này; hoàn thành trong năm 2024.

2. Ủy ban nhân dân các xã triển khai thực hiện.
"""
BRIGHT = f"""{HEAD}
I. MỤC TIÊU

- Tỷ lệ đô thị hóa đến năm 2025 đạt 48%, đến năm 2030 đạt trên 52%.

- Diện tích cây xanh bình quân trên mỗi người dân đô thị đến năm 2030 đạt khoảng 8-10 m².

II. NHIỆM VỤ

1. {SHARED} trên địa bàn toàn tỉnh.

2. Phát triển hạ tầng đô thị đồng bộ.

III. TỔ CHỨC THỰC HIỆN

1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính theo dõi, đôn đốc việc thực hiện Kế hoạch.
"""


def pair_plans() -> tuple[Plan, Plan]:
    """A province's plan and a district's plan that rests on it."""
    bright = parse_plan("binh-minh", BRIGHT)
    gray = parse_plan("hai-van", GRAY)
    return (
        replace(
            bright, meta=replace(bright_plan().meta, level="tỉnh", subject=f"Đô thị {HOSTILE}")
        ),
        replace(
            gray,
            meta=replace(
                gray.meta,
                locality="Hải Vân",
                province="Bình Minh",
                level="huyện",
                issuer="Ban Thường vụ Huyện ủy Hải Vân",
                by_person=("locality", "level"),
            ),
        ),
    )


def paragraph(plan: Plan, words: str, marker: int) -> Citation | None:
    """A citation of the first paragraph that holds ``words``, or None."""
    at = plan.text.lower().find(words.lower())
    if at < 0:
        return None
    section = plan.section_at(at)
    end = len(plan.text[: section.end].rstrip())
    return Citation(marker, plan, section.body_start, end)


def _urban() -> Answer:
    bright, gray = pair_plans()
    first, second = paragraph(bright, "đô thị hóa", 1), paragraph(gray, "đô thị hóa", 2)
    assert first and second
    rows = (
        Row(
            "Tỷ lệ đô thị hóa, năm 2025",
            (Cell("48%", 2025, 1), Cell("35-40%", 2025, 2)),
        ),
        Row(
            "Tỷ lệ đô thị hóa, năm 2030",
            (Cell("trên 52%", 2030, 1), Cell("tối thiểu 45%", 2030, 2)),
        ),
    )
    text = "Năm 2030, Bình Minh cao hơn (trên 52%) [1], Hải Vân thấp hơn (tối thiểu 45%) [2]."
    return Answer(Status.ANSWERED, text, (first, second), Table(("Bình Minh", "Hải Vân"), rows))


@dataclass(slots=True)
class PairAssistant(FakeAssistant):
    """Compares and looks up by plain search in the two plans."""

    collection: tuple[Plan, ...] = field(default_factory=pair_plans)
    compared: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def compare(self, topic: str, localities: Sequence[str]) -> Answer:
        """The values of one indicator, or the paragraphs that hold the topic."""
        self.compared.append((topic, tuple(localities)))
        if len(localities) < 2:
            raise QuestionError("Cần ít nhất hai địa phương để so sánh.")
        if topic == "Tỷ lệ đô thị hóa":
            return _urban()
        plans = [plan for plan in self.collection if plan.meta.locality in localities]
        found = [paragraph(plan, topic, number) for number, plan in enumerate(plans, 1)]
        cells = tuple(
            Cell(one.quote, None, one.marker) if one else Cell("văn bản không nêu", None, None)
            for one in found
        )
        known = tuple(one for one in found if one)
        known = tuple(Citation(n, one.plan, one.start, one.end) for n, one in enumerate(known, 1))
        markers = iter(known)
        cells = tuple(
            Cell(cell.text, None, next(markers).marker) if cell.marker else cell for cell in cells
        )
        table = Table(tuple(plan.meta.locality or "" for plan in plans), (Row(topic, cells),))
        status = Status.ANSWERED if known else Status.NOT_STATED
        said = "\n".join(f"“{one.quote}” [{one.marker}]" for one in known)
        return Answer(status, said or "Văn bản không nêu.", known, table)

    def look_up(self, text: str) -> Answer:
        """The provision II.1 for "khoản 1 …"; places of a phrase; nothing."""
        if text.lower().startswith("khoản 1 mục ii"):
            plan = self.collection[-1]
            section = plan.section("II.1")
            assert section is not None
            end = len(plan.text[: section.subtree_end].rstrip())
            return Answer(
                Status.ANSWERED, "Khoản 1 Mục II [1]", (Citation(1, plan, section.start, end),)
            )
        found = [
            Citation(number, plan, at, at + len(text))
            for number, plan in enumerate(self.collection, 1)
            if (at := plan.text.find(text)) >= 0
        ]
        found = [Citation(n, one.plan, one.start, one.end) for n, one in enumerate(found, 1)]
        if not found:
            return Answer(Status.NOT_STATED, "Không tìm thấy điều khoản, cụm từ hoặc số văn bản.")
        said = "\n".join(f"“{one.quote}” [{one.marker}]" for one in found)
        return Answer(Status.ANSWERED, said, tuple(found))
