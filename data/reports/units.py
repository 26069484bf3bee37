"""The unit that a report is about, and the offices above it."""

from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Session

from data.errors import ExitStatus, SinergiError
from data.queries.tables import unit
from models.codes import UnitKind


class Office(StrEnum):
    """Who looks at a unit's report, one after the other."""

    UPT = "UPT"
    KANWIL = "KANWIL"
    DITJEN = "DITJEN"


_OF_KIND = {UnitKind.KANWIL: Office.KANWIL, UnitKind.DITJENPAS: Office.DITJEN}
_DEEPEST = 9


def verifying_offices(session: Session, code: str) -> dict[Office, str | None]:
    """Each office from the unit's own level upwards, by name; None where none stands above it."""
    above = (
        sa.select(unit.c.kind, unit.c.name, unit.c.parent_id, sa.literal(0).label("steps"))
        .where(unit.c.code == code)
        .cte(recursive=True)
    )
    over = sa.select(unit.c.kind, unit.c.name, unit.c.parent_id, above.c.steps + 1).join(
        above, above.c.parent_id == unit.c.id
    )
    chain = above.union_all(over.where(above.c.steps < _DEEPEST))
    found: dict[Office, str | None] = {}
    for kind, name in session.execute(sa.select(chain.c.kind, chain.c.name).order_by("steps")):
        found.setdefault(_OF_KIND.get(kind, Office.UPT), name)
    own = list(Office).index(next(iter(found))) if found else 0
    return {one: found.get(one) for one in list(Office)[own:]}


def unit_name(session: Session, code: str) -> str:
    """Its name. Raises `SinergiError` where there is no such unit."""
    name: str | None = session.execute(sa.select(unit.c.name).where(unit.c.code == code)).scalar()
    if name is None:
        raise SinergiError(
            "unit_tidak_dikenal",
            f"Unit [{code}] tidak ada. Lihat kodenya di layar Ekspor atau: sinergi export unit",
            f"There is no unit [{code}]. Find its code by: sinergi export unit", ExitStatus.USAGE,
        )  # fmt: skip
    return name
