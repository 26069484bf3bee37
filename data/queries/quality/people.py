"""Checks of people in care: not assessed, without a number, twice, or of an impossible age."""

from typing import Any

import sqlalchemy as sa

from data.queries.dates import days_between, months, windows
from data.queries.filter import Filter
from data.queries.quality.items import Column, flag, items
from data.queries.scope import in_units
from data.queries.tables import assessment, custody, person_identifier, wbp
from models.codes import AssessmentStatus, IdentifierKind, LegalStatus

ASSESSED_MONTHLY = (LegalStatus.NARAPIDANA, LegalStatus.ANAK_BINAAN)
YEAR = 365.25
YOUNGEST, OLDEST = round(12 * YEAR), round(110 * YEAR)  # days; as the import refuses


def not_assessed(filter: Filter) -> "sa.Select[Any]":
    """Each convict and month in care at a unit: no accepted assessment in that month."""
    month = windows(months(filter))
    assessed = sa.exists().where(
        assessment.c.wbp_id == custody.c.wbp_id,
        assessment.c.status == AssessmentStatus.DITERIMA,
        assessment.c.assessed_on >= month.c.first,
        assessment.c.assessed_on < month.c.until,
    )
    in_month = sa.and_(
        custody.c.started_on < month.c.until,
        sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > month.c.first),
    )
    return (
        items(
            unit=custody.c.unit_id, day=month.c.first, flagged=flag(~assessed),
            person=custody.c.wbp_id,
        )
        .select_from(custody.join(month, in_month))
        .where(custody.c.legal_status.in_(ASSESSED_MONTHLY), in_units(custody.c.unit_id, filter))
        .distinct()
    )  # fmt: skip


def _in_care(filter: Filter) -> sa.Subquery:
    """Each person once a unit, on the first day of the period on which they were there."""
    begun = sa.case((custody.c.started_on > filter.start, custody.c.started_on), else_=filter.start)
    return (
        sa.select(custody.c.unit_id, custody.c.wbp_id, sa.func.min(begun).label("day"))
        .where(
            custody.c.started_on < filter.end,
            sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > filter.start),
            in_units(custody.c.unit_id, filter),
        )
        .group_by(custody.c.unit_id, custody.c.wbp_id)
        .subquery()
    )


def _people(filter: Filter, flagged: Column, here: sa.Subquery, **more: Column) -> Any:
    return items(
        unit=here.c.unit_id, day=here.c.day, flagged=flagged, person=here.c.wbp_id, **more
    ).join(wbp, wbp.c.id == here.c.wbp_id)


def without_number(filter: Filter) -> "sa.Select[Any]":
    """Each person in care: no nomor induk, so that files from elsewhere cannot find them."""
    numbered = sa.exists().where(
        person_identifier.c.wbp_id == wbp.c.id, person_identifier.c.kind == IdentifierKind.INDUK
    )
    found: sa.Select[Any] = _people(filter, flag(~numbered), _in_care(filter))
    return found


def possible_duplicates(filter: Filter) -> "sa.Select[Any]":
    """Each person in care: another record with the same name and birth date. Null: no date."""
    name = sa.func.lower(sa.func.trim(wbp.c.name))
    alike = (
        sa.select(name.label("name"), wbp.c.birth_date)
        .where(wbp.c.birth_date.is_not(None))
        .group_by(name, wbp.c.birth_date)
        .having(sa.func.count() > 1)
        .subquery()
    )
    doubled = flag(alike.c.name.is_not(None), known=wbp.c.birth_date.is_not(None))
    found: sa.Select[Any] = _people(filter, doubled, _in_care(filter)).outerjoin(
        alike, sa.and_(alike.c.name == name, alike.c.birth_date == wbp.c.birth_date)
    )
    return found


def impossible_ages(filter: Filter) -> "sa.Select[Any]":
    """Each person in care: younger than 12 or older than 110. Null: no birth date."""
    here = _in_care(filter)
    age = days_between(wbp.c.birth_date, here.c.day)
    wrong = flag(sa.or_(age < YOUNGEST, age > OLDEST), known=wbp.c.birth_date.is_not(None))
    found: sa.Select[Any] = _people(filter, wrong, here, detail=age * 100 // round(100 * YEAR))
    return found
