"""Recording the guidance of one client, each field by its declaration."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.forms import Form
from dashboard.widgets.screen import Screen
from data.answers.clients import Guidance
from data.answers.planned import programmes
from data.recording import guidance as acts

_PLAN = ("need", "goal", "programme_id", "review_on")
_CLOSE = ("closed_on", "result")
_CONTACT = ("held_on", "kind", "kept", "note")
_REVIEW = ("reviewed_on", "months", "working", "reporting_met", "note")


def show_recording(screen: Screen, person: int, unit: int, found: Guidance) -> None:
    """The forms, one at a time; `unit` is the Bapas that the new rows belong to."""
    st.subheader(t("klien.catat"), anchor=False)
    forms: dict[str, Callable[[], None]] = {
        t("klien.catat_kontak"): lambda: _contact(screen, person, unit),
        t("klien.catat_rencana"): lambda: _plan(screen, person, unit),
        t("klien.catat_tinjauan"): lambda: _review(screen, person, unit),
    }
    if found.contacts:
        forms[t("klien.ubah_kontak")] = lambda: _change_contact(screen, person, found)
    if found.lines:
        forms[t("klien.ubah")] = lambda: _change_plan(screen, person, found)
    names = list(forms)
    place = st.segmented_control(
        t("klien.catat"), list(range(len(names))), default=0, required=True,
        format_func=names.__getitem__, key=f"klien-catat-{len(names)}",
        label_visibility="collapsed",
    )  # fmt: skip
    forms[names[place or 0]]()


def _new(
    screen: Screen, table: str, person: int, unit: int, *, names: tuple[str, ...],
    act: Callable[..., object], said: str,
) -> None:  # fmt: skip
    """A form for a new row of `table` about the client."""
    form = Form(screen, table, f"klien-{table}-{person}")
    with form.frame():
        _fields(screen, form, names)
        sent = form.button(t("klien.simpan"))
    if sent:
        own = {"wbp_id": person, "unit_id": unit}
        form.save(
            lambda session, values: act(
                session, screen.asker.viewer, own | _typed(values), today=screen.today
            ),
            said=said,
        )


def _fields(screen: Screen, form: Form, names: tuple[str, ...]) -> None:
    for name in names:
        form.show(name, options=screen.asker.ask(programmes) if name == "programme_id" else None)


def _plan(screen: Screen, person: int, unit: int) -> None:
    _new(screen, "guidance_plan", person, unit, names=_PLAN, act=acts.plan_guidance,
         said=t("klien.tersimpan_rencana"))  # fmt: skip


def _contact(screen: Screen, person: int, unit: int) -> None:
    _new(screen, "contact", person, unit, names=_CONTACT, act=acts.record_contact,
         said=t("klien.tersimpan_kontak"))  # fmt: skip


def _review(screen: Screen, person: int, unit: int) -> None:
    _new(screen, "client_review", person, unit, names=_REVIEW, act=acts.record_review,
         said=t("klien.tersimpan_tinjauan"))  # fmt: skip


def _change_plan(screen: Screen, person: int, found: Guidance) -> None:
    lines = {one.key: one for one in found.lines}
    chosen = st.selectbox(
        t("klien.baris"), list(lines), key=f"klien-baris-{person}",
        format_func=lambda key: t(
            "klien.baris_satu", nomor=lines[key].number,
            isi=lines[key].goal or lines[key].need or formats.UNKNOWN,
        ),
    )  # fmt: skip
    line = lines[chosen]
    _change(
        screen, "guidance_plan", line.key, line.values, (*_PLAN, *_CLOSE),
        acts.change_guidance, t("klien.tersimpan_rencana"),
    )  # fmt: skip


def _change_contact(screen: Screen, person: int, found: Guidance) -> None:
    rows = {one.key: one for one in found.contacts}
    chosen = st.selectbox(
        t("klien.kontak_judul"), list(rows), key=f"klien-kontak-{person}",
        format_func=lambda key: t(
            "klien.kontak_satu", hari=formats.short_day(rows[key].held_on, language()),
            jenis=rows[key].kind.label(language()),
        ),
    )  # fmt: skip
    row = rows[chosen]
    values = {"kept": row.kept, "note": row.note, "row_version": row.version}
    _change(
        screen, "contact", row.key, values, ("kept", "note"), acts.change_contact,
        t("klien.tersimpan_kontak"),
    )  # fmt: skip


def _change(
    screen: Screen, table: str, key: int, values: dict[str, Any], names: tuple[str, ...],
    act: Callable[..., object], said: str,
) -> None:  # fmt: skip
    form = Form(screen, table, f"klien-ubah-{table}-{key}", row=values)
    with form.frame():
        _fields(screen, form, names)
        sent = form.button(t("klien.simpan"))
    if sent:
        form.save(
            lambda session, given: act(
                session, screen.asker.viewer, key, _typed(given), seen=form.seen,
                today=screen.today,
            ),
            said=said,
        )  # fmt: skip


def _typed(given: dict[str, Any]) -> dict[str, Any]:
    """A choice of another row comes as text."""
    programme = given.get("programme_id")
    return given | ({"programme_id": int(programme)} if programme else {})
