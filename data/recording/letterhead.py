"""The lines above every document, as the office wants them; each change is remembered."""

from collections.abc import Mapping

from sqlmodel import Session, select

import models
from data.recording.history import image_of, remember
from data.reports.letterhead import LINES, PREFIX
from models.base import utc_now
from models.door import Viewer


def set_letterhead(session: Session, viewer: Viewer, lines: Mapping[str, str]) -> None:
    """Write these lines (`ministry`, `directorate`, `office`, `address`); an empty text clears one.

    Raises `KeyError` for another name.
    """
    for name, text in lines.items():
        if name not in LINES:
            raise KeyError(name)
        _write(session, viewer, PREFIX + name, " ".join(text.split()))


def _write(session: Session, viewer: Viewer, key: str, text: str) -> None:
    kept = session.exec(select(models.Setting).where(models.Setting.key == key)).first()
    before = None if kept is None else image_of(kept)
    if kept is None:
        kept = models.Setting(key=key, value=text)
    else:
        kept.value, kept.updated_at, kept.row_version = text, utc_now(), kept.row_version + 1
    session.add(kept)
    session.flush()
    remember(session, viewer, kept, before=before)
