"""corpus.outline: the tree of sections. The golden outlines are read and reviewed by people.

After a change that is meant, write them anew: ``python -m tests.test_corpus_outline``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outline import Outline, read_outline
from corpus.plan import SectionKind
from corpus.reading import PLANS
from corpus.text import normalise

GOLDEN = Path(__file__).parent / "golden"
IDS = sorted(path.stem for path in PLANS.glob("*.txt"))


def outline_text(plan_id: str) -> str:
    """One line a section: indent, path, title, first words."""
    text = normalise((PLANS / f"{plan_id}.txt").read_text(encoding="utf-8"))
    outline = read_outline(text)
    lines = []
    for section in outline.sections:
        depth = section.path.count(".") if section.parent is not None else 0
        own = text[section.start : section.end].strip().replace("\n", " ⏎ ")
        shown = f"{{{section.title}}}" if section.title else own[:72]
        lines.append(f"{'  ' * depth}{section.path} | {section.kind.value} | {shown}")
    lines += [f"! {warning.code}: {warning.message}" for warning in outline.warnings]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("plan_id", IDS)
def test_golden_outline(plan_id: str) -> None:
    assert outline_text(plan_id) == (GOLDEN / f"{plan_id}.outline.txt").read_text(encoding="utf-8")


def check_tree(text: str, outline: Outline) -> None:
    """What must hold of every outline of every text."""
    assert "".join(text[s.start : s.end] for s in outline.sections) == text
    assert len({section.path for section in outline.sections}) == len(outline.sections)
    for section in outline.sections:
        assert section.start <= section.body_start <= section.end <= section.subtree_end
        if section.parent is not None:
            parent = outline.sections[section.parent]
            assert parent.start < section.start
            assert section.subtree_end <= parent.subtree_end


@pytest.mark.parametrize("plan_id", IDS)
def test_sections_tile_the_text_of_every_plan(plan_id: str) -> None:
    text = normalise((PLANS / f"{plan_id}.txt").read_text(encoding="utf-8"))
    check_tree(text, read_outline(text))


_LINES = st.sampled_from(
    [
        "KẾ HOẠCH", "I. MỤC ĐÍCH", "HI. NHIỆM VỤ", "V. TỔ CHỨC", "1. Mục tiêu", "7. Nhảy số", "1.1. Rà soát",
        "a) Việc một", "đ) Việc năm", "- Gạch", "+ Cộng", "Điều 1. Phạm vi", "Chương I", "PHỤ LỤC", "| a | b |",
        "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A", "Trên đây là Kế hoạch./.",
        "Căn cứ Luật Quy hoạch đô thị;", "Tỷ lệ đạt 40%⁽¹⁾ vào năm 2025.", "(1) Năm 2021 đạt 30%.", "",
    ]
)  # fmt: skip


@given(st.lists(_LINES, max_size=30))
def test_sections_tile_any_text(lines: list[str]) -> None:
    text = normalise("\n\n".join(lines))
    check_tree(text, read_outline(text))


def paths(*lines: str) -> list[str]:
    return [section.path for section in read_outline(normalise("\n\n".join(lines))).sections]


def test_articles_keep_their_number_through_chapters() -> None:
    assert paths(
        "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1. Nghị quyết này quy định:", "a) Việc một;",
        "Chương II", "THI HÀNH", "Điều 2. Hiệu lực",
    ) == ["Chương I", "Điều 1", "Điều 1.1", "Điều 1.1.a", "Chương II", "Điều 2"]  # fmt: skip


def test_numbered_sections_inside_an_article() -> None:
    found = paths(
        "Điều 1. Phê duyệt Kế hoạch như sau:",
        "I. MỤC TIÊU",
        "2. Cụ thể",
        "a) Đến năm 2030",
        "Điều 2. Thi hành",
    )
    assert found == ["Điều 1", "Điều 1.I", "Điều 1.I.2", "Điều 1.I.2.a", "Điều 2"]


def test_a_gap_is_a_warning_and_not_a_loss() -> None:
    outline = read_outline(normalise("I. MỘT\n\n1. Việc a\n\n3. Việc c\n\nIII. BA"))
    assert [s.path for s in outline.sections] == ["I", "I.1", "I.3", "III"]
    assert [w.code for w in outline.warnings] == ["numbering", "numbering"]


def test_a_label_printed_twice_keeps_its_path() -> None:
    assert paths("I. MỘT", "II. HAI", "II. HAI NỮA", "1. Việc") == ["I", "II", "II (2)", "II (2).1"]


def test_a_garbled_numeral_is_recognised_and_reported() -> None:
    outline = read_outline(normalise("I. MỘT\n\nII. HAI\n\nHI. NHIỆM VỤ\n\nIV. BỐN"))
    assert [s.path for s in outline.sections] == ["I", "II", "III", "IV"]
    assert [w.code for w in outline.warnings] == ["ocr-heading"]


def test_numbers_that_start_again_under_a_letter_lie_inside_it() -> None:
    assert paths("I. MỘT", "1. Việc", "a) Gồm:", "1. Một", "2. Hai", "b) Và", "2. Việc hai") == [
        "I", "I.1", "I.1.a", "I.1.a.1", "I.1.a.2", "I.1.b", "I.2",
    ]  # fmt: skip


def test_a_year_at_the_start_of_a_line_is_no_heading() -> None:
    assert paths(
        "I. MỤC TIÊU", "- Thành lập thành phố trước năm", "2025. Bảo đảm sự lãnh đạo."
    ) == ["I", "I.gạch 1"]


def test_the_frame_around_the_body() -> None:
    kinds = [
        section.kind
        for section in read_outline(
            normalise(
                "Số: 15/KH-UBND\n\nKẾ HOẠCH\n\nVề cây xanh\n\nCăn cứ Luật Quy hoạch đô thị;\n\nI. MỤC TIÊU\n\n"
                "Trồng cây.\n\nTrên đây là Kế hoạch, đề nghị các đơn vị thực hiện./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
                "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n\nPHỤ LỤC\n\nI. DANH MỤC"
            )
        ).sections
    ]
    assert kinds == [
        SectionKind.FORMALITIES, SectionKind.OPENING, SectionKind.SECTION, SectionKind.CLOSING,
        SectionKind.RECIPIENTS, SectionKind.SIGNATURE, SectionKind.APPENDIX, SectionKind.SECTION,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("I. TỔ CHỨC", "1. Ban Tuyên giáo Thành ủy: xây dựng Kế hoạch tuyên truyền."),
            "Ban Tuyên giáo Thành ủy",
        ),
        (("I. TỔ CHỨC", "1. Mục tiêu", "- Trồng cây."), "Mục tiêu"),
        (("I. TỔ CHỨC", "1. Rà soát các chỉ tiêu, gồm: cây xanh."), ""),
        (("I. TỔ CHỨC", "1. Sở Xây dựng theo dõi việc thực hiện."), ""),
    ],
)
def test_titles(lines: tuple[str, ...], title: str) -> None:
    assert read_outline(normalise("\n\n".join(lines))).sections[1].title == title


def test_a_signer_printed_in_capitals_is_a_signature() -> None:
    text = "I. MỤC TIÊU\n\nTrồng cây xanh đô thị.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLÊ VĂN DŨNG"
    last = read_outline(normalise(text)).sections[-1]
    assert last.kind is SectionKind.SIGNATURE


LONG_SUBJECT = "VỀ VIỆC BAN HÀNH KẾ HOẠCH TRỒNG CÂY XANH DỌC CÁC TUYẾN PHỐ CHÍNH TRÊN ĐỊA BÀN XÃ"


@pytest.mark.parametrize(
    "authority",
    [
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "Căn cứ Luật Lâm nghiệp;", "QUYẾT ĐỊNH:"),
        (
            "CHỦ TỊCH",
            "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM",
            "Xét đề nghị của Sở Xây dựng;",
            "QUYẾT ĐỊNH:",
        ),
        ("BỘ TRƯỞNG BỘ XÂY DỰNG", "- Căn cứ Luật Lâm nghiệp,", "QUYẾT ĐỊNH"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "QUYẾT ĐỊNH:"),
        ("GIÁM ĐỐC SỞ XÂY DỰNG", "QUYẾT NGHỊ"),
        ("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "Căn cứ Luật Lâm nghiệp;", "QUYẾT ĐỊNH:"),
    ],
)
def test_the_authority_above_the_basis_is_no_signature(authority: tuple[str, ...]) -> None:
    found = paths(
        "QUYẾT ĐỊNH", LONG_SUBJECT, *authority, "Điều 1. Trồng cây.", "CHỦ TỊCH", "Trần Thị Mẫu",
    )  # fmt: skip
    opening = ["mở đầu"] if any("uật" in line or "Xét" in line for line in authority) else []
    assert found == ["thể thức", *opening, "Điều 1", "chữ ký"]


@pytest.mark.parametrize("attached", [("QUY CHẾ", "LÀM VIỆC"), ("PHỤ LỤC", "CÁC LOÀI CÂY")])
def test_a_signer_in_capitals_above_an_attached_document_has_signed(
    attached: tuple[str, ...],
) -> None:
    found = paths(
        "Điều 1. Trồng cây.", "CHỦ TỊCH", "LÊ VĂN DŨNG", *attached, "Căn cứ Luật Lâm nghiệp;", "Điều 1. Ươm cây.",
    )  # fmt: skip
    assert found[:2] == ["Điều 1", "chữ ký"]


def test_an_empty_text_has_no_sections() -> None:
    assert read_outline("") == Outline((), (), ())


if __name__ == "__main__":
    for name in IDS:
        (GOLDEN / f"{name}.outline.txt").write_text(outline_text(name), encoding="utf-8")


def test_a_table_amid_the_text_opens_no_appendix() -> None:
    text = normalise(
        "NGHỊ QUYẾT\n\nĐiều 4. Nguồn lực\n\n1. Nhu cầu vốn.\n\nBiểu 1. Nhu cầu vốn theo năm\n\n"
        "| TT | Nguồn | Năm 2026 |\n| 1 | Ngân sách tỉnh | 640 |\n\n2. Dành 12% nguồn thu.\n\nĐiều 5. Thi hành\n"
    )
    assert [section.path for section in read_outline(text).sections][-3:] == [
        "Điều 4.1",
        "Điều 4.2",
        "Điều 5",
    ]
