"""The unit that a report is about."""

import sqlalchemy as sa
from sqlmodel import Session

from data.errors import ExitStatus, SinergiError
from data.queries.tables import unit


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
