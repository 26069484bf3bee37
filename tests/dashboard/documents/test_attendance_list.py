"""The printable list is a PDF in either language, whatever the names hold."""

from datetime import date

import pytest

from dashboard.documents.attendance_list import attendance_pdf
from dashboard.texts.catalogue import LANGUAGES, use
from data.exporting.attendance_lists import AttendanceList, Meeting, Participant


def _listed(name: str, people: int = 3) -> AttendanceList:
    meetings = tuple(Meeting(n, date(2026, 7, n), None) for n in range(1, 15))
    participants = tuple(
        Participant(n, f"induk:I-{n}", f"I-{n}", name, None, {1: "HADIR"})
        for n in range(1, people + 1)
    )
    return AttendanceList(
        "AAA", "Lapas Contoh A", "BRS-1", "Barista (contoh)", date(2026, 7, 1), meetings,
        participants,
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_tagged_pdf_in_the_language_of_the_run(language: str) -> None:
    use(language)
    body = attendance_pdf(_listed("Contoh Satu"))
    use("id")
    assert body.startswith(b"%PDF")
    assert b"/MarkInfo" in body
    assert f"({language})".encode() in body or f"/Lang({language}".encode() in body


@pytest.mark.parametrize("name", ["#panic()", "*[", "<x> $1$", "André \\ \u202e"])
def test_a_name_is_never_read_as_markup(name: str) -> None:
    assert attendance_pdf(_listed(name)).startswith(b"%PDF")


def test_a_long_list_goes_over_several_pages() -> None:
    body = attendance_pdf(_listed("Contoh", people=60))
    packed = body.split(b"stream")
    assert body.count(b"/Type/Page") + body.count(b"/Type /Page") > 3 or len(packed) > 3
