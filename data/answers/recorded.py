"""What an officer chooses from while recording. Rows about persons: never to be kept."""

from dataclasses import dataclass
from datetime import date, time

from sqlmodel import Session

from data.queries import recorded
from data.queries.filter import Filter
from models.codes import (
    AssessmentStatus,
    CohortAssignment,
    CohortStatus,
    EnrolmentStatus,
    EntitlementKind,
)

MOST = 200


@dataclass(frozen=True)
class Cohort:
    """A cohort that is not over. `people` counts everybody ever in it."""

    id: int
    code: str
    programme: str
    unit: str
    status: CohortStatus
    capacity: int | None
    assignment: CohortAssignment
    seed: int | None
    row_version: int
    starts_on: date | None
    placed: int
    waiting: int
    people: int

    @property
    def free(self) -> int | None:
        """Places left; None where the capacity is not recorded."""
        return None if self.capacity is None else max(self.capacity - self.placed, 0)

    @property
    def can_be_drawn(self) -> bool:
        """Whether all wait still, and more than there are places."""
        all_wait = self.waiting == self.people > 1
        return all_wait and (self.capacity is None or self.waiting > self.capacity)


@dataclass(frozen=True)
class Place:
    """Somebody in a cohort."""

    id: int
    number: int | None
    wbp_id: int | None
    name: str
    status: EnrolmentStatus
    enrolled_on: date | None
    started_on: date | None
    ended_on: date | None
    row_version: int


@dataclass(frozen=True)
class LastSession:
    """The last meeting of a cohort."""

    number: int
    held_on: date
    starts_at: time | None
    minutes: int | None


@dataclass(frozen=True)
class Unit:
    """A unit; its id as a form holds it."""

    id: str
    code: str
    name: str


@dataclass(frozen=True)
class Instrument:
    """A version of a measure."""

    id: int
    code: str
    version: str
    name: str


@dataclass(frozen=True)
class OpenAssessment:
    """An assessment that is not accepted yet."""

    id: int
    name: str
    assessed_on: date
    status: AssessmentStatus
    row_version: int
    instrument_id: int
    level: str | None
    instrument: str


@dataclass(frozen=True)
class OpenEntitlement:
    """A right that was asked for and is not decided."""

    id: int
    name: str
    kind: EntitlementKind
    proposed_on: date
    hearing_on: date | None
    hearing_result: str | None
    decree: str | None
    decided_on: date | None
    row_version: int


def cohorts(session: Session, filter: Filter) -> list[Cohort]:
    """The cohorts that are not over, those with a waiting list first."""
    return [Cohort(*row) for row in recorded.open_cohorts(session, filter)]


def people_in(session: Session, cohort_id: int) -> list[Place]:
    """Everybody in a cohort, by participant number."""
    return [Place(*row) for row in recorded.people_in(session, cohort_id)]


def last_session(session: Session, cohort_id: int) -> LastSession | None:
    """The last meeting of a cohort, if it has any."""
    found = recorded.last_session(session, cohort_id)
    return None if found is None else LastSession(*found)


def units(session: Session, filter: Filter) -> list[Unit]:
    """The chosen units, by name."""
    return [Unit(str(row.id), row.code, row.name) for row in recorded.units(session, filter)]


def officers(session: Session, filter: Filter, also: int | None = None) -> dict[str, str]:
    """Id -> name and NIP of the officers of the chosen units, and of the one with the id `also`."""
    rows = recorded.officers(session, filter, also)
    return {str(row.id): f"{row.name} ({row.nip})" for row in rows}


def agreements(session: Session) -> dict[str, str]:
    """Id -> code with number or title."""
    return {
        str(row.id): " · ".join(part for part in (row.code, row.number or row.title) if part)
        for row in recorded.agreements(session)
    }


def instruments(session: Session) -> list[Instrument]:
    """All measures, by name."""
    return [Instrument(*row) for row in recorded.instruments(session)]


def scale_names(session: Session, instrument_id: int, language: str) -> dict[str, str]:
    """Code -> name of an instrument's scales."""
    rows = recorded.scale_names(session, instrument_id)
    return {row.code: row.name_en if language == "en" else row.name_id for row in rows}


def open_assessments(session: Session, filter: Filter) -> list[OpenAssessment]:
    """Assessments that are not accepted yet, the latest first."""
    rows = recorded.open_assessments(session, filter, most=MOST)
    return [OpenAssessment(*row) for row in rows]


def scores_of(session: Session, assessment_id: int) -> dict[str, float]:
    """The scores of one assessment by the code of their scale."""
    return {row.code: row.score for row in recorded.scores_of(session, assessment_id)}


def undecided_entitlements(session: Session, filter: Filter) -> list[OpenEntitlement]:
    """Rights that are not decided yet, the next hearing first."""
    rows = recorded.undecided_entitlements(session, filter, most=MOST)
    return [OpenEntitlement(*row) for row in rows]
