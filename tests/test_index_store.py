from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from index_fake import CountingEmbedder, Part, five_plans, make_plan, small_plan

from corpus.plan import Plan, SectionKind
from index import local
from index.chunk import chunk_plan
from index.errors import SnapshotError
from index.fuse import fuse
from index.keyword import build as build_keyword
from index.store import Filter, LocalIndex, add, build, open_index, remove, verify
from index.tokens import terms

EMBEDDER = CountingEmbedder()
PLANS = five_plans()
EVERYTHING = Filter()


class RefusingEmbedder(CountingEmbedder):
    def embed_passages(self, texts: object) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        raise AssertionError("nothing should need the model")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LocalIndex:
    home = tmp_path_factory.mktemp("index")
    build(PLANS, EMBEDDER, home)
    return open_index(home, EMBEDDER)


def places(index: LocalIndex, question: str, chosen: Filter = EVERYTHING, k: int = 3) -> list[str]:
    vector = EMBEDDER.embed_queries([question])[0]
    hits = index.search(vector, terms(question), chosen, k)
    return [f"{hit.chunk.plan.id}:{hit.chunk.section.path}" for hit in hits]


@pytest.mark.parametrize(
    ("question", "chosen", "best"),
    [
        ("cây xanh 9,7 m²", EVERYTHING, "a-lam:I.2"),
        ("cay xanh 9.7 m2", EVERYTHING, "a-lam:I.2"),
        ("151/kh-ubnd", EVERYTHING, "e-dong:I.2"),
        ("kéo điện", EVERYTHING, "d-hai:I.2"),
        ("B Sơn trồng cây", EVERYTHING, "b-son:I.2"),
        ("đường", Filter(frozenset({"b-son"})), "b-son:I.3"),
        ("đường", Filter(frozenset({"b-son", "a-lam"})), "b-son:I.3"),
        ("cây", Filter(None, ("I.1",)), "a-lam:I.1"),
        ("nhà", Filter(frozenset({"e-dong"}), ("I",)), "e-dong:I.1"),
    ],
)
def test_best_hit(index: LocalIndex, question: str, chosen: Filter, best: str) -> None:
    found = places(index, question, chosen)
    assert found[0] == best


def test_a_hit_reaches_its_plan_and_says_both_scores(index: LocalIndex) -> None:
    (hit,) = index.search(EMBEDDER.embed_queries(["kéo điện"])[0], ["dien"], EVERYTHING, 1)
    assert hit.chunk.plan == PLANS[3]
    assert hit.chunk.text in hit.chunk.plan.text
    assert hit.chunk == index.chunk(hit.chunk.id)
    assert hit.score == pytest.approx(1.0)
    assert hit.dense == pytest.approx(1.0)
    assert hit.keyword > 0


@pytest.mark.parametrize(
    "chosen",
    [Filter(frozenset()), Filter(frozenset({"khác"})), Filter(None, ("X",)), Filter(None, ())],
)
def test_a_filter_that_lets_nothing_by(index: LocalIndex, chosen: Filter) -> None:
    assert places(index, "cây", chosen) == []


def test_paths_stand_for_what_is_below_them(tmp_path: Path) -> None:
    build([small_plan("a", "A", *(f"việc {n}" for n in range(1, 12)))], EMBEDDER, tmp_path)
    index = open_index(tmp_path, EMBEDDER)
    assert places(index, "việc", Filter(None, ("I.1",)), 20) == ["a:I.1"]
    assert len(places(index, "việc", Filter(None, ("I",)), 20)) == 11
    assert sorted(places(index, "việc", Filter(None, ("I.1", "I.11")), 20)) == ["a:I.1", "a:I.11"]


def test_a_part_of_a_chunk_finds_the_chunk(tmp_path: Path) -> None:
    parts = [
        Part(0, "I", SectionKind.SECTION, "I. Mục tiêu", ""),
        Part(1, "I.1", SectionKind.CLAUSE, "1. Cây", "Trồng cây."),
    ]
    build([make_plan("a", parts)], EMBEDDER, tmp_path)
    index = open_index(tmp_path, EMBEDDER)
    assert places(index, "cây", Filter(None, ("I.1",))) == ["a:I"]
    assert places(index, "cây", Filter(None, ("I.2",))) == []


