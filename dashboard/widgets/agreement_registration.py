"""Registering a new agreement with its two parties."""

import streamlit as st

from dashboard.texts.catalogue import t
from dashboard.widgets.forms import Form
from dashboard.widgets.screen import Screen
from data.answers import partners, planned
from data.recording import agreements as acts

_NONE, _UNIT, _PARTNER = "", "unit", "mitra"
_FIELDS = ("code", "number", "kind", "level", "title", "scope", "starts_on", "ends_on")


def show_registration(screen: Screen) -> None:
    """A new agreement with its two parties, in exploration until it is signed."""
    units = screen.asker.ask(planned.units)
    known = screen.asker.ask(partners.partner_names)
    parties = {f"{_UNIT}-{key}": name for key, name in units.items()} | {
        f"{_PARTNER}-{key}": name for key, name in known.items()
    }
    form = Form(screen, "agreement", "perjanjian-baru")
    with form.frame():
        st.caption(t("perjanjian.daftarkan_penjelasan"))
        form.show("owner_id", options=units)
        form.show(*_FIELDS)
        chosen = [
            st.selectbox(
                t("perjanjian.pihak_ke", ke=place), [_NONE, *parties],
                key=form.key(f"pihak-{place}"),
                format_func=lambda name: parties.get(name, t("umum.belum_dipilih")),
            )
            for place in (1, 2)
        ]  # fmt: skip
        sent = form.button(t("perjanjian.daftarkan"))
    if sent:
        form.save(
            lambda session, values: acts.register_agreement(
                session, screen.asker.viewer, {**values, "owner_id": int(values["owner_id"])},
                [_party(name) for name in chosen if name], today=screen.today,
            ),
            said=t("perjanjian.terdaftar"), needs=("owner_id", "code"),
        )  # fmt: skip


def _party(name: str) -> acts.Party:
    kind, _, key = name.partition("-")
    return acts.Party(unit_id=int(key)) if kind == _UNIT else acts.Party(partner_id=int(key))
