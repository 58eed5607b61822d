"""The screens besides the chat, as Streamlit runs them over two invented plans."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest
from ui_fake import HOSTILE
from ui_pair import PairAssistant
from ui_run import html_of, opened_screen

import ui.compare
import ui.help
import ui.indicators
import ui.library
import ui.lookup
import ui.tasks
from ui.backend import Trouble

SCREENS = (ui.compare, ui.help, ui.indicators, ui.library, ui.lookup, ui.tasks)
NAMES = ["Bình Minh", "Hải Vân"]


@pytest.fixture(autouse=True)
def assistant(monkeypatch: pytest.MonkeyPatch) -> Iterator[PairAssistant]:
    fake = PairAssistant()
    for module in SCREENS:
        monkeypatch.setattr(module, "opened", lambda: fake)
    yield fake


def test_comparing_begins_with_an_invitation_and_examples() -> None:
    app = opened_screen(ui.compare)
    assert "chọn địa phương" in app.info[0].value
    assert "so-sanh?dia-phuong=B" in html_of(app)


def test_an_address_compares_at_once(assistant: PairAssistant) -> None:
    app = opened_screen(ui.compare, dia_phuong=NAMES, chi_tieu="Tỷ lệ đô thị hóa")
    assert assistant.compared == [("Tỷ lệ đô thị hóa", tuple(NAMES))]
    html = html_of(app)
    assert "35-40%" in html
    assert "trên 52%" in html
    assert len(app.get("vega_lite_chart")) == 1


def test_a_topic_is_set_side_by_side() -> None:
    app = opened_screen(ui.compare, dia_phuong=NAMES, theo="Chủ đề", chu_de="trật tự xây dựng")
    assert 'class="tl-canh-nhau"' in html_of(app)


def test_choosing_in_the_boxes_compares(assistant: PairAssistant) -> None:
    app = opened_screen(ui.compare)
    app.multiselect[0].set_value(NAMES).run()
    assert "chọn chỉ tiêu" in app.info[0].value
    app.selectbox[0].set_value("Tỷ lệ đô thị hóa").run()
    assert len(assistant.compared) == 1


def test_one_plan_cannot_be_compared(assistant: PairAssistant) -> None:
    assistant.collection = assistant.collection[:1]
    assert "ít nhất hai" in opened_screen(ui.compare).info[0].value


def test_a_provision_is_shown_with_its_place_and_who_cites_it() -> None:
    html = html_of(opened_screen(ui.lookup, tra="khoản 1 Mục II"))
    assert 'class="tl-nhanh"' in html
    assert "giống nguyên văn" in html
    assert "Phòng Kinh tế và Hạ tầng" in html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trật tự xây dựng", "2 nơi trong 2 văn bản."),
        ("12/KH-UBND", "2 nơi trong 1 văn bản."),
    ],
)
def test_phrases_and_numbers_say_how_often(text: str, expected: str) -> None:
    app = opened_screen(ui.lookup, tra=text)
    assert expected in [element.value for element in app.markdown]


@pytest.mark.parametrize("text", ["không có ở đâu cả", "99/QĐ-TTg", HOSTILE[:300]])
def test_what_is_not_there_is_said_with_advice(text: str) -> None:
    app = opened_screen(ui.lookup, tra=text)
    assert len(app.warning) + len(app.get("html")) > 0
    assert "<img" not in html_of(app)


def test_an_empty_lookup_offers_examples() -> None:
    assert "tra-cuu?tra=" in html_of(opened_screen(ui.lookup))


@pytest.mark.parametrize(
    ("params", "shown", "hidden"),
    [
        ({"dia_phuong": "Hải Vân"}, "tối thiểu 45%", "trên 52%"),
        ({"nam": "2025"}, "35-40%", "tối thiểu 45%"),
        ({"tim": "cay xanh"}, "8-10 m²", "trên 52%"),
        ({"xep": "-gia-tri"}, 'aria-sort="descending"', 'aria-sort="ascending"'),
    ],
)
def test_indicators_by_address(params: dict[str, str], shown: str, hidden: str) -> None:
    html = html_of(opened_screen(ui.indicators, **params))
    assert shown in html
    assert hidden not in html


def test_nothing_fits_the_filter() -> None:
    app = opened_screen(ui.indicators, tim="không có từ này")
    assert "bớt từ tìm" in app.warning[0].value


def test_a_hostile_filter_changes_nothing() -> None:
    app = opened_screen(
        ui.indicators, dia_phuong="<script>", nam="../..", xep="'; drop", trang="-7"
    )
    assert html_of(app).count("Xem nguồn</a>") == 7


def test_tasks_by_agency() -> None:
    html = html_of(opened_screen(ui.tasks, co_quan="Sở Tài chính"))
    assert "Sở Xây dựng" in html
    assert "các xã triển khai" not in html


@pytest.mark.parametrize(
    ("tab", "expected"),
    [
        ("thuoc-tinh", "do người quản lý bổ sung"),
        ("chi-tieu", "35-40%"),
        ("nhiem-vu", "trong năm 2024"),
        ("lien-quan", "tl-do-thi"),
        ("van-ban", "tl-de-muc"),
        ("../../x", "tl-de-muc"),
    ],
)
def test_each_tab_has_its_address(tab: str, expected: str) -> None:
    assert expected in html_of(opened_screen(ui.library, plan="hai-van", the=tab))


def test_the_list_shows_badges() -> None:
    html = html_of(opened_screen(ui.library))
    assert html.count("Chưa xác định hiệu lực") == 2
    assert html.count("Cơ quan ban hành đã kết thúc hoạt động (01/7/2025)") == 1


def test_the_guide_explains_every_status_with_examples_of_the_collection() -> None:
    html = html_of(opened_screen(ui.help))
    for words in ("Văn bản không nêu", "Hệ thống chưa sẵn sàng", "Bình Minh", "tra-cuu?tra="):
        assert words in html


@pytest.mark.parametrize("screen", SCREENS)
def test_without_an_index_every_screen_says_what_to_do(
    screen: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in SCREENS:
        monkeypatch.setattr(module, "opened", lambda: Trouble("Chưa có chỉ mục."))
    app = opened_screen(screen)
    assert app.title[0].value
    assert screen is ui.help or "python -m index build" in html_of(app)


@pytest.mark.parametrize("screen", SCREENS)
def test_an_empty_collection_is_said_plainly(screen: ModuleType, assistant: PairAssistant) -> None:
    assistant.collection = ()
    assert opened_screen(screen).info