def test_without_a_vector_only_chunks_with_a_term_are_found(index: LocalIndex) -> None:
    hits = index.search(None, ["dien"], EVERYTHING, 10)
    assert {hit.chunk.plan.id for hit in hits} == {"b-son", "d-hai"}
    assert all(hit.dense == 0.0 and hit.keyword > 0.0 for hit in hits)
    assert index.search(None, ["khong"], EVERYTHING, 10) == ()
    assert index.search(np.zeros(6, np.float32), ["khong"], EVERYTHING, 10) == ()


@pytest.mark.parametrize("k", [-1, 0, 1, 5, 1000])
def test_as_many_hits_as_asked_for_or_there_are(index: LocalIndex, k: int) -> None:
    assert len(places(index, "cây", k=k)) == max(0, min(k, len(index)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["nhà", "cây", "nước", "đường", "9,7", "chữ", "A Lâm"]), min_size=1),
    st.none() | st.frozensets(st.sampled_from([plan.id for plan in PLANS])),
    st.none() | st.lists(st.sampled_from(["I", "I.1", "I.2", "I.3", "II"])).map(tuple),
    st.integers(1, 12),
    st.booleans(),
)
def test_search_is_that_of_brute_force_under_any_filter(
    index: LocalIndex,
    asked: list[str],
    plans: frozenset[str] | None,
    paths: tuple[str, ...] | None,
    k: int,
    with_vector: bool,
) -> None:
    question = " ".join(asked)
    vector = EMBEDDER.embed_queries([question])[0] if with_vector else None
    chunks = [chunk for plan in PLANS for chunk in chunk_plan(plan)]
    texts = [chunk.indexed for chunk in chunks]
    rows = [
        row
        for row, chunk in enumerate(chunks)
        if (plans is None or chunk.plan.id in plans)
        and (paths is None or any(f"{chunk.section.path}.".startswith(f"{p}.") for p in paths))
    ]
    keywords = build_keyword([terms(text) for text in texts])
    lexical = keywords.scores(terms(question))[rows]
    if vector is None or not vector.any():
        dense = None
        rows, lexical = (
            [r for r, s in zip(rows, lexical, strict=True) if s > 0],
            lexical[lexical > 0],
        )
    else:
        dense = EMBEDDER.embed_passages(texts)[rows] @ vector
    fused = fuse(lexical, dense, keywords.highest(terms(question)))
    expected = sorted(zip(-fused, rows, strict=True))[:k]
    hits = index.search(vector, terms(question), Filter(plans, paths), k)
    np.testing.assert_allclose(
        [-hit.score for hit in hits], [score for score, _ in expected], atol=1e-5
    )
    assert {hit.chunk.id for hit in hits} <= set(rows)


