"""Which columns a level may show, by their privacy class: for rows in files and on screens."""

from typing import Any

import sqlalchemy as sa
from sqlmodel.sql.sqltypes import AutoString

from models.codes import DisclosureLevel
from models.columns import Declaration, Given, Privacy

# What a partner sees of taking part, though it is about single persons: by participant number.
PARTICIPATION = frozenset({
    ("enrolment", "number"), ("enrolment", "started_on"), ("enrolment", "ended_on"),
    ("attendance", "minutes"), ("", "sesi_diharapkan"), ("", "sesi_hadir"),
    ("", "menit_diterima"), ("", "keadaan_peserta"),
})  # fmt: skip

# Open among ourselves, but telling of a person's custody where the row is one person's.
_TELLS_OF_CUSTODY = frozenset({("enrolment", "status"), ("enrolment", "basis")})
_NAMES = frozenset(
    {"code", "name", "list", "version", "label_id", "label_en", "name_id", "name_en"}
)  # fmt: skip


def may_show(column: "sa.Column[Any]", declaration: Declaration, level: DisclosureLevel) -> bool:
    """Whether rows at `level` may hold this column as it is stored.

    UNIT: all. MITRA: open ones and those of taking part. PSEUDONIM: open ones, and sensitive
    ones that are a number or a code. PUBLIK: open ones, of catalogues, not of rows about people.
    What somebody wrote freely about a person or a meeting is for the unit alone.
    """
    if level == DisclosureLevel.UNIT:
        return True
    if level != DisclosureLevel.PUBLIK and is_free_text(column, declaration):
        return False
    place = (getattr(column.table, "name", ""), column.name)
    if level == DisclosureLevel.MITRA and place in PARTICIPATION:
        return True
    if level == DisclosureLevel.PSEUDONIM and declaration.privacy is Privacy.SENSITIVE:
        return not isinstance(column.type, sa.Date)
    return declaration.privacy is Privacy.OPEN and place not in _TELLS_OF_CUSTODY


def is_free_text(column: "sa.Column[Any]", declaration: Declaration) -> bool:
    """Whether somebody writes here what they like: a text without a list, and no name or code."""
    return (
        declaration.given is Given.VALUE
        and isinstance(column.type, sa.String | AutoString)
        and not isinstance(column.type, sa.Enum)
        and declaration.codes is None
        and column.name not in _NAMES
    )
