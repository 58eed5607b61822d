"""Questions about the collection itself: which documents they ask for, by what."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.dates import DATE, iso
from corpus.fold import strip_marks
from corpus.plan import PlanMeta
from rag.asked.patterns import spelled
from rag.question import Question
from rag.records.offices import BODY, BODY_WORDS, Office, is_body, read_office, short_body
from rag.records.remainder import DOC, as_typed, asserts, says_nothing_else, spans_of

_STORE = r"\b(?:kho(?: (?:văn bản|tài liệu|dữ liệu|lưu trữ|này))*|bộ (?:sưu tập|tài liệu|dữ liệu)|hệ thống|cơ sở dữ liệu|thư viện)\b"
_LIST = r"\b(?:danh (?:sách|mục)|liệt kê|kể tên|các loại)\b"
_WHICH = rf"\b{DOC} (?:nào|gì)\b"
_COUNT = rf"\b(?:bao nhiêu|mấy|tổng số|số lượng)(?: bản| loại)? {DOC}\b"
_AREA = r"(?:địa phương|tỉnh(?:,? thành(?: phố)?)?|huyện|nơi|đơn vị hành chính|thành phố)"
AREAS = rf"\b(?:(?:những|các|bao nhiêu|mấy) )+{_AREA}(?: nào)?\b|\b{_AREA} nào\b"
_LATEST = r"\b(?:(?:ban hành |ra đời |ký )?(?:mới|gần đây|gần|muộn|trễ) nhất|cuối cùng|mới ban hành nhất)\b"
_EARLIEST = r"\b(?:(?:ban hành |ra đời |ký )?(?:cũ|sớm|lâu) nhất|(?:đầu tiên|trước tiên|trước nhất)|cũ nhất)\b"
_FIRST_OF = r"\b(?:ban hành|ra đời|ký|có) (?:trước|sớm hơn)\b"
_LAST_OF = r"\b(?:ban hành|ra đời|ký|có) (?:sau|muộn hơn)\b"
_YEARS = r"\b(?P<side>trước|sau|từ)?\s*(?:trong |vào |của )?(?:năm )?(?P<year>(?:19|20)\d\d)\b"
_MONTH = r"\btháng (?P<month>\d{1,2})(?: năm |\s?/\s?)(?P<year>\d{4})\b"
_DAY = (
    r"\b(?:có |ghi |được |ban hành )*(?:vào )?(?:ngày|khi|lúc) nào\b|\bbao giờ\b|\bngày bao nhiêu\b"
)
_LEVELS = r"\bcấp (?P<level>tỉnh|huyện|xã|trung ương)\b"
_SIDES = r"\b(?:của|bên|khối) (?P<side>đảng|nhà nước|chính quyền)\b"
_ISSUES = r"\bban hành\b|\bký\b|\bra đời\b|\bđược ban hành\b"
_LACKS = r"\b(?:không|chưa) (?:có |ghi |in |nêu |rõ )*(?P<field>số(?: hiệu|,? ký hiệu)?|ngày(?: tháng)?(?: năm)?(?: ban hành)?)(?! (?:năm )?\d)"
_GENERIC = ("văn bản", "tài liệu", "van ban", "tai lieu")
_SHORT_TYPES = {"kh": "ke hoach", "ctr": "chuong trinh", "cthd": "chuong trinh hanh dong"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the documents a question asks: one condition a field, None where there is none."""

    types: tuple[str, ...] = ()  # plain; () for any
    years: tuple[int, ...] = ()
    side: str | None = None  # "truoc", "sau", "tu" the first of ``years``
    month: str | None = None  # "2022-09", or a whole day
    office: Office | None = None
    body: tuple[str, str | None] | None = None  # plain, with its level
    level: str | None = None
    party: str | None = None  # PlanMeta.side
    lacks: str | None = None  # a PlanMeta field that the copy does not print

    @property
    def dated(self) -> bool:
        """Whether it is asked by the date of issue."""
        return bool(self.years or self.month)

    def fits(self, meta: PlanMeta) -> bool:
        """Whether a document is of those asked for, its date aside."""
        kind = strip_marks(meta.type or "")
        return (
            (not self.types or any(kind.startswith(t) for t in self.types))
            and (self.office is None or self.office.is_held(meta))
            and (self.body is None or is_body(meta, *self.body))
            and (self.level is None or meta.level == self.level)
            and (self.party is None or meta.side == self.party)
            and (self.lacks is None or getattr(meta, self.lacks) is None)
        )

    def is_then(self, day: str) -> bool:
        """Whether a date of issue, in ISO form, is of the time asked for."""
        if self.month is not None:
            return day.startswith(self.month)
        year = int(day[:4])
        if self.side is None:
            return year in self.years
        first = self.years[0]
        return {"truoc": year < first, "sau": year > first, "tu": year >= first}[self.side]


