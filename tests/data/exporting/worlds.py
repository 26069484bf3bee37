"""A cohort of three people at two units' worth of rows, small enough to count by hand."""

from datetime import date, time

from sqlmodel import Session

from tests import factories

FORMULA = "=HYPERLINK(1)"


def course(session: Session) -> None:
    """Unit AAA: one cohort, two meetings, three people; one is named like a formula."""
    factories.marks(session)
    unit = factories.unit(session, code="AAA", name="Lapas Contoh", capacity=120)
    factories.unit(session, code="BBB", name="Rutan Contoh")
    programme = factories.programme(
        session, code="BCA", name="Baca", field="KEMANDIRIAN", minimum_dosage=50
    )
    cohort = factories.cohort(session, code="2026-01", unit_id=unit, programme_id=programme)
    people = [
        factories.person(session, unit_id=unit, number=f"00{n}", name=name,
                         birth_date=date(1990, 1, n))
        for n, name in enumerate((FORMULA, "Orang Dua", "+62 tiga"), start=1)
    ]  # fmt: skip
    enrolments = [
        factories.enrolment(session, cohort_id=cohort, wbp_id=person, number=n)
        for n, person in enumerate(people, start=1)
    ]
    for number, day in enumerate((date(2026, 1, 5), date(2026, 2, 2)), start=1):
        meeting = factories.meeting(
            session, cohort_id=cohort, number=number, held_on=day, minutes=90,
            starts_at=time(9, 30),
        )  # fmt: skip
        for place, enrolment in enumerate(enrolments):
            mark = "SAKIT" if (number, place) == (2, 0) else "HADIR"
            factories.attendance(session, session_id=meeting, enrolment_id=enrolment, mark=mark)
    scale = factories.scale(session, code="SIKAP")
    measure = factories.value(session, "instrument_scale", scale, "instrument_id")
    found = factories.assessment(
        session, unit_id=unit, wbp_id=people[0], instrument_id=measure, consent=True
    )
    factories.score(session, scale_id=scale, assessment_id=found, score=61.125)
    factories.incident(session, unit_id=unit, wbp_id=people[1])
