"""The parts of the measurements that do not depend on the clock."""

from __future__ import annotations

import sys

import pytest

from eval.bench import Measure, answer_seconds, percentile, run_python, to_json, to_markdown
from eval.errors import MeasureError


def test_a_command_gives_its_output_and_cost() -> None:
    found = run_python("-c", "print(input().upper())", stdin="đô thị\n")
    assert found.output.strip() == "ĐÔ THỊ"
    assert found.seconds > 0
    assert found.peak is None or found.peak > 1 << 20


def test_peak_memory_is_that_of_the_command() -> None:
    if sys.platform == "win32":
        pytest.skip("no wait4")
    small = run_python("-c", "pass").peak
    large = run_python("-c", "data = b'x' * (64 << 20)").peak
    assert small is not None
    assert large is not None
    assert large - small > 48 << 20


def test_a_failing_command_says_why() -> None:
    with pytest.raises(MeasureError, match="hỏng rồi"):
        run_python("-c", "import sys; sys.exit('hỏng rồi')")


@pytest.mark.parametrize(
    ("share", "expected"), [(0.95, 95.0), (0.5, 50.0), (1.0, 100.0), (0.001, 1.0)]
)
def test_percentile(share: float, expected: float) -> None:
    assert percentile([float(n) for n in range(100, 0, -1)], share) == expected


def test_seconds_of_answers() -> None:
    lines = '{"id": "a", "seconds": 0.5}\n\n{"id": "b", "seconds": 1}\n'
    assert answer_seconds(lines) == {"a": 0.5, "b": 1.0}


def test_the_table() -> None:
    measures = [Measure("cold", "Lệnh", 1.234, "s"), Measure("peak", "Bộ nhớ", 91.6, "MB")]
    assert "| Lệnh | 1,23 s |" in to_markdown(measures)
    assert "| Bộ nhớ | 92 MB |" in to_markdown(measures)
    assert "| Đọc | 1,50 MB/s |" in to_markdown([Measure("parse", "Đọc", 1.5, "MB/s")])
    assert to_json(measures)["cold"] == {"value": 1.234, "unit": "s"}
