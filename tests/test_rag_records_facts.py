"""Metadata and basis, each cited to where it is printed."""

from __future__ import annotations

import pytest
from rag_plans import small_plan

from rag.answer import Status
from rag.collection import Collection
from rag.records.facts import FIELDS, answer_basis, answer_fact, answer_facts, mentions
from rag.verify import passes


@pytest.mark.parametrize(
    ("plan", "field", "value"),
    [
        ("quang-ngai", "number", "151/KH-UBND"),
        ("quang-ngai", "date", "22/9/2022"),
        ("quang-ngai", "signer", "Đặng Văn Minh"),
        ("quang-ngai", "signer_title", "Chủ tịch"),
        ("quang-ngai", "issuer", "UBND tỉnh Quảng Ngãi"),
        ("thuy-nguyen", "number", "42-CTr/HU"),
        ("thuy-nguyen", "date", "06/3/2024"),
        ("thuy-nguyen", "signer", "Phạm Văn Thép"),
        ("duc-pho", "signer", "Nguyễn Kiên"),
        ("ha-tinh", "signer", "Trần Thế Dũng"),
        ("da-lat", "signer", "Đặng Quang Tú"),
        ("da-lat", "type", "Kế hoạch"),
    ],
)
def test_a_fact_and_its_citation(plan: str, field: str, value: str, collection: Collection) -> None:
    draft = answer_fact(collection.plan(plan), field)
    assert draft.status is Status.ANSWERED
    first = draft.statements[0]
    assert value in first.text and first.spans
    assert passes(first, "")


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        ("da-lat", "number"),
        ("da-lat", "date"),
        ("ha-tinh", "number"),
        ("ha-tinh", "date"),
        ("duc-pho", "date"),
    ],
)
def test_what_the_copy_does_not_print_is_not_stated(
    plan: str, field: str, collection: Collection
) -> None:
    draft = answer_fact(collection.plan(plan), field)
    assert draft.status is Status.NOT_STATED
    assert FIELDS[field] in draft.statements[0].text


def test_every_field_has_its_own_citation(collection: Collection) -> None:
    draft = answer_facts(collection.plan("quang-ngai"), ("number", "date", "signer"))
    assert draft.status is Status.ANSWERED
    assert [s.spans[0].text.replace(" ", "") for s in draft.statements[:1]] == ["151/KH-UBND"]
    assert ["22/9/2022" in draft.statements[1].text, "Minh" in draft.statements[2].text] == [
        True
    ] * 2
    assert len({s.spans for s in draft.statements}) == 3


def test_a_missing_field_stands_beside_a_printed_one(collection: Collection) -> None:
    draft = answer_facts(collection.plan("duc-pho"), ("date", "signer", "signer_title"))
    assert draft.status is Status.ANSWERED
    missing, signer = draft.statements
    assert "không ghi ngày ban hành" in missing.text and "Nguyễn Kiên, Bí thư" in signer.text


def test_recipients_are_quoted(collection: Collection) -> None:
    # "C, PC, NC-TH" of this plan are no words of an answer.
    (statement,) = answer_fact(collection.plan("duc-pho"), "recipients").statements
    assert passes(statement, "") and "“- Thường trực Tỉnh ủy" in statement.text


def test_what_a_person_supplied_is_said_to_be_so(collection: Collection) -> None:
    draft = answer_fact(collection.plan("ha-tinh"), "issuer")
    assert "không in trong bản lưu" in draft.statements[-1].text


@pytest.mark.parametrize(
    ("plan", "numbers"),
    [
        ("quang-ngai", ["21-CTr/TU", "06-NQ/TW"]),
        ("thuy-nguyen", ["59-CTr/TU", "06-NQ/TW"]),
        ("da-lat", ["29-CTr/TU", "06-NQ/TW"]),
        ("ha-tinh", ["06-NQ/TW"]),
    ],
)
def test_the_basis_names_its_documents(
    plan: str, numbers: list[str], collection: Collection
) -> None:
    draft = answer_basis(collection.plan(plan))
    shown = " ".join(statement.text for statement in draft.statements)
    assert all(number in shown for number in numbers)
    assert all(passes(s, "", [collection.plan(plan).meta]) for s in draft.statements)


def test_a_plan_without_basis_says_so() -> None:
    assert answer_basis(small_plan()).status is Status.NOT_STATED


def test_mentions_hold_the_number(collection: Collection) -> None:
    plan = collection.plan("da-lat")
    assert mentions(plan, "178/QĐ-UBND")
    assert all("178" in span.text for span in mentions(plan, "178/QĐ-UBND"))
    assert mentions(plan, "999/QĐ-UBND") == []
