"""Rules about the tables themselves; each is shown to fail on a bad example."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

import models
from models.columns import Declaration, Given, Heading, Privacy, declared_columns

LONGEST_NAME = 63  # of PostgreSQL; it cuts longer ones in silence

# table -> complaints, empty when the rule holds
Rule = Callable[[sa.Table], list[str]]


def every_column_is_declared(table: sa.Table) -> list[str]:
    declared = {column.name for column, _ in declared_columns(table)}
    return [f"{table.name}.{c.name}: not declared" for c in table.columns if c.name not in declared]


def every_column_has_both_labels(table: sa.Table) -> list[str]:
    return [
        f"{table.name}.{column.name}: no {language} label"
        for column, declaration in declared_columns(table)
        for language in ("id", "en")
        if not declaration.label(language).strip()
    ]


def every_column_has_a_privacy_class(table: sa.Table) -> list[str]:
    return [
        f"{table.name}.{column.name}: privacy {declaration.privacy!r}"
        for column, declaration in declared_columns(table)
        if not isinstance(declaration.privacy, Privacy)
    ]


def every_value_has_a_heading(table: sa.Table) -> list[str]:
    return [
        f"{table.name}.{column.name}: no heading"
        for column, declaration in declared_columns(table)
        if declaration.given is Given.VALUE
        and not (declaration.heading and declaration.heading.id and declaration.heading.en)
    ]


def every_derived_column_names_its_source(table: sa.Table) -> list[str]:
    return [
        f"{table.name}.{column.name}: derived from {declaration.source}"
        for column, declaration in declared_columns(table)
        if declaration.given is Given.DERIVED
        and (declaration.source is None or declaration.source[0] not in table.columns)
    ]


def every_path_is_the_key_of_its_target(table: sa.Table) -> list[str]:
    """As many headings as the target's natural key has cells once its own keys are opened."""
    return [
        f"{table.name}.{column.name}: {len(declaration.path)} headings for {cells} cells "
        f"of {declaration.target}"
        for column, declaration in declared_columns(table)
        if declaration.given is Given.KEY
        for cells in [cells_of(declaration.target, table.metadata, NATURAL_KEYS)]
        if len(declaration.path) != cells
    ]


def every_table_is_called_something(table: sa.Table) -> list[str]:
    called = CALLED.get(table.name, ())
    whole = len(called) == 2 and all(word.strip() for word in called)
    return [] if whole else [f"{table.name}: is called {called}"]


def every_constraint_has_a_name(table: sa.Table) -> list[str]:
    return [
        f"{table.name}: {type(rule).__name__} without a name"
        for rule in named_parts(table)
        if not isinstance(rule.name, str)
    ]


def every_name_fits_postgresql(table: sa.Table) -> list[str]:
    names = [table.name, *table.columns.keys()]
    names += [str(rule.name) for rule in named_parts(table)]
    return [f"{table.name}: {name} is too long" for name in names if len(name) > LONGEST_NAME]


def the_docstring_says_what_a_row_is(one: type) -> list[str]:
    text = (one.__doc__ or "").lstrip()
    return [] if text.startswith("One row is ") else [f"{one.__name__}: One row is ...?"]


def named_parts(table: sa.Table) -> list[Any]:
    """The constraints and indexes of `table`."""
    return [*table.constraints, *table.indexes]


def cells_of(
    target: str | None, metadata: sa.MetaData, keys: Mapping[str, tuple[str, ...]]
) -> int | None:
    """How many cells name a row of `target`; a heading that two keys share is one cell."""
    if target is None or target not in metadata.tables:
        return None
    declared = {c.name: found for c, found in declared_columns(metadata.tables[target])}
    headings: set[Heading | None] = set()
    for name in keys[target]:
        headings |= set(declared[name].path) or {declared[name].heading}
    return len(headings)


NATURAL_KEYS: dict[str, tuple[str, ...]] = {
    name: (*one.natural_key, *getattr(one, "alternative_key", ()))
    for name, one in models.classes.items()
}
CALLED: dict[str, tuple[str, ...]] = {
    "new": ("Baru", "New"),
    **{name: getattr(one, "called", ()) for name, one in models.classes.items()},
}
RULES: list[Rule] = [
    every_column_is_declared, every_column_has_both_labels, every_column_has_a_privacy_class,
    every_value_has_a_heading, every_derived_column_names_its_source,
    every_path_is_the_key_of_its_target, every_constraint_has_a_name, every_name_fits_postgresql,
    every_table_is_called_something,
]  # fmt: skip

