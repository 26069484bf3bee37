"""Making a database ready: tables, reference data, and what it may hold."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlmodel import Session, select

import models
from data.errors import ExitStatus, SinergiError
from data.mismatch import newer
from data.queries.tables import SAMPLE_DAY
from data.reference import reference_folder
from models.backup import upgrade_with_backup
from models.codes import DatabaseMode, UnitKind
from models.door import Door, Viewer
from models.migrating import current_revision, known_revisions, newest_revision

if TYPE_CHECKING:
    from data.importing.runs import Progress

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LOCAL_OFFICER = Viewer("petugas-lokal")
DITJENPAS = "DITJENPAS"


@dataclass(frozen=True)
class OwnUnit:
    """The answers that real data need: which unit, on what legal basis, on which disk."""

    code: str
    name: str
    kind: UnitKind
    legal_basis: str
    disk_encrypted: bool


def prepare(
    door: Door,
    *,
    backups: Path,
    today: date,
    mode: DatabaseMode,
    progress: "Progress | None" = None,
) -> None:
    """Bring the schema up to date, write the state row and the reference data if new.

    Raises `SinergiError` for a database of a later version, and leaves it as it is.
    """
    # Here, because a server that only looks whether the database is ready reads no files.
    from data.importing.road import import_files
    from data.importing.runs import Options

    if door.is_sqlite and door.url.database:
        Path(door.url.database).parent.mkdir(parents=True, exist_ok=True)
    _refuse_newer(current_revision(door))
    upgrade_with_backup(door, backups)
    with door.writing(LOCAL_OFFICER) as session:
        if session.get(models.DatabaseState, 1) is None:
            session.add(models.DatabaseState(id=1, mode=mode))
    options = Options(today=today, progress=progress)
    import_files(door, LOCAL_OFFICER, [reference_folder()], options)


def stop_the_clock(door: Door, day: date) -> None:
    """Tell the sample data as of their last day: nothing is late only because time went on."""
    with door.writing(LOCAL_OFFICER) as session:
        session.add(models.Setting(key=SAMPLE_DAY, value=day.isoformat()))


def make_real(door: Door, answers: OwnUnit) -> None:
    """Bind the database to real data of one unit. Raises `SinergiError` when it is bound."""
    with door.writing(LOCAL_OFFICER) as session:
        state = session.get(models.DatabaseState, 1)
        if state is None or state.unit_id is not None or state.mode is not DatabaseMode.NYATA:
            raise SinergiError(
                "sudah_terikat",
                "Basis data ini sudah dipakai. Buat yang baru di folder lain (SINERGI_HOME).",
                "This database is in use already. Make a new one in another folder (SINERGI_HOME).",
            )
        unit = _unit(session, answers)
        state.unit_id = unit.id
        for key, value in (
            ("dasar_hukum", answers.legal_basis),
            ("disk_terenkripsi", "ya" if answers.disk_encrypted else "tidak"),
        ):
            session.add(models.Setting(key=key, value=value))


def _unit(session: Session, answers: OwnUnit) -> models.Unit:
    found = session.exec(select(models.Unit).where(models.Unit.code == answers.code)).first()
    if found is not None:
        return found
    parent = session.exec(select(models.Unit).where(models.Unit.code == DITJENPAS)).one()
    unit = models.Unit(code=answers.code, name=answers.name, kind=answers.kind,
                       parent_id=parent.id)  # fmt: skip
    session.add(unit)
    session.flush()
    return unit


def _refuse_newer(revision: str | None) -> None:
    if revision is not None and revision not in known_revisions():
        raise newer(revision)


def check_ready(door: Door) -> DatabaseMode:
    """The mode of a database that can be used. Raises `SinergiError` when it is not ready."""
    revision = current_revision(door)
    _refuse_newer(revision)
    if revision != newest_revision():
        made = revision is not None
        raise SinergiError(
            "belum_siap",
            "Basis data perlu diperbarui: jalankan `sinergi init`."
            if made else "Basis data belum dibuat: jalankan `sinergi init` atau `sinergi demo`.",
            "The database must be migrated: run `sinergi init`."
            if made else "There is no database yet: run `sinergi init` or `sinergi demo`.",
            ExitStatus.NOT_READY,
        )  # fmt: skip
    with door.reading(LOCAL_OFFICER) as session:
        state = session.get(models.DatabaseState, 1)
        if state is None:
            raise SinergiError("belum_siap", "Jalankan `sinergi init`.", "Run `sinergi init`.",
                               ExitStatus.NOT_READY)  # fmt: skip
        return state.mode


def check_host(mode: DatabaseMode, host: str) -> None:
    """Without accounts, real data are never offered to a network. Raises `SinergiError`."""
    if mode is DatabaseMode.NYATA and host not in LOOPBACK:
        raise SinergiError(
            "hanya_loopback",
            f"Mode satu petugas: belum ada akun, jadi hanya 127.0.0.1, bukan [{host}].",
            f"Single officer mode: there are no accounts yet, so only 127.0.0.1, not [{host}].",
            ExitStatus.USAGE,
        )


def is_empty(door: Door) -> bool:
    """Whether no person stands in the database yet."""
    with door.reading(LOCAL_OFFICER) as session:
        return session.exec(select(models.Wbp.id).limit(1)).first() is None


def shipped_codes(door: Door) -> dict[str, list[str]]:
    """The open lists of a database: list -> codes in order; and the attendance marks."""
    code = models.metadata.tables["code"]
    mark = models.metadata.tables["attendance_mark"]
    lists: dict[str, list[str]] = {}
    with door.reading(LOCAL_OFFICER) as session:
        query = sa.select(code.c.list, code.c.code).order_by(code.c.list, code.c.order, code.c.code)
        for name, value in session.execute(query.where(code.c.active)):
            lists.setdefault(name, []).append(value)
        lists["tanda_presensi"] = list(session.scalars(sa.select(mark.c.code)))
    return lists
