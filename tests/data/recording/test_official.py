"""Months of official indicators as an officer enters them, with their history."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.recording.official import MonthByHand, enter_month, freeze_month
from models.door import Door, Viewer
from tests import factories
from tests.data.recording.at_once import Act, told_to_the_second

TODAY = date(2026, 4, 10)
ENTRY = MonthByHand("IND", "SINI", date(2026, 3, 1), 8, 10, "Laporan bulanan", "199001012020")


def prepared(session: Session, **indicator: Any) -> int:
    here = factories.unit(session, code="SINI")
    factories.officer(session, nip="199001012020", unit_id=here)
    factories.official_indicator(session, code="IND", **indicator)
    return here


def rows(session: Session, table: str) -> list[dict[str, Any]]:
    found = session.execute(sa.select(models.metadata.tables[table]).order_by(sa.text("id")))
    return [dict(row) for row in found.mappings()]


def test_a_month_is_entered_once_and_changed_with_its_history(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        prepared(session)
        first = enter_month(session, viewer, ENTRY, today=TODAY)
    with door.writing(viewer) as session:
        again = replace(ENTRY, numerator=9, evidence=" Koreksi laporan ")
        assert enter_month(session, viewer, again, today=TODAY, seen_version=1) == first
    with door.reading(viewer) as session:
        [value], changes = rows(session, "indicator_value"), rows(session, "change")
    assert (value["numerator"], value["evidence"], value["row_version"]) == (
        9, "Koreksi laporan", 2,
    )  # fmt: skip
    assert [change["action"] for change in changes] == ["TAMBAH", "UBAH"]
    assert {change["account"] for change in changes} == {viewer.account}
    assert (changes[0]["before"], changes[1]["before"]["numerator"]) == (None, 8)


@pytest.mark.parametrize("seen", [None, 2])
def test_a_month_that_somebody_else_wrote_is_not_overwritten(
    door: Door, viewer: Viewer, seen: int | None
) -> None:
    with door.writing(viewer) as session:
        prepared(session)
        enter_month(session, viewer, ENTRY, today=TODAY)
        with pytest.raises(SinergiError, match="ditulis orang lain"):
            enter_month(session, viewer, ENTRY, today=TODAY, seen_version=seen)


def test_of_two_officers_who_write_at_once_the_second_is_told(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        prepared(session)
        enter_month(session, viewer, ENTRY, today=TODAY)

    def write(numerator: int) -> Act:
        entry = replace(ENTRY, numerator=numerator)
        return lambda session: enter_month(session, viewer, entry, today=TODAY, seen_version=1)

    assert told_to_the_second(door, viewer, write(9), write(7)) == ["sudah_berubah"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"evidence": "  "}, "tanpa_bukti"),
        ({"numerator": -1}, "nilai_negatif"),
        ({"denominator": -1}, "nilai_negatif"),
        ({"numerator": 10**12}, "nilai_ditolak"),
        ({"evidence": "x" * 301}, "nilai_ditolak"),
        ({"month": date(2026, 5, 1)}, "bulan_belum_lewat"),
        ({"indicator": "LAIN"}, "tidak_dikenal"),
        ({"unit": "LAIN"}, "tidak_dikenal"),
        ({"officer": "1"}, "tidak_dikenal"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    door: Door, viewer: Viewer, wrong: dict[str, Any], code: str
) -> None:
    with door.writing(viewer) as session:
        prepared(session)
        with pytest.raises(SinergiError) as caught:
            enter_month(session, viewer, replace(ENTRY, **wrong), today=TODAY)
        assert rows(session, "indicator_value") == []
    assert caught.value.code == code


def test_a_counted_month_is_frozen_once_with_its_data_version(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = prepared(session, counted_by="sppn_coverage")
        factories.person(session, unit_id=here)
    with door.writing(viewer) as session:
        assert freeze_month(session, viewer, "IND", date(2026, 3, 5), today=TODAY) == 1
        assert freeze_month(session, viewer, "IND", date(2026, 3, 5), today=TODAY) == 0
        [value] = rows(session, "indicator_value")
    assert (value["numerator"], value["denominator"], value["source"]) == (0, 1, "DIHITUNG")
    assert (value["data_version"], value["month"]) == (1, 3)


def test_only_what_is_counted_and_over_can_be_frozen(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        prepared(session)
        factories.official_indicator(session, code="HITUNG", counted_by="sppn_coverage")
        with pytest.raises(SinergiError, match="tidak dihitung dari data"):
            freeze_month(session, viewer, "IND", date(2026, 3, 5), today=TODAY)
        with pytest.raises(SinergiError, match="belum lewat"):
            freeze_month(session, viewer, "HITUNG", date(2026, 4, 1), today=TODAY)
