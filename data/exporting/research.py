"""Rows of persons for research: pseudonyms, bands instead of days, and nobody who stands out."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.disclosure import anonymity
from data.disclosure.anonymity import AGE, FIELD, PERIOD, PROGRAMME, SEX, UNIT, Told, Values
from data.disclosure.pseudonyms import new_key, pseudonymiser
from data.exporting.flattening import Field
from data.exporting.joined import (
    ATTENDED,
    EXPECTED,
    STATE,
    marks_by_enrolment,
    narrowed,
    state_of,
    with_course,
)
from data.exporting.requests import ExportRequest
from data.exporting.shapes import Dataset, Rows, Shaped, made, stored
from data.queries.filter import Filter
from models.columns import Privacy

ANONYMITY = "sinergi:anonymity"  # what the descriptor says of how few persons are alike
KEY = "kunci_pseudonim"  # among the settings, which no file gives out
_TABLES = models.metadata.tables
_PERSON = 4  # the first columns of a query: public id, birth date, the row's day, sex; then others


def _text(heading: str, english: str, label: tuple[str, str]) -> Field:
    return made((heading, english), label, Privacy.QUASI, kind=sa.String)


_NAME = _text("nama_samaran", "pseudonym", ("Nama samaran", "Pseudonym"))
_QUASI = {
    UNIT: _text(UNIT, "unit_code", ("Unit, atau unit induknya", "Unit, or the one above it")),
    FIELD: _text(FIELD, "field", ("Bidang", "Field")),
    PROGRAMME: _text(PROGRAMME, "programme_code", ("Program", "Programme")),
    SEX: _text(SEX, "sex", ("Jenis kelamin", "Sex")),
    AGE: _text(AGE, "age_band", ("Kelompok umur pada 1 Januari", "Age band on 1 January")),
    PERIOD: _text(PERIOD, "period", ("Triwulan atau tahun", "Quarter or year")),
}
_STEP = made(
    ("langkah_umum", "steps_down"), ("Langkah pengurangan rincian", "Steps of detail given up")
)
_OF_ENROLMENT = (SEX, UNIT, FIELD, PROGRAMME)
_OF_SCORE = (SEX, UNIT)


def research_datasets() -> tuple[Dataset, ...]:
    """What can be had with pseudonyms. Attendance by session cannot: its days tell who it was."""
    return (_participants(), _assessments())


def keep_key(session: Session) -> None:
    """Make this database's key of pseudonyms, unless it has one."""
    if _kept_key(session) is None:
        session.add(models.Setting(key=KEY, value=new_key()))


def _kept_key(session: Session) -> str | None:
    kept = _TABLES["setting"]
    known: str | None = session.scalar(sa.select(kept.c.value).where(kept.c.key == KEY))
    return known


def _participants() -> Dataset:
    enrolment, person = _TABLES["enrolment"], _TABLES["wbp"]
    content = (STATE, stored("enrolment", "exit_reason"), EXPECTED, ATTENDED)

    def query(filter: Filter | None) -> "sa.Select[Any]":
        marks, unit, programme = marks_by_enrolment(), _TABLES["unit"], _TABLES["programme"]
        day = enrolment.c.started_on
        chosen = sa.select(
            person.c.public_id, person.c.birth_date, day, person.c.sex, unit.c.code,
            programme.c.field, programme.c.code, state_of(enrolment.c.status),
            enrolment.c.exit_reason, sa.func.coalesce(marks.c.expected, 0),
            sa.func.coalesce(marks.c.attended, 0),
        ).select_from(
            with_course(enrolment, enrolment.c.cohort_id)
            .join(person, person.c.id == enrolment.c.wbp_id)
            .outerjoin(marks, marks.c.enrolment_id == enrolment.c.id)
        )  # fmt: skip
        return narrowed(
            chosen, filter, unit=enrolment.c.unit_id, cohort=enrolment.c.cohort_id, day=day
        )

    called = ("Peserta dengan nama samaran", "Participants under pseudonyms")
    return _dataset("peserta", called, _OF_ENROLMENT, (content, query))


