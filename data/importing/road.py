"""The road whole: files in, one transaction, an account of what happened out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

import models
from data.errors import ExitStatus, SinergiError
from data.importing import bundle_issues, issues
from data.importing.bundles import already_in, check_order, opened_bundle
from data.importing.issues import FileRefused, Issue
from data.importing.mapping import Plan, plan
from data.importing.profiles import shipped_profiles
from data.importing.reading import open_source
from data.importing.refused import purge_refused
from data.importing.runs import Options, Outcome, Run
from data.importing.snapshots import withdraw
from data.importing.sources import Source
from data.importing.stopped import told_in_words
from data.importing.unfolding import take_matrix
from data.sheets import sheets
from models.door import BUSY_TIMEOUT_MS, Door, Viewer


class _DryRun(Exception):
    """Raised inside the transaction so that nothing of a dry run stays."""


def import_files(
    door: Door, viewer: Viewer, paths: Sequence[Path], options: Options
) -> list[Outcome]:
    """Import files (or the files of folders), parents first, all in one transaction.

    Raises `FileRefused` for a file that cannot be taken at all, and `SinergiError` when
    `all_or_nothing` is asked and a row was refused; then nothing is written. When the database
    goes away in the middle, all is tried once more.
    """
    with told_in_words():
        try:
            return _in_one_transaction(door, viewer, paths, options)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        return _in_one_transaction(door, viewer, paths, options)


def _in_one_transaction(
    door: Door, viewer: Viewer, paths: Sequence[Path], options: Options
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    try:
        with door.writing(viewer) as session:
            outcomes = take_files(session, viewer, paths, options)
            if options.dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return outcomes


def take_files(
    session: Session, viewer: Viewer, paths: Sequence[Path], options: Options
) -> list[Outcome]:
    """The same inside a transaction of the caller, who decides whether it stays."""
    _one_import_at_a_time(session)
    purge_refused(session)
    files = files_in(paths)
    single = [open_source(path) for path in files if not _is_bundle(path)]
    opened = [(source, plan(source, options.profiles, options.table)) for source in single]
    outcomes: list[Outcome] = []
    for source, mapped in _parents_first(opened):
        outcomes.extend(_take(session, viewer, source, mapped, options))
    for path in filter(_is_bundle, files):
        outcomes.extend(_take_bundle(session, viewer, path, options))
    _check_signed_agreements(session)
    if options.all_or_nothing and any(o.refused_rows for o in outcomes):
        raise _some_refused(outcomes)
    return outcomes


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The files named, and the data files of the folders named; lock files of Excel left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(sorted(p for p in path.iterdir() if _is_data(p)))
        elif path.exists():
            found.append(path)
        else:
            raise SinergiError(
                "berkas_tidak_ada", f"Berkas {path} tidak ada.", f"File {path} does not exist.",
                ExitStatus.USAGE,
            )  # fmt: skip
    return found


def _is_data(path: Path) -> bool:
    known = path.suffix.lower() in (".csv", ".xlsx", ".zip") and path.is_file()
    return known and not path.name.startswith("~$")


def _is_bundle(path: Path) -> bool:
    return path.suffix.lower() == ".zip"


def _one_import_at_a_time(session: Session) -> None:
    """On PostgreSQL a second import waits here; on SQLite the write lock did it already.

    There its sorts get as much memory as SQLite's have.
    """
    if session.connection().dialect.name == "postgresql":
        session.execute(sa.text("SET LOCAL work_mem = '32MB'"))
        session.execute(sa.text(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}"))
        session.execute(sa.text("LOCK TABLE import_batch IN SHARE ROW EXCLUSIVE MODE"))


def _parents_first(opened: list[tuple[Source, Plan]]) -> list[tuple[Source, Plan]]:
    order = {sheet.name: position for position, sheet in enumerate(sheets())}
    return sorted(opened, key=lambda pair: order[pair[1].tables[0]])


def _take(
    session: Session, viewer: Viewer, source: Source, mapped: Plan, options: Options
) -> list[Outcome]:
    names = source.path.name
    waiver = options.waiver
    previous = None if waiver else _already_imported(session, source)
    if previous is not None:
        return [Outcome(names, mapped.tables[0], mapped.headings, already=previous)]
    if mapped.matrix is not None:
        outcomes = take_matrix(session, viewer, source, mapped, options)
    else:
        wanted = (t for t in mapped.targets if waiver is None or waiver.table == t.table)
        outcomes = [Run(session, viewer, source, mapped, t, options).go() for t in wanted]
    if open_source(source.path).sha256 != source.sha256:
        raise FileRefused(Issue(issues.CHANGED_WHILE_READ), names)
    return outcomes


def _take_bundle(session: Session, viewer: Viewer, path: Path, options: Options) -> list[Outcome]:
    """All tables of a bundle, whole or not at all; what a snapshot lacks is withdrawn."""
    with opened_bundle(path) as bundle:
        check_order(session, bundle)
        sources = [open_source(member.path) for member in bundle.members]
        previous = already_in(session, bundle, {source.sha256 for source in sources})
        if previous is not None:
            return [Outcome(path.name, bundle.members[0].table, (), already=previous)]
        inside = replace(options, manifest=bundle.manifest, inside=f"{bundle.name}/")
        runs: list[Run] = []
        for member, source in zip(bundle.members, sources, strict=True):
            mapped = _member_plan(source, member.table, bundle.name)
            runs.append(Run(session, viewer, source, mapped, mapped.targets[0], inside))
            if runs[-1].go().refused_rows:
                raise _some_refused([run.outcome for run in runs])
        if bundle.manifest.snapshot:
            withdraw(runs, bundle.manifest)
    return [run.outcome for run in runs]


def _member_plan(source: Source, table: str, bundle: str) -> Plan:
    """How a member becomes rows of its table: by our own headings only, by no profile."""
    try:
        return plan(source, (), table)
    except FileRefused as refused:
        if not _is_attendance_sheet(source):
            raise
        details = {"allowed": source.path.name}
        raise FileRefused(Issue(bundle_issues.SHEET_INSIDE, details=details), bundle) from refused


def _is_attendance_sheet(source: Source) -> bool:
    try:
        return plan(source, shipped_profiles()).matrix is not None
    except FileRefused:
        return False


def _already_imported(session: Session, source: Source) -> tuple[str, str] | None:
    """When and by whom these very bytes went in whole, unless that was undone."""
    batch = models.metadata.tables["import_batch"]
    query = (
        sa.select(batch.c.created_at, batch.c.account, batch.c.refused, batch.c.set_aside)
        .where(batch.c.sha256 == source.sha256, batch.c.undone_at.is_(None))
        .order_by(batch.c.id.desc())
    )
    rows = session.execute(query).all()
    if not rows or any(row.refused or row.set_aside for row in rows):
        return None
    return rows[0].created_at.isoformat(timespec="minutes"), rows[0].account


def _some_refused(outcomes: list[Outcome]) -> SinergiError:
    count = sum(len(outcome.refused_rows) for outcome in outcomes)
    first = next(o.reasons[line][0] for o in outcomes for line in o.reasons)
    return SinergiError(
        "semua_atau_tidak",
        f"{count} baris ditolak, jadi tidak ada yang disimpan. Pertama: {first.sentence('id')}",
        f"{count} rows were refused, so nothing was stored. First: {first.sentence('en')}",
    )


def _check_signed_agreements(session: Session) -> None:
    """Say it in words before the database refuses at commit: two parties before signing."""
    agreement = models.metadata.tables["agreement"]
    party = models.metadata.tables["agreement_party"]
    parties = sa.func.count(party.c.id)
    query = (
        sa.select(agreement.c.code, parties)
        .join_from(agreement, party, (party.c.agreement_id == agreement.c.id)
                   & (party.c.position <= 2), isouter=True)
        .where(agreement.c.signed_on.is_not(None))
        .group_by(agreement.c.id, agreement.c.code).having(parties < 2)
    )  # fmt: skip
    lacking = [code for code, _ in session.execute(query)]
    if lacking:
        names = ", ".join(lacking[:10])
        raise SinergiError(
            "pihak_belum_lengkap",
            f"Perjanjian yang ditandatangani perlu dua pihak (urutan 1 dan 2): {names}. "
            "Impor berkas perjanjian bersama berkas para pihaknya (folder yang sama).",
            f"A signed agreement needs two parties (positions 1 and 2): {names}. "
            "Import the agreements together with the file of their parties (one folder).",
        )
