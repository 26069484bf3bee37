"""The guidance of one client: plan, contacts and reviews as tables."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers.clients import Contact, Guidance, PlanLine, Review
from data.answers.person import Person, masked


def show_guidance(person: Person, found: Guidance) -> None:
    """Since when, the litmas, and the three lists, each with its empty case."""
    here = person.here
    if here is not None:
        st.caption(
            t("klien.masa", mulai=formats.day(here.started_on, language()),
              selesai=formats.day(here.expires_on, language()))
        )  # fmt: skip
    litmas = {one.litmas_number: one.assessed_on for one in person.needs if one.litmas_number}
    told = [
        t("klien.litmas", nomor=masked(number), hari=formats.day(day, language()))
        for number, day in litmas.items()
    ]
    st.caption("; ".join(told) or t("klien.litmas_tanpa"))
    _table(t("klien.rencana"), [_line(one) for one in found.lines], t("klien.rencana_kosong"))
    contacts = [_contact(one) for one in found.contacts]
    _table(t("klien.kontak_judul"), contacts, t("klien.kontak_tanpa"))
    reviews = [_review(one) for one in found.reviews]
    _table(t("klien.tinjauan"), reviews, t("klien.tinjauan_kosong"))


def _table(title: str, rows: list[dict[str, Any]], empty: str) -> None:
    st.subheader(title, anchor=False)
    if not rows:
        st.caption(empty)
        return
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=title, placeholder=formats.UNKNOWN)


def _line(one: PlanLine) -> dict[str, Any]:
    closed = one.closed_on and t("klien.ditutup", hari=_day(one.closed_on))
    return {
        t("klien.kolom_nomor"): str(one.number),
        t("klien.kolom_kebutuhan"): one.need or formats.UNKNOWN,
        t("klien.kolom_tujuan"): one.goal or formats.UNKNOWN,
        t("klien.kolom_program"): one.programme or formats.UNKNOWN,
        t("klien.kolom_tinjau"): _day(one.review_on),
        t("klien.kolom_keadaan"): closed or t("klien.terbuka"),
        t("klien.kolom_hasil"): one.result or formats.UNKNOWN,
    }


def _contact(one: Contact) -> dict[str, Any]:
    return {
        t("klien.kolom_tanggal"): _day(one.held_on),
        t("klien.kolom_jenis"): one.kind.label(language()),
        t("klien.kolom_ditepati"): _known(one.kept),
        t("klien.kolom_petugas"): one.officer or formats.UNKNOWN,
        t("klien.kolom_catatan"): one.note or formats.UNKNOWN,
    }


def _review(one: Review) -> dict[str, Any]:
    return {
        t("klien.kolom_tanggal"): _day(one.reviewed_on),
        t("klien.kolom_bulan"): str(one.months),
        t("klien.kolom_bekerja"): _known(one.working),
        t("klien.kolom_lapor"): _known(one.reporting_met),
        t("klien.kolom_catatan"): one.note or formats.UNKNOWN,
    }


def _day(value: Any) -> str:
    return formats.short_day(value, language())


def _known(value: bool | None) -> str:
    if value is None:
        return t("umum.tidak_diketahui")
    return t("umum.ya") if value else t("umum.tidak")
