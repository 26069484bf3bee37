"""A document as a file that is recorded: the same on the command line and on a screen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from dashboard.documents.content import Document
from dashboard.documents.rendering import FileKind, rendered
from data.exporting.documents import Paper, give_document
from models.door import Door, Viewer


@dataclass(frozen=True)
class GivenFile:
    """A file and its name."""

    name: str
    body: bytes


def give_file(
    door: Door, viewer: Viewer, paper: Paper, file_kind: FileKind, made_on: date,
    build: Callable[[Session, int], Document],
) -> GivenFile:  # fmt: skip
    """The file of the document that `build(session, record number)` makes; it is recorded first."""
    names: list[str] = []

    def write(session: Session, record: int) -> bytes:
        document = build(session, record)
        names.append(f"{document.name}.{file_kind}")
        return rendered(document, file_kind, made_on)

    body = give_document(door, viewer, paper, write)
    return GivenFile(names[-1], body)
