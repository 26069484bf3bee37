"""What the database itself says about an import: code lists, whose people, how days are written.

Settings (table `setting`): `urutan_tanggal` HBT or BHT, `tanda_desimal` , or ., `baca_nik` ya.
"""

from datetime import date

import sqlalchemy as sa
import sqlmodel as sm
from sqlmodel import Session

import models
from data.errors import ExitStatus, SinergiError
from data.importing.checking import CodeLists, Policy
from data.importing.parsing import Conventions
from models.base import utc_now
from models.codes import DatabaseMode, RowAction
from models.door import Viewer

CHOICES = {
    "urutan_tanggal": ("HBT", "BHT"),
    "tanda_desimal": (",", "."),
    "baca_nik": ("tidak", "ya"),
}  # fmt: skip


def own_unit(session: Session) -> str | None:
    """The code of the only unit whose people this database may hold (mode NYATA)."""
    state = models.metadata.tables["database_state"]
    unit = models.metadata.tables["unit"]
    query = (
        sa.select(unit.c.code).join_from(state, unit, unit.c.id == state.c.unit_id)
        .where(state.c.mode == DatabaseMode.NYATA)
    )  # fmt: skip
    return session.execute(query).scalar_one_or_none()


def policy(session: Session, today: date, conventions: Conventions | None = None) -> Policy:
    """What this database allows; `conventions` of a profile stand above those of the unit."""
    said = house_settings(session)
    unit = Conventions(said["urutan_tanggal"], said["tanda_desimal"])
    return Policy(today, own_unit(session), conventions or unit, said["baca_nik"] == "ya")


def code_lists(session: Session) -> CodeLists:
    """The open lists: list -> text in small letters (code or label) -> code; and the marks."""
    code = models.metadata.tables["code"]
    lists: dict[str, dict[str, str]] = {}
    columns = (code.c.list, code.c.code, code.c.label_id, code.c.label_en)
    for name, value, *labels in session.execute(sa.select(*columns)):
        for text in (value, *labels):
            lists.setdefault(name, {}).setdefault(text.casefold(), value)
    mark = models.metadata.tables["attendance_mark"]
    rows = sa.select(mark.c.code, mark.c.label_id, mark.c.label_en, mark.c.needs_note)
    for value, label_id, label_en, needs_note in session.execute(rows):
        for text in (value, label_id, label_en):
            lists.setdefault("tanda_presensi", {}).setdefault(text.casefold(), value)
            if needs_note:
                lists.setdefault("tanda_perlu_catatan", {})[text.casefold()] = value
    return lists


def house_settings(session: Session) -> dict[str, str]:
    """Each setting of the road and what it is now; the first of its choices unless it was set."""
    setting = models.metadata.tables["setting"]
    query = sa.select(setting.c.key, setting.c.value).where(setting.c.key.in_(CHOICES))
    usual = {key: choices[0] for key, choices in CHOICES.items()}
    return usual | {row.key: row.value for row in session.execute(query)}


def change_setting(session: Session, viewer: Viewer, key: str, value: str) -> None:
    """Set one of them, and write down what it was. Raises `SinergiError` for what is no choice."""
    choices = {choice.casefold(): choice for choice in CHOICES.get(key, ())}
    if value.casefold() not in choices:
        allowed = "; ".join(f"{name}: {' / '.join(some)}" for name, some in CHOICES.items())
        raise SinergiError(
            "pengaturan_tidak_dikenal", f"[{key} {value}] bukan pengaturan. Pilihan: {allowed}.",
            f"[{key} {value}] is no setting. Choose: {allowed}.", ExitStatus.USAGE,
        )  # fmt: skip
    before = house_settings(session)[key]
    kept = session.exec(sm.select(models.Setting).where(models.Setting.key == key)).first()
    if kept is None:
        session.add(models.Setting(key=key, value=choices[value.casefold()]))
    else:
        kept.value, kept.updated_at = choices[value.casefold()], utc_now()
    session.add(
        models.Change(
            account=viewer.account, table_name="setting", row_key=key, action=RowAction.UBAH,
            at=utc_now(), before={"value": before},
        )
    )  # fmt: skip
