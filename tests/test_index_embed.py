"""Embedders: the bundled model without torch, any sentence-transformers model with its input rule."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, pre_tokenizers

from corpus.fold import strip_marks
from index.embed import BUNDLED, ENVIRONMENT, MODELS, open_embedder
from index.errors import ModelError
from index.static_model import StaticEmbedder, unit_rows
from index.transformer_model import SentenceTransformerEmbedder, input_rule, join_words

ROOT = Path(__file__).parent.parent
WORDS = ("query:", "passage:", "hỏi:", "đáp:", "đô", "thị", "đô_thị", "cây", "xanh")


@pytest.fixture(scope="module")
def bundled() -> StaticEmbedder:
    return StaticEmbedder.from_folder(MODELS / BUNDLED, BUNDLED)


def save_tiny(folder: Path, prompts: dict[str, str] | None = None) -> None:
    """A StaticEmbedding whose vectors a person can compute: token i is the i-th unit vector."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(WORDS)}, WORDS[0]))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    module = StaticEmbedding(tokenizer, embedding_weights=np.eye(len(WORDS), dtype=np.float32))
    model = SentenceTransformer(modules=[module], prompts=prompts, device="cpu")
    model.save(str(folder), create_model_card=False)


def seen(vector: NDArray[np.float32]) -> set[str]:
    """The tokens that the tiny model was given."""
    return {WORDS[i] for i in np.flatnonzero(vector)}


# --- the bundled model ---


def test_bundled_model_needs_no_torch_and_no_sentence_transformers() -> None:
    code = (
        "import sys\n"
        "from index.embed import open_embedder\n"
        "print(open_embedder().embed_queries(['cây xanh']).shape[0])\n"
        "print([m for m in ('torch', 'sentence_transformers', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == ["1", "[]"]


def test_bundled_folder_is_small_and_holds_its_card() -> None:
    files = [path for path in (MODELS / BUNDLED).iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 26_000_000
    assert MODELS / BUNDLED / "README.md" in files


def test_rows_are_unit_vectors_of_the_promised_shape(bundled: StaticEmbedder) -> None:
    for embed in (bundled.embed_queries, bundled.embed_passages):
        rows = embed(["tỷ lệ đô thị hóa", "Ủy ban nhân dân tỉnh", "", "…!?"])
        assert rows.shape == (4, bundled.dimension)
        assert rows.dtype == np.float32
        assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 0, 0], abs=1e-5)
        assert embed([]).shape == (0, bundled.dimension)


def test_equal_text_gives_equal_vectors_whatever_stands_beside_it(bundled: StaticEmbedder) -> None:
    again = StaticEmbedder.from_folder(MODELS / BUNDLED)
    texts = [f"chỉ tiêu số {number}" for number in range(300)]  # more than one batch
    together = bundled.embed_passages(texts)
    assert (again.embed_passages(texts) == together).all()
    assert (bundled.embed_passages(texts[270:271])[0] == together[270]).all()
    assert again.fingerprint == bundled.fingerprint


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_text_gives_finite_rows_of_length_one_or_zero(
    bundled: StaticEmbedder, texts: list[str]
) -> None:
    lengths = np.linalg.norm(bundled.embed_queries(texts), axis=1)
    assert all(abs(length - 1) < 1e-4 or length == 0 for length in lengths)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân", "UỶ BAN NHÂN DÂN"),
        ("đô thị hóa", "đô thị hoá"),
        ("sức khỏe, văn hóa", "sức khoẻ - văn hoá"),
        ("06-NQ/TW", "06 NQ TW"),
    ],
)
def test_spelling_variants_are_one_text(bundled: StaticEmbedder, one: str, other: str) -> None:
    first, second = bundled.embed_queries([one, other])
    assert first @ second == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("question", "meant", "others"),
    [
        (
            "trồng thêm cây xanh ở đô thị",
            "Diện tích đất cây xanh bình quân trên mỗi người dân đô thị đạt 8-10 m²",
            ["Hoàn thành chương trình đào tạo cán bộ, công chức cấp xã"],
        ),
        (
            "tỷ lệ hộ nghèo giảm bao nhiêu",
            "Giảm nghèo bền vững: số hộ nghèo giảm 1,5 % mỗi năm",
            ["Xây dựng nhà ở xã hội cho công nhân khu công nghiệp"],
        ),
        (
            "cơ quan nào chịu trách nhiệm chủ trì",
            "Giao Sở Xây dựng chủ trì, phối hợp với các sở, ngành liên quan tổ chức thực hiện",
            ["Tốc độ tăng trưởng kinh tế bình quân đạt 8 % một năm"],
        ),
    ],
)
def test_the_related_passage_is_nearest_with_and_without_diacritics(
    bundled: StaticEmbedder, question: str, meant: str, others: Sequence[str]
) -> None:
    passages = bundled.embed_passages([meant, *others])
    for query in bundled.embed_queries([question, strip_marks(question)]):
        scores = passages @ query
        assert scores[0] > scores[1:].max() + 0.1


