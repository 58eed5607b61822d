from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import keyword
from index.keyword import K1, B, KeywordIndex, build, from_files, idf
from index.tokens import terms

TEXTS = st.lists(st.sampled_from(["nhà", "ở", "cây", "xanh", "9,7", "."]), max_size=12).map(
    " ".join
)
TERMS = st.sampled_from(
    ["nha", "o", "nha o", "cay xanh", "9,7", "xanh nha", "la", "la la", "nha la"]
)


def naive(documents: Sequence[Sequence[str]], question: Sequence[str]) -> list[float]:
    """BM25 as the formula reads, one document at a time."""
    mean = max(sum(map(len, documents)) / len(documents), 1.0)
    scores = []
    for document in documents:
        score = 0.0
        for term in question:
            containing = sum(term in other for other in documents)
            count = document.count(term)
            length = 1 - B + B * len(document) / mean
            rarity = math.log(1 + (len(documents) - containing + 0.5) / (containing + 0.5))
            score += rarity * count / (count + K1 * length)
        scores.append(score)
    return scores


@given(st.lists(TEXTS, min_size=1, max_size=8), st.lists(TERMS, max_size=5))
def test_scores_are_those_of_the_formula(texts: list[str], question: list[str]) -> None:
    documents = [terms(text) for text in texts]
    found = build(documents).scores(question)
    np.testing.assert_allclose(found, naive(documents, question), rtol=1e-5, atol=1e-6)


def test_idf_is_never_negative_and_falls_with_frequency() -> None:
    values = [idf(10, containing) for containing in range(11)]
    assert values == sorted(values, reverse=True)
    assert values[-1] > 0


@pytest.fixture
def index() -> KeywordIndex:
    return build([terms(text) for text in ("cây xanh", "nhà ở xã hội", "cây nhà lá vườn", "")])


def test_a_pair_counts_more_than_its_two_words_apart(index: KeywordIndex) -> None:
    assert index.scores(terms("cây xanh"))[0] > index.scores(["cay", "xanh"])[0]


def test_rows_not_allowed_score_nothing_and_rarity_stays(index: KeywordIndex) -> None:
    everything = index.scores(["cay"])
    allowed = np.array([False, True, True, True])
    filtered = index.scores(["cay"], allowed)
    assert filtered.tolist() == [0.0, *everything[1:].tolist()]


def test_frequency(index: KeywordIndex) -> None:
    assert [index.frequency(term) for term in ("cay", "cay xanh", "xanh cay", "không")] == [
        2,
        1,
        0,
        0,
    ]


def test_files_give_the_same_index_back_and_the_same_bytes(index: KeywordIndex) -> None:
    files = index.to_files()
    again = from_files(files)
    assert again.to_files() == files
    assert again.scores(["cay", "nha o"]).tolist() == index.scores(["cay", "nha o"]).tolist()


def test_an_empty_collection_has_no_scores() -> None:
    assert build([]).scores(["cay"]).shape == (0,)
    assert from_files(build([]).to_files()).scores(["cay"]).shape == (0,)


def test_python_objects_are_refused() -> None:
    import io

    buffer = io.BytesIO()
    np.save(buffer, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    files = build([["cay"]]).to_files() | {"rows.npy": buffer.getvalue()}
    with pytest.raises(ValueError, match="allow_pickle"):
        keyword.from_files(files)


@given(st.lists(TEXTS, min_size=1, max_size=8), st.lists(TERMS, max_size=5))
def test_no_row_exceeds_the_highest_score(texts: list[str], question: list[str]) -> None:
    found = build([terms(text) for text in texts])
    assert found.scores(question).max(initial=0.0) <= found.highest(question) + 1e-5
