"""One small world with a row of nearly everything, for tests that need it all."""

from types import SimpleNamespace

from sqlmodel import Session

from tests import factories


def world(session: Session) -> SimpleNamespace:
    """One unit, its officer, one person in one cohort of one partner, present and assessed.

    Gives the id of each by name: `world(session).cohort`.
    """
    _, _, place = factories.unit_tree(session)
    factories.marks(session)
    staff, someone = (
        factories.officer(session, unit_id=place),
        factories.person(session, unit_id=place),
    )
    deliverer = factories.partner(session)
    signed = factories.agreement(session, partner_id=deliverer)
    course = factories.programme(session)
    run = factories.cohort(
        session, unit_id=place, programme_id=course, partner_id=deliverer, agreement_id=signed
    )
    met = factories.meeting(session, cohort_id=run)
    place_in_it = factories.enrolment(session, cohort_id=run, wbp_id=someone, number=1)
    factories.attendance(session, session_id=met, enrolment_id=place_in_it)
    measure = factories.instrument(session)
    aspect = factories.scale(session, instrument_id=measure)
    measured = factories.assessment(
        session, unit_id=place, wbp_id=someone, instrument_id=measure, assessor_id=staff
    )
    result = factories.score(session, scale_id=aspect, assessment_id=measured)
    return SimpleNamespace(
        unit=place, officer=staff, wbp=someone, partner=deliverer, agreement=signed,
        programme=course, cohort=run, meeting=met, enrolment=place_in_it, instrument=measure,
        scale=aspect, assessment=measured, score=result,
    )  # fmt: skip
