"""Rules about our own source text; each is shown to fail on a bad example."""

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("models", "data", "dashboard")
GENERATED = "models/migrations/versions/"
LONGEST_FILE = 400
LONGEST_FUNCTION = 50

# (source text, path from the root) -> complaints, empty when the rule holds
Rule = Callable[[str, str], list[str]]

OPENERS = {
    "create_engine", "create_async_engine", "engine_from_config",
    "sessionmaker", "async_sessionmaker", "scoped_session", "Session", "AsyncSession", "connect",
}  # fmt: skip
DATABASE_LIBRARIES = {"sqlalchemy", "sqlmodel", "sqlite3", "psycopg"}
DOORS = {
    "models/door.py": OPENERS,
    "models/backup.py": {"connect"},  # SQLite's own backup works on a driver connection
}

FORBIDDEN_IMPORTS = {
    "models/": {"pandas", "pyarrow", "streamlit", "altair"},
    "data/": {"streamlit", "altair"},
    "dashboard/charts/": {"sqlalchemy", "sqlmodel", "streamlit"},
    "dashboard/views/": {"sqlalchemy", "sqlmodel"},
}


@cache
def parsed(source: str) -> ast.Module:
    """The tree of a source, made once for all rules."""
    return ast.parse(source)


def only_the_door_opens_the_database(source: str, path: str) -> list[str]:
    if not any(library in source for library in DATABASE_LIBRARIES):
        return []
    tree = parsed(source)
    names = imported_names(tree)
    allowed = DOORS.get(path, set())
    return [
        f"{path}:{call.lineno}: {called} belongs in models/door.py"
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for called in [full_name(call.func, names)]
        if called.split(".")[0] in DATABASE_LIBRARIES and called.split(".")[-1] in OPENERS - allowed
    ]


def layers_import_only_what_they_may(source: str, path: str) -> list[str]:
    forbidden = {
        name
        for folder, names in FORBIDDEN_IMPORTS.items()
        if path.startswith(folder) or path == f"{folder[:-1]}.py"
        for name in names
    }
    return [
        f"{path}: imports {module}"
        for module in sorted(set(imported_names(parsed(source)).values()))
        if module.split(".")[0] in forbidden
    ]


def models_evaluate_their_annotations(source: str, path: str) -> list[str]:
    """SQLModel reads annotations as types; the future import turns them into text."""
    bad = path.startswith("models/") and "__future__.annotations" in (
        imported_names(parsed(source)).values()
    )
    return [f"{path}: from __future__ import annotations"] if bad else []


def no_long_file(source: str, path: str) -> list[str]:
    lines = len(source.splitlines())
    return [f"{path}: {lines} lines, is it about two things?"] if lines > LONGEST_FILE else []


