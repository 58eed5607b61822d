"""Names of sections: the path by the document's own labels, the heading words, the ordinal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from corpus.plan import SectionKind
from corpus.sections.footnotes import note_label
from corpus.sections.frame import Paragraph
from corpus.sections.labels import Label, to_roman

HEADING_WORDS = 45  # a longer paragraph is text, whatever its label
RUN_IN_WORDS = 20  # "1. Ban Tuyên giáo Thành ủy: xây dựng …": a heading before a colon is shorter

_ANNOUNCE = (" như", " gồm", " là", " sau", " rằng")  # the colon introduces a list, not a body

ITEMS = frozenset({SectionKind.DASH, SectionKind.PLUS})
# Articles are numbered through the whole document, so their path does not repeat these.
_ABOVE_ARTICLES = {
    SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION,
}  # fmt: skip
_ALWAYS_HEADED = {
    SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION,
    SectionKind.APPENDIX, SectionKind.FORM,
}  # fmt: skip
_PATH_WORDS = {
    "appendix": "Phụ lục", "part": "Phần", "chapter": "Chương", "section-word": "Mục",
    "subsection": "Tiểu mục", "article": "Điều",
}  # fmt: skip


@dataclass(slots=True)
class Node:
    """A section under construction: its label, its paragraphs, its parent's position."""

    kind: SectionKind
    label: Label | None
    lines: list[Paragraph]
    parent: int | None
    path: str = ""
    title: str = ""
    ordinal: int = 1
    heading_lines: int = 0  # how many of ``lines`` are heading and nothing else

    @property
    def rest(self) -> str:
        """The first paragraph without its label."""
        return self.lines[0].text[self.label.length if self.label else 0 :]


def own_label(label: Label) -> str:
    """The label as a path shows it: a garbled Roman numeral as the numeral it stands for."""
    return to_roman(label.value) if label.style == "roman" else label.printed


def name_sections(nodes: list[Node]) -> None:
    """Fill in ordinal, path and title of every node, in document order."""
    seen: Counter[tuple[int | None, SectionKind]] = Counter()
    paths: Counter[str] = Counter()
    with_children = {node.parent for node in nodes}
    headed = _headed_groups(nodes, with_children)
    for index, node in enumerate(nodes):
        seen[node.parent, node.kind] += 1
        node.ordinal = seen[node.parent, node.kind]
        path = _path(node, nodes)
        paths[path] += 1
        node.path = path if paths[path] == 1 else f"{path} ({paths[path]})"
        _set_title(node, has_body=index in with_children or len(node.lines) > 1, headed=headed)


def _path(node: Node, nodes: list[Node]) -> str:
    if node.kind is SectionKind.FOOTNOTE:
        return f"chú thích {(note_label(node.lines[0].text) or ('', 0))[0]}"
    if node.label is None:
        return node.kind.value
    own = _own_part(node, node.label)
    parent = nodes[node.parent] if node.parent is not None else None
    if parent is None or (node.kind is SectionKind.ARTICLE and parent.kind in _ABOVE_ARTICLES):
        return own
    if node.label.style in {"decimal", "lettered-number"} and parent.label is not None:
        own = own.removeprefix(f"{parent.label.printed}.")
    return f"{parent.path}.{own}"


def _own_part(node: Node, label: Label) -> str:
    if label.style == "form":
        return node.lines[0].text[: label.length].strip(" .:-–")
    if label.style in _PATH_WORDS:
        return f"{_PATH_WORDS[label.style]} {own_label(label)}".strip()
    return f"{node.kind.value} {node.ordinal}" if node.kind in ITEMS else own_label(label)


def _headed_groups(
    nodes: list[Node], with_children: set[int | None]
) -> set[tuple[int | None, SectionKind]]:
    """Groups of siblings most of which are plain headings, so that a full stop after one is a slip."""
    plain: Counter[tuple[int | None, SectionKind]] = Counter()
    for index, node in enumerate(nodes):
        if node.label is None or node.kind in ITEMS:
            continue
        is_plain = (index in with_children or len(node.lines) > 1) and node.rest[-1:] not in {
            ".",
            ";",
        }
        plain[node.parent, node.kind] += 1 if is_plain else -1
    return {group for group, balance in plain.items() if balance > 0}


def _set_title(node: Node, *, has_body: bool, headed: set[tuple[int | None, SectionKind]]) -> None:
    """Heading words: the whole first paragraph, the words before a run-in colon, or the next line."""
    if node.label is None or node.kind in ITEMS:
        return
    rest = node.rest.strip()
    if not rest:
        _title_from_next_line(node)
    elif _is_heading(node, rest, has_body=has_body, headed=headed):
        node.title = rest.rstrip(" :.;" if rest[-1] in ".;" else " :")
        node.heading_lines = 1
    else:
        before, colon, after = rest.partition(": ")
        fits = len(before.split()) <= RUN_IN_WORDS and "." not in before
        fits = fits and before.count("(") == before.count(")")  # "… 45% (năm 2021: 31%)"
        if colon and after.strip() and fits and not before.endswith(_ANNOUNCE):
            node.title = before.strip()


def _title_from_next_line(node: Node) -> None:
    """ "Chương I" alone on its line: the next line is its heading."""
    node.heading_lines = 1
    if (
        len(node.lines) > 1
        and len(node.lines[1].text.split()) <= HEADING_WORDS
        and not node.lines[1].text.startswith("|")
    ):
        node.title = node.lines[1].text.strip()
        node.heading_lines = 2


def _is_heading(
    node: Node, rest: str, *, has_body: bool, headed: set[tuple[int | None, SectionKind]]
) -> bool:
    words = len(rest.split())
    if node.kind in _ALWAYS_HEADED:
        return words <= 2 * HEADING_WORDS and (rest[-1] not in ".;" or words <= HEADING_WORDS)
    if words > 2 * HEADING_WORDS or ". " in rest.removesuffix("."):
        return False
    if node.kind is SectionKind.ARTICLE:
        return rest[-1] not in ".;/"
    if rest[-1] in ".;":
        fits = words <= HEADING_WORDS and (node.parent, node.kind) in headed
        return has_body and fits and rest[-1] == "." and not rest.endswith("..")
    return has_body
