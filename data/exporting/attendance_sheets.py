"""The attendance list as a workbook to fill in: it names its cohort and sessions, and comes back.

Everything is locked but the marks; the keys by which rows and columns are found again are hidden.
"""

import io
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

import xlsxwriter

import models
from data.exporting.attendance_lists import AttendanceList, Participant, attendance_list
from models.codes import DisclosureLevel, PurposeKind
from models.door import Door, Viewer

MARKS = {"HADIR": "H", "TERLAMBAT": "T", "IZIN": "I", "SAKIT": "S", "TANPA_KETERANGAN": "A",
         "MENOLAK": "M", "SIDANG": "SD", "DIPINDAH": "P"}  # fmt: skip
NOT_EXPECTED = "-"
LEGEND = ("H hadir, T terlambat, I izin, S sakit, A tanpa keterangan, M menolak (isi Keterangan), "
          "SD sidang, P dipindah, - tidak diharapkan; kosong belum tercatat")  # fmt: skip
HEADINGS = ("Kunci", "No", "Nomor Induk", "Nama")
REMARK = "Keterangan"
DATASET = "lembar_presensi"
_FIRST_DAY = len(HEADINGS)
_KEYS, _HEADER = 7, 8


def give_sheet(
    door: Door, viewer: Viewer, cohort: str, month: date, unit: str | None = None
) -> tuple[AttendanceList, bytes]:
    """The list and its workbook, recorded as a file given out. Raises `SinergiError`."""
    with door.reading(viewer) as session:
        listed = attendance_list(session, cohort, month, unit)
    body = attendance_xlsx(listed)
    record_list(door, viewer, listed, body)
    return listed, body


def record_list(door: Door, viewer: Viewer, listed: AttendanceList, body: bytes) -> None:
    """Write down that this list of names was given out."""
    with door.writing(viewer) as session:
        session.add(
            models.ExportRecord(
                account=viewer.account, dataset=DATASET, columns=list(HEADINGS),
                filter={"unit": listed.unit, "cohort": listed.cohort,
                        "month": f"{listed.month:%Y-%m}"},
                level=DisclosureLevel.UNIT, purpose=PurposeKind.PEMBINAAN,
                rows=len(listed.participants), sha256=sha256(body).hexdigest(),
            )
        )  # fmt: skip


def attendance_xlsx(listed: AttendanceList) -> bytes:
    """The workbook: titles, hidden keys, a row per participant, a column per session."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet("Presensi")
        formats = _formats(book)
        _titles(page, listed, formats)
        _header(page, listed, formats)
        for row, participant in enumerate(listed.participants, start=_HEADER + 1):
            _participant(page, row, participant, listed, formats)
        _frame(page, listed, formats)
    return buffer.getvalue()


def day_heading(listed: AttendanceList, position: int) -> str:
    """What stands above a session: its day, and which one of that day when there are several."""
    day = listed.meetings[position].held_on
    before = sum(meeting.held_on == day for meeting in listed.meetings[:position])
    return f"{day:%d/%m/%Y}" + (f" #{before + 1}" if before else "")


def _formats(book: Any) -> dict[str, Any]:
    border = {"border": 1, "num_format": "@"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "text": book.add_format({"num_format": "@"}),
        "head": book.add_format({**border, "bold": True, "bg_color": "#12436D",
                                 "font_color": "#FFFFFF", "text_wrap": True}),
        "day": book.add_format({**border, "bold": True, "bg_color": "#12436D",
                                "font_color": "#FFFFFF", "rotation": 90}),
        "fixed": book.add_format(border),
        "mark": book.add_format({**border, "locked": False, "align": "center"}),
        "free": book.add_format({**border, "locked": False}),
    }  # fmt: skip


def _titles(page: Any, listed: AttendanceList, formats: dict[str, Any]) -> None:
    page.write_string(0, 1, "DAFTAR HADIR PESERTA", formats["title"])
    lines = (
        f"Unit : {listed.unit_name}", f"Kode Unit : {listed.unit}",
        f"Program : {listed.programme}", f"Angkatan : {listed.cohort}",
        f"Bulan : {listed.month_name}",
    )  # fmt: skip
    for row, line in enumerate(lines, start=1):
        page.write_string(row, 1, line, formats["text"])
    numbers = ",".join(str(participant.number) for participant in listed.participants)
    page.write_string(_KEYS - 1, 1, f"Peserta : {numbers}", formats["text"])
    page.write_string(1, _FIRST_DAY + 2, LEGEND, formats["text"])


def _header(page: Any, listed: AttendanceList, formats: dict[str, Any]) -> None:
    page.write_string(_KEYS, 0, "Nomor Sesi", formats["text"])
    for position, heading in enumerate(HEADINGS):
        page.write_string(_HEADER, position, heading, formats["head"])
    for position, meeting in enumerate(listed.meetings):
        column = _FIRST_DAY + position
        page.write_string(_KEYS, column, str(meeting.number), formats["text"])
        page.write_string(_HEADER, column, day_heading(listed, position), formats["day"])
    page.write_string(_HEADER, _remark_column(listed), REMARK, formats["head"])


def _participant(
    page: Any, row: int, participant: Participant, listed: AttendanceList,
    formats: dict[str, Any],
) -> None:  # fmt: skip
    shown = (participant.key, str(participant.number), participant.shown_number, participant.name)
    for column, text in enumerate(shown):
        page.write_string(row, column, text, formats["fixed"])
    for column, mark in enumerate(_marks(participant, listed), start=_FIRST_DAY):
        page.write_string(row, column, mark, formats["mark"])
    page.write_string(row, _remark_column(listed), "", formats["free"])


def _marks(participant: Participant, listed: AttendanceList) -> Iterator[str]:
    """What is recorded already; `-` after the participant ended."""
    for meeting in listed.meetings:
        recorded = participant.marks.get(meeting.number)
        left = participant.ended_on is not None and meeting.held_on > participant.ended_on
        yield MARKS.get(recorded or "", NOT_EXPECTED if left else "")


def _frame(page: Any, listed: AttendanceList, formats: dict[str, Any]) -> None:
    last_row = _HEADER + len(listed.participants)
    last_day = _FIRST_DAY + len(listed.meetings) - 1
    choices = [*MARKS.values(), NOT_EXPECTED]
    page.data_validation(
        _HEADER + 1, _FIRST_DAY, last_row, last_day,
        {"validate": "list", "source": choices, "ignore_blank": True,
         "error_title": "Tanda presensi", "error_message": f"Pilih: {', '.join(choices)}"},
    )  # fmt: skip
    page.set_column(0, 0, 12, formats["text"], {"hidden": True})
    page.set_column(1, 1, 5)
    page.set_column(2, 2, 18)
    page.set_column(3, 3, 30)
    page.set_column(_FIRST_DAY, last_day, 4)
    page.set_column(_remark_column(listed), _remark_column(listed), 30)
    for row in (_KEYS - 1, _KEYS):
        page.set_row(row, None, None, {"hidden": True})
    page.freeze_panes(_HEADER + 1, _FIRST_DAY)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.protect("", {"format_columns": True, "format_rows": True})


def _remark_column(listed: AttendanceList) -> int:
    return _FIRST_DAY + len(listed.meetings)
