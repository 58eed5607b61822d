"""Plan text -> PlanMeta: what identifies a document, read from what it prints and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from corpus.agencies.lists import AgencyText
from corpus.errors import CatalogError
from corpus.letters import NAME
from corpus.metadata.basis import read_basis
from corpus.metadata.formalities import Formalities, Printed, read_formalities, read_place_and_date
from corpus.metadata.issuer import Issuer, from_header, from_line, from_opening, full_unit, side_of
from corpus.metadata.self_citation import own_citation, own_date, own_subject, passing_date
from corpus.metadata.signature import Signature, read_recipients, read_signature, signed_in_words
from corpus.places.finder import find_places
from corpus.plan import MetaSpan, PlanMeta, Section, SectionKind

_PROVINCE = re.compile(
    rf"(?:\btỉnh|\bTỉnh [uủ][ỷy]|\bTỉnh ủy|\bthành phố trực thuộc Trung ương)\s({NAME})"
)
_TWO_LEVELS_FROM = "2025-07-01"  # no districts from this day: Luật 72/2025/QH15
_TEXT_FIELDS = (
    "type", "number", "date", "place", "issuer", "locality", "province", "level", "side", "subject",
    "signer", "signer_title", "authority",
)  # fmt: skip
_LIST_FIELDS = ("basis", "recipients")
_CHOICES = {
    "level": ("tỉnh", "huyện", "xã", "trung ương"),
    "side": ("Đảng", "Nhà nước"),
}


def read_metadata(
    text: str, sections: Sequence[Section], source: AgencyText | None = None
) -> PlanMeta:
    """The metadata that ``text`` prints, each field with its span; what is not printed stays None.

    A decision that promulgates an attached plan is a decision: the first head and the first
    signature count. ``source`` is the folded text when the caller has it.
    """
    source = source or AgencyText(text)
    head = _leading(sections, SectionKind.FORMALITIES)
    formal = read_formalities(text, *head)
    opening = _opening(sections, head, formal)
    signature = _signature(text, sections, opening)
    enacting = from_opening(source, *opening, formal.place.value if formal.place else None)
    issuer = _issuer(source, formal, enacting, signature)
    place, day = _place_and_date(text, sections, formal)
    basis = read_basis(source, *opening, enacting.start if enacting else None)
    printed = {
        "type": formal.type, "number": formal.number, "date": day, "place": place,
        "issuer": issuer and Printed(issuer.name, issuer.start, issuer.end),
        "subject": formal.subject or own_subject(text, formal),
        "signer": signature.signer, "signer_title": signature.title, "authority": signature.authority,
    }  # fmt: skip
    values: dict[str, Any] = {name: field.value for name, field in printed.items() if field}
    spans = [MetaSpan(name, field.start, field.end) for name, field in printed.items() if field]
    spans += [MetaSpan("basis", phrase.start, phrase.end) for phrase in basis]
    return PlanMeta(
        **values,
        locality=issuer.locality if issuer else None,
        province=_province(text, issuer, opening, day.value if day else None),
        level=issuer.level if issuer else None,
        side=_side(issuer, signature),
        basis=tuple(phrase.value for phrase in basis),
        recipients=_recipients(text, sections),
        spans=tuple(sorted(spans, key=lambda span: (span.start, span.field))),
    )


def with_catalog(meta: PlanMeta, entry: Mapping[str, object]) -> PlanMeta:
    """``meta`` with what a person supplied; ``by_person`` names those fields, their spans are dropped.

    Raises CatalogError for a field that does not exist or a value of the wrong kind.
    """
    values: dict[str, Any] = {name: _checked(name, value) for name, value in entry.items()}
    kept = {
        name: getattr(meta, name) for name in (*_TEXT_FIELDS, *_LIST_FIELDS) if name not in values
    }
    return PlanMeta(
        **kept,
        **values,
        spans=tuple(span for span in meta.spans if span.field not in values),
        by_person=tuple(dict.fromkeys([*meta.by_person, *values])),
    )


def _checked(name: str, value: object) -> str | tuple[str, ...]:
    """A catalog value of the right kind for its field, or CatalogError."""
    if name in _LIST_FIELDS:
        if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise CatalogError(f"Danh mục văn bản: trường “{name}” phải là danh sách chuỗi chữ.")
    if name not in _TEXT_FIELDS:
        known = ", ".join((*_TEXT_FIELDS, *_LIST_FIELDS))
        raise CatalogError(
            f"Danh mục văn bản: không có trường “{name}”; các trường được dùng: {known}."
        )
    if name == "date" and isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str) or not value.strip():
        raise CatalogError(f"Danh mục văn bản: trường “{name}” phải là chuỗi chữ không rỗng.")
    if name in _CHOICES and value not in _CHOICES[name]:
        choices = ", ".join(f"“{choice}”" for choice in _CHOICES[name])
        raise CatalogError(
            f"Danh mục văn bản: trường “{name}” là “{value}”; phải là một trong {choices}."
        )
    if name == "date":
        _check_date(value)
    return value


def _check_date(value: str) -> None:
    try:
        valid = date.fromisoformat(value).isoformat() == value
    except ValueError:
        valid = False
    if not valid:
        raise CatalogError(
            f"Danh mục văn bản: trường “date” là “{value}”; phải viết dạng năm-tháng-ngày, ví dụ 2022-09-22."
        )


def _leading(sections: Sequence[Section], kind: SectionKind) -> tuple[int, int]:
    """The span of the first run of sections of a kind; (0, 0) when there is none."""
    start = end = 0
    seen = False
    for section in sections:
        if section.kind is kind:
            start = start if seen else section.start
            end, seen = section.end, True
        elif seen:
            break
    return start, end


def _opening(
    sections: Sequence[Section], head: tuple[int, int], formal: Formalities
) -> tuple[int, int]:
    """The opening words; in a text without line breaks, what follows the subject in the head."""
    if any(section.kind is SectionKind.OPENING for section in sections):
        return _leading(sections, SectionKind.OPENING)
    return (formal.subject.end if formal.subject else head[1]), head[1]


def _first(sections: Sequence[Section], kind: SectionKind) -> Section | None:
    return next((section for section in sections if section.kind is kind), None)


def _signature(text: str, sections: Sequence[Section], opening: tuple[int, int]) -> Signature:
    block = _first(sections, SectionKind.SIGNATURE)
    if block is not None:
        return read_signature(text, block.start, block.end)
    return signed_in_words(text, *opening)


def _recipients(text: str, sections: Sequence[Section]) -> tuple[str, ...]:
    block = _first(sections, SectionKind.RECIPIENTS)
    return read_recipients(text, block.start, block.end) if block else ()


def _issuer(
    source: AgencyText, formal: Formalities, enacting: Issuer | None, signature: Signature
) -> Issuer | None:
    """From the header; else a line of its own, the enacting words, the plan's own citation of itself."""
    place = formal.place.value if formal.place else None
    return (
        from_header(source, formal.header, place)
        or enacting
        or from_line(source, formal.enacting, place)
        or own_citation(source, formal)
        or _from_authority(source, signature, place)
    )


