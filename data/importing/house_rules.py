"""What the database itself says about an import: code lists, whose people, how days are written.

Settings (table `setting`): `urutan_tanggal` HBT or BHT, `tanda_desimal` , or ., `baca_nik` ya.
"""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.importing.checking import CodeLists, Policy
from data.importing.parsing import Conventions
from models.codes import DatabaseMode


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
    setting = models.metadata.tables["setting"]
    wanted = ("urutan_tanggal", "tanda_desimal", "baca_nik")
    query = sa.select(setting.c.key, setting.c.value).where(setting.c.key.in_(wanted))
    said = {key: value.strip() for key, value in session.execute(query)}
    order = said.get("urutan_tanggal", "").upper()
    unit = Conventions(
        "BHT" if order == "BHT" else "HBT", "." if said.get("tanda_desimal") == "." else ","
    )
    reads_nik = said.get("baca_nik", "").casefold() == "ya"
    return Policy(today, own_unit(session), conventions or unit, reads_nik)


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
