"""Count again what the tallies say of cohorts whose rows changed."""

import sqlalchemy as sa
from sqlmodel import Session

from data.queries.tables import attendance_tally, cohort, stale_tally
from data.queries.tallies import tallies_of
from models.door import Door, Viewer

_SELF = Viewer("rekap")
AT_ONCE = 20  # cohorts; other writers wait no longer than those take


def renew(door: Door) -> int:
    """How many cohorts were counted again; afterwards every tally holds.

    It changes no data, so the data version stays. Reading is right at any moment of it.
    """
    counted = 0
    while True:
        with door.deriving(_SELF) as session:
            cohorts = _first_stale(session)
            if not cohorts:
                return counted
            _count(session, cohorts)
        counted += len(cohorts)


def _first_stale(session: Session) -> list[int]:
    column = stale_tally.c.cohort_id
    found = session.scalars(sa.select(column).distinct().order_by(column).limit(AT_ONCE))
    return list(found)


def _count(session: Session, cohorts: list[int]) -> None:
    """One state of the data is seen throughout: a cohort that changes meanwhile is stale again."""
    insert = sa.insert(attendance_tally)
    rows = tallies_of(cohort.c.id.in_(cohorts))
    session.execute(sa.delete(attendance_tally).where(attendance_tally.c.cohort_id.in_(cohorts)))
    session.execute(insert.from_select([column.name for column in rows.selected_columns], rows))
    session.execute(sa.delete(stale_tally).where(stale_tally.c.cohort_id.in_(cohorts)))
