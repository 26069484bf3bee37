"""A measurement by its instrument: drafted, scored by the instrument's own rows, submitted."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.answers.scoring import instrument_rules
from data.errors import SinergiError
from data.indicators.scoring import ScaleScore, activities, instrument_scores
from data.recording.rows import add, change, held, remove
from data.transitions import check_step
from models.codes import AssessmentStatus
from models.door import Viewer

Scores = Mapping[str, float]  # by the code of a scale that has no parts


def record_assessment(
    session: Session, viewer: Viewer, values: Mapping[str, Any], given: Scores, *,
    submit: bool, not_held: Iterable[str] = (), today: date,
) -> int:  # fmt: skip
    """Write the measurement and the score of every scale; gives its id.

    `values` are its columns besides the status, `not_held` the activities that were not offered.
    Raises `ValuesRefused` for impossible ones, and `SinergiError` for scores out of range, for
    what cannot be left out, and for an incomplete one that is to be submitted.
    """
    found = _scored(session, values["instrument_id"], given, not_held)
    if submit:
        _check_complete(found, values.get("level"))
    status = AssessmentStatus.DISUBMIT if submit else AssessmentStatus.DRAF
    identity = add(session, viewer, models.Assessment, {**values, "status": status}, today=today)
    _write_scores(session, viewer, identity, values["instrument_id"], found, today)
    return identity


def mend_assessment(
    session: Session, viewer: Viewer, assessment_id: int, given: Scores, *,
    values: Mapping[str, Any], submit: bool, not_held: Iterable[str] = (), seen: int, today: date,
) -> None:  # fmt: skip
    """Write a draft or a rejected one again, and perhaps submit it. Raises as `record_...`."""
    row = held(session, models.Assessment, assessment_id, seen=seen)
    found = _scored(session, row.instrument_id, given, not_held)
    status = row.status
    if submit:
        _check_complete(found, values.get("level", row.level))
        status = AssessmentStatus.DISUBMIT
    check_step(row.status, AssessmentStatus.DISUBMIT)  # what was submitted is not rewritten
    change(session, viewer, row, {**values, "status": status}, today=today)
    scores = models.AssessmentScore
    query = sa.select(scores).where(scores.__table__.c.assessment_id == assessment_id)  # type: ignore[attr-defined]
    for old in session.scalars(query).all():
        remove(session, viewer, old)
    _write_scores(session, viewer, assessment_id, row.instrument_id, found, today)


def move_assessment(
    session: Session, viewer: Viewer, assessment_id: int, status: AssessmentStatus, *,
    seen: int, today: date,
) -> None:  # fmt: skip
    """Accept or reject what was submitted; only accepted ones count."""
    row = held(session, models.Assessment, assessment_id, seen=seen)
    check_step(row.status, status)
    change(session, viewer, row, {"status": status}, today=today)


def _scored(
    session: Session, instrument_id: int, given: Scores, not_held: Iterable[str]
) -> dict[str, ScaleScore]:
    one = session.get(models.Instrument, instrument_id)
    rules = instrument_rules(session, one.code, one.version) if one else []
    left_out = frozenset(not_held)
    _check_left_out(left_out - frozenset(activities(rules)))
    for rule in rules:
        score = given.get(rule.code)
        if score is not None and not rule.minimum <= score <= rule.maximum:
            limits = f"{rule.minimum:g} - {rule.maximum:g}"
            raise SinergiError(
                "skor_di_luar_rentang", f"Skor [{score:g}] pada {rule.code} di luar {limits}.",
                f"Score [{score:g}] on {rule.code} is outside {limits}.",
            )  # fmt: skip
    return instrument_scores(rules, given, not_held=left_out) if rules else {}


def _check_left_out(wrong: frozenset[str]) -> None:
    if wrong:
        listed = ", ".join(sorted(wrong))
        raise SinergiError(
            "tidak_dapat_dilewati",
            f"Ini bukan kegiatan, jadi tidak dapat ditandai tidak diselenggarakan: {listed}. "
            "Isi skornya.",
            f"These are no activities, so they cannot be marked as not held: {listed}. "
            "Give their scores.",
        )


def _check_complete(found: Mapping[str, ScaleScore], level: Any) -> None:
    missing = sorted({code for score in found.values() for code in score.missing})
    if missing:
        listed = ", ".join(missing)
        raise SinergiError(
            "skor_belum_lengkap",
            f"Belum dapat disubmit, skor ini belum diisi: {listed}. Simpan sebagai draf.",
            f"It cannot be submitted yet, these scores are missing: {listed}. Save a draft.",
        )
    if found and not any(score.held for score in found.values()):
        raise SinergiError(
            "tanpa_skor", "Belum dapat disubmit: tidak satu pun kegiatannya diselenggarakan.",
            "It cannot be submitted: none of its activities was held.",
        )  # fmt: skip
    if not found and level is None:
        raise SinergiError(
            "tanpa_tingkat", "Instrumen ini tanpa skala: isi tingkat risikonya.",
            "This instrument has no scales: give the risk level.",
        )  # fmt: skip


def _write_scores(
    session: Session, viewer: Viewer, assessment_id: int, instrument_id: int,
    found: Mapping[str, ScaleScore], today: date,
) -> None:  # fmt: skip
    scale = models.metadata.tables["instrument_scale"]
    query = sa.select(scale.c.id, scale.c.code, scale.c.minimum, scale.c.maximum).where(
        scale.c.instrument_id == instrument_id
    )
    for row in session.execute(query.order_by(scale.c.id)).all():
        score = found[row.code].score
        if score is not None:
            values = {
                "assessment_id": assessment_id, "scale_id": row.id, "minimum": row.minimum,
                "maximum": row.maximum, "score": score,
            }  # fmt: skip
            add(session, viewer, models.AssessmentScore, values, today=today)
