"""Plan text -> the tree of its sections. The numbering is the authority, not bold or capitals."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpus.plan import Footnote, PlanWarning, Section, SectionKind
from corpus.sections.footnotes import calls, note_label
from corpus.sections.frame import Paragraph, block_kinds, paragraphs
from corpus.sections.labels import Label, misread_roman, read_label
from corpus.sections.names import ITEMS, Node, name_sections, own_label

_FIXED = {
    SectionKind.FORMALITIES, SectionKind.OPENING, SectionKind.CLOSING,
    SectionKind.SIGNATURE, SectionKind.RECIPIENTS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections in order, the footnotes, and what looked wrong."""

    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    warnings: tuple[PlanWarning, ...]


@dataclass(slots=True)
class _Builder:
    """Nodes in document order, the stack of open ones, and the warnings so far."""

    nodes: list[Node] = field(default_factory=list)
    stack: list[int] = field(default_factory=list)
    warnings: list[PlanWarning] = field(default_factory=list)

    def open_label(self, style: str) -> Label | None:
        """Label of the innermost open section of this numbering style."""
        for index in reversed(self.stack):
            label = self.nodes[index].label
            if label is not None and label.style == style:
                return label
        return None


def read_outline(text: str) -> Outline:
    """The sections of ``text`` (as ``normalise`` gives it); their own spans tile it. Linear time."""
    lines = paragraphs(text)
    builder = _Builder()
    for line, kind in zip(lines, block_kinds(lines), strict=True):
        _add(builder, line, kind)
    name_sections(builder.nodes)
    sections = _sections(builder.nodes)
    marks = calls(text)
    footnotes = _footnotes(text, sections, marks)
    warnings = [*builder.warnings, *_order_warnings(builder.nodes)]
    return Outline(sections, footnotes, tuple(sorted(warnings, key=lambda w: (w.start, w.code))))


def _add(builder: _Builder, line: Paragraph, kind: SectionKind) -> None:
    """Put one paragraph into the tree: open a section for it or add it to the open one."""
    last = builder.nodes[-1] if builder.nodes else None
    if kind is SectionKind.FOOTNOTE or (kind in _FIXED and (last is None or last.kind is not kind)):
        builder.stack.clear()
        builder.nodes.append(Node(kind, None, [line], None))
    elif kind in _FIXED and last is not None:
        last.lines.append(line)
    elif (label := _label_of(builder, line)) is not None:
        _open(builder, line, label)
    elif last is None or (
        last.kind in _FIXED and last.kind is not _kind_after_frame(builder.nodes)
    ):
        builder.stack.clear()
        builder.nodes.append(Node(_kind_after_frame(builder.nodes), None, [line], None))
    else:
        last.lines.append(line)


def _kind_after_frame(nodes: list[Node]) -> SectionKind:
    """Unlabelled text after a fixed block: the title of an attached document, or a plain body."""
    return SectionKind.FORMALITIES if _is_signed(nodes) else SectionKind.BODY


def _label_of(builder: _Builder, line: Paragraph) -> Label | None:
    """The label of a body paragraph; a garbled Roman one too when the sequence asks for it."""
    label = read_label(line.text)
    if label is not None and label.kind in {SectionKind.APPENDIX, SectionKind.FORM}:
        return label if _opens_appendix(builder, line.text, label) else None
    if label is not None and label.style != "roman":
        return label
    previous = builder.open_label("roman")
    expected = previous.value + 1 if previous else 1
    if label is not None and label.value in {1, expected}:
        return label
    misread = misread_roman(line.text, expected)
    if misread is None:
        return label
    shown = line.text[: misread.length + 40]
    message = f"Đề mục in “{shown}” được hiểu là Mục {own_label(misread)} theo thứ tự đánh số."
    builder.warnings.append(_warning("ocr-heading", message, line))
    return misread


def _opens_appendix(builder: _Builder, text: str, label: Label) -> bool:
    """Whether a line is the title of an appendix; a table amid the text ("Biểu 1. …") is none."""
    amid = text.startswith(("Biểu ", "BIỂU ")) and not text.lower().startswith("biểu mẫu")
    return _is_appendix_title(text, label) and not (amid and not _is_signed(builder.nodes))


def _is_signed(nodes: list[Node]) -> bool:
    """Whether the document's own signature or recipients stand before."""
    return any(node.kind in {SectionKind.SIGNATURE, SectionKind.RECIPIENTS} for node in nodes)


def _is_appendix_title(text: str, label: Label) -> bool:
    """A title line, not a sentence that mentions an appendix."""
    rest = text[label.length :]
    is_short_title = rest[:1].isupper() and len(rest.split()) <= 30 and rest[-1] not in ".;"
    return not rest or text.isupper() or is_short_title


