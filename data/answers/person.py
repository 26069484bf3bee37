"""One person, or some, with all that is recorded about them. Never kept, never in an address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import pandas as pd
from sqlmodel import Session

from data.queries.person import stay, taking_part
from models.codes import (
    CLIENT_STATUSES,
    EnrolmentStatus,
    EntitlementKind,
    GuardianKind,
    HearingResult,
    IdentifierKind,
    Labelled,
    LegalStatus,
    NeedSource,
    RiskLevel,
    Severity,
    Sex,
)

Row = dict[Any, Any]
Coded = TypeVar("Coded", bound=Labelled)
Status = EnrolmentStatus
SHOWN_SIGNS = 3
NOT_BEGUN = (Status.DAFTAR_TUNGGU, Status.TIDAK_TERUNDI, Status.SETUJU)
ANSWERING = (Status.DAFTAR_TUNGGU, Status.SETUJU, Status.AKTIF, Status.LULUS, Status.SELESAI)


@dataclass(frozen=True)
class Counted:
    """Sessions that expected somebody: how many they attended, and how many lack a mark."""

    attended: int
    expected: int
    unrecorded: int

    @property
    def share(self) -> float | None:
        """Attended of expected; None when no session expected them."""
        return self.attended / self.expected if self.expected else None


@dataclass(frozen=True)
class Number:
    """One number of a person."""

    kind: IdentifierKind
    unit_code: str
    value: str


@dataclass(frozen=True)
class Stretch:
    """One legal status at one unit."""

    unit_code: str
    unit_name: str
    status: LegalStatus
    started_on: date
    ended_on: date | None
    reason: str | None
    offence: str | None
    sentence_days: int | None
    two_thirds_on: date | None
    expires_on: date | None

    @property
    def guided(self) -> bool:
        """Whether this is guidance at a Bapas."""
        return self.status in CLIENT_STATUSES


@dataclass(frozen=True)
class Place:
    """A place in a cohort."""

    programme: str
    need: str | None  # its code
    cohort: str
    unit_code: str
    partner: str | None
    begun_on: date | None
    ended_on: date | None
    status: EnrolmentStatus
    attendance: Counted
    score: float | None
    grade: str | None
    certificate: str | None
    issuer: str | None


@dataclass(frozen=True)
class Need:
    """An assessed need, and the places that answer it."""

    label: str
    level: RiskLevel | None
    assessed_on: date
    source: NeedSource
    litmas_number: str | None
    closed_on: date | None
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Score:
    """One scale of an accepted assessment; without scale and score where it gives a level."""

    assessed_on: date
    instrument: str
    version: str
    scale: str | None
    score: float | None
    band: str | None
    minimum: float | None
    maximum: float | None
    level: RiskLevel | None


@dataclass(frozen=True)
class Incident:
    """An entry of Register F. `proven` None: not decided, or not recorded."""

    occurred_on: date
    severity: Severity
    proven: bool | None
    sanction: str | None


@dataclass(frozen=True)
class Right:
    """A right asked for and, later, decided."""

    kind: EntitlementKind
    unit_code: str
    proposed_on: date
    hearing_on: date | None
    result: HearingResult | None
    decided_on: date | None
    decree: str | None


@dataclass(frozen=True)
class Person:
    """One person. Open needs, the newest places, incidents and rights come first."""

    key: int
    name: str
    sex: Sex
    birth_date: date | None
    age: int | None
    numbers: tuple[Number, ...]
    stretches: tuple[Stretch, ...]
    guardians: tuple[tuple[GuardianKind, str], ...]
    needs: tuple[Need, ...]
    places: tuple[Place, ...]
    scores: tuple[Score, ...]
    incidents: tuple[Incident, ...]
    rights: tuple[Right, ...]

    @property
    def here(self) -> Stretch | None:
        """Where they are: inside before under guidance, open before ended, the newest."""
        order = sorted(
            self.stretches, key=lambda one: (one.ended_on is None, not one.guided, one.started_on)
        )
        return order[-1] if order else None

    @property
    def main_number(self) -> str | None:
        """The nomor induk, else the newest other number but the citizen's."""
        kinds = (IdentifierKind.INDUK, IdentifierKind.REGISTER, IdentifierKind.BAPAS)
        return next(
            (one.value for kind in kinds for one in reversed(self.numbers) if one.kind is kind),
            None,
        )

    @property
    def open_needs(self) -> tuple[Need, ...]:
        """The needs that are not closed."""
        return tuple(one for one in self.needs if one.closed_on is None)

    @property
    def answered_needs(self) -> tuple[Need, ...]:
        """The open needs that a place in a programme answers."""
        return tuple(one for one in self.open_needs if one.places)

    @property
    def begun(self) -> tuple[Place, ...]:
        """The places that were taken up: neither on a waiting list nor lost in a lottery."""
        return tuple(one for one in self.places if one.status not in NOT_BEGUN)

    @property
    def certified(self) -> tuple[Place, ...]:
        """The places that ended with a certificate."""
        return tuple(one for one in self.places if one.certificate)

    @property
    def proven(self) -> tuple[Incident, ...]:
        """The entries of Register F that are proven."""
        return tuple(one for one in self.incidents if one.proven)

    @property
    def attendance(self) -> Counted:
        """All their places together."""
        counts = [place.attendance for place in self.places]
        return Counted(
            sum(one.attended for one in counts), sum(one.expected for one in counts),
            sum(one.unrecorded for one in counts),
        )  # fmt: skip


