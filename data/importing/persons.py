"""Persons in a file: a public id for each, and the numbers they bring along."""

import secrets
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import sqlalchemy as sa

import models
from data.importing.cells import Cells
from data.importing.checking import Checked
from data.importing.staging import bulk_insert, temporary_table
from models.base import NOMOR_INDUK, NOMOR_REGISTER, UNIT
from models.codes import IdentifierKind, UnitKind


@dataclass
class Persons:
    """Gives public ids to the rows of a file of persons and stages their numbers."""

    connection: sa.Connection
    _made: dict[tuple[str, ...], str] = field(default_factory=dict)
    _numbers: sa.Table | None = None

    def name(self, cells: Cells, checked: Checked) -> None:
        """Turn the ids under `public_id` into public ids; rows of new persons get new ones.

        The same nomor induk (or unit and register) twice in a file is the same new person.
        """
        known = self._known({i for i in checked.columns["public_id"] if i is not None})
        inverse, tuples = cells.combined([UNIT.id, NOMOR_INDUK.id, NOMOR_REGISTER.id])
        public = np.empty(len(cells.lines), dtype=object)
        for row, found in enumerate(checked.columns["public_id"]):
            unit, induk, register = tuples[inverse[row]]
            key = (induk,) if induk else (unit, register)
            if found is not None:
                public[row] = known[found]
            else:
                public[row] = self._made.setdefault(key, secrets.token_hex(8))
        checked.columns["public_id"] = public
        self._stage(tuples, inverse, public, checked)

    def _known(self, ids: set[int]) -> dict[int, str]:
        wbp = models.metadata.tables["wbp"]
        query = sa.select(wbp.c.id, wbp.c.public_id)
        if len(ids) < 500:
            query = query.where(wbp.c.id.in_(ids))
        return {row.id: row.public_id for row in self.connection.execute(query)}

    def _stage(self, tuples: list[Any], inverse: Any, public: Any, checked: Checked) -> None:
        unit = models.metadata.tables["unit"]
        units = {
            row.code: row
            for row in self.connection.execute(sa.select(unit.c.id, unit.c.code, unit.c.kind))
        }
        rows = []
        for row in np.flatnonzero(~checked.refused):
            code, induk, register = tuples[inverse[row]]
            here = units.get(code)
            if here is None:
                continue
            kind = IdentifierKind.BAPAS if here.kind == UnitKind.BAPAS else IdentifierKind.REGISTER
            line = int(checked.lines[row])
            for value, number_kind in ((induk, IdentifierKind.INDUK), (register, kind)):
                if value:
                    rows.append((line, public[row], here.id, number_kind.value, value))
        bulk_insert(self.connection, self._table(), rows)

    def _table(self) -> sa.Table:
        if self._numbers is None:
            columns: list[sa.Column[Any]] = [
                sa.Column("line", sa.Integer), sa.Column("public_id", sa.Text),
                sa.Column("unit_id", sa.Integer), sa.Column("kind", sa.Text),
                sa.Column("value", sa.Text),
            ]  # fmt: skip
            self._numbers = temporary_table(self.connection, columns)
        return self._numbers

    def store_numbers(self, batch_id: int, now: Any) -> set[str]:
        """Insert the numbers that are new; gives the public ids that got one."""
        table, wbp = self._table(), models.metadata.tables["wbp"]
        numbers = models.metadata.tables["person_identifier"]
        same_number = (numbers.c.kind == table.c.kind) & (numbers.c.value == table.c.value)
        already = sa.exists().where(
            same_number,
            sa.or_(numbers.c.unit_id == table.c.unit_id,
                   sa.and_(table.c.kind == IdentifierKind.INDUK.value,
                           numbers.c.wbp_id == wbp.c.id)),
        )  # fmt: skip
        wanted = (
            sa.select(table.c.kind, table.c.value, table.c.public_id,
                      sa.func.min(table.c.unit_id).label("unit_id"), wbp.c.id.label("wbp_id"))
            .join_from(table, wbp, wbp.c.public_id == table.c.public_id)
            .where(~already)
            .group_by(table.c.kind, table.c.value, table.c.public_id, wbp.c.id,
                      sa.case((table.c.kind == IdentifierKind.INDUK.value, 0),
                              else_=table.c.unit_id))
        ).subquery()  # fmt: skip
        touched = set(self.connection.scalars(sa.select(wanted.c.public_id)))
        stamp = sa.literal(now, models.metadata.tables["wbp"].c.created_at.type)
        self.connection.execute(
            sa.insert(numbers).from_select(
                ["kind", "unit_id", "value", "wbp_id", "created_at", "updated_at",
                 "row_version", "batch_id"],
                sa.select(wanted.c.kind, wanted.c.unit_id, wanted.c.value, wanted.c.wbp_id,
                          stamp, stamp, sa.literal(1), sa.literal(batch_id)),
                include_defaults=False,
            )
        )  # fmt: skip
        return touched
