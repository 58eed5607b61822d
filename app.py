"""The Streamlit entry: page setup and navigation, nothing else."""

import streamlit as st

from ui.frame import ICON, dress
from ui.routes import ROUTES, page
from ui.words import APP_NAME

st.set_page_config(page_title=APP_NAME, page_icon=ICON, layout="centered")
chosen = st.navigation([page(route) for route in ROUTES])
dress()
chosen.run()
