"""What an officer may do about one agreement now: the table of transitions decides."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.texts.catalogue import t
from dashboard.widgets.agreement_registration import choose_party
from dashboard.widgets.forms import Form
from dashboard.widgets.keeping import folded
from dashboard.widgets.screen import Screen
from data.answers.agreement_page import Agreement
from data.recording import agreements
from data.transitions import after
from models.codes import AgreementStage, PartyRole

_NEXT = "next_party"
_TEXTS = (
    "number", "kind", "level", "title", "scope", "follow_up", "place", "starts_on", "ends_on",
    "data_role", "data_basis", "data_until",
)  # fmt: skip


def show_acts(screen: Screen, page: Agreement) -> None:
    """Folded forms: write about it, add a party, move it on or end it; none once it has ended."""
    possible = after(AgreementStage.of(str(page.row["stage"])))
    if not possible:
        return
    row = page.row | {_NEXT: len(page.parties) + 1}
    _fold(t("naskah.ubah"), "edit", _show_texts, screen, page.row)
    _fold(t("naskah.tambah_pihak"), "group_add", _show_party, screen, row)
    if AgreementStage.PEMBAHASAN in possible:
        _fold(t("naskah.bahas"), "forum", _show_discussion, screen, page.row)
    if AgreementStage.DITANDATANGANI in possible:
        _fold(t("naskah.tandatangani"), "signature", _show_signing, screen, page.row)
    else:
        _fold(t("naskah.perpanjang"), "event_repeat", _show_extension, screen, page.row)
    _fold(t("naskah.akhiri"), "event_busy", _show_end, screen, page.row)


def _fold(
    label: str, icon: str, show: Callable[[Screen, dict[str, Any]], None], screen: Screen,
    row: dict[str, Any],
) -> None:  # fmt: skip
    part = folded(label, key=f"naskah-{icon}-{row['id']}", icon=f":material/{icon}:")
    if part.open:
        with part:
            show(screen, row)


def _form(screen: Screen, row: dict[str, Any], act: str, *, filled: bool = True) -> Form:
    """The form of one act; only `filled` ones begin with what stands."""
    known = row if filled else {"row_version": row["row_version"]}
    return Form(screen, "agreement", f"naskah-{act}-{row['id']}", row=known)


def _show_texts(screen: Screen, row: dict[str, Any]) -> None:
    form = _form(screen, row, "ubah")
    with form.frame():
        form.show(*_TEXTS)
        sent = form.button(t("naskah.simpan"))
    if sent:
        form.save(
            lambda session, values: agreements.edit_agreement(
                session, screen.asker.viewer, row["id"], values, seen=form.seen,
                today=screen.today,
            ),
            said=t("naskah.tersimpan"),
        )  # fmt: skip


def _show_party(screen: Screen, row: dict[str, Any]) -> None:
    form = Form(screen, "agreement_party", f"naskah-pihak-{row['id']}")
    with form.frame():
        party = choose_party(screen, form, row[_NEXT])
        form.show("role", "signatory")
        sent = form.button(t("naskah.tambah_pihak"))
    if sent:
        form.save(
            lambda session, values: agreements.add_party(
                session, screen.asker.viewer, row["id"],
                replace(party or agreements.Party(), role=PartyRole.of(values["role"]),
                        signatory=values["signatory"]),
                today=screen.today,
            ),
            said=t("naskah.tersimpan"), needs=("role",),
        )  # fmt: skip


def _show_discussion(screen: Screen, row: dict[str, Any]) -> None:
    form = _form(screen, row, "bahas", filled=False)
    with form.frame():
        st.caption(t("naskah.bahas_penjelasan"))
        sent = form.button(t("naskah.bahas"))
    if sent:
        form.save(
            lambda session, _: agreements.discuss_agreement(
                session, screen.asker.viewer, row["id"], seen=form.seen, today=screen.today
            ),
            said=t("naskah.tersimpan"),
        )  # fmt: skip


def _show_signing(screen: Screen, row: dict[str, Any]) -> None:
    form = _form(screen, row, "tandatangani")
    with form.frame():
        st.caption(t("naskah.tandatangani_penjelasan"))
        form.show("signed_on", "number", "starts_on", "ends_on")
        sent = form.button(t("naskah.tandatangani"))
    if sent:
        form.save(
            lambda session, values: agreements.sign_agreement(
                session, screen.asker.viewer, row["id"], values, seen=form.seen,
                today=screen.today,
            ),
            said=t("naskah.tersimpan"), needs=("signed_on",),
        )  # fmt: skip


def _show_extension(screen: Screen, row: dict[str, Any]) -> None:
    form = _form(screen, row, "perpanjang", filled=False)
    with form.frame():
        st.caption(t("naskah.perpanjang_penjelasan"))
        form.show("code", "number", "signed_on", "ends_on")
        sent = form.button(t("naskah.perpanjang"))
    if sent:
        form.save(
            lambda session, values: agreements.extend_agreement(
                session, screen.asker.viewer, row["id"], values, seen=form.seen,
                today=screen.today,
            ),
            said=t("naskah.diperpanjang"), needs=("code", "signed_on", "ends_on"),
        )  # fmt: skip


def _show_end(screen: Screen, row: dict[str, Any]) -> None:
    form = _form(screen, row, "akhiri", filled=False)
    with form.frame():
        st.caption(t("naskah.akhiri_penjelasan"))
        form.show("ended_on", "end_reason")
        sent = form.button(t("naskah.akhiri"))
    if sent:
        form.save(
            lambda session, values: agreements.end_agreement(
                session, screen.asker.viewer, row["id"], on=values["ended_on"],
                reason=values["end_reason"], seen=form.seen, today=screen.today,
            ),
            said=t("naskah.diakhiri"), needs=("ended_on", "end_reason"),
        )  # fmt: skip
