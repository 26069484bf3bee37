"""One row written by an act: held against its declaration first, with its history, once.

row = held(session, models.WorkPlan, plan_id, seen=3)
change(session, viewer, row, {"status": PlanStatus.DIAJUKAN}, today=today)
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.importing import issues
from data.importing.issues import Issue
from data.importing.parsing import limits
from data.importing.rules_in_words import IN_WORDS, already_there
from data.recording.history import image_of, note, remember, touch
from models.base import Sourced
from models.codes import RowAction
from models.columns import Declaration, declaration_of, declared_columns
from models.door import Viewer

_TAKEN = "23505"  # what PostgreSQL calls a key that somebody wrote while this session waited


class ValuesRefused(SinergiError):
    """Some values cannot be; `issues` says why, by column ("" for the row as a whole)."""

    def __init__(self, table: str, found: Mapping[str, Issue]) -> None:
        """Make the error for these columns of `table`."""
        self.issues = dict(found)
        says = ["\n".join(_sentences(table, found, language)) for language in ("id", "en")]
        super().__init__("nilai_ditolak", says[0], says[1])


def _sentences(table: str, found: Mapping[str, Issue], language: str) -> Iterator[str]:
    columns = models.metadata.tables[table].columns
    for name, issue in found.items():
        label = declaration_of(columns[name]).label(language) if name else ""
        yield f"{label}: {issue.sentence(language)}" if label else issue.sentence(language)


def held(session: Session, table: Any, row_id: int, *, seen: int) -> Any:
    """The row, kept from others until the transaction ends.

    `seen` is the row version that the officer saw. Raises `SinergiError` when it is gone or
    when somebody else has written it since.
    """
    row = session.get(table, row_id, with_for_update=True, populate_existing=True)
    if row is None or row.row_version != seen:
        raise _changed()
    return row


def _changed() -> SinergiError:
    return SinergiError(
        "sudah_berubah",
        "Baris ini sudah ditulis orang lain sejak Anda membukanya. Muat ulang, lalu ulangi; "
        "isian Anda belum disimpan.",
        "Somebody else has written this row since you opened it. Reload, then try again; "
        "what you entered is not stored.",
    )


def add(
    session: Session, viewer: Viewer, table: Any, values: Mapping[str, Any], *, today: date
) -> int:
    """Insert a row of `table` with its history; gives its id.

    Raises `ValuesRefused`, and `SinergiError` for a key that another writes at the same moment.
    """
    given = {name: tidied(value) for name, value in values.items()}
    refuse(session, table.__tablename__, _defaults(table.__table__) | given, today=today)
    _refuse_taken(session, table.__table__, given)
    row = table(**given)
    session.add(row)
    try:
        session.flush()
    except sa.exc.IntegrityError as error:
        if getattr(error.orig, "sqlstate", None) != _TAKEN:
            raise
        raise _changed() from error
    remember(session, viewer, row, before=None)
    return int(row.id)


def change(
    session: Session, viewer: Viewer, row: Any, values: Mapping[str, Any], *, today: date
) -> None:
    """Set `values` with the row's history; nothing happens where nothing differs.

    Raises `ValuesRefused`.
    """
    values = {name: tidied(value) for name, value in values.items()}
    if all(getattr(row, name) == value for name, value in values.items()):
        return
    names = [column.name for column, _ in _given(row.__table__)]
    wanted = {name: getattr(row, name) for name in names} | values
    refuse(session, row.__tablename__, wanted, today=today)
    before = image_of(row)
    for name, value in values.items():
        setattr(row, name, value)
    touch(row)
    session.add(row)
    session.flush()
    remember(session, viewer, row, before=before)


def remove(session: Session, viewer: Viewer, row: Any) -> None:
    """Take the row away; what it was stays in its history."""
    note(
        session, viewer, (row.__tablename__, str(row.id)), RowAction.HAPUS, before=image_of(row)
    )  # fmt: skip
    session.delete(row)
    session.flush()


def tidied(value: Any) -> Any:
    """Text without blanks around it, nothing instead of an empty one; other values as they are."""
    return value.strip() or None if type(value) is str else value


def refuse(session: Session, table_name: str, values: Mapping[str, Any], *, today: date) -> None:
    """Raise `ValuesRefused` for values that the declarations or the table's rules do not take."""
    table = models.metadata.tables[table_name]
    found: dict[str, Issue] = {}
    for column, declaration in _given(table):
        issue = _of_value(column, declaration, values.get(column.name), today)
        if issue is not None:
            found[column.name] = issue
    if not found:
        found = dict(_of_rules(session, table, values))
    if found:
        raise ValuesRefused(table_name, found)


