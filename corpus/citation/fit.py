"""Which plans the document words of a typed citation fit.

A number, a type, an agency and a place are conditions, not hints: a plan that contradicts one of
them does not fit, and a name that no plan bears fits none.
"""

from __future__ import annotations

import re

from corpus.citation.document import DocumentWords, TypedNumber
from corpus.citation.parts import MASK
from corpus.citation.words import spelled
from corpus.doctypes import find_numbers
from corpus.fold import fold, has_marks, strip_marks
from corpus.places.finder import PlaceMention, find_places
from corpus.plan import Plan

# What people call any document of the collection when they name it by its place.
_LOOSE_TYPES = frozenset({"Kế hoạch", "Chương trình"})

_AGENCIES = {
    "ubnd": "ubnd", "uy ban nhan dan": "ubnd", "hdnd": "hđnd", "hoi dong nhan dan": "hđnd",
    "tinh uy": "tỉnh ủy", "thanh uy": "thành ủy", "thi uy": "thị ủy", "huyen uy": "huyện ủy",
    "quan uy": "quận ủy", "dang uy": "đảng ủy",
}  # fmt: skip
_AGENCY = re.compile(rf"(?<!\w)(?:{'|'.join(_AGENCIES)})(?!\w)")
_LEVELS = {
    "tinh": "tỉnh", "thanh pho": "thành phố", "tp": "thành phố", "huyen": "huyện", "quan": "huyện",
    "thi xa": "huyện", "tx": "huyện", "xa": "xã", "phuong": "xã", "thi tran": "xã", "dac khu": "xã",
}  # fmt: skip
_LEVEL = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_LEVELS, key=len, reverse=True))})\.?(?!\w)")
_WORD = re.compile(r"[^\W_]+")
# Words around a citation that name nothing.
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        """
    của tại trong ở theo thuộc về số ngày và là gì nào nói quy định nội dung toàn văn trích dẫn
    nguyên cho xem tôi hỏi biết mở tìm tra cứu bản tài liệu này đó trên thế như ban thường vụ btv
    chấp hành bch đảng bộ thực hiện triển khai đọc hay giúp mình cần ghi nêu được không lưu ra hãy
    hiệu địa bàn nhé ạ xin phần mục khoản điểm điều từ đến hết các những đầu dòng với hoặc
    nhân dân uỷ hội đồng văn
""",
    )
)
_NAMING = frozenset({"cua", "bo", "ban", "hoi"})
_PLAIN_FILLERS = frozenset(map(strip_marks, _FILLERS))


def fits(said: DocumentWords, plans: tuple[Plan, ...]) -> tuple[tuple[Plan, bool], ...]:
    """The plans that the words fit, and whether only loosely ("kế hoạch" for an action programme)."""
    known = [plan for plan in plans if _number_fits(said, plan) and _carries_fit(said, plan)]
    placed = _placed(said, known)
    typed = [plan for plan in placed if _type_fits(said, plan)]
    if said.date:
        typed = [plan for plan in typed if _date_of(plan) == said.date] or typed
    if typed:
        return tuple((plan, False) for plan in typed)
    loose = said.number is None and bool(_LOOSE_TYPES & set(said.types))
    return tuple((plan, True) for plan in placed if loose and _names(plan, said.words))


def names_issuer(words: str) -> bool:
    """Whether an agency or a place is named: "kế hoạch Đức Phổ" means a plan, "kế hoạch mới" none."""
    return bool(_AGENCY.search(strip_marks(words)) or find_places(words))


def _number_fits(said: DocumentWords, plan: Plan) -> bool:
    return said.number is None or (
        plan.meta.number is not None and _same(said.number, plan.meta.number)
    )


def _same(typed: TypedNumber, printed: str) -> bool:
    """Whether the typed digits and codes are those printed, codes in order with gaps allowed."""
    match = re.match(r"\s*(\d+)\s*(?:/\s*(\d{4})\s*/)?(.*)", strip_marks(printed))
    if match is None or int(match[1]) != typed.value:
        return False
    if typed.year and match[2] and int(match[2]) != typed.year:
        return False
    codes = iter(re.findall(r"[a-z]+\d*", match[3]))
    return all(code in codes for code in typed.codes)


def _carries_fit(said: DocumentWords, plan: Plan) -> bool:
    if not said.carries:
        return True
    printed = [number.text for number in find_numbers(plan.meta.subject or "")]
    printed += [each.number for each in plan.references if each.number]
    return all(any(_same(typed, number) for number in printed) for typed in said.carries)


def _type_fits(said: DocumentWords, plan: Plan) -> bool:
    own = fold(plan.meta.type or "")
    return not said.types or not own or any(own.startswith(fold(name)) for name in said.types)


def _date_of(plan: Plan) -> str | None:
    return "/".join(str(int(each)) for each in reversed((plan.meta.date or "0").split("-")))


def _placed(said: DocumentWords, plans: list[Plan]) -> list[Plan]:
    """The plans whose agency, level and place agree with the words that are left."""
    plain = strip_marks(said.words)
    agreeing = [plan for plan in plans if _agencies_fit(plain, plan)]
    named = [plan for plan in agreeing if _names(plan, said.words)]
    if named:
        provinces = {strip_marks(plan.meta.province or "") for plan in named}
        within = [plan for plan in named if strip_marks(plan.meta.locality or "") not in provinces]
        return _spelled_best(within or named, said.words)
    mentions = find_places(said.words)
    if said.number:  # "KH 151 nói gì về thành phố Quảng Ngãi" is about a place, not from it
        mentions = tuple(each for each in mentions if _stands_as_issuer(said.words, each.start))
    if mentions:
        return [plan for plan in agreeing if any(_is_at(each, plan) for each in mentions)]
    return [plan for plan in agreeing if _says_nothing_else(said, plan)]


