"""Counts of people by unit and time with their margins: exact for the unit, else for the public.

Every unit stands beside every field in each month or year, so that no row is missing because
nobody was there; totals are made from the cells as shown.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from data.disclosure.counts import HIDDEN_UP_TO, ROUNDED_TO
from data.disclosure.tables import Count, margined
from data.exporting.requests import ExportRequest
from data.exporting.shapes import Dataset, Rows, Shaped, made, stored
from data.queries.public_counts import enrolled_by_year, participants_by_month
from models.codes import DisclosureLevel, EnrolmentStatus

ALL = "SEMUA"
_HIDDEN = made(
    ("disembunyikan", "hidden"), ("Ada yang disembunyikan", "Something is hidden"),
    kind=sa.Boolean,
)  # fmt: skip
_PLACE = (stored("unit", "code"), stored("unit", "name"))
_TOLD = {"hidden_up_to": HIDDEN_UP_TO, "rounded_to": ROUNDED_TO, "totals": "from shown cells"}

Key = tuple[str, ...]  # of a column: the field, or the field and the status
Cells = dict[tuple[str, str, Key], Count]  # by time, unit and column


def participants_counted() -> Dataset:
    """People who attended at least one session, by month, unit and field."""
    month = made(("bulan", "month"), ("Bulan", "Month"), kind=sa.String)
    people = made(
        ("jumlah_peserta", "participants"),
        ("Orang yang hadir sedikitnya sekali", "People who attended at least once"), unit="orang",
    )  # fmt: skip
    return Dataset(
        "jumlah_peserta", ("Jumlah peserta per bulan", "Participants by month"),
        (month, *_PLACE, stored("programme", "field"), people, _HIDDEN),
        participants_by_month, shape=_participants,
    )  # fmt: skip


def enrolments_counted() -> Dataset:
    """People in cohorts that began in a year, by unit, field and status."""
    year = made(("tahun_mulai", "year_started"), ("Tahun angkatan mulai", "Year begun"),
                kind=sa.String)  # fmt: skip
    people = made(
        ("jumlah_orang", "people"), ("Orang dalam angkatan", "People in cohorts"), unit="orang"
    )
    return Dataset(
        "jumlah_kepesertaan", ("Jumlah kepesertaan per tahun", "Enrolments by year"),
        (year, *_PLACE, stored("programme", "field"), stored("enrolment", "status"), people,
         _HIDDEN),
        enrolled_by_year, shape=_enrolments,
    )  # fmt: skip


def _participants(_session: Session, request: ExportRequest, rows: Rows) -> Shaped:
    cells: Cells = {(row[0], row[1], (row[3],)): Count(row[4]) for row in rows}
    return _shaped(cells, dict(_names(rows)), request.level)


def _enrolments(_session: Session, request: ExportRequest, rows: Rows) -> Shaped:
    """Where there was a cohort, a status that nobody has is no structural zero."""
    counts: defaultdict[tuple[str, str, Key], int] = defaultdict(int)
    for time, unit, _, field, status, people in rows:
        for known in EnrolmentStatus:
            counts[time, unit, (field, known.value)] += people if known == status else 0
    cells = {key: Count(people) for key, people in counts.items()}
    return _shaped(cells, dict(_names(rows)), request.level)


def _names(rows: Rows) -> Iterator[tuple[str, str]]:
    return ((row[1], row[2]) for row in rows)


def _shaped(cells: Cells, names: dict[str, str], level: DisclosureLevel) -> Shaped:
    """All rows, month by month (or year by year); cells that are not there are structural zeros."""
    units, columns = sorted(names), sorted({column for _, _, column in cells})
    found: list[tuple[Any, ...]] = []
    for time in sorted({time for time, _, _ in cells}):
        table = [
            [cells.get((time, unit, column), Count(0, structural=True)) for column in columns]
            for unit in units
        ]
        shown = margined(table, level)
        both = (ALL,) * len(columns[0])
        for unit, row, total in zip(units, shown.cells, shown.rows, strict=True):
            place = (time, unit, names[unit])
            found += [(*place, *key, cell, cell is None) for key, cell in _paired(columns, row)]
            found.append((*place, *both, total, None in row))
        place = (time, ALL, ALL)
        downs = [None in down for down in zip(*shown.cells, strict=True)]
        for (key, total), hides in zip(_paired(columns, shown.columns), downs, strict=True):
            found.append((*place, *key, total, hides))
        found.append((*place, *both, shown.total, any(downs)))
    return Shaped(found, {} if level == DisclosureLevel.UNIT else {"sinergi:counts": _TOLD})


def _paired(columns: Sequence[Key], row: Sequence[int | None]) -> "zip[tuple[Key, int | None]]":
    return zip(columns, row, strict=True)
