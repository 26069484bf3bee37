"""Finding a person by a number or by a part of the name."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.scope import units_below
from data.queries.tables import custody, entitlement, person_identifier, unit, wbp
from models.codes import CLIENT_STATUSES, EntitlementKind, IdentifierKind

PERSON = "wbp_id"
NAME = "name"
BIRTH_DATE = "birth_date"
NUMBER = "value"  # as the table of numbers calls it, so that it is never kept
UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
STATUS = "legal_status"
HEARING_ON = "hearing_on"
KIND = "kind"
PEOPLE = "people"

FOUND = (PERSON, NAME, BIRTH_DATE, NUMBER, UNIT_CODE, UNIT_NAME, STATUS)
HEARINGS = (HEARING_ON, UNIT_CODE, UNIT_NAME, PEOPLE)
HEARD = (PERSON, KIND)


def people_like(session: Session, text: str, *, most: int) -> pd.DataFrame:
    """At most `most` people by name: columns FOUND.

    A number is found by its beginning, a name by any part of it; upper and lower case are alike.
    """
    wanted = text.strip().lower()
    numbered = sa.select(person_identifier.c.wbp_id).where(
        sa.func.lower(person_identifier.c.value).startswith(wanted, autoescape=True)
    )
    named = sa.func.lower(wbp.c.name).contains(wanted, autoescape=True)
    return _found(session, sa.or_(named, wbp.c.id.in_(numbered)), most)


def people_numbered(session: Session, numbers: Sequence[str]) -> dict[str, list[int]]:
    """Each number as given, with the people who carry exactly it; none for an unknown one."""
    wanted = {number: number.strip().lower() for number in numbers}
    low = sa.func.lower(person_identifier.c.value)
    rows = session.execute(
        sa.select(low, person_identifier.c.wbp_id)
        .where(low.in_(set(wanted.values())), person_identifier.c.kind != IdentifierKind.NIK)
        .distinct()
        .order_by(person_identifier.c.wbp_id)
    )
    carried: dict[str, list[int]] = {}
    for value, person in rows:
        carried.setdefault(value, []).append(int(person))
    return {number: carried.get(value, []) for number, value in wanted.items()}


def hearing_days(session: Session, unit_code: str | None) -> pd.DataFrame:
    """One row a day and unit with a TPP hearing, the latest first: columns HEARINGS.

    `unit_code` takes in the unit and all below it.
    """
    here = sa.true() if unit_code is None else unit.c.id.in_(units_below(unit_code))
    statement = (
        sa.select(
            entitlement.c.hearing_on, unit.c.code, unit.c.name,
            sa.func.count(entitlement.c.wbp_id.distinct()),
        )
        .join(unit, unit.c.id == entitlement.c.unit_id)
        .where(entitlement.c.hearing_on.is_not(None), here)
        .group_by(entitlement.c.hearing_on, unit.c.code, unit.c.name)
        .order_by(entitlement.c.hearing_on.desc(), unit.c.name, unit.c.code)
    )  # fmt: skip
    return frame(session, statement, HEARINGS)


def people_heard(session: Session, day: date, unit_code: str | None) -> pd.DataFrame:
    """One row a right to be heard on this day, by name: columns HEARD."""
    here = sa.true() if unit_code is None else unit.c.code == unit_code
    statement = (
        sa.select(entitlement.c.wbp_id, entitlement.c.kind)
        .join(unit, unit.c.id == entitlement.c.unit_id)
        .join(wbp, wbp.c.id == entitlement.c.wbp_id)
        .where(entitlement.c.hearing_on == day, here)
        .order_by(wbp.c.name, wbp.c.id, entitlement.c.kind)
    )
    rows = frame(session, statement, HEARD)
    rows[KIND] = [EntitlementKind.of(kind) for kind in rows[KIND]]
    return rows


def _found(session: Session, which: "sa.ColumnElement[bool]", most: int) -> pd.DataFrame:
    number = (
        sa.select(sa.func.min(person_identifier.c.value))
        .where(
            person_identifier.c.wbp_id == wbp.c.id,
            person_identifier.c.kind == IdentifierKind.INDUK,
        )
        .scalar_subquery()
    )
    own = custody.alias("own")
    inside_first = sa.case((own.c.legal_status.in_(CLIENT_STATUSES), 1), else_=0)
    here = (
        sa.select(own.c.id)
        .where(own.c.wbp_id == wbp.c.id)
        .order_by(
            own.c.ended_on.is_not(None), inside_first, own.c.started_on.desc(), own.c.id.desc()
        )
        .limit(1)
        .scalar_subquery()
    )  # fmt: skip
    statement = (
        sa.select(
            wbp.c.id, wbp.c.name, wbp.c.birth_date, number, unit.c.code, unit.c.name,
            custody.c.legal_status,
        )
        .select_from(wbp)
        .outerjoin(custody, custody.c.id == here)
        .outerjoin(unit, unit.c.id == custody.c.unit_id)
        .where(which)
        .order_by(wbp.c.name, wbp.c.id)
        .limit(most)
    )  # fmt: skip
    return frame(session, statement, FOUND)
