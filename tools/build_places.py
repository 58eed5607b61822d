"""Write ``corpus/places/places.json`` from the package vietnamadminunits 1.0.4 (PyPI, MIT licence).

    pip install vietnamadminunits==1.0.4
    python tools/build_places.py

A development tool: the project itself never imports the package, whose tables are joined here once.
Only its SQLite and JSON tables are read; its parser (which may call the network) is not used.

Shape of the output, sorted and stable, one new commune a line:

    {"source": {...},
     "old": {"Quảng Ngãi": {"type": "tỉnh", "districts": {"534": "thị xã Đức Phổ", ...}}, ...},
     "former": [{"province": "Hải Phòng", "unit": "huyện Thủy Nguyên", "now": [...], ...}],
     "new": {"Quảng Ngãi": {"type": "tỉnh", "from": ["Kon Tum", "Quảng Ngãi"],
             "communes": {"phường Sa Huỳnh": {"534": "phường Phổ Thạnh; xã Phổ Châu"}, ...}}, ...}}

A new commune maps the codes of old districts to the old communes it took whole or in part there;
an island district had no communes and gives an empty string.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "vietnamadminunits"
VERSION = "1.0.4"
TARGET = Path(__file__).resolve().parent.parent / "corpus" / "places" / "places.json"

# Districts that ended, or changed status, between 2020 and 2025 and are not in the package's tables:
# (old province, unit, the unit or units it became part of, effective date, basis). Where the basis
# is the package itself (its list of other names of a district), the date is left unknown.
PACKAGE_ALIAS = "vietnamadminunits 1.0.4, districtAlias"
FORMER: tuple[tuple[str, str, tuple[str, ...], str | None, str], ...] = (
    ("Bình Dương", "thị xã Bến Cát", ("thành phố Bến Cát",), "2024-05-01", "1012/NQ-UBTVQH15"),
    ("Bình Dương", "thị xã Tân Uyên", ("thành phố Tân Uyên",), "2023-04-10", "725/NQ-UBTVQH15"),
    ("Bình Phước", "huyện Chơn Thành", ("thị xã Chơn Thành",), "2022-10-01", "570/NQ-UBTVQH15"),
    ("Bà Rịa - Vũng Tàu", "huyện Long Điền", ("huyện Long Đất",), None, PACKAGE_ALIAS),
    ("Bà Rịa - Vũng Tàu", "huyện Đất Đỏ", ("huyện Long Đất",), None, PACKAGE_ALIAS),
    ("Bà Rịa - Vũng Tàu", "thị xã Phú Mỹ", ("thành phố Phú Mỹ",), "2025-03-01", "1365/NQ-UBTVQH15"),
    ("Bắc Giang", "huyện Việt Yên", ("thị xã Việt Yên",), "2024-02-01", "938/NQ-UBTVQH15"),
    ("Bắc Giang", "huyện Yên Dũng", ("thành phố Bắc Giang",), None, PACKAGE_ALIAS),
    ("Bắc Ninh", "huyện Quế Võ", ("thị xã Quế Võ",), "2023-04-10", "723/NQ-UBTVQH15"),
    ("Bắc Ninh", "huyện Thuận Thành", ("thị xã Thuận Thành",), "2023-04-10", "723/NQ-UBTVQH15"),
    ("Cao Bằng", "huyện Phục Hòa", ("huyện Quảng Hòa",), "2020-03-01", "897/NQ-UBTVQH14"),
    ("Cao Bằng", "huyện Quảng Uyên", ("huyện Quảng Hòa",), "2020-03-01", "897/NQ-UBTVQH14"),
    ("Cao Bằng", "huyện Thông Nông", ("huyện Hà Quảng",), None, PACKAGE_ALIAS),
    ("Huế", "huyện Nam Đông", ("huyện Phú Lộc",), "2025-01-01", "1314/NQ-UBTVQH15"),
    ("Huế", "huyện Phong Điền", ("thị xã Phong Điền",), "2025-01-01", "1314/NQ-UBTVQH15"),
    ("Huế", "thành phố Huế", ("quận Phú Xuân", "quận Thuận Hóa"), "2025-01-01", "1314/NQ-UBTVQH15"),
    ("Hòa Bình", "huyện Kỳ Sơn", ("thành phố Hòa Bình",), None, PACKAGE_ALIAS),
    ("Hải Phòng", "huyện An Dương", ("quận An Dương",), "2025-01-01", "1232/NQ-UBTVQH15"),
    (
        "Hải Phòng",
        "huyện Thủy Nguyên",
        ("thành phố Thủy Nguyên",),
        "2025-01-01",
        "1232/NQ-UBTVQH15",
    ),
    ("Hồ Chí Minh", "quận 2", ("thành phố Thủ Đức",), "2021-01-01", "1111/NQ-UBTVQH14"),
    ("Hồ Chí Minh", "quận 9", ("thành phố Thủ Đức",), "2021-01-01", "1111/NQ-UBTVQH14"),
    ("Hồ Chí Minh", "quận Thủ Đức", ("thành phố Thủ Đức",), "2021-01-01", "1111/NQ-UBTVQH14"),
    ("Lâm Đồng", "huyện Cát Tiên", ("huyện Đạ Huoai",), None, PACKAGE_ALIAS),
    ("Lâm Đồng", "huyện Đạ Tẻh", ("huyện Đạ Huoai",), None, PACKAGE_ALIAS),
    ("Nam Định", "huyện Mỹ Lộc", ("thành phố Nam Định",), "2024-09-01", "1104/NQ-UBTVQH15"),
    ("Nghệ An", "thị xã Cửa Lò", ("thành phố Vinh",), None, PACKAGE_ALIAS),
    ("Ninh Bình", "huyện Hoa Lư", ("thành phố Hoa Lư",), "2025-01-01", "1318/NQ-UBTVQH15"),
    ("Ninh Bình", "thành phố Ninh Bình", ("thành phố Hoa Lư",), "2025-01-01", "1318/NQ-UBTVQH15"),
    ("Quảng Nam", "huyện Nông Sơn", ("huyện Quế Sơn",), None, PACKAGE_ALIAS),
    ("Quảng Ngãi", "huyện Tây Trà", ("huyện Trà Bồng",), "2020-02-01", "867/NQ-UBTVQH14"),
    ("Quảng Ngãi", "huyện Đức Phổ", ("thị xã Đức Phổ",), "2020-02-01", "867/NQ-UBTVQH14"),
    ("Quảng Ninh", "huyện Hoành Bồ", ("thành phố Hạ Long",), None, PACKAGE_ALIAS),
    (
        "Quảng Ninh",
        "thị xã Đông Triều",
        ("thành phố Đông Triều",),
        "2024-11-01",
        "1199/NQ-UBTVQH15",
    ),
    ("Thanh Hóa", "huyện Tĩnh Gia", ("thị xã Nghi Sơn",), None, PACKAGE_ALIAS),
    ("Thanh Hóa", "huyện Đông Sơn", ("thành phố Thanh Hóa",), None, PACKAGE_ALIAS),
    ("Tiền Giang", "thị xã Gò Công", ("thành phố Gò Công",), "2024-05-01", "1013/NQ-UBTVQH15"),
    ("An Giang", "huyện Tịnh Biên", ("thị xã Tịnh Biên",), "2023-04-10", "721/NQ-UBTVQH15"),
)

# Changes after the package's data (October 2025). Nghị quyết 30/2026/QH16, from 30/4/2026, as
# reported in release v3.1.0 of github.com/thanglequoc/vietnamese-provinces-database; the wards that
# 237/NQ-UBTVQH16 made of communes there are not listed by a source at hand and stay "xã" here.
LATER_TYPES = {"Đồng Nai": ("thành phố", "2026-04-30", "30/2026/QH16")}

# Names that the package spells otherwise than the unit itself does.
SPELLINGS = {"Huyện Phú Quí": "Huyện Phú Quý"}

Areas = dict[str, dict[str, set[str]]]  # new commune -> old district code -> old communes


def printed(full: str) -> str:
    """The name as officially printed: NFC, single spaces, the type word in lower case.

    "Thị xã  Đức Phổ" -> "thị xã Đức Phổ".
    """
    name = re.sub(r"\s+", " ", unicodedata.normalize("NFC", full)).strip()
    name = SPELLINGS.get(name, name)
    types = ("Tỉnh", "Thành phố", "Thị xã", "Thị trấn", "Huyện", "Quận", "Phường", "Xã", "Đặc khu")
    kind = next(word for word in types if name.lower().startswith(word.lower() + " "))
    return kind.lower() + name[len(kind) :]


def split_type(name: str) -> tuple[str, str]:
    """Type word and bare name: "tỉnh Hà Tĩnh" -> ("tỉnh", "Hà Tĩnh")."""
    words = name.split(" ")
    size = 2 if words[0] in ("thành", "thị", "đặc") else 1
    return " ".join(words[:size]), " ".join(words[size:])


def data_folder() -> Path:
    """Where the installed package keeps its tables; stops when the version is another."""
    found = importlib.metadata.version(PACKAGE)
    spec = find_spec(PACKAGE)
    if found != VERSION or spec is None or spec.origin is None:
        raise SystemExit(f"cần {PACKAGE}=={VERSION}, đang có {found}")
    return Path(spec.origin).parent / "data"


def old_units(database: sqlite3.Connection) -> tuple[dict[str, object], dict[str, tuple[str, str]]]:
    """The old provinces for the file, and every old commune key -> (district code, printed name)."""
    provinces: dict[str, object] = {}
    districts: dict[str, dict[str, str]] = defaultdict(dict)
    communes: dict[str, tuple[str, str]] = {}
    rows = database.execute(
        "select province, district, districtCode, ward, provinceKey, districtKey, wardKey"
        " from admin_units_legacy"
    )
    for province, district, code, ward, *keys in rows:
        districts[printed(province)][code] = printed(district)
        communes["_".join(key or "" for key in keys)] = (code, printed(ward) if ward else "")
    for province in sorted(districts, key=lambda name: split_type(name)[1]):
        kind, name = split_type(province)
        provinces[name] = {"type": kind, "districts": dict(sorted(districts[province].items()))}
    return provinces, communes


def sources(converter: dict[str, dict[str, dict[str, object]]]) -> list[tuple[str, str, str]]:
    """(new province key, new commune key, old commune key) for whole and for divided communes."""
    found: list[tuple[str, str, str]] = []
    for province, whole in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        found += [(province, new, old) for new, olds in whole.items() for old in list(olds)]  # type: ignore[call-overload]
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            found += [(province, part["newWardKey"], old) for part in list(parts)]  # type: ignore[call-overload]
    return found


def listing(names: set[str]) -> str:
    """Old communes as one string: "phường Phổ Thạnh; xã Phổ An, Phổ Thuận"."""
    by_type: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names - {""}):
        kind, bare = split_type(name)
        by_type[kind].append(bare)
    return "; ".join(f"{kind} {', '.join(bare)}" for kind, bare in sorted(by_type.items()))


def new_units(
    database: sqlite3.Connection, folder: Path, communes: dict[str, tuple[str, str]]
) -> dict[str, dict[str, object]]:
    """The new provinces for the file."""
    converter = json.loads((folder / "converter_2025.json").read_text("utf-8"))
    query = "select provinceKey, wardKey, province, ward from admin_units"
    names = {(a, b): (printed(p), printed(w)) for a, b, p, w in database.execute(query)}
    areas: dict[str, Areas] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for province_key, new_key, old_key in sources(converter):
        province, commune = names[province_key, new_key]
        code, old = communes[old_key]
        areas[province][commune][code].add(old)
    legacy = {
        key: split_type(printed(name))[1]
        for key, name in database.execute("select provinceKey, province from admin_units_legacy")
    }
    merged = {
        names_of[0]: sorted(legacy[key] for key in converter["DICT_PROVINCE"][province_key])
        for (province_key, _), names_of in names.items()
    }
    provinces: dict[str, dict[str, object]] = {}
    for province in sorted(areas, key=lambda name: split_type(name)[1]):
        kind, name = split_type(province)
        units = {
            commune: {code: listing(old) for code, old in sorted(areas[province][commune].items())}
            for commune in sorted(areas[province])
        }
        provinces[name] = {"type": kind, "from": merged[province], "communes": units}
        if name in LATER_TYPES:
            provinces[name] |= dict(zip(("type", "since", "basis"), LATER_TYPES[name], strict=True))
    return provinces


def rendered(content: dict[str, object]) -> str:
    """JSON with one province's district table, and one new commune, a line."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    text = re.sub(
        r"\[\n([^\[\]{}]*?)\n\s+\]", lambda m: "[" + re.sub(r"\n\s*", " ", m[1].strip()) + "]", text
    )
    text = re.sub(
        r"\{\n(\s+\"province\"[^{}]*?)\n\s+\}",
        lambda m: "{" + re.sub(r"\n\s*", " ", m[1].strip()) + "}",
        text,
    )
    return re.sub(
        r"\{\n\s+(\"\d{3}\": [^{}]*?)\n\s+\}",
        lambda match: "{" + re.sub(r",\n\s+", ", ", match.group(1)) + "}",
        text,
    )


def main() -> None:
    """Build the file."""
    folder = data_folder()
    database = sqlite3.connect(f"file:{folder / 'dataset.db'}?mode=ro", uri=True)
    old, communes = old_units(database)
    content = {
        "source": {
            "package": f"{PACKAGE} {VERSION}",
            "url": f"https://pypi.org/project/{PACKAGE}/{VERSION}/",
            "licence": "MIT, Copyright (c) 2025 Tran Ngoc Minh Hieu",
            "basis": "Nghị quyết 202/2025/QH15 ngày 12/6/2025; các nghị quyết của UBTVQH về sắp "
            "xếp đơn vị hành chính cấp xã năm 2025; hiệu lực từ 01/7/2025",
            "generated": "2026-11-20",
        },
        "old": old,
        "former": [
            {"province": p, "unit": u, "now": list(now), "until": until, "basis": basis}
            for p, u, now, until, basis in FORMER
        ],
        "new": new_units(database, folder, communes),
    }
    TARGET.write_text(rendered(content) + "\n", "utf-8")


if __name__ == "__main__":
    main()