def is_about_collection(question: Question) -> bool:
    """Whether the question asks for documents of the collection, and for nothing in them."""
    question = as_typed(question)
    store, counts = has(question, _STORE), has(question, _COUNT)
    documents, areas = has(question, rf"\b{DOC}\b"), has(question, AREAS)
    which = has(question, _WHICH)
    chosen = extreme(question) is not None
    wanted = (
        (store and (documents or areas or question.places))
        or (documents and (counts or has(question, _LIST)))
        or (which and (not question.fields or chosen))
        or (chosen and documents)
        or (which and has(question, _LACKS))
        or (
            documents
            and has(question, _ISSUES)
            and not question.fields
            and read_asked(question).dated
        )
        or (areas and documents and has(question, r"\bcó\b"))
        or (
            documents
            and has(question, r"\b(?:những|các) " + DOC)
            and read_asked(question) != Asked(_types(question))
        )
    )
    return (
        bool(wanted)
        and not asserts(question)
        and says_nothing_else(question.folded, _recognised(question))
    )


def _recognised(question: Question) -> list[tuple[int, int]]:
    """The spans of all that such a question may say."""
    spans = [(place.start, place.end) for place in question.places]
    office = read_office(question.folded)
    if office is not None:
        spans.append((office.start, office.end))
    spans += [match.span() for match in DATE.finditer(question.text)]
    return spans + spans_of(
        question.folded, _STORE, _LIST, _WHICH, _COUNT, AREAS, _LATEST, _EARLIEST,
        *((_FIRST_OF, _LAST_OF) if len(question.places) > 1 else ()),
        _YEARS, _MONTH, _DAY, _LEVELS, _SIDES, _ISSUES, _LACKS, BODY_WORDS, rf"\b{DOC}\b",
    )  # fmt: skip


def has(question: Question, pattern: str) -> bool:
    """Whether the question holds the pattern, with diacritics or typed without."""
    return spelled(pattern).search(question.folded) is not None


def extreme(question: Question) -> bool | None:
    """True for the newest, False for the oldest, None when neither is asked for."""
    pair = len(question.places) > 1
    if has(question, _LATEST) or (pair and has(question, _LAST_OF)):
        return True
    return False if has(question, _EARLIEST) or (pair and has(question, _FIRST_OF)) else None


def _types(question: Question) -> tuple[str, ...]:
    named = [m.group() for m in spelled(rf"\b{DOC}\b").finditer(question.folded)]
    if not named or any(name in _GENERIC for name in named):
        only = [n for n in named if n not in _GENERIC]
        named = only if only and has(question, rf"{_STORE}|{_COUNT}") else []
    plain = (strip_marks(name) for name in named)
    return tuple(dict.fromkeys(_SHORT_TYPES.get(name, name) for name in plain))


def read_asked(question: Question) -> Asked:
    """The conditions that the question puts on the documents it asks for."""
    folded = question.folded
    office = read_office(folded)
    office = office if office and has(question, r"\bký\b") else None
    body = None if office else BODY.search(folded)
    level, party = (spelled(each).search(folded) for each in (_LEVELS, _SIDES))
    lacks = spelled(_LACKS).search(folded)
    day = next((iso(match) for match in DATE.finditer(question.text)), None)
    month = spelled(_MONTH).search(folded)
    years = list(spelled(_YEARS).finditer(folded)) if day is None and month is None else []
    side = years[0]["side"] if years else None
    of_party = party is not None and strip_marks(party["side"]) == "dang"
    return Asked(
        types=_types(question),
        years=tuple(int(match["year"]) for match in years),
        side=strip_marks(side) if side else None,
        month=day or (f"{month['year']}-{int(month['month']):02}" if month else None),
        office=office,
        body=(short_body(body["body"]), strip_marks(body["level"]) if body["level"] else None)
        if body
        else None,
        level=_marked_level(level["level"]) if level else None,
        party=("Đảng" if of_party else "Nhà nước") if party else None,
        lacks=("number" if strip_marks(lacks["field"]).startswith("so") else "date")
        if lacks
        else None,
    )


def _marked_level(typed: str) -> str:
    levels = ("tỉnh", "huyện", "xã", "trung ương")
    return next(level for level in levels if strip_marks(level) == strip_marks(typed))
