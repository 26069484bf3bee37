from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

import models
from data.answers import agreement_page as page
from data.answers.agreements import Among, agreements
from data.answers.partners import partner_page, partners
from data.queries import agreement_page as found
from data.queries import delivered
from data.queries import partners as listed
from data.queries.agreement_page import Key
from data.queries.filter import Filter
from models.codes import ActivityGrade, AgreementStage
from models.door import Door, Viewer
from tests import factories, whole_world

YEAR = Filter(date(2026, 1, 1), date(2027, 1, 1))
TODAY = date(2026, 7, 1)


def key_of(session: Session, table: str, row: int) -> Key:
    owner = factories.value(session, table, row, "owner_id")
    code = factories.value(session, table, row, "code")
    return Key(factories.value(session, "unit", owner, "code"), code)


def one(frame: pd.DataFrame, pillar: str) -> dict[Any, Any]:
    [line] = frame[frame[page.PILLAR] == pillar].to_dict("records")
    return line


def test_what_was_done_under_one_agreement_holds_nothing_of_another(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        world = whole_world.world(session)
        other = factories.agreement(session)
        factories.activity(session, agreement_id=other, reached_wbp=50)
        key = key_of(session, "agreement", world.agreement)
        done = page.delivered_under(session, YEAR, key)
        nothing = page.delivered_under(session, YEAR, key_of(session, "agreement", other))
    assert len(done.cohorts) == len(done.meetings) == 1
    assert (done.meetings[delivered.ATTENDED].iloc[0], done.figures.people.now.n) == (1, 1)
    assert done.events.empty
    assert nothing.cohorts.empty
    assert nothing.meetings.empty
    assert one(nothing.pillars, delivered.WBP)[page.REPORTED] == 50


def test_pillars_tell_counted_from_reported_and_zero_from_unknown(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        world = whole_world.world(session)
        taught = factories.meeting(session, cohort_id=world.cohort, number=2, community_present=0)
        staff = factories.enrolment(session, cohort_id=world.cohort, officer_id=world.officer)
        factories.attendance(session, session_id=taught, enrolment_id=staff)
        under = {"agreement_id": world.agreement, "unit_id": world.unit}
        factories.activity(session, **under, grade=ActivityGrade.DIHITUNG, reached_officers=4)
        factories.activity(session, **under, number=2, reached_officers=9, reached_wbp=0)
        done = page.delivered_under(session, YEAR, key_of(session, "agreement", world.agreement))
    staff_line, community, wbp = (one(done.pillars, name) for name in page.BY_PILLAR)
    assert [staff_line[name] for name in page.PILLARS[1:]] == [1, 4, 9, 0]
    assert [community[name] for name in (page.PRESENT, page.UNKNOWN)] == [0, 3]
    assert pd.isna(community[page.COUNTED])
    assert [wbp[name] for name in (page.PRESENT, page.REPORTED, page.UNKNOWN)] == [1, 0, 1]


def test_the_stages_passed_are_read_from_the_history(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        signed = factories.agreement(session, code="PKS-1", ends_on=None)
        for stage in (AgreementStage.PENJAJAKAN, AgreementStage.PENJAJAKAN):
            session.add(
                models.Change(
                    account="p", table_name="agreement", row_key=str(signed), action="UBAH",
                    before={"stage": stage.value},
                )
            )  # fmt: skip
            session.flush()
        steps = page.agreement_page(session, Key("DITJENPAS", "PKS-1"), as_of=TODAY)
    assert steps is not None
    assert list(steps.steps[page.STEP]) == ["signed", "begins", "DITANDATANGANI", "ends"]
    assert pd.isna(steps.steps[page.DAY].iloc[-1])
    assert steps.expired is None


def test_parent_and_addendum_name_each_other(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        parent = factories.agreement(session, code="P")
        factories.agreement(session, code="A", parent_id=parent)
        up, down = (
            page.agreement_page(session, Key("DITJENPAS", code), as_of=TODAY) for code in "AP"
        )
        assert page.agreement_page(session, Key("DITJENPAS", "X"), as_of=TODAY) is None
    assert up is not None
    assert down is not None
    assert up.kin[[found.CODE, found.IS_PARENT]].to_numpy().tolist() == [["P", True]]
    assert down.kin[[found.CODE, found.IS_PARENT]].to_numpy().tolist() == [["A", False]]


def test_agreements_are_found_by_level_stage_field_and_aim(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        mine = factories.partner(session)
        signed = factories.agreement(session, partner_id=mine, code="MINE")
        course = factories.programme(session, field="BIDANG", supports="SINERGI")
        factories.cohort(session, partner_id=mine, agreement_id=signed, programme_id=course)
        factories.bare_agreement(session, code="BARE")

        def codes(**among: str) -> list[str]:
            return list(agreements(session, as_of=TODAY, among=Among(**among))["agreement_code"])

        assert codes() == ["BARE", "MINE"]
        assert codes(level="DITJEN") == codes(field="BIDANG") == codes(supports="SINERGI")
        assert codes(supports="SINERGI") == ["MINE"]
        assert codes(stage="PENJAJAKAN") == ["BARE"]
        assert codes(field="LAIN") == []


def test_a_partner_has_its_own_sessions_and_people(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        world = whole_world.world(session)
        idle = factories.partner(session, code="IDLE", name="Mitra Lain")
        lines = partners(session, YEAR).set_index(listed.CODE)
        mine = partner_page(session, YEAR, key_of(session, "partner", world.partner))
        other = partner_page(session, YEAR, key_of(session, "partner", idle))
        assert partner_page(session, YEAR, Key("DITJENPAS", "?")) is None
    assert mine is not None
    assert other is not None
    line = lines.loc[mine.key.code]
    assert (line[listed.SESSIONS], line[listed.PEOPLE], line[listed.AGREEMENTS]) == (1, 1, 1)
    assert pd.isna(lines.loc["IDLE", listed.PEOPLE])
    assert (len(mine.meetings), len(mine.agreements)) == (1, 1)
    assert other.meetings.empty
    assert other.agreements.empty
