"""python -m eval: score the answers. ``retrieval DIR`` scores search, ``bench`` measures times."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from corpus.console import finish
from corpus.errors import CorpusError
from corpus.reading import PLANS
from eval.compare import compare
from eval.errors import EvalError
from eval.question import DEV, FOLDER, SAMPLES, TEST, read_questions
from eval.report import report
from eval.run import Answering, read_results, run, write_results
from index.errors import IndexingError
from index.paths import index_home
from rag.errors import AskingError

BAD_INPUT = 2


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese."""

    def __init__(self, prog: str, text: str) -> None:
        super().__init__(prog=prog, description=text, add_help=False)
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"Lệnh không hợp lệ; xem cách dùng: {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0, or 2 with one line on stderr when the input is bad."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    commands = {"retrieval": _retrieval, "bench": _bench}
    try:
        if given and given[0] in commands:
            commands[given[0]](given[1:])
        else:
            _evaluate(given)
    except (EvalError, CorpusError, IndexingError, AskingError) as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        raise  # no fault of the input: ``finish`` ends quietly
    except OSError as error:
        print(f"{error.filename or 'Ổ đĩa'}: {error.strerror or error}", file=sys.stderr)
        return BAD_INPUT
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _Parser("python -m eval", "Chấm điểm câu trả lời.")
    parser.add_argument(
        "--questions", nargs="+", type=Path, metavar="TỆP", help="tệp câu hỏi .jsonl"
    )
    parser.add_argument("--split", choices=(DEV, TEST), help="chỉ một phần của bộ câu hỏi")
    parser.add_argument(
        "--plans", type=Path, metavar="THƯ_MỤC", help="chấm trên văn bản của thư mục này"
    )
    parser.add_argument("--index", type=Path, metavar="THƯ_MỤC", help="thư mục chỉ mục")
    parser.add_argument("--model", metavar="TÊN", help="mô hình nhúng")
    parser.add_argument("--json", type=Path, metavar="TỆP", help="ghi kết quả từng câu")
    parser.add_argument("--markdown", type=Path, metavar="TỆP", help="ghi báo cáo")
    parser.add_argument("--failures", action="store_true", help="liệt kê cả câu sai của phần test")
    parser.add_argument(
        "--compare", nargs=2, type=Path, metavar=("A", "B"), help="so hai tệp kết quả"
    )
    return parser.parse_args(arguments)


def _evaluate(arguments: Sequence[str]) -> None:
    options = _options(arguments)
    if options.compare:
        print(compare(*map(read_results, options.compare)), end="")
        return
    if options.plans and not options.plans.is_dir():
        print(f"Bỏ qua: không có thư mục văn bản {options.plans}.")
        return
    files = options.questions or _default_files(sampled=options.plans is not None)
    questions = read_questions(files)
    kept = [q for q in questions if options.split in (None, q.split)]
    with tempfile.TemporaryDirectory() as folder:
        home = options.index or index_home()
        if options.plans:
            home = Path(folder) / "index"
            _build(options.plans, home, options.model)
        results = run(kept, _open(home, options.model))
        about = {"Bộ câu hỏi": _fingerprint(files), **_describe(home)}
    text = report(results, about, show_test=options.failures)
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    if options.json:
        write_results(options.json, results, about)


def _retrieval(arguments: Sequence[str]) -> None:
    from eval import retrieval
    from index.embed import open_embedder

    parser = _Parser("python -m eval retrieval", "Chấm điểm tìm kiếm.")
    parser.add_argument(
        "folder", type=Path, metavar="THƯ_MỤC", help="có corpus, queries, qrels .jsonl"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="chỉ N câu hỏi đầu")
    parser.add_argument("--no-diacritics", action="store_true", help="bỏ dấu câu hỏi")
    parser.add_argument("--model", metavar="TÊN", help="mô hình nhúng")
    options = parser.parse_args(arguments)
    found = retrieval.read_set(options.folder, options.limit)
    if options.no_diacritics:
        found = retrieval.without_marks(found)
    scores = retrieval.measure(found, open_embedder(options.model))
    print(retrieval.to_markdown(found, scores, options.folder.name), end="")


def _bench(arguments: Sequence[str]) -> None:
    from eval import bench

    parser = _Parser("python -m eval bench", "Đo thời gian và bộ nhớ.")
    parser.add_argument(
        "--questions", nargs="+", type=Path, metavar="TỆP", help="tệp câu hỏi .jsonl"
    )
    parser.add_argument("--plans", type=Path, default=PLANS, metavar="THƯ_MỤC")
    parser.add_argument("--json", type=Path, metavar="TỆP", help="ghi số đo")
    options = parser.parse_args(arguments)
    questions = read_questions(options.questions or _default_files(sampled=False))
    measures = bench.bench(questions, options.plans.resolve())
    print(bench.to_markdown(measures), end="")
    if options.json:
        options.json.write_text(
            json.dumps(bench.to_json(measures), indent=1) + "\n", encoding="utf-8"
        )


def _default_files(*, sampled: bool) -> list[Path]:
    names = (SAMPLES,) if sampled else (DEV, TEST)
    return [FOLDER / f"{name}.jsonl" for name in names]


def _open(home: Path, model: str | None) -> Answering:
    from rag.assistant import Assistant

    return Assistant.open(home, embedding=model)


def _describe(home: Path) -> dict[str, str]:
    """What was measured: the index and its model, each with the start of its fingerprint."""
    from index.snapshot import current

    manifest = current(home).manifest
    model = manifest.model
    return {
        "Chỉ mục": f"{manifest.counts['plans']} văn bản ({manifest.key[:12]})",
        "Mô hình nhúng": f"{model.name} ({model.fingerprint[:12]})",
    }


def _build(plans: Path, home: Path, model: str | None) -> None:
    from corpus.reading import read_plans
    from index.embed import open_embedder
    from index.store import build

    build(read_plans(plans), open_embedder(model), home)


def _fingerprint(files: Sequence[Path]) -> str:
    """Names of the question files and what they hold, short."""
    return ", ".join(f"{f.name} ({hashlib.sha256(f.read_bytes()).hexdigest()[:12]})" for f in files)


if __name__ == "__main__":
    finish(main)
