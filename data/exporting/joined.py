"""Three joined views that people ask for, and what they are joined of."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

import models
from data.exporting.flattening import Field
from data.exporting.shapes import Dataset, made, stored
from data.queries.filter import Filter
from data.queries.scope import in_field, in_period, in_units
from models.base import NOMOR_INDUK
from models.codes import EnrolmentStatus, IdentifierKind
from models.columns import Privacy

_TABLES = models.metadata.tables


def _numbers() -> Any:
    """The nomor induk of each person: the first one where there are several."""
    numbers = _TABLES["person_identifier"]
    return (
        sa.select(numbers.c.wbp_id, sa.func.min(numbers.c.value).label("value"))
        .where(numbers.c.kind == IdentifierKind.INDUK)
        .group_by(numbers.c.wbp_id)
        .subquery("numbers")
    )


PLACE = (stored("unit", "code"), stored("unit", "name"))
COURSE = (
    stored("cohort", "code"), stored("programme", "code"), stored("programme", "name"),
    stored("programme", "field"),
)  # fmt: skip
_NO_NUMBER = frozenset({NOMOR_INDUK.id})
_PERSON = (stored("person_identifier", "value", NOMOR_INDUK), stored("enrolment", "number"))


EXPECTED = made(
    ("sesi_diharapkan", "sessions_expected"), ("Sesi yang diharapkan hadir", "Sessions expected"),
    Privacy.SENSITIVE, unit="sesi",
)  # fmt: skip
ATTENDED = made(
    ("sesi_hadir", "sessions_attended"), ("Sesi yang dihadiri", "Sessions attended"),
    Privacy.SENSITIVE, unit="sesi",
)  # fmt: skip
MINUTES = made(
    ("menit_diterima", "minutes_received"), ("Menit yang diterima", "Minutes received"),
    Privacy.SENSITIVE, unit="menit",
)  # fmt: skip


STATE = made(
    ("keadaan_peserta", "participant_state"), ("Keadaan peserta", "Participant's state"),
    Privacy.SENSITIVE, kind=sa.String,
)  # fmt: skip
_REACHED = (EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI, EnrolmentStatus.TIDAK_LULUS)
_WAITING = (EnrolmentStatus.DAFTAR_TUNGGU, EnrolmentStatus.TIDAK_TERUNDI, EnrolmentStatus.SETUJU)


def state_of(status: Any) -> Any:
    """MENUNGGU, AKTIF, BERHENTI, or how it ended: without saying who was released or moved."""
    kept = sa.cast(status, sa.String)
    return sa.case(
        (status.in_(_WAITING), "MENUNGGU"), (status == EnrolmentStatus.AKTIF, kept),
        (status.in_(_REACHED), kept), else_="BERHENTI",
    )  # fmt: skip


def selected(fields: Sequence[Field], expressions: dict[str, Any]) -> list[Any]:
    """The columns of `fields` by their headings; `expressions` gives those that none holds."""
    return [
        expressions.get(field.heading.id, field.column).label(field.heading.id) for field in fields
    ]


def narrowed(
    query: "sa.Select[Any]", filter: Filter | None, *, unit: Any, cohort: Any, day: Any
) -> "sa.Select[Any]":
    """The query within the filter's units, field and period."""
    if filter is None:
        return query
    query = query.where(in_units(unit, filter), in_period(day, filter))
    return query if cohort is None else query.where(in_field(cohort, filter))


def participants(*, state: bool = False) -> Dataset:
    """One row an enrolment, with what was attended; `state` adds how it stands, told coarsely."""
    enrolment = _TABLES["enrolment"]
    fields = (
        *PLACE, *COURSE, *_PERSON, stored("enrolment", "status"),
        stored("enrolment", "started_on"), stored("enrolment", "ended_on"),
        stored("enrolment", "exit_reason"), EXPECTED, ATTENDED, MINUTES,
        *((STATE,) if state else ()),
    )  # fmt: skip

    def query(filter: Filter | None) -> "sa.Select[Any]":
        numbers, marks = _numbers(), marks_by_enrolment()
        expressions = {
            NOMOR_INDUK.id: numbers.c.value,
            EXPECTED.heading.id: sa.func.coalesce(marks.c.expected, 0),
            ATTENDED.heading.id: sa.func.coalesce(marks.c.attended, 0),
            MINUTES.heading.id: marks.c.minutes,
            STATE.heading.id: state_of(enrolment.c.status),
        }
        chosen = sa.select(*selected(fields, expressions)).select_from(
            with_course(enrolment, enrolment.c.cohort_id)
            .outerjoin(numbers, numbers.c.wbp_id == enrolment.c.wbp_id)
            .outerjoin(marks, marks.c.enrolment_id == enrolment.c.id)
        )
        return narrowed(
            chosen, filter, unit=enrolment.c.unit_id, cohort=enrolment.c.cohort_id,
            day=enrolment.c.started_on,
        ).order_by(enrolment.c.id)  # fmt: skip

    return Dataset(
        "peserta", ("Peserta dan keikutsertaannya", "Participants"), fields, query, _NO_NUMBER
    )