def test_a_large_index_scores_the_best_of_each_leg(
    index: LocalIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = places(index, "cây xanh", k=2)
    monkeypatch.setattr(local, "CANDIDATES", 4)
    assert places(index, "cây xanh", k=2) == whole
    assert places(index, "cây xanh", Filter(frozenset({"b-son"})), 1) == ["b-son:I.2"]
    assert len(index.search(None, ["chu"], EVERYTHING, 100)) == 4


def test_plans_are_listed_without_being_read_and_read_once(tmp_path: Path) -> None:
    build(PLANS, EMBEDDER, tmp_path)
    index = open_index(tmp_path, EMBEDDER)
    assert [card.id for card in index.plans()] == [plan.id for plan in PLANS]
    assert [card.meta for card in index.plans()] == [plan.meta for plan in PLANS]
    assert sum(card.chunks for card in index.plans()) == len(index)
    assert index.plan("c-giang") == PLANS[2]
    assert index.plan("c-giang") is index.plan("c-giang")
    with pytest.raises(KeyError):
        index.plan("khác")


def test_another_model_is_refused_and_the_command_named(tmp_path: Path) -> None:
    build(PLANS, EMBEDDER, tmp_path)
    other = CountingEmbedder("khác", "2" * 64)
    with pytest.raises(SnapshotError, match=r"mô hình nhúng đếm.*python -m index build.*khác"):
        open_index(tmp_path, other)
    assert open_index(tmp_path, None).model.name == "đếm"
    assert build(PLANS, other, tmp_path).embedded == len(open_index(tmp_path, other))


def test_a_second_build_of_the_same_does_nothing(tmp_path: Path) -> None:
    first = build(PLANS, EMBEDDER, tmp_path)
    again = build(PLANS, RefusingEmbedder(), tmp_path)
    assert (first.changed, again.changed, again.embedded) == (True, False, 0)
    assert again.snapshot.folder == first.snapshot.folder
    assert build(PLANS, EMBEDDER, tmp_path, force=True).embedded == first.embedded


@pytest.mark.parametrize(
    "changed",
    [
        replace(PLANS[0], meta=replace(PLANS[0].meta, locality="A Lâm mới")),
        replace(PLANS[0], text=PLANS[0].text.replace("9,7", "9,8")),
    ],
)
def test_only_the_plan_that_changed_goes_through_the_model(tmp_path: Path, changed: Plan) -> None:
    build(PLANS, EMBEDDER, tmp_path)
    built = build([changed, *PLANS[1:]], EMBEDDER, tmp_path)
    assert built.embedded == len(chunk_plan(changed))
    fresh = build([changed, *PLANS[1:]], EMBEDDER, tmp_path / "fresh")
    assert built.snapshot.manifest.files == fresh.snapshot.manifest.files


def test_added_and_removed_plans_leave_the_index_as_if_built_so(tmp_path: Path) -> None:
    home = tmp_path / "grown"
    build(PLANS[:2], EMBEDDER, home)
    assert add(PLANS[2:], EMBEDDER, home).embedded == sum(len(chunk_plan(p)) for p in PLANS[2:])
    whole = build(PLANS, EMBEDDER, tmp_path / "whole").snapshot.manifest
    assert open_index(home, EMBEDDER).snapshot.manifest.files == whole.files
    removed = remove(["a-lam", "c-giang"], home)
    rest = [plan for plan in PLANS if plan.id not in ("a-lam", "c-giang")]
    assert (
        removed.snapshot.manifest.files
        == build(rest, EMBEDDER, tmp_path / "rest").snapshot.manifest.files
    )
    assert verify(home).problems == ()


def test_nothing_of_a_removed_plan_stays_on_disk(tmp_path: Path) -> None:
    build(PLANS, EMBEDDER, tmp_path)
    remove(["a-lam"], tmp_path)
    for file in tmp_path.rglob("*"):
        assert "a-lam" not in file.name
        assert not file.is_file() or b"9,7" not in file.read_bytes()


def test_an_added_plan_replaces_one_of_the_same_id(tmp_path: Path) -> None:
    build(PLANS, EMBEDDER, tmp_path)
    newer = small_plan("a-lam", "A Lâm", "trồng cây 10 m²")
    add([newer], EMBEDDER, tmp_path)
    index = open_index(tmp_path, EMBEDDER)
    assert len(index.plans()) == len(PLANS)
    assert index.plan("a-lam") == newer
    assert index.search(None, ["9,7"], EVERYTHING, 5) == ()


def test_removing_what_is_not_there_changes_nothing(tmp_path: Path) -> None:
    build(PLANS, EMBEDDER, tmp_path)
    with pytest.raises(SnapshotError, match="'khác'"):
        remove(["a-lam", "khác"], tmp_path)
    assert len(open_index(tmp_path, EMBEDDER).plans()) == len(PLANS)


def test_every_plan_can_be_removed(tmp_path: Path) -> None:
    build(PLANS, EMBEDDER, tmp_path)
    remove([plan.id for plan in PLANS], tmp_path)
    index = open_index(tmp_path, EMBEDDER)
    assert places(index, "cây") == []
    assert index.search(EMBEDDER.embed_queries(["cây"])[0], ["cay"], Filter(None, ("I",)), 3) == ()
    assert add(PLANS, EMBEDDER, tmp_path).embedded > 0


@pytest.mark.parametrize(
    "bad", ["../a", "a/b", "", ".", "..", "a\0b", "x" * 300, "a ", "C:a", "a\nb"]
)
def test_an_id_that_is_no_file_name_is_refused(tmp_path: Path, bad: str) -> None:
    with pytest.raises(SnapshotError, match="Mã văn bản"):
        build([replace(PLANS[0], id=bad)], EMBEDDER, tmp_path)


def test_two_plans_of_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="hai văn bản cùng mã"):
        build([PLANS[0], replace(PLANS[1], id="A-Lam")], EMBEDDER, tmp_path)
