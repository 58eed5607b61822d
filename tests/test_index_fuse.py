from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from index.fuse import FOUND, fuse, scale

SCORES = st.lists(st.floats(-50, 50, width=32), min_size=1, max_size=20)
PAIRS = st.lists(
    st.tuples(st.floats(0, 50, width=32), st.floats(-1, 1, width=32)), min_size=2, max_size=20
)


def array(values: object) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


@given(SCORES)
def test_scaling_keeps_order_and_fills_zero_to_one(values: list[float]) -> None:
    scaled = scale(array(values))
    assert scaled.max() == 1.0
    assert (scaled.min() == 0.0) == (min(values) < max(values))
    for left, right in pairwise(values):
        place = values.index(left), values.index(right)
        if left <= right:
            assert scaled[place[0]] <= scaled[place[1]]


@given(PAIRS)
def test_a_better_row_in_both_legs_never_scores_less(pairs: list[tuple[float, float]]) -> None:
    fused = fuse(array([k for k, _ in pairs]), array([d for _, d in pairs]))
    assert fused.min() >= 0.0
    assert fused.max() <= 1.0 + 1e-9
    for one, (keyword, dense) in zip(fused, pairs, strict=True):
        for other, (other_keyword, other_dense) in zip(fused, pairs, strict=True):
            if keyword >= other_keyword and dense >= other_dense:
                assert one >= other


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    pairs: list[tuple[float, float]], random: object
) -> None:
    order = list(range(len(pairs)))
    random.shuffle(order)  # type: ignore[attr-defined]
    keyword, dense = array([k for k, _ in pairs]), array([d for _, d in pairs])
    assert fuse(keyword[order], dense[order]).tolist() == fuse(keyword, dense)[order].tolist()


@given(PAIRS)
def test_without_vectors_keywords_decide(pairs: list[tuple[float, float]]) -> None:
    keyword = array([k for k, _ in pairs])
    assume(keyword.max() > 0)
    assert fuse(keyword, None).argmax() == keyword.argmax()


def test_weights_by_hand() -> None:
    fused = fuse(array([0, 5, 10]), array([0.2, 0.4, 0.3]))
    np.testing.assert_allclose(fused, [0.0, 0.7 * 0.5 + 0.3, 0.7 + 0.15], atol=1e-6)


def test_a_best_row_that_shares_next_to_nothing_is_no_find() -> None:
    keyword, dense = array([1, 0]), array([0.1, 0.6])
    assert fuse(keyword, dense).argmax() == 0
    assert fuse(keyword, dense, highest=50.0).argmax() == 1
    half = fuse(keyword, dense, highest=2 / FOUND)
    np.testing.assert_allclose(half, [0.7 * 0.5, 0.3], atol=1e-6)


def test_no_keyword_anywhere_leaves_the_dense_order() -> None:
    fused = fuse(array([0, 0]), array([0.1, 0.2]))
    assert fused.tolist() == [0.0, 0.3]


def test_nothing_to_fuse() -> None:
    assert fuse(array([]), array([])).shape == (0,)
