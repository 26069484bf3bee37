"""A small year under one agreement, and the same beside it under another, to be counted."""

from datetime import date
from types import SimpleNamespace

from sqlmodel import Session

from models.codes import (
    ActivityGrade,
    AgreementKind,
    EnrolmentStatus,
    Pillar,
    PlannedMeasure,
    PlanStatus,
    SessionStatus,
)
from tests import factories, planning

FEBRUARY, APRIL = date(2026, 2, 2), date(2026, 4, 6)


def course(session: Session, place: int, agreement: int, partner: int, **programme: str) -> int:
    """A cohort under the agreement with two people (or officers), two sessions, four marks."""
    run = factories.cohort(
        session, unit_id=place, agreement_id=agreement, partner_id=partner,
        programme_id=factories.programme(session, **programme), planned_minutes=90,
    )  # fmt: skip
    officers = programme.get("field") == "KAPASITAS_PETUGAS"
    people = [
        factories.enrolment(session, cohort_id=run, number=number, **who)
        for number in (1, 2)
        for who in [{"officer_id": factories.officer(session, unit_id=place)} if officers else {}]
    ]
    meetings = [
        factories.meeting(session, cohort_id=run, number=1, held_on=FEBRUARY, minutes=60,
                          community_present=3),
        factories.meeting(session, cohort_id=run, number=2, held_on=date(2026, 3, 31)),
        factories.meeting(session, cohort_id=run, number=3, held_on=APRIL),
        factories.meeting(session, cohort_id=run, number=4, held_on=date(2026, 2, 9),
                          status=SessionStatus.BATAL, cancel_reason="MITRA_BERHALANGAN"),
    ]  # fmt: skip
    for meeting, marks in zip(meetings, ("HH", "HA", "HH"), strict=False):
        for who, mark in zip(people, marks, strict=True):
            name = "HADIR" if mark == "H" else "TANPA_KETERANGAN"
            factories.attendance(session, session_id=meeting, enrolment_id=who, mark=name)
    return run


def year(session: Session) -> SimpleNamespace:
    """An approved plan of six lines, its cohorts and activities, and a foreign agreement's."""
    factories.marks(session)
    _, _, place = factories.unit_tree(session)
    elsewhere = factories.unit(session)
    partner = factories.partner(session)
    agreement = factories.agreement(session, partner_id=partner)
    addendum = factories.agreement(
        session, partner_id=partner, parent_id=agreement, kind=AgreementKind.ADENDUM
    )
    skills, officers = {"field": "KEMANDIRIAN"}, {"field": "KAPASITAS_PETUGAS"}
    first = course(session, place, agreement, partner, **skills)
    course(session, elsewhere, addendum, partner, **skills)
    course(session, place, agreement, partner, **officers)
    foreign = factories.partner(session)
    course(session, place, factories.agreement(session, partner_id=foreign), foreign, **skills)
    factories.enrolment(
        session, cohort_id=first, number=3, status=EnrolmentStatus.LULUS, ended_on=FEBRUARY,
        certificate_number="S-1",
    )  # fmt: skip
    for number, (grade, community) in enumerate(
        ((ActivityGrade.DIHITUNG, 40), (ActivityGrade.DILAPORKAN, 500)), start=1
    ):
        factories.activity(
            session, agreement_id=agreement, unit_id=place, held_on=FEBRUARY, number=number,
            kind="PERTEMUAN", grade=grade, reached_community=community,
        )  # fmt: skip
    plan = planning.work_plan(
        session, agreement_id=agreement, status=PlanStatus.DISETUJUI, approved_on=date(2026, 1, 9),
        approval_letter="PAS-1/2026",
    )  # fmt: skip
    wbp, staff, community = Pillar.WBP, Pillar.PETUGAS, Pillar.MASYARAKAT
    lines = [
        {**skills, "pillar": wbp, "measure": PlannedMeasure.ORANG},
        {**skills, "pillar": wbp, "measure": PlannedMeasure.JAM, "unit_id": place},
        {**officers, "pillar": staff, "measure": PlannedMeasure.ORANG},
        {"activity_kind": "PERTEMUAN", "pillar": community, "measure": PlannedMeasure.ORANG},
        {**skills, "pillar": wbp, "measure": PlannedMeasure.SERTIFIKAT},
        {"field": None, "pillar": community, "measure": PlannedMeasure.LAINNYA},
    ]
    ids = [
        planning.planned_activity(session, plan_id=plan, number=number, **line)
        for number, line in enumerate(lines, start=1)
    ]
    return SimpleNamespace(
        agreement=agreement, plan=plan, lines=ids, place=place, cohort=first, partner=partner
    )
