"""Agencies that a plan names and that were renamed or merged in 2025.

A hint beside the printed name ("nay là …"); the text itself is never changed. Provinces arranged
their own departments under the frame of the central acts, so a hint says where the tasks went, not
that the same office carries on.
"""

from __future__ import annotations

import re

from corpus.fold import fold

# Nghị định 45/2025/NĐ-CP of 28/2/2025 (specialised agencies of provincial and district committees),
# from 01/3/2025, after the arrangement of ministries under Nghị quyết 176/2025/QH15 of 18/2/2025.
_DEPARTMENTS = {
    "sở kế hoạch và đầu tư": "Sở Tài chính",
    "sở tài nguyên và môi trường": "Sở Nông nghiệp và Môi trường",
    "sở nông nghiệp và phát triển nông thôn": "Sở Nông nghiệp và Môi trường",
    "sở thông tin và truyền thông": "Sở Khoa học và Công nghệ",
    "sở giao thông vận tải": "Sở Xây dựng",
    "sở lao động - thương binh và xã hội": "Sở Nội vụ",
}
# (The labour departments' tasks of vocational training and social protection went elsewhere.)
# Nghị quyết 176/2025/QH15 of 18/2/2025, from 01/3/2025.
_MINISTRIES = {
    "bộ kế hoạch và đầu tư": "Bộ Tài chính",
    "bộ tài nguyên và môi trường": "Bộ Nông nghiệp và Môi trường",
    "bộ nông nghiệp và phát triển nông thôn": "Bộ Nông nghiệp và Môi trường",
    "bộ thông tin và truyền thông": "Bộ Khoa học và Công nghệ",
    "bộ giao thông vận tải": "Bộ Xây dựng",
    "bộ lao động - thương binh và xã hội": "Bộ Nội vụ",
}
# Merger of the party's propaganda and mass-mobilisation boards, from February 2025.
_BOARDS = {
    "ban tuyên giáo": "Ban Tuyên giáo và Dân vận",
    "ban dân vận": "Ban Tuyên giáo và Dân vận",
}
_RENAMED = _DEPARTMENTS | _MINISTRIES | _BOARDS
# Short forms of plans and of users.
_SHORT = {
    "kh&đt": "kế hoạch và đầu tư",
    "khđt": "kế hoạch và đầu tư",
    "tn&mt": "tài nguyên và môi trường",
    "tnmt": "tài nguyên và môi trường",
    "nn&ptnt": "nông nghiệp và phát triển nông thôn",
    "nnptnt": "nông nghiệp và phát triển nông thôn",
    "tt&tt": "thông tin và truyền thông",
    "tttt": "thông tin và truyền thông",
    "gtvt": "giao thông vận tải",
    "lđtbxh": "lao động - thương binh và xã hội",
    "lđ-tb&xh": "lao động - thương binh và xã hội",
    "lđtb&xh": "lao động - thương binh và xã hội",
}
_RANK = re.compile(r"^(ban (?:tuyên giáo|dân vận)) (?:tỉnh|thành|huyện|thị|quận) (?:uỷ)(?: .*)?$")


def _key(name: str) -> str:
    folded = re.sub(r"\s+", " ", fold(name)).strip(" .,;:")
    folded = re.sub(r"\s*-\s*", " - ", folded) if "thương binh" in folded else folded
    folded = folded.replace("lao động, thương binh", "lao động - thương binh")
    head, _, rest = folded.partition(" ")
    return f"{head} {_SHORT.get(rest.replace(' ', ''), rest)}"


_BY_KEY = {fold(name): today for name, today in _RENAMED.items()}


def agency_today(name: str) -> str | None:
    """The agency that has the tasks today, or None when the table has no change for ``name``.

    Reads full names and the usual short forms, tone marks in either style: "Sở KH&ĐT". Party boards
    keep the committee that follows the name out of the answer.
    """
    key = _key(name)
    match = _RANK.match(key)
    return _BY_KEY.get(match.group(1) if match else key)
