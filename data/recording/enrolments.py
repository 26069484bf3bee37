"""People in a cohort: enrolled within its capacity, and moved on by the allowed steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.queries.due import LEFT_EARLY
from data.recording.rows import add, change, held
from data.transitions import after, check_step
from models.codes import CohortAssignment, CohortStatus, EnrolmentStatus
from models.door import Viewer

_TABLE = models.metadata.tables["enrolment"]
PLACED = (EnrolmentStatus.SETUJU, EnrolmentStatus.AKTIF)


@dataclass(frozen=True)
class Step:
    """Where an enrolment goes, on which day, and why (a code of `alasan_berhenti`)."""

    status: EnrolmentStatus
    on: date
    reason: str | None = None
    result: Mapping[str, Any] | None = None  # score, grade, certificate_number...


def enrol(
    session: Session, viewer: Viewer, cohort_id: int, values: Mapping[str, Any], *,
    placed: bool, today: date,
) -> int:  # fmt: skip
    """A person (`wbp_id`) or officer in the cohort: `placed`, else on its waiting list.

    Gives the row's id. Raises `SinergiError` for a full cohort, for one that is over, for one
    whose places were drawn, and for somebody who is in it already.
    """
    cohort = open_cohort(session, cohort_id)
    if placed or cohort.drawn_on is not None:
        check_room(session, cohort)
    given = {
        "enrolled_on": today, **values, "cohort_id": cohort_id, "unit_id": cohort.unit_id,
        "number": _next_number(session, cohort_id),
        "status": EnrolmentStatus.SETUJU if placed else EnrolmentStatus.DAFTAR_TUNGGU,
    }  # fmt: skip
    return add(session, viewer, models.Enrolment, given, today=today)


def steps_from(status: EnrolmentStatus) -> tuple[EnrolmentStatus, ...]:
    """Where an officer may move an enrolment; only a lottery decides who is not drawn."""
    return tuple(step for step in after(status) if step != EnrolmentStatus.TIDAK_TERUNDI)


def needs_reason(status: EnrolmentStatus) -> bool:
    """Whether moving there needs a coded reason: the person leaves before the end."""
    return status in LEFT_EARLY


def move_enrolment(
    session: Session, viewer: Viewer, enrolment_id: int, step: Step, *, seen: int, today: date
) -> None:
    """Move an enrolment by one allowed step, with its day and reason.

    Raises `SinergiError` for a step that is not allowed, a full cohort, a day to come, a
    missing reason, and a row that somebody else changed meanwhile.
    """
    row = held(session, models.Enrolment, enrolment_id, seen=seen)
    check_step(row.status, step.status)
    if step.status not in steps_from(row.status):
        raise SinergiError(
            "hanya_lewat_undian", "Tidak terundi hanya ditetapkan oleh undian.",
            "Only a lottery decides who is not drawn.",
        )  # fmt: skip
    if row.status == EnrolmentStatus.DAFTAR_TUNGGU and step.status in PLACED:
        check_room(session, open_cohort(session, row.cohort_id))
    _check_has_come(step.on, today)
    if needs_reason(step.status) and not step.reason:
        raise SinergiError(
            "tanpa_alasan", "Pilih alasan berhentinya.", "Choose the reason for leaving."
        )
    _check_draw(session.get_one(models.Cohort, row.cohort_id), step)
    change(session, viewer, row, _values(row, step), today=today)


def start_cohort(
    session: Session, viewer: Viewer, cohort_id: int, *, on: date, seen: int, today: date
) -> int:
    """The cohort runs from this day, and everybody approved takes part; gives how many.

    Raises `SinergiError` for a day to come and for a cohort that cannot start.
    """
    _check_has_come(on, today)
    cohort = held(session, models.Cohort, cohort_id, seen=seen)
    check_step(cohort.status, CohortStatus.BERJALAN)
    values = {"status": CohortStatus.BERJALAN, "starts_on": on}
    change(session, viewer, cohort, values, today=today)
    approved = session.execute(
        sa.select(_TABLE.c.id, _TABLE.c.row_version)
        .where(_TABLE.c.cohort_id == cohort_id, _TABLE.c.status == EnrolmentStatus.SETUJU)
    ).all()  # fmt: skip
    for row in approved:
        step = Step(EnrolmentStatus.AKTIF, on)
        move_enrolment(session, viewer, row.id, step, seen=row.row_version, today=today)
    return len(approved)


def open_cohort(session: Session, cohort_id: int) -> models.Cohort:
    """The cohort, kept from others until the end. Raises `SinergiError` for one that is over."""
    cohort = session.get(models.Cohort, cohort_id, with_for_update=True, populate_existing=True)
    if cohort is None or cohort.status in (CohortStatus.SELESAI, CohortStatus.DIBATALKAN):
        raise SinergiError(
            "angkatan_selesai", "Angkatan ini sudah selesai atau dibatalkan.",
            "This cohort has ended or was cancelled.",
        )  # fmt: skip
    return cohort


def placed_in(session: Session, cohort_id: int) -> int:
    """How many have a place in the cohort now."""
    query = sa.select(sa.func.count()).where(
        _TABLE.c.cohort_id == cohort_id, _TABLE.c.status.in_(PLACED)
    )
    return int(session.execute(query).scalar_one())


def check_room(session: Session, cohort: models.Cohort) -> None:
    """Raise `SinergiError` unless the cohort has a place that an officer may give."""
    if cohort.assignment == CohortAssignment.UNDIAN:
        raise SinergiError(
            "sudah_diundi",
            "Tempat di angkatan ini sudah diundi. Menambah orang di luar undian merusak "
            "pembandingnya; daftarkan di angkatan lain.",
            "The places of this cohort were drawn. Somebody from outside the draw would spoil "
            "the comparison; enrol them in another cohort.",
        )
    taken = placed_in(session, int(cohort.id or 0))
    if cohort.capacity is not None and taken >= cohort.capacity:
        raise SinergiError(
            "kapasitas_penuh",
            f"Angkatan penuh: {taken} dari {cohort.capacity} tempat terisi. Masukkan ke daftar "
            "tunggu, atau undi tempatnya.",
            f"The cohort is full: {taken} of {cohort.capacity} places are taken. Put the person "
            "on the waiting list, or draw the places.",
        )


def _check_has_come(on: date, today: date) -> None:
    if on > today:
        raise SinergiError(
            "tanggal_mendatang", f"Tanggal [{on:%d/%m/%Y}] belum tiba.",
            f"Day [{on:%d/%m/%Y}] has not come yet.",
        )  # fmt: skip


def _check_draw(cohort: models.Cohort, step: Step) -> None:
    """Drawn is drawn: who waits again, or left by the day of the draw, would seem never in it."""
    if cohort.drawn_on is None:
        return
    drawn = f"{cohort.drawn_on:%d/%m/%Y}"
    if step.status == EnrolmentStatus.DAFTAR_TUNGGU:
        raise SinergiError(
            "tempat_hasil_undian",
            f"Tempat ini hasil undian {drawn}; pemenangnya tidak kembali menunggu. Bila tempatnya "
            "tidak diambil, catat berhenti dengan alasannya.",
            f"This place was drawn on {drawn}; its winner does not wait again. If the place is not "
            "taken up, record leaving with its reason.",
        )
    if needs_reason(step.status) and step.on <= cohort.drawn_on:
        raise SinergiError(
            "sebelum_undian_berlaku",
            f"Tempat diundi {drawn}. Berhenti sesudah undian dicatat paling awal sehari kemudian, "
            f"bukan [{step.on:%d/%m/%Y}].",
            f"The places were drawn on {drawn}. Leaving after the draw is recorded for the day "
            f"after at the earliest, not for [{step.on:%d/%m/%Y}].",
        )


def _next_number(session: Session, cohort_id: int) -> int:
    last = sa.select(sa.func.max(_TABLE.c.number)).where(_TABLE.c.cohort_id == cohort_id)
    return (session.execute(last).scalar() or 0) + 1


def _values(row: models.Enrolment, step: Step) -> dict[str, Any]:
    values: dict[str, Any] = {"status": step.status, **(step.result or {})}
    if step.status == EnrolmentStatus.AKTIF:
        values["started_on"] = row.started_on or step.on
    elif step.status not in (*PLACED, EnrolmentStatus.DAFTAR_TUNGGU):
        values["ended_on"] = row.ended_on or step.on
    if needs_reason(step.status):
        values["exit_reason"] = step.reason
    return values
