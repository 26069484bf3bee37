"""Assessments scored by their instrument, and what else is recorded about a person."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.recording.assessments import mend_assessment, move_assessment, record_assessment
from data.recording.events import (
    decide_entitlement,
    record_activity,
    record_entitlement,
    record_incident,
)
from data.recording.rows import ValuesRefused
from models.codes import (
    ActivityGrade,
    AssessmentStatus,
    EntitlementKind,
    HearingResult,
    RiskLevel,
    Severity,
)
from models.door import Door, Viewer
from tests import factories
from tests.factories import MONDAY

TODAY = date(2026, 2, 2)


def header(session: Session, instrument: int) -> dict[str, Any]:
    here = factories.unit(session)
    return {
        "wbp_id": factories.person(session, unit_id=here), "unit_id": here,
        "instrument_id": instrument, "assessed_on": MONDAY, "occasion": 1,
        "assessor_id": factories.officer(session, unit_id=here),
    }  # fmt: skip


def scaled(session: Session) -> int:
    """An instrument with one scale of two parts, the second of which is better when low."""
    one = factories.instrument(session)
    whole = factories.scale(session, instrument_id=one, code="SIKAP")
    for code, way in (("RUTIN", "NAIK"), ("AGRESI", "TURUN")):
        factories.scale(
            session, instrument_id=one, code=code, maximum=10.0, parent_id=whole, direction=way
        )
    return one


def scores(session: Session) -> dict[str, float]:
    scale, score = (
        models.metadata.tables[name] for name in ("instrument_scale", "assessment_score")
    )
    query = sa.select(scale.c.code, score.c.score).join(score, score.c.scale_id == scale.c.id)
    return dict(tuple(row) for row in session.execute(query))


def status(session: Session, identity: int) -> Any:
    return factories.value(session, "assessment", identity, "status")


def test_a_draft_is_scored_completed_submitted_and_accepted(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        values = header(session, scaled(session))
        given = {"RUTIN": 8.0}
        with pytest.raises(SinergiError, match="AGRESI"):
            record_assessment(session, viewer, values, given, submit=True, today=TODAY)
        one = record_assessment(session, viewer, values, given, submit=False, today=TODAY)
        assert (status(session, one), scores(session)) == ("DRAF", given)
        mend_assessment(
            session, viewer, one, {"RUTIN": 8.0, "AGRESI": 4.0}, values={"consent": True},
            submit=True, seen=1, today=TODAY,
        )  # fmt: skip
        assert scores(session) == {"RUTIN": 8.0, "AGRESI": 4.0, "SIKAP": 70.0}
        with pytest.raises(SinergiError, match="tidak dapat ke"):
            mend_assessment(
                session, viewer, one, given, values={}, submit=False, seen=2, today=TODAY
            )
        accepted = AssessmentStatus.DITERIMA
        move_assessment(session, viewer, one, accepted, seen=2, today=TODAY)
        with pytest.raises(SinergiError, match="orang lain"):
            move_assessment(session, viewer, one, accepted, seen=2, today=TODAY)
        assert status(session, one) == "DITERIMA"


def test_what_was_not_held_is_left_out_and_behaviour_never_is(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        one = scaled(session)
        whole = factories.scale(session, instrument_id=one, code="LATIH", scores_participation=True)
        for code in ("LAS", "JAHIT"):
            factories.scale(session, instrument_id=one, code=code, parent_id=whole)
        values, given = header(session, one), {"RUTIN": 8.0, "AGRESI": 4.0, "LAS": 60.0}
        how = {"submit": True, "today": TODAY}
        with pytest.raises(SinergiError, match=r"tidak dapat ditandai .*: AGRESI"):
            record_assessment(session, viewer, values, given, not_held=["AGRESI"], **how)
        with pytest.raises(SinergiError, match="belum diisi: JAHIT"):
            record_assessment(session, viewer, values, given, **how)
        found = record_assessment(session, viewer, values, given, not_held=["JAHIT"], **how)
        assert status(session, found) == "DISUBMIT"
        assert scores(session) == {**given, "SIKAP": 70.0, "LATIH": 60.0}
        move_assessment(session, viewer, found, AssessmentStatus.DITOLAK, seen=1, today=TODAY)
        mend_assessment(
            session, viewer, found, given, values={}, seen=2, not_held=["LAS", "JAHIT"], **how
        )
        assert scores(session) == {"RUTIN": 8.0, "AGRESI": 4.0, "SIKAP": 70.0}


def test_a_sheet_of_which_nothing_was_held_is_not_submitted(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        one = factories.instrument(session)
        whole = factories.scale(session, instrument_id=one, scores_participation=True)
        factories.scale(session, instrument_id=one, code="LAS", parent_id=whole)
        with pytest.raises(SinergiError, match="tidak satu pun"):
            record_assessment(
                session, viewer, header(session, one), {}, submit=True, not_held=["LAS"],
                today=TODAY,
            )  # fmt: skip


def test_a_score_out_of_range_and_a_second_time_are_refused(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        values = header(session, scaled(session))
        with pytest.raises(SinergiError, match=r"10.5\] pada RUTIN di luar 0 - 10"):
            record_assessment(session, viewer, values, {"RUTIN": 10.5}, submit=False, today=TODAY)
        record_assessment(session, viewer, values, {}, submit=False, today=TODAY)
        with pytest.raises(ValuesRefused, match="sudah ada catatan"):
            record_assessment(session, viewer, values, {}, submit=False, today=TODAY)
        future = values | {"assessed_on": date(2026, 2, 3)}
        with pytest.raises(ValuesRefused) as caught:
            record_assessment(session, viewer, future, {}, submit=False, today=TODAY)
    assert list(caught.value.issues) == ["assessed_on"]


def test_an_instrument_without_scales_needs_its_level(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        values = header(session, factories.instrument(session))
        with pytest.raises(SinergiError, match="tingkat risiko"):
            record_assessment(session, viewer, values, {}, submit=True, today=TODAY)
        values["level"] = RiskLevel.TINGGI
        one = record_assessment(session, viewer, values, {}, submit=True, today=TODAY)
        assert status(session, one) == "DISUBMIT"


def test_incidents_rights_and_activities_are_numbered_and_checked(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        who = {"wbp_id": factories.person(session, unit_id=here), "unit_id": here}
        incident = who | {"occurred_on": MONDAY, "severity": Severity.BERAT}
        first, second = (record_incident(session, viewer, incident, today=TODAY) for _ in range(2))
        numbers = [factories.value(session, "incident", one, "number") for one in (first, second)]
        right = who | {"kind": EntitlementKind.PB, "proposed_on": MONDAY}
        with pytest.raises(ValuesRefused) as caught:
            record_entitlement(
                session, viewer, right | {"hearing_on": date(2026, 1, 1)}, today=TODAY
            )
        asked = record_entitlement(session, viewer, right, today=TODAY)
        decide_entitlement(
            session, viewer, asked, {"hearing_result": HearingResult.DITUNDA}, seen=1, today=TODAY
        )
        factories.code(session, "jenis_kegiatan", "PELATIHAN")
        activity = {
            "agreement_id": factories.agreement(session), "unit_id": here, "held_on": MONDAY,
            "kind": "PELATIHAN", "grade": ActivityGrade.DILAPORKAN, "reached_officers": -1,
        }  # fmt: skip
        with pytest.raises(ValuesRefused) as too_few:
            record_activity(session, viewer, activity, today=TODAY)
        with pytest.raises(ValuesRefused) as refused:  # more than the database can hold
            many = {"reached_officers": 2_147_483_648}
            record_activity(session, viewer, activity | many, today=TODAY)
        assert list(refused.value.issues) == ["reached_officers"]
        done = record_activity(session, viewer, activity | {"reached_officers": 3}, today=TODAY)
        assert factories.value(session, "activity", done, "number") == 1
    assert numbers == [1, 2]
    assert list(caught.value.issues) == ["hearing_on"]
    assert list(too_few.value.issues) == ["reached_officers"]
