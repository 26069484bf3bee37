"""Commands that make, keep and serve a database."""

import os
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli import app
from dashboard.cli.shared import open_door, settings, talk, today
from dashboard.cli.taking_in import progress_bar, report
from data.errors import ExitStatus, SinergiError

if TYPE_CHECKING:
    from models.codes import UnitKind
    from models.door import Door

HOST, PORT = "127.0.0.1", 8501


@app.command()
def init(
    nyata: Annotated[
        bool, typer.Option("--nyata", help="Data nyata: satu petugas, satu unit.")
    ] = False,
    contoh: Annotated[
        bool, typer.Option("--contoh", help="Hanya data rekaan; layar menyatakan DATA CONTOH.")
    ] = False,
    unit: Annotated[str | None, typer.Option(help="Kode satker unit (dengan --nyata).")] = None,
    unit_name: Annotated[str | None, typer.Option(help="Nama unit.")] = None,
    unit_kind: Annotated[str, typer.Option(help="LAPAS, RUTAN, LPKA, BAPAS, ...")] = "LAPAS",
    legal_basis: Annotated[str | None, typer.Option(help="Dasar hukum pemrosesan data.")] = None,
    disk_encrypted: Annotated[
        bool | None, typer.Option(help="Apakah disk komputer ini terenkripsi.")
    ] = None,
) -> None:
    """Buat atau perbarui basis data. Contoh: sinergi init --nyata"""
    from data.opening import OwnUnit, make_real, prepare
    from models.codes import DatabaseMode
    from models.door import Door
    from models.migrating import current_revision

    door = Door(settings().url)
    if door.is_sqlite and door.url.database:
        Path(door.url.database).parent.mkdir(parents=True, exist_ok=True)
    if nyata == contoh and current_revision(door) is None:
        raise SinergiError(
            "mode_wajib",
            "Pilih: `sinergi init --nyata` (data nyata) atau `sinergi init --contoh` (rekaan).",
            "Choose: `sinergi init --nyata` (real data) or `sinergi init --contoh` (fictional).",
            ExitStatus.USAGE,
        )
    mode = DatabaseMode.NYATA if nyata else DatabaseMode.DEMO
    answers = None
    if nyata:
        answers = OwnUnit(
            unit or typer.prompt("Kode satker unit"),
            unit_name or typer.prompt("Nama unit"),
            _unit_kind(unit_kind),
            legal_basis or typer.prompt("Dasar hukum pemrosesan data"),
            typer.confirm("Apakah disk komputer ini terenkripsi?")
            if disk_encrypted is None else disk_encrypted,
        )  # fmt: skip
    prepare(door, backups=settings().backups, today=today(), mode=mode)
    if answers is not None:
        make_real(door, answers)
        talk().print("MODE SATU PETUGAS - belum ada akun dan hak akses; jangan dibagikan, "
                     "jangan dipasang di jaringan.")  # fmt: skip
        if not answers.disk_encrypted:
            talk().print("Peringatan: disk tidak terenkripsi. Nyalakan BitLocker atau FileVault.")
    talk().print("Basis data siap.")


def _unit_kind(text: str) -> "UnitKind":
    from models.codes import UnitKind

    try:
        return UnitKind.of(text)
    except ValueError:
        allowed = ", ".join(UnitKind)
        raise SinergiError(
            "jenis_unit", f"Jenis unit [{text}] tidak ada. Pilihan: {allowed}.",
            f"There is no kind of unit [{text}]. Choose: {allowed}.", ExitStatus.USAGE,
        ) from None  # fmt: skip


