"""Which plans belong into an index: those of a folder, and those that a person added.

The files of added plans are kept beside the snapshots, so that building anew, with another model or
a newer program, does not lose them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus.plan import Plan
from corpus.readers import SUFFIXES
from corpus.reading import plan_id_of, read_plan, read_plans

_ADDED = "added"


def read_collection(folder: Path, home: Path) -> tuple[Plan, ...]:
    """Plans of ``folder`` and those added in ``home``; an added one replaces one of the same id.

    The catalog is ``catalog.toml`` in the folder or beside it, else the project's own. Raises
    corpus.errors.CorpusError.
    """
    nearby = (folder / "catalog.toml", folder.parent / "catalog.toml")
    catalog = next((file for file in nearby if file.is_file()), None)
    plans = {plan.id: plan for plan in read_plans(folder, catalog)}
    for file in _added(home):
        plan = read_plan(file, {})
        plans[plan.id] = plan
    return tuple(plans.values())


def read_added(file: Path) -> Plan:
    """The plan in a file that is to be added: the catalog says nothing about it."""
    return read_plan(file, {})


def keep(file: Path, home: Path) -> None:
    """Keep a copy of an added plan's file, in place of an older one of the same id."""
    identifier = plan_id_of(file)
    target = home / _ADDED / f"{identifier}{file.suffix.lower()}"
    if target.exists() and target.samefile(file):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.tmp")
    shutil.copyfile(file, unfinished)
    forget(identifier, home)
    unfinished.replace(target)


def forget(identifier: str, home: Path) -> bool:
    """Remove the kept file of an added plan; whether there was one."""
    files = [file for file in _added(home) if plan_id_of(file) == identifier]
    for file in files:
        file.unlink()
    return bool(files)


def _added(home: Path) -> list[Path]:
    folder = home / _ADDED
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in SUFFIXES)
