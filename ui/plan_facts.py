"""What is known of a plan besides its text: attributes, related documents, warnings; as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from corpus.citation.words import one_line
from corpus.citation.writer import vietnamese_date
from corpus.contradictions import Conflict
from corpus.plan import Plan, PlanMeta
from corpus.references.graph import Document, Graph, Link
from ui.citation_list import items_html, note_html
from ui.markup import kept, link_html
from ui.routes import LIBRARY, screen_link, span_link
from ui.standing import area_note
from ui.status import StatusView

FIELDS = (
    ("type", "Loại văn bản"),
    ("number", "Số, ký hiệu"),
    ("date", "Ngày ban hành"),
    ("place", "Nơi ban hành"),
    ("issuer", "Cơ quan ban hành"),
    ("subject", "Trích yếu"),
    ("locality", "Địa phương (khi ban hành)"),
    ("province", "Tỉnh, thành phố"),
    ("level", "Cấp"),
    ("side", "Hệ thống"),
    ("authority", "Thẩm quyền ký"),
    ("signer", "Người ký"),
    ("signer_title", "Chức vụ"),
    ("basis", "Căn cứ"),
    ("recipients", "Nơi nhận"),
)
BY_PERSON = "do người quản lý bổ sung"
_NONE = "văn bản không ghi"


def badges_html(views: Iterable[StatusView]) -> str:
    """Badges in words; the colour only repeats them."""
    return "".join(
        f'<span class="tl-nhan tl-nhan-{view.colour}">{escape(view.words)}</span>' for view in views
    )


def attributes_html(plan: Plan) -> str:
    """Every attribute with where it is printed; what a person supplied is marked as such."""
    rows = "".join(_row(plan, field, title) for field, title in FIELDS)
    area = area_note(plan.meta)
    if area:
        rows += f'<tr><th scope="row">Địa phương (hiện nay)</th><td>{escape(area)}</td></tr>'
    return f'<div class="tl-thuoc-tinh"><table><tbody>{rows}</tbody></table></div>'


def _row(plan: Plan, field: str, title: str) -> str:
    values = _values(plan.meta, field)
    if not values:
        body = f'<span class="tl-trong">{_NONE}</span>'
    elif len(values) == 1:
        body = kept(values[0])
    else:
        body = items_html([kept(value) for value in values])
    if field in plan.meta.by_person:
        body += f' <span class="tl-nhan tl-nhan-blue">{BY_PERSON}</span>'
    else:
        span = next((one for one in plan.meta.spans if one.field == field), None)
        if span is not None:
            address = span_link(plan.id, span.start, span.end)
            body += f" {link_html(address, 'xem chỗ ghi', spoken=f'{title}: xem chỗ ghi')}"
    return f'<tr><th scope="row">{title}</th><td>{body}</td></tr>'


def _values(meta: PlanMeta, field: str) -> tuple[str, ...]:
    value = getattr(meta, field)
    if not value:
        return ()
    if isinstance(value, tuple):
        return tuple(one_line(one) for one in value)
    return (vietnamese_date(value),) if field == "date" else (one_line(value),)


def document_name(document: Document) -> str:
    """Type, number and date of a document, or its printed name."""
    when = f" ngày {vietnamese_date(document.date)}" if document.date else ""
    if document.number:
        return f"{document.type or 'Văn bản'} số {document.number}{when}"
    if document.plan and not document.title:
        return f"{document.type or 'Văn bản'}{when}"
    if document.plan:
        return f"{document.type or 'Văn bản'} của {document.issuer or 'cơ quan ban hành'}{when}"
    return f"{document.title or document.type or 'Văn bản'}"


def related_html(plan_id: str, graph: Graph) -> str:
    """What the plan rests on, what rests on it, and what it only names, as linked boxes."""
    own = next((one for one in graph.documents if one.plan == plan_id), None)
    if own is None:
        return note_html("Chưa đọc được văn bản liên quan.")
    rests, bears = graph.based_on(own.key), graph.basis_of(own.key)
    named = [one for one in graph.links if one.source == own.key and one.kind == "mention"]
    naming = [one for one in graph.links if one.target == own.key and one.kind == "mention"]
    centre = (
        f'<div class="tl-o tl-o-chinh"><strong>{kept(document_name(own))}</strong>'
        "<br>Văn bản đang xem</div>"
    )
    below = _column("Văn bản trong kho căn cứ vào văn bản này", bears, graph, source=True)
    columns = [
        _column("Căn cứ ban hành", rests, graph),
        f'<div class="tl-cot"><h3>Văn bản này</h3>{centre}</div>',
        below,
    ]
    drawn = '<span class="tl-mui-ten" aria-hidden="true">→</span>'.join(columns)
    lists = _named_html("Văn bản được nhắc đến", named, graph, source=False)
    lists += _named_html("Văn bản trong kho nhắc đến văn bản này", naming, graph, source=True)
    return f'<div class="tl-do-thi">{drawn}</div>{lists}'


def _column(title: str, links: Sequence[Link], graph: Graph, *, source: bool = False) -> str:
    boxes = "".join(f'<div class="tl-o">{_box(one, graph, source)}</div>' for one in links)
    body = boxes or f'<div class="tl-o tl-trong">{"không có" if source else _NONE}</div>'
    return f'<div class="tl-cot"><h3>{title}</h3>{body}</div>'


def _box(link: Link, graph: Graph, source: bool) -> str:
    """One document, what it rests on itself, and where that is printed."""
    document = graph.document(link.source if source else link.target)
    if document is None:
        return ""
    name = document_name(document)
    words = kept(name)
    if document.plan is not None:
        words = link_html(screen_link(LIBRARY, ("plan", document.plan)), name)
    carried = [
        document_name(found)
        for one in graph.based_on(document.key)
        if not source and (found := graph.document(one.target)) is not None
    ]
    under = f"<br>thực hiện: {kept('; '.join(carried))}" if carried else ""
    times = f" ({link.count} nơi)" if link.count > 1 else ""
    address = span_link(link.plan, link.start, link.end)
    seen = link_html(address, f"xem chỗ ghi{times}", spoken=f"{name}: xem chỗ ghi")
    return f"{words}{under}<br>{seen}"


def _named_html(title: str, links: Sequence[Link], graph: Graph, *, source: bool) -> str:
    if not links:
        return ""
    return f"<h3>{title}</h3>{items_html([_box(one, graph, source) for one in links])}"


def warnings_html(plan: Plan, conflicts: Iterable[Conflict]) -> str:
    """What looks wrong in the file, each with its place; "" when there is nothing."""
    lines = [
        f"{escape(one.message)} "
        f"{link_html(span_link(plan.id, one.start, one.end), 'xem chỗ ghi', spoken='Xem chỗ ghi trong văn bản')}"
        if one.start < one.end
        else escape(one.message)
        for one in plan.warnings
    ]
    for conflict in conflicts:
        places = [one for one in conflict.readings if one.plan == plan.id]
        if places:
            address = span_link(plan.id, places[0].start, places[0].end)
            lines.append(f"{escape(conflict.message)} {link_html(address, 'xem chỗ ghi')}")
    return items_html(lines) if lines else ""
