"""Who belongs to a group that a plan sets up: "tổ công tác gồm những ai"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.fold import fold
from corpus.plan import Plan
from rag import wording
from rag.asked import phrases
from rag.collection import Collection, locality_of
from rag.draft import Draft
from rag.passages.best import passages_in
from rag.passages.provisions import not_stated, quote_passage
from rag.question import Question

# What a list of members prints beside the group's name.
_ROLE = re.compile(
    rf"\b(?:{fold('thành viên|tổ trưởng|trưởng ban|trưởng đoàn|chủ tịch hội đồng|ủy viên')})\b"
)


def answer_members(question: Question, plan: Plan, collection: Collection) -> Draft | None:
    """The provision that lists a group's members; None when they are not asked for.

    A provision that only mentions the group, or sets it up, does not say who belongs to it.
    """
    asked = phrases.MEMBERS.search(question.folded)
    if asked is None:
        return None
    passages = passages_in([plan.id], question, collection)
    drafts = [quote_passage(p, replace(question, wants_list=True)) for p in passages]
    group = fold(asked.group("group"))
    listing = [draft for draft in drafts if _lists_members(fold(_quoted(draft)), group)]
    if listing:
        return min(listing, key=lambda draft: len(_quoted(draft)))
    topic = question.text[asked.start() : asked.end()]
    return not_stated(question, plan, passages, wording.not_stated(locality_of(plan), topic))


def _quoted(draft: Draft) -> str:
    return " ".join(span.line for statement in draft.statements for span in statement.spans)


def _lists_members(said: str, group: str) -> bool:
    """Whether the words name the group and then its members: "…, gồm: …", or several roles."""
    _, name, after = said.partition(group)
    return bool(name) and ((":" in after and "gồm" in after) or len(_ROLE.findall(after)) > 1)
