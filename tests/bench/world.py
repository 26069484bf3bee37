"""A national database to measure on: 300,000 people, 900,000 enrolments, 600,000 sessions."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import models
from data.opening import prepare
from models.codes import DatabaseMode
from models.door import Door

UNITS, COHORTS, PEOPLE = 600, 60_000, 300_000
SESSIONS_EACH, PLACES_EACH = 10, 15
FIRST_DAY = date(2026, 7, 1)
STAMP = "2026-07-01 00:00:00.000000"
MARKS = ("HADIR", "HADIR", "HADIR", "TERLAMBAT", "SAKIT", "IZIN")


@dataclass(frozen=True)
class Size:
    """How many of each there are; `Size.of(0.01)` is a hundredth for a quick look."""

    units: int = UNITS
    cohorts: int = COHORTS
    people: int = PEOPLE

    @classmethod
    def of(cls, share: float) -> "Size":
        """A world of a share of the whole."""
        return cls(UNITS, round(COHORTS * share), round(PEOPLE * share))


def build(door: Door, backups: Path, size: Size) -> None:
    """Fill a new database; ids run from 1 in each table."""
    prepare(door, backups=backups, today=FIRST_DAY, mode=DatabaseMode.DEMO)
    with door.altering() as connection:
        offset = connection.execute(sa.text("SELECT max(id) FROM unit")).scalar_one() + 1
        _put_places(connection, size, offset)
        _put_people(connection, size, offset)
        _put_runs(connection, size, offset)


def _put_places(connection: sa.Connection, size: Size, offset: int) -> None:
    units = ((unit_code(n), f"Lapas Contoh {n}", "LAPAS", True) for n in range(size.units))
    _put(connection, "unit", ("code", "name", "kind", "active"), units)
    columns = ("owner_id", "code", "name", "field", "kind", "minimum_dosage", "gives_certificate")
    course = (offset, "BENCH", "Program Contoh", "KEPRIBADIAN", "KEAGAMAAN", 50, False)
    _put(connection, "programme", columns, [course])


def _put_people(connection: sa.Connection, size: Size, offset: int) -> None:
    people = ((f"P{n:07}", f"Orang Contoh {n}", "L") for n in range(size.people))
    _put(connection, "wbp", ("public_id", "name", "sex"), people)
    numbers = (("INDUK", offset + n % size.units, induk(n), n + 1) for n in range(size.people))
    _put(connection, "person_identifier", ("kind", "unit_id", "value", "wbp_id"), numbers)


def _put_runs(connection: sa.Connection, size: Size, offset: int) -> None:
    programme = connection.execute(sa.text("SELECT max(id) FROM programme")).scalar_one()
    cohorts = (
        (offset + c % size.units, cohort_code(c), programme, "BERJALAN", "BIASA")
        for c in range(size.cohorts)
    )
    _put(connection, "cohort", ("unit_id", "code", "programme_id", "status", "assignment"), cohorts)
    columns = ("cohort_id", "unit_id", "number", "held_on", "minutes", "status")
    _put(connection, "programme_session", columns, _sessions(size, offset))
    seats = (
        (c + 1, offset + c % size.units, person_in(c, place, size) + 1, place + 1, "AKTIF")
        for c in range(size.cohorts)
        for place in range(PLACES_EACH)
    )
    _put(connection, "enrolment", ("cohort_id", "unit_id", "wbp_id", "number", "status"), seats)


def _sessions(size: Size, offset: int) -> Iterator[tuple[Any, ...]]:
    days = [FIRST_DAY + timedelta(days=3 * n) for n in range(SESSIONS_EACH)]
    for cohort in range(size.cohorts):
        unit = offset + cohort % size.units
        for number, day in enumerate(days, start=1):
            yield cohort + 1, unit, number, day.isoformat(), 90, "TERLAKSANA"


def unit_code(number: int) -> str:
    """The code of a unit."""
    return f"U{number:05}"


def cohort_code(number: int) -> str:
    """The code of a cohort, unique within its unit."""
    return f"ANGKATAN-{number // UNITS:04}"


def induk(number: int) -> str:
    """The nomor induk of a person."""
    return f"CTH-{number:07}"


def person_in(cohort: int, place: int, size: Size) -> int:
    """Who takes a place in a cohort; nobody takes two of one."""
    return (cohort * 7 + place * 19_999) % size.people


def _put(
    connection: sa.Connection, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows with the common stamps, as fast as the driver can."""
    table = models.metadata.tables[name]
    stamps = ("created_at", "updated_at", "row_version")
    names = ", ".join((*columns, *stamps))
    raw = connection.connection.driver_connection
    whole = ((*row, STAMP, STAMP, 1) for row in rows)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * (len(columns) + len(stamps)))
        raw.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", whole)  # type: ignore[union-attr]
        return
    with raw.cursor() as cursor, cursor.copy(f"COPY {name} ({names}) FROM STDIN") as copy:  # type: ignore[union-attr]
        for row in whole:
            copy.write_row(row)


@dataclass(frozen=True)
class Month:
    """A file of a month: how many rows it has, and the lines and headings that are wrong."""

    path: Path
    rows: int
    wrong: frozenset[tuple[int, str]]


HEADER = "kode_unit;kode_angkatan;nomor_sesi;nomor_induk;tanda;menit_hadir"
_DAMAGE = (("kode_angkatan", 1), ("nomor_sesi", 2), ("nomor_induk", 3), ("tanda", 4),
           ("menit_hadir", 5))  # fmt: skip
_BROKEN = {"kode_angkatan": "TIDAK-ADA", "nomor_sesi": "99", "nomor_induk": "CTH-9999999",
           "tanda": "HADDIR", "menit_hadir": "-5"}  # fmt: skip


def write_month(path: Path, size: Size, *, rows: int, wrong: int, seed: int) -> Month:
    """Whole cohorts, each person at each of ten sessions, shuffled, `wrong` of them damaged.

    Two files of different `seed` hold the same rows and damage in another order.
    """
    cohorts = rows // (SESSIONS_EACH * PLACES_EACH) + 1
    lines: list[list[str]] = []
    for cohort in range(cohorts):
        for number in range(1, SESSIONS_EACH + 1):
            for place in range(PLACES_EACH):
                person = person_in(cohort, place, size)
                mark = MARKS[(cohort + number + place) % len(MARKS)]
                lines.append([unit_code(cohort % size.units), cohort_code(cohort), str(number),
                              induk(person), mark, "90"])  # fmt: skip
    lines = lines[:rows]
    damaged = random.Random(1).sample(range(rows), wrong)
    kinds = {row: _DAMAGE[n % len(_DAMAGE)] for n, row in enumerate(damaged)}
    for row, (heading, place) in kinds.items():
        lines[row][place] = _BROKEN[heading]
    order = list(range(rows))
    random.Random(seed).shuffle(order)
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(HEADER + "\r\n")
        stream.writelines(";".join(lines[row]) + "\r\n" for row in order)
    found = {(position + 2, kinds[row][0]) for position, row in enumerate(order) if row in kinds}
    return Month(path, rows, frozenset(found))
