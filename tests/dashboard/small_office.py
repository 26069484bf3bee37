"""The smallest office in real use: one unit of three people, bound to it, and a unit beside it."""

from datetime import date
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

import models
from models import codes
from tests import factories, planning
from tests.conftest import OFFICER
from tests.dashboard.worlds import door_to

OWN, OTHER = "AAA", "BBB"
BEGAN, ENDED, RELEASED = date(2026, 1, 5), date(2026, 3, 30), date(2026, 4, 1)
PEOPLE = 3


def small_office(path: Path) -> str:
    """The address of a database in mode NYATA with a row or three of everything."""
    door = door_to(path, filled=False, mode=codes.DatabaseMode.NYATA)
    with door.writing(OFFICER) as session:
        own = factories.unit(session, code=OWN, name="Lapas Contoh Kecil")
        factories.unit(session, code=OTHER, name="Lapas Contoh Tetangga")
        state = models.metadata.tables["database_state"]
        session.execute(sa.update(state).values(unit_id=own))
        factories.marks(session)
        factories.official_indicator(session, name_id="Hak pendidikan", name_en="Education")
        _people(session, own, _cohort(session, own))
    door.close()
    return f"sqlite:///{path}"


def _cohort(session: Session, own: int) -> int:
    """A cohort of a partner under an agreement with a plan and a report."""
    partner = factories.partner(session, code="A1", name="Badan Contoh Kecil")
    deal = factories.agreement(
        session, code="PKS-1", partner_id=partner, data_role="Pemroses",
        data_basis="Pasal 7", data_until=date(2027, 1, 1),
    )  # fmt: skip
    plan = planning.work_plan(session, agreement_id=deal)
    line = planning.planned_activity(session, plan_id=plan)
    report = planning.progress_report(session, plan_id=plan)
    planning.progress_line(session, report_id=report, activity_id=line)
    course = factories.programme(session, name="Kelas Contoh")
    return factories.cohort(
        session, unit_id=own, programme_id=course, partner_id=partner, agreement_id=deal,
        starts_on=BEGAN, ends_on=ENDED, capacity=PEOPLE,
    )  # fmt: skip


def _people(session: Session, own: int, run: int) -> None:
    """Two came once, one was ill; the second session is unmarked; each was assessed twice."""
    measure = factories.instrument(session, code="SPPN", version="2021")
    scale = factories.scale(
        session, instrument_id=measure, code="SIKAP", name_id="Sikap", name_en="Conduct"
    )
    assessor = factories.officer(session, unit_id=own)
    first = factories.meeting(session, cohort_id=run, number=1, held_on=BEGAN)
    factories.meeting(session, cohort_id=run, number=2, held_on=ENDED)
    for number in range(1, PEOPLE + 1):
        person = factories.person(session, unit_id=own, name=f"Orang Kecil {number}")
        factories.need(session, wbp_id=person)
        for day, score in ((BEGAN, 50.0), (ENDED, 55.0)):
            found = factories.assessment(
                session, unit_id=own, wbp_id=person, instrument_id=measure, assessor_id=assessor,
                assessed_on=day,
            )  # fmt: skip
            factories.score(session, assessment_id=found, scale_id=scale, score=score)
        place = factories.enrolment(
            session, cohort_id=run, wbp_id=person, number=number, started_on=BEGAN, ended_on=ENDED,
            status=codes.EnrolmentStatus.SELESAI,
        )  # fmt: skip
        mark = "HADIR" if number > 1 else "SAKIT"
        factories.attendance(session, session_id=first, enrolment_id=place, mark=mark)
    factories.entitlement(session, wbp_id=person, unit_id=own, hearing_on=date(2026, 7, 20))
    factories.incident(session, wbp_id=person, unit_id=own, occurred_on=BEGAN)
