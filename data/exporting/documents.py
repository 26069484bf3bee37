"""Documents given out: each is recorded before it is made, and carries the record's number."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

import models
from models.base import utc_now
from models.codes import DisclosureLevel, PurposeKind
from models.door import Door, Viewer


@dataclass(frozen=True)
class Paper:
    """What is given out: the kind of document, what it is about, and as what kind of file."""

    kind: str
    about: tuple[tuple[str, str], ...]
    file_kind: str
    level: DisclosureLevel = DisclosureLevel.UNIT
    purpose: PurposeKind = PurposeKind.LAPORAN


def give_document(
    door: Door, viewer: Viewer, paper: Paper, write: Callable[[Session, int], bytes]
) -> bytes:
    """The bytes that `write(session, record number)` makes from one state of the data.

    The `ExportRecord` is committed first; one without a hash never became a file.
    """
    with door.writing(viewer) as session:
        record = models.ExportRecord(
            account=viewer.account, dataset=paper.kind, columns=[],
            filter={**dict(paper.about), "file": paper.file_kind},
            level=paper.level, purpose=paper.purpose,
        )  # fmt: skip
        session.add(record)
        session.flush()
        number = int(record.id or 0)
    with door.reading(viewer) as session:
        body = write(session, number)
    with door.writing(viewer) as session:
        kept = session.get_one(models.ExportRecord, number)
        kept.sha256, kept.updated_at = hashlib.sha256(body).hexdigest(), utc_now()
    return body
