"""The prefilled sheet: filled in as an officer would, it comes back with exact marks; damaged in
five ways, each damage gets its message."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sqlalchemy as sa

import models
from data.errors import SinergiError
from data.exporting.attendance_lists import attendance_list
from data.exporting.attendance_sheets import attendance_xlsx, give_sheet
from data.importing.issues import FileRefused
from data.importing.road import import_files
from data.importing.runs import Options, Outcome
from models.codes import EnrolmentStatus, SessionStatus
from models.door import Door, Viewer
from tests import factories

JULY = date(2026, 7, 1)
DAYS = (date(2026, 7, 1), date(2026, 7, 3), date(2026, 7, 3), date(2026, 7, 15))
HEADER, FIRST_ROW, FIRST_DAY = 9, 10, 5
FILLED = {
    (1, 1): ("HADIR", None), (1, 2): ("TERLAMBAT", None), (1, 3): ("SAKIT", None),
    (1, 4): ("IZIN", None), (2, 1): ("TANPA_KETERANGAN", None), (2, 2): ("HADIR", None),
    (3, 1): ("HADIR", None), (3, 3): ("MENOLAK", "menolak ikut"),
}  # fmt: skip
OFFICE = shutil.which("soffice")
Edit = Callable[[Any], None]


@pytest.fixture
def cohort(door: Door, viewer: Viewer) -> str:
    """Three participants, one of whom left on the third; four sessions, two on one day."""
    with door.writing(viewer) as session:
        factories.marks(session)
        unit = factories.unit(session, code="AAA")
        run = factories.cohort(session, unit_id=unit, code="BRS-1", starts_on=JULY)
        for number, day in enumerate(DAYS, start=1):
            factories.meeting(session, cohort_id=run, number=number, held_on=day,
                              status=SessionStatus.RENCANA)  # fmt: skip
        ends = (None, date(2026, 7, 3), None)
        for number, end in enumerate(ends, start=1):
            person = factories.person(session, unit_id=unit, number=f"I-{number}",
                                      name=f"Contoh {number}")  # fmt: skip
            factories.enrolment(session, cohort_id=run, wbp_id=person, number=number,
                                started_on=JULY, ended_on=end)  # fmt: skip
        factories.enrolment(session, cohort_id=run, number=9,
                            status=EnrolmentStatus.DAFTAR_TUNGGU)  # fmt: skip
    return "BRS-1"


@pytest.fixture
def back(door: Door, viewer: Viewer, cohort: str, tmp_path: Path) -> Callable[..., list[Outcome]]:
    """Edit the prefilled sheet as an officer would, and take it in."""

    def run(edit: Edit) -> list[Outcome]:
        _, body = give_sheet(door, viewer, cohort, JULY)
        book = openpyxl.load_workbook(BytesIO(body))
        edit(book)
        path = tmp_path / "presensi.xlsx"
        book.save(path)
        return import_files(door, viewer, [path], Options(date(2026, 11, 24)))

    return run


def _fill(book: Any) -> None:
    page = book["Presensi"]
    for row, marks in enumerate(("HTSI", "AH-", "H M"), start=FIRST_ROW):
        for column, mark in enumerate(marks, start=FIRST_DAY):
            if mark.strip():
                page.cell(row, column, mark)
    page.cell(FIRST_ROW + 2, FIRST_DAY + 4, "menolak ikut")


def _stored(door: Door, viewer: Viewer) -> dict[tuple[int, int], tuple[str, str | None]]:
    t = models.metadata.tables
    query = (
        sa.select(t["enrolment"].c.number, t["programme_session"].c.number,
                  t["attendance"].c.mark, t["attendance"].c.note)
        .join_from(t["attendance"], t["enrolment"],
                   t["enrolment"].c.id == t["attendance"].c.enrolment_id)
        .join(t["programme_session"],
              t["programme_session"].c.id == t["attendance"].c.session_id)
    )  # fmt: skip
    with door.reading(viewer) as session:
        return {(row[0], row[1]): (row[2], row[3]) for row in session.execute(query)}


def _rules(outcomes: list[Outcome]) -> dict[str, str]:
    issues = [i for o in outcomes for i in o.issues]
    issues += [i for o in outcomes for found in o.reasons.values() for i in found]
    return {issue.rule.code: issue.sentence("id") for issue in issues}


def test_it_comes_back_with_the_exact_marks_and_no_refused_row(
    back: Callable[..., list[Outcome]], door: Door, viewer: Viewer
) -> None:
    outcomes = back(_fill)
    assert [outcome.reasons for outcome in outcomes if outcome.reasons] == []
    assert _stored(door, viewer) == FILLED
    rules = _rules(outcomes)
    assert "kolom_tersembunyi" not in rules
    assert "kolom_diabaikan" not in rules
    sessions = models.metadata.tables["programme_session"]
    with door.reading(viewer) as session:
        assert set(session.scalars(sa.select(sessions.c.status))) == {SessionStatus.TERLAKSANA}


def _taken_whole(door: Door, viewer: Viewer, path: Path) -> None:
    outcomes = import_files(door, viewer, [path], Options(date(2026, 11, 24)))
    assert [outcome.reasons for outcome in outcomes if outcome.reasons] == []
    assert _stored(door, viewer) == FILLED


def test_one_that_libreoffice_saved_comes_back_the_same(
    cohort: str, door: Door, viewer: Viewer
) -> None:
    saved = Path(__file__).with_name("presensi-libreoffice.xlsx")  # filled in by `_fill`
    _taken_whole(door, viewer, saved)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_it_goes_through_libreoffice_and_comes_back_the_same(
    cohort: str, door: Door, viewer: Viewer, tmp_path: Path
) -> None:
    _, body = give_sheet(door, viewer, cohort, JULY)
    book = openpyxl.load_workbook(BytesIO(body))
    _fill(book)
    book.save(tmp_path / "presensi.xlsx")
    subprocess.run(
        [str(OFFICE), "--headless", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "keluar"),
         str(tmp_path / "presensi.xlsx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    _taken_whole(door, viewer, tmp_path / "keluar" / "presensi.xlsx")


def test_it_is_prefilled_protected_and_recorded(cohort: str, door: Door, viewer: Viewer) -> None:
    _, body = give_sheet(door, viewer, cohort, JULY)
    page = openpyxl.load_workbook(BytesIO(body))["Presensi"]
    heads = [cell.value for cell in page[HEADER]]
    assert heads == ["Kunci", "No", "Nomor Induk", "Nama", "01/07/2026", "03/07/2026",
                     "03/07/2026 #2", "15/07/2026", "Keterangan"]  # fmt: skip
    assert [page.cell(row, 4).value for row in range(FIRST_ROW, FIRST_ROW + 3)] == [
        "Contoh 1", "Contoh 2", "Contoh 3"]  # fmt: skip
    assert page.cell(FIRST_ROW + 1, FIRST_DAY + 3).value == "-"
    assert page.protection.sheet
    assert page.column_dimensions["A"].hidden
    assert not page.cell(FIRST_ROW, FIRST_DAY).protection.locked
    assert page.cell(FIRST_ROW, 4).protection.locked
    assert page.cell(FIRST_ROW, 3).number_format == "@"
    (choices,) = page.data_validations.dataValidation
    assert choices.formula1 == '"H,T,I,S,A,M,SD,P,-"'
    records = models.metadata.tables["export_record"]
    with door.reading(viewer) as session:
        assert session.execute(sa.select(records.c.dataset, records.c.rows)).all() == [
            ("lembar_presensi", 3)]  # fmt: skip


def test_what_is_recorded_already_stands_in_it(
    back: Callable[..., list[Outcome]], door: Door, viewer: Viewer, cohort: str
) -> None:
    back(_fill)
    with door.reading(viewer) as session:
        listed = attendance_list(session, cohort, JULY)
    page = openpyxl.load_workbook(BytesIO(attendance_xlsx(listed)))["Presensi"]
    first = [page.cell(FIRST_ROW, FIRST_DAY + n).value for n in range(4)]
    assert first == ["H", "T", "S", "I"]


def _delete_row(book: Any) -> None:
    _fill(book)
    book["Presensi"].delete_rows(FIRST_ROW + 1)


def _insert_column(book: Any) -> None:
    _fill(book)
    page = book["Presensi"]
    page.insert_cols(FIRST_DAY + 1)
    page.cell(HEADER, FIRST_DAY + 1, "02/07/2026")
    page.cell(FIRST_ROW, FIRST_DAY + 1, "H")


def _misspell(book: Any) -> None:
    _fill(book)
    book["Presensi"].cell(FIRST_ROW, FIRST_DAY, "HDR")


@pytest.mark.parametrize(
    ("damage", "rule", "words", "stored"),
    [
        (_delete_row, "peserta_hilang_dari_lembar", "Peserta nomor 2", 6),
        (_insert_column, "kolom_tanpa_sesi", "02/07/2026", 8),
        (_misspell, "tanda_tidak_dikenal", "[HDR] bukan tanda presensi. Pilihan: H, T", 7),
    ],
)
def test_a_damaged_sheet_says_so_and_the_rest_goes_in(
    back: Callable[..., list[Outcome]], door: Door, viewer: Viewer, damage: Edit, rule: str,
    words: str, stored: int,
) -> None:  # fmt: skip
    rules = _rules(back(damage))
    assert words in rules[rule]
    assert len(_stored(door, viewer)) == stored


def _two_sheets(book: Any) -> None:
    _fill(book)
    book.copy_worksheet(book["Presensi"])


def _number_over_a_date(book: Any) -> None:
    _fill(book)
    book["Presensi"].cell(HEADER, FIRST_DAY, 45)


@pytest.mark.parametrize(
    ("damage", "rule", "words"),
    [
        (_two_sheets, "beberapa_lembar", "Presensi"),
        (_number_over_a_date, "tanggal_kolom_berubah", "[45]"),
    ],
)
def test_a_sheet_that_cannot_be_told_is_refused_whole(
    back: Callable[..., list[Outcome]], door: Door, viewer: Viewer, damage: Edit, rule: str,
    words: str,
) -> None:  # fmt: skip
    with pytest.raises(FileRefused) as caught:
        back(damage)
    assert caught.value.code == rule
    assert words in caught.value.sentence_id
    assert _stored(door, viewer) == {}


@pytest.mark.parametrize(
    ("code", "month", "error"),
    [("TIADA", JULY, "angkatan_tidak_ditemukan"), ("BRS-1", date(2026, 9, 1), "lembar_kosong")],
)
def test_there_is_no_sheet_without_cohort_or_sessions(
    cohort: str, door: Door, viewer: Viewer, code: str, month: date, error: str
) -> None:
    with pytest.raises(SinergiError) as caught:
        give_sheet(door, viewer, code, month)
    assert caught.value.code == error
