"""The legal and political basis of a plan: the phrases before the enacting words."""

from __future__ import annotations

import itertools
import re

from corpus.agencies.lists import AgencyText
from corpus.doctypes import TYPE_WORDS
from corpus.letters import UPPER
from corpus.metadata.formalities import Printed

_OPENS = re.compile(
    r"(?:(?<=\n)|(?<=[;.]\s)|^)\s*(?:[-–]\s*)?(?P<phrase>(?:Căn cứ|Thực hiện|Triển khai(?: thực hiện)?|Xét đề nghị|Xét|Theo đề nghị|"
    rf"Tiếp tục thực hiện|Trên cơ sở (?={TYPE_WORDS}|đề nghị|ý kiến))\s?)"
)
# A sentence ends here: a full stop before a capital, but not one of an abbreviated name.
_SENTENCE_END = re.compile(rf"(?<!TP)(?<!TT)(?<!TX)(?<!Tp)\.\s(?=[{UPPER}])")


def read_basis(
    source: AgencyText, start: int, end: int, enacting: int | None
) -> tuple[Printed, ...]:
    """Each phrase "Căn cứ …", "Thực hiện …", "Xét đề nghị …" of the opening, without the final mark.

    A phrase ends with its paragraph or sentence, where the next one opens, or at ``enacting``, where
    the issuer of the enacting words begins.
    """
    starts = [m.start("phrase") for m in _OPENS.finditer(source.text, start, end)]
    if start < end and not starts and (match := _OPENS.match(source.text[start:end])):
        starts = [start + match.start("phrase")]
    found: list[Printed] = []
    for begin, following in itertools.pairwise([*starts, end]):
        finish = source.text.find("\n", begin, following)
        finish = following if finish < 0 else finish
        if stop := _SENTENCE_END.search(source.text, begin, finish):
            finish = stop.start()
        if enacting is not None and begin < enacting < finish:
            finish = enacting
        while finish > begin and source.text[finish - 1] in " \t\n,;.":
            finish -= 1
        found.append(Printed(source.text[begin:finish], begin, finish))
    return tuple(found)
