"""A small nation for the screens: units, cohorts, marks, scores and agreements, made by chance."""

import random
from datetime import date, timedelta
from pathlib import Path

from sqlmodel import Session

import models
from models import codes
from models.door import Door
from models.migrating import upgrade
from tests import factories
from tests.conftest import OFFICER

UNITS = (
    ("Lapas Kelas IIA Contoh Satu", 0.92),
    ("Lembaga Pembinaan Khusus Anak Kelas I Contoh Dua", 0.81),
    ("Rutan Kelas IIB Contoh Tiga", 0.66),
    ("Lapas Perempuan Kelas IIA Contoh Empat", 0.74),
)
PROGRAMMES = (("Konseling kelompok", 6.0), ("Pelatihan las dasar", 2.5), ("Kejar Paket C", 0.5))
FIRST = date(2025, 8, 4)
PEOPLE, MEETINGS = 14, 6


def door_to(
    path: Path, *, filled: bool, mode: codes.DatabaseMode = codes.DatabaseMode.DEMO
) -> Door:
    """A door to a new SQLite database at `path`, with tables and state, and perhaps with rows."""
    door = Door(f"sqlite:///{path}")
    upgrade(door)
    with door.writing(OFFICER) as session:
        session.add(models.DatabaseState(id=1, mode=mode))
        if filled:
            fill(session)
    return door


def fill(session: Session) -> None:
    """Four units with three cohorts each, from August 2025 to June 2026; three agreements."""
    chance = random.Random(1)
    _, kanwil, _ = factories.unit_tree(session)
    factories.marks(session)
    factories.code(
        session, "bidang_program", "KEMANDIRIAN", label_id="Kemandirian", label_en="Self-reliance"
    )
    measure = factories.instrument(session, code="SPPN", version="2021")
    scale = factories.scale(
        session, instrument_id=measure, code="SIKAP", name_id="Sikap", name_en="Conduct"
    )
    courses = [factories.programme(session, name=name) for name, _ in PROGRAMMES]
    for number, (name, regular) in enumerate(UNITS):
        unit = factories.unit(session, name=name, parent_id=kanwil)
        assessor = factories.officer(session, unit_id=unit)
        for order, (course, (_, gain)) in enumerate(zip(courses, PROGRAMMES, strict=True)):
            starts = FIRST + timedelta(weeks=4 * number + 12 * order)
            people = PEOPLE if number else 4
            _run(session, chance, unit, course, starts, (people, regular, gain), (scale, assessor))
    _agreements(session)


def _run(session, chance, unit, course, starts, shape, measured) -> None:  # type: ignore[no-untyped-def]
    people, regular, gain = shape
    ends = starts + timedelta(weeks=MEETINGS - 1)
    cohort = factories.cohort(
        session, unit_id=unit, programme_id=course, starts_on=starts, ends_on=ends,
        status=codes.CohortStatus.SELESAI, planned_sessions=MEETINGS,
    )  # fmt: skip
    meetings = [
        factories.meeting(session, cohort_id=cohort, number=index + 1,
                          held_on=starts + timedelta(weeks=index))
        for index in range(MEETINGS)
    ]  # fmt: skip
    for _ in range(people):
        place = factories.enrolment(
            session, cohort_id=cohort, started_on=starts, ended_on=ends,
            status=codes.EnrolmentStatus.SELESAI,
        )  # fmt: skip
        for meeting in meetings:
            if chance.random() < 0.95:
                mark = "HADIR" if chance.random() < regular else "TANPA_KETERANGAN"
                factories.attendance(session, session_id=meeting, enrolment_id=place, mark=mark)
        if chance.random() < 0.8:
            person = factories.value(session, "enrolment", place, "wbp_id")
            before = round(chance.gauss(64, 7))
            after = round(before + chance.gauss(gain, 5))
            for day, score in ((starts, before), (ends, after)):
                _score(session, (unit, person, day, score), measured)


def _score(session, what, measured) -> None:  # type: ignore[no-untyped-def]
    (unit, person, day, score), (scale, assessor) = what, measured
    measure = factories.value(session, "instrument_scale", scale, "instrument_id")
    assessment = factories.assessment(
        session, unit_id=unit, wbp_id=person, instrument_id=measure, assessor_id=assessor,
        assessed_on=day,
    )  # fmt: skip
    factories.score(session, assessment_id=assessment, scale_id=scale, score=float(score))


def _agreements(session: Session) -> None:
    yayasan = factories.partner(session, name="Yayasan Contoh Sejahtera")
    kampus = factories.partner(session, name="Universitas Contoh Nusantara")
    first = factories.agreement(
        session, partner_id=yayasan, code="2022-01", number="PAS-12.HH.05.05 TAHUN 2022"
    )
    factories.party(session, agreement_id=first, position=3, partner_id=kampus)
    factories.agreement(
        session, partner_id=kampus, code="2022-02", kind=None, ends_on=None, starts_on=None
    )
    factories.agreement(session, partner_id=yayasan, code="2022-03", ends_on=date(2024, 6, 26))
