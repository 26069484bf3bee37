"""Undoing a batch gives back what stood before, or says why it may not be."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

import models
from data.importing.history import history
from data.importing.loading import plain
from data.importing.undoing import Undone, UndoRefused, rehearse_undo, together, undo
from data.sheets import sheets
from models.codes import RowAction
from models.door import Door, Viewer
from tests import factories
from tests.data.importing.conftest import Take, Write
from tests.data.importing.test_signing import SAMPLE

HEAD = "kode_unit;nama_unit;jenis_unit;kapasitas"
Rows = dict[str, list[tuple[Any, ...]]]
BESIDES = {"row_version"}  # it goes up, so that a form opened before is not stored over it


def contents(door: Door, viewer: Viewer) -> Rows:
    """Every row of every table that files give."""
    with door.reading(viewer) as session:
        return {
            sheet.name: sorted(map(tuple, session.execute(_query(sheet.table))), key=repr)
            for sheet in sheets()
        }


def _query(table: sa.Table) -> "sa.Select[Any]":
    return sa.select(*(column for column in table.c if column.name not in BESIDES))


def undone(door: Door, viewer: Viewer, *batches: int | None) -> Undone:
    with door.writing(viewer) as session:
        return undo(session, viewer, [batch for batch in batches if batch is not None])


def test_new_rows_go_and_changed_ones_come_back(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10", "BBB;Lapas B;LAPAS;20"))
    before = contents(ready, viewer)
    (second,) = take(write("b.csv", HEAD, "AAA;Lapas A;LAPAS;11", "CCC;Lapas C;LAPAS;30"))
    done = undone(ready, viewer, second.batch_id)
    assert (dict(done.removed), dict(done.restored)) == ({"unit": 1}, {"unit": 1})
    assert contents(ready, viewer) == before
    with ready.reading(viewer) as session:
        entry = history(session, most=1)[0]
    assert (entry.is_undone, entry.undone_by) == (True, "penguji")


def test_a_file_into_five_tables_is_undone_whole(take: Take, ready: Door, viewer: Viewer) -> None:
    before = contents(ready, viewer)
    outcomes = take(SAMPLE)
    with ready.reading(viewer) as session:
        batches = together(session, outcomes[0].batch_id or 0)
    assert batches == sorted(outcome.batch_id or 0 for outcome in outcomes)
    undone(ready, viewer, *batches)
    assert contents(ready, viewer) == before
    assert not any(outcome.already for outcome in take(SAMPLE))


def test_a_person_goes_with_their_numbers(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    before = contents(ready, viewer)
    people = write("wbp.csv", "kode_unit;nomor_induk;nama;jenis_kelamin", "AAA;1;Contoh;L")
    (outcome,) = take(people)
    assert dict(undone(ready, viewer, outcome.batch_id).removed) == {
        "person_identifier": 1, "wbp": 1,
    }  # fmt: skip
    assert contents(ready, viewer) == before


def test_a_rehearsal_says_the_same_and_does_nothing(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    (outcome,) = take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    before = contents(ready, viewer)
    would = rehearse_undo(ready, viewer, [outcome.batch_id or 0])
    assert dict(would.removed) == {"unit": 1}
    assert contents(ready, viewer) == before


def test_a_later_file_on_the_same_row_forbids_it_until_that_one_is_undone(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    (first,) = take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    (second,) = take(write("b.csv", HEAD, "AAA;Lapas A;LAPAS;11"))
    with pytest.raises(UndoRefused, match=f"1 baris unit diubah oleh kiriman {second.batch_id}"):
        undone(ready, viewer, first.batch_id)
    undone(ready, viewer, second.batch_id)
    undone(ready, viewer, first.batch_id)
    with ready.reading(viewer) as session:
        unit = models.metadata.tables["unit"]
        assert session.execute(sa.select(unit).where(unit.c.code == "AAA")).all() == []


def test_two_files_on_one_row_are_undone_together(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    before = contents(ready, viewer)
    (first,) = take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    (second,) = take(write("b.csv", HEAD, "AAA;Lapas A;LAPAS;11"))
    done = undone(ready, viewer, first.batch_id, second.batch_id)
    assert (dict(done.removed), dict(done.restored)) == ({"unit": 1}, {})
    assert contents(ready, viewer) == before


def test_an_edit_on_a_screen_forbids_it(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    (outcome,) = take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    edit(ready, viewer, "AAA", capacity=12)
    with pytest.raises(UndoRefused, match="1 baris unit diubah di layar"):
        undone(ready, viewer, outcome.batch_id)


def edit(door: Door, viewer: Viewer, code: str, **values: Any) -> None:
    """Edit a unit as a screen does: a change with the before-image, and no batch any more."""
    unit = models.metadata.tables["unit"]
    with door.writing(viewer) as session:
        row = session.execute(sa.select(unit).where(unit.c.code == code)).one()
        factories.insert(
            session, "change", account=viewer.account, table_name="unit", row_key=str(row.id),
            action=RowAction.UBAH, before={"batch_id": row.batch_id, "capacity": row.capacity},
        )  # fmt: skip
        session.execute(sa.update(unit).where(unit.c.id == row.id).values(batch_id=None, **values))


def test_rows_that_refer_to_it_forbid_it(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    (outcome,) = take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    (officers,) = take(
        write("p.csv", "nip;nama_petugas;kode_unit", "199001012020011001;Petugas Contoh;AAA")
    )
    with pytest.raises(UndoRefused, match="1 baris officer merujuk unit dari kiriman ini"):
        undone(ready, viewer, outcome.batch_id)
    done = undone(ready, viewer, outcome.batch_id, officers.batch_id)
    assert dict(done.removed) == {"officer": 1, "unit": 1}


def test_an_undone_or_unknown_batch_is_refused_in_words(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    (outcome,) = take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    undone(ready, viewer, outcome.batch_id)
    for batch, code in ((outcome.batch_id, "sudah_dibatalkan"), (999, "kiriman_tidak_ada")):
        with pytest.raises(UndoRefused) as caught:
            undone(ready, viewer, batch)
        assert caught.value.code == code


def test_withdrawn_rows_come_back_with_their_dates_and_codes(ready: Door, viewer: Viewer) -> None:
    with ready.writing(viewer) as session:
        cohort = factories.cohort(session, starts_on=date(2026, 1, 5))
        meeting = factories.meeting(session, cohort_id=cohort, held_on=date(2026, 1, 5))
    before = contents(ready, viewer)
    table = models.metadata.tables["programme_session"]
    with ready.writing(viewer) as session:
        batch = factories.batch(session)
        row = session.execute(sa.select(table).where(table.c.id == meeting)).one()
        factories.insert(
            session, "change", batch_id=batch, table_name="programme_session",
            row_key=str(meeting), action=RowAction.HAPUS, before=plain(row._mapping),
        )  # fmt: skip
        session.execute(sa.delete(table).where(table.c.id == meeting))
    assert dict(undone(ready, viewer, batch).restored) == {"programme_session": 1}
    assert contents(ready, viewer) == before
