"""Units beside each other: different by more than chance, or not. Never a ranking."""

from sqlmodel import Session

from data.indicators.beside import FunnelPlot, ShrunkenRates, funnel_plot, shrunken_rate
from data.queries import completion, participation
from data.queries.filter import Filter


def participation_beside(session: Session, filter: Filter) -> FunnelPlot:
    """The funnel plot of participation by unit (its code); units without any mark are left out."""
    rows = participation.participation_by_unit(session, filter)
    rows = rows[rows[participation.RECORDED] > 0]
    return funnel_plot(
        [str(code) for code in rows[participation.UNIT_CODE]],
        [int(people) for people in rows[participation.PARTICIPANTS]],
        [int(people) for people in rows[participation.ELIGIBLE]],
    )


def completion_beside(session: Session, filter: Filter) -> tuple[FunnelPlot, ShrunkenRates]:
    """Completion by unit (its code): the funnel plot, and raw beside shrunken rates.

    People whose dosage is unknown are in neither number.
    """
    rows = completion.completion_by_unit(session, filter)
    codes = [str(code) for code in rows[completion.UNIT_CODE]]
    done = [int(people) for people in rows[completion.COMPLETED]]
    known = [
        int(started) - int(unknown)
        for started, unknown in zip(rows[completion.STARTED], rows[completion.UNKNOWN], strict=True)
    ]
    return funnel_plot(codes, done, known), shrunken_rate(codes, done, known)