def _refuse_taken(session: Session, table: sa.Table, values: Mapping[str, Any]) -> None:
    """Raise `ValuesRefused` where another row has the same values in a unique key."""
    for key in sorted(table.constraints, key=lambda rule: str(rule.name)):
        names = [column.name for column in getattr(key, "columns", ())]
        if not isinstance(key, sa.UniqueConstraint) or any(
            values.get(name) is None for name in names
        ):
            continue
        same = [table.c[name] == values[name] for name in names]
        if session.execute(sa.select(sa.literal(1)).where(*same)).first() is not None:
            labels = [declaration_of(table.c[name]) for name in names]
            told = (" + ".join(one.label(language) for one in labels) for language in ("id", "en"))
            raise ValuesRefused(table.name, {names[-1]: Issue(already_there(*told))})


def _defaults(table: sa.Table) -> dict[str, Any]:
    defaults: dict[str, Any] = {column.name: column.default for column, _ in _given(table)}
    return {name: default.arg for name, default in defaults.items() if default is not None}


def _given(table: sa.Table) -> Iterator[tuple["sa.Column[Any]", Declaration]]:
    for column, declaration in declared_columns(table):
        if column.computed is None and column.name not in Sourced.model_fields:
            yield column, declaration


def _of_value(
    column: "sa.Column[Any]", declaration: Declaration, value: Any, today: date
) -> Issue | None:
    if value is None:
        return None if column.nullable else Issue(issues.REQUIRED)
    low, high = limits(column, declaration)
    outside = (low is not None and value < low) or (high is not None and value > high)
    if outside:
        allowed = f"{'' if low is None else f'{low:g}'} - {'' if high is None else f'{high:.0f}'}"
        return Issue(issues.OUT_OF_RANGE, value=str(value), details={"allowed": allowed})
    if declaration.max_length is not None and len(value) > declaration.max_length:
        return Issue(issues.TOO_LONG, details={"allowed": str(declaration.max_length)})
    if declaration.past and value > today:
        return Issue(issues.FUTURE_DATE, value=f"{value:%d/%m/%Y}")
    return None


def _literal(column: "sa.Column[Any]", value: Any) -> "sa.ColumnElement[Any]":
    """The value under its type; without the cast PostgreSQL takes an empty number for a text."""
    literal = sa.literal(value, column.type)
    return sa.cast(literal, column.type) if isinstance(column.type, sa.Float) else literal


def _of_rules(
    session: Session, table: sa.Table, values: Mapping[str, Any]
) -> Iterator[tuple[str, Issue]]:
    """The table's own CHECKs over several columns, asked of these values by the database."""
    names = [column.name for column, _ in _given(table)]
    literals = (_literal(table.c[name], values.get(name)).label(name) for name in names)
    row = sa.select(*literals).subquery("row_as_given")
    for check in sorted(table.constraints, key=lambda rule: str(rule.name)):
        name = str(check.name or "").removeprefix(f"ck_{table.name}_")
        if not isinstance(check, sa.CheckConstraint) or check._type_bound:
            continue
        if "id" in re.findall(r"[a-z_]+", str(check.sqltext)):  # a new row has none yet
            continue
        broken = sa.select(sa.literal(1)).select_from(row).where(sa.text(f"NOT ({check.sqltext})"))
        if session.execute(broken).first() is not None:
            details = {"other": name, "allowed": str(check.sqltext)}
            column, said = IN_WORDS.get(f"{table.name}.{name}", ("", issues.BREAKS_RULE))
            yield column, Issue(said, details=details)
