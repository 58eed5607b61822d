"""Date and issuer of documents that the plans only refer to, and claims about them."""

from __future__ import annotations

import pytest
from rag_many_plans import even
from rag_plans import small_plan

from rag.answer import Status
from rag.assistant import Assistant
from rag.question import understand
from rag.records.reference_premises import check_reference, is_issuer


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Chương trình hành động 59-CTr/TU ban hành ngày nào, của cơ quan nào?", ("07/11/2023", "Ban Thường vụ Thành ủy")),
        ("Quyết định 178/QĐ-UBND là của ai, ngày nào?", ("UBND tỉnh Lâm Đồng", "30/01/2023")),
        ("Quyết định 178/QĐ-UBND của UBND tỉnh Lâm Đồng ban hành ngày nào?", ("30/01/2023",)),
        ("Kế hoạch 151/KH-UBND và Chương trình 21-CTr/TU ban hành ngày nào?", ("22/9/2022", "12/8/2022")),
        ("Nghị quyết 06-NQ/TW ban hành ngày nào?", ("thống nhất", "24/01/2022", "24/10/2022")),
    ],
)  # fmt: skip
def test_what_plans_print_of_it(text: str, values: tuple[str, ...], assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.ANSWERED and answer.citations
    places = [answer.text.find(value) for value in values]
    assert -1 not in places and places == sorted(places)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nghị quyết 06 do ai ký?", "không ghi người ký của Nghị quyết số 06"),
        ("Nghị quyết 06-NQ/TW có hiệu lực từ ngày nào?", "không ghi ngày có hiệu lực"),
        ("Nghị quyết 148/NQ-CP ban hành ngày nào?", "không ghi ngày ban hành"),
        ("Kế hoạch 7360/KH-UBND ban hành ngày nào?", "Không có văn bản nào trong kho"),
    ],
)
def test_what_no_plan_prints_of_it(text: str, said: str, assistant: Assistant) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.NOT_STATED and said in answer.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kế hoạch thực hiện Nghị quyết 06-NQ/TW của Quảng Ngãi ban hành ngày nào?", "22/9/2022"),
        ("Thủy Nguyên ban hành chương trình hành động thực hiện Nghị quyết 06-NQ/TW ngày nào?", "06/3/2024"),
        ("Kế hoạch của Đà Lạt theo Nghị quyết 06 do ai ký?", "Đặng Quang Tú"),
        ("Quảng Ngãi ban hành kế hoạch phát triển đô thị bền vững ngày nào?", "22/9/2022"),
    ],
)  # fmt: skip
def test_a_plan_is_not_the_document_that_it_carries_out(
    text: str, value: str, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    assert value in answer.text and "24/01/2022" not in answer.text


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Kế hoạch số 7554/KH-UBND của Đà Lạt ban hành năm 2023 phải không?", "năm 2023", "11/11/2022"),
        ("Nghị quyết 06-NQ/TW là của Chính phủ phải không?", "Chính phủ", "Bộ Chính trị"),
        ("nghi quyet 06 la cua chinh phu phai khong", "chính phủ", "Bộ Chính trị"),
        ("Quyết định 178/QĐ-UBND do Tỉnh ủy Lâm Đồng ban hành phải không?", "Tỉnh ủy", "UBND tỉnh"),
        ("Nghị quyết 06-NQ/TW ban hành năm 2021 đúng không?", "năm 2021", "24/01/2022"),
    ],
)  # fmt: skip
def test_a_false_claim_is_corrected(
    text: str, wrong: str, right: str, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    first, _, rest = answer.text.partition("\n")
    assert answer.status is Status.CORRECTED
    assert first.startswith("Không phải") and wrong in first and right in rest


@pytest.mark.parametrize(
    ("text", "confirmed"),
    [
        ("Kế hoạch 7554/KH-UBND của Đà Lạt ban hành ngày 11/11/2022 đúng không?", True),
        ("Nghị quyết 06-NQ/TW do Bộ Chính trị ban hành đúng không?", True),
        # Plans disagree on the day, and print the issuer at less length.
        ("Nghị quyết 06-NQ/TW ban hành ngày 24/10/2022 phải không?", False),
        ("Chương trình 21-CTr/TU là của Tỉnh ủy Quảng Ngãi phải không?", False),
    ],
)
def test_a_claim_is_confirmed_where_it_is_printed(
    text: str, confirmed: bool, assistant: Assistant
) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("Đúng.") is confirmed


@pytest.mark.parametrize(
    ("said", "printed", "expected"),
    [
        ("Tỉnh ủy", "Tỉnh ủy Lâm Đồng", True),
        ("Thành ủy", "Ban Thường vụ Thành ủy", True),
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh Lâm Đồng", True),
        ("UBND Lâm Đồng", "UBND tỉnh Lâm Đồng", True),
        ("Tỉnh ủy Lâm Đồng", "UBND tỉnh Lâm Đồng", False),
        ("Chính phủ", "Bộ Chính trị", False),
    ],
)
def test_the_same_body(said: str, printed: str, expected: bool) -> None:
    assert is_issuer(said, printed) is expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kế hoạch tuyên truyền NQ 06 do UBND tỉnh xây dựng đúng không?", None),
        ("Chương trình hành động thực hiện Nghị quyết 06 do Tỉnh ủy ban hành phải không?", None),
        ("Nghị quyết 06 do UBND tỉnh ban hành đúng không?", Status.CORRECTED),
        ("Theo kế hoạch, Nghị quyết 06 do Chính phủ ban hành đúng không?", Status.CORRECTED),
        ("Nghị quyết 06 do Bộ Chính trị ban hành đúng không?", Status.ANSWERED),
    ],
)
def test_who_issued_a_document_about_another_is_no_claim_of_that_one(
    text: str, status: Status | None
) -> None:
    plan = small_plan(
        "UBND TỈNH BẾN TRE\n\nKẾ HOẠCH\nTuyên truyền Nghị quyết số 06-NQ/TW\n\n"
        "Căn cứ Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị;\n\nI. NHIỆM VỤ\n\n1. Tuyên truyền.\n"
    )
    draft = check_reference(understand(text, even), [plan])
    assert (draft.status if draft else None) is status
