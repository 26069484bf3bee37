"""The `sinergi` command. Heavy imports stand inside commands, so that help is quick."""

import sys

import typer

from data.errors import ExitStatus, SinergiError

app = typer.Typer(
    help="Sinergi: program, peserta, mitra dan hasilnya. Contoh: sinergi import berkas.csv",
    no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    add_completion=False,
)  # fmt: skip


def main() -> None:
    """Run the command; errors meant for people end with their own exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    from dashboard.cli import (  # noqa: F401  they register commands
        adjusting,
        comparing,
        dossiers,
        giving_out,
        keeping,
        reporting,
        sheets,
        taking_in,
    )

    try:
        app()
    except SinergiError as error:
        print(error, file=sys.stderr)
        raise SystemExit(int(error.exit_status)) from None
    except Exception as error:
        status = _said(error)
        if status is None:
            raise
        raise SystemExit(int(status)) from None


def _said(error: Exception) -> ExitStatus | None:
    """Say an error of the tables' layer in words; None for any other, which is our bug.

    The layer is imported here, when something has gone wrong: help must not wait for it.
    """
    from models.backup import BackupError
    from models.location import NetworkLocationError

    if isinstance(error, BackupError):
        print(error, file=sys.stderr)
        return ExitStatus.NOTHING_DONE
    if isinstance(error, NetworkLocationError):
        print(
            f"Basis data [{error}] berada di folder jaringan; pindahkan ke disk komputer ini.\n"
            f"The database [{error}] lies on a network share; move it to this computer's disk.",
            file=sys.stderr,
        )
        return ExitStatus.NOT_READY
    return None
