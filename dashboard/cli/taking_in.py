"""Commands that bring rows in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli import app
from dashboard.cli.shared import open_door, talk, today

if TYPE_CHECKING:
    from rich.console import Console

    from data.importing.profiles import Profile
    from data.importing.runs import Outcome, Progress

SHOWN = 20


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Berkas CSV, XLSX, ZIP, atau folder.")],
    table: Annotated[str | None, typer.Option(help="Tabel, bila judul kolom tidak pasti.")] = None,
    profile: Annotated[Path | None, typer.Option(help="Profil TOML untuk lembar asing.")] = None,
    all_or_nothing: Annotated[
        bool, typer.Option(help="Tolak semua bila ada yang ditolak.")
    ] = False,
    dry_run: Annotated[bool, typer.Option(help="Laporkan saja, jangan menulis.")] = False,
    refused: Annotated[
        Path | None,
        typer.Option(help="Folder untuk baris yang ditolak (bawaan: di samping berkas)."),
    ] = None,
) -> None:
    """Impor berkas; induk lebih dahulu, satu transaksi. Contoh: sinergi import data-juli/"""
    from data.importing.refused import by_file
    from data.importing.road import import_files
    from data.importing.runs import Options
    from data.opening import LOCAL_OFFICER

    profiles = _profiles(profile)
    with progress_bar(paths) as progress:
        options = Options(today(), table, profiles, all_or_nothing, dry_run, progress)
        outcomes = import_files(open_door(), LOCAL_OFFICER, paths, options)
    console = talk()
    if outcomes and all(map(_silent, outcomes)):
        console.print("Tidak ada yang berubah.")
    for outcome in outcomes:
        if _silent(outcome):
            continue
        report(console, outcome, dry_run=dry_run)
    for outcome in by_file(outcomes):
        write_refused(console, outcome, refused or _beside(paths[0]))
    if any(outcome.refused_rows for outcome in outcomes):
        raise typer.Exit(3)


@app.command("history")
def history_(
    most: Annotated[int, typer.Option(help="Berapa kiriman terakhir.")] = 20,
    profile: Annotated[
        int | None, typer.Option(help="Tulis profil (TOML) yang membaca kiriman nomor ini.")
    ] = None,
) -> None:
    """Daftar kiriman yang pernah masuk, terbaru dahulu. Contoh: sinergi history"""
    from data.importing.history import history, kept_profile
    from data.opening import LOCAL_OFFICER

    with open_door().reading(LOCAL_OFFICER) as session:
        if profile is not None:
            print(kept_profile(session, profile))
            return
        entries = history(session, most=most)
    for one in entries:
        undone = f" [dibatalkan oleh {one.undone_by}]" if one.is_undone else ""
        waiting = f", {one.waiting} menunggu keputusan" if one.waiting else ""
        print(
            f"{one.id}\t{one.at:%Y-%m-%d %H:%M} UTC\t{one.file_name} -> {one.table}\t"
            f"{one.new} baru, {one.changed} berubah, {one.unchanged} tetap, {one.refused} ditolak, "
            f"{one.set_aside} disisihkan{waiting}{undone}"
        )


@app.command("undo")
def undo_(
    batch: Annotated[int, typer.Argument(help="Nomor kiriman dari `sinergi history`.")],
    dry_run: Annotated[bool, typer.Option(help="Laporkan saja, jangan menulis.")] = False,
    alone: Annotated[
        bool, typer.Option("--only-this", help="Bukan seluruh berkas, hanya tabel kiriman ini.")
    ] = False,
) -> None:
    """Batalkan sebuah kiriman beserta tabel lain dari berkasnya. Contoh: sinergi undo 12"""
    from data.importing.undoing import rehearse_undo, together, undo
    from data.opening import LOCAL_OFFICER

    door = open_door()
    with door.reading(LOCAL_OFFICER) as session:
        batches = [batch] if alone else together(session, batch)
    if dry_run:
        done = rehearse_undo(door, LOCAL_OFFICER, batches)
    else:
        with door.writing(LOCAL_OFFICER) as session:
            done = undo(session, LOCAL_OFFICER, batches)
    console = talk()
    numbers = ", ".join(map(str, batches))
    console.print(f"{'(uji coba) ' if dry_run else ''}Kiriman {numbers} dibatalkan.")
    for table in sorted({*done.removed, *done.restored}):
        console.print(
            f"  {table}: {done.removed[table]} dihapus, {done.restored[table]} dipulihkan."
        )


@app.command("waiting")
def waiting_() -> None:
    """Baris yang menunggu keputusan. Contoh: sinergi waiting"""
    from data.importing.deciding import waiting
    from data.opening import LOCAL_OFFICER

    with open_door().reading(LOCAL_OFFICER) as session:
        rows = waiting(session)
    for row in rows:
        places = ", ".join(filter(None, row.headings))
        print(
            f"{row.batch_id}\t{row.line}\t{row.file_name} -> {row.table}\t"
            f"{', '.join(row.rules)}" + (f"\t{places}" if places else "")
        )


@app.command("decide")
def decide_(
    batch: Annotated[int, typer.Argument(help="Nomor kiriman dari `sinergi waiting`.")],
    line: Annotated[int, typer.Argument(help="Baris dari `sinergi waiting`.")],
    dropped: Annotated[bool, typer.Option("--drop", help="Buang baris ini.")] = False,
    cell: Annotated[
        list[str] | None, typer.Option(help="Isi yang benar, mis. --cell jenis_mitra=SWASTA.")
    ] = None,
    person: Annotated[int | None, typer.Option(help="Orang yang dimaksud (nomornya).")] = None,
    profile: Annotated[Path | None, typer.Option(help="Profil TOML yang membacanya dulu.")] = None,
) -> None:
    """Terima (atau --drop) satu baris yang menunggu. Contoh: sinergi decide 12 14 --person 3"""
    from data.importing.deciding import Answer, accept, candidates, drop, one_waiting
    from data.importing.runs import Options
    from data.opening import LOCAL_OFFICER

    options = Options(today(), profiles=_profiles(profile))
    cells = dict(_pair(text) for text in cell or ())
    console = talk()
    with open_door().writing(LOCAL_OFFICER) as session:
        row = one_waiting(session, batch, line)
        if dropped:
            drop(session, LOCAL_OFFICER, row)
            console.print(f"Baris {line} dari kiriman {batch} dibuang.")
            return
        if person is None and "orang_tidak_pasti" in row.rules:
            for one in candidates(session, row):
                console.print(f"  --person {one.id}: {one.name} ({', '.join(one.numbers)})")
        outcome = accept(session, LOCAL_OFFICER, row, Answer(cells, person), options)
    report(console, outcome)


def _profiles(own: Path | None) -> "tuple[Profile, ...]":
    """One's own profile, if any, before those that come with the program."""
    from data.importing.profiles import read_profile, shipped_profiles

    return (*((read_profile(own),) if own else ()), *shipped_profiles())


