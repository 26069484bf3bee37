"""Returns after release: who counts as released, as returned, and who is not followed yet."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from data.answers import columns
from data.answers.returns import (
    DRAWN,
    NOT_DRAWN,
    OTHERS,
    PARTICIPANTS,
    cohort_difference,
    cohort_returns,
    returns_by_participation,
)
from data.queries.filter import Filter
from models import metadata
from models.codes import CohortAssignment, EnrolmentStatus, LegalStatus, ReturnKind
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import code_of

RELEASED = date(2024, 3, 1)
MARCH = Filter(date(2024, 3, 1), date(2024, 4, 1))
LATE = date(2026, 3, 1)


def released(session: Session, unit: int, day: date = RELEASED, **values: object) -> int:
    given = {"exit_reason": "BEBAS_MURNI", "started_on": date(2023, 1, 1)} | values
    wbp = factories.wbp(session)
    factories.custody(session, unit_id=unit, wbp_id=wbp, ended_on=day, **given)
    return wbp


def offended(session: Session, wbp: int, days: int, **values: object) -> None:
    day = RELEASED + timedelta(days=days)
    given = {"offence_on": day, "proven_on": day + timedelta(days=90)} | values
    factories.new_offence(session, wbp_id=wbp, **given)


def counts(session: Session, as_of: date = LATE, **settings: object) -> dict[str, tuple[int, ...]]:
    frame = returns_by_participation(session, MARCH, as_of=as_of, **settings)  # type: ignore[arg-type]
    assert tuple(frame.columns) == columns.RETURNS
    return {
        line.group: (line.released, line.returned, line.excluded) for line in frame.itertuples()
    }


def test_groups_are_participants_not_drawn_and_others(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        came, lost, neither = (released(session, here) for _ in range(3))
        cohort = factories.cohort(session, unit_id=here)
        met = factories.meeting(session, cohort_id=cohort, held_on=date(2024, 1, 8))
        enrolled = factories.enrolment(session, cohort_id=cohort, wbp_id=came)
        factories.attendance(session, session_id=met, enrolment_id=enrolled)
        factories.enrolment(
            session, cohort_id=cohort, wbp_id=lost, status=EnrolmentStatus.TIDAK_TERUNDI
        )
        offended(session, neither, 10)
        assert counts(session) == {
            PARTICIPANTS: (1, 0, 0), NOT_DRAWN: (1, 0, 0), OTHERS: (1, 1, 0),
        }  # fmt: skip


@pytest.mark.parametrize(("days", "returned"), [(0, 1), (364, 1), (365, 1), (366, 0), (-1, 0)])
def test_the_last_day_of_the_window_counts(
    door: Door, viewer: Viewer, days: int, returned: int
) -> None:
    with door.writing(viewer) as session:
        offended(session, released(session, factories.unit(session)), days)
        assert counts(session) == {OTHERS: (1, returned, 0)}


@pytest.mark.parametrize(("short_by", "expected"), [(0, (1, 0, 0)), (1, (0, 0, 1))])
def test_without_the_full_window_and_time_for_proof_a_person_is_excluded(
    door: Door, viewer: Viewer, short_by: int, expected: tuple[int, ...]
) -> None:
    with door.writing(viewer) as session:
        released(session, factories.unit(session))
        as_of = RELEASED + timedelta(days=365 + 183 - short_by)
        assert counts(session, as_of=as_of) == {OTHERS: expected}


def test_only_the_kinds_asked_for_count(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        wbp = released(session, factories.unit(session))
        offended(session, wbp, 30, kind=ReturnKind.PENCABUTAN)
        assert counts(session) == {OTHERS: (1, 0, 0)}
        assert counts(session, kinds=(ReturnKind.PENCABUTAN,)) == {OTHERS: (1, 1, 0)}


@pytest.mark.parametrize("reason", ["PINDAH", "MENINGGAL", "MELARIKAN_DIRI", None])
def test_moving_dying_and_escaping_are_no_release(
    door: Door, viewer: Viewer, reason: str | None
) -> None:
    with door.writing(viewer) as session:
        released(session, factories.unit(session), exit_reason=reason)
        assert counts(session) == {}


def test_going_on_in_another_stretch_is_no_release_but_guidance_is(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        kept, paroled = released(session, here), released(session, here, exit_reason="PB")
        factories.custody(session, unit_id=here, wbp_id=kept, started_on=RELEASED)
        factories.custody(
            session, wbp_id=paroled, started_on=RELEASED, legal_status=LegalStatus.KLIEN_DEWASA
        )
        assert counts(session) == {OTHERS: (1, 0, 0)}


def test_releases_of_another_unit_are_outside_the_filter(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        released(session, here)
        released(session, factories.unit(session))
        chosen = Filter(MARCH.start, MARCH.end, unit=code_of(session, here))
        frame = returns_by_participation(session, chosen, as_of=LATE)
    assert list(frame[columns.RELEASED]) == [1]


def lottery(
    session: Session, arms: dict[EnrolmentStatus, tuple[int, int]], **values: object
) -> str:
    """A cohort "UNDIAN-1"; each arm is (released, of them arrested on day 364). The unit's code."""
    here = factories.unit(session)
    cohort = factories.cohort(
        session, unit_id=here, code="UNDIAN-1", starts_on=date(2023, 6, 1),
        **{"assignment": CohortAssignment.UNDIAN, "seed": 7} | values,
    )  # fmt: skip
    for status, (people, arrested) in arms.items():
        for number in range(people):
            wbp = released(session, here)
            factories.enrolment(
                session, cohort_id=cohort, wbp_id=wbp, status=status, started_on=None
            )
            if number < arrested:
                offended(session, wbp, 364, kind=ReturnKind.PENANGKAPAN, proven_on=None)
    return code_of(session, here)


