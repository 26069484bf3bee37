"""Movement between risk levels, and agreement of raters, from people counted by hand."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from data.answers.risk import rater_agreement, risk_movement, risk_movement_between
from data.queries.filter import Filter
from models.codes import AssessmentStatus, RiskLevel
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.test_change import scored, sikap
from tests.data.answers.worlds import FIRST_QUARTER, code_of

FIRST = date(2026, 1, 5)
LOW, MIDDLE, HIGH = RiskLevel.RENDAH, RiskLevel.SEDANG, RiskLevel.TINGGI


class Levels:
    """Risk assessments at one unit."""

    def __init__(self, session: Session) -> None:
        self.session, self.unit = session, factories.unit(session)
        self.rri = factories.instrument(session, code="RRI")

    def person(self, *levels: RiskLevel, gap: int = 180, **values: object) -> None:
        wbp = factories.person(self.session, unit_id=self.unit)
        for number, level in enumerate(levels):
            factories.assessment(
                self.session, wbp_id=wbp, unit_id=self.unit, instrument_id=self.rri, level=level,
                assessed_on=FIRST + timedelta(days=gap * number), **values,
            )  # fmt: skip


def test_from_the_first_level_to_the_one_5_to_13_months_later(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        levels = Levels(session)
        for last, people in ((LOW, 12), (MIDDLE, 6), (HIGH, 2)):
            for _ in range(people):
                levels.person(MIDDLE, last)
        for gap in (149, 396):  # a day too soon, a day too late
            levels.person(HIGH, LOW, gap=gap)
        levels.person(HIGH)
        levels.person(HIGH, LOW, status=AssessmentStatus.DITOLAK)
        found = risk_movement(session, FIRST_QUARTER)
        other = Filter(FIRST_QUARTER.start, FIRST_QUARTER.end, unit=code_of(
            session, factories.unit(session)))  # fmt: skip
        assert risk_movement(session, other).down.reason == "nobody_reassessed"
        both = [FIRST_QUARTER, Filter(date(2026, 4, 1), date(2026, 7, 1))]
        assert risk_movement_between(session, both).reason == "one_period"
    assert found.counts.to_numpy().tolist() == [[0, 0, 0, 0], [12, 6, 2, 0], [0, 0, 0, 3]]
    assert (found.down.value, found.same.n, found.up.n) == (0.6, 6, 2)
    assert found.test == "sign_exact"
    assert found.p_value == pytest.approx(2 * 106 / 2**14)  # 2 x P(at most 2 of 14)
    assert found.shares.loc["SEDANG"].tolist() == [0.6, 0.3, 0.1]


def test_two_raters_on_one_day_are_compared_by_scale(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale = sikap(session)
        here = factories.unit(session)
        raters = [factories.officer(session, unit_id=here) for _ in range(2)]
        for number in range(30):
            wbp = factories.person(session, unit_id=here)
            for place, rater in enumerate(raters):
                scored(session, wbp, scale, FIRST, 40 + 2 * number + place, assessor_id=rater,
                       unit_id=here)  # fmt: skip
        alone = factories.person(session, unit_id=here)
        scored(session, alone, scale, FIRST, 10, assessor_id=raters[0], unit_id=here)
        found = rater_agreement(session, FIRST_QUARTER)
    assert list(found) == ["SIKAP"]
    assert (found["SIKAP"].n, found["SIKAP"].status) == (30, "ok")
    assert found["SIKAP"].value == pytest.approx(0.998, abs=0.001)
