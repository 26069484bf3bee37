"""People in custody or on a caseload in a period, and what they attended."""

from typing import Any

import sqlalchemy as sa

from data.queries.filter import Filter
from data.queries.scope import in_units
from data.queries.tables import cohort, custody, programme
from data.queries.tallies import participant_sums


def people_in_care(filter: Filter) -> "sa.Select[Any]":
    """Ids (`wbp_id`) of people in care for at least one day of the period at the chosen units."""
    return (
        sa.select(custody.c.wbp_id)
        .where(
            custody.c.started_on < filter.end,
            sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > filter.start),
            in_units(custody.c.unit_id, filter),
        )
        .distinct()
    )


def people_who_attended(filter: Filter) -> "sa.Select[Any]":
    """Ids (`wbp_id`) with each need that a programme they attended in the period addresses.

    Columns wbp_id, need (null: the programme names none).
    """
    rows = participant_sums(filter, "attended")
    return (
        sa.select(rows.c.wbp_id, programme.c.need)
        .select_from(rows)
        .join(cohort, cohort.c.id == rows.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(rows.c.attended > 0)
        .distinct()
    )
