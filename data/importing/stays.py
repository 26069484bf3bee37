"""Whether a person could have been at a session: days of enrolment, cohort and care, and hours."""

from dataclasses import dataclass, field
from datetime import date

import numpy as np
import sqlalchemy as sa

import models
from data.importing.remembering import Array, Memory
from data.importing.staging import bulk_insert, empty, temporary_table

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
        first = dict.fromkeys(enrolments.tolist(), NEVER)
        last = dict.fromkeys(enrolments.tolist(), ALWAYS)
        for one, started, starts, ended, ends in self.connection.execute(query).fetchall():
            first[one] = max((d.toordinal() for d in (started, starts) if d), default=NEVER)
            last[one] = min((d.toordinal() for d in (ended, ends) if d), default=ALWAYS)
        released = self._releases(wanted, enrolments.tolist())
        empty(self.connection, wanted)
        return [np.array(list(days.values()), float) for days in (first, last, released)]

    def _releases(self, wanted: sa.Table, enrolments: list[int]) -> dict[int, float]:
        """The last day in care at the unit; nothing while a stretch is open or none is known."""
        enrolment, custody = (models.metadata.tables[name] for name in ("enrolment", "custody"))
        query = (
            sa.select(enrolment.c.id, custody.c.ended_on)
            .join_from(wanted, enrolment, enrolment.c.id == wanted.c.id)
            .join(custody, sa.and_(custody.c.wbp_id == enrolment.c.wbp_id,
                                   custody.c.unit_id == enrolment.c.unit_id))
        )  # fmt: skip
        ends: dict[int, list[date | None]] = {}
        for one, ended in self.connection.execute(query).fetchall():
            ends.setdefault(one, []).append(ended)
        released = dict.fromkeys(enrolments, ALWAYS)
        for one, days in ends.items():
            known = [day.toordinal() for day in days if day is not None]
            if len(known) == len(days):
                released[one] = max(known)
        return released

    def _table(self) -> sa.Table:
        if self._wanted is None:
            self._wanted = temporary_table(self.connection, [sa.Column("id", sa.Integer)])
        return self._wanted
