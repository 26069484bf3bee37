"""The file of a TPP hearing given out: recorded first, with its purpose and no name in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from dashboard.documents.dossier import KIND, dossier_pdf
from dashboard.documents.giving import GivenFile
from dashboard.texts.catalogue import language
from data.exporting.documents import Paper, give_document
from data.reports.dossier import Dossiers, dossiers, hearing_dossiers
from models.codes import PurposeKind
from models.door import Door, Viewer


@dataclass(frozen=True)
class Wanted:
    """Whose pages: those of a hearing (perhaps of one unit), or the people with these ids."""

    hearing_on: date | None = None
    unit: str | None = None
    people: Sequence[int] = ()

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What the record says: never who."""
        if self.hearing_on is None:
            return (("people", str(len(self.people))),)
        unit = (("unit", self.unit),) if self.unit else ()
        return (("hearing", self.hearing_on.isoformat()), *unit)


def give_dossiers(
    door: Door, viewer: Viewer, wanted: Wanted, purpose: PurposeKind, *, today: date
) -> GivenFile:
    """The PDF and its name. Raises `SinergiError` where nobody is meant, before any record."""
    with door.reading(viewer) as session:
        report = _report(session, wanted, today)

    def write(_session: Session, record: int) -> bytes:
        return dossier_pdf(report, today, record)

    paper = Paper(KIND, wanted.about, "pdf", purpose=purpose)
    body = give_document(door, viewer, paper, write)
    return GivenFile(f"berkas-tpp-{wanted.hearing_on or today:%Y-%m-%d}.pdf", body)


def _report(session: Session, wanted: Wanted, today: date) -> Dossiers:
    if wanted.hearing_on is not None:
        return hearing_dossiers(
            session, wanted.hearing_on, wanted.unit, today=today, language=language()
        )
    return dossiers(session, wanted.people, hearing_on=None, today=today, language=language())
