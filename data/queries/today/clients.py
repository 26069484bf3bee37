"""Waiting work about clients of a Bapas: plans whose day of review has come."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from data.queries.tables import guidance_plan
from data.queries.today.items import at, in_care_here, items, since


def plans_to_review(unit: str | None, today: date) -> "sa.Select[Any]":
    """Open lines of people in care whose day of review has come, the oldest first."""
    own = guidance_plan.c
    days = since(own.review_on, today)
    return items(
        unit=own.unit_id, person=own.wbp_id, subject=own.need, day=own.review_on, days=days,
        urgency=-days,
    ).where(
        own.closed_on.is_(None), own.review_on <= today, at(own.unit_id, unit),
        in_care_here(own.wbp_id, unit),
    )  # fmt: skip
