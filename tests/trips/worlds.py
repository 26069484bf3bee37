"""A small office for trips that change it: thirty participants, six who wait, one instrument.

Of those who wait, each waits a quarter longer than the one before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from sqlmodel import Session

from data.opening import LOCAL_OFFICER, prepare
from models.codes import CohortStatus, DatabaseMode, EnrolmentStatus, SessionStatus
from models.door import Door
from tests import factories
from tests.trips.conftest import serving

PEOPLE, WAITING = 30, 6
YESTERDAY = date.today() - timedelta(days=1)
FOUR_WEEKS, QUARTER = timedelta(weeks=4), timedelta(weeks=13)


@contextmanager
def office(home: Path) -> Iterator[tuple[str, Door]]:
    """The address of a server on a new database with this office, and a door to it."""
    door = Door(f"sqlite:///{home / 'sinergi.db'}")
    prepare(door, backups=home / "cadangan", today=date.today(), mode=DatabaseMode.DEMO)
    with door.writing(LOCAL_OFFICER) as session:
        fill(session)
    with serving(door.url.render_as_string()) as address:
        yield address, door
    door.close()


def fill(session: Session, *, last: date = YESTERDAY) -> None:
    """The office's rows; its last session is on that day, its first one four weeks before."""
    begun = last - FOUR_WEEKS
    unit = factories.unit(session, code="KNWA00", name="Lapas Contoh Trip")
    factories.officer(session, unit_id=unit, name="Petugas Penilai", nip="199001012020121001")
    course = factories.programme(session, name="Las dasar", planned_minutes=90)
    run = {"unit_id": unit, "programme_id": course, "starts_on": begun}
    cohort = factories.cohort(session, code="LAS-1", **run)
    factories.meeting(session, cohort_id=cohort, number=1, held_on=begun, minutes=90)
    for number in range(1, PEOPLE + 1):
        factories.enrolment(
            session, cohort_id=cohort, number=number, started_on=begun,
            wbp_id=factories.person(
                session, unit_id=unit, number=f"CTH-{number:03}", name=f"Peserta Contoh {number:02}"
            ),
        )  # fmt: skip
    factories.meeting(
        session, cohort_id=cohort, number=2, held_on=last, minutes=90,
        status=SessionStatus.RENCANA,
    )  # fmt: skip
    drawn = factories.cohort(
        session, code="LAS-2", capacity=2, **run | {"status": CohortStatus.DISETUJUI}
    )
    for number in range(1, WAITING + 1):
        factories.enrolment(
            session, cohort_id=drawn, number=number, started_on=None,
            status=EnrolmentStatus.DAFTAR_TUNGGU, referred_on=begun - number * QUARTER,
            wbp_id=factories.person(
                session, unit_id=unit, public_id=f"tunggu-{number}", name=f"Peminat {number}"
            ),
        )  # fmt: skip
    measure = factories.instrument(session, code="UJI", version="1", name="Instrumen Uji")
    whole = factories.scale(
        session, instrument_id=measure, code="SIKAP", name_id="Sikap", name_en="Conduct"
    )
    for code, name in (("RUTIN", "Rutinitas"), ("DISIPLIN", "Disiplin")):
        factories.scale(
            session, instrument_id=measure, code=code, name_id=name, name_en=name, maximum=10.0,
            parent_id=whole,
        )  # fmt: skip
