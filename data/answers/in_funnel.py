"""Participation of units beside each other, ready to be drawn: units by name, limits as lines."""

from dataclasses import dataclass

import pandas as pd
from sqlmodel import Session

from data.answers.beside import participation_beside
from data.indicators import beside
from data.indicators.beside import FunnelPlot, funnel_lines
from data.queries import choices
from data.queries.filter import Filter

NAME = "unit_name"
LINE, OF = "line", "of"  # which rows are limits, and which limit a row is of
MEAN = "mean"


@dataclass(frozen=True)
class UnitsInFunnel:
    """The plot, its rows with lines under them, and by name who is for review or too small."""

    plot: FunnelPlot
    frame: pd.DataFrame
    outside: tuple[str, ...]
    small: tuple[str, ...]


def participation_funnel(session: Session, filter: Filter) -> UnitsInFunnel:
    """Units by name; `outside` are those beyond 99.8 % once all units' spread is allowed for."""
    units = choices.unit_rows(session)
    names = dict(zip(units[choices.UNIT_CODE], units[choices.UNIT_NAME], strict=True))
    return named(participation_beside(session, filter), names)


def named(plot: FunnelPlot, names: dict[str, str]) -> UnitsInFunnel:
    """The same plot with names for codes."""
    far = plot.frame[plot.frame[beside.ADJUSTED] == beside.OUTSIDE_998][beside.UNIT]
    return UnitsInFunnel(
        plot,
        funnel_frame(plot, names),
        tuple(sorted(names.get(code, code) for code in far)),
        tuple(sorted(names.get(code, code) for code in plot.small)),
    )


def funnel_frame(plot: FunnelPlot, names: dict[str, str]) -> pd.DataFrame:
    """The units by name with their limits, and under them the limits as lines to draw."""
    units = plot.frame.assign(**{NAME: plot.frame[beside.UNIT].map(names)}).sort_values(NAME)
    if plot.target is None or plot.frame.empty:
        return units.assign(**dict.fromkeys((LINE, OF)))
    most = int(plot.frame[beside.PEOPLE].max())
    limits = funnel_lines(plot.target, most, tau2=plot.tau2 or 0.0).assign(**{MEAN: plot.target})
    lines = limits.melt(id_vars=[beside.PEOPLE, *beside.WIDE], var_name=OF, value_name=LINE)
    return pd.concat([units, lines], ignore_index=True)
