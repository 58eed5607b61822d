"""The page for an address that does not exist."""

from __future__ import annotations

import streamlit as st

from ui.routes import ROUTES, page


def show() -> None:
    """Say that there is no such page, and lead to the ones there are."""
    st.title("Không tìm thấy trang")
    st.write("Địa chỉ vừa mở không có trong hệ thống. Mời chọn một trang dưới đây.")
    for route in ROUTES:
        if route.shown:
            st.page_link(page(route), label=route.title)
