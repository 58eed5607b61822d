"""File -> Plan: every reader of this package in its order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from pathlib import Path

from corpus.agencies.lists import AgencyText
from corpus.assignments.reader import read_assignments
from corpus.catalog import Entry, read_catalog
from corpus.contradictions import reference_warnings
from corpus.errors import PlanFileError
from corpus.fold import strip_marks
from corpus.indicators.reader import read_indicators
from corpus.metadata.reader import read_metadata, with_catalog
from corpus.outline import read_outline
from corpus.plan import Plan
from corpus.readers import SUFFIXES, read_raw
from corpus.references.reader import read_references
from corpus.text import normalise

PLANS = Path(__file__).parent / "plans"
CATALOG = Path(__file__).parent / "catalog.toml"


def parse_plan(plan_id: str, raw: str, entry: Entry | None = None) -> Plan:
    """Everything that the raw text of one plan says; ``entry`` overrides what it does not."""
    text = normalise(raw)
    outline = read_outline(text)
    source = AgencyText(text)
    meta = read_metadata(text, outline.sections, source)
    references = read_references(text, outline.sections, source)
    return Plan(
        id=plan_id,
        text=text,
        meta=with_catalog(meta, entry) if entry else meta,
        sections=outline.sections,
        footnotes=outline.footnotes,
        indicators=read_indicators(text, outline.sections, outline.footnotes, source),
        assignments=read_assignments(text, outline.sections, source),
        references=references,
        warnings=tuple(
            sorted(
                (*outline.warnings, *reference_warnings(references)),
                key=lambda warning: (warning.start, warning.code),
            )
        ),
    )


def plan_id_of(path: Path) -> str:
    """The id of a plan file: its name without extension, in plain letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", strip_marks(path.stem)).strip("-") or "van-ban"


def read_plan(path: Path, catalog: Mapping[str, Entry] | None = None) -> Plan:
    """The plan in one file; ``catalog`` defaults to the one of its folder.

    Raises PlanFileError or CatalogError.
    """
    plan_id = plan_id_of(path)
    entries = read_catalog(catalog_of(path.parent)) if catalog is None else catalog
    return parse_plan(plan_id, read_raw(path), entries.get(plan_id))


def catalog_of(directory: Path) -> Path:
    """The catalog of a folder of plans: the project's for its own plans, else the one beside them."""
    return CATALOG if directory.resolve() == PLANS.resolve() else directory / "catalog.toml"


def read_plans(directory: Path, catalog: Path | None = None) -> tuple[Plan, ...]:
    """All plans of a folder, by file name; ``catalog`` defaults to the folder's own.

    Raises PlanFileError when the folder is missing or empty, or two files would get one id.
    """
    if not directory.is_dir():
        raise PlanFileError(f"{directory}: không tìm thấy thư mục văn bản.")
    files = sorted(path for path in directory.iterdir() if path.suffix.lower() in SUFFIXES)
    if not files:
        raise PlanFileError(f"{directory}: thư mục không có văn bản nào (.txt, .md).")
    entries = read_catalog(catalog or catalog_of(directory))
    plans = tuple(read_plan(path, entries) for path in files)
    for first, second in itertools.pairwise(plans):
        if first.id == second.id:
            raise PlanFileError(
                f"{directory}: hai tệp cùng mang tên “{first.id}”; hãy đổi tên một tệp."
            )
    return plans
