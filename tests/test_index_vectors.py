from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import vectors


def unit_rows(
    count: int, seed: int, dimension: int = 8
) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    rows = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    unit: np.ndarray[tuple[int, int], np.dtype[np.float32]] = rows / np.linalg.norm(
        rows, axis=1, keepdims=True
    )
    return unit


@settings(max_examples=50)
@given(st.integers(1, 60), st.integers(0, 1000), st.integers(1, 20), st.data())
def test_top_is_that_of_brute_force_under_any_filter(
    count: int, seed: int, k: int, data: st.DataObject
) -> None:
    rows = unit_rows(count, seed)
    question = unit_rows(1, seed + 1)[0]
    allowed = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    index = vectors.build(rows)
    expected = [row for row in np.argsort(-(rows @ question)) if allowed[row]][:k]
    assert index.top(question, k, allowed).tolist() == expected
    np.testing.assert_allclose(index.scores(question, np.arange(count)), rows @ question, atol=1e-6)


def test_above_the_limit_vectors_are_coded_and_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "FLAT_ROWS", 100)
    rows = unit_rows(500, 3, 32)
    flat, coded = len(vectors.build(rows[:100]).to_bytes()) / 100, vectors.build(rows)
    assert len(coded.to_bytes()) / 500 < flat / 2
    found = [coded.top(row, 1)[0] for row in rows]
    assert np.mean(np.array(found) == np.arange(500)) > 0.99


def test_bytes_give_the_same_index_back() -> None:
    index = vectors.build(unit_rows(20, 1))
    again = vectors.from_bytes(index.to_bytes())
    assert again.to_bytes() == index.to_bytes()
    assert (len(again), again.dimension) == (20, 8)


def test_an_empty_index_finds_nothing() -> None:
    index = vectors.from_bytes(vectors.build(np.empty((0, 8), np.float32)).to_bytes())
    assert index.top(unit_rows(1, 0)[0], 5).tolist() == []
    assert index.scores(unit_rows(1, 0)[0], np.empty(0, np.int64)).shape == (0,)


@pytest.mark.parametrize("data", [b"", b"IxFI", b"not an index at all", b"\0" * 100])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="FAISS"):
        vectors.from_bytes(data)
