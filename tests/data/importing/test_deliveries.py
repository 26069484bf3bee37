"""Who sent what: numbers that are missing, months that are missing, an order that is wrong."""

from datetime import date

import pytest

from data.importing.deliveries import Delivery, deliveries
from data.manifest import Manifest, manifest_of
from models.base import utc_now
from models.door import Door, Viewer
from tests import factories

TODAY = date(2026, 8, 15)


def test_each_unit_and_month_is_judged_by_its_numbers(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.unit(session, code="AAA", name="Lapas Contoh A")
        for month, number in (("2026-05", 1), ("2026-07", 1), ("2026-07", 3), ("2026-07", 2)):
            factories.batch(session, unit_code="AAA", month=month, sequence=number, new=5)
            factories.batch(session, unit_code="AAA", month=month, sequence=number, changed=2)
        factories.batch(session, unit_code="AAA", month="2026-06", sequence=1, undone_at=utc_now())
        factories.batch(session, unit_code="BBB", month="2026-07", sequence=2)
        factories.batch(session)
    with door.reading(viewer) as session:
        found = deliveries(session, TODAY)
    assert [(one.unit, one.month, one.numbers, one.rows) for one in found] == [
        ("AAA", "2026-07", (1, 3, 2), 7), ("AAA", "2026-06", (), 0), ("AAA", "2026-05", (1,), 7),
        ("BBB", "2026-07", (2,), 0),
    ]  # fmt: skip
    assert [one.is_complete for one in found] == [True, False, True, False]
    assert [one.is_in_order for one in found] == [False, True, True, True]
    assert (found[0].unit_name, found[3].missing) == ("Lapas Contoh A", (1,))


def test_the_present_month_is_not_missing_yet(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.batch(session, unit_code="AAA", month="2026-07", sequence=1)
    with door.reading(viewer) as session:
        assert [one.month for one in deliveries(session, date(2026, 8, 31))] == ["2026-07"]
        assert len(deliveries(session, date(2026, 9, 1))) == 2


def test_nothing_sent_is_neither_complete_nor_out_of_order() -> None:
    nothing = Delivery("AAA", "A", "2026-07")
    assert (nothing.is_complete, nothing.is_in_order, nothing.missing) == (False, True, ())


def test_a_manifest_is_read_back_as_it_was_written() -> None:
    written = Manifest("AAA", 3, "2026-07", snapshot=True)
    assert manifest_of({"sinergi:bundle": written.described()}) == written


@pytest.mark.parametrize(
    "said",
    [None, [], {}, {"unit": "A"}, {"unit": "A", "sequence": 0}, {"unit": 1, "sequence": 1},
     {"unit": "A", "sequence": 1, "month": "2026-13"}, {"unit": "A", "sequence": "1"}],
)  # fmt: skip
def test_a_manifest_that_says_nothing_clear_is_none(said: object) -> None:
    assert manifest_of({"sinergi:bundle": said}) is None
