"""Command line: ``python -m corpus show | check``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.console import finish

if TYPE_CHECKING:
    from corpus.plan import Plan


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 2 for a file or id that cannot be read."""
    from corpus.errors import CorpusError

    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus", description="Đọc một văn bản.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    show = commands.add_parser("show", help="in mọi điều đọc được từ một văn bản")
    show.add_argument("plan", help="tệp văn bản, hoặc mã của một văn bản đi kèm")
    show.add_argument("--json", action="store_true", help="in dạng JSON")
    show.add_argument("--text", action="store_true", help="chỉ in văn bản đã chuẩn hóa")
    show.set_defaults(run=_show)
    check = commands.add_parser("check", help="in những điểm đáng ngờ trong tệp")
    check.add_argument("files", nargs="+", type=Path, help="tệp văn bản")
    check.set_defaults(run=_check)
    return parser


def _read(name: str) -> Plan:
    """A plan by file, or by the id of one that comes with the project."""
    from corpus.readers import SUFFIXES
    from corpus.reading import PLANS, read_plan

    path = Path(name)
    if path.suffix.lower() not in SUFFIXES and not path.exists():
        path = PLANS / f"{name}.txt"
    return read_plan(path)


def _show(options: argparse.Namespace) -> int:
    from corpus.shown import plan_lines, plan_object

    plan = _read(options.plan)
    if options.text:
        print(plan.text)
    elif options.json:
        print(json.dumps(plan_object(plan), ensure_ascii=False, indent=1))
    else:
        print("\n".join(plan_lines(plan)))
    return 0


def _check(options: argparse.Namespace) -> int:
    """Warnings of every file, each with its line in the normalised text; all files are looked at."""
    from corpus.errors import CorpusError

    failed = False
    for path in options.files:
        try:
            plan = _read(str(path))
        except CorpusError as error:
            print(error, file=sys.stderr)
            failed = True
            continue
        print(f"{path}: {len(plan.warnings)} điểm cần xem lại")
        for warning in plan.warnings:
            line = plan.text.count("\n", 0, warning.start) + 1
            place = plan.section_at(warning.start).path
            print(f"  dòng {line} ({place}): {warning.message}")
    return 2 if failed else 0


if __name__ == "__main__":
    finish(main)