def _warning(code: str, message: str, line: Paragraph) -> PlanWarning:
    return PlanWarning(code, message, line.start, line.start + len(line.text))


def _open(builder: _Builder, line: Paragraph, label: Label) -> None:
    """Open a section: close what is not above it, and hang it under what is left."""
    level = _nesting_level(builder, label)
    while builder.stack and _level(builder.nodes[builder.stack[-1]]) >= level:
        builder.stack.pop()
    parent = builder.stack[-1] if builder.stack else None
    builder.nodes.append(Node(label.kind, replace(label, level=level), [line], parent))
    builder.stack.append(len(builder.nodes) - 1)


def _level(node: Node) -> int:
    return node.label.level if node.label is not None else -1


def _nesting_level(builder: _Builder, label: Label) -> int:
    """The level of a label here.

    Levels are fixed by style (I. over 1. over a) over a dash) but for two cases: numbers that start
    again at 1 under an open letter lie inside that letter, and what goes on counting such an inner
    list stays in it.
    """
    if label.style != "arabic" or not builder.stack:
        return label.level
    open_numbers = [
        found for index in builder.stack
        if (found := builder.nodes[index].label) is not None and found.style == "arabic"
    ]  # fmt: skip
    if (
        open_numbers
        and open_numbers[-1].level > label.level
        and label.value == open_numbers[-1].value + 1
    ):
        return open_numbers[-1].level
    letter = builder.open_label("letter")
    if label.value == 1 and open_numbers and letter is not None:
        return letter.level + 1
    return label.level


def _sections(nodes: list[Node]) -> tuple[Section, ...]:
    """Frozen sections with their spans; a subtree ends where its last descendant does."""
    ends = [node.lines[-1].end for node in nodes]
    for index in range(len(nodes) - 1, -1, -1):
        parent = nodes[index].parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[index])
    return tuple(
        Section(
            path=node.path,
            kind=node.kind,
            label=node.label.printed if node.label else "",
            title=node.title,
            start=node.lines[0].start,
            end=node.lines[-1].end,
            subtree_end=ends[index],
            index=index,
            parent=node.parent,
            ordinal=node.ordinal,
            body_start=_body_start(node),
        )
        for index, node in enumerate(nodes)
    )


def _body_start(node: Node) -> int:
    """Where the text begins: after heading lines, else after the label."""
    if node.heading_lines:
        return node.lines[node.heading_lines - 1].end
    return node.lines[0].start + (node.label.length if node.label else 0)


def _footnotes(
    text: str, sections: tuple[Section, ...], marks: list[tuple[str, int, int]]
) -> tuple[Footnote, ...]:
    """Notes with the marks that call them; a number used again belongs to the note in turn."""
    found: list[Footnote] = []
    notes = [section for section in sections if section.kind is SectionKind.FOOTNOTE]
    body_end = notes[0].start if notes else len(text)
    by_number: dict[str, list[tuple[int, int]]] = {}
    for number, start, end in marks:
        if start < body_end:
            by_number.setdefault(number, []).append((start, end))
    numbers = [(note_label(text[note.start : note.start + 16]) or ("", 0))[0] for note in notes]
    for position, note in enumerate(notes):
        number = numbers[position]
        spans = by_number.get(number, [])
        if numbers.count(number) > 1:
            turn = numbers[:position].count(number)
            spans = spans[turn : turn + 1]
        found.append(Footnote(number, note.start, note.end, tuple(spans)))
    return tuple(found)


def _order_warnings(nodes: list[Node]) -> list[PlanWarning]:
    """Gaps and repeats in the numbering of siblings: reported, never repaired."""
    warnings: list[PlanWarning] = []
    last: dict[tuple[int | None, str], int] = {}
    for node in nodes:
        label = node.label
        if label is None or node.kind in ITEMS or label.value == 0:
            continue
        key = (None if node.kind is SectionKind.ARTICLE else node.parent, label.style)
        previous = last.get(key, 0)
        last[key] = label.value
        if node.kind in {SectionKind.APPENDIX, SectionKind.FORM} or label.value == previous + 1:
            continue
        if label.value == 1 and previous:
            continue  # a new list after a break, or an attached document
        found = "lặp lại hoặc lùi" if label.value <= previous else "nhảy số"
        message = f"Đánh số {found}: “{node.lines[0].text[:40]}” đứng sau số {previous}."
        warnings.append(_warning("numbering", message, node.lines[0]))
    return warnings
