"""The command line of the index: python -m index build | info | verify | add | remove."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from corpus.console import finish
from index.paths import index_home

if TYPE_CHECKING:
    from index.tables import PlanCard

# Imports of what does the work stand in the commands: help must come at once.

_OK, _BAD = 0, 2


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese."""

    def __init__(self, prog: str, text: str) -> None:
        super().__init__(prog=prog, description=text, add_help=False, formatter_class=_Formatter)
        self.options = self.add_argument_group("Tùy chọn")
        self.options.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        self.exit(_BAD, f"Lệnh không hợp lệ; xem cách dùng: {self.prog} --help\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Cách dùng: ")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it is done, 2 with one line on stderr when it cannot be."""
    chosen = _parser().parse_args(arguments)
    from corpus.errors import CorpusError
    from index.errors import IndexingError

    command: Callable[[argparse.Namespace], int] = chosen.command
    try:
        return command(chosen)
    except (CorpusError, IndexingError) as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        raise  # no fault of the input: ``finish`` ends quietly
    except OSError as error:
        print(f"{error.filename or 'Ổ đĩa'}: {error.strerror or error}", file=sys.stderr)
    return _BAD


def _build(chosen: argparse.Namespace) -> int:
    from corpus.reading import PLANS
    from index.collection import read_collection
    from index.embed import open_embedder
    from index.store import build

    begun = time.perf_counter()
    plans = read_collection(chosen.plans or PLANS, chosen.index)
    built = build(plans, open_embedder(chosen.model), chosen.index, force=chosen.force)
    counts = built.snapshot.manifest.counts
    if not built.changed:
        print(f"Chỉ mục đã đúng với {counts['plans']} văn bản hiện có; không phải dựng lại.")
        return _OK
    print(
        f"Đã dựng chỉ mục {counts['plans']} văn bản, {counts['chunks']} đoạn "
        f"({built.embedded} đoạn tính véc-tơ mới) trong {_seconds(begun)} giây: {chosen.index}"
    )
    return _OK


def _info(chosen: argparse.Namespace) -> int:
    from index.store import open_index

    index = open_index(chosen.index, None)
    manifest = index.snapshot.manifest
    print(f"Chỉ mục: {index.snapshot.folder}")
    print(f"Dựng lúc: {manifest.created}")
    print(f"Mô hình nhúng: {manifest.model.name} ({manifest.model.dimension} chiều)")
    counts = manifest.counts
    print(f"{counts['plans']} văn bản, {counts['chunks']} đoạn, {counts['terms']} từ khóa")
    for card in index.plans():
        print(f"  {card.id}: {_name(card)} - {card.chunks} đoạn")
    return _OK


def _verify(chosen: argparse.Namespace) -> int:
    from index.store import verify

    report = verify(chosen.index)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    if report.problems:
        return _BAD
    print(f"Chỉ mục nguyên vẹn: {report.snapshot}, {report.files} tệp.")
    return _OK


def _add(chosen: argparse.Namespace) -> int:
    from index.collection import keep, read_added
    from index.embed import open_embedder
    from index.snapshot import current
    from index.store import add, open_index

    plans = [read_added(file) for file in chosen.files]
    embedder = open_embedder(current(chosen.index).manifest.model.name)
    open_index(chosen.index, embedder)  # refuse before anything is kept
    for file in chosen.files:
        keep(file, chosen.index)
    built = add(plans, embedder, chosen.index)
    total = built.snapshot.manifest.counts["plans"]
    print(f"Đã thêm {', '.join(plan.id for plan in plans)}; chỉ mục có {total} văn bản.")
    return _OK


def _remove(chosen: argparse.Namespace) -> int:
    from index.collection import forget
    from index.store import remove

    # The kept file goes first: should this be stopped half way, the next build leaves it out too.
    staying = [identifier for identifier in chosen.ids if not forget(identifier, chosen.index)]
    built = remove(chosen.ids, chosen.index)
    total = built.snapshot.manifest.counts["plans"]
    print(f"Đã bỏ {', '.join(chosen.ids)}; chỉ mục còn {total} văn bản.")
    if staying:
        print(f"Tệp của {', '.join(staying)} vẫn ở thư mục văn bản; lần dựng sau sẽ có lại.")
    return _OK


def _name(card: PlanCard) -> str:
    meta = card.meta
    known = [part for part in (meta.type, meta.number, meta.locality or meta.issuer) if part]
    return ", ".join(known) or "chưa rõ loại văn bản"


def _seconds(begun: float) -> str:
    return f"{time.perf_counter() - begun:.1f}".replace(".", ",")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser("python -m index", "Dựng và kiểm tra chỉ mục tìm kiếm của các văn bản.")
    commands = parser.add_subparsers(title="Các lệnh", metavar="LỆNH", required=True)

    def command(name: str, text: str, action: Callable[[argparse.Namespace], int]) -> _Parser:
        added: _Parser = commands.add_parser(
            name, help=text, prog=f"{parser.prog} {name}", text=text[0].upper() + text[1:] + "."
        )
        added.set_defaults(command=action)
        _add_home(added)
        return added

    build = command("build", "dựng chỉ mục từ một thư mục văn bản", _build)
    build.options.add_argument(
        "--plans",
        type=Path,
        metavar="THƯ_MỤC",
        help="thư mục văn bản (mặc định: corpus/plans của chương trình)",
    )
    build.options.add_argument(
        "--force", action="store_true", help="dựng lại từ đầu dù không có gì thay đổi"
    )
    build.options.add_argument(
        "--model",
        metavar="TÊN",
        help="tên hoặc thư mục mô hình nhúng (mặc định: $RAG_EMBEDDING, không có thì mô hình kèm "
        "theo chương trình)",
    )
    command("info", "cho biết chỉ mục đang có gì", _info)
    command("verify", "kiểm tra chỉ mục còn nguyên vẹn không", _verify)
    adding = command("add", "thêm văn bản vào chỉ mục", _add)
    adding.add_argument_group("Tham số").add_argument(
        "files", nargs="+", type=Path, metavar="TỆP", help="tệp văn bản cần thêm"
    )
    removing = command("remove", "bỏ văn bản khỏi chỉ mục", _remove)
    removing.add_argument_group("Tham số").add_argument(
        "ids", nargs="+", metavar="MÃ", help="mã văn bản, như lệnh info in ra"
    )
    return parser


def _add_home(parser: _Parser) -> None:
    parser.options.add_argument(
        "--index",
        type=Path,
        default=index_home(),
        metavar="THƯ_MỤC",
        help="nơi giữ chỉ mục (mặc định: $RAG_HOME/index, không có thì var/index)",
    )


if __name__ == "__main__":
    finish(main)
