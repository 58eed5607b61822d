"""A plan as people and programs read it: lines of text, or the object that --json prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from corpus.plan import Indicator, Plan, Section, SectionKind

_ITEMS = {SectionKind.DASH, SectionKind.PLUS}
_META_FIELDS = (
    "type", "number", "date", "place", "issuer", "locality", "province", "level", "side",
    "signer", "signer_title", "authority", "subject",
)  # fmt: skip
_META_NAMES = {
    "type": "Loại văn bản", "number": "Số, ký hiệu", "date": "Ngày ban hành", "place": "Nơi ban hành",
    "issuer": "Cơ quan ban hành", "locality": "Địa phương", "province": "Tỉnh, thành phố",
    "level": "Cấp", "side": "Hệ thống", "signer": "Người ký", "signer_title": "Chức vụ",
    "authority": "Thẩm quyền ký", "subject": "Trích yếu",
}  # fmt: skip


def plan_object(plan: Plan) -> dict[str, Any]:
    """Everything read from the plan; unknown is None. Offsets are code points of the text.

    ``sections`` are the headed ones: together they tile the text, dashes included, which each
    lists as its ``bullets``.
    """
    return {
        "id": plan.id,
        "meta": _meta(plan),
        "sections": [_section(plan, index) for index in _headed(plan)],
        "indicators": [_indicator(plan, indicator) for indicator in plan.indicators],
        "assignments": [
            {
                "section": a.section,
                "lead": list(a.lead),
                "roles": list(a.lead_roles),
                "with": list(a.partners),
                "deadline": a.deadline,
                "quote": plan.text[a.start : a.end],
                "start": a.start,
                "end": a.end,
            }
            for a in plan.assignments
        ],
        "references": [
            {
                "type": r.type,
                "number": r.number,
                "date": r.date,
                "issuer": r.issuer,
                "alias": r.alias,
                "section": r.section,
                "quote": plan.text[r.start : r.end],
                "start": r.start,
                "end": r.end,
            }
            for r in plan.references
        ],
        "footnotes": [
            {
                "label": note.label,
                "text": plan.text[note.start : note.end].strip(),
                "start": note.start,
                "end": note.end,
                "calls": [list(call) for call in note.calls],
            }
            for note in plan.footnotes
        ],
        "warnings": [
            {"code": w.code, "message": w.message, "start": w.start, "end": w.end}
            for w in plan.warnings
        ],
    }


def _meta(plan: Plan) -> dict[str, Any]:
    fields: dict[str, Any] = {name: getattr(plan.meta, name) for name in _META_FIELDS}
    fields["basis"] = list(plan.meta.basis)
    fields["recipients"] = list(plan.meta.recipients)
    fields["by_person"] = list(plan.meta.by_person)
    return fields


def _headed(plan: Plan) -> Iterator[int]:
    return (section.index for section in plan.sections if section.kind not in _ITEMS)


def _section(plan: Plan, index: int) -> dict[str, Any]:
    """A headed section with the dashes between it and the next headed one."""
    section = plan.sections[index]
    bullets: list[Section] = []
    for item in plan.sections[index + 1 :]:
        if item.kind not in _ITEMS:
            break
        bullets.append(item)
    return {
        "path": section.path,
        "kind": section.kind.value,
        "label": section.label or None,
        "title": section.title or None,
        "start": section.start,
        "end": bullets[-1].end if bullets else section.end,
        "bullets": [{"path": item.path, "start": item.start, "end": item.end} for item in bullets],
    }


def _indicator(plan: Plan, indicator: Indicator) -> dict[str, Any]:
    return {
        "name": indicator.name,
        "scope": indicator.scope,
        "year": indicator.year,
        "since": indicator.since,
        "operator": indicator.operator,
        "low": indicator.low,
        "high": indicator.high,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "kind": indicator.kind.value,
        "value": plan.text[indicator.value_start : indicator.value_end],
        "section": indicator.section,
        "quote": plan.text[indicator.start : indicator.end],
        "start": indicator.start,
        "end": indicator.end,
        "parent": indicator.parent,
    }


def plan_lines(plan: Plan) -> Iterator[str]:
    """The plan for a person: attributes, outline, indicators, tasks, references, warnings."""
    yield f"VĂN BẢN {plan.id}"
    for name in _META_FIELDS:
        value = getattr(plan.meta, name)
        by = " (do người quản lý bổ sung)" if name in plan.meta.by_person else ""
        yield f"  {_META_NAMES[name]}: {value or 'không ghi'}{by}"
    yield from _block("CĂN CỨ", plan.meta.basis)
    yield from _block("ĐỀ MỤC", _outline(plan))
    yield from _block("CHỈ TIÊU", (_indicator_line(plan, item) for item in plan.indicators))
    yield from _block("NHIỆM VỤ, PHÂN CÔNG", _tasks(plan))
    yield from _block(
        "VĂN BẢN ĐƯỢC NHẮC ĐẾN",
        (f"{r.section}: {' '.join(plan.text[r.start : r.end].split())}" for r in plan.references),
    )
    yield from _block("CHÚ THÍCH", (plan.text[n.start : n.end].strip() for n in plan.footnotes))
    yield from _block("NƠI NHẬN", plan.meta.recipients)
    yield from _block("ĐIỂM CẦN XEM LẠI", (warning.message for warning in plan.warnings))


def _block(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = [f"  {line}" for line in lines]
    if shown:
        yield ""
        yield f"{title} ({len(shown)})"
        yield from shown


def _outline(plan: Plan) -> Iterator[str]:
    for section in plan.sections:
        depth = len(plan.ancestors(section))
        first_line = plan.text[section.start : section.end].strip().split("\n", 1)[0]
        words = section.title or f"{first_line[:70]}{'…' if len(first_line) > 70 else ''}"
        yield f"{'  ' * depth}[{section.path}] {words}"


def _indicator_line(plan: Plan, indicator: Indicator) -> str:
    value = " ".join(plan.text[indicator.value_start : indicator.value_end].split())
    scope = f" ({indicator.scope})" if indicator.scope else ""
    since = f"{indicator.since}-" if indicator.since else ""
    year = f", {since}{indicator.year}" if indicator.year else ""
    return f"{indicator.section}: {indicator.name}{scope}{year}: {value} [{indicator.kind.value}]"


def _tasks(plan: Plan) -> Iterator[str]:
    for task in plan.assignments:
        parts = [f"chủ trì, thực hiện: {'; '.join(task.lead) or 'không ghi'}"]
        if task.partners:
            parts.append(f"phối hợp: {'; '.join(task.partners)}")
        if task.deadline:
            parts.append(f"thời gian: {task.deadline}")
        yield f"{task.section}: {' | '.join(parts)}"
