"""What a provision must hold to answer: an amount, a time, a document, the thing asked about."""

from __future__ import annotations

import re

from corpus.fold import strip_marks
from corpus.indicators.scope import heading_scope
from corpus.letters import UPPER
from rag.asked import phrases
from rag.collection import inner_unit
from rag.draft import Span
from rag.meaning.words import bag, coverage, heaviest, words
from rag.passages.best import Passage
from rag.passages.years import governing_years, printed_years
from rag.question import Kind, Question

_FIGURE_SHARE = 0.5  # share of the question in the sentence that gives its figure
_FIGURE_PART, _FIGURE_AROUND = 0.3, 0.6  # less in the sentence, where its headings hold more
_MEASURED_AROUND = 0.45  # share of the question in the provision of an amount asked in a measure
_MEANT = 0.35  # likeness of meaning that stands in for the question's words
_SUBJECT = 0.4  # share of the most telling concept without which no figure is an answer
# "06-NQ/TW", "178/QĐ-UBND", "Chương trình phát triển đô thị", "Quy hoạch tỉnh"
_DOCUMENT = re.compile(
    r"\d+(?:/\d{4})?[-/][A-ZĐ]|\b(?:Nghị quyết|Quyết định|Chương trình|Kế hoạch|Đề án|Quy hoạch|Luật|Nghị định|Chỉ thị)\b"
)
DATE_PRINTED = re.compile(r"\b(?:19|20)\d\d\b|\btháng \d|\bngày \d")
# "900 nghìn lượt khách" is no money.
_SUM_OF_MONEY = (
    r"(?:nghìn |ngàn |triệu |tỷ )?(?:đồng|đ|tỷ|triệu|nghìn)\b"
    r"(?!\s(?:lượt|khách|người|dân|hộ|lao động|tấn|mét|m[²³23]?\b|km|ha\b|căn|cây|con|kwh|hồ sơ|chỗ))"
)
_MONEY = re.compile(rf"\d[\d.,]*\s?(?:%|{_SUM_OF_MONEY})", re.IGNORECASE)
# A sum, where one is asked for: no share, no rate.
_SUM = re.compile(rf"\d[\d.,]*\s?{_SUM_OF_MONEY}", re.IGNORECASE)
# Whoever can be charged with something, as plans print it.
_ORGAN = re.compile(
    r"\b(?:Trưởng|Phó|Chủ tịch|Giám đốc|Bí thư|Ông|Bà|[Đđ]ồng chí|Sở|Ban|Phòng|Bộ|Cục|Chi cục|Viện|Hội|Đoàn|Trung tâm|Thường trực|Kho bạc|Đài|Báo|Tổ|(?:Tỉnh|Thành|Huyện|Thị|Đảng|Quận) ủy)\b"
    r"|\b(?i:ubnd|hđnd|ủy ban|uỷ ban|hội đồng|công an|quân sự|mặt trận|văn phòng|liên đoàn|các sở|sở,|cấp ủy|cấp uỷ|chính quyền (?:địa phương|các cấp|cơ sở|cấp)|"
    r"cơ quan|đơn vị|các ngành|chủ đầu tư|nhà thầu|lực lượng|cộng đồng dân cư|các (?:huyện|xã|phường|địa phương)|khu phố|thôn)\b"
)
_FIRM = re.compile(
    rf"\b(?i:công ty|doanh nghiệp|tập đoàn|tổng công ty|liên danh|nhà đầu tư|viện)(?:\s+[^\W\d_]+){{0,4}}?\s+[{UPPER}]"
)
_DIGIT = re.compile(r"\d")  # a figure or a year
_ORDINAL = re.compile(r"\b(?:lần(?: thứ)?|khóa|khoá) (?:[IVXLC]+\b|\d)", re.IGNORECASE)
_DURATION = re.compile(r"\d\s*(?:phút|giờ|ngày|tuần|tháng|năm)\b|\btrong ngày\b", re.IGNORECASE)
# A number that is no year.
_FIGURE = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?![\d.,]*\d|\s?(?:ha|m|đồng|tỷ|người|hộ)\b))\d")
_PERCENTAGE = re.compile(r"\d\s?%|\bt[ỷỉ] (?:lệ|trọng)\b[^.;]{0,40}\d", re.IGNORECASE)
# What is asked for in words and printed as a unit.
_MEASURES = {
    "met": "mét|m²|m2|m³|m",
    "khoi": "m³|m3|mét khối|khối",
    "tien": "đồng",
    "kilomet": "km|ki-lô-mét",
    "hecta": "ha|héc-ta",
    "hec": "ha|héc-ta",
    "hec-ta": "ha|héc-ta",
    "km": "km|ki-lô-mét",
}
# How long something lasts is printed as a number of these.
_SPANS = {
    "ngay": "ngày",
    "thang": "tháng",
    "nam": "năm",
    "gio": "giờ",
    "tuan": "tuần",
    "phut": "phút",
}
_NO_THINGS = frozenset(
    [
        "cho",
        "để",
        "về",
        "theo",
        "từ",
        "trong",
        "của",
        "ở",
        "tại",
        "vào",
        "mỗi",
        "một",
        "là",
        "thì",
        "nếu",
        "khi",
        "đến",
        "trên",
        "vậy",
        "cái",
        "chiếc",
    ]
)
_CLASS = re.compile(r"\bloại (?:đặc biệt|[IVX]{1,4})\b")
# What a sentence must hold to answer "when": a year, a date, a period or a rhythm.
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\btháng \d|\bngày \d|\bthường xuyên\b|\bhằng (?:năm|quý|tháng)\b|\bhàng (?:năm|tháng)\b"
    r"|\bđịnh kỳ\b|\bquý [IVX\d]|\b(?:cho )?đến khi\b|\bsau khi\b|\bkhi có\b|\btừ ngày (?:ký|ban hành|được|thông qua|có hiệu lực)\b|\([^()]{0,12}\d{1,2}/\d{1,2}(?:/\d{4})?\)|\d\s*(?:ngày|tháng|giờ)\b",
    re.IGNORECASE,
)


