"""SQL that breaks each rule of each table, made from the tables themselves.

Rules that say more than one column's range, length, list or parent are broken by hand in
`test_constraints.py`.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from models import metadata
from models.columns import declared_columns

UNKNOWN = "TIDAK_ADA"
OTHER_LIST = ("daftar_lain", "LAIN")
NOBODY = 999_999
ORDER = "_not_before_"


class Case(NamedTuple):
    """`statement` must be refused by `constraint`."""

    constraint: str
    statement: str


# A row on which nothing but the named rule is broken; without one, the first row will do.
ROWS = {
    "ck_agreement_party_role": "position > 2",
    "fk_cohort_partner_id_partner": "agreement_id IS NULL",
    **{f"ck_planned_activity_target_q{q}_range": "target_year IS NULL" for q in range(1, 5)},
    "ck_planned_activity_target_year_range": "target_q1 IS NULL",
    "fk_planned_activity_programme_id_programme": "programme_id IS NOT NULL",
    "ck_progress_report_status": "data_version IS NOT NULL",
    "ck_report_step_status": "letter_number IS NOT NULL",
    "fk_obligation_agreement_id_agreement": "party_position IS NULL",
    "fk_planned_activity_field_list_field_code": "field IS NOT NULL",
}


def broken_checks() -> Iterator[Case]:
    """Ranges, lengths and closed lists, each just past its ends."""
    for table in metadata.tables.values():
        for column, declared in declared_columns(table):
            name = f"ck_{table.name}_{column.name}"
            if declared.minimum is not None:
                yield _update(f"{name}_range", column, f"{declared.minimum - 1:.0f}")
            if declared.maximum is not None:
                yield _update(f"{name}_range", column, f"{declared.maximum + 1:.0f}")
            if declared.max_length is not None:
                yield _update(f"{name}_length", column, "''")
                yield _update(f"{name}_length", column, f"'{'x' * (declared.max_length + 1)}'")
            if isinstance(column.type, sa.Enum):
                yield _update(f"ck_{table.name}_{column.type.name}", column, f"'{UNKNOWN}'")


def broken_orders(days: tuple[str, str] = ("2026-06-02", "2026-06-01")) -> Iterator[Case]:
    """Every pair of days that has an order, first and last set to `days`."""
    for table in metadata.tables.values():
        for constraint in sorted(table.constraints, key=lambda rule: str(rule.name)):
            name = str(constraint.name)
            if ORDER in name:
                last, first = name.removeprefix(f"ck_{table.name}_").split(ORDER)
                yield Case(
                    name,
                    f"UPDATE \"{table.name}\" SET {first} = '{days[0]}', {last} = '{days[1]}' "
                    f"WHERE id = {_first_row(table)}",
                )


def broken_keys() -> Iterator[Case]:
    """References to a parent that does not exist, and to a code of another list."""
    for table in metadata.tables.values():
        for constraint in sorted(table.foreign_key_constraints, key=lambda rule: str(rule.name)):
            name, last = str(constraint.name), list(constraint.columns)[-1]
            if constraint.referred_table.name == "code":
                yield _update(name, last, f"'{UNKNOWN}'")
                yield _update(name, last, f"'{OTHER_LIST[1]}'")
            elif len(constraint.columns) == 1:
                value = str(NOBODY) if isinstance(last.type, sa.Integer) else f"'{UNKNOWN}'"
                yield _update(name, last, value)


def missing_values() -> Iterator[tuple[str, str]]:
    """(table, statement) for every required column set to nothing."""
    for table in metadata.tables.values():
        for column in table.columns:
            if not column.nullable and not column.primary_key:
                yield table.name, _update("", column, "NULL").statement


def copy_of_first(table_name: str, **changed: str) -> str:
    """An INSERT of the first row of a table again, some columns set to other SQL."""
    table = metadata.tables[table_name]
    names = [c.name for c in table.columns if c.computed is None and c.name != "id"]
    wanted = ", ".join(changed.get(name, f'"{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    where = f"WHERE id = {_first_row(table)}" if "id" in table.columns else ""
    return f'INSERT INTO "{table_name}" ({columns}) SELECT {wanted} FROM "{table_name}" {where}'


def _update(constraint: str, column: "sa.Column[Any]", value: str) -> Case:
    table = column.table
    key = next(iter(table.primary_key.columns))
    condition = ROWS.get(constraint, "1 = 1")
    return Case(
        constraint,
        f'UPDATE "{table.name}" SET "{column.name}" = {value} WHERE {key.name} = '
        f'(SELECT {key.name} FROM "{table.name}" WHERE {condition} '
        f'ORDER BY ("{column.name}" IS NULL), {key.name} LIMIT 1)',
    )


def _first_row(table: sa.Table) -> str:
    return f'(SELECT min(id) FROM "{table.name}")'
