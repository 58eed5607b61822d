"""Background: what is known of syllables at large, and what it does to the words of a question."""

from __future__ import annotations

from rag.meaning.background import background, carried
from rag.meaning.concepts import read_concepts


def test_how_often_documents_carry_what_people_say() -> None:
    shares = carried()
    assert len(shares) > 1000
    assert all(0.0 <= share <= 1.0 for share in shares.values())
    assert max(shares[word] for word in ("chuyện", "lo", "bà")) < 0.2
    assert min(shares[word] for word in ("thuế", "thị", "hoạch")) > 0.6


def test_common_syllables_tell_less() -> None:
    assert background()["và"] < background()["rác"]


def _weights(text: str) -> dict[str, float]:
    concepts = read_concepts(text, (), lambda plain: 5.0)
    return {
        word.folded: weight
        for concept in concepts
        for word, weight in zip(concept.typed, concept.word_weights, strict=False)
    }


def test_what_only_people_say_weighs_little() -> None:
    weights = _weights("rác thải xài lo")
    assert weights["xài"] < 0.6 * weights["rác"]
    assert weights["lo"] < 0.6 * weights["rác"]


def test_a_bare_word_keeps_its_weight() -> None:
    # "lo" may be "lò", "lô" or "lo": what it is cannot be told without diacritics.
    assert _weights("rac thai lo dot")["lo"] > _weights("rác thải lo đốt")["lo"]