def test_a_lottery_of_432_people_is_answered_by_arm(door: Door, viewer: Viewer) -> None:
    """The counts of Rossi, Berk and Lenihan: 48 and 66 of 216 arrested within 52 weeks."""
    arms = {EnrolmentStatus.LULUS: (216, 48), EnrolmentStatus.TIDAK_TERUNDI: (216, 66)}
    with door.writing(viewer) as session:
        unit = lottery(session, arms)
        asked = {"within_days": 364, "proven": False, "as_of": RELEASED + timedelta(days=364)}
        frame = cohort_returns(session, unit, "UNDIAN-1", **asked)  # type: ignore[arg-type]
        difference = cohort_difference(session, unit, "UNDIAN-1", **asked)  # type: ignore[arg-type]
    assert frame.to_dict("records") == [
        {"group": DRAWN, "released": 216, "returned": 48},
        {"group": NOT_DRAWN, "released": 216, "returned": 66},
    ]
    assert difference.value == pytest.approx(-1 / 12)
    assert (difference.low, difference.high) == pytest.approx(
        (-0.1650462539, -0.0001510365), abs=1e-6
    )
    assert difference.evidence == "R"


def test_arrests_without_proof_do_not_count_where_proof_is_asked(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        unit = lottery(session, {EnrolmentStatus.AKTIF: (2, 1)})
        frame = cohort_returns(session, unit, "UNDIAN-1", within_days=365, proven=True, as_of=LATE)
    assert frame.to_dict("records") == [{"group": DRAWN, "released": 2, "returned": 0}]


def test_a_second_release_after_the_offence_does_not_hide_it(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        unit = lottery(session, {EnrolmentStatus.AKTIF: (1, 1)})
        table = metadata.tables["return"]
        wbp = session.execute(table.select()).mappings().one()["wbp_id"]
        factories.custody(
            session, wbp_id=wbp, started_on=date(2025, 3, 1), ended_on=date(2025, 9, 1),
            exit_reason="BEBAS_MURNI",
        )  # fmt: skip
        frame = cohort_returns(session, unit, "UNDIAN-1", within_days=365, proven=False, as_of=LATE)
    assert list(frame[columns.RETURNED]) == [1]


def test_without_a_lottery_the_comparison_is_refused(door: Door, viewer: Viewer) -> None:
    arms = {EnrolmentStatus.LULUS: (2, 1), EnrolmentStatus.TIDAK_TERUNDI: (2, 1)}
    asked = {"within_days": 365, "proven": False, "as_of": LATE}
    with door.writing(viewer) as session:
        unit = lottery(session, arms, assignment=CohortAssignment.BIASA, seed=None)
        frame = cohort_returns(session, unit, "UNDIAN-1", **asked)  # type: ignore[arg-type]
        refused = cohort_difference(session, unit, "UNDIAN-1", **asked)  # type: ignore[arg-type]
    assert tuple(frame.columns) == columns.COHORT_RETURNS
    assert frame.empty
    assert (refused.status, refused.evidence, refused.value) == ("not_estimable", "C", None)
