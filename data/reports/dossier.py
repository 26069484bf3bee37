"""What a TPP hearing is given about each person: one page each, facts and no judgement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlmodel import Session

from data.answers.finding import heard
from data.answers.person import Person, Right, Score, people
from data.errors import SinergiError
from data.reports.letterhead import Basis, Letterhead, basis, letterhead


@dataclass(frozen=True)
class Trend:
    """One scale over time: the first and the last score, and all of them from 0 to 1.

    `points` are (share of the time between first and last, share of the scale's range); empty
    where the instrument gives a level alone, or where there is one score.
    """

    first: Score
    last: Score
    n: int
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Dossier:
    """One person, the rights that are heard, and each scale over time."""

    person: Person
    rights: tuple[Right, ...]
    trends: tuple[Trend, ...]

    @property
    def office(self) -> str | None:
        """The unit that brings them before the hearing, else the one where they are."""
        asking = [one.unit_code for one in self.rights]
        stays = [one for one in self.person.stretches if one.unit_code in asking]
        here = stays[-1] if stays else self.person.here
        return here.unit_name if here else None


@dataclass(frozen=True)
class Dossiers:
    """The pages of one hearing or list. `hearing_on` None: no day was named."""

    letterhead: Letterhead
    basis: Basis
    hearing_on: date | None
    pages: tuple[Dossier, ...]


def dossiers(
    session: Session, keys: Sequence[int], *, hearing_on: date | None, today: date, language: str
) -> Dossiers:
    """The people with these ids, in their order. Raises `SinergiError` where there are none."""
    found = people(session, keys, today=today, language=language)
    if not found:
        raise SinergiError(
            "berkas_tanpa_orang",
            "Tidak ada orang untuk berkas ini. Periksa tanggal sidang, unit, atau daftarnya.",
            "There is nobody for this file. Check the hearing day, the unit or the list.",
        )
    pages = tuple(Dossier(one, _rights(one, hearing_on), _trends(one)) for one in found)
    return Dossiers(letterhead(session), basis(session), hearing_on, pages)


def hearing_dossiers(
    session: Session, hearing_on: date, unit: str | None, *, today: date, language: str
) -> Dossiers:
    """Everybody whose right is heard on this day, by name. Raises `SinergiError` for nobody."""
    keys = heard(session, hearing_on, unit)
    return dossiers(session, keys, hearing_on=hearing_on, today=today, language=language)


def _rights(person: Person, hearing_on: date | None) -> tuple[Right, ...]:
    """What is heard on the day; without a day, what is not decided yet."""
    if hearing_on is not None:
        return tuple(one for one in person.rights if one.hearing_on == hearing_on)
    return tuple(one for one in person.rights if one.decided_on is None and one.result is None)


def _trends(person: Person) -> tuple[Trend, ...]:
    """Each scale of each version of an instrument apart, as they came."""

    def which(one: Score) -> tuple[str, str, str]:
        return one.instrument, one.version, one.scale or ""

    order = list(dict.fromkeys(which(one) for one in person.scores))
    rows = sorted(person.scores, key=lambda one: order.index(which(one)))
    return tuple(_trend(list(scores)) for _, scores in groupby(rows, key=which))


def _trend(scores: list[Score]) -> Trend:
    first, last = scores[0], scores[-1]
    days = (last.assessed_on - first.assessed_on).days
    told = [one for one in scores if one.score is not None] if days else []
    points = tuple(
        ((one.assessed_on - first.assessed_on).days / days, _height(one)) for one in told
    )
    return Trend(first, last, len(scores), points)


def _height(one: Score) -> float:
    low, high = one.minimum or 0.0, one.maximum or 100.0
    return ((one.score or low) - low) / (high - low)
