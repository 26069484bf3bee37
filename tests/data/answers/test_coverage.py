"""Which units and fields no active agreement reaches on a day."""

from datetime import date
from typing import Any

import pytest

from data.answers import columns
from data.answers.coverage import agreement_coverage, gaps
from models.codes import AgreementStage, CohortStatus, UnitKind
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import code_of

DAY = date(2026, 3, 1)


def lines(door: Door, viewer: Viewer, day: date = DAY) -> dict[str, dict[Any, Any]]:
    with door.reading(viewer) as session:
        found = agreement_coverage(session, "id", as_of=day)
    return {row[columns.CODE]: row for row in found.to_dict("records")}


def test_signing_running_and_above_are_told_apart(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        top, kanwil, lapas = factories.unit_tree(session)
        bapas = factories.unit(session, kind=UnitKind.BAPAS, parent_id=kanwil)
        deliverer = factories.partner(session)
        signed = factories.agreement(session, partner_id=deliverer)  # by Ditjenpas
        factories.agreement(session, unit_id=kanwil, ends_on=None)
        course = factories.programme(session, field="PENDIDIKAN")
        factories.cohort(
            session, unit_id=lapas, programme_id=course, partner_id=deliverer, agreement_id=signed
        )
        factories.code(session, "bidang_program", "KEMANDIRIAN")
        keys = {"top": top, "kanwil": kanwil, "lapas": lapas, "bapas": bapas}
        codes = {name: code_of(session, key) for name, key in keys.items()}
        missing = set(gaps(agreement_coverage(session, "id", as_of=DAY))[columns.CODE])
    found = lines(door, viewer)
    names = (columns.GROUP, columns.OWN, columns.COHORTS, columns.ABOVE, columns.END_UNKNOWN)
    told = {name: tuple(found[code][n] for n in names) for name, code in codes.items()}
    assert told == {
        "top": ("unit", 1, 0, 0, 0),
        "kanwil": ("unit", 1, 0, 1, 1),
        "lapas": ("unit", 0, 1, 2, 0),
        "bapas": ("bapas", 0, 0, 2, 0),
    }
    assert (found["PENDIDIKAN"][columns.COHORTS], found["KEMANDIRIAN"][columns.COHORTS]) == (1, 0)
    assert missing == {codes["bapas"], "KEMANDIRIAN"}


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "stage", "active"),
    [
        (DAY, DAY, AgreementStage.DITANDATANGANI, 1),
        (date(2026, 3, 2), None, AgreementStage.DITANDATANGANI, 0),
        (date(2026, 1, 1), date(2026, 2, 28), AgreementStage.DITANDATANGANI, 0),
        (None, None, AgreementStage.DITANDATANGANI, 1),  # from its signing on
        (DAY, None, AgreementStage.DIAKHIRI, 0),
    ],
)
def test_an_agreement_counts_from_its_first_to_its_last_day(
    door: Door, viewer: Viewer, starts_on: date | None, ends_on: date | None,
    stage: AgreementStage, active: int,
) -> None:  # fmt: skip
    with door.writing(viewer) as session:
        here = factories.unit(session, code="SINI")
        factories.agreement(
            session, unit_id=here, starts_on=starts_on, ends_on=ends_on, stage=stage
        )
    assert lines(door, viewer)["SINI"][columns.OWN] == active


def test_a_cancelled_cohort_reaches_nobody(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session, code="SINI")
        deliverer = factories.partner(session)
        signed = factories.agreement(session, partner_id=deliverer)
        factories.cohort(
            session, unit_id=here, partner_id=deliverer, agreement_id=signed,
            status=CohortStatus.DIBATALKAN,
        )  # fmt: skip
    assert lines(door, viewer)["SINI"][columns.COHORTS] == 0


def test_stores_and_closed_units_are_not_gaps(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.unit(session, code="GUDANG", kind=UnitKind.RUPBASAN)
        factories.unit(session, code="TUTUP", active=False)
    assert lines(door, viewer) == {}


def test_nothing_gives_the_same_columns(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        empty = agreement_coverage(session, "id", as_of=DAY)
    assert tuple(empty.columns) == columns.AGREEMENT_COVERAGE
    assert gaps(empty).empty