def wanted_words(question: Question) -> re.Pattern[str] | None:
    """What a sentence must hold to answer: the amount of what is counted, a time, what a term is."""
    folded = question.folded
    if question.kind is Kind.WHEN:
        return _wanted_time(folded)
    if question.kind is Kind.WHO and (held := phrases.POSITION.search(folded)) is not None:
        return re.compile(
            rf"(?<!phó ){re.escape(question.text[slice(*held.span())])}", re.IGNORECASE
        )
    claimed = next((q.unit.split("/")[0] for q in question.premises if q.unit), None)
    if question.yes_no and claimed:
        return re.compile(rf"\d[\d.,]*\s*{re.escape(claimed.split()[0])}(?!\w)", re.IGNORECASE)
    if phrases.DEFINITION.search(folded) and question.topic:
        term = re.escape(question.topic)
        return re.compile(rf"{term}\W*(?:\([^)]*\)\W*)?(?:là|được hiểu|gồm)\b", re.IGNORECASE)
    if key_words_of_a_year(question):
        return _DIGIT
    if question.kind is not Kind.VALUE and not phrases.AMOUNT.search(folded):
        if (named := phrases.NAMED.search(folded)) is not None:
            return _wanted_name(question.text, named)
        return _DOCUMENT if phrases.DOCUMENT_ASKED.search(folded) else None
    return _wanted_amount(question)


def _wanted_name(text: str, named: re.Match[str]) -> re.Pattern[str]:
    """A thing of this sort with its name: "các xã: Phổ An, Phổ Châu", "Bệnh viện Đa khoa tỉnh"."""
    if named["firm"] is not None:
        return _FIRM
    thing = text[slice(*named.span("thing" if named["thing"] else "town"))]
    plain = f"[{thing[0]}{thing[0].upper()}]{re.escape(thing[1:])}"
    return re.compile(rf"(?<!\w){plain}(?:\s+[^\W\d_]+){{0,4}}:?\s+[{UPPER}]")


def _wanted_amount(question: Question) -> re.Pattern[str]:
    """The amount of what is counted; a share, the place in an order, or any figure."""
    folded = question.folded
    if phrases.WHICH_ROUND.search(folded):
        return _ORDINAL
    if phrases.PERCENT.search(folded):
        return _PERCENTAGE
    if phrases.DURATION.search(folded):
        return _DURATION
    counted = phrases.COUNTED.search(folded)
    if phrases.SUM.search(folded):
        return _SUM
    if phrases.MONEY.search(folded) and (counted is None or _is_no_thing(counted["noun"])):
        return _MONEY
    if counted is None:
        return _FIGURE
    start = counted.start("noun")
    noun = question.text[start:].split()[0].strip("?,.;:")
    if strip_marks(noun) == "loai":
        return _CLASS
    if _is_no_thing(noun):
        return _FIGURE
    said = _MEASURES.get(strip_marks(noun), re.escape(noun))
    return re.compile(rf"\d[\d.,]*\s*(?:[^\W\d_]+\s+)?(?:{said})(?!\w)", re.IGNORECASE)


def _is_no_thing(noun: str) -> bool:
    """Whether what follows "bao nhiêu" is not what is counted: "bao nhiêu cho kế hoạch"."""
    said = words(noun)
    return not said or said[0].folded in _NO_THINGS


def _wanted_time(folded: str) -> re.Pattern[str]:
    """A number of days where it is asked how many, a date where one is asked, else any time."""
    if (long := phrases.HOW_LONG.search(folded)) is not None:
        return re.compile(rf"\d\s*{_SPANS[strip_marks(long.group('span'))]}\b", re.IGNORECASE)
    return DATE_PRINTED if phrases.TIME_ASKED.search(folded) else _TIME


def key_words_of_a_year(question: Question) -> bool:
    """Whether the question is just a thing and a year: "thu nhập bình quân đầu người năm 2030"."""
    asks = question.yes_no or question.wants_list or phrases.OPEN.search(question.folded)
    return question.kind is Kind.PASSAGE and bool(question.years) and not asks


