"""One programme: places by what became of them, sessions by marks, and nobody else's rows."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from data.answers.programmes import LABEL, SHARE, catalogue, programme_page
from data.queries import programmes
from models.codes import EnrolmentStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, code_of, marked_cohort


def keyed(session: object, programme: int) -> tuple[str, str]:
    owner = factories.value(session, "programme", programme, "owner_id")  # type: ignore[arg-type]
    return (
        code_of(session, owner),  # type: ignore[arg-type]
        str(factories.value(session, "programme", programme, "code")),  # type: ignore[arg-type]
    )


def test_the_catalogue_counts_cohorts_of_the_period_and_units(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here, there = factories.unit(session), factories.unit(session)
        one = factories.programme(session, name="Anyaman")
        other = factories.programme(session, name="Batik")
        for unit, programme in ((here, one), (there, one), (there, other)):
            factories.cohort(
                session, unit_id=unit, programme_id=programme, starts_on=date(2026, 2, 1),
                ends_on=date(2026, 5, 1),
            )  # fmt: skip
        factories.cohort(
            session, unit_id=here, programme_id=one, starts_on=date(2025, 1, 1),
            ends_on=date(2025, 12, 31),
        )  # fmt: skip
        found = catalogue(session, FIRST_QUARTER)
        mine = catalogue(session, replace(FIRST_QUARTER, unit=code_of(session, here)))
    counted = dict(zip(found[programmes.NAME], found[programmes.COHORTS], strict=True))
    assert counted == {"Anyaman": 2, "Batik": 1}
    assert list(mine[programmes.NAME]) == ["Anyaman"]


def test_places_are_counted_by_what_became_of_them(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        programme = factories.programme(session)
        cohort = factories.cohort(
            session, programme_id=programme, starts_on=date(2026, 1, 5), ends_on=date(2026, 3, 30),
            capacity=3,
        )  # fmt: skip
        gone = date(2026, 2, 2)
        for status, values in (
            (EnrolmentStatus.LULUS, {"certificate_number": "S-1"}),
            (EnrolmentStatus.MENGUNDURKAN_DIRI, {"ended_on": gone, "exit_reason": "SAKIT"}),
            (EnrolmentStatus.MENGUNDURKAN_DIRI, {"ended_on": gone}),
            (EnrolmentStatus.DAFTAR_TUNGGU, {}),
        ):
            factories.enrolment(session, cohort_id=cohort, status=status, **values)
        chosen = replace(FIRST_QUARTER, programme=keyed(session, programme))
        page = programme_page(session, chosen, as_of=date(2026, 6, 1))
    [run] = page.runs.to_dict("records")
    names = (programmes.CAPACITY, programmes.PLACES, programmes.WAITING, programmes.FINISHED,
             programmes.CERTIFICATES)  # fmt: skip
    assert [run[name] for name in names] == [3, 3, 1, 1, 1]
    reasons = page.reasons.to_dict("records")
    assert {None if pd.isna(r["reason"]) else r["reason"]: r["people"] for r in reasons} == {
        "SAKIT": 1, None: 1,
    }  # fmt: skip
    assert page.cost_per_completion is None or page.cost_per_completion.status != "ok"
    assert page.curve.status == "insufficient"


def test_a_session_without_marks_has_no_share(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        unit, programme = factories.unit(session), factories.programme(session)
        days = {"starts_on": factories.MONDAY, "ends_on": factories.MONDAY + timedelta(weeks=4)}
        cohort = marked_cohort(session, unit, ["HA.", "HH.", "HH."], programme_id=programme, **days)
        marked_cohort(session, unit, ["AAA"], programme_id=factories.programme(session), **days)
        chosen = replace(FIRST_QUARTER, programme=keyed(session, programme))
        sheets = programme_page(session, chosen, as_of=date(2026, 6, 1)).sheets
        label = f"{code_of(session, unit)} · {factories.value(session, 'cohort', cohort, 'code')}"
    assert set(sheets[LABEL]) == {label}
    assert sheets[SHARE].round(2).fillna(-1).tolist() == [1.0, 0.67, -1.0]
    assert sheets[programmes.UNRECORDED].tolist() == [0, 0, 3]


def test_an_empty_database_has_no_programme(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        assert catalogue(session, FIRST_QUARTER).empty
        page = programme_page(
            session, replace(FIRST_QUARTER, programme=("X", "Y")), as_of=date(2026, 6, 1)
        )
    assert page.runs.empty
    assert page.sheets.empty