def no_long_function(source: str, path: str) -> list[str]:
    functions = (
        node
        for node in ast.walk(parsed(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return [
        f"{path}:{node.lineno}: {node.name} has {length} lines, find the noun inside it"
        for node in functions
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]


def nobody_else_owns_our_names(owners: Mapping[str, list[str]]) -> list[str]:
    """Our packages have common names, so another distribution could shadow them."""
    return [
        f"{name} also comes with {owner}"
        for name in LAYERS
        for owner in sorted(set(owners.get(name, [])) - {"sinergi"})
    ]


def imported_names(tree: ast.AST) -> dict[str, str]:
    """Each name that an import binds, with what it stands for, e.g. {"sa": "sqlalchemy"}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.split(".")[0]
                names[bound] = alias.name if alias.asname else bound
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module or ''}.{alias.name}"
    return names


def full_name(node: ast.expr, names: Mapping[str, str]) -> str:
    """`sa.orm.sessionmaker` -> "sqlalchemy.orm.sessionmaker"; empty when it is not a name."""
    if isinstance(node, ast.Attribute):
        return f"{full_name(node.value, names)}.{node.attr}"
    return names.get(node.id, "") if isinstance(node, ast.Name) else ""


def our_sources() -> Iterator[tuple[str, str]]:
    for layer in LAYERS:
        for file in sorted((ROOT / layer).rglob("*.py")):
            path = file.relative_to(ROOT).as_posix()
            if not path.startswith(GENERATED):
                yield file.read_text(encoding="utf-8"), path


def function_of(lines: int) -> str:
    return "def f():\n" + "    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    "rule",
    [
        only_the_door_opens_the_database,
        layers_import_only_what_they_may,
        models_evaluate_their_annotations,
        no_long_file,
        no_long_function,
    ],
)
def test_our_sources_keep_the_rule(rule: Rule) -> None:
    assert [complaint for source, path in our_sources() for complaint in rule(source, path)] == []


def test_every_layer_is_looked_at() -> None:
    assert {path.split("/")[0] for _, path in our_sources()} == set(LAYERS)


@pytest.mark.parametrize(
    ("rule", "source", "path"),
    [
        (only_the_door_opens_the_database, source, path)
        for source, path in [
            ("import sqlalchemy as sa\nsa.create_engine('x')", "data/settings.py"),
            ("from sqlmodel import create_engine as make\nmake('x')", "models/base.py"),
            ("import sqlalchemy.orm\nsqlalchemy.orm.sessionmaker()", "dashboard/app.py"),
            ("from sqlmodel import Session\nwith Session(e): pass", "data/queries/people.py"),
            ("import sqlite3\nsqlite3.connect('x')", "data/importing/load.py"),
            ("from sqlite3 import connect\nconnect('x')", "dashboard/cli.py"),
            ("def f():\n    import psycopg\n    psycopg.connect('x')", "data/x.py"),
            ("import sqlalchemy as sa\nsa.create_engine('x')", "models/backup.py"),
        ]
    ]
    + [
        (layers_import_only_what_they_may, source, path)
        for source, path in [
            ("import pandas as pd", "models/base.py"),
            ("from streamlit import cache_data", "models/base.py"),
            ("import pyarrow.csv", "models/people.py"),
            ("import streamlit", "data/answers/people.py"),
            ("def f():\n    import altair", "data/reports/quarter.py"),
            ("from sqlalchemy import select", "dashboard/charts/trend.py"),
            ("import streamlit as st", "dashboard/charts/__init__.py"),
            ("import sqlmodel", "dashboard/views/people.py"),
            ("from sqlalchemy.orm import Session", "dashboard/views.py"),
        ]
    ]
    + [
        (models_evaluate_their_annotations, "from __future__ import annotations", "models/a.py"),
        (no_long_file, "\n" * (LONGEST_FILE + 1), "data/a.py"),
        (no_long_function, function_of(LONGEST_FUNCTION + 1), "data/a.py"),
        (no_long_function, "async " + function_of(LONGEST_FUNCTION + 1), "data/a.py"),
    ],
)
def test_the_rule_refuses_a_bad_example(rule: Rule, source: str, path: str) -> None:
    assert rule(source, path) != []


@pytest.mark.parametrize(
    ("rule", "source", "path"),
    [
        (only_the_door_opens_the_database, "import sqlalchemy as sa\nsa.create_engine('x')",
         "models/door.py"),
        (only_the_door_opens_the_database, "import sqlite3\nsqlite3.connect('x')",
         "models/backup.py"),
        (only_the_door_opens_the_database, "engine.connect()", "models/migrating.py"),
        (layers_import_only_what_they_may, "import pandas", "data/queries/people.py"),
        (layers_import_only_what_they_may, "import streamlit", "dashboard/views/people.py"),
        (models_evaluate_their_annotations, "from __future__ import annotations", "data/a.py"),
        (no_long_file, "\n" * LONGEST_FILE, "data/a.py"),
        (no_long_function, function_of(LONGEST_FUNCTION), "data/a.py"),
    ],
)  # fmt: skip
def test_the_rule_accepts_a_good_example(rule: Rule, source: str, path: str) -> None:
    assert rule(source, path) == []


def test_no_other_installed_distribution_owns_our_names() -> None:
    assert nobody_else_owns_our_names(packages_distributions()) == []


def test_a_distribution_with_our_names_is_noticed() -> None:
    owners = {"data": ["sinergi", "somebody-elses-data"], "numpy": ["numpy"]}
    assert nobody_else_owns_our_names(owners) == ["data also comes with somebody-elses-data"]


def test_folders_that_would_shadow_a_layer_do_not_exist() -> None:
    shadows = ["dashboard/data.py", "dashboard/models.py", "dashboard/pages"]
    assert [path for path in shadows if (ROOT / path).exists()] == []
    assert (ROOT / "tests/__init__.py").exists(), "without it tests/models shadows models"
