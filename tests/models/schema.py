"""A database's schema as a set of facts, so that two databases can be compared by eye."""

import sqlalchemy as sa

# (table, kind of fact, what it says)
Fact = tuple[str, str, str]
BOOKKEEPING = "alembic_version"


def facts(connection: sa.Connection) -> set[Fact]:
    """Everything the database itself says about its tables."""
    inspector = sa.inspect(connection)
    found: set[Fact] = set()
    for table in inspector.get_table_names():
        if table != BOOKKEEPING:
            found |= {(table, kind, text) for kind, text in _of_table(inspector, table)}
    return found | _stored_texts(connection)


def _of_table(inspector: sa.Inspector, table: str) -> list[tuple[str, str]]:
    dialect = inspector.dialect
    columns = [
        ("column", f"{item['name']} {item['type'].compile(dialect)} null={item['nullable']} "
         f"default={item['default']} computed={item.get('computed')}")
        for item in inspector.get_columns(table)
    ]  # fmt: skip
    checks = [
        ("check", f"{item['name']}: {' '.join(item['sqltext'].split())}")
        for item in inspector.get_check_constraints(table)
    ]
    uniques = [
        ("unique", f"{item['name']} {item['column_names']}")
        for item in inspector.get_unique_constraints(table)
    ]
    keys = [
        ("foreign key", f"{item['name']} {item['constrained_columns']} -> "
         f"{item['referred_table']} {item['referred_columns']} {sorted(item['options'].items())}")
        for item in inspector.get_foreign_keys(table)
    ]  # fmt: skip
    primary = inspector.get_pk_constraint(table)
    indexes = [
        ("index", f"{item['name']} {item['column_names']} unique={item['unique']}")
        for item in inspector.get_indexes(table)
    ]
    first = ("primary key", f"{primary['name']} {primary['constrained_columns']}")
    return [first, *columns, *checks, *uniques, *keys, *indexes]


def _stored_texts(connection: sa.Connection) -> set[Fact]:
    """What the inspector does not tell: conditions of indexes, tables without row id, triggers."""
    if connection.dialect.name == "sqlite":
        indexes = "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql <> ''"
        tables = "SELECT name, 'WITHOUT ROWID' FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'"
        triggers = "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
    else:
        indexes = "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'"
        tables = (
            "SELECT conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid) "
            "FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'"
        )
        triggers = (
            "SELECT tgrelid::regclass::text, "
            "pg_get_triggerdef(t.oid) || pg_get_functiondef(tgfoid) "
            "FROM pg_trigger t WHERE NOT tgisinternal"
        )
    return {
        (table, kind, " ".join(text.split()))
        for kind, query in (
            ("index text", indexes),
            ("table text", tables),
            ("trigger", triggers),
        )
        for table, text in connection.execute(sa.text(query))
        if table != BOOKKEEPING
    }


def differences(first: set[Fact], second: set[Fact]) -> list[str]:
    """One line for each fact that only one of the two knows, in order."""
    return [f"- {' | '.join(fact)}" for fact in sorted(first - second)] + [
        f"+ {' | '.join(fact)}" for fact in sorted(second - first)
    ]
