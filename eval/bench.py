"""Times and memory, measured from outside: each command runs as a user runs it."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.errors import MeasureError
from eval.question import EvalQuestion
from eval.report import table

COLD_RUNS = 5
COLD_QUESTION = "Chỉ tiêu cây xanh năm 2030?"
ROOT = Path(__file__).resolve().parent.parent
_LAUNCHER = Path(__file__).with_name("launch.py")
_MEGABYTE = 1 << 20
PARSE_REPEATS = 7  # the five plans so often make about a megabyte
_PARSE = (
    "import sys, time; from pathlib import Path; from corpus.readers import SUFFIXES, read_raw; "
    "from corpus.reading import parse_plan; "
    "files = [path for path in sorted(Path(sys.argv[1]).iterdir()) if path.suffix.lower() in SUFFIXES]; "
    "texts = [read_raw(path) for path in files] * int(sys.argv[2]); "
    "size = sum(len(text.encode()) for text in texts); start = time.process_time(); "
    "[parse_plan('x', text) for text in texts]; print(size / 1e6 / (time.process_time() - start))"
)
_LOAD_MODEL = (
    "import time; start = time.perf_counter(); from index.embed import open_embedder; "
    "open_embedder().embed_queries(['đô thị']); print(time.perf_counter() - start)"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: ``name`` for programs, ``label`` for people."""

    name: str
    label: str
    value: float
    unit: str  # "s", "ms", "MB" or "MB/s"


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that ended well: its output, wall time in seconds, peak memory in bytes or None."""

    output: str
    seconds: float
    peak: int | None


def bench(questions: Sequence[EvalQuestion], plans: Path) -> tuple[Measure, ...]:
    """Every figure, over an index of ``plans`` built for it. Raises MeasureError."""
    with tempfile.TemporaryDirectory() as folder:
        home = str(Path(folder) / "index")
        built = run_python("-m", "index", "build", "--plans", str(plans), "--index", home)
        parsed = run_python("-c", _PARSE, str(plans), str(PARSE_REPEATS))
        loads = [float(run_python("-c", _LOAD_MODEL).output) for _ in range(COLD_RUNS)]
        ask = ("-m", "rag", "ask", "--index", home)
        cold = [run_python(*ask, COLD_QUESTION) for _ in range(COLD_RUNS)]
        lines = "".join(_line(question) for question in questions)
        warm = run_python(*ask, "--jsonl", stdin=lines)
    seconds = answer_seconds(warm.output)
    figures = [
        Measure("build", "Dựng chỉ mục", built.seconds, "s"),
        Measure("parse", "Đọc văn bản, một lõi", float(parsed.output), "MB/s"),
        Measure("model_load", "Mở mô hình nhúng", statistics.median(loads), "s"),
        Measure("cold", "Lệnh hỏi đầu tiên", statistics.median(r.seconds for r in cold), "s"),
        *_warm_figures(questions, seconds),
        *_peaks({"build": built, "cold": cold[-1], "warm": warm}),
    ]
    return tuple(figures)


def run_python(*arguments: str, stdin: str = "") -> Finished:
    """Run this Python with ``arguments`` in the project's folder. Raises MeasureError."""
    with tempfile.TemporaryDirectory() as folder:
        cost = Path(folder) / "cost"
        launcher = [sys.executable, "-I", "-S", str(_LAUNCHER), str(cost)]
        done = subprocess.run(  # noqa: S603 - this interpreter, arguments of this file
            [*launcher, sys.executable, *arguments],
            cwd=ROOT,
            input=stdin.encode(),
            capture_output=True,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        if done.returncode:
            problem = done.stderr.decode(errors="replace").strip().splitlines()
            last = problem[-1] if problem else f"mã thoát {done.returncode}"
            command = " ".join(arguments[:3])
            raise MeasureError(f"Lệnh “python {command}” không chạy được: {last}")
        seconds, peak = cost.read_text(encoding="ascii").split()
    return Finished(done.stdout.decode(), float(seconds), int(peak) or None)


def answer_seconds(output: str) -> dict[str, float]:
    """Seconds of each answer by question id, from the lines of ``rag ask --jsonl``."""
    records = [json.loads(line) for line in output.splitlines() if line.strip()]
    return {record["id"]: float(record["seconds"]) for record in records}


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` of ``values`` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def to_markdown(measures: Sequence[Measure]) -> str:
    """The table that the command line prints."""
    rows = [(one.label, f"{_rounded(one)} {one.unit}") for one in measures]
    return table(("Phép đo", "Kết quả"), rows) + "\n"


def to_json(measures: Sequence[Measure]) -> dict[str, dict[str, object]]:
    """The same for programs."""
    return {one.name: {"value": one.value, "unit": one.unit} for one in measures}


def _line(question: EvalQuestion) -> str:
    return json.dumps({"id": question.id, "turns": question.turns}, ensure_ascii=False) + "\n"


def _warm_figures(questions: Sequence[EvalQuestion], seconds: Mapping[str, float]) -> list[Measure]:
    every = [1000 * value for value in seconds.values()]
    comparisons = [
        1000 * seconds[q.id] for q in questions if q.kind == "comparison" and q.id in seconds
    ]
    figures = []
    if every:
        figures += [
            Measure("warm_median", "Trả lời, trung vị", statistics.median(every), "ms"),
            Measure("warm_p95", "Trả lời, 95 % dưới", percentile(every, 0.95), "ms"),
        ]
    if comparisons:
        middle = statistics.median(comparisons)
        figures.append(Measure("comparison_median", "So sánh, trung vị", middle, "ms"))
    return figures


def _peaks(finished: Mapping[str, Finished]) -> list[Measure]:
    labels = {
        "build": "khi dựng chỉ mục",
        "cold": "khi hỏi một câu",
        "warm": "khi hỏi cả bộ câu hỏi",
    }
    return [
        Measure(f"peak_{name}", f"Bộ nhớ cao nhất {labels[name]}", one.peak / _MEGABYTE, "MB")
        for name, one in finished.items()
        if one.peak is not None
    ]


def _rounded(measure: Measure) -> str:
    digits = {"s": 2, "MB/s": 2, "ms": 1}.get(measure.unit, 0)
    return f"{measure.value:.{digits}f}".replace(".", ",")
