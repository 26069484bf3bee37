"""For whom a file is: the own unit, a partner, the public, or research."""

import streamlit as st

from dashboard.texts.catalogue import language, t
from dashboard.widgets.keeping import keep
from dashboard.widgets.screen import Screen
from data.exporting.looking import Partners, partners_with_terms
from data.exporting.requests import ExportRequest
from models.codes import DisclosureLevel

_LEVEL, _PARTNER = "ekspor-tingkat", "ekspor-mitra"


def choose_recipient(screen: Screen) -> ExportRequest | None:
    """A request without its dataset yet; None while it is not said for whom it is."""
    names = [level.value for level in DisclosureLevel]
    keep(_LEVEL, names, otherwise=names[0])
    chosen = st.segmented_control(
        t("ekspor.untuk"), names, key=_LEVEL, required=True,
        format_func=lambda name: DisclosureLevel.of(name).label(language()),
    )  # fmt: skip
    level = DisclosureLevel.of(chosen or names[0])
    st.caption(_said(level))
    if level is DisclosureLevel.MITRA:
        return _for_partner(screen)
    if level is DisclosureLevel.PSEUDONIM:
        return _for_research(screen)
    return ExportRequest("", level=level, today=screen.today)


def _said(level: DisclosureLevel) -> str:
    return {
        DisclosureLevel.UNIT: t("ekspor.tingkat_unit"),
        DisclosureLevel.MITRA: t("ekspor.tingkat_mitra"),
        DisclosureLevel.PUBLIK: t("ekspor.tingkat_publik"),
        DisclosureLevel.PSEUDONIM: t("ekspor.tingkat_pseudonim"),
    }[level]


def _for_partner(screen: Screen) -> ExportRequest | None:
    with screen.asker.door.reading(screen.asker.viewer) as session:
        partners = partners_with_terms(session, screen.today)
    if not partners:
        st.info(t("ekspor.tanpa_ketentuan"))
        return None
    partner = _choose_partner(partners)
    return ExportRequest(
        "", level=DisclosureLevel.MITRA, today=screen.today, partner=partner
    )  # fmt: skip


def _choose_partner(partners: Partners) -> tuple[str, str]:
    names = {f"{owner}/{code}": name for (owner, code), name in partners.items()}
    keep(_PARTNER, names, otherwise=next(iter(names)))
    chosen = st.selectbox(
        t("ekspor.mitra"), list(names), key=_PARTNER,
        format_func=lambda one: f"{names[one]} ({one})",
    )  # fmt: skip
    return next(key for key in partners if "/".join(key) == chosen)


def _for_research(screen: Screen) -> ExportRequest | None:
    left, right = st.columns(2)
    recipient = left.text_input(
        t("ekspor.penerima"), key="ekspor-penerima", help=t("ekspor.penerima_bantuan"),
        max_chars=120,
    )  # fmt: skip
    epoch = right.text_input(
        t("ekspor.masa"), value=str(screen.today.year), key="ekspor-masa",
        help=t("ekspor.masa_bantuan"), max_chars=40,
    )  # fmt: skip
    if not (recipient.strip() and epoch.strip()):
        st.info(t("ekspor.isi_penerima"))
        return None
    return ExportRequest(
        "", level=DisclosureLevel.PSEUDONIM, today=screen.today, recipient=recipient.strip(),
        epoch=epoch.strip(),
    )  # fmt: skip
