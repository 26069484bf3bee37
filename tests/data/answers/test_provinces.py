"""Participation on the map: distinct people, every province, and nothing where too few are."""

from datetime import date

import pandas as pd

from data.answers import provinces
from data.answers.in_funnel import LINE, MEAN, OF, named, participation_funnel
from data.indicators.beside import WIDE, funnel_lines, funnel_plot
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, marked_cohort


def test_people_of_two_units_of_a_province_are_counted_once(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        where = factories.province(session)
        here, there = (factories.unit(session, province_id=where) for _ in range(2))
        marked_cohort(session, here, ["HH"] * 9 + ["AA"] * 3)
        for wbp in {factories.value(session, "enrolment", key, "wbp_id") for key in range(1, 3)}:
            factories.custody(
                session, wbp_id=wbp, unit_id=there, started_on=date(2024, 1, 1),
                ended_on=date(2026, 1, 3),
            )  # fmt: skip
        marked_cohort(session, factories.unit(session), ["HH"] * 5)
        found = provinces.participation_by_province(session, FIRST_QUARTER)
    row = found.set_index(provinces.CODE).loc["32"]
    assert (row[provinces.PEOPLE], row[provinces.ELIGIBLE], row[provinces.RATE]) == (9, 12, 0.75)
    assert row[provinces.LOW] < 0.75 < row[provinces.HIGH]


def test_a_province_with_too_few_has_counts_and_no_share(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        unit = factories.unit(session, province_id=factories.province(session))
        marked_cohort(session, unit, ["HH"] * 9)
        found = provinces.participation_by_province(session, FIRST_QUARTER)
    row = found.set_index(provinces.CODE).loc["32"]
    assert (row[provinces.PEOPLE], row[provinces.ELIGIBLE]) == (9, 9)
    assert pd.isna(row[provinces.RATE])


def test_the_lines_of_a_funnel_widen_with_the_spread_of_units() -> None:
    units = {f"U{k}": f"Unit {k}" for k in range(11)}
    events = [10, 90, 50, 50, 20, 80, 30, 70, 40, 60, 1]
    found = named(funnel_plot(list(units), events, [100] * 10 + [9]), units)
    lines = found.frame[found.frame[LINE].notna()]
    assert set(lines[OF]) == {"low_998", "low_95", "high_95", "high_998", MEAN}
    last = lines[lines["people"] == 100].set_index(OF)
    assert last[WIDE[0]].iloc[0] < last[LINE]["low_998"]
    assert (found.outside, found.small) == ((), ("Unit 10",))
    chance = funnel_lines(0.5, 100)
    assert abs(chance[WIDE[0]].iloc[-1] - chance["low_998"].iloc[-1]) < 0.01


def test_too_few_units_have_no_lines(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        unit = factories.unit(session, name="Lapas Contoh")
        marked_cohort(session, unit, ["HH"] * 9)
        found = participation_funnel(session, FIRST_QUARTER)
    assert (found.plot.status, found.frame.empty) == ("insufficient", True)
    assert found.small == ("Lapas Contoh",)
