"""The collection itself: which documents it holds, of which places, of when, signed by which office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citation import vietnamese_date
from corpus.dates import DATE, iso
from corpus.fold import strip_marks
from corpus.plan import Plan, PlanMeta
from rag import wording
from rag.answer import Status
from rag.collection import document_name
from rag.draft import Draft, Span, Statement
from rag.patterns import spelled
from rag.question import Question
from rag.records import facts
from rag.records.offices import BODY, BODY_WORDS, Office, is_body, read_office, short_body
from rag.records.outline import in_words
from rag.records.remainder import DOC, as_typed, asserts, says_nothing_else, spans_of
from rag.scope import Scope

MOST_LISTED = 40  # documents or places in one answer
_STORE = r"\b(?:kho(?: (?:văn bản|tài liệu|dữ liệu|lưu trữ|này))*|bộ (?:sưu tập|tài liệu|dữ liệu)|hệ thống|cơ sở dữ liệu|thư viện)\b"
_LIST = r"\b(?:danh (?:sách|mục)|liệt kê|kể tên|các loại)\b"
_WHICH = rf"\b{DOC} (?:nào|gì)\b"
_COUNT = rf"\b(?:bao nhiêu|mấy|tổng số|số lượng)(?: bản| loại)? {DOC}\b"
_AREA = r"(?:địa phương|tỉnh(?:,? thành(?: phố)?)?|huyện|nơi|đơn vị hành chính|thành phố)"
_AREAS = rf"\b(?:(?:những|các|bao nhiêu|mấy) )+{_AREA}(?: nào)?\b|\b{_AREA} nào\b"
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
class _Asked:
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


def answer_collection(question: Question, scope: Scope) -> Draft | None:
    """The documents that are asked for, from what all of them print; None for another question."""
    question = as_typed(question)
    if not is_about_collection(question) or (scope.located.missing and not scope.named):
        return None
    asked = _read(question)
    held = [plan for plan in scope.plans if asked.fits(plan.meta)]
    if not held:
        return Draft(Status.NOT_STATED, (Statement(_none(question)),))
    latest = _extreme(question)
    if latest is not None:
        return _by_age(held, latest=latest, asked=asked, compared=len(question.places) > 1)
    if asked.dated:
        return _of_time(held, asked)
    if not question.places and _has(question, _AREAS):
        return _of_areas(held, asked)
    return _listed(question, held, asked)


def is_about_collection(question: Question) -> bool:
    """Whether the question asks for documents of the collection, and for nothing in them."""
    question = as_typed(question)
    store, counts = _has(question, _STORE), _has(question, _COUNT)
    documents, areas = _has(question, rf"\b{DOC}\b"), _has(question, _AREAS)
    which = _has(question, _WHICH)
    chosen = _extreme(question) is not None
    wanted = (
        (store and (documents or areas or question.places))
        or (documents and (counts or _has(question, _LIST)))
        or (which and (not question.fields or chosen))
        or (chosen and documents)
        or (which and _has(question, _LACKS))
        or (documents and _has(question, _ISSUES) and not question.fields and _read(question).dated)
        or (areas and documents and _has(question, r"\bcó\b"))
        or (
            documents
            and _has(question, r"\b(?:những|các) " + DOC)
            and _read(question) != _Asked(_types(question))
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
        question.folded, _STORE, _LIST, _WHICH, _COUNT, _AREAS, _LATEST, _EARLIEST,
        *((_FIRST_OF, _LAST_OF) if len(question.places) > 1 else ()),
        _YEARS, _MONTH, _DAY, _LEVELS, _SIDES, _ISSUES, _LACKS, BODY_WORDS, rf"\b{DOC}\b",
    )  # fmt: skip


def _has(question: Question, pattern: str) -> bool:
    return spelled(pattern).search(question.folded) is not None


def _extreme(question: Question) -> bool | None:
    """True for the newest, False for the oldest, None when neither is asked for."""
    pair = len(question.places) > 1
    if _has(question, _LATEST) or (pair and _has(question, _LAST_OF)):
        return True
    return False if _has(question, _EARLIEST) or (pair and _has(question, _FIRST_OF)) else None


def _types(question: Question) -> tuple[str, ...]:
    named = [m.group() for m in spelled(rf"\b{DOC}\b").finditer(question.folded)]
    if not named or any(name in _GENERIC for name in named):
        only = [n for n in named if n not in _GENERIC]
        named = only if only and _has(question, rf"{_STORE}|{_COUNT}") else []
    plain = (strip_marks(name) for name in named)
    return tuple(dict.fromkeys(_SHORT_TYPES.get(name, name) for name in plain))


def _read(question: Question) -> _Asked:
    folded = question.folded
    office = read_office(folded)
    office = office if office and _has(question, r"\bký\b") else None
    body = None if office else BODY.search(folded)
    level, party = (spelled(each).search(folded) for each in (_LEVELS, _SIDES))
    lacks = spelled(_LACKS).search(folded)
    day = next((iso(match) for match in DATE.finditer(question.text)), None)
    month = spelled(_MONTH).search(folded)
    years = list(spelled(_YEARS).finditer(folded)) if day is None and month is None else []
    side = years[0]["side"] if years else None
    of_party = party is not None and strip_marks(party["side"]) == "dang"
    return _Asked(
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


def _none(question: Question) -> str:
    said = " ".join(question.text.strip(" ?.!").split())
    return f"Không có văn bản nào trong kho phù hợp với điều được hỏi: “{said}”."


# --- answers --------------------------------------------------------------------------------------


def _listed(question: Question, held: Sequence[Plan], asked: _Asked) -> Draft:
    """How many documents there are, by type, and each by its name."""
    kinds = Counter(plan.meta.type or "Văn bản" for plan in held)
    parts = [f"{counted(n)} {kind[:1].lower()}{kind[1:]}" for kind, n in kinds.items()]
    many = f"{counted(len(held))} văn bản" if len(kinds) > 1 else parts[0]
    more = f", gồm {wording.join(parts)}" if len(kinds) > 1 else ""
    about = question.places or asked != _Asked(asked.types)
    lead = f"Có {many} phù hợp{more}:" if about else f"Kho văn bản có {many}{more}:"
    return Draft(Status.ANSWERED, (Statement(lead), *_lines(held, asked)))


def _lines(plans: Sequence[Plan], asked: _Asked) -> list[Statement]:
    field = "signer" if asked.office else "subject"
    lines = [_line(plan, field) for plan in plans[:MOST_LISTED]]
    rest = len(plans) - MOST_LISTED
    more = f"Còn {counted(rest)} văn bản khác không nêu tên ở đây."
    return [*lines, Statement(more)] if rest > 0 else lines


def _line(plan: Plan, field: str) -> Statement:
    """A document by its name, with its signer or its title as printed."""
    if field == "signer":
        said = f"{document_name(plan)}, người ký: {plan.meta.signer}, {plan.meta.signer_title}"
        return Statement(f"- {said}.", facts.field_spans(plan, "signer"))
    spans = [s for s in plan.meta.spans if s.field == "subject"]
    if not spans:
        return Statement(f"- {document_name(plan)}.", facts.field_spans(plan, "type"))
    span = Span(plan, spans[0].start, spans[0].end)
    return Statement(f"- {document_name(plan)}: “{span.line}”", (span,))


def _of_areas(held: Sequence[Plan], asked: _Asked) -> Draft:
    """The places that the documents are of, each with its documents."""
    groups: dict[str, list[Plan]] = {}
    for plan in held:
        groups.setdefault(plan.meta.locality or plan.meta.issuer or "", []).append(plan)
    named = {place: plans for place, plans in groups.items() if place}
    places = [place for place, plans in named.items() if plans[0].meta.locality]
    lines = [_of_area(place, plans) for place, plans in list(named.items())[:MOST_LISTED]]
    rest = len(named) - MOST_LISTED
    more = [Statement(f"Còn {counted(rest)} nơi khác không nêu tên ở đây.")] if rest > 0 else []
    other = " và văn bản của cơ quan khác" if len(places) < len(named) else ""
    kinds = list(dict.fromkeys(plan.meta.type or "" for plan in held)) if asked.types else []
    said = wording.join([f"{kind[:1].lower()}{kind[1:]}" for kind in kinds]) or "văn bản"
    lead = Statement(f"Kho có {said} của {counted(len(places))} địa phương{other}:")
    return Draft(Status.ANSWERED, (lead, *lines, *more))


def _of_area(place: str, plans: Sequence[Plan]) -> Statement:
    one = document_name(plans[0]) if len(plans) == 1 else f"{counted(len(plans))} văn bản"
    field = "issuer" if "issuer" not in plans[0].meta.by_person else "subject"
    return Statement(f"- {place}: {one}.", facts.field_spans(plans[0], field))


def _of_time(held: Sequence[Plan], asked: _Asked) -> Draft:
    """The documents issued at the time asked for; those that print no date are said apart."""
    dated = sorted((p for p in held if p.meta.date), key=lambda plan: plan.meta.date or "")
    fitting = [plan for plan in dated if asked.is_then(plan.meta.date or "")]
    undated = _undated(held)
    if not fitting:
        none = Statement("Không văn bản nào trong kho ghi ngày ban hành vào thời gian được hỏi.")
        return Draft(Status.NOT_STATED, (none, *undated))
    return Draft(Status.ANSWERED, (*map(_dated, fitting[:MOST_LISTED]), *undated))


def _by_age(held: Sequence[Plan], *, latest: bool, asked: _Asked, compared: bool) -> Draft:
    """The newest or the oldest of the documents that print a date."""
    dated = [p for p in held if p.meta.date and (not asked.dated or asked.is_then(p.meta.date))]
    if not dated:
        return Draft(Status.NOT_STATED, tuple(_undated(held)))
    days = [plan.meta.date or "" for plan in dated]
    wanted = max(days) if latest else min(days)
    word = "mới nhất" if latest else "sớm nhất"
    lead = Statement(f"Văn bản {word} trong số các văn bản có ghi ngày ban hành:")
    if compared and len(dated) < len(held):
        return Draft(Status.NOT_STATED, (*_undated(held), *map(_dated, dated)))
    best = [_dated(plan) for plan in dated if plan.meta.date == wanted]
    return Draft(Status.ANSWERED, (lead, *best, *_undated(held)))


def _dated(plan: Plan) -> Statement:
    day = vietnamese_date(plan.meta.date or "")
    return Statement(
        f"- {document_name(plan)}, ban hành ngày {day}.", facts.field_spans(plan, "date")
    )


def _undated(plans: Sequence[Plan]) -> list[Statement]:
    """The documents whose copies print no date of issue, in one sentence."""
    names = [document_name(plan) for plan in plans if not plan.meta.date]
    if not names:
        return []
    shown = names[:MOST_LISTED]
    more = (
        f"; và {counted(len(names) - MOST_LISTED)} văn bản khác" if len(names) > MOST_LISTED else ""
    )
    return [Statement(f"Bản lưu không ghi ngày ban hành: {'; '.join(shown)}{more}.")]


def counted(number: int) -> str:
    """A number below a million in Vietnamese words: 105 -> "một trăm lẻ năm"."""
    if number < 100:
        return in_words(number)
    unit, name = (1000, "nghìn") if number >= 1000 else (100, "trăm")
    many, rest = divmod(number, unit)
    head = f"{counted(many)} {name}"
    if rest == 0:
        return head
    if unit == 1000 and rest < 100:
        head += " không trăm"
    return f"{head} lẻ {counted(rest)}" if rest < 10 else f"{head} {counted(rest)}"
