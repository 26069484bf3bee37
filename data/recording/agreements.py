"""Agreements as an officer registers, edits, signs, extends and ends them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, select

import models
from data.errors import SinergiError
from data.importing import issues
from data.importing.issues import Issue
from data.recording.rows import ValuesRefused, add, change, held
from data.transitions import check_step
from models.codes import AgreementKind, AgreementStage, PartyRole
from models.door import Viewer

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Party:
    """One signatory to be: a partner or a unit, by id; positions follow the order given."""

    partner_id: int | None = None
    unit_id: int | None = None
    role: PartyRole = PartyRole.PIHAK
    signatory: str | None = None


def register_agreement(
    session: Session, viewer: Viewer, values: Values, parties: Sequence[Party], *, today: date
) -> int:
    """A new agreement with its parties, in any stage but the last; gives its id.

    `values` are columns of the table. Raises `SinergiError` for fewer than two parties of a signed
    one, and `ValuesRefused` for a code that its owner used already and for values that cannot be.
    """
    given = {"stage": AgreementStage.PENJAJAKAN, **values}
    if given["stage"] == AgreementStage.DIAKHIRI:
        raise SinergiError(
            "sudah_diakhiri", "Perjanjian baru tidak dapat langsung diakhiri.",
            "A new agreement cannot be ended at once.",
        )  # fmt: skip
    _check_signed(given.get("signed_on"), today)
    _check_parties(given["stage"], [party.role for party in parties])
    found = add(session, viewer, models.Agreement, given, today=today)
    for position, party in enumerate(parties, start=1):
        _add_party(session, viewer, found, position, party, today=today)
    return found


def edit_agreement(
    session: Session, viewer: Viewer, agreement_id: int, values: Values, *, seen: int, today: date
) -> None:
    """Change what is written about the agreement; its stage has acts of its own.

    Raises `SinergiError` for a stage among `values`, for one that has ended, and when somebody
    else wrote it meanwhile.
    """
    row = held(session, models.Agreement, agreement_id, seen=seen)
    if {"stage", "ended_on", "end_reason", "parent_id"} & set(values):
        raise SinergiError(
            "tahap_lewat_langkahnya", "Tahap perjanjian diubah lewat langkahnya sendiri.",
            "The stage of an agreement is changed by its own step.",
        )  # fmt: skip
    check_not_ended(row)
    change(session, viewer, row, values, today=today)


def add_party(
    session: Session, viewer: Viewer, agreement_id: int, party: Party, *, today: date
) -> int:
    """One more signatory, after those that are there; gives its position."""
    row = session.get(models.Agreement, agreement_id, with_for_update=True)
    if row is None:
        raise _unknown()
    check_not_ended(row)
    parties = models.AgreementParty
    there = session.exec(select(parties.position).where(parties.agreement_id == agreement_id))
    position = max(there, default=0) + 1
    _add_party(session, viewer, agreement_id, position, party, today=today)
    return position


def sign_agreement(
    session: Session, viewer: Viewer, agreement_id: int, values: Values, *, seen: int, today: date
) -> None:
    """It was signed: `values` hold `signed_on`, and what else the document says.

    Raises `SinergiError` without two parties, from a stage that no step leads from, without the
    day, and for one to come.
    """
    row = held(session, models.Agreement, agreement_id, seen=seen)
    check_step(row.stage, AgreementStage.DITANDATANGANI)
    _check_signed(values.get("signed_on"), today)
    parties = models.AgreementParty
    roles = session.exec(select(parties.role).where(parties.agreement_id == agreement_id)).all()
    _check_parties(AgreementStage.DITANDATANGANI, roles)
    stage = {"stage": AgreementStage.DITANDATANGANI}
    change(session, viewer, row, {**values, **stage}, today=today)


def discuss_agreement(
    session: Session, viewer: Viewer, agreement_id: int, *, seen: int, today: date
) -> None:
    """It came from exploration to negotiation."""
    row = held(session, models.Agreement, agreement_id, seen=seen)
    check_step(row.stage, AgreementStage.PEMBAHASAN)
    change(session, viewer, row, {"stage": AgreementStage.PEMBAHASAN}, today=today)


def extend_agreement(
    session: Session, viewer: Viewer, agreement_id: int, addendum: Values, *,
    seen: int, today: date,
) -> int:  # fmt: skip
    """It runs longer by an addendum, whose parties are those of the agreement; gives its id.

    `addendum` holds its `code`, `signed_on`, the new `ends_on`, and perhaps number and title.
    Raises `SinergiError` for an agreement that was never signed or has ended, and for an end
    that is not later.
    """
    row = held(session, models.Agreement, agreement_id, seen=seen)
    check_not_ended(row)
    if row.stage != AgreementStage.DITANDATANGANI:
        raise SinergiError(
            "belum_ditandatangani", "Hanya perjanjian yang ditandatangani dapat diperpanjang.",
            "Only a signed agreement can be extended.",
        )  # fmt: skip
    until = addendum.get("ends_on")
    if until is None or (row.ends_on is not None and until <= row.ends_on):
        raise SinergiError(
            "bukan_perpanjangan",
            f"Tanggal berakhir yang baru harus sesudah [{_day(row.ends_on)}].",
            f"The new end must be after [{_day(row.ends_on)}].",
        )
    values = {
        **addendum, "owner_id": row.owner_id, "parent_id": row.id, "level": row.level,
        "kind": AgreementKind.ADENDUM, "stage": AgreementStage.DITANDATANGANI,
    }  # fmt: skip
    parties = models.AgreementParty
    of_row = session.exec(
        select(parties).where(parties.agreement_id == row.id).order_by(parties.position)  # type: ignore[arg-type]
    )
    same = [Party(one.partner_id, one.unit_id, one.role) for one in of_row]
    found = register_agreement(session, viewer, values, same, today=today)
    change(session, viewer, row, {"ends_on": until}, today=today)
    return found


def end_agreement(
    session: Session, viewer: Viewer, agreement_id: int, *,
    on: date, reason: str, seen: int, today: date,
) -> None:  # fmt: skip
    """It ends early, for a reason. Raises `SinergiError` without one, and for a day to come."""
    row = held(session, models.Agreement, agreement_id, seen=seen)
    check_step(row.stage, AgreementStage.DIAKHIRI)
    if not reason.strip():
        raise SinergiError(
            "tanpa_alasan", "Tuliskan alasan perjanjian diakhiri.", "Write why it is ended."
        )
    if on > today:
        raise SinergiError(
            "belum_terjadi", f"Tanggal [{on:%d/%m/%Y}] belum terjadi; perjanjian berakhir nanti.",
            f"Day [{on:%d/%m/%Y}] has not come; the agreement ends later.",
        )  # fmt: skip
    values = {"stage": AgreementStage.DIAKHIRI, "ended_on": on, "end_reason": reason}
    change(session, viewer, row, values, today=today)


def check_not_ended(row: models.Agreement) -> None:
    """Raise `SinergiError` for an agreement that was ended."""
    if row.stage == AgreementStage.DIAKHIRI:
        raise SinergiError(
            "sudah_diakhiri", f"Perjanjian [{row.code}] sudah diakhiri.",
            f"Agreement [{row.code}] was ended.",
        )  # fmt: skip


def _check_signed(on: date | None, today: date) -> None:
    """Raise `ValuesRefused` for a signature of a day to come."""
    if on is not None and on > today:
        told = Issue(issues.FUTURE_DATE, value=f"{on:%d/%m/%Y}")
        raise ValuesRefused(models.Agreement.__tablename__, {"signed_on": told})


def _check_parties(stage: AgreementStage, roles: Sequence[str]) -> None:
    if stage == AgreementStage.DITANDATANGANI and list(roles[:2]) != [PartyRole.PIHAK] * 2:
        raise SinergiError(
            "kurang_pihak",
            "Perjanjian yang ditandatangani memerlukan dua pihak pada urutan 1 dan 2.",
            "A signed agreement needs two parties, at positions 1 and 2.",
        )


def _add_party(
    session: Session, viewer: Viewer, agreement_id: int, position: int, party: Party, *,
    today: date,
) -> None:  # fmt: skip
    if (party.partner_id is None) == (party.unit_id is None):
        raise SinergiError(
            "mitra_atau_unit", f"Pihak ke-{position}: pilih mitra atau unit, salah satu.",
            f"Party {position}: choose a partner or a unit, one of them.",
        )  # fmt: skip
    values = {"agreement_id": agreement_id, "position": position, **asdict(party)}
    add(session, viewer, models.AgreementParty, values, today=today)


def _unknown() -> SinergiError:
    return SinergiError(
        "tidak_dikenal", "Perjanjian ini tidak ada. Muat ulang layarnya.",
        "This agreement is not there. Reload the screen.",
    )  # fmt: skip


def _day(day: date | None) -> str:
    return "tidak diketahui / not known" if day is None else f"{day:%d/%m/%Y}"
