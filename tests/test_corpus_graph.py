"""The collection's graph and contradictions between plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.contradictions import conflicts
from corpus.metadata.reader import read_metadata, with_catalog
from corpus.outline import read_outline
from corpus.plan import Plan
from corpus.references.graph import collection_graph
from corpus.references.keys import document_keys
from corpus.references.reader import read_references
from corpus.text import normalise

FOLDER = Path(__file__).parent.parent / "corpus" / "plans"


def make(plan_id: str, raw: str, **known: object) -> Plan:
    text = normalise(raw)
    sections = read_outline(text).sections
    meta = with_catalog(read_metadata(text, sections), known)
    return Plan(plan_id, text, meta, sections, references=read_references(text, sections))


@pytest.fixture(scope="module")
def plans() -> tuple[Plan, ...]:
    known = {
        "duc-pho": {"province": "Quảng Ngãi"},
        "thuy-nguyen": {"province": "Hải Phòng"},
        "ha-tinh": {"locality": "Hà Tĩnh", "province": "Hà Tĩnh"},
    }
    return tuple(
        make(path.stem, path.read_text(encoding="utf-8"), **known.get(path.stem, {}))
        for path in sorted(FOLDER.glob("*.txt"))
    )


def test_the_chain_of_the_five_plans(plans: tuple[Plan, ...]) -> None:
    graph = collection_graph(plans)
    chain = {(link.source, link.target) for link in graph.links if link.kind == "basis"}
    quang_ngai = "151-kh-ubnd|quảng ngãi|2022"
    thuy_nguyen = "42-ctr-hu|thuỷ nguyên"
    assert {
        ("plan:da-lat", "29-ctr-tu|lâm đồng"),
        ("29-ctr-tu|lâm đồng", "6-nq-tw"),
        ("plan:duc-pho", "21-ctr-tu|quảng ngãi"),
        (quang_ngai, "21-ctr-tu|quảng ngãi"),
        ("21-ctr-tu|quảng ngãi", "6-nq-tw"),
        (thuy_nguyen, "59-ctr-tu|hải phòng"),
        ("plan:ha-tinh", "6-nq-tw"),
    } <= chain
    assert {link.source for link in graph.basis_of("21-ctr-tu|quảng ngãi")} == {
        quang_ngai, "plan:duc-pho",
    }  # fmt: skip
    mentioned = {link.target for link in graph.links if link.kind == "mention"}
    assert {"45-nq-tw", "148-nq-cp", "luật bảo vệ môi trường"} <= mentioned


def test_links_show_their_words(plans: tuple[Plan, ...]) -> None:
    texts = {plan.id: plan.text for plan in plans}
    graph = collection_graph(plans)
    keys = [document.key for document in graph.documents]
    assert len(keys) == len(set(keys))
    for link in graph.links:
        assert link.source in keys and link.target in keys and link.count > 0
        assert texts[link.plan][link.start : link.end].strip()
    own = graph.document("151-kh-ubnd|quảng ngãi|2022")
    assert own is not None and own.plan == "quang-ngai" and own.date == "2022-09-22"


def test_the_date_of_the_resolution_is_disputed(plans: tuple[Plan, ...]) -> None:
    (conflict,) = conflicts(plans)
    assert conflict.number == "06-NQ/TW"
    assert {reading.date for reading in conflict.readings} == {"2022-01-24", "2022-10-24"}
    assert {r.plan for r in conflict.readings if r.date == "2022-10-24"} == {"thuy-nguyen"}
    texts = {plan.id: plan.text for plan in plans}
    for reading in conflict.readings:
        assert "06-NQ/TW" in texts[reading.plan][reading.start : reading.end]
    assert "24/10/2022 (thuy-nguyen)" in conflict.message
    disputed = collection_graph(plans).document("6-nq-tw")
    assert disputed is not None and disputed.date is None


def _plan(plan_id: str, issuer: str, locality: str, province: str, body: str) -> Plan:
    raw = f"KẾ HOẠCH\n\nVề cây xanh\n\nI. MỤC ĐÍCH\n\n1. {body}\n"
    return make(plan_id, raw, issuer=issuer, locality=locality, province=province, level="huyện")


def test_one_number_of_two_committees_is_two_documents() -> None:
    body = "Thực hiện Nghị quyết số 01-NQ/TU ngày 01/11/2021 của {} về đô thị."
    one = _plan("a", "Thị ủy Đức Phổ", "Đức Phổ", "Quảng Ngãi", body.format("Thị ủy"))
    two = _plan("b", "Thị ủy Đức Phổ", "Đức Phổ", "Quảng Ngãi", body.format("Tỉnh ủy"))
    three = _plan("c", "Thị ủy Ba Đồn", "Ba Đồn", "Quảng Bình", body.format("Thị ủy"))
    keys = {document_keys(plan)[0] for plan in (one, two, three)}
    assert keys == {"1-nq-tu|đức phổ", "1-nq-tu|quảng ngãi", "1-nq-tu|ba đồn"}
    assert conflicts((one, two, three)) == ()


def test_state_numbers_of_two_years_are_two_documents() -> None:
    body = "Theo Kế hoạch số 5/KH-UBND ngày {} của UBND tỉnh Lâm Đồng về cây xanh."
    plans = [
        _plan(str(year), "Thị ủy Ba Đồn", "Ba Đồn", "Quảng Bình", body.format(f"0{day}/3/{year}"))
        for day, year in ((1, 2021), (2, 2022))
    ]
    assert {document_keys(plan)[0] for plan in plans} == {
        "5-kh-ubnd|lâm đồng|2021", "5-kh-ubnd|lâm đồng|2022",
    }  # fmt: skip
    assert conflicts(plans) == ()


def test_empty_collection() -> None:
    graph = collection_graph(())
    assert graph.documents == () and graph.links == ()
    assert conflicts(()) == ()
