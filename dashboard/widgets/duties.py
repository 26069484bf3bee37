"""The duties of the parties of one agreement: which are done, and ticking one off with evidence."""

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.forms import Form
from dashboard.widgets.keeping import folded
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers.agreement_page import Agreement
from data.answers.obligations import Duty, duties
from data.recording import obligations
from models.codes import AgreementStage


def show_duties(screen: Screen, page: Agreement) -> None:
    """Each duty with its party and state; a form to fulfil one, and one to write another."""
    st.subheader(t("naskah.kewajiban"), anchor=False)
    found = screen.asker.ask(duties, page.row["id"])
    if not found:
        st.caption(t("naskah.tanpa_kewajiban"))
    st.markdown("\n".join(_line(one, screen) for one in found))
    if page.row["stage"] == AgreementStage.DIAKHIRI:
        return
    for one in found:
        if one.done_on is None:
            number = formats.number(one.number, language())
            part = folded(
                t("naskah.penuhi", nomor=number), key=f"penuhi-{one.id}", icon=":material/task_alt:"
            )
            if part.open:
                with part:
                    _show_fulfilment(screen, one)
    new = folded(
        t("naskah.kewajiban_baru"), key=f"kewajiban-{page.row['id']}", icon=":material/add_task:"
    )
    if new.open:
        with new:
            _show_new(screen, page)


def _line(one: Duty, screen: Screen) -> str:
    number = formats.number(one.number, language())
    text = f"{number}. {plain(one.text)} ({plain(one.party or t('umum.tidak_diketahui'))}): "
    if one.done_on is not None:
        day = formats.day(one.done_on, language())
        return text + t("naskah.dipenuhi", hari=day, bukti=plain(one.evidence or ""))
    if one.due is None:
        return text + t("naskah.belum_tanpa_tanggal")
    day = formats.day(one.due, language())
    late = one.is_late(screen.today)
    return text + (t("naskah.terlambat", hari=day) if late else t("naskah.belum", hari=day))


def _show_fulfilment(screen: Screen, one: Duty) -> None:
    row = {"row_version": one.row_version}
    form = Form(screen, "obligation", f"kewajiban-{one.id}", row=row)
    with form.frame():
        form.show("done_on", "evidence")
        sent = form.button(t("naskah.penuhi_tombol"))
    if sent:
        form.save(
            lambda session, values: obligations.fulfil_obligation(
                session, screen.asker.viewer, one.id, done_on=values["done_on"],
                evidence=values["evidence"], seen=form.seen, today=screen.today,
            ),
            said=t("naskah.tersimpan"), needs=("done_on", "evidence"),
        )  # fmt: skip


def _show_new(screen: Screen, page: Agreement) -> None:
    form = Form(screen, "obligation", f"kewajiban-baru-{page.row['id']}")
    parties = {
        str(row["position"]): f"{row['position']}. {row['called']}"
        for row in page.parties.to_dict("records")
    }
    with form.frame():
        form.show("party_position", options=parties)
        form.show("text", "due")
        sent = form.button(t("naskah.simpan"))
    if sent:
        form.save(
            lambda session, values: obligations.write_obligation(
                session, screen.asker.viewer, page.row["id"],
                {**values, "party_position": _whole(values["party_position"])},
                today=screen.today,
            ),
            said=t("naskah.tersimpan"), needs=("text",),
        )  # fmt: skip


def _whole(text: str | None) -> int | None:
    return None if text is None else int(text)
