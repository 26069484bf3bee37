"""Codes as people read them: closed lists by their labels, open ones by the table of codes."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.texts.catalogue import language, t
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Write
from data.answers import choices
from models.codes import Labelled


def closed(codes: type[Labelled]) -> Write:
    """Writes a code of a closed list; a missing one is not known."""

    def write(value: Any, spoken: str) -> str:
        unknown = value is None or pd.isna(value)
        return t("umum.tidak_diketahui") if unknown else codes.of(str(value)).label(spoken)

    return write


def listed(names: Mapping[str, str]) -> Write:
    """Writes a code by these names; an old code without one stays as it is."""

    def write(value: Any, _spoken: str) -> str:
        unknown = value is None or pd.isna(value)
        return t("umum.tidak_diketahui") if unknown else names.get(str(value), str(value))

    return write


def roman(quarter: int) -> str:
    """A quarter as offices write it.

    >>> roman(4)
    'IV'
    """
    return ("I", "II", "III", "IV")[quarter - 1]


def names_of(screen: Screen, code_list: str) -> dict[str, str]:
    """The labels of an open list by code, in the order of the list."""
    return dict(screen.asker.ask(choices.entries, code_list, language()))
