"""What follows from the declarations: ranges, lengths, code lists, the two parties.

Runs once, when all tables are declared; it adds to the schema and never to the classes.
"""

from typing import Any

import sqlalchemy as sa

from models.base import metadata
from models.columns import Declaration, Given, Privacy, declared_columns

CODE_LIST_SUFFIX = "_list"


def _range_check(column: "sa.Column[object]", declaration: Declaration) -> None:
    low, high = declaration.minimum, declaration.maximum
    parts = [f"{column.name} >= {low:g}"] if low is not None else []
    parts += [f"{column.name} <= {high:.0f}"] if high is not None else []
    if parts:
        column.table.append_constraint(
            sa.CheckConstraint(" AND ".join(parts), name=f"{column.name}_range")
        )


def _length_check(column: "sa.Column[object]", declaration: Declaration) -> None:
    longest = declaration.max_length
    if longest is not None:
        column.table.append_constraint(
            sa.CheckConstraint(
                f"length({column.name}) BETWEEN 1 AND {longest}", name=f"{column.name}_length"
            )
        )


def computed_column(
    table: sa.Table, name: str, kind: "sa.types.TypeEngine[Any]", expression: str
) -> None:
    """Add a stored column that the database computes from `expression`."""
    hidden = Declaration(name, name, Privacy.OPEN, Given.INTERNAL)
    table.append_column(
        sa.Column(name, kind, sa.Computed(expression, persisted=True), info={"declaration": hidden})
    )


def _code_list(column: "sa.Column[object]", declaration: Declaration) -> None:
    """A composite key (list, code), so that a code of another list is refused as well."""
    if declaration.codes is None or column.foreign_keys:
        return
    table, name = column.table, f"{column.name}{CODE_LIST_SUFFIX}"
    computed_column(table, name, sa.Text(), f"'{declaration.codes}'")
    table.append_constraint(
        sa.ForeignKeyConstraint([name, column.name], ["code.list", "code.code"])
    )


def _two_parties_before_signing() -> None:
    """A signed agreement points at its parties 1 and 2; checked when a transaction commits."""
    agreement = metadata.tables["agreement"]
    # Otherwise a key that is also a foreign key would get no number of its own (PostgreSQL).
    agreement.c.id.autoincrement = True
    for position in (1, 2):
        name = f"party_{position}"
        computed_column(
            agreement, name, sa.Integer(),
            f"CASE WHEN signed_on IS NOT NULL THEN {position} END",
        )  # fmt: skip
        constraint = sa.ForeignKeyConstraint(
            ["id", name],
            ["agreement_party.agreement_id", "agreement_party.position"],
            name=f"fk_agreement_{name}", use_alter=True, deferrable=True, initially="DEFERRED",
        )  # fmt: skip
        agreement.append_constraint(constraint)
        _keep_inline(constraint)


def _keep_inline(constraint: sa.ForeignKeyConstraint) -> None:
    """Let a key that PostgreSQL gets by ALTER still stand inside CREATE TABLE on SQLite.

    SQLAlchemy takes it out of CREATE TABLE for good once it was added by ALTER, so the next
    SQLite database made by the same process would come without it.
    """

    @sa.event.listens_for(metadata, "after_create")
    def forget(*_: Any, **__: Any) -> None:
        constraint._create_rule = None


def complete() -> None:
    """Add every constraint that follows from a declaration."""
    for table in list(metadata.tables.values()):
        for column, declaration in list(declared_columns(table)):
            _range_check(column, declaration)
            _length_check(column, declaration)
            _code_list(column, declaration)
    _two_parties_before_signing()
