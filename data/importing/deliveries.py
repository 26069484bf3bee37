"""Which unit sent a bundle for which month: complete or not, in order or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.manifest import days_of

_BATCH, _UNIT = models.metadata.tables["import_batch"], models.metadata.tables["unit"]


@dataclass(frozen=True)
class Delivery:
    """What a unit sent for a month (None: the whole time); `numbers` as they came in.

    A month in which a sending unit sent nothing stands here as well, without numbers.
    """

    unit: str
    unit_name: str
    month: str | None
    numbers: tuple[int, ...] = ()
    last_at: datetime | None = None
    account: str | None = None
    rows: int = 0

    @property
    def missing(self) -> tuple[int, ...]:
        """Numbers below the highest one that did not come in."""
        return tuple(n for n in range(1, max(self.numbers, default=0)) if n not in self.numbers)

    @property
    def is_complete(self) -> bool:
        """Whether something came, and nothing before it is missing."""
        return bool(self.numbers) and not self.missing

    @property
    def is_in_order(self) -> bool:
        """Whether no older bundle came after a newer one."""
        return list(self.numbers) == sorted(self.numbers)


def deliveries(session: Session, today: date) -> list[Delivery]:
    """All of them, by unit, the newest month first; what was undone does not count."""
    found = _received(session)
    empty = [one for unit in _units(found) for one in _unsent(unit, found, today)]
    ordered = sorted([*found, *empty], key=lambda one: one.month or "", reverse=True)
    return sorted(ordered, key=lambda one: one.unit)


def _received(session: Session) -> list[Delivery]:
    columns = (_BATCH.c.unit_code, _UNIT.c.name, _BATCH.c.month, _BATCH.c.sequence)
    query = (
        sa.select(*columns, sa.func.max(_BATCH.c.created_at), sa.func.max(_BATCH.c.account),
                  sa.func.sum(_BATCH.c.new + _BATCH.c.changed + _BATCH.c.unchanged))
        .join_from(_BATCH, _UNIT, _UNIT.c.code == _BATCH.c.unit_code, isouter=True)
        .where(_BATCH.c.sequence.is_not(None), _BATCH.c.undone_at.is_(None))
        .group_by(*columns).order_by(sa.func.min(_BATCH.c.id))
    )  # fmt: skip
    found: dict[tuple[str, str | None], Delivery] = {}
    for unit, name, month, number, at, account, rows in session.execute(query):
        before = found.get((unit, month))
        numbers = (*(before.numbers if before else ()), number)
        found[unit, month] = Delivery(unit, name or unit, month, numbers, at, account, int(rows))
    return list(found.values())


def _units(found: Sequence[Delivery]) -> list[tuple[str, str]]:
    return sorted({(one.unit, one.unit_name) for one in found})


def _unsent(unit: tuple[str, str], found: Sequence[Delivery], today: date) -> Iterator[Delivery]:
    """The months over, since the unit's first one, for which it sent nothing."""
    sent = {one.month for one in found if one.unit == unit[0] and one.month is not None}
    month = min(sent, default=None)
    while month is not None:
        _, after = days_of(month)
        if after > today:
            return
        if month not in sent:
            yield Delivery(*unit, month)
        month = f"{after:%Y-%m}"
