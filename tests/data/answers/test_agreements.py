from datetime import date

import pandas as pd

from data.answers import columns
from data.answers.agreements import agreements
from models.codes import AgreementStage
from models.door import Door, Viewer
from tests import factories, whole_world


def test_one_line_tells_parties_cohorts_people_and_last_activity(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        world = whole_world.world(session)
        factories.activity(session, agreement_id=world.agreement, held_on=date(2026, 2, 3))
        [line] = agreements(session, as_of=date(2026, 3, 1)).to_dict("records")
    assert line[columns.PARTIES] == "Ditjenpas; Mitra Contoh"
    assert (line[columns.PARTNERS], line[columns.COHORTS], line[columns.PEOPLE]) == (1, 1, 1)
    assert line[columns.LAST_ACTIVITY] == date(2026, 2, 3)
    assert line[columns.STAGE] == "DITANDATANGANI"
    assert line[columns.EXPIRED] is False


def test_it_expires_the_day_after_its_last_day(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.agreement(session, ends_on=date(2026, 3, 1))
        last_day, day_after = (
            agreements(session, as_of=date(2026, 3, day))[columns.EXPIRED].iloc[0] for day in (1, 2)
        )
    assert (last_day, day_after) == (False, True)


def test_what_is_not_known_stays_unknown(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.bare_agreement(session, stage=AgreementStage.PENJAJAKAN)
        line = agreements(session, as_of=date(2026, 3, 1)).iloc[0]
    unknown = [
        columns.NUMBER, columns.KIND, columns.SIGNED_ON, columns.STARTS_ON, columns.ENDS_ON,
        columns.EXPIRED, columns.PEOPLE, columns.LAST_ACTIVITY,
    ]  # fmt: skip
    assert [name for name in unknown if not pd.isna(line[name])] == []
    assert (line[columns.PARTIES], line[columns.COHORTS]) == ("", 0)


def test_a_cohort_without_marks_has_unknown_people(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        deliverer = factories.partner(session)
        signed = factories.agreement(session, partner_id=deliverer)
        factories.cohort(session, partner_id=deliverer, agreement_id=signed)
        line = agreements(session, as_of=date(2026, 3, 1)).iloc[0]
    assert line[columns.COHORTS] == 1
    assert pd.isna(line[columns.PEOPLE])


def test_nothing_gives_the_same_columns(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        empty = agreements(session, as_of=date(2026, 3, 1))
    assert tuple(empty.columns) == columns.AGREEMENTS
    assert empty.empty