def _stands_as_issuer(words: str, start: int) -> bool:
    """Whether what begins at ``start`` follows the document, "của" or an agency, or stands alone."""
    before = strip_marks(words[:start]).rstrip()
    tail = re.search(r"[^\W_]+(?:\s[^\W_]+)*$", before)
    return tail is None or bool(re.search(rf"(?:^|\s)(?:cua|{'|'.join(_AGENCIES)})$", tail.group()))


def _is_at(mention: PlaceMention, plan: Plan) -> bool:
    """Whether a place found under another spelling ("dalat") is the plan's own."""
    printed = strip_marks(mention.printed_type or "")
    return (printed not in _LEVELS or _level_fits(printed, plan)) and any(
        fold(place.name) == fold(plan.meta.locality or "")
        and plan.meta.level in (None, place.level)
        for place in mention.places
    )


def _agencies_fit(plain: str, plan: Plan) -> bool:
    typed = {_AGENCIES[match.group()] for match in _AGENCY.finditer(plain)}
    if not typed or not plan.meta.issuer:
        return True
    issuer, subject = (strip_marks(each or "") for each in (plan.meta.issuer, plan.meta.subject))
    own = {_AGENCIES[match.group()] for match in _AGENCY.finditer(issuer)}
    carried = {_AGENCIES[match.group()] for match in _AGENCY.finditer(subject)}
    return bool(typed & own) or typed <= carried


def _occurrence(plan: Plan, words: str) -> re.Match[str] | None:
    """Where the words name the plan's locality, spelled as it is or without diacritics."""
    name = fold(plan.meta.locality or "")
    if not name:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(strip_marks(name))}(?!\w)")
    folded = fold(words)
    found = pattern.finditer(strip_marks(words))
    return next((each for each in found if spelled(folded[slice(*each.span())], name)), None)


def _names(plan: Plan, words: str) -> bool:
    """Whether the words name the plan's own locality, at a level that the plan can have."""
    match = _occurrence(plan, words)
    if match is None:
        return False
    before = re.split(r"[^\w\s.]", strip_marks(words[: match.start()]))[-1]
    levels = list(_LEVEL.finditer(before))
    return not levels or _level_fits(levels[-1].group().rstrip("."), plan)


def _level_fits(word: str, plan: Plan) -> bool:
    level, own = _LEVELS[word], plan.meta.level
    if own is None:
        return True
    if level == "thành phố":
        city = re.search(r"thanh pho|thanh uy|tp", strip_marks(plan.meta.issuer or "")) is not None
        return own == "huyện" or (own == "tỉnh" and city)
    return level == own


def _spelled_best(plans: list[Plan], words: str) -> list[Plan]:
    """Of places that differ only in diacritics, those spelled as typed."""
    if not has_marks(words) or len(plans) < 2:
        return plans
    exact = [plan for plan in plans if fold(plan.meta.locality or "") in fold(words)]
    return exact or plans


def _says_nothing_else(said: DocumentWords, plan: Plan) -> bool:
    """Whether no word left names another document than this plan.

    Words that stand where a name stands must be the plan's own; others ("phân công ai") say nothing.
    """
    plain = strip_marks(said.words)
    rest = _AGENCY.sub(lambda match: "\x02" * len(match.group()), plain)
    levels = [match.group().rstrip(".") for match in _LEVEL.finditer(rest)]
    if not all(_level_fits(level, plan) for level in levels):
        return False
    rest = _LEVEL.sub(lambda match: "\x02" * len(match.group()), rest)
    issuer = _spaced(strip_marks(plan.meta.issuer or ""))
    subject = _spaced(_common_words(plan.meta.subject or ""))
    names = _named_runs(rest, fold(said.words), after_document=said.number is None)
    return all(run in issuer or (titled and run in subject) for run, titled in names)


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} "


def _named_runs(plain: str, folded: str, *, after_document: bool) -> list[tuple[str, bool]]:
    """Runs of unknown words that stand where an issuer is named, and those that stand as a title.

    The first stand after "của", "Bộ", an agency or a level (\\x02); the others, marked True, right
    after the type of a document that was named without a number ("kế hoạch nhà ở").
    """
    runs: list[tuple[str, bool]] = []
    place = ""  # what the next unknown word would be: "issuer", "title" or nothing
    running = False
    previous = 0
    for match in _WORD.finditer(plain):
        gap = plain[previous : match.start()]
        typed = folded[match.start() : match.end()]
        previous = match.end()
        if gap.strip():
            titled = after_document and "|" in gap
            place, running = "issuer" if "\x02" in gap else "title" if titled else "", False
        if typed in _FILLERS or (typed == match.group() and typed in _PLAIN_FILLERS):
            place, running = "issuer" if match.group() in _NAMING else place, False
        elif running:
            runs[-1] = (f"{runs[-1][0]}{match.group()} ", runs[-1][1])
        elif place:
            runs.append((f" {match.group()} ", place == "title"))
            running = True
    return runs


def _common_words(subject: str) -> str:
    """The common words of a subject without diacritics, its names masked.

    The subject of a district's plan names its province, whose plan it is not.
    """
    if subject.isupper():
        return ""
    return strip_marks(re.sub(r"[^\W\d_]*[^\W\d_a-zà-ỹđ]\w*", MASK, subject))
