"""What people think of answers: kept with what they saw, and given out as evaluation questions.

``python -m ui.feedback --out FILE.jsonl`` writes one question a line, in the fields of the
evaluation set. A good answer becomes what is expected; of a bad one it is only known what must not
be said again, so a person completes that line.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from rag.answer import Status
from ui.database import FEEDBACK, database
from ui.errors import DatabaseError
from ui.stored import StoredAnswer, from_json, to_json

REASONS = {
    "so-lieu": "Sai số liệu",
    "can-cu": "Sai căn cứ",
    "dia-phuong": "Nhầm địa phương, năm hoặc phạm vi",
    "khong-tim": "Văn bản có nêu nhưng không tìm thấy",
    "hieu-sai": "Hiểu sai câu hỏi",
    "thieu": "Thiếu nội dung",
    "khac": "Lý do khác",
}
MAX_COMMENT = 1_000  # code points
_FOUND = ("answered", "corrected", "other_year")
_KINDS = {
    Status.CORRECTED: "false_premise",
    Status.NOT_STATED: "unanswerable",
    Status.OTHER_YEAR: "other_year",
    Status.NO_PLAN: "other_locality",
    Status.AMBIGUOUS: "ambiguous",
    Status.OFF_TOPIC: "off_topic",
}
_MARKER = re.compile(r"\s*\[\d{1,3}\]")


@dataclass(frozen=True, slots=True)
class Remark:
    """One person's judgement of one answer. ``reason`` is a key of REASONS, or "".

    ``turns`` are the user's questions, the judged one last; ``collection`` the ids of the plans
    that could be asked; ``snapshot`` the index that was.
    """

    id: str
    given: datetime  # UTC
    good: bool
    reason: str
    comment: str
    snapshot: str | None
    collection: tuple[str, ...]
    turns: tuple[str, ...]
    answer: StoredAnswer


def save(engine: Engine, remark: Remark) -> None:
    """Keep a remark in place of an earlier one of the same id. Raises DatabaseError."""
    row = {
        "id": remark.id,
        "given": remark.given.astimezone(UTC).replace(tzinfo=None),
        "good": remark.good,
        "reason": remark.reason,
        "comment": remark.comment.replace("\0", "")[:MAX_COMMENT],
        "snapshot": remark.snapshot,
        "collection": list(remark.collection),
        "turns": [turn.replace("\0", "") for turn in remark.turns],
        "answer": to_json(remark.answer),
    }
    try:
        with engine.begin() as connection:
            connection.execute(delete(FEEDBACK).where(FEEDBACK.c.id == remark.id))
            connection.execute(insert(FEEDBACK).values(**row))
    except SQLAlchemyError as error:
        raise DatabaseError(
            f"Chưa lưu được góp ý ({type(error).__name__}); đề nghị báo người quản trị."
        ) from error


def remarks(engine: Engine) -> tuple[Remark, ...]:
    """Every remark, oldest first. Raises DatabaseError."""
    try:
        with engine.begin() as connection:
            rows = connection.execute(select(FEEDBACK).order_by(FEEDBACK.c.given, FEEDBACK.c.id))
            return tuple(
                Remark(
                    id=row.id,
                    given=row.given.replace(tzinfo=UTC),
                    good=row.good,
                    reason=row.reason,
                    comment=row.comment,
                    snapshot=row.snapshot,
                    collection=tuple(row.collection),
                    turns=tuple(row.turns),
                    answer=from_json(row.answer),
                )
                for row in rows
            )
    except SQLAlchemyError as error:
        raise DatabaseError(f"Không đọc được góp ý ({type(error).__name__}).") from error


def as_question(remark: Remark) -> dict[str, Any]:
    """The remark as one object of an evaluation file."""
    digest = hashlib.sha256(remark.id.encode()).hexdigest()[:8]
    expected = _expected(remark) if remark.good else _forbidden(remark)
    return {
        "id": f"feedback-{remark.given:%Y%m%d}-{digest}",
        "kind": _kind(remark),
        "split": "dev",
        "turns": list(remark.turns),
        **{name: value for name, value in expected.items() if value},
    }


def _kind(remark: Remark) -> str:
    if len(remark.turns) > 1:
        return "follow_up"
    if remark.answer.table:
        return "comparison"
    return _KINDS.get(remark.answer.status, "passage")


def _expected(remark: Remark) -> dict[str, list[str]]:
    """What was approved of: the same status, at the same places, with the same quotes."""
    cited = remark.answer.citations
    return {
        "status": [remark.answer.status.value],
        "plans": list(dict.fromkeys(one.plan for one in cited)),
        "sections": list(dict.fromkeys(f"{one.plan}#{one.section}" for one in cited)),
        "quotes": list(dict.fromkeys(one.quote for one in cited)),
    }


def _forbidden(remark: Remark) -> dict[str, list[str]]:
    """What was found wrong: its first words must not come again."""
    first = _MARKER.split(remark.answer.text.strip().partition("\n")[0])[0].strip(" .:")
    every = [status.value for status in Status if status is not Status.UNAVAILABLE]
    partial = remark.reason == "thieu"  # what was said may well be right
    return {
        "status": list(_FOUND) if remark.reason == "khong-tim" else every,
        "plans": list(remark.collection),
        "must_not_say": [first] if first and not partial else [],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file. Exit status 2 when the database or the file cannot be used."""
    parser = argparse.ArgumentParser(
        prog="python -m ui.feedback", description="Xuất góp ý thành câu hỏi đánh giá."
    )
    parser.add_argument("--out", type=Path, required=True, metavar="TỆP", help="tệp JSON Lines")
    options = parser.parse_args(arguments)
    try:
        questions = [as_question(remark) for remark in remarks(database())]
        lines = [json.dumps(one, ensure_ascii=False) + "\n" for one in questions]
        options.out.write_text("".join(lines), encoding="utf-8")
    except (DatabaseError, OSError) as error:
        sys.stderr.write(f"{options.out}: {error}\n")
        return 2
    sys.stdout.write(f"Đã xuất {len(questions)} góp ý ra {options.out}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
