"""Tables that are set with blanks alone."""

from __future__ import annotations

from corpus.cleaning.gapped import gapped_rows

TABLE = [
    "TT   Chỉ tiêu                       Đơn vị       Năm 2026   Năm 2030",
    "",
    "1    Tỷ lệ đô thị hóa               %            63         72",
    "3    Đất giao thông trên đất        %            13,2       17",
    "     xây dựng đô thị",
    "4    Nhà ở bình quân                m² sàn/người  27         30",
    "",
    "Ghi chú: tính cho toàn phường.",
]


def test_a_cut_cell_is_put_together_and_keeps_its_columns() -> None:
    rows, end = gapped_rows(TABLE, 0)
    assert end == 6
    assert rows[0] == ["TT", "Chỉ tiêu", "Đơn vị", "Năm 2026", "Năm 2030"]
    assert rows[2] == ["3", "Đất giao thông trên đất xây dựng đô thị", "%", "13,2", "17"]
    assert rows[3] == ["4", "Nhà ở bình quân", "m² sàn/người", "27", "30"]


def test_an_empty_cell_moves_no_figure_to_another_year() -> None:
    lines = [TABLE[0], TABLE[2], "2    Hộ nghèo                       %                       1,5"]
    rows, _ = gapped_rows(lines, 0)
    assert rows[2] == ["2", "Hộ nghèo", "%", "", "1,5"]


def test_figures_set_to_the_right_stay_under_their_heading() -> None:
    lines = [
        TABLE[0],
        TABLE[2],
        "2    Hộ nghèo                       %                 2,5        1,5",
    ]
    assert gapped_rows(lines, 0)[0][2] == ["2", "Hộ nghèo", "%", "2,5", "1,5"]


def test_a_first_column_of_words_goes_on_too() -> None:
    lines = [
        "Chỉ tiêu                   Đơn vị    2026      2030",
        "Đất giao thông trên đất    %         13,2      17",
        "xây dựng đô thị",
        "Tỷ lệ đô thị hóa           %         63        72",
        "phải đạt các mức trên.",
    ]
    rows, end = gapped_rows(lines, 0)
    assert [row[0] for row in rows[1:]] == [
        "Đất giao thông trên đất xây dựng đô thị",
        "Tỷ lệ đô thị hóa",
    ]
    assert end == 4


def test_a_letterhead_is_no_table() -> None:
    lines = [
        "UBND PHƯỜNG BẮC GIA NGHĨA          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 58/KH-UBND                     Độc lập - Tự do - Hạnh phúc",
        "                                   Bắc Gia Nghĩa, ngày 12 tháng 3 năm 2026",
    ]
    assert gapped_rows(lines, 0) == ([], 0)


def test_a_line_that_stands_in_no_column_ends_the_table() -> None:
    lines = [*TABLE[:3], TABLE[3], "Các chỉ tiêu trên  do  phường  theo  dõi."]
    rows, end = gapped_rows(lines, 0)
    assert (len(rows), end) == (3, 4)


def test_what_never_becomes_a_table_is_given_up() -> None:
    lines = ["aa   bb   cc", *["aa   bb"] * 200]
    assert gapped_rows(lines, 0) == ([], 0)


def test_a_long_table_is_read_to_its_end() -> None:
    lines = [TABLE[0], *[TABLE[2]] * 300]
    assert [len(part) if isinstance(part, list) else part for part in gapped_rows(lines, 0)] == [
        301,
        301,
    ]


def test_the_line_above_a_number_that_stands_half_way_down_is_of_its_row() -> None:
    lines = [
        *TABLE[:4],
        "     xây dựng đô thị",
        "     Tỷ lệ rác thải sinh hoạt",
        "9    được thu gom, xử lý            %            90         97",
    ]
    rows, end = gapped_rows(lines, 0)
    assert end == len(lines)
    assert rows[2] == ["3", "Đất giao thông trên đất xây dựng đô thị", "%", "13,2", "17"]
    assert rows[3] == ["9", "Tỷ lệ rác thải sinh hoạt được thu gom, xử lý", "%", "90", "97"]
