"""Forms of what happened: Register F, rights, and activities; each field by its declaration."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st
from sqlmodel import Session

import models
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.choosing_cohort import filter_of
from dashboard.widgets.choosing_person import Chosen, choose_person
from dashboard.widgets.forms import Form
from dashboard.widgets.screen import Screen
from data.answers import recorded
from data.recording.events import (
    decide_entitlement,
    record_activity,
    record_entitlement,
    record_incident,
)
from models.columns import Given, declared_columns

DECISION = ("hearing_on", "hearing_result", "decree", "decided_on")
_KEYS = ("unit_id", "agreement_id")
Act = Callable[..., object]


def value_columns(table: str, *, without: tuple[str, ...] = ()) -> list[str]:
    """The columns of a table that a person gives as a value, in their order."""
    return [
        column.name
        for column, declaration in declared_columns(models.metadata.tables[table])
        if declaration.given is Given.VALUE and column.name not in without
    ]


def show_incident(screen: Screen) -> None:
    """An entry of Register F about a person."""
    st.caption(t("catat.register_f_arti"))
    person = choose_person(screen, "register-f")
    if person is not None:
        names = value_columns("incident", without=("number",))
        _about(screen, person, "incident", names, record_incident)


def show_entitlement(screen: Screen) -> None:
    """What was decided about a right, or a new one asked for."""
    filter = filter_of(screen)
    with screen.asker.door.reading(screen.asker.viewer) as session:
        waiting = {str(one.id): one for one in recorded.undecided_entitlements(session, filter)}
    chosen = st.selectbox(
        t("catat.hak"), ["", *waiting], key="hak-terbuka",
        format_func=lambda key: t("catat.hak_baru") if key == "" else _right(waiting[key]),
    )  # fmt: skip
    if chosen:
        _decide(screen, waiting[chosen])
        return
    person = choose_person(screen, "hak")
    if person is not None:
        _about(screen, person, "entitlement", value_columns("entitlement"), record_entitlement)


def show_activity(screen: Screen) -> None:
    """Something that happened under an agreement."""
    agreements = screen.asker.ask(recorded.agreements)
    if not agreements:
        st.info(t("catat.tanpa_perjanjian"))
        return
    form = Form(screen, "activity", "kegiatan")
    with form.frame():
        form.show("agreement_id", options=agreements)
        form.show("unit_id", options=_units(screen))
        form.show(*value_columns("activity", without=("number",)))
        sent = form.button(t("catat.simpan"))
    if sent:
        _save(screen, form, record_activity, {})


def _about(screen: Screen, person: Chosen, table: str, names: list[str], act: Act) -> None:
    """The form of a row about a person, at the unit that has them now."""
    units = screen.asker.ask(recorded.units, filter_of(screen))
    here = next((one.id for one in units if one.code == person.unit_code), None)
    form = Form(screen, table, f"{table}-{person.id}", row={"unit_id": here})
    with form.frame():
        form.show("unit_id", options=_units(screen))
        form.show(*names)
        sent = form.button(t("catat.simpan"))
    if sent:
        _save(screen, form, act, {"wbp_id": person.id})


def _decide(screen: Screen, one: recorded.OpenEntitlement) -> None:
    row = {name: getattr(one, name) for name in (*DECISION, "row_version")}
    form = Form(screen, "entitlement", f"putusan-{one.id}", row=row)
    with form.frame():
        form.show(*DECISION)
        sent = form.button(t("catat.simpan"))
    if sent:
        viewer, today, seen = screen.asker.viewer, screen.today, form.seen
        form.save(
            lambda session, values: decide_entitlement(
                session, viewer, one.id, values, seen=seen, today=today
            ),
            said=t("catat.tersimpan"),
        )


def _save(screen: Screen, form: Form, act: Act, more: dict[str, Any]) -> None:
    viewer, today = screen.asker.viewer, screen.today

    def write(session: Session, values: dict[str, Any]) -> None:
        ids = {name: int(values[name]) for name in _KEYS if values.get(name)}
        act(session, viewer, values | ids | more, today=today)

    form.save(write, said=t("catat.tersimpan"))


def _units(screen: Screen) -> dict[str, str]:
    return {one.id: one.name for one in screen.asker.ask(recorded.units, filter_of(screen))}


def _right(one: recorded.OpenEntitlement) -> str:
    def day(value: date | None) -> str:
        return formats.short_day(value, language())

    return " · ".join((one.name, one.kind.label(language()), day(one.proposed_on)))
