from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.typed.lattice import Choice, choose
from rag.typed.vocabulary import BREAK, Vocabulary

COUNTS = Vocabulary.from_texts(["đô thị hóa cao. đô thị đẹp. độ cao. thi hành"]).counts()
WORDS = ["đô", "độ", "thị", "thi", "cao", "hoá", "xyz"]
slots = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(
        lambda words: [Choice(word, 1 / (i + 1)) for i, word in enumerate(words)]
    ),
    min_size=1,
    max_size=4,
)


@given(slots)
@settings(max_examples=60)
def test_probabilities_are_those_of_all_paths(slots: list[list[Choice]]) -> None:
    """Against adding up every path through the choices."""
    totals: list[dict[str, float]] = [{} for _ in slots]
    everything = 0.0
    for path in product(*slots):
        names = [BREAK, *(choice.reading for choice in path), BREAK]
        score = 1.0
        for choice in path:
            score *= choice.weight
        for left, right in pairwise(names):
            score *= COUNTS.likelihood(left, right)
        everything += score
        for total, choice in zip(totals, path, strict=True):
            total[choice.reading] = total.get(choice.reading, 0.0) + score
    for chosen, total in zip(choose(slots, COUNTS), totals, strict=True):
        assert chosen.probability == pytest.approx(total[chosen.reading] / everything)
        assert total[chosen.reading] == pytest.approx(max(total.values()))


def test_neighbours_decide() -> None:
    both = [Choice("đô", 1.0), Choice("độ", 1.0)]
    assert choose([both, [Choice("thị", 1.0)]], COUNTS)[0].reading == "đô"
    assert choose([both, [Choice("cao", 1.0)]], COUNTS)[0].reading == "độ"


def test_a_long_text_does_not_underflow() -> None:
    both = [Choice("đô", 1.0), Choice("độ", 1.0)]
    chosen = choose([both, [Choice("thị", 1.0)]] * 2_000, COUNTS)
    assert {item.reading for item in chosen[::2]} == {"đô"}
    assert all(item.probability > 0.5 for item in chosen)


def test_nothing_to_choose() -> None:
    assert choose([], COUNTS) == ()
