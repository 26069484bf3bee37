"""An instrument's rows in the database decide how its sheets are scored."""

import pytest
from sqlmodel import Session

from data.answers.scoring import instrument_rules, scored
from models.codes import MeasureDirection
from models.door import Door, Viewer
from tests import factories


def shaped(session: Session, version: str, weight: float) -> int:
    """SIKAP of two aspects, the second one negative and with `weight`; a band from 61."""
    measure = factories.instrument(session, code="SPPN", version=version)
    variable = factories.scale(session, instrument_id=measure, code="SIKAP")
    factories.band(session, scale_id=variable, code="BAIK", lower=61.0)
    factories.band(session, scale_id=variable, code="CUKUP", lower=41.0)
    factories.scale(session, instrument_id=measure, code="RUTIN", parent_id=variable)
    factories.scale(
        session, instrument_id=measure, code="AGRESI", parent_id=variable, minimum=0.0,
        maximum=10.0, weight=weight, direction=MeasureDirection.TURUN,
    )  # fmt: skip
    return measure


def test_the_rows_of_a_version_decide_and_no_other_version_plays_a_part(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        shaped(session, "2021", 1.0)
        shaped(session, "2025", 3.0)
        given = {"RUTIN": 80.0, "AGRESI": 5.0}
        old, new = (scored(session, "SPPN", version, given) for version in ("2021", "2025"))
    # 2021: (0.8 + 0.5) / 2; 2025: (0.8 + 3 x 0.5) / 4
    assert (old["SIKAP"].score, old["SIKAP"].band) == (pytest.approx(65), "BAIK")
    assert (new["SIKAP"].score, new["SIKAP"].band) == (pytest.approx(57.5), "CUKUP")


def test_an_edited_row_changes_the_score(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        measure = factories.instrument(session, code="X", version="1")
        top = factories.scale(session, instrument_id=measure, code="T", maximum=400.0)
        for code in ("A", "B"):
            factories.scale(session, instrument_id=measure, code=code, parent_id=top)
        assert scored(session, "X", "1", {"A": 50.0, "B": 100.0})["T"].score == 300


def test_what_scores_participation_is_known_to_the_rules(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        measure = factories.instrument(session, code="X", version="1")
        factories.scale(session, instrument_id=measure, code="A", scores_participation=True)
        [rules] = instrument_rules(session, "X", "1")
    assert rules.scores_participation


def test_an_unknown_version_has_no_scores(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        assert scored(session, "SPPN", "1999", {}) == {}
