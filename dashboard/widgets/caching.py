"""Answers kept for a while: the only place that may use Streamlit's caches.

A kept answer is shared between viewers, so its key holds the viewer's scope, the database and
its data version. Rows about persons are never kept.
"""

import gc
import pickle
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd
import streamlit as st
from altair.utils.schemapi import debug_mode
from sqlmodel import Session
from streamlit.dataframe_util import convert_anything_to_arrow_bytes

import models
from dashboard.charts.palette import Palette
from dashboard.texts import catalogue
from dashboard.widgets.memory import Memory
from data.queries.filter import Filter
from models.columns import Privacy, declared_columns
from models.door import Door, Viewer

P = ParamSpec("P")
T = TypeVar("T")
Question = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
MOST_ANSWERS, MOST_DRAWN = 2000, 500
AT_ONCE = 3


@dataclass(frozen=True)
class Asker:
    """Somebody who asks questions of one state of one database.

    `asked` are the questions so far that were about a filter, with all that was given.
    """

    door: Door
    viewer: Viewer
    data_version: int
    asked: list[Question] = field(default_factory=list, compare=False)

    def ask(
        self,
        question: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The answer of `question(session, ...)`, computed at most once for a data version.

        Raises `ValueError` for an answer that holds rows about persons.
        """

        def now() -> T:
            with self.door.reading(self.viewer) as session:
                return question(session, *args, **kwargs)

        if any(isinstance(one, Filter) for one in args):
            self.asked.append((question, args, kwargs))
        key = self._key(question, args, kwargs)
        answer: T = _answers.kept(key, lambda: _impersonal(key[0], now()))
        return answer.copy(deep=False) if isinstance(answer, pd.DataFrame) else answer

    def knows(self, question: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Whether the answer is there already."""
        return _answers.holds(self._key(question, args, kwargs))

    def ask_at_once(self, filter: Filter, *questions: Callable[[Session, Filter], Any]) -> None:
        """Begin, beside each other, what `ask` is about to be asked of this filter, in this order.

        A database reads for several at a time, and what is answered is drawn meanwhile. What
        fails here is told by `ask`, which waits for what is under way.
        """
        new = [one for one in questions if not self.knows(one, filter)]
        if len(new) > 1:
            pool = ThreadPoolExecutor(AT_ONCE)
            for question in new:
                pool.submit(self.ask, question, filter)
            pool.shutdown(wait=False)

    def _key(
        self, question: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[Any, ...]:
        return (_named(question), self._place, args, tuple(sorted(kwargs.items())))

    @cached_property
    def _place(self) -> tuple[Any, ...]:
        return (self.door.url.render_as_string(), self.data_version, *self.viewer.scope)


_answers = Memory(MOST_ANSWERS)
_charts = Memory(MOST_DRAWN)


def drawn(
    draw: Callable[[pd.DataFrame, Palette], Any], frame: pd.DataFrame, colours: Palette
) -> dict[str, Any]:
    """The specification of a chart, made once for equal data, ground and language.

    Only tests check it against its schema: that would cost more than all else in a run. Its
    rows are put in the form in which they travel, which Streamlit would else do in each run.
    """

    key = (_named(draw), pickle.dumps(frame), colours, catalogue.language())
    spec: dict[str, Any] = _charts.kept(key, lambda: packed(draw, frame, colours))
    return spec


def packed(
    draw: Callable[[pd.DataFrame, Palette], Any], frame: pd.DataFrame, colours: Palette
) -> dict[str, Any]:
    """The specification of a chart, its rows in the form in which they travel."""
    with debug_mode(False):  # Altair's word for not checking each part against the schema
        spec: dict[str, Any] = draw(frame, colours).to_dict(validate=False)
    rows = spec.get("datasets", {})
    return spec | {
        "datasets": {name: convert_anything_to_arrow_bytes(of) for name, of in rows.items()}
    }


def described(describe: Callable[[pd.DataFrame], T], frame: pd.DataFrame) -> T:
    """What is told about a frame, made once for equal data and language."""
    key = (_named(describe), pickle.dumps(frame), catalogue.language())
    said: T = _charts.kept(key, lambda: describe(frame))
    return said


def replayed(show: Callable[[], None], frame: pd.DataFrame, *of: Hashable) -> None:
    """What `show()` puts on the page for `frame`, made once and then sent again as it was.

    `of` is all else that it depends on, besides the language. It may hold nothing to be clicked.
    Rows about persons are made anew each time.
    """
    if set(frame.columns) & _identifying():
        show()
    else:
        _replay(pickle.dumps((frame, of, catalogue.language())), show)


@st.cache_data(max_entries=MOST_DRAWN, show_spinner=False)
def _replay(of: bytes, _show: Callable[[], None]) -> None:
    _show()


def _named(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _impersonal(question: str, answer: T) -> T:
    check_impersonal(question, answer)
    return answer


def check_impersonal(question: str, answer: object) -> None:
    """Raises `ValueError` for a frame with a column that identifies somebody, however deep."""
    for frame in _frames(answer):
        personal = sorted(set(frame.columns) & _identifying())
        if personal:
            raise ValueError(f"{question} has rows about persons ({', '.join(personal)})")


def _frames(answer: object) -> Iterator[pd.DataFrame]:
    """The frames in an answer: itself, or those that its parts hold."""
    if isinstance(answer, pd.DataFrame):
        yield answer
        return
    parts: Iterable[object] = ()
    if is_dataclass(answer):
        parts = [getattr(answer, one.name) for one in fields(answer)]
    elif isinstance(answer, Mapping):
        parts = answer.values()
    elif isinstance(answer, list | tuple):
        parts = answer
    for part in parts:
        yield from _frames(part)


@cache
def _identifying() -> set[str]:
    """Names under which a person could be found, and the keys of persons."""
    return {"wbp_id", "enrolment_id", "officer_id"} | {
        column.name
        for table in models.metadata.tables.values()
        for column, declaration in declared_columns(table)
        if declaration.privacy is Privacy.IDENTIFIER
    }


@st.cache_resource(show_spinner=False)
def settle(screen: str) -> None:
    """Once all is imported for a screen, take it out of the collector's rounds.

    Going through the libraries again and again took most of the time of a run.
    """
    gc.collect()
    gc.freeze()


@st.cache_resource(show_spinner=False)
def door_to(url: str) -> Door:
    """The one door to a database in this process."""
    return Door(url)