def _pair(text: str) -> tuple[str, str]:
    heading, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"[{text}] ? --cell kolom=isi")
    return heading, value


def _silent(outcome: "Outcome") -> bool:
    """A table of a bundle in which nothing happened is not worth its lines."""
    counts = outcome.counts
    happened = counts.new + counts.changed + counts.refused + counts.set_aside
    return "/" in outcome.file_name and happened == 0


def _beside(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def report(console: "Console", outcome: "Outcome", *, dry_run: bool = False) -> None:
    """Say in words what a file did."""
    name = f"{outcome.file_name} → {outcome.table}"
    if outcome.already:
        when, who = outcome.already
        console.print(f"{name}: sudah diimpor {when} oleh {who}; tidak ada yang berubah.")
        return
    counts = outcome.counts
    prefix = "(uji coba) " if dry_run else ""
    console.print(
        f"{prefix}{name}: {counts.new} baru, {counts.changed} berubah, "
        f"{counts.unchanged} tetap, {counts.refused} ditolak, {counts.set_aside} disisihkan."
    )
    for issue in outcome.issues:
        console.print(f"  {issue.sentence('id')}")
    reasons = [issue for found in outcome.reasons.values() for issue in found]
    for issue in sorted(reasons, key=lambda issue: issue.line or 0)[:SHOWN]:
        console.print(f"  {issue.sentence('id')}")
    if len(reasons) > SHOWN:
        console.print(f"  ... dan {len(reasons) - SHOWN} hal lain dalam berkas baris ditolak.")


def write_refused(console: "Console", outcome: "Outcome", folder: Path) -> None:
    """Write the refused and set-aside rows with line and reason, to be corrected and imported."""
    if not outcome.refused_rows:
        return
    from data.importing.refused import refused_csv

    path = folder / f"{Path(outcome.file_name).stem}.ditolak.csv"
    path.write_bytes(refused_csv(outcome))
    console.print(f"  Baris yang belum masuk: {path.name} (perbaiki, lalu impor berkas itu).")


class progress_bar:  # noqa: N801  used like a function
    """A bar on standard error: rows of all files, rows a second, and the time that is left."""

    def __init__(self, paths: list[Path]) -> None:
        """The lines of the files say where the end is, unless one is a workbook."""
        from data.importing.pace import Pace, count_lines

        self._pace = Pace(count_lines(paths))

    def __enter__(self) -> "Progress":
        """Start the bar."""
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(),
            TextColumn("{task.completed:,.0f} baris, {task.fields[speed]:,.0f} baris/dtk, sisa"),
            TimeRemainingColumn(), console=talk(), transient=True,
        )  # fmt: skip
        self._bar.start()
        task = self._bar.add_task("impor", total=self._pace.total, speed=0)

        def step(name: str, rows: int) -> None:
            now = self._pace.step(name, rows)
            total = None if now.share is None else self._pace.total
            self._bar.update(task, description=name, completed=now.rows, total=total,
                             speed=now.rows_a_second)  # fmt: skip

        return step

    def __exit__(self, *_: object) -> None:
        """Stop the bar."""
        self._bar.stop()
