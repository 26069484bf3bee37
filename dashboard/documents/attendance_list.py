"""The attendance list for inside the blocks: names, days and a column to sign, as a PDF."""

from pathlib import Path

from dashboard.documents.rendering import extra_missing
from dashboard.texts.catalogue import language, t
from data.exporting.attendance_lists import AttendanceList
from data.exporting.attendance_sheets import MARKS

_TEMPLATE = Path(__file__).with_suffix(".typ")


def attendance_pdf(listed: AttendanceList) -> bytes:
    """The list as an accessible PDF. Raises `SinergiError` where typst is not installed."""
    try:
        from dashboard.documents.pdf import compiled
    except ImportError as error:
        raise extra_missing("PDF") from error
    content = {
        "language": language(),
        "words": _words(),
        "facts": [
            [t("daftar_hadir.unit"), f"{listed.unit_name} ({listed.unit})"],
            [t("daftar_hadir.program"), listed.programme],
            [t("daftar_hadir.angkatan"), listed.cohort],
            [t("daftar_hadir.bulan"), f"{listed.month:%m/%Y}"],
        ],
        "days": [f"{meeting.held_on:%d/%m}" for meeting in listed.meetings],
        "rows": [
            {
                "number": str(person.number), "person": person.shown_number, "name": person.name,
                "marks": [MARKS.get(person.marks.get(meeting.number, ""), "")
                          for meeting in listed.meetings],
            }
            for person in listed.participants
        ],
    }  # fmt: skip
    return compiled(_TEMPLATE, content)


def _words() -> dict[str, str]:
    return {
        "title": t("daftar_hadir.judul"), "number": t("daftar_hadir.nomor"),
        "person": t("daftar_hadir.nomor_induk"), "name": t("daftar_hadir.nama"),
        "signature": t("daftar_hadir.paraf"), "place": t("daftar_hadir.tempat"),
        "officer": t("daftar_hadir.petugas"), "legend": t("daftar_hadir.tanda"),
    }  # fmt: skip
