"""Rules that hold over several rows: what must be refused at commit, what must follow, what may."""

from datetime import date

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from models.codes import AgreementStage, LegalStatus, PartyRole
from models.door import Door, Viewer
from tests import factories, whole_world

SIGNED = {"stage": AgreementStage.DITANDATANGANI, "signed_on": factories.SIGNED_ON}


def sign(door: Door, viewer: Viewer, *positions: int) -> int:
    """A signed agreement with a party at each of `positions`, in one transaction."""
    with door.writing(viewer) as session:
        agreement = factories.bare_agreement(session, **SIGNED)
        for position in positions:
            factories.party(session, agreement_id=agreement, position=position)
    return agreement


def test_an_agreement_may_come_before_its_parties_in_one_transaction(
    door: Door, viewer: Viewer
) -> None:
    assert sign(door, viewer, 2, 1) > 0


@pytest.mark.parametrize("positions", [(), (1,), (2,), (1, 3), (3, 4)])
def test_a_signed_agreement_without_two_parties_is_refused_at_commit(
    door: Door, viewer: Viewer, positions: tuple[int, ...]
) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        sign(door, viewer, *positions)
    with door.reading(viewer) as session:
        assert count(session, "agreement") == 0


def test_an_agreement_under_negotiation_may_have_no_party(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.bare_agreement(session, stage=AgreementStage.PEMBAHASAN)


def test_signing_needs_the_two_parties_as_well(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        agreement = factories.bare_agreement(session)
        factories.party(session, agreement_id=agreement, position=1)
    with pytest.raises(sa.exc.IntegrityError), door.writing(viewer) as session:
        session.execute(sa.text("UPDATE agreement SET signed_on = '2026-01-05'"))


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM agreement_party WHERE position = 1",
        "DELETE FROM agreement_party WHERE position = 2",
        "DELETE FROM agreement_party",
        "UPDATE agreement_party SET position = 3 WHERE position = 2",
    ],
)
def test_a_party_of_a_signed_agreement_stays(door: Door, viewer: Viewer, change: str) -> None:
    sign(door, viewer, 1, 2)
    with pytest.raises(sa.exc.IntegrityError), door.writing(viewer) as session:
        session.execute(sa.text(change))
    with door.reading(viewer) as session:
        assert count(session, "agreement_party") == 2


def test_a_witness_comes_after_the_parties(door: Door, viewer: Viewer) -> None:
    agreement = sign(door, viewer, 1, 2)
    with door.writing(viewer) as session:
        factories.party(session, agreement_id=agreement, position=3, role=PartyRole.SAKSI)


def test_both_parties_may_be_partners(door: Door, viewer: Viewer) -> None:
    sign(door, viewer, 1, 2)
    with door.reading(viewer) as session:
        query = "SELECT count(*) FROM agreement_party WHERE partner_id IS NOT NULL"
        assert session.execute(sa.text(query)).scalar_one() == 2


def test_asimilasi_is_open_in_the_institution_and_under_guidance(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        person = factories.wbp(session)
        factories.custody(session, wbp_id=person)
        factories.custody(session, wbp_id=person, legal_status=LegalStatus.KLIEN_DEWASA)


@pytest.mark.parametrize(
    "statuses",
    [
        (LegalStatus.TAHANAN, LegalStatus.NARAPIDANA),
        (LegalStatus.KLIEN_DEWASA, LegalStatus.KLIEN_ANAK),
    ],
)
def test_two_open_stretches_of_one_function_are_refused(
    door: Door, viewer: Viewer, statuses: tuple[LegalStatus, LegalStatus]
) -> None:
    with pytest.raises(sa.exc.IntegrityError), door.writing(viewer) as session:
        person = factories.wbp(session)
        for status in statuses:
            factories.custody(session, wbp_id=person, legal_status=status)


def test_a_stretch_may_open_when_the_one_before_has_ended(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        person = factories.wbp(session)
        factories.custody(session, wbp_id=person, ended_on=date(2025, 6, 1))
        factories.custody(session, wbp_id=person, started_on=date(2025, 6, 1))


def test_a_wider_scale_takes_its_scores_with_it(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.score(session, score=60.0)
        session.execute(sa.text("UPDATE instrument_scale SET maximum = 120"))
        query = sa.text("SELECT maximum FROM assessment_score")
        assert session.execute(query).scalar_one() == 120


def test_a_scale_cannot_become_narrower_than_its_scores(door: Door, viewer: Viewer) -> None:
    with pytest.raises(sa.exc.IntegrityError), door.writing(viewer) as session:
        factories.score(session, score=60.0)
        session.execute(sa.text("UPDATE instrument_scale SET maximum = 50"))


def test_what_hangs_on_a_cohort_follows_it_to_another_unit(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        whole_world.world(session)
        there = factories.unit(session)
        session.execute(sa.text("UPDATE cohort SET unit_id = :there").bindparams(there=there))
        for table in ("programme_session", "enrolment", "attendance"):
            query = sa.text(f"SELECT DISTINCT unit_id FROM {table}")
            assert session.execute(query).scalars().all() == [there]


def count(session: Session, table: str) -> int:
    """How many rows `table` has."""
    return int(session.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one())