def test_a_stripped_question_stays_nearer_to_itself_than_to_another(
    bundled: StaticEmbedder,
) -> None:
    asked = [
        "tỷ lệ đô thị hóa năm 2030",
        "kinh phí thực hiện kế hoạch",
        "xử lý nước thải sinh hoạt",
    ]
    similar = bundled.embed_queries(asked) @ bundled.embed_queries([*map(strip_marks, asked)]).T
    assert similar.argmax(axis=1).tolist() == [0, 1, 2]
    assert similar.diagonal().min() > 0.5


def test_sentence_transformers_reads_the_bundled_folder_alike(bundled: StaticEmbedder) -> None:
    other = SentenceTransformerEmbedder.from_folder(MODELS / BUNDLED)
    texts = ["Phấn đấu đến năm 2030, tỷ lệ đô thị hoá đạt 50 % trở lên", "ty le do thi hoa", ""]
    ours, theirs = bundled.embed_passages(texts), other.embed_passages(texts)
    assert (ours * theirs).sum(axis=1) == pytest.approx([1, 1, 0], abs=1e-3)
    assert other.dimension == bundled.dimension


# --- opening by name ---


def test_environment_names_the_model_unless_one_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert open_embedder().name == BUNDLED
    copy = shutil.copytree(MODELS / BUNDLED, tmp_path / "copy")
    monkeypatch.setenv(ENVIRONMENT, str(copy))
    opened = open_embedder()
    assert opened.name == str(copy)
    assert opened.fingerprint == open_embedder(BUNDLED).fingerprint
    assert isinstance(opened, StaticEmbedder)


def test_fingerprint_follows_the_weights_and_not_the_card(tmp_path: Path) -> None:
    copy = shutil.copytree(MODELS / BUNDLED, tmp_path / "copy")
    before = open_embedder(str(copy)).fingerprint
    (copy / "README.md").write_text("khác", encoding="utf-8")
    assert open_embedder(str(copy)).fingerprint == before
    weights = copy / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    assert open_embedder(str(copy)).fingerprint != before


@pytest.mark.parametrize("spec", ["khong-co", "/khong/co/thu-muc", "../x", "ba/phần/tên"])
def test_unknown_name_is_a_clear_error(spec: str) -> None:
    with pytest.raises(ModelError, match=re.escape(spec)):
        open_embedder(spec)


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        ("tokenizer.json", b"{"),
        ("tokenizer.json", None),
        ("model.safetensors", b"\x00" * 64),
        ("model.safetensors", b""),
        ("model.safetensors", None),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, file: str, damage: bytes | None) -> None:
    copy = shutil.copytree(MODELS / BUNDLED, tmp_path / "copy")
    if damage is None:
        (copy / file).unlink()
    else:
        (copy / file).write_bytes(damage)
    with pytest.raises(ModelError, match=re.escape(str(copy / file))) as caught:
        open_embedder(str(copy))
    assert "\n" not in str(caught.value)


