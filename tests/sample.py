"""The sample data in a database of its own, made as `sinergi demo` makes it."""

from datetime import date
from pathlib import Path

from data.importing.road import import_files
from data.importing.runs import Options
from data.opening import LOCAL_OFFICER, prepare
from data.synthetic import write_demo
from data.tallying import renew
from models.codes import DatabaseMode
from models.door import Door

TODAY = date(2026, 7, 1)


def sample(folder: Path, people: int, *, today: date = TODAY) -> str:
    """The address of a new database in `folder` with the sample data, as known on that day."""
    url = f"sqlite:///{folder / 'sinergi.db'}"
    door = Door(url)
    prepare(door, backups=folder / "cadangan", today=today, mode=DatabaseMode.DEMO)
    write_demo(folder / "berkas", people=people)
    import_files(door, LOCAL_OFFICER, [folder / "berkas"], Options(today=today))
    renew(door)
    door.close()
    return url