VALUE = Declaration("Nama", "Name", Privacy.OPEN, Given.VALUE, Heading("nama", "name"))
UNIT_KEY = Declaration(
    "Unit", "Unit", Privacy.OPEN, Given.KEY, target="unit", path=(Heading("a", "b"),)
)
DERIVED = Declaration("Unit", "Unit", Privacy.OPEN, Given.DERIVED, source=("item", "unit_id"))


def table_with(declaration: Any, *rules: Any, name: str = "item") -> sa.Table:
    """A table of one column (and a `unit` beside it), declared as told."""
    metadata = sa.MetaData()
    code = replace(VALUE, heading=Heading("kode_unit", "unit_code"))
    sa.Table("unit", metadata, sa.Column("code", sa.Text, info={"declaration": code}))
    info = {"declaration": declaration} if declaration else {}
    return sa.Table(
        "new", metadata, sa.Column(name, sa.Integer, info=info),
        sa.PrimaryKeyConstraint(name, name="pk_new"), *rules,
    )  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_our_tables_keep_the_rule(rule: Rule) -> None:
    tables = models.metadata.tables.values()
    assert [complaint for table in tables for complaint in rule(table)] == []


@pytest.mark.parametrize(
    ("rule", "table"),
    [
        (every_column_is_declared, table_with(None)),
        (every_column_has_both_labels, table_with(replace(VALUE, label_id=""))),
        (every_table_is_called_something, sa.Table("nameless", sa.MetaData())),
        (every_column_has_both_labels, table_with(replace(VALUE, label_en=" "))),
        (every_column_has_a_privacy_class, table_with(replace(VALUE, privacy="open"))),  # type: ignore[arg-type]
        (every_value_has_a_heading, table_with(replace(VALUE, heading=None))),
        (every_value_has_a_heading, table_with(replace(VALUE, heading=Heading("nama", "")))),
        (every_derived_column_names_its_source, table_with(replace(DERIVED, source=None))),
        (every_derived_column_names_its_source, table_with(replace(DERIVED, source=("no", "id")))),
        (every_path_is_the_key_of_its_target, table_with(replace(UNIT_KEY, path=()))),
        (every_path_is_the_key_of_its_target,
         table_with(replace(UNIT_KEY, path=(Heading("a", "b"), Heading("c", "d"))))),
        (every_path_is_the_key_of_its_target, table_with(replace(UNIT_KEY, target="nothing"))),
        (every_constraint_has_a_name, table_with(VALUE, sa.CheckConstraint("item > 0"))),
        (every_name_fits_postgresql, table_with(VALUE, name="x" * (LONGEST_NAME + 1))),
        (every_name_fits_postgresql,
         table_with(VALUE, sa.CheckConstraint("item > 0", name="x" * (LONGEST_NAME + 1)))),
    ],
)  # fmt: skip
def test_the_rule_refuses_a_bad_example(rule: Rule, table: sa.Table) -> None:
    assert rule(table) != []


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("declaration", [VALUE, UNIT_KEY, DERIVED])
def test_the_rule_accepts_a_good_example(rule: Rule, declaration: Declaration) -> None:
    assert rule(table_with(declaration)) == []


@pytest.mark.parametrize("one", models.classes.values(), ids=lambda one: one.__name__)
def test_our_docstrings_say_what_a_row_is(one: type) -> None:
    assert the_docstring_says_what_a_row_is(one) == []


def test_a_docstring_that_does_not_is_noticed() -> None:
    class Poor:
        """Holds persons."""

    class Silent:
        pass

    assert the_docstring_says_what_a_row_is(Poor) != []
    assert the_docstring_says_what_a_row_is(Silent) != []


def test_every_table_has_its_class() -> None:
    assert set(models.classes) == set(models.metadata.tables)


def test_a_heading_shared_by_two_keys_is_one_cell() -> None:
    assert cells_of("enrolment", models.metadata, NATURAL_KEYS) == 5