def marks_by_enrolment() -> Any:
    """Sessions expected and attended, and minutes, of each enrolment with marks."""
    attendance, mark = _TABLES["attendance"], _TABLES["attendance_mark"]
    session = _TABLES["programme_session"]
    minutes = sa.func.coalesce(attendance.c.minutes, session.c.minutes)

    def counted(flag: Any, amount: Any) -> Any:
        return sa.func.sum(sa.case((flag, amount), else_=0))

    return (
        sa.select(
            attendance.c.enrolment_id,
            counted(mark.c.expected, 1).label("expected"),
            counted(mark.c.attended, 1).label("attended"),
            counted(mark.c.attended, minutes).label("minutes"),
        )
        .join(mark, mark.c.code == attendance.c.mark)
        .join(session, session.c.id == attendance.c.session_id)
        .group_by(attendance.c.enrolment_id)
        .subquery("marks")
    )


def with_course(source: Any, cohort_id: Any) -> Any:
    """`source` joined with its cohort, programme and unit."""
    cohort, programme, unit = (_TABLES[name] for name in ("cohort", "programme", "unit"))
    return (
        source.join(cohort, cohort.c.id == cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
    )


def attendance_by_session(*, marks: bool = False) -> Dataset:
    """One row a participant and session; `marks` adds how the mark counts."""
    attendance, session = _TABLES["attendance"], _TABLES["programme_session"]
    enrolment, mark = _TABLES["enrolment"], _TABLES["attendance_mark"]
    counting = (stored("attendance_mark", "attended"), stored("attendance_mark", "expected"))
    fields = (
        *PLACE, *COURSE, stored("programme_session", "number"),
        stored("programme_session", "held_on"), *_PERSON, stored("attendance", "mark"),
        stored("attendance", "minutes"), *(counting if marks else ()),
    )  # fmt: skip

    def query(filter: Filter | None) -> "sa.Select[Any]":
        numbers = _numbers()
        chosen = sa.select(*selected(fields, {NOMOR_INDUK.id: numbers.c.value})).select_from(
            with_course(
                attendance.join(session, session.c.id == attendance.c.session_id).join(
                    enrolment, enrolment.c.id == attendance.c.enrolment_id
                ),
                session.c.cohort_id,
            ).outerjoin(numbers, numbers.c.wbp_id == enrolment.c.wbp_id)
        )
        if marks:
            chosen = chosen.join(mark, mark.c.code == attendance.c.mark)
        return narrowed(
            chosen, filter, unit=attendance.c.unit_id, cohort=session.c.cohort_id,
            day=session.c.held_on,
        ).order_by(attendance.c.session_id, attendance.c.enrolment_id)  # fmt: skip

    return Dataset(
        "kehadiran", ("Kehadiran per sesi", "Attendance by session"), fields, query, _NO_NUMBER
    )


def assessments() -> Dataset:
    """One row a score."""
    score, assessment = _TABLES["assessment_score"], _TABLES["assessment"]
    scale, instrument = _TABLES["instrument_scale"], _TABLES["instrument"]
    unit = _TABLES["unit"]
    fields = (
        *PLACE, _PERSON[0], stored("instrument", "code"), stored("instrument", "version"),
        stored("instrument_scale", "code"), stored("assessment", "assessed_on"),
        stored("assessment", "occasion"), stored("assessment", "status"),
        stored("assessment_score", "score"),
    )  # fmt: skip

    def query(filter: Filter | None) -> "sa.Select[Any]":
        numbers = _numbers()
        chosen = sa.select(*selected(fields, {NOMOR_INDUK.id: numbers.c.value})).select_from(
            score.join(assessment, assessment.c.id == score.c.assessment_id)
            .join(scale, scale.c.id == score.c.scale_id)
            .join(instrument, instrument.c.id == assessment.c.instrument_id)
            .join(unit, unit.c.id == assessment.c.unit_id)
            .outerjoin(numbers, numbers.c.wbp_id == assessment.c.wbp_id)
        )
        return narrowed(
            chosen, filter, unit=assessment.c.unit_id, cohort=None, day=assessment.c.assessed_on
        ).order_by(score.c.id)

    return Dataset(
        "penilaian", ("Penilaian per skala", "Assessments by scale"), fields, query, _NO_NUMBER
    )
