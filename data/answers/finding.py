"""Finding people by number or name, by the day of their hearing, or from a list. Never kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.queries.person import finding

SHORTEST = 2  # letters or digits: one would list half of the house
MOST = 30
PERSON, NAME, NUMBER, BIRTH_DATE = finding.PERSON, finding.NAME, finding.NUMBER, finding.BIRTH_DATE
UNIT_NAME, UNIT_CODE, STATUS = finding.UNIT_NAME, finding.UNIT_CODE, finding.STATUS
HEARING_ON, PEOPLE = finding.HEARING_ON, finding.PEOPLE
_BETWEEN = re.compile(r"[\n\r;,\t]+")


@dataclass(frozen=True)
class Listed:
    """The people behind a pasted list, and the entries that name nobody or several people."""

    people: tuple[int, ...]
    unknown: tuple[str, ...]
    several: tuple[str, ...]


def find(session: Session, text: str) -> pd.DataFrame:
    """At most MOST people by name, and one more where there are more; none for a short text."""
    if len(text.strip()) < SHORTEST:
        return finding.people_like(session, "", most=0)
    return finding.people_like(session, text, most=MOST + 1)


def numbers_in(text: str) -> list[str]:
    """The entries of a pasted list, each once.

    >>> numbers_in("CTH-1\\nCTH-2; CTH-1,, CTH-3 ")
    ['CTH-1', 'CTH-2', 'CTH-3']
    """
    return list(dict.fromkeys(part for one in _BETWEEN.split(text) if (part := one.strip())))


def listed(session: Session, numbers: Sequence[str]) -> Listed:
    """Who carries these numbers, in their order."""
    found = finding.people_numbered(session, numbers)
    people = dict.fromkeys(keys[0] for keys in found.values() if len(keys) == 1)
    return Listed(
        tuple(people), tuple(number for number, keys in found.items() if not keys),
        tuple(number for number, keys in found.items() if len(keys) > 1),
    )  # fmt: skip


def hearings(session: Session, unit: str | None) -> pd.DataFrame:
    """One row a day and unit with a TPP hearing, the latest first, with how many people.

    `unit` is the code of a unit: it and all below it; None is all.
    """
    return finding.hearing_days(session, unit)


def heard(session: Session, day: date, unit: str | None) -> tuple[int, ...]:
    """The people whose rights are heard on this day, by name, each once."""
    rows = finding.people_heard(session, day, unit)
    return tuple(dict.fromkeys(int(key) for key in rows[finding.PERSON]))
