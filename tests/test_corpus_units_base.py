"""Amounts in the unit that they are compared in."""

from __future__ import annotations

import pytest

from corpus.quantity.units import base_unit, bounds_in_base


@pytest.mark.parametrize(
    ("unit", "base", "size"),
    [
        ("tỷ đồng", "đồng", 1e9),
        ("triệu đồng/năm", "đồng", 1e6),
        ("đồng/năm", "đồng", 1.0),
        ("m²/người", "m²", 1.0),
        ("%", "%", 1.0),
        ("", "", 1.0),
    ],
)
def test_base_unit(unit: str, base: str, size: float) -> None:
    assert base_unit(unit) == (base, size)


def test_the_same_sum_in_other_units_is_the_same() -> None:
    assert bounds_in_base("tỷ đồng", (1.5, 1.5)) == bounds_in_base("đồng/năm", (1.5e9, 1.5e9))
    assert bounds_in_base("tỷ đồng", (2.0, None)) != bounds_in_base("triệu đồng", (2.0, None))
