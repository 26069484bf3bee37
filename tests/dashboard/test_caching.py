"""Answers are kept by who may see them and by the version of the data; persons never."""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event

import pandas as pd
import pytest
from sqlmodel import Session

from dashboard.widgets.caching import Asker, check_impersonal
from data.queries.filter import Filter
from models.codes import AccountRole
from models.door import Door, Viewer

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard"
CACHES = {"cache_data", "cache_resource", "experimental_memo", "cache"}
asked: list[str] = []


def who(session: Session) -> str:
    viewer: Viewer = session.info["viewer"]
    asked.append(viewer.account)
    return viewer.account


def persons(session: Session) -> pd.DataFrame:
    return pd.DataFrame({"wbp_id": [1], "score": [3]})


@dataclass(frozen=True)
class Page:
    """An answer with parts."""

    rows: dict[str, tuple[pd.DataFrame, ...]]


def persons_inside(session: Session) -> Page:
    return Page({"last": (pd.DataFrame(), persons(session))})


@pytest.fixture
def door(filled_url: str) -> Door:
    return Door(filled_url)


def test_equal_scopes_share_an_answer(door: Door) -> None:
    asked.clear()
    first = Asker(door, Viewer("satu"), 1).ask(who)
    assert (first, Asker(door, Viewer("dua"), 1).ask(who)) == ("satu", "satu")
    assert asked == ["satu"]


@pytest.mark.parametrize(
    "other",
    [Viewer("tiga", unit_id=7), Viewer("tiga", AccountRole.MITRA), Viewer("tiga", partner_id=7)],
)
def test_another_scope_gets_its_own_answer(door: Door, other: Viewer) -> None:
    Asker(door, Viewer("satu"), 2).ask(who)
    assert Asker(door, other, 2).ask(who) == "tiga"


def test_new_data_give_a_new_answer(door: Door) -> None:
    Asker(door, Viewer("satu"), 3).ask(who)
    assert Asker(door, Viewer("empat"), 4).ask(who) == "empat"


def test_another_database_gives_its_own_answer(door: Door, empty_url: str) -> None:
    Asker(door, Viewer("satu"), 5).ask(who)
    assert Asker(Door(empty_url), Viewer("lima"), 5).ask(who) == "lima"


def test_what_is_under_way_is_waited_for_and_not_asked_twice(door: Door) -> None:
    asked.clear()
    asker, gate = Asker(door, Viewer("enam"), 6), Event()

    def late(session: Session, filter: Filter) -> str:
        assert gate.wait(20)
        return who(session)

    def soon(session: Session, filter: Filter) -> str:
        return who(session)

    filter = Filter(date(2026, 1, 1), date(2026, 6, 30))
    asker.ask_at_once(filter, late, soon)
    assert asker.ask(soon, filter) == "enam"
    gate.set()
    assert asker.ask(late, filter) == "enam"
    assert asked == ["enam", "enam"]


@pytest.mark.parametrize("question", [persons, persons_inside])
def test_rows_about_persons_are_refused_however_deep(
    door: Door, question: Callable[[Session], object]
) -> None:
    with pytest.raises(ValueError, match="rows about persons"):
        Asker(door, Viewer("satu"), 1).ask(question)


def test_counts_are_not_about_persons() -> None:
    check_impersonal("counts", pd.DataFrame({"unit_code": ["A"], "people": [3]}))


def raw_caches(source: str) -> list[str]:
    tree = ast.parse(source)
    return [n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in CACHES] + [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "streamlit"
        for alias in node.names
        if alias.name in CACHES
    ]


def test_only_one_module_keeps_answers() -> None:
    keeping = [
        path.relative_to(DASHBOARD).as_posix()
        for path in sorted(DASHBOARD.rglob("*.py"))
        if raw_caches(path.read_text(encoding="utf-8"))
    ]
    assert keeping == ["widgets/caching.py"]


@pytest.mark.parametrize(
    "source", ["import streamlit as st\n@st.cache_data\ndef f(): ...",
               "from streamlit import cache_resource"],
)  # fmt: skip
def test_a_raw_cache_is_noticed(source: str) -> None:
    assert raw_caches(source) != []
