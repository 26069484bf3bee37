"""Whether a person could have been at a session: days of enrolment, cohort and care, and hours."""

from dataclasses import dataclass, field

import numpy as np
import sqlalchemy as sa

import models
from data.importing.remembering import Array, Memory, as_days
from data.importing.staging import bulk_insert, driver_rows, empty, temporary_table

NEVER, ALWAYS = -np.inf, np.inf


@dataclass
class Stays:
    """First and last possible day of an enrolment, and the day its person was released."""

    connection: sa.Connection
    _known: Memory = field(default_factory=lambda: Memory(float, float, float))
    _wanted: sa.Table | None = None

    def of(self, enrolments: Array) -> tuple[Array, Array, Array]:
        """For each enrolment: first day, last day, and last day in care at its unit.

        Days are ordinals; what is not known bounds nothing.
        """
        first, last, released = self._known.of(enrolments, self._ask)
        return first, last, released

    def _ask(self, enrolments: Array, _rows: Array) -> list[Array]:
        enrolment, cohort = (models.metadata.tables[name] for name in ("enrolment", "cohort"))
        wanted = self._table()
        bulk_insert(self.connection, wanted, zip(enrolments.tolist(), strict=True))
        query = (
            sa.select(enrolment.c.id, enrolment.c.started_on, cohort.c.starts_on,
                      enrolment.c.ended_on, cohort.c.ends_on)
            .join_from(wanted, enrolment, enrolment.c.id == wanted.c.id)
            .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        )  # fmt: skip
        first, last = np.full(len(enrolments), NEVER), np.full(len(enrolments), ALWAYS)
        if found := driver_rows(self.connection, query):
            ids, started, starts, ended, ends = zip(*found, strict=True)
            places = np.searchsorted(enrolments, ids)
            begins = np.fmax(as_days(started), as_days(starts))
            first[places] = np.where(np.isnan(begins), NEVER, begins)
            stops = np.fmin(as_days(ended), as_days(ends))
            last[places] = np.where(np.isnan(stops), ALWAYS, stops)
        released = self._releases(wanted, enrolments)
        empty(self.connection, wanted)
        return [first, last, released]

    def _releases(self, wanted: sa.Table, enrolments: Array) -> Array:
        """The last day in care at the unit; nothing while a stretch is open or none is known."""
        enrolment, custody = (models.metadata.tables[name] for name in ("enrolment", "custody"))
        query = (
            sa.select(enrolment.c.id, custody.c.ended_on)
            .join_from(wanted, enrolment, enrolment.c.id == wanted.c.id)
            .join(custody, sa.and_(custody.c.wbp_id == enrolment.c.wbp_id,
                                   custody.c.unit_id == enrolment.c.unit_id))
        )  # fmt: skip
        released = np.full(len(enrolments), NEVER)
        if found := driver_rows(self.connection, query):
            ids, ended = zip(*found, strict=True)
            days = as_days(ended)
            open_or_ended = np.where(np.isnan(days), ALWAYS, days)
            np.maximum.at(released, np.searchsorted(enrolments, ids), open_or_ended)
        return np.where(released == NEVER, ALWAYS, released)

    def _table(self) -> sa.Table:
        if self._wanted is None:
            self._wanted = temporary_table(self.connection, [sa.Column("id", sa.Integer)])
        return self._wanted
