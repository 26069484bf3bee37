"""Months of official indicators: entered by hand with evidence, or frozen from the count."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, select

import models
from data.errors import SinergiError
from data.queries import official
from data.queries.filter import Filter
from data.recording.rows import add, change
from models.codes import ValueSource
from models.door import Viewer


@dataclass(frozen=True)
class MonthByHand:
    """A and B of one month as an officer reports them; codes and NIP as people write them."""

    indicator: str
    unit: str
    month: date  # any day of it
    numerator: int
    denominator: int
    evidence: str
    officer: str


def enter_month(
    session: Session, viewer: Viewer, entry: MonthByHand, *,
    today: date, seen_version: int | None = None,
) -> int:  # fmt: skip
    """Write the month, new or again, with its history; gives the row's id.

    `seen_version` is the row version that the officer saw: None for a month that was not there.
    Raises `SinergiError` for an unknown code, no evidence, impossible numbers, a month to come,
    and for a month that somebody else wrote in the meantime.
    """
    _check(entry, today)
    indicator = _found(session, models.OfficialIndicator, "code", entry.indicator, "Indikator")
    unit = _found(session, models.Unit, "code", entry.unit, "Unit")
    officer = _found(session, models.Officer, "nip", entry.officer, "NIP")
    row = _row(session, indicator.id, unit.id, entry.month)
    if (row.row_version if row else None) != seen_version:
        raise SinergiError(
            "sudah_berubah",
            f"Bulan [{entry.month:%m/%Y}] sudah ditulis orang lain. Muat ulang, lalu ulangi.",
            f"Somebody else has written month [{entry.month:%m/%Y}]. Reload, then try again.",
        )
    values = {
        "numerator": entry.numerator, "denominator": entry.denominator,
        "source": ValueSource.DIENTRI, "evidence": entry.evidence,
        "officer_id": officer.id, "data_version": None,
    }  # fmt: skip
    if row is None:
        key = _key(indicator.id, unit.id, entry.month)
        return add(session, viewer, models.IndicatorValue, key | values, today=today)
    change(session, viewer, row, values, today=today)
    return int(row.id or 0)


def freeze_month(
    session: Session, viewer: Viewer, indicator: str, month: date, *, today: date
) -> int:
    """Write what is counted for a month that has ended, each unit, with the data version.

    Months already written stay as they are. Gives how many rows are new. Raises `SinergiError`
    for an indicator that no count stands behind, and for a month that has not ended.
    """
    known = _found(session, models.OfficialIndicator, "code", indicator, "Indikator")
    first, until = month.replace(day=1), _following(month)
    if known.counted_by not in official.COUNTED:
        raise SinergiError(
            "tidak_dihitung",
            f"Indikator [{indicator}] tidak dihitung dari data; entri bulannya dengan bukti.",
            f"Indicator [{indicator}] is not counted from the data; enter its month by hand.",
        )
    if until > today:
        raise _not_ended(month)
    state = session.exec(select(models.DatabaseState)).one()
    counted = official.counted_months(session, Filter(first, until), str(known.counted_by))
    written = 0
    for row in counted.to_dict("records"):
        unit = int(row[official.UNIT])
        if _row(session, known.id, unit, month) is None:
            values = {
                "numerator": int(row[official.A]), "denominator": int(row[official.B]),
                "source": ValueSource.DIHITUNG, "data_version": state.data_version,
            }  # fmt: skip
            key = _key(known.id, unit, month)
            add(session, viewer, models.IndicatorValue, key | values, today=today)
            written += 1
    return written


def _check(entry: MonthByHand, today: date) -> None:
    if not entry.evidence.strip():
        raise SinergiError(
            "tanpa_bukti",
            "Bukti wajib diisi: sebutkan register, laporan, atau surat yang memuat A dan B.",
            "Evidence is required: name the register, report or letter that holds A and B.",
        )
    if min(entry.numerator, entry.denominator) < 0:
        raise SinergiError(
            "nilai_negatif",
            f"A [{entry.numerator}] dan B [{entry.denominator}] tidak boleh negatif.",
            f"A [{entry.numerator}] and B [{entry.denominator}] cannot be negative.",
        )
    if entry.month.replace(day=1) > today:
        raise _not_ended(entry.month)


def _not_ended(month: date) -> SinergiError:
    return SinergiError(
        "bulan_belum_lewat",
        f"Bulan [{month:%m/%Y}] belum lewat.",
        f"Month [{month:%m/%Y}] has not passed yet.",
    )


def _found(session: Session, table: Any, name: str, value: str, called: str) -> Any:
    row = session.exec(select(table).where(getattr(table, name) == value.strip())).first()
    if row is None:
        raise SinergiError(
            "tidak_dikenal",
            f"{called} [{value}] tidak ada di basis data. Periksa penulisannya.",
            f"{called} [{value}] is not in the database. Check its spelling.",
        )
    return row


def _key(indicator: int, unit: int, month: date) -> dict[str, int]:
    return {
        "indicator_id": indicator, "unit_id": unit, "year": month.year, "month": month.month,
    }  # fmt: skip


def _row(session: Session, indicator: int, unit: int, month: date) -> models.IndicatorValue | None:
    """The row of the month, kept from others until the transaction ends."""
    query = select(models.IndicatorValue).filter_by(**_key(indicator, unit, month))
    return session.exec(query.with_for_update()).first()


def _following(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
