"""Who is in a cohort: enrolling, moving on, starting, and drawing places by lot."""

from secrets import randbelow
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.choosing_cohort import choose_cohort, show_how_full
from dashboard.widgets.choosing_person import choose_person
from dashboard.widgets.forms import Form
from dashboard.widgets.screen import Screen
from data.answers import recorded
from data.answers.recorded import Cohort, Place
from data.recording import enrolments
from data.recording.enrolments import Step, enrol, move_enrolment, start_cohort
from data.recording.lottery import LARGEST_SEED, draw_places
from models.codes import CohortAssignment, CohortStatus, EnrolmentStatus

RESULTS = (EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI, EnrolmentStatus.TIDAK_LULUS)


def show_enrolling(screen: Screen) -> None:
    """The cohort, everybody in it, and what may be done."""
    cohort = choose_cohort(screen)
    if cohort is None:
        return
    show_how_full(cohort)
    with screen.asker.door.reading(screen.asker.viewer) as session:
        places = recorded.people_in(session, cohort.id)
    if cohort.can_be_drawn:
        _show_lottery(screen, cohort)
    if cohort.status in (CohortStatus.USULAN, CohortStatus.DISETUJUI) and cohort.placed:
        _show_start(screen, cohort)
    if places:
        _show_places(places)
        _show_move(screen, cohort, places)
    _show_enrol(screen, cohort)


def _show_places(places: list[Place]) -> None:
    spoken = language()
    rows = [
        {
            t("catat.nomor"): "" if one.number is None else formats.number(one.number, spoken),
            t("catat.nama"): one.name,
            t("catat.status"): one.status.label(spoken),
            t("catat.didaftarkan"): formats.short_day(one.enrolled_on, spoken),
            t("catat.mulai"): formats.short_day(one.started_on, spoken),
            t("catat.selesai"): formats.short_day(one.ended_on, spoken),
        }
        for one in places
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=t("catat.isi_angkatan"), height=240)


def _show_lottery(screen: Screen, cohort: Cohort) -> None:
    with st.container(border=True):
        st.subheader(t("catat.undian"), anchor=False)
        st.markdown(t("catat.undian_arti"))
        seed = st.session_state.setdefault(f"benih-{cohort.id}", randbelow(LARGEST_SEED))
        row = {"seed": seed, "row_version": cohort.row_version}
        form = Form(screen, "cohort", f"undian-{cohort.id}", row=row)
        with form.frame():
            places = st.number_input(
                t("catat.undian_tempat", n=formats.number(cohort.waiting, language())), 1,
                cohort.waiting - 1, min(cohort.capacity or 1, cohort.waiting - 1),
                key=form.key("places"),
            )  # fmt: skip
            form.show("seed")
            sent = form.button(t("catat.undi"))
    if sent:
        viewer, today = screen.asker.viewer, screen.today
        form.save(
            lambda session, values: draw_places(
                session, viewer, cohort.id, int(places), seed=int(values["seed"] or 0),
                seen=form.seen, today=today,
            ),
            said=t("catat.diundi_kini", n=formats.number(places, language()),
                   m=formats.number(cohort.waiting - places, language())),
        )  # fmt: skip


def _show_start(screen: Screen, cohort: Cohort) -> None:
    row = {"starts_on": cohort.starts_on, "row_version": cohort.row_version}
    form = Form(screen, "cohort", f"mulai-{cohort.id}", row=row)
    with form.frame():
        st.markdown(t("catat.mulai_arti", n=formats.number(cohort.placed, language())))
        form.show("starts_on")
        sent = form.button(t("catat.mulai_angkatan"))
    if sent:
        viewer, today = screen.asker.viewer, screen.today
        form.save(
            lambda session, values: start_cohort(
                session, viewer, cohort.id, on=values["starts_on"] or today, seen=form.seen,
                today=today,
            ),
            said=t("catat.sudah_mulai"),
        )  # fmt: skip


def _show_move(screen: Screen, cohort: Cohort, places: list[Place]) -> None:
    """Only people whose status may change, and only where it may go."""
    movable = {str(one.id): one for one in places if enrolments.steps_from(one.status)}
    if not movable:
        return
    st.subheader(t("catat.ubah_status"), anchor=False)
    left, right = st.columns(2)
    chosen = left.selectbox(
        t("catat.peserta"), list(movable), index=None, placeholder=t("catat.pilih_orang"),
        format_func=lambda key: f"{movable[key].name} · {movable[key].status.label(language())}",
        key=f"pindah-{cohort.id}",
    )  # fmt: skip
    if chosen is None:
        return
    one = movable[chosen]
    steps = {step.value: step.label(language()) for step in enrolments.steps_from(one.status)}
    wanted = right.selectbox(
        t("catat.status_baru"), list(steps), format_func=steps.__getitem__,
        key=f"pindah-ke-{one.id}-{one.status}",
    )  # fmt: skip
    _show_step(screen, one, EnrolmentStatus.of(wanted))


def _show_step(screen: Screen, one: Place, status: EnrolmentStatus) -> None:
    form = Form(
        screen, "enrolment", f"langkah-{one.id}-{status}", row={"row_version": one.row_version}
    )
    with form.frame():
        on = st.date_input(
            t("catat.pada_hari"), screen.today, format="DD/MM/YYYY", key=form.key("on")
        )
        if enrolments.needs_reason(status):
            form.show("exit_reason")
        if status in RESULTS:
            form.show("score", "grade", "certificate_number", "certificate_issuer")
        sent = form.button(t("catat.simpan_status"))
    if sent:
        viewer, today = screen.asker.viewer, screen.today

        def act(session: Any, values: dict[str, Any]) -> None:
            given = {name: value for name, value in values.items() if name != "exit_reason"}
            step = Step(status, on, values.get("exit_reason"), given)
            move_enrolment(session, viewer, one.id, step, seen=form.seen, today=today)

        form.save(act, said=t("catat.status_tersimpan", status=status.label(language())))


def _show_enrol(screen: Screen, cohort: Cohort) -> None:
    st.subheader(t("catat.daftarkan"), anchor=False)
    person = choose_person(screen, f"daftar-{cohort.id}")
    if person is None:
        return
    full = cohort.free == 0 or cohort.assignment == CohortAssignment.UNDIAN
    form = Form(screen, "enrolment", f"daftar-{cohort.id}-{person.id}",
                row={"enrolled_on": screen.today})  # fmt: skip
    with form.frame():
        ways = {"tunggu": t("catat.ke_tunggu")} | ({} if full else {"tempat": t("catat.ke_tempat")})
        way = st.radio(
            t("catat.penempatan"), list(ways), index=len(ways) - 1, format_func=ways.__getitem__,
            horizontal=True, key=form.key("placed"),
        )  # fmt: skip
        form.show("basis", "referred_on", "enrolled_on")
        sent = form.button(t("catat.daftarkan_tombol"))
    if sent:
        viewer, today = screen.asker.viewer, screen.today
        form.save(
            lambda session, values: enrol(
                session, viewer, cohort.id, values | {"wbp_id": person.id},
                placed=way == "tempat", today=today,
            ),
            said=t("catat.terdaftar"),
        )  # fmt: skip
