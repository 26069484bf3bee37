"""Who some people are and where they were: numbers, custody, guardians, needs, rights, Register F.

Each function takes ids of people and gives one frame for all of them.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.tables import (
    code,
    custody,
    entitlement,
    guardianship,
    incident,
    need,
    officer,
    person_identifier,
    unit,
    wbp,
)

PERSON = "wbp_id"
NAME = "name"
SEX = "sex"
BIRTH_DATE = "birth_date"
KIND = "kind"
NUMBER = "value"
UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
STATUS = "legal_status"
STARTED_ON = "started_on"
ENDED_ON = "ended_on"
REASON_ID = "reason_id"
REASON_EN = "reason_en"
OFFENCE_ID = "offence_id"
OFFENCE_EN = "offence_en"
SENTENCE_DAYS = "sentence_days"
TWO_THIRDS_ON = "two_thirds_on"
EXPIRES_ON = "expires_on"
REGISTER = "register_number"
OFFICER = "officer_name"
NEED = "need"
LABEL_ID = "label_id"
LABEL_EN = "label_en"
ASSESSED_ON = "assessed_on"
LEVEL = "level"
SOURCE = "source"
LITMAS = "litmas_number"
CLOSED_ON = "closed_on"
OCCURRED_ON = "occurred_on"
SEVERITY = "severity"
PROVEN = "proven"
PROPOSED_ON = "proposed_on"
HEARING_ON = "hearing_on"
RESULT = "hearing_result"
DECIDED_ON = "decided_on"
DECREE = "decree"

PEOPLE = (PERSON, NAME, SEX, BIRTH_DATE)
NUMBERS = (PERSON, KIND, UNIT_CODE, NUMBER)
STRETCHES = (
    PERSON, UNIT_CODE, UNIT_NAME, STATUS, STARTED_ON, ENDED_ON, REASON_ID, REASON_EN, OFFENCE_ID,
    OFFENCE_EN, SENTENCE_DAYS, TWO_THIRDS_ON, EXPIRES_ON, REGISTER,
)  # fmt: skip
GUARDIANS = (PERSON, KIND, OFFICER, STARTED_ON)
NEEDS = (PERSON, NEED, LABEL_ID, LABEL_EN, ASSESSED_ON, LEVEL, SOURCE, LITMAS, CLOSED_ON)
INCIDENTS = (PERSON, OCCURRED_ON, UNIT_CODE, SEVERITY, PROVEN, LABEL_ID, LABEL_EN)
RIGHTS = (PERSON, KIND, UNIT_CODE, PROPOSED_ON, HEARING_ON, RESULT, DECIDED_ON, DECREE)


def person_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row a person, by name: columns PEOPLE."""
    statement = (
        sa.select(wbp.c.id, wbp.c.name, wbp.c.sex, wbp.c.birth_date)
        .where(wbp.c.id.in_(people))
        .order_by(wbp.c.name, wbp.c.id)
    )
    return frame(session, statement, PEOPLE)


def number_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row a number, the newest last: columns NUMBERS."""
    statement = (
        sa.select(
            person_identifier.c.wbp_id, person_identifier.c.kind, unit.c.code,
            person_identifier.c.value,
        )
        .join(unit, unit.c.id == person_identifier.c.unit_id)
        .where(person_identifier.c.wbp_id.in_(people))
        .order_by(person_identifier.c.kind, person_identifier.c.id)
    )  # fmt: skip
    return frame(session, statement, NUMBERS)


def stretch_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row a stretch of custody or guidance, from the first: columns STRETCHES."""
    reason, offence = code.alias("reason"), code.alias("offence")
    own = custody.c
    statement = (
        sa.select(
            own.wbp_id, unit.c.code, unit.c.name, own.legal_status, own.started_on, own.ended_on,
            reason.c.label_id, reason.c.label_en, offence.c.label_id, offence.c.label_en,
            own.sentence_days, own.two_thirds_on, own.expires_on, own.register_number,
        )
        .join(unit, unit.c.id == own.unit_id)
        .outerjoin(reason, _coded(reason, "alasan_keluar_tahanan", own.exit_reason))
        .outerjoin(offence, _coded(offence, "tindak_pidana", own.offence_group))
        .where(own.wbp_id.in_(people))
        .order_by(own.started_on, own.id)
    )  # fmt: skip
    return frame(session, statement, STRETCHES)


def guardian_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row an officer who cares for a person now, the newest first: columns GUARDIANS."""
    own = guardianship.c
    statement = (
        sa.select(own.wbp_id, own.kind, officer.c.name, own.started_on)
        .join(officer, officer.c.id == own.officer_id)
        .where(own.wbp_id.in_(people), own.ended_on.is_(None))
        .order_by(own.started_on.desc(), own.id.desc())
    )
    return frame(session, statement, GUARDIANS)


def need_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row an assessed need, open ones first, then the newest: columns NEEDS."""
    own = need.c
    statement = (
        sa.select(
            own.wbp_id, own.need, code.c.label_id, code.c.label_en, own.assessed_on, own.level,
            own.source, own.litmas_number, own.closed_on,
        )
        .outerjoin(code, _coded(code, "kebutuhan", own.need))
        .where(own.wbp_id.in_(people))
        .order_by(own.closed_on.is_not(None), own.assessed_on.desc(), code.c.order, own.need)
    )  # fmt: skip
    return frame(session, statement, NEEDS)


def incident_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row an entry of Register F, the newest first: columns INCIDENTS, labels of sanctions."""
    own = incident.c
    statement = (
        sa.select(
            own.wbp_id, own.occurred_on, unit.c.code, own.severity, own.proven, code.c.label_id,
            code.c.label_en,
        )
        .join(unit, unit.c.id == own.unit_id)
        .outerjoin(code, _coded(code, "hukuman_disiplin", own.sanction))
        .where(own.wbp_id.in_(people))
        .order_by(own.occurred_on.desc(), own.number.desc())
    )  # fmt: skip
    return frame(session, statement, INCIDENTS)


def right_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row a right asked for, the newest first: columns RIGHTS."""
    own = entitlement.c
    statement = (
        sa.select(
            own.wbp_id, own.kind, unit.c.code, own.proposed_on, own.hearing_on,
            own.hearing_result, own.decided_on, own.decree,
        )
        .join(unit, unit.c.id == own.unit_id)
        .where(own.wbp_id.in_(people))
        .order_by(own.proposed_on.desc(), own.kind)
    )  # fmt: skip
    return frame(session, statement, RIGHTS)


def _coded(labels: Any, code_list: str, entry: Any) -> "sa.ColumnElement[bool]":
    return sa.and_(labels.c.list == code_list, labels.c.code == entry)
