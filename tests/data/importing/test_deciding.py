"""Rows that wait for a person: each decision, and that nothing of the row stays behind."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

import models
from data.errors import SinergiError
from data.importing.deciding import (
    Answer,
    Waiting,
    accept,
    candidates,
    drop,
    rehearse_accept,
    waiting,
)
from data.importing.history import history, kept_profile
from data.importing.profiles import Profile, read_profile
from data.importing.refused import purge_refused
from data.importing.runs import Options, Outcome
from data.importing.undoing import undo
from models.base import utc_now
from models.door import Door, Viewer
from tests import factories
from tests.data.importing.conftest import TODAY, Take, Write
from tests.data.importing.test_undoing import HEAD, edit

OPTIONS = Options(TODAY)
MADE = "kode_unit;nomor_induk;nomor_register;kebutuhan;tanggal_asesmen;sumber_kebutuhan"
_TABLES = models.metadata.tables


def the_one(door: Door, viewer: Viewer) -> Waiting:
    with door.reading(viewer) as session:
        (row,) = waiting(session)
    return row


def accepted(door: Door, viewer: Viewer, answer: Answer | None = None) -> Outcome:
    row = the_one(door, viewer)
    with door.writing(viewer) as session:
        return accept(session, viewer, row, answer or Answer(), OPTIONS)


def capacity(door: Door, viewer: Viewer, code: str) -> int | None:
    unit = _TABLES["unit"]
    with door.reading(viewer) as session:
        return session.scalar(sa.select(unit.c.capacity).where(unit.c.code == code))


@pytest.fixture
def edited(take: Take, write: Write, ready: Door, viewer: Viewer) -> Door:
    """A unit that was edited on a screen, and a file that says otherwise."""
    take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    edit(ready, viewer, "AAA", capacity=12)
    (outcome,) = take(write("b.csv", HEAD, "AAA;Lapas A;LAPAS;11"))
    assert outcome.counts.set_aside == 1
    return ready


def test_a_row_that_waits_says_where_it_comes_from(edited: Door, viewer: Viewer) -> None:
    row = the_one(edited, viewer)
    assert (row.line, row.file_name, row.table) == (2, "b.csv", "unit")
    assert row.rules == ("sudah_diubah_di_layar",)
    assert row.received["kapasitas"] == "11"
    (issue,) = rehearse_accept(edited, viewer, row, Answer(), OPTIONS)
    assert "sudah diubah di layar" in issue.sentence("id")
    assert capacity(edited, viewer, "AAA") == 12


def test_the_file_overwrites_the_screen_when_that_is_decided(edited: Door, viewer: Viewer) -> None:
    outcome = accepted(edited, viewer)
    assert (outcome.counts.changed, capacity(edited, viewer, "AAA")) == (1, 11)
    with edited.reading(viewer) as session:
        assert waiting(session) == []
        assert [entry.waiting for entry in history(session, most=2)] == [0, 0]
        change = _TABLES["change"]
        query = sa.select(change.c.account, change.c.before).where(
            change.c.table_name == "rejected_row"
        )
        who, what = session.execute(query).one()
    assert who == "penguji"
    assert what == {
        "decision": "TERIMA", "rules": ["sudah_diubah_di_layar"], "taken_by": outcome.batch_id,
    }  # fmt: skip


def test_undoing_a_decision_brings_the_edit_back(edited: Door, viewer: Viewer) -> None:
    outcome = accepted(edited, viewer)
    with edited.writing(viewer) as session:
        undo(session, viewer, [outcome.batch_id or 0])
    assert capacity(edited, viewer, "AAA") == 12


def test_a_dropped_row_is_gone_and_changes_nothing(edited: Door, viewer: Viewer) -> None:
    row = the_one(edited, viewer)
    with edited.writing(viewer) as session:
        drop(session, viewer, row)
    with edited.reading(viewer) as session:
        assert waiting(session) == []
    assert capacity(edited, viewer, "AAA") == 12


def test_an_unknown_code_goes_in_once_a_known_one_is_chosen(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    (outcome,) = take(
        write("m.csv", "unit_mitra;kode_mitra;nama_mitra;jenis_mitra", "DITJENPAS;M1;M;KIOS")
    )
    assert outcome.counts.set_aside == 1
    with pytest.raises(SinergiError, match="belum ada dalam daftar") as caught:
        accepted(ready, viewer)
    assert caught.value.code == "belum_dapat_diterima"
    done = accepted(ready, viewer, Answer({"jenis_mitra": "SWASTA"}))
    assert done.counts.new == 1


def test_a_person_is_chosen_among_those_who_bear_the_number(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    with ready.writing(viewer) as session:
        here = factories.unit(session, code="AAA")
        factories.person(session, unit_id=here, number="777", name="Contoh Satu")
        there = factories.unit(session, code="BBB")
        second = factories.person(session, unit_id=there, number="777", name="Contoh Dua")
        factories.code(session, "kebutuhan", "PEKERJAAN")
    (outcome,) = take(write("n.csv", MADE, "AAA;777;;PEKERJAAN;05/01/2026;LITMAS"))
    assert outcome.counts.set_aside == 1
    row = the_one(ready, viewer)
    with ready.reading(viewer) as session:
        people = candidates(session, row)
    assert {(one.name, one.numbers) for one in people} == {
        ("Contoh Satu", ("777",)), ("Contoh Dua", ("777",)),
    }  # fmt: skip
    assert rehearse_accept(ready, viewer, row, Answer(person=second), OPTIONS) == []
    accepted(ready, viewer, Answer(person=second))
    with ready.reading(viewer) as session:
        assert session.scalars(sa.select(_TABLES["need"].c.wbp_id)).all() == [second]


def test_rows_of_an_undone_file_wait_for_nothing(edited: Door, viewer: Viewer) -> None:
    row = the_one(edited, viewer)
    with edited.writing(viewer) as session:
        undo(session, viewer, [row.batch_id])
    with edited.reading(viewer) as session:
        assert waiting(session) == []


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_refused_rows_are_forgotten_after_thirty_days(
    take: Take, write: Write, ready: Door, viewer: Viewer, days: int, left: int
) -> None:
    take(write("a.csv", HEAD, "AAA;Lapas A;ISTANA;10"))
    with ready.writing(viewer) as session:
        purge_refused(session, utc_now() + timedelta(days=days))
        query = sa.select(sa.func.count()).select_from(_TABLES["rejected_row"])
        assert session.execute(query).scalar_one() == left


def test_rows_that_wait_are_not_forgotten_by_time(edited: Door, viewer: Viewer) -> None:
    with edited.writing(viewer) as session:
        assert purge_refused(session, utc_now() + timedelta(days=400)) == 0


OWN = """
name = "kebutuhan-kanwil"
title = "Kebutuhan"
headings = ["Unit Kami", "Induk Kami", "Butuh", "Hari"]
[formats]
dates = "BHT"
[[target]]
table = "need"
[target.cells]
kode_unit = { from = "Unit Kami" }
nomor_induk = { from = "Induk Kami" }
kebutuhan = { from = "Butuh" }
tanggal_asesmen = { from = "Hari" }
sumber_kebutuhan = { constant = "LITMAS" }
"""


@pytest.fixture
def own(take: Take, write: Write, ready: Door, viewer: Viewer) -> Profile:
    """A profile of one's own, and a row that it read, which waits."""
    profile = read_profile(write("profil.toml", OWN))
    with ready.writing(viewer) as session:
        unit = factories.find_or_insert(session, "unit", {"code": "AAA"}, name="A", kind="LAPAS")
        factories.person(session, unit_id=unit, number="777")
        factories.code(session, "kebutuhan", "PEKERJAAN")
    path = write("lembar.csv", "Unit Kami;Induk Kami;Butuh;Hari", "AAA;777;TAKDIKENAL;03/04/2026")
    (outcome,) = take(path, profiles=(profile,))
    assert outcome.counts.set_aside == 1
    return profile