def _assessments() -> Dataset:
    score, assessment, person = (_TABLES[n] for n in ("assessment_score", "assessment", "wbp"))
    content = (
        stored("instrument", "code"), stored("instrument", "version"),
        stored("instrument_scale", "code"), stored("assessment", "occasion"),
        stored("assessment", "status"), stored("assessment_score", "score"),
    )  # fmt: skip

    def query(filter: Filter | None) -> "sa.Select[Any]":
        scale, instrument, unit = (_TABLES[n] for n in ("instrument_scale", "instrument", "unit"))
        day = assessment.c.assessed_on
        chosen = sa.select(
            person.c.public_id, person.c.birth_date, day, person.c.sex, unit.c.code,
            *(field.column for field in content),
        ).select_from(
            score.join(assessment, assessment.c.id == score.c.assessment_id)
            .join(scale, scale.c.id == score.c.scale_id)
            .join(instrument, instrument.c.id == assessment.c.instrument_id)
            .join(unit, unit.c.id == assessment.c.unit_id)
            .join(person, person.c.id == assessment.c.wbp_id)
        )  # fmt: skip
        return narrowed(chosen, filter, unit=assessment.c.unit_id, cohort=None, day=day)

    called = ("Penilaian dengan nama samaran", "Assessments under pseudonyms")
    return _dataset("penilaian", called, _OF_SCORE, (content, query))


def _dataset(
    name: str, called: tuple[str, str], quasi: Sequence[str], rows: tuple[Sequence[Field], Any]
) -> Dataset:
    headings = (*quasi, AGE, PERIOD)
    fields = (_NAME, *(_QUASI[one] for one in headings), _STEP, *rows[0])

    def shape(session: Session, request: ExportRequest, raw: Rows) -> Shaped:
        return _Anonymous(session, request, headings).shaped(raw)

    return Dataset(name, called, fields, rows[1], shape=shape, of_persons=True)


class _Anonymous:
    """Makes rows under pseudonyms in which at least K persons share each person's trace."""

    def __init__(self, session: Session, request: ExportRequest, headings: Sequence[str]) -> None:
        self._headings = headings
        self._steps = anonymity.ladder(_parents(session))
        self._reckoned = date(request.day.year, 1, 1)
        key = _kept_key(session) or new_key()  # a look before the first file has one of its own
        self._named = pseudonymiser(key, recipient=request.recipient, epoch=request.epoch)

    def shaped(self, raw: Rows) -> Shaped:
        """The rows, sorted by pseudonym: the order of the database would join two files."""
        values = [self._values(row) for row in raw]
        seen: defaultdict[str, set[Values]] = defaultdict(set)
        for row, quasi in zip(raw, values, strict=True):
            seen[row[0]].add(quasi)
        traces = {person: frozenset(trace) for person, trace in seen.items()}
        told = Told(self._headings, self._steps)
        told.settle(traces.values())
        names = {person: self._named(person) for person in traces}
        place = _PERSON + len(self._headings) - 3  # those made here: sex is among the first four
        rows = []
        for row, quasi in zip(raw, values, strict=True):
            step = told.step(traces[row[0]])
            if step is not None:
                shown = told.values(quasi, step)
                rows.append((names[row[0]], *shown, step, *row[place:]))
        steps = Counter(told.step(trace) for trace in traces.values())
        return Shaped(sorted(rows, key=repr), self._told(steps, len(raw) - len(rows)))

    def _values(self, row: Sequence[Any]) -> Values:
        _, born, day, sex, *others = row
        own = [str(one) for one in others[: len(self._headings) - 3]]
        age = anonymity.age_band(born, self._reckoned)
        return (str(sex), *own, age, anonymity.quarter(day))

    def _told(self, steps: Counter[int | None], withheld_rows: int) -> dict[str, Any]:
        return {
            ANONYMITY: {
                "k": anonymity.K,
                "quasi": list(self._headings),
                "ladder": [f"{number}. {one.heading}: {one.said}"
                           for number, one in enumerate(self._steps, start=1)],
                "persons": sum(n for step, n in steps.items() if step is not None),
                "persons_by_steps": {str(s): n for s, n in sorted(steps.items(), key=repr)
                                     if s is not None},
                "withheld_persons": steps[None],
                "withheld_rows": withheld_rows,
            }
        }  # fmt: skip


def _parents(session: Session) -> dict[str, str]:
    """The code of the unit above each unit that has one."""
    unit = _TABLES["unit"]
    above = unit.alias("above")
    query = sa.select(unit.c.code, above.c.code).join(above, above.c.id == unit.c.parent_id)
    return {row[0]: row[1] for row in session.execute(query)}
