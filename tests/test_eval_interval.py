"""Bootstrap intervals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.interval import estimate, paired_difference


def test_no_values_no_estimate() -> None:
    assert estimate([]) is None
    assert paired_difference([], []) is None


def test_equal_values_have_no_spread() -> None:
    found = estimate([1.0] * 50)
    assert found is not None
    assert (found.mean, found.low, found.high, found.n) == (1.0, 1.0, 1.0, 50)


def test_the_interval_is_near_the_normal_one() -> None:
    found = estimate([1.0] * 240 + [0.0] * 60)  # p = 0.8: 0.8 +- 1.96 sqrt(0.8 * 0.2 / 300)
    assert found is not None
    assert found.mean == pytest.approx(0.8)
    assert found.low == pytest.approx(0.8 - 0.0453, abs=0.006)
    assert found.high == pytest.approx(0.8 + 0.0453, abs=0.006)


def test_the_same_values_give_the_same_interval() -> None:
    values = [float(n % 3 == 0) for n in range(100)]
    assert estimate(values) == estimate(values)


def test_pairs_are_tighter_than_their_spread() -> None:
    first = [float(n % 2) for n in range(100)]
    second = [min(1.0, value + 0.1) for value in first]
    found = paired_difference(first, second)
    assert found is not None
    assert 0.0 < found.low <= found.mean <= found.high <= 0.1


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_the_mean_lies_in_the_range(values: list[float]) -> None:
    found = estimate(values)
    assert found is not None
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9
