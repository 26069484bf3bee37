"""Commands that say what a comparison shows, and what it does not."""

from typing import Annotated

import typer

from dashboard.cli import app
from dashboard.cli.shared import as_of as day_of_the_data
from dashboard.cli.shared import open_door
from data.errors import ExitStatus, SinergiError

METHODS = ("newcombe", "miettinen-nurminen")


@app.command()
def compare(
    unit: Annotated[str, typer.Argument(help="Kode unit angkatan.")],
    cohort: Annotated[str, typer.Argument(help="Kode angkatan yang tempatnya diundi.")],
    days: Annotated[int, typer.Option(min=1, help="Hari setelah bebas yang diikuti.")] = 365,
    as_of: Annotated[
        str | None, typer.Option(help="Keadaan data pada hari ini (ISO); bawaan: hari ini.")
    ] = None,
    proven: Annotated[
        bool,
        typer.Option("--proven/--arrests", help="Hanya yang terbukti, atau setiap penangkapan."),
    ] = True,
    method: Annotated[str, typer.Option(help=f"Interval: {' atau '.join(METHODS)}.")] = METHODS[0],
) -> None:
    """Bandingkan menurut undian. Contoh: sinergi compare CTH002 PRG04-2407-1 --days 365"""
    from datetime import date

    from data.answers.lottery import comparison_lines, lottery_comparison
    from data.opening import LOCAL_OFFICER

    if method not in METHODS:
        raise SinergiError(
            "metode_tidak_dikenal", f"Metode [{method}] tidak ada. Pilihan: {', '.join(METHODS)}.",
            f"There is no method [{method}]. Choose: {', '.join(METHODS)}.", ExitStatus.USAGE,
        )  # fmt: skip
    try:
        known_on = date.fromisoformat(as_of) if as_of else day_of_the_data()
    except ValueError:
        raise SinergiError(
            "tanggal_salah", f"[{as_of}] bukan tanggal; pakai YYYY-MM-DD.",
            f"[{as_of}] is not a date; use YYYY-MM-DD.", ExitStatus.USAGE,
        ) from None  # fmt: skip
    with open_door().reading(LOCAL_OFFICER) as session:
        found = lottery_comparison(
            session, unit, cohort, within_days=days, proven=proven, as_of=known_on, method=method
        )
    for number, language in enumerate(("id", "en")):
        if number:
            print()
        print("\n".join(comparison_lines(found, language)))
