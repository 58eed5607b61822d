"""Plans and an embedder that a person can compute, for the tests of the index."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.fold import strip_marks
from corpus.plan import Plan, PlanMeta, Section, SectionKind

CONCEPTS = ("nha", "cay", "nuoc", "duong", "rac", "dien")


@dataclass(frozen=True)
class CountingEmbedder:
    """Coordinate i is how often the syllable ``CONCEPTS[i]`` occurs; then scaled to length 1."""

    name: str = "đếm"
    fingerprint: str = "1" * 64
    dimension: int = len(CONCEPTS)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        counts = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            syllables = re.findall(r"\w+", strip_marks(text))
            counts[row] = [syllables.count(concept) for concept in CONCEPTS]
        lengths = np.linalg.norm(counts, axis=1, keepdims=True)
        lengths[lengths == 0] = 1
        unit: NDArray[np.float32] = counts / lengths
        return unit


@dataclass(frozen=True)
class Part:
    """One section of a plan to be made: how deep it stands, its heading line and its own words."""

    depth: int
    path: str
    kind: SectionKind
    heading: str
    body: str


def make_plan(identifier: str, parts: Sequence[Part], **meta: str) -> Plan:
    """The plan whose text is headings and bodies in order, a line each."""
    sections: list[Section] = []
    open_sections: list[Section] = []
    text = ""
    for index, part in enumerate(parts):
        del open_sections[part.depth :]
        heading = f"{part.heading}\n" if part.heading else ""
        start, body_start = len(text), len(text) + len(heading)
        text += heading + (f"{part.body}\n" if part.body else "")
        parent = open_sections[-1].index if open_sections else None
        label, _, title = part.heading.partition(". ")
        section = Section(
            part.path, part.kind, label, title, start, len(text), 0, index, parent, 1, body_start
        )
        sections.append(section)
        open_sections.append(section)
    ends = [_subtree_end(sections, number) for number in range(len(sections))]
    closed = tuple(
        replace(section, subtree_end=end) for section, end in zip(sections, ends, strict=True)
    )
    return Plan(identifier, text, PlanMeta(**meta), closed)  # type: ignore[arg-type]


def _subtree_end(sections: Sequence[Section], number: int) -> int:
    inside = {number}
    for section in sections[number + 1 :]:
        if section.parent in inside:
            inside.add(section.index)
    return max(sections[index].end for index in inside)


def words(count: int, word: str = "chữ") -> str:
    """``count`` syllables, none of them a concept."""
    return " ".join([word] * count)


def small_plan(identifier: str, locality: str, *bodies: str) -> Plan:
    """A plan with one numbered section for each body, under a heading "I. Nhiệm vụ"."""
    parts = [Part(0, "I", SectionKind.SECTION, "I. Nhiệm vụ", "")]
    for number, body in enumerate(bodies, 1):
        filler = words(100)  # so that the parent is cut into its children
        parts.append(
            Part(1, f"I.{number}", SectionKind.CLAUSE, f"{number}. Việc", f"{body}. {filler}")
        )
    return make_plan(identifier, parts, type="Kế hoạch", locality=locality)


def five_plans() -> tuple[Plan, ...]:
    """A collection with plain answers: what each plan says about each concept is one section."""
    return (
        small_plan("a-lam", "A Lâm", "xây nhà và nhà", "trồng cây xanh 9,7 m²", "thu gom rác"),
        small_plan("b-son", "B Sơn", "cấp nước và điện", "trồng cây và cây", "làm đường"),
        small_plan("c-giang", "C Giang", "làm đường và nhà", "dẫn nước về"),
        small_plan("d-hai", "D Hải", "thu rác, thu nước", "kéo điện, kéo điện"),
        small_plan("e-dong", "E Đồng", "nhà cạnh đường", "Kế hoạch 151/KH-UBND về cây"),
    )
