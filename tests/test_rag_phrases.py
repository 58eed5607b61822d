"""Real questions: what sort of answer each wants, however its diacritics were typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.fold import fold, strip_marks
from corpus.letters import UPPER
from rag.answer import Status
from rag.asked import kinds, phrases
from rag.asked.patterns import spelled
from rag.assistant import Assistant
from rag.meaning import filler
from rag.question import Kind, understand

KINDS = [
    ("Tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh là bao nhiêu?", Kind.VALUE, None),
    ("chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?", Kind.VALUE, None),
    ("chi tieu cay xanh nam 2030 cua ha tinh", Kind.VALUE, None),
    ("Đến năm 2025 Hà Tĩnh có mấy đô thị loại IV?", Kind.VALUE, None),
    ("Số hiệu kế hoạch của Quảng Ngãi?", Kind.METADATA, "number"),
    ("Văn bản của Thủy Nguyên mang số bao nhiêu?", Kind.METADATA, "number"),
    ("Kế hoạch của Quảng Ngãi ban hành ngày nào?", Kind.METADATA, "date"),
    ("Chương trình của Thủy Nguyên được ký khi nào?", Kind.METADATA, "date"),
    ("Ai ký kế hoạch của Quảng Ngãi?", Kind.METADATA, "signer"),
    ("Người ký văn bản Hà Tĩnh là ai?", Kind.METADATA, "signer"),
    ("Người ký kế hoạch Quảng Ngãi giữ chức vụ gì?", Kind.METADATA, "signer_title"),
    ("Cơ quan nào ban hành kế hoạch của Đức Phổ?", Kind.METADATA, "issuer"),
    ("Nơi nhận của kế hoạch Quảng Ngãi?", Kind.METADATA, "recipients"),
    ("Trích yếu của kế hoạch 151/KH-UBND?", Kind.METADATA, "subject"),
    ("Văn bản của Hà Tĩnh là loại văn bản gì?", Kind.METADATA, "type"),
    ("Văn bản của Đà Lạt thuộc loại gì?", Kind.METADATA, "type"),
    ("Văn bản của Đà Lạt là kế hoạch hay chương trình hành động?", Kind.METADATA, "type"),
    ("Kế hoạch của Đà Lạt về vấn đề gì?", Kind.METADATA, "subject"),
    ("Kế hoạch 151 thuộc lĩnh vực nào?", Kind.METADATA, "subject"),
    ("Thủy Nguyên ban hành chương trình hành động vào ngày nào?", Kind.METADATA, "date"),
    ("Quảng Ngãi ban hành kế hoạch 151 năm nào?", Kind.METADATA, "date"),
    ("Quyết định 178/QĐ-UBND là của ai?", Kind.METADATA, "issuer"),
    ("Địa phương nào có tỷ lệ đô thị hóa cao nhất?", Kind.EXTREME, None),
    ("So sánh cây xanh của Hà Tĩnh và Đức Phổ", Kind.COMPARE, None),
    ("Hà Tĩnh khác gì so với Đức Phổ về nhà ở?", Kind.COMPARE, None),
    ("Kế hoạch của Đà Lạt căn cứ vào văn bản nào?", Kind.BASIS, None),
    ("Ai chủ trì phát triển hạ tầng số?", Kind.WHO, None),
    ("Cơ quan nào phối hợp với Sở Xây dựng?", Kind.WHO, None),
    ("Khi nào hoàn thành quy hoạch chung?", Kind.WHEN, None),
    ("Thời hạn hoàn thành đề án là bao giờ?", Kind.WHEN, None),
    ("Theo bạn kế hoạch này có khả thi không?", Kind.OPINION, None),
    ("Đà Lạt xử lý rác thải thế nào?", Kind.PASSAGE, None),
    ("Sở nào đứng đầu việc lập quy hoạch?", Kind.WHO, None),
    ("Tỉnh nào đứng đầu về đô thị hóa?", Kind.EXTREME, None),
    ("Kế hoạch của Hà Tĩnh có số, ngày bao nhiêu?", Kind.METADATA, "number"),
    ("Thông tư 22/2019/TT-BTNMT được nhắc ở chỗ nào?", Kind.BASIS, None),
    ("Cây xanh được nhắc ở chỗ nào?", Kind.PASSAGE, None),
    ("Hà Tĩnh hay Đức Phổ có nhiều đô thị hơn?", Kind.COMPARE, None),
    ("nơi nào có nhiều đô thị hơn", Kind.COMPARE, None),
]


@pytest.mark.parametrize(("text", "kind", "field"), KINDS)
def test_kind_and_field(text: str, kind: Kind, field: str | None) -> None:
    question = understand(text, lambda plain: 1.0)
    assert (question.kind, question.field) == (kind, field)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thoi tiet hom nay the nao", True),
        ("xin chao", True),
        ("gia vang hom nay", True),
        ("cay xanh cua ha tinh", False),
        ("thi truong bat dong san", False),
        ("phat trien du lich", False),
        ("bây giờ mấy giờ", True),
        ("Hiện giờ là mấy giờ rồi?", True),
        ("đèn đường bật từ mấy giờ", False),
    ],
)
def test_everyday_subjects(text: str, expected: bool) -> None:
    assert (phrases.OFF_TOPIC.search(text) is not None) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Cho toi cong thuc nau bun bo Hue",
        "Dat giup ve may bay di Da Lat",
        "Do la My gia bao nhieu?",
    ],
)
def test_everyday_subjects_are_looked_for_as_typed_too(text: str, assistant: Assistant) -> None:
    # The reader knows the words of plans: it takes "ve may bay" for "về mấy bay".
    assert assistant.ask(text).status is Status.OFF_TOPIC


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ đô thị hóa của các địa phương", True),
        ("Tất cả các kế hoạch", True),
        ("Tỷ lệ đô thị hóa của Hà Tĩnh", False),
    ],
)
def test_all_plans(text: str, expected: bool) -> None:
    assert understand(text, lambda plain: 1.0).all_plans is expected


# Words of a pattern that other words become when their diacritics are taken away.
FALSE_FRIENDS = [
    ("Quản lý đô thị của Quảng Ngãi", Kind.PASSAGE, None),  # lý do
    ("Theo Chỉ thị 09, Cần Thơ ưu tiên nguồn nước nào?", Kind.PASSAGE, None),  # theo chị
    ("Theo Ban Chỉ đạo, tiến độ ra sao?", Kind.WHEN, None),  # theo bạn
    ("Theo Kế hoạch 552, sở nào chủ trì khuyến công?", Kind.WHO, None),  # số nào
    ("Đầu tư hệ thống những cơ sở nào?", Kind.PASSAGE, None),  # có số nào, sở nào
    ("Đức Phổ dựa trên những văn bản nào?", Kind.BASIS, None),
    ("Mấy căn nhà cũ ở Hà Tĩnh xử lý ra sao?", Kind.PASSAGE, None),
    ("Mấy con hẻm nhỏ có được mở rộng không?", Kind.PASSAGE, None),
    ("Mấy xưởng cũ có phải dời không, dời đi đâu?", Kind.PASSAGE, None),
    ("Mấy hộ ven sông chuyển đi đâu?", Kind.PASSAGE, None),
    ("Có mấy xưởng phải dời?", Kind.VALUE, None),
    ("Hà Tĩnh có mấy đô thị loại II?", Kind.VALUE, None),
    ("Luật Đất đai được dẫn trong kế hoạch của địa phương nào?", Kind.BASIS, None),
    ("Địa phương nào nhắc đến Nghị quyết 148/NQ-CP?", Kind.BASIS, None),
    ("Cụm từ này ở văn bản nào?", Kind.PASSAGE, None),  # ban nào
    ("Đưa nhà máy ra khỏi nội thành Đức Phổ", Kind.PASSAGE, None),  # mấy
    ("Nuôi những thủy sản chủ lực nào?", Kind.PASSAGE, None),  # lúc nào
    ("Hà Tĩnh cung cấp gì cho người dân?", Kind.PASSAGE, None),  # cấp gì
]


@pytest.mark.parametrize(("text", "kind", "field"), FALSE_FRIENDS)
def test_words_alike_but_for_their_diacritics_ask_something_else(
    text: str, kind: Kind, field: str | None
) -> None:
    question = understand(text, lambda plain: 1.0)
    assert (question.kind, question.field) == (kind, field)


NUMBERS_AND_DATES = [
    ("Kế hoạch của Hà Tĩnh số bao nhiêu?", Kind.METADATA, "number"),
    ("Kế hoạch phát triển đô thị Hà Tĩnh là kế hoạch số mấy?", Kind.METADATA, "number"),
    ("Chỉ thị của Cần Thơ về nước sạch số mấy?", Kind.METADATA, "number"),
    # The plan is named as where to look, or the figure is no document's number.
    ("Trong Kế hoạch 0134, giống được công nhận số bao nhiêu?", Kind.VALUE, None),
    ("Kế hoạch của Hà Tĩnh đặt mục tiêu dân số bao nhiêu?", Kind.VALUE, None),
    ("Kế hoạch của Hà Tĩnh triển khai nền tảng số nào?", Kind.PASSAGE, None),
    ("Một số văn bản cần sửa đổi là gì?", Kind.PASSAGE, None),
    # The number of another document.
    ("Nghị quyết 71 được ban hành theo tờ trình số bao nhiêu?", Kind.PASSAGE, None),
    ("Kế hoạch được phê duyệt tại quyết định số mấy?", Kind.PASSAGE, None),
    ("Đề án bảo vệ rừng ban hành theo quyết định số mấy, ngày nào?", Kind.PASSAGE, None),
    ("Kế hoạch của Hà Tĩnh thực hiện nghị quyết số mấy?", Kind.BASIS, None),
    ("Kế hoạch của Vinh bám theo kế hoạch nào của tỉnh?", Kind.BASIS, None),
    ("Đức Phổ thực hiện chương trình hành động số mấy của Tỉnh ủy?", Kind.BASIS, None),
    ("Sao Hà Tĩnh lại giao việc này cho Sở Y tế?", Kind.WHY, None),
    ("Bình Định làm lại mấy cái hồ nào để khỏi ngập?", Kind.PASSAGE, None),
    ("Mục tiêu tổng quát của kế hoạch số 312/KH-UBND?", Kind.PASSAGE, None),
    ("Cấp huyện phải làm những gì?", Kind.WHO, None),
    ("Kế hoạch của Hà Tĩnh ban hành để thực hiện quyết định nào?", Kind.BASIS, None),
    # Date and issuer of the plan, of a document that it cites by number, and of others.
    ("Kế hoạch thực hiện chính sách giảm nghèo ban hành ngày nào?", Kind.METADATA, "date"),
    ("Nghị quyết 06 ban hành năm nào?", Kind.METADATA, "date"),
    ("Luật Nhà ở số 27/2023/QH15 ban hành ngày nào?", Kind.METADATA, "date"),
    ("Luật Quy hoạch đô thị ban hành năm nào?", Kind.WHEN, None),
    ("Theo kế hoạch của Đức Phổ, quy chế kiến trúc ban hành năm nào?", Kind.WHEN, None),
    ("Hà Tĩnh ban hành kế hoạch cải tạo chung cư cũ năm nào?", Kind.WHEN, None),
    ("Kế hoạch của Quảng Ngãi có hiệu lực từ ngày nào?", Kind.WHEN, None),
    ("Khi nào tỉnh ban hành quy chế quản lý kiến trúc?", Kind.WHEN, None),
    ("Quy chế quản lý kiến trúc do ai ban hành?", Kind.WHO, None),
    ("Ai ban hành danh mục dự án?", Kind.WHO, None),
]


@pytest.mark.parametrize(("text", "kind", "field"), NUMBERS_AND_DATES)
def test_whose_number_date_and_issuer_are_asked(text: str, kind: Kind, field: str | None) -> None:
    question = understand(text, lambda plain: 1.0)
    assert (question.kind, question.field) == (kind, field)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch được ký khi nào à?", True),
        ("Bao nhiêu phần trăm người dân có tài khoản ạ?", False),
        ("Khám chữa bệnh ở Đức Phổ thế nào?", False),  # chưa
        ("Cơ quan nào kiểm soát chất lượng không khí?", False),  # có … không
        ("Hà Tĩnh có hỗ trợ không?", True),
        ("Ha Tinh co ho tro khong?", True),
    ],
)
def test_yes_or_no(text: str, expected: bool) -> None:
    assert understand(text, lambda plain: 1.0).yes_no is expected


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Bao nhiêu xe máy chạy gần hồ chứa?", "xe máy chạy gần hồ chứa"),
        ("Rác thu gom thế nào?", "Rác thu gom"),
        ("Kế hoạch gồm có cây xanh", "cây xanh"),
        ("Vỉa hè rộng khoảng bao nhiêu mét?", "Vỉa hè"),
        ("Tuyến đường dài bao nhiêu km?", "Tuyến đường"),
        ("Tỷ lệ cây xanh trong phụ lục I là bao nhiêu?", "Tỷ lệ cây xanh"),
        ("danh sách các công viên", "công viên"),
    ],
)
def test_frames_leave_the_words_that_only_look_like_them(text: str, topic: str) -> None:
    assert understand(text, lambda plain: 1.0).topic == topic


@pytest.mark.parametrize(("text", "kind", "field"), KINDS)
def test_kind_without_diacritics(text: str, kind: Kind, field: str | None) -> None:
    question = understand(strip_marks(text), lambda plain: 1.0)
    assert (question.kind, question.field) == (kind, field)


@given(st.data())
def test_kind_with_diacritics_left_out_here_and_there(data: st.DataObject) -> None:
    text, kind, field = data.draw(st.sampled_from(KINDS))
    typed = " ".join(data.draw(st.sampled_from([w, strip_marks(w)])) for w in text.split())
    question = understand(typed, lambda plain: 1.0)
    assert (question.kind, question.field) == (kind, field)


@pytest.mark.parametrize(
    ("source", "typed", "expected"),
    [
        ("lý do", "lý do", True),
        ("lý do", "LY DO", True),
        ("lý do", "lý đô", False),
        ("lý do", "lỳ do", False),
        ("tỷ lệ", "tỷ le", True),
        ("chỉ tiêu", "chi tiêu", True),
        ("chỉ tiêu", "chị tiêu", False),
        ("số", "sở", False),
        ("so sánh", "sở sánh", False),
        ("đô thị hóa", "đô thị hoá", True),
        ("đô thị hoá", "Đô thị hóa", True),
        ("ủy ban", "UỶ BAN", True),
        ("ủy ban", "uy ban", True),
        (r"\Wđến\s[^\W\d_]+", ",Đến nơi", True),
    ],
)
def test_spelled(source: str, typed: str, expected: bool) -> None:
    assert (spelled(source).search(fold(typed)) is not None) is expected


def _tables() -> dict[str, re.Pattern[str]]:
    """Every pattern of the module, by its name, or by its table and row."""
    named = {name: each for name, each in vars(phrases).items() if isinstance(each, re.Pattern)}
    rows = {f"{kind}-{field}-{i}": each for i, (kind, field, each) in enumerate(kinds.KINDS)}
    frames = {f"frame-{i}": each for i, each in enumerate(filler.FRAMES)}
    return {**named, **rows, **frames}


TABLES = {name: each for name, each in _tables().items() if name not in {"_LETTERS", "YEAR"}}
_TYPED = f"{UPPER.lower()}abcdefghijklmnopqrstuvwxyz0123456789 ?%,.-/(²"


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_pattern_finds_it_finds_without_diacritics(name: str, data: st.DataObject) -> None:
    # A letter of a pattern with diacritics is drawn with them or bare.
    text = data.draw(st.from_regex(TABLES[name], alphabet=_TYPED))
    assert TABLES[name].search(strip_marks(text))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Việc này do hạ tầng chưa đồng bộ", True),
        ("vì mật độ xe quá lớn", True),
        ("nguyên nhân là thiếu vốn", True),
        ("do Sở Xây dựng chủ trì", False),
        ("vì vậy cần rà soát", False),
        ("xây dựng kế hoạch", False),
    ],
)
def test_what_prints_a_cause(text: str, printed: bool) -> None:
    assert bool(phrases.CAUSE.search(fold(text))) is printed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("những bệnh viện, trường học, chợ nào được xây", True),
        ("các khu đô thị, khu dân cư nào", True),
        ("bệnh viện được xây ở đâu", False),
    ],
)
def test_what_is_enumerated(text: str, listed: bool) -> None:
    assert bool(phrases.ENUMERATED.search(fold(text))) is listed


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("những khu công nghiệp nào, mỗi khu rộng bao nhiêu", True),
        ("vốn gồm những nguồn nào, mỗi nguồn bao nhiêu", True),
        ("các dự án nào, kèm theo kinh phí", True),
        ("mỗi khu làm gì? Diện tích bao nhiêu", False),
        ("những khu công nghiệp nào", False),
    ],
)
def test_an_amount_of_each(text: str, each: bool) -> None:
    assert bool(phrases.EACH.search(fold(text))) is each


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("Xây chợ hết bao nhiêu tiền?", True),
        ("phân bổ mấy tỷ cho cầu cống", True),
        ("Kinh phí xây chợ là bao nhiêu?", True),
        ("Xây bao nhiêu chợ?", False),
        ("Giá thuê sạp ở chợ là bao nhiêu?", True),
        ("Tỉnh Gia Lai xây bao nhiêu chợ?", False),
        ("Tỉnh Gia Lai đặt tỷ lệ che phủ là bao nhiêu?", False),
    ],
)
def test_a_sum_of_money_is_asked_for(text: str, money: bool) -> None:
    assert bool(phrases.MONEY.search(fold(text))) is money
