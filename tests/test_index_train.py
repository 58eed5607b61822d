"""Training the bundled model, on pairs that a person can read."""

from __future__ import annotations

import json
import lzma
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.fold import strip_marks
from index.embed import open_embedder
from index.train import main, train
from index.training.batches import batches, tokenise
from index.training.pairs import WEIGHTS, Pair, read_pairs
from index.training.recipe import Recipe
from index.training.vocabulary import parts_of, stripped_tokens, train_tokenizer

# Queries and texts share no word, so that nearness must be learnt.
TOPICS = {
    "trồng hoa": "công viên, vườn cây, bóng mát dọc đường phố",
    "chữa bệnh": "trạm y tế, bác sĩ, giường nằm và thuốc men",
    "đi lại": "xe buýt, cầu cống, bến bãi, hè phố cho người đi bộ",
    "học hành": "trường lớp, giáo viên, sách vở, phòng thí nghiệm",
    "rác thải": "thu gom, phân loại, chôn lấp, bãi chứa hợp vệ sinh",
    "nhà ở": "căn hộ, chung cư, tái định cư, thu nhập thấp",
}
SMALL = Recipe(vocabulary=600, dimension=32, steps=60, batch=24, neighbours=2, warm_up=5)


def many(topics: dict[str, str], times: int = 8) -> list[Pair]:
    return [
        Pair(f"{query} {'abcdefgh'[i % 8]}", f"{text} {text} {i}", 1.0)
        for i in range(times)
        for query, text in topics.items()
    ]


def write(path: Path, pairs: Sequence[Pair]) -> None:
    lines = [json.dumps({"query": p.query, "positive": p.positive}) for p in pairs]
    data = ("\n".join(lines) + "\n").encode()
    path.write_bytes(lzma.compress(data) if path.suffix == ".xz" else data)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    write(folder / "pairs.jsonl.xz", many(TOPICS))
    train(read_pairs(folder), SMALL, folder / "model")
    return folder / "model"


def test_a_related_pair_ends_nearer_than_any_other(trained: Path) -> None:
    opened = open_embedder(str(trained))
    passages = opened.embed_passages(list(TOPICS.values()))
    for form in (str, strip_marks):
        queries = opened.embed_queries([form(query) for query in TOPICS])
        assert (queries @ passages.T).argmax(axis=1).tolist() == list(range(len(TOPICS)))


def test_the_folder_is_an_ordinary_sentence_transformers_model(trained: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(trained), device="cpu", local_files_only=True)
    theirs = model.encode(["trồng hoa"], normalize_embeddings=True).astype(np.float32)
    ours = open_embedder(str(trained)).embed_queries(["trồng hoa"])
    assert theirs.shape == ours.shape == (1, 32)
    assert float(theirs[0] @ ours[0]) > 0.999


def test_one_seed_gives_one_model_and_another_seed_another(tmp_path: Path) -> None:
    pairs, short = many(TOPICS, 2), replace(SMALL, steps=5)
    digests = [
        train(pairs, replace(short, seed=seed), tmp_path / f"{run}")
        for run, seed in enumerate((1, 1, 2))
    ]
    assert digests[0] == digests[1] != digests[2]


def test_the_loss_falls(tmp_path: Path) -> None:
    losses: list[float] = []
    train(many(TOPICS), SMALL, tmp_path, lambda step, loss: losses.append(loss))
    assert len(losses) == SMALL.steps
    assert np.mean(losses[-10:]) < np.mean(losses[:10]) / 2


