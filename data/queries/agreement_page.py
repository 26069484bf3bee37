"""One agreement: its own row, its signatories, its stages, and its addenda."""

from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.tables import agreement, agreement_party, change, partner, unit

CODE = "code"
OWNER = "owner"
NAME = "called"
POSITION = "position"
ROLE = "role"
PARTNER_OWNER = "partner_owner"
PARTNER_CODE = "partner_code"
AT = "at"
STAGE = "stage"
KIND = "kind"
NUMBER = "number"
SIGNED_ON = "signed_on"
ENDS_ON = "ends_on"
IS_PARENT = "is_parent"

PARTIES = (POSITION, ROLE, NAME, PARTNER_OWNER, PARTNER_CODE)
STAGES = (AT, STAGE)
KIN = (OWNER, CODE, KIND, NUMBER, SIGNED_ON, ENDS_ON, IS_PARENT)


class Key(NamedTuple):
    """A natural key that is owned: the owning unit's code and the row's own."""

    owner: str
    code: str


def agreement_row(session: Session, key: Key) -> dict[str, Any] | None:
    """The row of `agreement` with its owner's name (`owner_name`); None if there is none."""
    statement = (
        sa.select(agreement, unit.c.name.label("owner_name"))
        .join(unit, unit.c.id == agreement.c.owner_id)
        .where(unit.c.code == key.owner, agreement.c.code == key.code)
    )
    row = session.execute(statement).mappings().one_or_none()
    return None if row is None else dict(row)


def parties_of(session: Session, agreement_id: int) -> pd.DataFrame:
    """One row a signatory, in the order of the document: columns PARTIES."""
    keeper = unit.alias("keeper")
    statement = (
        sa.select(
            agreement_party.c.position, agreement_party.c.role,
            sa.func.coalesce(partner.c.name, unit.c.name), keeper.c.code, partner.c.code,
        )
        .outerjoin(partner, partner.c.id == agreement_party.c.partner_id)
        .outerjoin(keeper, keeper.c.id == partner.c.owner_id)
        .outerjoin(unit, unit.c.id == agreement_party.c.unit_id)
        .where(agreement_party.c.agreement_id == agreement_id)
        .order_by(agreement_party.c.position)
    )  # fmt: skip
    return frame(session, statement, PARTIES)


def stages_before(session: Session, agreement_id: int) -> pd.DataFrame:
    """One row a change of the agreement, oldest first, with the stage before it: columns STAGES."""
    statement = (
        sa.select(change.c.at, change.c.before[STAGE].as_string())
        .where(
            change.c.table_name == agreement.name, change.c.row_key == str(agreement_id),
            change.c.before.is_not(None),
        )
        .order_by(change.c.at, change.c.id)
    )  # fmt: skip
    return frame(session, statement, STAGES)


def kin_of(session: Session, agreement_id: int, parent_id: int | None) -> pd.DataFrame:
    """One row the parent and each addendum, by the day of signing: columns KIN."""
    statement = (
        sa.select(
            unit.c.code, agreement.c.code, agreement.c.kind, agreement.c.number,
            agreement.c.signed_on, agreement.c.ends_on, agreement.c.id == parent_id,
        )
        .join(unit, unit.c.id == agreement.c.owner_id)
        .where(sa.or_(agreement.c.parent_id == agreement_id, agreement.c.id == parent_id))
        .order_by(agreement.c.signed_on, unit.c.code, agreement.c.code)
    )  # fmt: skip
    return frame(session, statement, KIN)
