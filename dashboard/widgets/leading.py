"""From one screen to the next: links to where a thing is done, and the person that goes along."""

import streamlit as st

from dashboard.widgets.screen import Screen

PERSON = "orang-terpilih"  # kept in the session alone: never in an address


def lead_to(screen: Screen, path: str, label: str) -> None:
    """A link to the screen at `path`; nothing where the frame has no such screen."""
    page = screen.pages.get(path)
    if page is not None:
        st.page_link(page, label=label, icon=":material/arrow_forward:")


def open_person(screen: Screen, person: int) -> None:
    """Go to the screen of one person."""
    st.session_state[PERSON] = person
    page = screen.pages.get("wbp")
    if page is not None:
        st.switch_page(page)
