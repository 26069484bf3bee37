"""Whether a file is locked before it leaves the house, and how."""

from dataclasses import dataclass

import streamlit as st

from dashboard.texts.catalogue import language, t
from dashboard.widgets.keeping import keep
from dashboard.widgets.plain import plain
from data.errors import SinergiError
from data.exporting.locking import AgeKey, Lock, Passphrase

_OPEN, _PHRASE, _KEY = "tanpa", "sandi", "age"


@dataclass(frozen=True)
class Chosen:
    """The lock, if any, and whether all that it needs was said."""

    lock: Lock | None = None
    is_ready: bool = True


def choose_lock(key: str) -> Chosen:
    """The lock that was chosen under the widgets of `key`; what is wrong with it is said here."""
    kinds = {_OPEN: t("ekspor.kunci_tanpa"), _PHRASE: t("ekspor.kunci_sandi"),
             _KEY: t("ekspor.kunci_age")}  # fmt: skip
    keep(f"{key}-kunci", kinds, otherwise=_OPEN)
    kind = st.segmented_control(
        t("ekspor.kunci"), list(kinds), key=f"{key}-kunci", required=True,
        format_func=kinds.__getitem__, help=t("ekspor.kunci_bantuan"),
    )  # fmt: skip
    if kind == _OPEN:
        return Chosen()
    try:
        lock = _passphrase(key) if kind == _PHRASE else _age_key(key)
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        lock = None
    return Chosen(lock, lock is not None)


def _passphrase(key: str) -> Lock | None:
    left, right = st.columns(2)
    phrase = left.text_input(
        t("ekspor.sandi"), type="password", key=f"{key}-sandi", help=t("ekspor.sandi_bantuan")
    )
    again = right.text_input(t("ekspor.sandi_lagi"), type="password", key=f"{key}-sandi-lagi")
    if not phrase or not again:
        return None
    if phrase != again:
        st.error(t("ekspor.sandi_beda"))
        return None
    return Passphrase(phrase)


def _age_key(key: str) -> Lock | None:
    recipient = st.text_input(
        t("ekspor.kunci_penerima"), key=f"{key}-age", placeholder="age1...", autocomplete="off"
    )
    return AgeKey(recipient) if recipient.strip() else None
