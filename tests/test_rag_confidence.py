"""The likelihood that a provision answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.meaning.confidence import ANSWERS, Evidence, confidence, is_likely

SHARE = st.floats(0, 1)
EVIDENCE = st.builds(Evidence, SHARE, SHARE, SHARE, st.floats(-1, 1), st.none() | st.floats(-1, 1))


@given(EVIDENCE)
def test_it_is_a_likelihood(evidence: Evidence) -> None:
    assert 0 < confidence(evidence) < 1


@given(
    EVIDENCE, st.sampled_from(["around", "plan", "search", "lead", "meaning"]), st.floats(0.01, 0.5)
)
def test_more_evidence_never_makes_it_less_likely(
    evidence: Evidence, name: str, more: float
) -> None:
    if (held := getattr(evidence, name)) is None:
        return
    stronger = replace(evidence, **{name: held + more})
    assert confidence(stronger) > confidence(evidence)


@pytest.mark.parametrize("meaning", [None, 0.6])
def test_a_provision_that_holds_it_all_answers(meaning: float | None) -> None:
    assert is_likely(Evidence(1.0, 1.0, 1.0, 0.3, meaning))


@pytest.mark.parametrize("meaning", [None, 0.1])
@pytest.mark.parametrize(("around", "search"), [(0.0, 0.5), (0.4, 0.3)])
def test_one_that_holds_little_does_not(
    around: float, search: float, meaning: float | None
) -> None:
    assert not is_likely(Evidence(around, 0.5, search, 0.0, meaning))


def test_likeness_of_meaning_makes_up_for_other_words() -> None:
    assert confidence(Evidence(0.3, 0.5, 0.6, 0.2, 0.6)) > confidence(
        Evidence(0.3, 0.5, 0.6, 0.2, 0.2)
    )


def test_few_words_of_another_meaning_are_no_answer() -> None:
    evidence = Evidence(0.45, 0.5, 0.9, 0.5, 0.1)
    assert confidence(evidence) >= ANSWERS
    assert not is_likely(evidence)
    assert is_likely(replace(evidence, meaning=0.5))
    assert is_likely(replace(evidence, around=0.9))