@app.command()
def demo(
    serve: Annotated[bool, typer.Option(help="Buka layar setelah siap.")] = True,
    port: Annotated[int, typer.Option(help="Port.")] = PORT,
    people: Annotated[int, typer.Option(help="Jumlah orang contoh.")] = 3000,
) -> None:
    """Coba dengan DATA CONTOH dalam basis data tersendiri. Contoh: sinergi demo"""
    from data.opening import LOCAL_OFFICER, is_empty, prepare, stop_the_clock
    from data.tallying import renew
    from models.codes import DatabaseMode
    from models.door import Door

    here = settings()
    door = Door(here.demo_url)
    prepare(door, backups=here.backups, today=today(), mode=DatabaseMode.DEMO)
    if is_empty(door):
        from data.importing.road import import_files
        from data.importing.runs import Options
        from data.synthetic import LAST_DAY, write_demo

        write_demo(here.demo_files, people=people)
        with progress_bar([here.demo_files]) as progress:
            options = Options(today=today(), progress=progress)
            outcomes = import_files(door, LOCAL_OFFICER, [here.demo_files], options)
        stop_the_clock(door, LAST_DAY)
        for outcome in outcomes:
            report(talk(), outcome)
    renew(door)
    print(f"http://{HOST}:{port}")
    if serve:
        _serve(door, here.demo_url, HOST, port, browser=True)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Alamat; data nyata hanya 127.0.0.1.")] = HOST,
    port: Annotated[int, typer.Option(help="Port.")] = PORT,
    browser: Annotated[bool, typer.Option(help="Buka peramban.")] = True,
) -> None:
    """Buka layar atas basis data ini. Contoh: sinergi serve"""
    door = open_door()
    print(f"http://{host}:{port}")
    _serve(door, settings().url, host, port, browser=browser)


def _serve(door: "Door", url: str, host: str, port: int, *, browser: bool) -> None:
    from data.opening import check_host, check_ready
    from models.backup import back_up_daily

    check_host(check_ready(door), host)
    if door.is_sqlite:
        back_up_daily(door, settings().backups)
    door.close()
    os.environ["SINERGI_DATABASE"] = url
    from dashboard.server import serve as run

    if browser and "CI" not in os.environ:
        webbrowser.open(f"http://{host}:{port}")
    run(host, port)


@app.command()
def backup(
    folder: Annotated[Path | None, typer.Option(help="Folder cadangan.")] = None,
) -> None:
    """Cadangkan basis data dan pindaiannya, terverifikasi. Contoh: sinergi backup"""
    from models.backup import back_up

    copy = back_up(open_door(), folder or settings().backups)
    _tell_missing(copy)
    print(copy)


def _tell_missing(database: Path) -> None:
    from models.backup import missing_files
    from models.kept_files import folder_of

    if missing := missing_files(database):
        talk().print(f"Peringatan: {len(missing)} pindaian tidak ada atau rusak di "
                     f"{folder_of(database)}.")  # fmt: skip


@app.command()
def restore(
    path: Annotated[Path, typer.Argument(help="Berkas cadangan.")],
    dry_run: Annotated[bool, typer.Option(help="Periksa saja, jangan memulihkan.")] = False,
    yes: Annotated[bool, typer.Option(help="Jangan bertanya.")] = False,
    other_mode: Annotated[
        bool, typer.Option("--ganti-mode", help="Data contoh boleh menggantikan data nyata.")
    ] = False,
) -> None:
    """Pulihkan dari cadangan; yang diganti disimpan di sampingnya. Contoh: sinergi restore X.db"""
    from models.backup import restore as bring_back
    from models.backup import verify
    from models.door import Door

    door = Door(settings().url)
    if not door.is_sqlite or not door.url.database:
        raise SinergiError(
            "bukan_sqlite", "Pulihkan PostgreSQL dengan pg_restore.",
            "Restore PostgreSQL with pg_restore.", ExitStatus.USAGE,
        )  # fmt: skip
    verify(path)
    if dry_run:
        _tell_missing(path)
        talk().print(f"{path.name} utuh dan dapat dipulihkan.")
        return
    if not yes:
        typer.confirm(f"Ganti basis data dengan {path.name}?", abort=True)
    door.close()
    target = Path(door.url.database)
    bring_back(path, target, other_mode=other_mode)
    _tell_missing(target)
    talk().print("Dipulihkan. Basis data sebelumnya disimpan di sampingnya.")
