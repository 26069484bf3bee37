"""Rows that wait for a person: which they are, and what becomes of each.

A decision either drops a row or takes it in by the same road as any file: with the answers that
were missing (a cell, a person) and past the rules that asked. The row as received is then
forgotten; who decided what, and when, stays in the changes.
"""

import csv
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.importing.issues import Issue
from data.importing.profiles import profile_in
from data.importing.road import import_files, take_files
from data.importing.runs import Options, Outcome
from data.importing.waiving import Waiver
from models.base import utc_now
from models.codes import IdentifierKind, RowAction, Verdict
from models.door import Door, Viewer

_REJECTED, _BATCH = models.metadata.tables["rejected_row"], models.metadata.tables["import_batch"]


@dataclass(frozen=True)
class Waiting:
    """One line of a file that waits: where it comes from, what was asked, and what it says.

    `profile` is the name of the one that read it, shipped or somebody's own; with its TOML.
    """

    batch_id: int
    line: int
    file_name: str
    table: str
    at: datetime
    received: Mapping[str, str]
    rules: tuple[str, ...]
    headings: tuple[str, ...]
    profile: str | None = None
    profile_text: str | None = None


@dataclass(frozen=True)
class Answer:
    """What makes a row go in: corrected cells by heading, and the person whom it is about."""

    cells: Mapping[str, str] = field(default_factory=dict)
    person: int | None = None


@dataclass(frozen=True)
class Candidate:
    """A person to whom one of the row's numbers belongs, as their officer knows them."""

    id: int
    name: str
    numbers: tuple[str, ...]


def waiting(session: Session) -> list[Waiting]:
    """The lines that wait for a decision, oldest first; those also refused wait for a file."""
    other = _REJECTED.alias()
    refused = sa.exists().where(
        other.c.batch_id == _REJECTED.c.batch_id, other.c.line == _REJECTED.c.line,
        other.c.verdict == Verdict.R,
    )  # fmt: skip
    query = (
        sa.select(
            _REJECTED,
            _BATCH.c.file_name,
            _BATCH.c.table_name,
            _BATCH.c.profile,
            _BATCH.c.profile_text,
        )
        .join(_BATCH, _BATCH.c.id == _REJECTED.c.batch_id)
        .where(_REJECTED.c.verdict == Verdict.Q, ~refused, _BATCH.c.undone_at.is_(None))
        .order_by(_REJECTED.c.batch_id, _REJECTED.c.line, _REJECTED.c.id)
    )
    found: dict[tuple[int, int], Waiting] = {}
    for row in session.execute(query):
        key = (row.batch_id, row.line)
        if key not in found:
            found[key] = Waiting(*key, row.file_name, row.table_name, row.created_at,
                                 row.received, (), (), row.profile,
                                 row.profile_text)  # fmt: skip
        one = found[key]
        found[key] = replace(
            one, rules=(*one.rules, row.rule), headings=(*one.headings, row.heading)
        )
    return list(found.values())


def one_waiting(session: Session, batch_id: int, line: int) -> Waiting:
    """The line that waits there. Raises `SinergiError` when none does (any more)."""
    for one in waiting(session):
        if (one.batch_id, one.line) == (batch_id, line):
            return one
    raise SinergiError(
        "tidak_menunggu",
        f"Baris {line} dari kiriman {batch_id} tidak menunggu keputusan. Lihat `sinergi waiting`.",
        f"Line {line} of batch {batch_id} waits for no decision. See `sinergi waiting`.",
    )


def candidates(session: Session, row: Waiting) -> list[Candidate]:
    """The people who bear one of the numbers in this row."""
    number, wbp = models.metadata.tables["person_identifier"], models.metadata.tables["wbp"]
    values = {text.strip() for text in row.received.values() if text and text.strip()}
    named = (IdentifierKind.INDUK, IdentifierKind.REGISTER, IdentifierKind.BAPAS)
    ids = sa.select(number.c.wbp_id).where(number.c.value.in_(values), number.c.kind.in_(named))
    query = (
        sa.select(wbp.c.id, wbp.c.name, number.c.value)
        .join_from(wbp, number, number.c.wbp_id == wbp.c.id)
        .where(wbp.c.id.in_(ids), number.c.kind.in_(named))
        .order_by(wbp.c.id, number.c.id)
    )
    people: dict[int, Candidate] = {}
    for identity, name, value in session.execute(query):
        known = people.setdefault(identity, Candidate(identity, name, ()))
        people[identity] = replace(known, numbers=(*known.numbers, value))
    return list(people.values())