def fits_kind(passage: Passage, question: Question, wanted: re.Pattern[str] | None) -> bool:
    """A question for a time or an amount is answered only by words that hold one.

    An amount that is not of something counted must be for the year asked, in a sentence that holds
    a good part of the question, of a provision that holds the most telling thing that it names.
    ``wanted`` is what ``wanted_words`` says of the question.
    """
    text = passage.span.text
    if _of_other_years(text, question) or _of_another_unit(passage, question):
        return False
    if wanted is None:
        return True
    if question.kind is Kind.WHEN or wanted is _FIGURE:
        text = without_references(passage.span)
    if wanted.search(text) is None:
        return False
    if wanted is not _FIGURE and not question.years and _is_meant(passage):
        return True
    if _is_measured(question):
        return _is_near_the_subject(passage, question)
    if wanted not in {_FIGURE, _DIGIT, _MONEY, _SUM, _PERCENTAGE}:
        return True
    years = governing_years(passage.span)
    timely = not question.years or not set(question.years).isdisjoint(years)
    return timely and _is_about(passage, question) and holds_the_subject(passage, question)


def names_who(passage: Passage, question: Question) -> bool:
    """Whether a provision names an agency, itself or in a heading, where one is asked for."""
    if question.kind is not Kind.WHO or not phrases.AGENCY_WANTED.search(question.folded):
        return True
    plan, section = passage.span.plan, passage.section
    titles = (above.title or "" for above in plan.ancestors(section))
    return _ORGAN.search(plan.own_text(section)) is not None or any(map(_ORGAN.match, titles))


def _of_another_unit(passage: Passage, question: Question) -> bool:
    """Whether a provision stands under the heading of a unit inside the area that nobody asked for.

    Nobody has where the question names another one, or asks for a figure and names none.
    """
    plan, section = passage.span.plan, passage.section
    scopes = (heading_scope(s.title) for s in (*plan.ancestors(section), section) if s.title)
    units = [unit for scope in scopes if scope and (unit := inner_unit(scope, plan.meta))]
    if not units:
        return False
    named = [mention for mention in question.places if mention.printed_type is not None]
    asked = {strip_marks(place.name) for mention in named for place in mention.places}
    if any(name in strip_marks(unit) for unit in units for name in asked):
        return False
    own = strip_marks(plan.meta.locality or "")
    return question.kind is Kind.VALUE or bool(asked - {own})


def _is_meant(passage: Passage) -> bool:
    """Whether the provision is the plan's first, and its meaning alone says that it is meant."""
    return passage.evidence.lead > 0 and (passage.evidence.meaning or 0.0) >= _MEANT


def _is_near_the_subject(passage: Passage, question: Question) -> bool:
    """Whether a provision holds much of the question, and with its neighbours what it is about."""
    if passage.coverage < _MEASURED_AROUND:
        return False
    plan, section = passage.span.plan, passage.section
    above = plan.ancestors(section)[-1:] or (section,)
    around = bag(plan.text[above[0].start : above[0].subtree_end])
    return heaviest(question.concepts).covered(around) >= _SUBJECT


def _is_measured(question: Question) -> bool:
    """Whether an amount is asked for in a measure, which says nothing of the thing: "bao nhiêu tiền"."""
    if phrases.DURATION.search(question.folded):
        return True
    counted = phrases.COUNTED.search(question.folded)
    return counted is not None and strip_marks(counted["noun"]).split()[0] in _MEASURES


def _is_about(passage: Passage, question: Question) -> bool:
    """Whether a sentence holds a good part of the question, or a part with its headings the rest."""
    own = coverage(question.concepts, bag(passage.span.text))
    if own >= _FIGURE_SHARE:
        return True
    return own >= _FIGURE_PART and passage.coverage >= _FIGURE_AROUND


def without_references(span: Span) -> str:
    """The words of a span without the documents that they name, whose dates are no time of a task."""
    text, start = span.text, span.start
    for each in span.plan.references:
        if span.start <= each.start and each.end <= span.end:
            name = each.end - each.start
            text = text[: each.start - start] + " " * name + text[each.end - start :]
    return text


def holds_the_subject(passage: Passage, question: Question) -> bool:
    """Whether the provision holds the most telling concept; general words tell of nothing."""
    if question.is_general:
        return False
    return heaviest(question.concepts).covered(bag(_around(passage))) >= _SUBJECT


def _around(passage: Passage) -> str:
    """The provision's own text under its headings."""
    plan, section = passage.span.plan, passage.section
    return f"{plan.headings_above(section)} ; {plan.own_text(section)}"


def _of_other_years(text: str, question: Question) -> bool:
    """Whether a sentence is about years before or after those asked; a claim is checked instead."""
    printed = printed_years(text)
    if not printed or not question.years or question.yes_no or question.kind is Kind.WHEN:
        return False
    return max(question.years) < min(printed) or max(printed) < min(question.years)
