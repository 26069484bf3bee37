"""The command that says how this unit writes days and numbers, and what may be read."""

from typing import Annotated

import typer

from dashboard.cli import app
from dashboard.cli.shared import open_door


@app.command()
def setting(
    key: Annotated[
        str | None, typer.Argument(help="urutan_tanggal, tanda_desimal atau baca_nik.")
    ] = None,
    value: Annotated[str | None, typer.Argument(help="Nilai baru.")] = None,
) -> None:
    """Lihat atau ubah pengaturan impor. Contoh: sinergi setting urutan_tanggal BHT"""
    from data.importing.house_rules import change_setting, house_settings
    from data.opening import LOCAL_OFFICER

    door = open_door()
    if key is not None:
        with door.writing(LOCAL_OFFICER) as session:
            change_setting(session, LOCAL_OFFICER, key, value or "")
    with door.reading(LOCAL_OFFICER) as session:
        for name, now in house_settings(session).items():
            print(f"{name} = {now}")
