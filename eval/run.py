"""Ask every question, judge every answer; and the result file that keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from eval.errors import ResultFileError
from eval.metrics import judge
from eval.question import EvalQuestion
from eval.ranking import DEPTH, Found, rank, searchable
from rag.answer import Answer

FORMAT = "eval-1"


class Answering(Protocol):
    """What is measured: anything that answers and can show what it searched."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to ``question``; ``history`` holds the turns before it, oldest first."""
        ...

    def retrieve(self, question: str, k: int) -> Sequence[Found]:
        """At most ``k`` hits, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Result:
    """One question, its scores by measure (absent where a measure has no meaning), and what came."""

    id: str
    kind: str
    split: str
    turns: tuple[str, ...]
    scores: Mapping[str, float]
    ranking: Mapping[str, float]
    faults: tuple[str, ...]
    status: str
    answer: str
    cited: tuple[str, ...]  # "plan#path" of each citation
    seconds: float


def run(questions: Iterable[EvalQuestion], assistant: Answering) -> tuple[Result, ...]:
    """The result of every question; an error of the assistant names the question and goes on up."""
    return tuple(_result(question, assistant) for question in questions)


def to_json(results: Sequence[Result], about: Mapping[str, str]) -> dict[str, Any]:
    """The object of a result file; ``about`` says what was measured (question files, index, model)."""
    return {
        "format": FORMAT,
        "about": dict(about),
        "results": [asdict(result) for result in results],
    }


def write_results(path: Path, results: Sequence[Result], about: Mapping[str, str]) -> None:
    """Write a result file."""
    text = json.dumps(to_json(results, about), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def read_results(path: Path) -> tuple[Result, ...]:
    """The results of a file that ``write_results`` wrote. Raises ResultFileError."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        return tuple(_parse(record) for record in content["results"])
    except OSError as error:
        raise ResultFileError(
            f"{path}: không đọc được tệp kết quả; hãy kiểm tra đường dẫn."
        ) from error
    except (KeyError, TypeError, ValueError) as error:
        raise ResultFileError(
            f"{path}: không phải tệp kết quả; hãy tạo bằng lệnh: python -m eval --json {path}"
        ) from error


def _result(question: EvalQuestion, assistant: Answering) -> Result:
    try:
        answer = assistant.ask(question.text, question.turns[:-1])
        hits = assistant.retrieve(question.text, DEPTH) if searchable(question) else None
    except Exception as error:
        error.add_note(f"câu hỏi {question.id}: {question.text}")
        raise
    judgement = judge(question, answer)
    scores = asdict(judgement.scores)
    return Result(
        id=question.id,
        kind=question.kind,
        split=question.split,
        turns=question.turns,
        scores={name: score for name, score in scores.items() if score is not None},
        ranking={} if hits is None else asdict(rank(question, hits)),
        faults=judgement.faults,
        status=answer.status.value,
        answer=answer.text,
        cited=tuple(f"{one.plan.id}#{one.section.path}" for one in answer.citations),
        seconds=answer.seconds,
    )


def _parse(record: Mapping[str, Any]) -> Result:
    lists = {name: tuple(record[name]) for name in ("turns", "faults", "cited")}
    numbers = {name: _numbers(record[name]) for name in ("scores", "ranking")}
    return Result(**{**record, **lists, **numbers})


def _numbers(scores: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(score) for name, score in scores.items()}
