"""Command line: ``python -m rag ask | compare | cite``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.console import finish

if TYPE_CHECKING:
    from rag.answer import Answer
    from rag.assistant import Assistant


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, 1 with --strict for another status, 2 for bad input."""
    from index.errors import IndexingError
    from rag.errors import AskingError

    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (AskingError, IndexingError) as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rag", description="Hỏi đáp từ kho văn bản.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    ask = commands.add_parser(
        "ask", help="trả lời một câu hỏi, hoặc nhiều câu từ đầu vào với --jsonl"
    )
    ask.add_argument("question", nargs="?", help="câu hỏi")
    ask.add_argument(
        "--jsonl", action="store_true", help="đọc câu hỏi từ đầu vào chuẩn, mỗi dòng một JSON"
    )
    ask.set_defaults(run=_ask)
    compare = commands.add_parser("compare", help="so sánh một chủ đề giữa các địa phương")
    compare.add_argument("topic", help="chủ đề hoặc chỉ tiêu")
    compare.add_argument("--localities", nargs="+", required=True, help="các địa phương")
    compare.set_defaults(run=_compare)
    cite = commands.add_parser("cite", help="tra cứu một trích dẫn, cụm từ hoặc số văn bản")
    cite.add_argument("text", help="trích dẫn, cụm từ hoặc số văn bản")
    cite.set_defaults(run=_cite)
    for command in (ask, compare, cite):
        command.add_argument("--index", type=Path, help="thư mục chỉ mục")
        command.add_argument("--model", help="mô hình nhúng")
        command.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        command.add_argument(
            "--strict", action="store_true", help="trạng thái thoát 1 khi không phải “answered”"
        )
    return parser


def _compare(options: argparse.Namespace) -> int:
    return _print(options, _assistant(options).compare(options.topic, options.localities))


def _cite(options: argparse.Namespace) -> int:
    return _print(options, _assistant(options).look_up(options.text))


def _assistant(options: argparse.Namespace) -> Assistant:
    from index.paths import index_home
    from rag.assistant import Assistant

    return Assistant.open(options.index or index_home(), options.model)


def _print(options: argparse.Namespace, answer: Answer) -> int:
    print(json.dumps(answer.to_json(), ensure_ascii=False) if options.json else _shown(answer))
    return 1 if options.strict and answer.status.value != "answered" else 0


def _ask(options: argparse.Namespace) -> int:
    from rag.errors import QuestionError

    if not options.jsonl and options.question is None:
        raise QuestionError('Thiếu câu hỏi: python -m rag ask "câu hỏi"')
    assistant = _assistant(options)
    return (
        _ask_lines(assistant) if options.jsonl else _print(options, assistant.ask(options.question))
    )


def _ask_lines(assistant: Assistant) -> int:
    """One JSON answer a line for every line of standard input.

    A line that is no question is reported on standard error with its number, the others are
    answered all the same, and the exit status is 2.
    """
    from rag.errors import QuestionError

    failed = False
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            identifier, turns = _conversation(line)
            answer = assistant.ask(turns[-1], turns[:-1])
        except QuestionError as error:
            print(f"Dòng {number}: {error}", file=sys.stderr)
            failed = True
            continue
        print(json.dumps({"id": identifier, **answer.to_json()}, ensure_ascii=False), flush=True)
    return 2 if failed else 0


def _conversation(line: str) -> tuple[object, list[str]]:
    """Id and turns of an input line; QuestionError when it holds no question."""
    from rag.errors import QuestionError

    try:
        item = json.loads(line)
        turns = [str(turn) for turn in item["turns"]]
        identifier = item.get("id")
    except (ValueError, KeyError, TypeError, AttributeError):
        turns, identifier = [], None
    if not turns:
        raise QuestionError("cần một đối tượng JSON có “id” và “turns” (danh sách câu hỏi).")
    return identifier, turns


def _shown(answer: Answer) -> str:
    """The answer for a person: text, sources, the AI notice."""
    from rag.wording import AI_NOTICE

    lines = [f"Đã hiểu là: {answer.reading}"] if answer.reading else []
    lines.append(answer.text)
    if answer.citations:
        lines.append("")
        lines += [
            f"[{c.marker}] {c.formal}\n    “{' '.join(c.quote.split())}”" for c in answer.citations
        ]
    return "\n".join([*lines, "", AI_NOTICE])


if __name__ == "__main__":
    finish(main)
