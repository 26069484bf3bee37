"""What can be given out: every table, and three joined views that people ask for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

import models
from data.exporting.flattening import Field, exportable_tables, fields_of, file_query
from data.queries.filter import Filter
from data.queries.scope import in_field, in_period, in_units
from models.base import NOMOR_INDUK
from models.codes import IdentifierKind
from models.columns import Declaration, Given, Heading, Privacy, declaration_of

Query = Callable[[Filter | None], "sa.Select[Any]"]
_TABLES = models.metadata.tables
_PEOPLE_OF_OFFICE = frozenset({"partner", "officer", "agreement_party"})


@dataclass(frozen=True)
class Dataset:
    """Rows under declared headings; `query` gives them in the order of `fields`."""

    name: str
    called: tuple[str, str]
    fields: tuple[Field, ...]
    query: Query
    optional: frozenset[str] = frozenset()  # required where declared, but may be missing here

    def label(self, language: str) -> str:
        """What people call it, in `language` ("id" or "en")."""
        return self.called[1 if language == "en" else 0]

    @property
    def is_personal(self) -> bool:
        """Whether its rows tell about single persons in care."""
        return any(
            field.declaration.privacy in (Privacy.IDENTIFIER, Privacy.SENSITIVE)
            and field.declaration.target in (None, "wbp", "enrolment", "assessment")
            and getattr(field.column.table, "name", "") not in _PEOPLE_OF_OFFICE
            for field in self.fields
        )


def datasets() -> dict[str, Dataset]:
    """Every dataset by its name: the joined ones first, then the tables, parents first."""
    joined = (_participants(), _attendance(), _assessments())
    return {one.name: one for one in (*joined, *map(_table, exportable_tables()))}


def _table(name: str) -> Dataset:
    def query(filter: Filter | None) -> "sa.Select[Any]":
        return file_query(name, filter)

    return Dataset(name, models.classes[name].called, tuple(fields_of(name)), query)


def _field(table: str, name: str, heading: Heading | None = None) -> Field:
    column = _TABLES[table].c[name]
    declaration = declaration_of(column)
    known = heading or declaration.heading
    assert known is not None  # noqa: S101  only value columns and named keys are asked for
    return Field(known, column, declaration)


def _counted(heading: Heading, label_id: str, label_en: str, unit: str) -> Field:
    """A field that no column holds: a count made by the query."""
    declaration = Declaration(
        label_id, label_en, Privacy.SENSITIVE, Given.DERIVED, heading=heading, unit=unit
    )
    return Field(heading, sa.Column(heading.id, sa.Integer()), declaration)


def _numbers() -> Any:
    """The nomor induk of each person: the first one where there are several."""
    numbers = _TABLES["person_identifier"]
    return (
        sa.select(numbers.c.wbp_id, sa.func.min(numbers.c.value).label("value"))
        .where(numbers.c.kind == IdentifierKind.INDUK)
        .group_by(numbers.c.wbp_id)
        .subquery("numbers")
    )


_PLACE = (_field("unit", "code"), _field("unit", "name"))
_COURSE = (
    _field("cohort", "code"), _field("programme", "code"), _field("programme", "name"),
    _field("programme", "field"),
)  # fmt: skip
_NO_NUMBER = frozenset({NOMOR_INDUK.id})
_PERSON = (_field("person_identifier", "value", NOMOR_INDUK), _field("enrolment", "number"))


def _selected(fields: Sequence[Field], expressions: dict[str, Any]) -> list[Any]:
    return [
        expressions.get(field.heading.id, field.column).label(field.heading.id) for field in fields
    ]


def _narrowed(
    query: "sa.Select[Any]", filter: Filter | None, *, unit: Any, cohort: Any, day: Any
) -> "sa.Select[Any]":
    if filter is None:
        return query
    query = query.where(in_units(unit, filter), in_period(day, filter))
    return query if cohort is None else query.where(in_field(cohort, filter))


def _participants() -> Dataset:
    counts = (
        _counted(Heading("sesi_diharapkan", "sessions_expected"), "Sesi yang diharapkan hadir",
                 "Sessions expected", "sesi"),
        _counted(Heading("sesi_hadir", "sessions_attended"), "Sesi yang dihadiri",
                 "Sessions attended", "sesi"),
        _counted(Heading("menit_diterima", "minutes_received"), "Menit yang diterima",
                 "Minutes received", "menit"),
    )  # fmt: skip
    enrolment = _TABLES["enrolment"]
    fields = (
        *_PLACE, *_COURSE, *_PERSON, _field("enrolment", "status"),
        _field("enrolment", "started_on"), _field("enrolment", "ended_on"),
        _field("enrolment", "exit_reason"), *counts,
    )  # fmt: skip

    def query(filter: Filter | None) -> "sa.Select[Any]":
        numbers, marks = _numbers(), _marks_by_enrolment()
        expressions = {
            NOMOR_INDUK.id: numbers.c.value,
            counts[0].heading.id: sa.func.coalesce(marks.c.expected, 0),
            counts[1].heading.id: sa.func.coalesce(marks.c.attended, 0),
            counts[2].heading.id: marks.c.minutes,
        }
        chosen = sa.select(*_selected(fields, expressions)).select_from(
            _with_course(enrolment, enrolment.c.cohort_id)
            .outerjoin(numbers, numbers.c.wbp_id == enrolment.c.wbp_id)
            .outerjoin(marks, marks.c.enrolment_id == enrolment.c.id)
        )
        return _narrowed(
            chosen, filter, unit=enrolment.c.unit_id, cohort=enrolment.c.cohort_id,
            day=enrolment.c.started_on,
        ).order_by(enrolment.c.id)  # fmt: skip

    return Dataset(
        "peserta", ("Peserta dan keikutsertaannya", "Participants"), fields, query, _NO_NUMBER
    )


def _marks_by_enrolment() -> Any:
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


def _with_course(source: Any, cohort_id: Any) -> Any:
    cohort, programme, unit = (_TABLES[name] for name in ("cohort", "programme", "unit"))
    return (
        source.join(cohort, cohort.c.id == cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
    )


def _attendance() -> Dataset:
    attendance, session = _TABLES["attendance"], _TABLES["programme_session"]
    enrolment = _TABLES["enrolment"]
    fields = (
        *_PLACE, *_COURSE, _field("programme_session", "number"),
        _field("programme_session", "held_on"), *_PERSON, _field("attendance", "mark"),
        _field("attendance", "minutes"),
    )  # fmt: skip

    def query(filter: Filter | None) -> "sa.Select[Any]":
        numbers = _numbers()
        chosen = sa.select(*_selected(fields, {NOMOR_INDUK.id: numbers.c.value})).select_from(
            _with_course(
                attendance.join(session, session.c.id == attendance.c.session_id).join(
                    enrolment, enrolment.c.id == attendance.c.enrolment_id
                ),
                session.c.cohort_id,
            ).outerjoin(numbers, numbers.c.wbp_id == enrolment.c.wbp_id)
        )
        return _narrowed(
            chosen, filter, unit=attendance.c.unit_id, cohort=session.c.cohort_id,
            day=session.c.held_on,
        ).order_by(attendance.c.session_id, attendance.c.enrolment_id)  # fmt: skip

    return Dataset(
        "kehadiran", ("Kehadiran per sesi", "Attendance by session"), fields, query, _NO_NUMBER
    )


def _assessments() -> Dataset:
    score, assessment = _TABLES["assessment_score"], _TABLES["assessment"]
    scale, instrument = _TABLES["instrument_scale"], _TABLES["instrument"]
    unit = _TABLES["unit"]
    fields = (
        *_PLACE, _PERSON[0], _field("instrument", "code"), _field("instrument", "version"),
        _field("instrument_scale", "code"), _field("assessment", "assessed_on"),
        _field("assessment", "occasion"), _field("assessment", "status"),
        _field("assessment_score", "score"),
    )  # fmt: skip

    def query(filter: Filter | None) -> "sa.Select[Any]":
        numbers = _numbers()
        chosen = sa.select(*_selected(fields, {NOMOR_INDUK.id: numbers.c.value})).select_from(
            score.join(assessment, assessment.c.id == score.c.assessment_id)
            .join(scale, scale.c.id == score.c.scale_id)
            .join(instrument, instrument.c.id == assessment.c.instrument_id)
            .join(unit, unit.c.id == assessment.c.unit_id)
            .outerjoin(numbers, numbers.c.wbp_id == assessment.c.wbp_id)
        )
        return _narrowed(
            chosen, filter, unit=assessment.c.unit_id, cohort=None, day=assessment.c.assessed_on
        ).order_by(score.c.id)

    return Dataset(
        "penilaian", ("Penilaian per skala", "Assessments by scale"), fields, query, _NO_NUMBER
    )
