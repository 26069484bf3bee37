"""What is likely to be asked next is worked out while people look at what they have.

Officers go from one offered period to another on the same screen. Once a screen stands, its
questions are asked of the other periods, into the same memory, under the same scope and data
version.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from dashboard.later import Task, later
from dashboard.widgets.caching import Asker
from dashboard.widgets.periods import Period, presets
from data.answers import choices
from data.queries.filter import Filter


def look_ahead(asker: Asker, filter: Filter | None) -> None:
    """Begin to ask of the other offered periods what this run has asked of the chosen one."""
    known = asker.ask(choices.period)
    if filter is not None and known is not None:
        later.want(questions(asker, filter, presets(Period(*known)).values()))


def questions(asker: Asker, filter: Filter, periods: Iterable[Period]) -> list[Task]:
    """What was asked of the period of `filter`, to be asked of each other period."""
    return [
        partial(asker.ask, question, *(_moved(one, filter, period) for one in args), **rest)
        for period in periods
        for question, args, rest in tuple(asker.asked)
        if any(_moved(one, filter, period) != one for one in args)
    ]


def _moved(given: Any, filter: Filter, period: Period) -> Any:
    """A filter for the period of `filter`, for `period`; anything else as it is."""
    if isinstance(given, Filter) and (given.start, given.end) == (filter.start, filter.end):
        return replace(given, start=period.first, end=period.end)
    return given
