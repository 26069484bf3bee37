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
    form = Form(screen, "agreement", "perjanjian-baru")
    with form.frame():
        st.caption(t("perjanjian.daftarkan_penjelasan"))
        form.show("owner_id", options=screen.asker.ask(planned.units))
        form.show(*_FIELDS)
        chosen = [choose_party(screen, form, place) for place in (1, 2)]
        sent = form.button(t("perjanjian.daftarkan"))
    if sent:
        form.save(
            lambda session, values: acts.register_agreement(
                session, screen.asker.viewer, {**values, "owner_id": int(values["owner_id"])},
                [party for party in chosen if party], today=screen.today,
            ),
            said=t("perjanjian.terdaftar"), needs=("owner_id", "code"),
        )  # fmt: skip


def choose_party(screen: Screen, form: Form, place: int) -> acts.Party | None:
    """A unit or partner as the signatory at this place, if one was chosen."""
    names = {f"{_UNIT}-{key}": name for key, name in screen.asker.ask(planned.units).items()} | {
        f"{_PARTNER}-{key}": name for key, name in screen.asker.ask(partners.partner_names).items()
    }
    chosen: str = st.selectbox(
        t("perjanjian.pihak_ke", ke=place), [_NONE, *names], key=form.key(f"pihak-{place}"),
        format_func=lambda name: names.get(name, t("umum.belum_dipilih")),
    )  # fmt: skip
    kind, _, key = chosen.partition("-")
    if not chosen:
        return None
    return acts.Party(unit_id=int(key)) if kind == _UNIT else acts.Party(partner_id=int(key))
