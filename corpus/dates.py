"""Printed dates. Only a date with its day is a date; nothing is filled in from elsewhere."""

from __future__ import annotations

import re
from datetime import date

# "22 tháng 9 năm 2022", "06/3/2024", "22-9-2022", "22.9.2022", with or without "ngày" before.
DATE = re.compile(
    r"(?:(?<!\w)[Nn]gày\s{1,3})?(?<![\d/.,-])(?P<day>\d{1,2})"
    r"(?:\s{1,3}tháng\s{1,3}(?P<month>\d{1,2})\s{1,3}năm\s{1,3}(?P<year>\d{4})"
    r"|(?P<mark>[/.-])(?P<month2>\d{1,2})(?P=mark)(?P<year2>\d{4}))(?![\d/-])",
    re.IGNORECASE,
)


def iso(match: re.Match[str]) -> str | None:
    """The ISO form of a ``DATE`` match, or None when the calendar has no such day."""
    year = int(match["year"] or match["year2"])
    month = int(match["month"] or match["month2"])
    try:
        return date(year, month, int(match["day"])).isoformat()
    except ValueError:
        return None