def test_command_line_trains_and_keeps_the_card(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "a.jsonl", many(TOPICS, 2))
    out = tmp_path / "out"
    out.mkdir()
    (out / "README.md").write_text("thẻ", encoding="utf-8")
    options = ["--steps", "2", "--dimension", "16", "--seed", "3"]
    assert main(["--pairs", str(tmp_path), "--out", str(out), *options]) == 0
    assert "sha256" in capsys.readouterr().out
    assert open_embedder(str(out)).dimension == 16
    assert (out / "README.md").read_text(encoding="utf-8") == "thẻ"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "dòng 1"),
        ('{"query": "chỉ có câu hỏi"}', "dòng 1"),
        ("[1, 2]", "dòng 1"),
        ("", "Không có cặp huấn luyện"),
        ('{"query": "x", "positive": "y"}', "quá ngắn"),
    ],
)
def test_unusable_pairs_are_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    (tmp_path / "a.jsonl").write_text(f"{line}\n" if line else "", encoding="utf-8")
    assert main(["--pairs", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_pairs_are_weighted_by_their_file_and_cleaned_of_file_names(tmp_path: Path) -> None:
    pair = Pair("Phạm vi - Luật luat-so-51-2024.txt BẢO HIỂM", "Luật này quy định", 1.0)
    for name in ("phapdien_related.jsonl", "khac.jsonl.xz"):
        write(tmp_path / name, [pair])
    read = read_pairs(tmp_path)
    assert [one.query for one in read] == ["Phạm vi - Luật  BẢO HIỂM"] * 2
    assert [one.weight for one in read] == [1.0, WEIGHTS["phapdien_related"]]


def test_tokens_are_syllables_in_one_spelling() -> None:
    texts = ["Ủy ban nhân dân tỉnh, đô thị hóa"] * 3
    tokenizer = train_tokenizer(texts, 600)
    assert tokenizer.encode("UỶ BAN, đô-thị/hoá").tokens == [" uỷ", " ban", " đô", " thị", " hoá"]
    assert tokenizer.encode("…!?").tokens == []
    assert tokenizer.encode("quý").ids == tokenizer.encode("QUÝ").ids


def test_the_rarest_characters_are_left_out_in_a_fixed_order() -> None:
    rare = [chr(0x4E00 + number) for number in range(600)]  # once each: all tie
    tokenizer = train_tokenizer(["".join(reversed(rare)), "đô thị do thi"], 5_000)
    kept = [char for char in rare if tokenizer.token_to_id(char) is not None]
    assert 300 < len(kept) < 400
    assert kept == rare[: len(kept)]
    assert tokenizer.encode("đô").ids


def test_stripped_tokens_are_those_of_the_bare_letters() -> None:
    tokenizer = train_tokenizer(["đô thị hóa ở tỉnh do thi"] * 3, 600)
    stripped = stripped_tokens(tokenizer)
    assert len(stripped) == tokenizer.get_vocab_size()
    token = tokenizer.token_to_id(" thị")
    assert token is not None
    assert stripped[token] == tokenizer.encode("thi").ids


def test_syllables_that_keep_together_are_one_token_in_either_typing() -> None:
    texts = ["nhà ở xã hội cho dân", "xã hội, nhà ở", "ở xã nhà dân thì hội ở", "dân ở nhà"] * 20
    tokenizer = train_tokenizer(texts, 600, compounds=2)
    assert tokenizer.encode("nhà ở xã hội").tokens == [" nhà ở", " xã hội"]
    assert tokenizer.encode("nha o xa hoi").tokens == [" nha o", " xa hoi"]
    assert tokenizer.encode("nhà, ở xã").tokens == [" nhà", " ở", " xã"]  # not across a comma
    pairs = dict(zip(map(tokenizer.id_to_token, range(9_999)), parts_of(tokenizer), strict=False))
    assert pairs[" nhà ở"] == (tokenizer.token_to_id(" nhà"), tokenizer.token_to_id(" ở"))
    assert pairs[" dân"] is None
    compound = tokenizer.token_to_id(" xã hội")
    assert compound is not None
    assert stripped_tokens(tokenizer)[compound] == tokenizer.encode("xa hoi").ids


def test_batches_hold_pairs_of_the_promised_size_and_mark_twins() -> None:
    pairs = [*many(TOPICS, 4), Pair("trồng hoa a", "một đoạn văn khác hẳn về việc này", 1.0)]
    recipe = replace(SMALL, steps=6, window=0.0, asked=0.0, dropped=0.0, stripped=0.0, crop=10)
    tokenizer = train_tokenizer([f"{p.query} {p.positive}" for p in pairs], 600)
    corpus = tokenise(pairs, tokenizer)
    drawn = list(batches(corpus, recipe))
    assert [len(batch.queries) for batch in drawn] == [24] * 6
    for batch in drawn:
        assert max(map(len, batch.positives)) <= 10
        assert not batch.same.diagonal().any()
        texts = [tokenizer.decode(list(ids)) for ids in batch.queries]
        equal = np.array([[one == other for other in texts] for one in texts])
        np.fill_diagonal(equal, False)
        assert (batch.same >= equal).all()


def test_a_weight_of_zero_draws_nothing_of_that_file() -> None:
    kept, left = many({"nhà ở": TOPICS["nhà ở"]}, 8), many({"đi lại": TOPICS["đi lại"]}, 8)
    pairs = [*kept, *(replace(pair, weight=0.0) for pair in left)]
    tokenizer = train_tokenizer([f"{p.query} {p.positive}" for p in pairs], 600)
    recipe = replace(SMALL, steps=4, window=0.0, asked=0.0, dropped=0.0, stripped=0.0)
    for batch in batches(tokenise(pairs, tokenizer), recipe):
        assert all("nhà" in tokenizer.decode(list(ids)) for ids in batch.queries)
