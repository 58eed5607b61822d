"""ui.differences: what several texts share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.differences import compared, runs_html

WORDS = st.lists(
    st.sampled_from(["quy", "hoạch", "đô", "thị", "Xây,", "dựng", "7-9m²"]), max_size=12
)


def test_shared_runs_whatever_the_case_and_the_tone_marks() -> None:
    first, second = compared(
        ["Rà soát quy hoạch hoá, trật tự xây dựng toàn tỉnh", "rà soát quy hoạch hóa tại xã"]
    )
    assert [(run.text.strip(), run.shared) for run in first] == [
        ("Rà soát quy hoạch hoá,", True),
        ("trật tự xây dựng toàn tỉnh", False),
    ]
    assert second[0].shared
    assert not second[-1].shared


def test_a_lone_common_word_is_not_shared() -> None:
    (first,), _ = compared(["điện và nước", "đường và trường"])
    assert not first.shared


def test_shared_with_one_of_three_is_shared() -> None:
    texts = ["nhà ở xã hội", "cây xanh đô thị", "phát triển nhà ở xã hội"]
    first, second, third = compared(texts)
    assert [run.shared for run in first] == [True]
    assert [run.shared for run in second] == [False]
    assert [run.shared for run in third] == [False, True]


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=4))
def test_no_word_is_lost(texts: list[str]) -> None:
    assert ["".join(run.text for run in runs) for runs in compared(texts)] == texts


def test_the_marks_are_classes_and_the_words_are_escaped() -> None:
    runs, _ = compared(["<b>x</b> y chung nhau", "z chung nhau"])
    html = runs_html(runs)
    assert "<b>" not in html
    assert 'class="tl-rieng"' in html
    assert 'class="tl-chung"' in html
