"""An attendance list as an office keeps it goes in with its exact marks, and says what it left."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

import models
from data.importing.deciding import Answer, accept, drop, waiting
from data.importing.issues import FileRefused
from data.importing.refused import refused_csv
from data.importing.runs import Options, Outcome
from data.importing.undoing import together, undo
from models.door import Door, Viewer

from .conftest import TODAY, Take, Write
from .sample_world import sample_world
from .verdicts.case import as_xlsx

SAMPLE = Path(__file__).parent / "samples" / "daftar-hadir-matriks.csv"
DAYS = (1, 3, 6, 8, 10, 13, 15, 17, 20, 22, 24, 27, 29, 31)
HEAD = ["Angkatan : BRS-2026-01", "Bulan : Juli 2026"]


@pytest.fixture
def cohort(take: Take, write: Write) -> Take:
    """The unit, programme, cohort and people of the sample, brought in by the road."""
    take(*(write(name, *lines) for name, lines in sample_world("AAA").items()))
    return take


def _marks(door: Door, viewer: Viewer) -> dict[tuple[str, int], str]:
    """(number of the person, day of the month) -> mark."""
    t = models.metadata.tables
    query = (
        sa.select(t["person_identifier"].c.value, t["programme_session"].c.held_on,
                  t["attendance"].c.mark)
        .join_from(t["attendance"], t["programme_session"],
                   t["attendance"].c.session_id == t["programme_session"].c.id)
        .join(t["enrolment"], t["enrolment"].c.id == t["attendance"].c.enrolment_id)
        .join(t["person_identifier"], t["person_identifier"].c.wbp_id == t["enrolment"].c.wbp_id)
    )  # fmt: skip
    with door.reading(viewer) as session:
        return {(value, day.day): mark for value, day, mark in session.execute(query)}


def _expected() -> dict[tuple[str, int], str]:
    """The sample, read by hand."""
    words = {"H": "HADIR", "S": "SAKIT", "I": "IZIN", "A": "TANPA_KETERANGAN"}
    lines = SAMPLE.read_text(encoding="cp1252").splitlines()[6:16]
    rows = [line.split(";") for line in lines]
    return {
        (row[1], day): words[cell]
        for row in rows if row[1]
        for day, cell in zip(DAYS, row[3:17], strict=True) if cell in words
    }  # fmt: skip


def _said(outcomes: list[Outcome]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for outcome in outcomes:
        for issue in [*outcome.issues, *(i for some in outcome.reasons.values() for i in some)]:
            found.setdefault(issue.rule.code, []).append(issue.sentence("id"))
    return found


def test_the_sample_goes_in_with_its_exact_marks(cohort: Take, ready: Door, viewer: Viewer) -> None:
    outcomes = cohort(SAMPLE)
    assert [(o.table, o.counts.new) for o in outcomes] == [
        ("programme_session", 14), ("enrolment", 9), ("attendance", 119)]  # fmt: skip
    expected = _expected()
    assert len(expected) == 119
    assert _marks(ready, viewer) == expected
    assert Counter(expected.values())["HADIR"] == 101


def test_what_is_not_a_mark_is_named(cohort: Take) -> None:
    said = _said(cohort(SAMPLE))
    assert said["baris_kaki_dilewati"] == ["Baris jumlah dan tanda tangan dilewati: 17, 18, 19."]
    (nameless,) = said["orang_tanpa_nomor"]
    assert nameless.startswith("Baris 15: [Contoh Sembilan] tanpa nomor induk")
    (left,) = said["keluar_di_tengah_bulan"]
    assert left.startswith("Baris 10, kolom `Keterangan`: [bebas 20/07/2026]")
    assert said["tidak_diharapkan"][0].startswith("5 sel bertanda `-` (baris 10)")
    assert said["tanda_kosong"][0].startswith("2 sel tanda kosong (baris 10, 12)")
    assert said["jumlah_tidak_cocok"][0].startswith("Baris 17, kolom `1`: jumlah tertulis [0]")
    assert "9 orang" in said["kepesertaan_baru"][0]


def test_a_dry_run_shows_sessions_and_enrolments_and_makes_none(
    cohort: Take, ready: Door, viewer: Viewer
) -> None:
    shown = cohort(SAMPLE, dry_run=True)
    assert [o.counts.new for o in shown] == [14, 9, 119]
    assert _marks(ready, viewer) == {}


def test_the_refused_row_comes_back_with_its_titles_and_goes_in_once_corrected(
    cohort: Take, tmp_path: Path, ready: Door, viewer: Viewer, write: Write
) -> None:
    outcome = cohort(SAMPLE)[-1]
    assert list(outcome.refused_rows) == [15]
    cohort(write("wbp9.csv", "kode_unit;nomor_induk;nama;jenis_kelamin",
                 "AAA;CONTOH-1009;Contoh Sembilan;L"))  # fmt: skip
    path = tmp_path / "diperbaiki.csv"
    path.write_bytes(refused_csv(outcome).replace(b"9;;Contoh", b"9;CONTOH-1009;Contoh"))
    again = cohort(path)
    assert [(o.table, o.counts.new) for o in again] == [("enrolment", 1), ("attendance", 14)]
    assert Counter(person for person, _ in _marks(ready, viewer))["CONTOH-1009"] == 14


def test_the_same_list_saved_again_changes_nothing(cohort: Take, tmp_path: Path) -> None:
    cohort(SAMPLE)
    other = tmp_path / "lagi.csv"
    other.write_bytes(SAMPLE.read_text(encoding="cp1252").encode("utf-8-sig"))
    (again,) = cohort(other)
    assert (again.counts.new, again.counts.changed, again.counts.unchanged) == (0, 0, 119)


def test_the_list_as_a_workbook_gives_the_same_marks(
    cohort: Take, tmp_path: Path, ready: Door, viewer: Viewer
) -> None:
    rows = [line.split(";") for line in SAMPLE.read_text(encoding="cp1252").splitlines()]
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(as_xlsx(rows))
    cohort(path)
    assert _marks(ready, viewer) == _expected()


def test_a_mark_that_is_none_and_a_mark_after_leaving_are_named_at_their_cells(
    cohort: Take, write: Write
) -> None:
    outcomes = cohort(write("d.csv", *HEAD, "No;Nomor Induk;Nama;1;3;6;Keterangan",
                            "1;CONTOH-1001;Contoh;H;X;H;",
                            "2;CONTOH-1002;Contoh;H;H;H;bebas 3/7/2026"))  # fmt: skip
    reasons = outcomes[-1].reasons
    (unknown,), (after,) = reasons[4], reasons[5]
    assert (unknown.rule.code, unknown.heading, unknown.value) == ("tanda_tidak_dikenal", "3", "X")
    assert "H, " in unknown.sentence("id")
    assert (after.rule.code, after.heading) == ("tanda_setelah_keluar", "6")
    assert outcomes[-1].counts.new == 4


def test_a_person_nobody_knows_is_named_once(cohort: Take, write: Write) -> None:
    outcomes = cohort(write("d.csv", *HEAD, "No;Nomor Induk;Nama;1;3;6",
                            "1;CONTOH-1001;Contoh;H;H;H", "2;ASING-9;Contoh;H;H;H"))  # fmt: skip
    (issue,) = outcomes[-1].reasons[5]
    assert (issue.rule.code, issue.line, issue.heading) == (
        "orang_tidak_ditemukan", 5, "Nomor Induk")  # fmt: skip
    assert "ASING-9" not in issue.sentence("id")


def test_a_planned_session_is_held_once_it_has_marks_and_a_cancelled_one_asks(
    cohort: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    cohort(write("s.csv", "kode_unit;kode_angkatan;nomor_sesi;tanggal_sesi;status_sesi;"
                 "alasan_batal",
                 "AAA;BRS-2026-01;7;2026-07-01;RENCANA;",
                 "AAA;BRS-2026-01;8;2026-07-03;BATAL;LIBUR"))  # fmt: skip
    outcomes = cohort(write("d.csv", *HEAD, "No;Nomor Induk;Nama;1;3;6",
                            "1;CONTOH-1001;Contoh;H;H;H"))  # fmt: skip
    assert [i.rule.code for i in outcomes[-1].reasons[4]] == ["sesi_dibatalkan"]
    table = models.metadata.tables["programme_session"]
    with ready.reading(viewer) as session:
        found = session.execute(
            sa.select(table.c.number, table.c.held_on, table.c.status).order_by(table.c.number)
        ).all()
    assert [tuple(row) for row in found] == [
        (7, date(2026, 7, 1), "TERLAKSANA"), (8, date(2026, 7, 3), "BATAL"),
        (9, date(2026, 7, 6), "TERLAKSANA")]  # fmt: skip


@pytest.mark.parametrize(
    ("titles", "rule"),
    [
        (HEAD[1:], "judul_lembar_hilang"),
        (HEAD[:1], "judul_lembar_hilang"),
        ([HEAD[0], "Bulan : Julember 2026"], "bulan_tidak_terbaca"),
        (["Angkatan : TIADA", HEAD[1]], "angkatan_tidak_ditemukan"),
    ],
)
def test_a_sheet_whose_cohort_or_month_cannot_be_told_is_refused(
    cohort: Take, write: Write, titles: list[str], rule: str
) -> None:
    path = write("d.csv", *titles, "No;Nomor Induk;Nama;1;3", "1;CONTOH-1001;Contoh;H;H")
    with pytest.raises(FileRefused) as caught:
        cohort(path)
    assert caught.value.code == rule
    assert caught.value.sentence_en != caught.value.sentence_id


def test_refused_cells_are_kept_at_the_lines_of_the_sheet(
    cohort: Take, ready: Door, viewer: Viewer
) -> None:
    cohort(SAMPLE)
    rejected = models.metadata.tables["rejected_row"]
    with ready.reading(viewer) as session:
        found = session.execute(sa.select(rejected.c.line, rejected.c.rule, rejected.c.received))
        ((line, rule, received),) = found.all()
    assert (line, rule, received["Nama"]) == (15, "orang_tanpa_nomor", "Contoh Sembilan")


def test_the_whole_sheet_can_be_undone(cohort: Take, ready: Door, viewer: Viewer) -> None:
    outcomes = cohort(SAMPLE)
    with ready.writing(viewer) as session:
        undo(session, viewer, together(session, outcomes[-1].batch_id or 0))
    assert _marks(ready, viewer) == {}
    with ready.reading(viewer) as session:
        for name in ("programme_session", "enrolment"):
            query = sa.select(sa.func.count()).select_from(models.metadata.tables[name])
            assert session.scalars(query).one() == 0


def test_one_mark_that_waits_can_be_decided_by_itself(
    cohort: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    cohort(write("d.csv", *HEAD, "No;Nomor Induk;Nama;1;3;6;8;Keterangan",
                 "1;CONTOH-1001;Contoh;H;H;H;S;bebas 3/7/2026"))  # fmt: skip
    with ready.writing(viewer) as session:
        first, second = waiting(session)
        accept(session, viewer, second, Answer(), Options(TODAY))
        drop(session, viewer, first)
    days = {day: mark for (_, day), mark in _marks(ready, viewer).items()}
    assert days == {1: "HADIR", 3: "HADIR", 8: "SAKIT"}
