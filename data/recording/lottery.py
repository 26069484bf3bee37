"""Places drawn by lot: the seed is recorded, so that anybody can draw the same again.

Everybody who waits gets a ticket, the SHA-256 of the seed and their public number; the lowest
tickets win. Neither the order of a list nor a generator of this program decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.importing.parsing import LARGEST_WHOLE
from data.queries.due import LEFT_EARLY
from data.recording.enrolments import open_cohort
from data.recording.rows import change, held
from data.transitions import check_step
from models.codes import CohortAssignment, EnrolmentStatus
from models.door import Viewer

LARGEST_SEED = LARGEST_WHOLE


@dataclass(frozen=True)
class Drawn:
    """Who got a place and who did not (enrolments), and the seed that decided."""

    seed: int
    drawn: tuple[int, ...]
    not_drawn: tuple[int, ...]


def winners(seed: int, keys: Iterable[str], places: int) -> list[str]:
    """The `places` keys with the lowest tickets, whatever their order.

    >>> winners(7, ["c", "a", "b"], 2) == winners(7, ["a", "b", "c"], 2)
    True
    """
    return sorted(keys, key=lambda key: sha256(f"{seed}:{key}".encode()).hexdigest())[:places]


def draw_places(
    session: Session, viewer: Viewer, cohort_id: int, places: int, *,
    seed: int, seen: int, today: date,
) -> Drawn:  # fmt: skip
    """Draw `places` among all who wait; the others become the comparison group.

    Who left the list before is not in the draw. Raises `SinergiError` unless more people wait than
    there are places, and nobody has or had a place; and for a cohort that somebody else changed
    meanwhile. A draw cannot be repeated.
    """
    held(session, models.Cohort, cohort_id, seen=seen)
    cohort = open_cohort(session, cohort_id)
    waiting = _waiting(session, cohort_id)
    _check(cohort, waiting, places, seed)
    won = set(winners(seed, (key for _, _, key in waiting), places))
    drawing = {"assignment": CohortAssignment.UNDIAN, "seed": seed, "drawn_on": today}
    change(session, viewer, cohort, drawing, today=today)
    drawn: list[int] = []
    not_drawn: list[int] = []
    for identity, version, key in waiting:
        row = held(session, models.Enrolment, identity, seen=version)
        status = EnrolmentStatus.SETUJU if key in won else EnrolmentStatus.TIDAK_TERUNDI
        check_step(row.status, status)
        change(session, viewer, row, {"status": status}, today=today)
        (drawn if key in won else not_drawn).append(identity)
    return Drawn(seed, tuple(drawn), tuple(not_drawn))


def _waiting(session: Session, cohort_id: int) -> list[tuple[int, int, str]]:
    """Id, version and public number of all who wait. Raises when somebody has or had a place."""
    enrolment, wbp, officer = (
        models.metadata.tables[name] for name in ("enrolment", "wbp", "officer")
    )
    query = (
        sa.select(
            enrolment.c.id, enrolment.c.row_version,
            sa.func.coalesce(wbp.c.public_id, officer.c.nip), enrolment.c.status,
        )
        .outerjoin(wbp, wbp.c.id == enrolment.c.wbp_id)
        .outerjoin(officer, officer.c.id == enrolment.c.officer_id)
        .where(
            enrolment.c.cohort_id == cohort_id,
            sa.or_(enrolment.c.status.not_in(LEFT_EARLY), enrolment.c.started_on.is_not(None)),
        )
        .order_by(enrolment.c.id)
    )  # fmt: skip
    rows = session.execute(query).all()
    if any(status != EnrolmentStatus.DAFTAR_TUNGGU for *_, status in rows):
        raise SinergiError(
            "sudah_ada_yang_ditempatkan",
            "Undian hanya adil bila semua orang masih di daftar tunggu. Di angkatan ini sudah ada "
            "yang ditempatkan, ikut, atau diundi.",
            "A draw is fair only while everybody waits. In this cohort somebody has a place, took "
            "part, or was drawn already.",
        )
    return [(identity, version, key) for identity, version, key, _ in rows]


def _check(cohort: models.Cohort, waiting: Sequence[object], places: int, seed: int) -> None:
    most = len(waiting) - 1 if cohort.capacity is None else min(len(waiting) - 1, cohort.capacity)
    if not 1 <= places <= most:
        raise SinergiError(
            "tempat_tidak_masuk_akal",
            f"Tempat [{places}] tidak dapat diundi: {len(waiting)} orang menunggu, kapasitas "
            f"{cohort.capacity or 'tidak dicatat'}. Orang harus lebih banyak daripada tempat.",
            f"Places [{places}] cannot be drawn: {len(waiting)} people wait, the capacity is "
            f"{cohort.capacity or 'not recorded'}. A draw needs more people than places.",
        )
    if not 0 <= seed <= LARGEST_SEED:
        raise SinergiError(
            "benih_salah", f"Benih [{seed}] harus antara 0 dan {LARGEST_SEED}.",
            f"Seed [{seed}] must lie between 0 and {LARGEST_SEED}.",
        )  # fmt: skip
