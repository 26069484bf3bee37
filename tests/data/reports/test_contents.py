"""Contents of documents about agreements: the same figures as the rows, and nothing too much."""

from dataclasses import asdict
from datetime import date

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from data.answers.progress import plan_progress
from data.errors import SinergiError
from data.queries.agreement_page import Key
from data.recording import obligations, reports
from data.reports.evaluation import evaluation
from data.reports.partner_sheet import partner_sheet
from data.reports.quarterly import quarterly_content
from models.door import Door, Viewer
from tests import factories
from tests.data.answers import delivery
from tests.data.recording.test_reports import TODAY, ready

END = date(2027, 7, 1)


def agreement_key(session: Session, agreement: int) -> Key:
    return Key("DITJENPAS", factories.value(session, "agreement", agreement, "code"))


def test_a_quarter_stands_as_it_was_submitted(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        key = agreement_key(session, here.agreement)
        with pytest.raises(SinergiError, match=r"Belum ada laporan triwulan 1/2026"):
            quarterly_content(session, key, 2026, 1, as_of=TODAY)
        report = ready(session, viewer, here)
        reports.submit_report(session, viewer, report, seen=1, today=TODAY)
    with door.reading(viewer) as session:
        found = quarterly_content(session, key, 2026, 1, as_of=TODAY)
    assert [line.counted for line in found.report.lines] == [4, 3, 2, 40, 1, None]
    assert found.recount is not None and found.recount.stands
    assert found.parties == ("Ditjenpas", "Mitra Contoh")
    people = dict(zip(found.pillars["pillar"], found.pillars["present"], strict=True))
    assert (people["officers"], people["wbp"]) == (2, 2)  # the addendum's cohort stands with it


def test_an_evaluation_holds_the_promise_against_what_came(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        key = agreement_key(session, here.agreement)
        duty = {"text": "Menyediakan pelatih", "party_position": 2, "due": TODAY}
        obligations.write_obligation(session, viewer, here.agreement, duty, today=TODAY)
    with door.reading(viewer) as session:
        found = evaluation(session, key, as_of=END)
        early = evaluation(session, key, as_of=TODAY)
        with pytest.raises(SinergiError, match="belum ditandatangani"):
            evaluation(session, Key("DITJENPAS", "TIDAK_ADA"), as_of=END)
    assert (found.first, found.last, early.last) == (date(2022, 6, 27), date(2027, 6, 26), TODAY)
    assert [(plan.year, plan.lines[0].counted.value) for plan in found.years] == [(2026, 4)]
    assert [(one.party, one.is_late(TODAY), one.is_late(END)) for one in found.duties] == [
        ("Mitra Contoh", False, True)
    ]
    # from 2026 on, the first year with a plan: four quarters, and two of 2027 as it ends in June
    assert [(one.year, one.quarter) for one in found.missing_reports] == [
        (2026, 1), (2026, 2), (2026, 3), (2026, 4), (2027, 1), (2027, 2),
    ]  # fmt: skip


def test_a_partner_sees_its_own_agreements_with_terms_and_nothing_of_others(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        owner, code = "DITJENPAS", factories.value(session, "partner", here.partner, "code")
        with pytest.raises(SinergiError, match="ketentuan data"):
            partner_sheet(session, Key(owner, code), 2026, as_of=TODAY)
        session.execute(
            sa.text("UPDATE agreement SET data_role = 'Pemroses', data_basis = 'Pasal 7', "
                    "data_until = '2026-12-31'")
        )  # fmt: skip
        loose = factories.cohort(session, partner_id=here.partner)  # under no agreement
        met = factories.meeting(session, cohort_id=loose, held_on=date(2026, 3, 2))
        factories.attendance(
            session, session_id=met, enrolment_id=factories.enrolment(session, cohort_id=loose)
        )
    with door.reading(viewer) as session:
        found = partner_sheet(session, Key(owner, code), 2026, as_of=TODAY)
        own = {agreement_key(session, key) for key in (here.agreement,)}
        with pytest.raises(SinergiError, match="ketentuan data"):
            partner_sheet(session, Key(owner, code), 2027, as_of=date(2027, 1, 1))
        people = session.scalars(sa.text("SELECT name FROM officer UNION SELECT name FROM wbp"))
        names = set(people)
    keys = {one.key for one in found.agreements}
    assert own < keys
    assert len(keys) == 2  # and its addendum; the other partner's is not there
    assert found.figures.people.now.value == 4  # WBP of its cohorts, not officers
    plan = next(one.plan for one in found.agreements if one.plan is not None)
    assert plan.lines[0].counted.value == 4
    shown = repr([asdict(one) for one in found.agreements])
    assert not [name for name in names if name in shown]


def test_of_a_joint_agreement_each_partner_is_told_its_own_cohorts_only(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        other = factories.partner(session)
        factories.party(session, agreement_id=here.agreement, position=3, partner_id=other)
        delivery.course(session, here.place, here.agreement, other, field="KEMANDIRIAN")
        session.execute(
            sa.text("UPDATE agreement SET data_role = 'Pemroses', data_basis = 'Pasal 7', "
                    "data_until = '2026-12-31'")
        )  # fmt: skip
        reports.submit_report(session, viewer, ready(session, viewer, here), seen=1, today=TODAY)
        codes = [factories.value(session, "partner", one, "code") for one in (here.partner, other)]
        ours, theirs = (
            partner_sheet(session, Key("DITJENPAS", code), 2026, as_of=TODAY) for code in codes
        )
        whole = plan_progress(session, here.plan, as_of=TODAY)
    told = [
        [(line.counted.value, line.reported) for line in one.plan.lines[:4]]
        for sheet in (ours, theirs) for one in sheet.agreements if one.plan is not None
    ]  # fmt: skip
    # people, hours, officers, community at joint activities: those of neither partner alone
    assert told == [
        [(4, None), (6, None), (2, None), (None, None)],
        [(2, None), (6, None), (0, None), (None, None)],
    ]
    assert whole is not None
    assert [line.counted.value for line in whole.lines[:4]] == [6, 13, 2, 40]
    assert [one.joint for one in (*ours.agreements, *theirs.agreements)].count(True) == 2