def _from_authority(source: AgencyText, signature: Signature, place: str | None) -> Issuer | None:
    """The organ after "TM." in the signature, when nothing else names the issuer."""
    line = signature.authority
    if line is None or not line.value.startswith(("TM", "T/M")):
        return None
    first = re.split(r", (?=K)", line.value)[0]
    organ = re.sub(r"^T/?M[.\s]*", "", first)
    begin = line.start + len(first) - len(organ)
    return from_line(source, Printed(organ, begin, begin + len(organ)), place)


def _place_and_date(
    text: str, sections: Sequence[Section], formal: Formalities
) -> tuple[Printed | None, Printed | None]:
    """From the head; else above the signature, beside the own number, or the day of passing."""
    place, day = formal.place, formal.date
    block = _first(sections, SectionKind.SIGNATURE)
    if place is None and day is None and block is not None:
        place, day = read_place_and_date(text, max(0, block.start - 200), block.end)
    if day is None and formal.place is None:
        day = own_date(text, formal) or passing_date(text, formal)
    return place, day


def _province(
    text: str, issuer: Issuer | None, opening: tuple[int, int], issued: str | None
) -> str | None:
    """The issuer's province; for a lower level the only one that title and opening name.

    Failing that, the province in which the list of units has the only unit of that name and type.
    """
    if issuer is None or issuer.province is not None or issuer.level not in {"huyện", "xã"}:
        return issuer.province if issuer else None
    named_there = {match.group(1) for match in _PROVINCE.finditer(text, 0, opening[1])}
    if len(named_there) == 1:
        return named_there.pop()
    return None if named_there else _only_province(issuer, issued)


def _only_province(issuer: Issuer, issued: str | None) -> str | None:
    """By the gazetteer: units of before 1 July 2025, or of after it for plans dated so."""
    unit = full_unit(issuer)
    if unit is None:
        return None
    era = "new" if issued is not None and issued >= _TWO_LEVELS_FROM else "old"
    places = [
        place
        for mention in find_places(unit)
        for place in mention.places
        if place.full_name == unit and place.era in {era, "both"}
    ]
    provinces = {place.province for place in places}
    return provinces.pop() if len(provinces) == 1 else None


def _side(issuer: Issuer | None, signature: Signature) -> str | None:
    """By the issuer's name; else by the authority line, whose "T/M" with a slash is the Party's."""
    if issuer is not None and issuer.side is not None:
        return issuer.side
    if signature.authority is None:
        return None
    return (
        "Đảng"
        if signature.authority.value.startswith("T/M")
        else side_of(signature.authority.value)
    )
