"""How likely a provision answers a question: a logistic model of what words and search say.

The weights are fitted by ``tools/fit_confidence.py`` on the development questions, with questions
put to documents that cannot answer them as counter-examples. Every input is a share or a
difference of shares, so they hold for any collection and any embedding model.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

# From here on a provision is given as the answer. Of the examples two in three are wrong; of real
# questions most are about what the plan does say, so the bound lies below one half.
ANSWERS = 0.15


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a provision.

    ``around`` and ``inner`` are the shares of the question that the provision with its headings and
    its best sentence hold, ``search`` is the score of the search, all in [0, 1]. ``lead`` is how far
    its score is ahead of the plan's next provision; below 0 for one that is not the first.
    """

    around: float
    inner: float
    search: float
    lead: float


_BIAS = -11.6
_AROUND, _INNER, _SEARCH, _LEAD = 4.5, 0.8, 7.9, 2.9


def confidence(evidence: Evidence) -> float:
    """The likelihood, in (0, 1), that the provision answers the question."""
    total = (
        _BIAS
        + _AROUND * evidence.around
        + _INNER * evidence.inner
        + _SEARCH * evidence.search
        + _LEAD * evidence.lead
    )
    return 1.0 / (1.0 + math.exp(-total))