def people(session: Session, keys: Sequence[int], *, today: date, language: str) -> list[Person]:
    """The people with these ids, in the order of `keys`; an unknown id gives nobody."""
    found = _Rows(session, list(dict.fromkeys(keys)), language)
    rows = {int(row[stay.PERSON]): row for row in _records(stay.person_rows(session, keys))}
    return [found.person(rows[key], today) for key in dict.fromkeys(keys) if key in rows]


def masked(number: str) -> str:
    """A number of which only the last signs can be read, a third of it at most.

    >>> masked("CTH-000401"), masked("1234"), masked("12")
    ('•••••••401', '•••4', '••')
    """
    hidden = len(number) - min(SHOWN_SIGNS, len(number) // 3)
    return "•" * hidden + number[hidden:]


class _Rows:
    """The rows about some people, asked for once for all of them, by person."""

    def __init__(self, session: Session, keys: list[int], language: str) -> None:
        self.english = language == "en"
        ask = (
            stay.number_rows, stay.stretch_rows, stay.guardian_rows, stay.need_rows,
            stay.incident_rows, stay.right_rows, taking_part.place_rows, taking_part.score_rows,
        )  # fmt: skip
        self.by_person = {question.__name__: _grouped(question(session, keys)) for question in ask}
        counts = taking_part.attendance_counts(session, keys)
        self.counts = {int(row[taking_part.ENROLMENT]): row for row in _records(counts)}

    def person(self, row: Row, today: date) -> Person:
        def of(question: str) -> list[Row]:
            return self.by_person[question].get(int(row[stay.PERSON]), [])

        places = [self._place(one) for one in of("place_rows")]
        born = row[stay.BIRTH_DATE]
        return Person(
            int(row[stay.PERSON]), row[stay.NAME], Sex.of(row[stay.SEX]), born,
            _age(born, today),
            tuple(_number(one) for one in of("number_rows")),
            tuple(self._stretch(one) for one in of("stretch_rows")),
            tuple((GuardianKind.of(one[stay.KIND]), one[stay.OFFICER])
                  for one in of("guardian_rows")),
            tuple(self._need(one, places) for one in of("need_rows")),
            tuple(places),
            tuple(self._score(one) for one in of("score_rows")),
            tuple(self._incident(one) for one in of("incident_rows")),
            tuple(_right(one) for one in of("right_rows")),
        )  # fmt: skip

    def _in_language(self, row: Row, name_id: str, name_en: str) -> Any:
        return row[name_en if self.english else name_id]

    def _stretch(self, row: Row) -> Stretch:
        days = row[stay.SENTENCE_DAYS]
        return Stretch(
            row[stay.UNIT_CODE], row[stay.UNIT_NAME], LegalStatus.of(row[stay.STATUS]),
            row[stay.STARTED_ON], row[stay.ENDED_ON],
            self._in_language(row, stay.REASON_ID, stay.REASON_EN),
            self._in_language(row, stay.OFFENCE_ID, stay.OFFENCE_EN),
            None if days is None else int(days), row[stay.TWO_THIRDS_ON], row[stay.EXPIRES_ON],
        )  # fmt: skip

    def _place(self, row: Row) -> Place:
        counts = self.counts.get(int(row[taking_part.ENROLMENT]), {})
        attended, expected, unrecorded = (
            int(counts.get(name, 0))
            for name in (taking_part.ATTENDED, taking_part.EXPECTED, taking_part.UNRECORDED)
        )
        return Place(
            row[taking_part.PROGRAMME], row[taking_part.NEED], row[taking_part.COHORT],
            row[taking_part.UNIT_CODE], row[taking_part.PARTNER], row[taking_part.BEGUN_ON],
            row[taking_part.ENDED_ON], EnrolmentStatus.of(row[taking_part.STATUS]),
            Counted(attended, expected, unrecorded), row[taking_part.SCORE],
            row[taking_part.GRADE], row[taking_part.CERTIFICATE], row[taking_part.ISSUER],
        )  # fmt: skip

    def _need(self, row: Row, places: list[Place]) -> Need:
        label = self._in_language(row, stay.LABEL_ID, stay.LABEL_EN) or row[stay.NEED]
        answering = tuple(
            place for place in places
            if place.need == row[stay.NEED] and place.status in ANSWERING
        )  # fmt: skip
        return Need(
            label, _coded(RiskLevel, row[stay.LEVEL]), row[stay.ASSESSED_ON],
            NeedSource.of(row[stay.SOURCE]), row[stay.LITMAS], row[stay.CLOSED_ON], answering,
        )  # fmt: skip

    def _score(self, row: Row) -> Score:
        return Score(
            row[taking_part.ASSESSED_ON], row[taking_part.INSTRUMENT], row[taking_part.VERSION],
            self._in_language(row, taking_part.SCALE_ID, taking_part.SCALE_EN),
            row[taking_part.SCORE],
            self._in_language(row, taking_part.BAND_ID, taking_part.BAND_EN),
            row[taking_part.MINIMUM], row[taking_part.MAXIMUM],
            _coded(RiskLevel, row[taking_part.LEVEL]),
        )  # fmt: skip

    def _incident(self, row: Row) -> Incident:
        sanction = self._in_language(row, stay.LABEL_ID, stay.LABEL_EN)
        proven = None if row[stay.PROVEN] is None else bool(row[stay.PROVEN])
        return Incident(row[stay.OCCURRED_ON], Severity.of(row[stay.SEVERITY]), proven, sanction)


def _number(row: Row) -> Number:
    return Number(IdentifierKind.of(row[stay.KIND]), row[stay.UNIT_CODE], row[stay.NUMBER])


def _right(row: Row) -> Right:
    return Right(
        EntitlementKind.of(row[stay.KIND]), row[stay.UNIT_CODE], row[stay.PROPOSED_ON],
        row[stay.HEARING_ON], _coded(HearingResult, row[stay.RESULT]), row[stay.DECIDED_ON],
        row[stay.DECREE],
    )  # fmt: skip


def _coded(codes: type[Coded], value: Any) -> Coded | None:
    return None if value is None else codes.of(value)


def _age(born: date | None, today: date) -> int | None:
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _grouped(frame: pd.DataFrame) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in _records(frame):
        found.setdefault(int(row[stay.PERSON]), []).append(row)
    return found


def _records(frame: pd.DataFrame) -> list[Row]:
    """The rows, with None for all that is missing."""
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
