"""The letterhead of all documents and who signs them, to be written on the screen of reports."""

from dataclasses import asdict

import streamlit as st

from dashboard.texts.catalogue import language, t
from dashboard.widgets.forms import will_say
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.errors import SinergiError
from data.importing.issues import Issue
from data.recording.letterhead import LetterheadRefused, most_signs, set_letterhead
from data.reports.letterhead import LINES, Letterhead, letterhead

_SEEN, _WRONG, _ROUND = "kop-dilihat", "kop-salah", "kop-putaran"
_LONG = "address"


def show_letterhead(screen: Screen) -> None:
    """What stands above and below every document, folded; each wrong line says so itself."""
    wrong: dict[str, Issue] | SinergiError | None = st.session_state.get(_WRONG)
    with st.expander(t("kop.judul"), expanded=wrong is not None, icon=":material/edit_document:"):
        st.caption(t("kop.penjelasan"))
        with st.form("formulir-kop", enter_to_submit=False, border=False):
            lines = _show_lines(screen, wrong if isinstance(wrong, dict) else {})
            if isinstance(wrong, SinergiError):
                st.error(plain(wrong.sentence(language())))
            sent = st.form_submit_button(t("kop.simpan"), type="primary", key="kop-simpan")
        if sent:
            _save(screen, lines)


def _show_lines(screen: Screen, wrong: dict[str, Issue]) -> dict[str, str]:
    """The fields, beginning with what stands; the officer's own words outlive a refusal."""
    if _key("office") not in st.session_state:
        with screen.asker.door.reading(screen.asker.viewer) as session:
            st.session_state[_SEEN] = letterhead(session)
        for name, text in asdict(st.session_state[_SEEN]).items():
            st.session_state[_key(name)] = text or ""
    left, right = st.columns(2)
    found = {}
    for name, label in _labels().items():
        with left if name in LINES[:4] else right:
            draw = st.text_area if name == _LONG else st.text_input
            found[name] = draw(label, key=_key(name), max_chars=most_signs(name))
            if name in wrong:
                said = plain(wrong[name].sentence(language()))
                st.markdown(f":red[:material/error: {said}]")
    return found


def _labels() -> dict[str, str]:
    return {
        "ministry": t("kop.kementerian"), "directorate": t("kop.direktorat"),
        "office": t("kop.kantor"), "address": t("kop.alamat"), "city": t("kop.kota"),
        "position": t("kop.jabatan"), "signer": t("kop.nama"), "nip": t("kop.nip"),
    }  # fmt: skip


def _save(screen: Screen, lines: dict[str, str]) -> None:
    seen: Letterhead = st.session_state[_SEEN]
    try:
        with screen.asker.door.writing(screen.asker.viewer) as session:
            set_letterhead(session, screen.asker.viewer, lines, seen=seen)
    except LetterheadRefused as refused:
        st.session_state[_WRONG] = refused.issues
    except SinergiError as error:
        st.session_state[_WRONG] = error
    else:
        st.session_state.pop(_WRONG, None)
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        will_say(t("kop.tersimpan"))
    st.rerun()


def _key(name: str) -> str:
    return f"kop-{st.session_state.get(_ROUND, 0)}-{name}"
