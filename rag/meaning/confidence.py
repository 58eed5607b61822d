"""How likely a provision answers a question: a logistic model of what words and search say.

The weights are fitted by ``tools/fit_confidence.py`` on the development questions, with questions
put to documents that cannot answer them as counter-examples. Every input is a share or a
difference of shares, so they hold for any collection and any embedding model.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import mul

# From here on a provision is given as the answer. With the bundled model the likelihood only keeps
# out what is hopeless, and likeness of meaning tells the rest apart; without it, it decides alone.
ANSWERS = 0.03
ANSWERS_ALONE = 0.2
CERTAIN = 0.8  # beyond doubt, where the plan lacks a term that the question names
# A provision that holds less than this of the question's words, and not the most telling term of it,
# must at least be alike in meaning: few words that happen to be rare are no answer ("hạt nhân" of a
# nuclear plant and of a region).
_HALF = 0.5
ALIKE = 0.28
# Less will do where it is ahead of every other provision of the plan: of 32 such cases 22 were right.
_FAINTLY_ALIKE, _AHEAD = 0.2, 0.15


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a provision.

    ``around`` is the share of the question that the provision with its headings holds, ``plan`` that
    of the whole plan, ``search`` is the score of the search, all in [0, 1]. ``lead`` is how far its
    score is ahead of the plan's next provision; below 0 for one that is not the first.
    ``meaning`` is the cosine of the question with the provision's sentence that is most alike, by the
    bundled embedding model; None with another model, whose cosines are on another scale.
    """

    around: float
    plan: float
    search: float
    lead: float
    meaning: float | None = None


# Bias, then the weights of the fields in their order: with the bundled model's cosine and without.
_WITH_MEANING = (-4.84, 0.78, 0.48, 4.34, 3.96, 1.37)
_WITHOUT = (-5.41, 0.43, 0.67, 6.38, 5.79)


def confidence(evidence: Evidence) -> float:
    """The likelihood, in (0, 1), that the provision answers the question."""
    known = (1.0, evidence.around, evidence.plan, evidence.search, evidence.lead)
    if evidence.meaning is None:
        total = sum(map(mul, _WITHOUT, known))
    else:
        total = sum(map(mul, _WITH_MEANING, (*known, evidence.meaning)))
    return 1.0 / (1.0 + math.exp(-total))


def is_likely(evidence: Evidence, *, named: bool = False) -> bool:
    """Whether the provision is likely enough to be given as the answer.

    ``named``: it holds the most telling term of the question, in any of its known wordings.
    """
    if evidence.meaning is None:
        return confidence(evidence) >= ANSWERS_ALONE
    about = named or evidence.around >= _HALF or evidence.meaning >= ALIKE
    about = about or (evidence.meaning >= _FAINTLY_ALIKE and evidence.lead >= _AHEAD)
    return about and confidence(evidence) >= ANSWERS