def assessed_on(door: Door, viewer: Viewer) -> date | None:
    with door.reading(viewer) as session:
        return session.scalar(sa.select(_TABLES["need"].c.assessed_on))


def test_a_row_read_by_a_profile_of_ones_own_is_decided_by_the_same(
    own: Profile, ready: Door, viewer: Viewer
) -> None:
    """It is kept with the batch; without it 03/04 would be another day."""
    row, answer = the_one(ready, viewer), Answer({"Butuh": "PEKERJAAN"})
    assert (row.profile, row.profile_text) == (own.name, own.text)
    assert rehearse_accept(ready, viewer, row, answer, OPTIONS) == []
    accepted(ready, viewer, answer)
    assert assessed_on(ready, viewer) == date(2026, 3, 4)


def test_the_profile_of_a_batch_can_be_read_again(
    own: Profile, ready: Door, viewer: Viewer
) -> None:
    with ready.reading(viewer) as session:
        batch = the_one(ready, viewer).batch_id
        assert kept_profile(session, batch) == own.text
        with pytest.raises(SinergiError, match="999"):
            kept_profile(session, 999)


def test_a_row_of_the_time_before_profiles_were_kept_asks_for_its_profile(
    own: Profile, ready: Door, viewer: Viewer
) -> None:
    with ready.writing(viewer) as session:
        session.execute(sa.update(_TABLES["import_batch"]).values(profile_text=None))
    row, answer = the_one(ready, viewer), Answer({"Butuh": "PEKERJAAN"})
    for step in (lambda: rehearse_accept(ready, viewer, row, answer, OPTIONS),
                 lambda: accepted(ready, viewer, answer)):  # fmt: skip
        with pytest.raises(SinergiError, match="--profile"):
            step()
    with ready.writing(viewer) as session:
        accept(session, viewer, row, answer, Options(TODAY, profiles=(own,)))
    assert assessed_on(ready, viewer) == date(2026, 3, 4)