def test_weights_that_do_not_fit_the_tokenizer_are_refused(tmp_path: Path) -> None:
    save_tiny(tmp_path / "tiny")
    copy = shutil.copytree(MODELS / BUNDLED, tmp_path / "copy")
    shutil.copy(tmp_path / "tiny" / "model.safetensors", copy)
    with pytest.raises(ModelError, match=re.escape("model.safetensors")):
        open_embedder(str(copy))


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text(json.dumps([{"path": "", "type": "x.Unknown"}]))
    with pytest.raises(ModelError, match=re.escape(str(tmp_path))):
        open_embedder(str(tmp_path))


def test_hub_name_that_is_not_cached_is_refused_when_offline(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="example/no-such-model"):
        open_embedder("example/no-such-model")
    assert constants.HF_HUB_OFFLINE is True


# --- any sentence-transformers model ---


@pytest.mark.parametrize(
    ("folder", "prompts", "query", "passage"),
    [
        ("plain", None, {"cây"}, {"cây"}),
        ("multilingual-e5-small", None, {"query:", "cây"}, {"passage:", "cây"}),
        ("own", {"query": "hỏi: ", "document": "đáp: "}, {"hỏi:", "cây"}, {"đáp:", "cây"}),
        ("e5-base", {"query": "hỏi: ", "document": "đáp: "}, {"hỏi:", "cây"}, {"đáp:", "cây"}),
    ],
)
def test_each_model_gets_the_prefixes_it_was_trained_with(
    tmp_path: Path,
    folder: str,
    prompts: dict[str, str] | None,
    query: set[str],
    passage: set[str],
) -> None:
    save_tiny(tmp_path / folder, prompts)
    opened = SentenceTransformerEmbedder.from_folder(tmp_path / folder)
    queries, passages = opened.embed_queries(["cây", " "]), opened.embed_passages(["cây", ""])
    assert (seen(queries[0]), seen(passages[0])) == (query, passage)
    assert queries.shape == (2, opened.dimension)
    assert queries.dtype == np.float32
    assert np.linalg.norm(queries, axis=1) == pytest.approx([1, 0], abs=1e-6)
    assert opened.embed_queries([]).shape == (0, len(WORDS))


def test_phobert_models_get_joined_words(tmp_path: Path) -> None:
    save_tiny(tmp_path / "vietnamese-bi-encoder")
    opened = SentenceTransformerEmbedder.from_folder(tmp_path / "vietnamese-bi-encoder")
    assert seen(opened.embed_queries(["đô thị"])[0]) == {"đô_thị"}
    assert join_words("cây xanh đô thị").split()[-1] == "đô_thị"


def test_the_input_rule_is_part_of_the_fingerprint(tmp_path: Path) -> None:
    save_tiny(tmp_path / "plain")
    shutil.copytree(tmp_path / "plain", tmp_path / "e5-small")
    plain = SentenceTransformerEmbedder.from_folder(tmp_path / "plain")
    assert (
        plain.fingerprint
        != SentenceTransformerEmbedder.from_folder(tmp_path / "e5-small").fingerprint
    )


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [
        ("intfloat/multilingual-e5-large", "query: ", False),
        ("GreenNode/GreenNode-Embedding-E5-Large-VN-V1", "query: ", False),
        ("/models/e5-small", "query: ", False),
        ("BAAI/bge-m3", "", False),
        ("AITeamVN/Vietnamese_Embedding", "", False),
        ("bkai-foundation-models/vietnamese-bi-encoder", "", True),
        ("dangvantuan/vietnamese-embedding", "", True),
        ("dangvantuan/vietnamese-document-embedding", "", False),
        ("VoVanPhuc/sup-SimCSE-VietNamese-phobert-base", "", True),
    ],
)
def test_known_families(name: str, query: str, words: bool) -> None:
    rule = input_rule(name)
    assert (rule.query, rule.words) == (query, words)


def test_instruct_models_get_the_task_on_questions_only() -> None:
    rule = input_rule("intfloat/multilingual-e5-large-instruct")
    assert rule.query.startswith("Instruct: ")
    assert (rule.query.endswith("Query: "), rule.passage) == (True, "")


def test_unit_rows_leaves_zero_rows() -> None:
    rows = unit_rows(np.array([[3, 4], [0, 0]], dtype=np.float32))
    assert rows.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0]]
