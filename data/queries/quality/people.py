"""Checks of people in care: not assessed, without a number, twice, or of an impossible age."""

from typing import Any

import sqlalchemy as sa

from data.queries.dates import days_between, months, windows
from data.queries.filter import Filter
from data.queries.quality.items import Column, items, month_in, told
from data.queries.scope import in_period, in_units
from data.queries.tables import assessment, custody, person_identifier, wbp
from models.codes import AssessmentStatus, IdentifierKind, LegalStatus

ASSESSED_MONTHLY = (LegalStatus.NARAPIDANA, LegalStatus.ANAK_BINAAN)
YEAR = 365.25
YOUNGEST, OLDEST = round(12 * YEAR), round(110 * YEAR)  # days; as the import refuses


def months_in_care(filter: Filter) -> "sa.Select[Any]":
    """Each convict and month in care at a unit: no accepted assessment in that month."""
    month = windows(months(filter))
    stay = (
        sa.select(custody.c.unit_id, custody.c.wbp_id, custody.c.started_on, custody.c.ended_on)
        .where(custody.c.legal_status.in_(ASSESSED_MONTHLY), _there(filter))
        .cte()
        .prefix_with("MATERIALIZED")
    )
    in_month = sa.and_(
        stay.c.started_on < month.c.until,
        sa.or_(stay.c.ended_on.is_(None), stay.c.ended_on > month.c.first),
    )
    here = (
        sa.select(stay.c.unit_id, stay.c.wbp_id, month.c.first)
        .join(month, in_month)
        .distinct()
        .subquery()
    )
    assessed = (
        sa.select(assessment.c.wbp_id, month_in(assessment.c.assessed_on, filter).label("first"))
        .where(
            assessment.c.status == AssessmentStatus.DITERIMA,
            in_period(assessment.c.assessed_on, filter),
        )
        .distinct()
        .subquery()
    )
    return items(
        *told("not_assessed", assessed.c.wbp_id.is_(None)),
        unit=here.c.unit_id, day=here.c.first, person=here.c.wbp_id,
    ).outerjoin(
        assessed, sa.and_(assessed.c.wbp_id == here.c.wbp_id, assessed.c.first == here.c.first)
    )  # fmt: skip


def people_in_care(filter: Filter) -> "sa.Select[Any]":
    """Each person once a unit, on the first day of the period on which they were there.

    Without a nomor induk, files from elsewhere cannot find them; another record may have the
    same name and birth date; and nobody is younger than 12 or older than 110. The last two
    cannot be told without a birth date.
    """
    here = _in_care(filter)
    numbered = sa.exists().where(
        person_identifier.c.wbp_id == wbp.c.id, person_identifier.c.kind == IdentifierKind.INDUK
    )
    name, alike = _name(wbp), _alike()
    age, dated = days_between(wbp.c.birth_date, here.c.day), wbp.c.birth_date.is_not(None)
    return (
        items(
            *told("without_number", ~numbered),
            *told("possible_duplicates", alike.c.name.is_not(None), known=dated),
            *told("impossible_ages", sa.or_(age < YOUNGEST, age > OLDEST), known=dated),
            unit=here.c.unit_id, day=here.c.day, person=here.c.wbp_id,
            detail=age * 100 // round(100 * YEAR),
        )
        .join(wbp, wbp.c.id == here.c.wbp_id)
        .outerjoin(alike, sa.and_(alike.c.name == name, alike.c.birth_date == wbp.c.birth_date))
    )  # fmt: skip


def _there(filter: Filter) -> Column:
    return sa.and_(
        custody.c.started_on < filter.end,
        sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > filter.start),
        in_units(custody.c.unit_id, filter),
    )


def _in_care(filter: Filter) -> sa.Subquery:
    begun = sa.case((custody.c.started_on > filter.start, custody.c.started_on), else_=filter.start)
    return (
        sa.select(custody.c.unit_id, custody.c.wbp_id, sa.func.min(begun).label("day"))
        .where(_there(filter))
        .group_by(custody.c.wbp_id, custody.c.unit_id)
        .subquery()
    )


def _alike() -> sa.Subquery:
    """Names with birth dates that more than one record has."""
    name = _name(wbp)
    return (
        sa.select(name.label("name"), wbp.c.birth_date)
        .where(wbp.c.birth_date.is_not(None))
        .group_by(name, wbp.c.birth_date)
        .having(sa.func.count() > 1)
        .subquery()
    )


def _name(of: sa.Table) -> Column:
    return sa.func.lower(sa.func.trim(of.c.name))
