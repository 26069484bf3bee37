"""Small units whose figures can be worked out by hand."""

from datetime import date, timedelta

from sqlmodel import Session

from data.queries.filter import Filter
from tests import factories

START = date(2026, 1, 1)
FIRST_QUARTER = Filter(START, date(2026, 4, 1))


def code_of(session: Session, unit_id: int) -> str:
    return str(factories.value(session, "unit", unit_id, "code"))


def marked_cohort(session: Session, unit_id: int, sheets: list[str], **values: object) -> int:
    """A cohort: one person a sheet, one letter a weekly session (see LETTERS), "." = no mark."""
    cohort = factories.cohort(session, unit_id=unit_id, **values)
    meetings = [
        factories.meeting(
            session,
            cohort_id=cohort,
            number=number + 1,
            held_on=factories.MONDAY + timedelta(weeks=number),
        )
        for number in range(len(sheets[0]))
    ]
    for sheet in sheets:
        participant = factories.enrolment(session, cohort_id=cohort)
        for meeting, letter in zip(meetings, sheet, strict=True):
            if letter != ".":
                factories.attendance(
                    session,
                    session_id=meeting,
                    enrolment_id=participant,
                    mark=LETTERS[letter],
                )
    return cohort


LETTERS = {
    "H": "HADIR",
    "T": "TERLAMBAT",
    "S": "SAKIT",
    "A": "TANPA_KETERANGAN",
    "M": "MENOLAK",
    "X": "SIDANG",
}
