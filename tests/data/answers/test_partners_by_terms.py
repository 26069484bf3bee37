from datetime import date

from data.answers.partner_view import PartnerTerms, Untold, partners_by_terms
from data.queries.agreement_page import Key
from models.codes import AgreementStage
from models.door import Door, Viewer
from tests import factories

TODAY = date(2026, 7, 1)
TERMS = {"data_role": "Pemroses", "data_basis": "Pasal 5"}
SIGNED = {
    "A": {**TERMS, "data_until": TODAY},
    "B": {**TERMS, "data_until": date(2026, 6, 30)},
    "C": {},
    "D": {**TERMS, "data_until": TODAY, "stage": AgreementStage.PEMBAHASAN, "signed_on": None},
}


def test_each_partner_says_whether_it_may_be_told_and_why_not(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        for code, values in SIGNED.items():
            partner = factories.partner(session, code=code, name=f"Mitra {code}")
            factories.agreement(session, partner_id=partner, **values)
        factories.partner(session, code="E", name="Mitra E")
        told = partners_by_terms(session, as_of=TODAY)
    assert tuple(one for one in told if one.key.code in "ABCDE") == (
        PartnerTerms(Key("DITJENPAS", "A"), "Mitra A", None, TODAY),
        PartnerTerms(Key("DITJENPAS", "B"), "Mitra B", Untold.ENDED, date(2026, 6, 30)),
        PartnerTerms(Key("DITJENPAS", "C"), "Mitra C", Untold.NO_TERMS),
        PartnerTerms(Key("DITJENPAS", "D"), "Mitra D", Untold.NOT_SIGNED),
        PartnerTerms(Key("DITJENPAS", "E"), "Mitra E", Untold.NO_AGREEMENT),
    )
