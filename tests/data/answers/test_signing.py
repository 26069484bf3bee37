"""What is missing of a day's agreements is named, and nothing is made up."""

from datetime import date

import pytest

from data.answers.signing import Missing, SignedAgreement, signed_agreements, signing_days
from data.errors import SinergiError
from data.reports.signing import signing_page
from models import codes
from models.door import Door, Viewer
from tests import factories

DAY, AS_OF = date(2022, 6, 27), date(2026, 11, 24)


def _one(door: Door, viewer: Viewer) -> SignedAgreement:
    with door.reading(viewer) as session:
        (found,) = signed_agreements(session, DAY, as_of=AS_OF)
    return found


def test_an_agreement_with_nothing_says_what_it_lacks_and_counts_the_days(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        factories.agreement(session, signed_on=DAY, number=None, starts_on=None, ends_on=None)
        factories.agreement(session, signed_on=date(2023, 1, 1))
    one = _one(door, viewer)
    assert one.missing == (
        Missing.NUMBER, Missing.STARTS_ON, Missing.ENDS_ON, Missing.DOCUMENT, Missing.WORK_PLAN,
        Missing.REPORTS, Missing.DATA_TERMS,
    )  # fmt: skip
    assert (one.last_activity, one.quiet_days, one.signed_days) == (None, None, 1611)
    assert {line.present for line in one.pillars} == {None}


def test_what_happened_is_told_per_pillar_with_what_is_unknown(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        agreement = factories.agreement(session, signed_on=DAY, number="PKS-1")
        for number, grade in enumerate(codes.ActivityGrade, start=1):
            factories.activity(
                session, agreement_id=agreement, held_on=date(2026, 11, 20), number=number,
                reached_officers=10 * number, grade=grade,
            )  # fmt: skip
        factories.insert(
            session, "work_plan", agreement_id=agreement, year=2026, version=1,
            status=codes.PlanStatus.DRAF,
        )  # fmt: skip
    one = _one(door, viewer)
    officers, community, _ = one.pillars
    assert (officers.present, officers.counted, officers.reported) == (None, 10, 20)
    assert (community.counted, community.reported, community.unknown) == (None, None, 2)
    assert one.quiet_days == 4
    assert Missing.NUMBER not in one.missing
    assert Missing.APPROVAL in one.missing
    assert Missing.WORK_PLAN not in one.missing


def test_a_day_without_a_signing_is_told(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session, pytest.raises(SinergiError, match="2022-06-27"):
        signing_page(session, DAY, as_of=AS_OF)


def test_the_days_of_signing_are_listed_with_their_agreements(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        for _ in range(2):
            factories.agreement(session, signed_on=DAY)
    with door.reading(viewer) as session:
        assert signing_days(session) == {DAY: 2}