def rehearse_accept(
    door: Door, viewer: Viewer, row: Waiting, answer: Answer, options: Options
) -> list[Issue]:
    """What still stands against the row with this answer; nothing when it would go in.

    With an empty answer, and no rule waived, it says again why the row waits.
    """
    with tempfile.TemporaryDirectory(prefix="sinergi-putusan-") as folder:
        path = _one_row_file(Path(folder), row, answer)
        waiver = Waiver(row.table, frozenset(), answer.person)
        asked = replace(
            _read_alike(row, options), waiver=waiver, dry_run=True, all_or_nothing=False
        )
        return _standing(import_files(door, viewer, [path], asked))


def accept(
    session: Session, viewer: Viewer, row: Waiting, answer: Answer, options: Options
) -> Outcome:
    """Take the row in, past what it waited for. Raises `SinergiError` with what still stands."""
    with tempfile.TemporaryDirectory(prefix="sinergi-putusan-") as folder:
        path = _one_row_file(Path(folder), row, answer)
        waiver = Waiver(row.table, frozenset(row.rules), answer.person)
        asked = replace(
            _read_alike(row, options), waiver=waiver, dry_run=False, all_or_nothing=False
        )
        outcomes = take_files(session, viewer, [path], asked)
    if standing := _standing(outcomes):
        raise SinergiError(
            "belum_dapat_diterima",
            f"Belum dapat diterima: {' '.join(issue.sentence('id') for issue in standing)}",
            f"Cannot be accepted yet: {' '.join(issue.sentence('en') for issue in standing)}",
        )
    _forget(session, viewer, row, "TERIMA", outcomes[0].batch_id)
    return outcomes[0]


def drop(session: Session, viewer: Viewer, row: Waiting) -> None:
    """Leave the row out for good."""
    _forget(session, viewer, row, "BUANG", None)


def _read_alike(row: Waiting, options: Options) -> Options:
    """The options with the profile that read the row the first time, and no other.

    It is kept with its batch; without it days and signs of numbers would be read otherwise.
    Raises `SinergiError` for a batch of the time before it was kept, when it is not given.
    """
    if row.profile is None:
        return options
    if row.profile_text is not None:
        return replace(options, profiles=(profile_in(row.profile_text, row.profile),))
    same = tuple(one for one in options.profiles if one.name == row.profile)
    if not same:
        command = f"sinergi decide {row.batch_id} {row.line} --profile PROFIL.toml"
        raise SinergiError(
            "profil_diperlukan",
            f"Baris ini dibaca dengan profil [{row.profile}], yang tidak tersimpan di sini. "
            f"Putuskan dengan berkasnya: `{command}`.",
            f"This row was read by the profile [{row.profile}], which is not kept here. "
            f"Decide with its file: `{command}`.",
        )
    return replace(options, profiles=same)


def _one_row_file(folder: Path, row: Waiting, answer: Answer) -> Path:
    unknown = set(answer.cells) - set(row.received)
    if unknown:
        names = ", ".join(sorted(unknown))
        raise SinergiError(
            "kolom_tidak_dikenal", f"Baris ini tidak punya kolom {names}.",
            f"This row has no column {names}.",
        )  # fmt: skip
    path = folder / f"keputusan-{row.batch_id}-{row.line}.csv"
    cells = {**row.received, **answer.cells}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerow(cells.keys())
        writer.writerow(cells.values())
    return path


def _standing(outcomes: Sequence[Outcome]) -> list[Issue]:
    """What kept the row out, without the line of a file that nobody sees."""
    return [
        replace(issue, line=None)
        for outcome in outcomes for found in outcome.reasons.values() for issue in found
    ]  # fmt: skip


def _forget(
    session: Session, viewer: Viewer, row: Waiting, decision: str, batch_id: int | None
) -> None:
    here = (_REJECTED.c.batch_id == row.batch_id, _REJECTED.c.line == row.line)
    session.execute(sa.delete(_REJECTED).where(*here))
    session.add(
        models.Change(
            account=viewer.account, table_name="rejected_row",
            row_key=f"{row.batch_id}:{row.line}", action=RowAction.HAPUS, at=utc_now(),
            before={"decision": decision, "rules": list(row.rules), "taken_by": batch_id},
        )
    )  # fmt: skip
