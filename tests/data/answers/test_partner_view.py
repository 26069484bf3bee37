from datetime import date

from data.answers.partner_view import participants
from data.queries import partner_view
from data.queries.agreement_page import Key
from models.door import Door, Viewer
from tests import factories

TODAY = date(2026, 7, 1)
TERMS = {"data_role": "Pemroses", "data_basis": "Pasal 5", "data_until": date(2027, 1, 1)}


def test_a_partner_sees_its_own_numbers_and_nothing_of_another(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        for code, number, terms in (("M", 1, TERMS), ("N", 2, TERMS), ("O", 3, {})):
            partner = factories.partner(session, code=code)
            signed = factories.agreement(session, partner_id=partner, **terms)
            run = factories.cohort(session, partner_id=partner, agreement_id=signed)
            met = factories.meeting(session, cohort_id=run)
            one = factories.enrolment(session, cohort_id=run, number=number)
            factories.attendance(session, session_id=met, enrolment_id=one)
        mine, theirs, without_terms = (
            participants(session, Key("DITJENPAS", code), 2026, as_of=TODAY) for code in "MNO"
        )
        later = participants(session, Key("DITJENPAS", "M"), 2026, as_of=date(2027, 1, 2))
    assert mine[partner_view.PARTICIPANT].tolist() == [1]
    assert theirs[partner_view.PARTICIPANT].tolist() == [2]
    assert without_terms.empty
    assert later.empty
    assert tuple(mine.columns) == partner_view.PARTICIPANTS
