"""The likelihood that a provision answers."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rag.confidence import ANSWERS, Evidence, confidence

SHARE = st.floats(0, 1)
EVIDENCE = st.builds(Evidence, SHARE, SHARE, SHARE, st.floats(-1, 1))


@given(EVIDENCE)
def test_it_is_a_likelihood(evidence: Evidence) -> None:
    assert 0 < confidence(evidence) < 1


@given(EVIDENCE, st.sampled_from(["around", "inner", "search", "lead"]), st.floats(0.01, 0.5))
def test_more_evidence_never_makes_it_less_likely(
    evidence: Evidence, name: str, more: float
) -> None:
    stronger = replace(evidence, **{name: getattr(evidence, name) + more})
    assert confidence(stronger) > confidence(evidence)


def test_a_provision_that_holds_it_all_answers_and_one_that_holds_nothing_does_not() -> None:
    assert confidence(Evidence(1.0, 1.0, 1.0, 0.3)) >= ANSWERS
    assert confidence(Evidence(0.0, 0.0, 1.0, 0.0)) < ANSWERS
    assert confidence(Evidence(0.4, 0.3, 0.5, 0.0)) < ANSWERS
