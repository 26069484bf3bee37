"""The box under every outcome: its level of evidence, what it allows to be said, what not."""

import streamlit as st

from dashboard.texts.catalogue import language, t
from data import wording
from data.indicators.estimate import Estimate


def show_limits(estimate: Estimate) -> None:
    """What this figure allows to be said, beside what it does not."""
    can, cannot = st.columns(2)
    with can.container(border=True, height="stretch"):
        st.markdown(f"**{t('perubahan.dapat')}**")
        st.markdown(wording.can_say(estimate, language()))
        st.caption(t("perubahan.tingkat_a") if estimate.evidence == "A" else _other(estimate))
    with cannot.container(border=True, height="stretch"):
        st.markdown(f"**{t('perubahan.tidak_dapat')}**")
        st.markdown(wording.cannot_say(estimate, language()))
        for reservation in wording.caveats(estimate, language()):
            st.caption(reservation)


def _other(estimate: Estimate) -> str:
    return t("perubahan.tingkat_lain", tingkat=estimate.evidence)
