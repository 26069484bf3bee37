"""Builders of small valid worlds: each inserts one row, and its missing parents, and gives its id.

A builder takes what matters to the test by name; everything else is defaulted. It inserts by
Core, so what it gives back outlives the session:

    with door.writing(viewer) as session:
        cohort = factories.cohort(session, status=CohortStatus.SELESAI)
        factories.enrolment(session, cohort_id=cohort, score=80)
"""

import itertools
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from models import codes, metadata
from models.columns import declared_columns

# which are attended, expected, excused, and need a note
MARKS = {
    "HADIR": "AE", "TERLAMBAT": "AE", "IZIN": "EX", "SAKIT": "EX", "TANPA_KETERANGAN": "E",
    "MENOLAK": "EN", "SIDANG": "X", "DIPINDAH": "X",
}  # fmt: skip
SIGNED_ON = date(2022, 6, 27)
MONDAY = date(2026, 1, 5)
numbers = itertools.count(1)


def insert(session: Session, table: str, **values: Any) -> int:
    """The id of a new row of `table`; its codes of open lists are added when they are missing."""
    for column, declaration in declared_columns(metadata.tables[table]):
        if declaration.codes and values.get(column.name):
            _known_code(session, declaration.codes, values[column.name])
    done = session.connection().execute(sa.insert(metadata.tables[table]).values(**values))
    return int((done.inserted_primary_key or [0])[0])


def add(session: Session, table: str, values: dict[str, Any], **defaults: Any) -> int:
    """Insert `values` over `defaults`; a default that is a builder makes a parent when needed."""
    for name, default in defaults.items():
        if name not in values:
            values[name] = default(session) if callable(default) else default
    return insert(session, table, **values)


def find_or_insert(session: Session, table: str, key: dict[str, Any], **values: Any) -> int:
    """The id of the row of `table` with this natural key, new if there is none."""
    columns = metadata.tables[table].c
    query = sa.select(columns.id).where(*(columns[name] == value for name, value in key.items()))
    found = session.execute(query).scalar_one_or_none()
    return int(found) if found is not None else insert(session, table, **key, **values)


def value(session: Session, table: str, row_id: int, name: str) -> Any:
    """One value of the row `row_id` of `table`."""
    columns = metadata.tables[table].c
    return session.execute(sa.select(columns[name]).where(columns.id == row_id)).scalar_one()


def _known_code(session: Session, code_list: str, entry: str) -> None:
    if code_list == "tanda_presensi":
        mark(session, entry)
    else:
        code(session, code_list, entry)


def _new(prefix: str) -> str:
    return f"{prefix}{next(numbers):04}"


def code(session: Session, code_list: str, entry: str, **values: Any) -> int:
    """An entry of an open list; found again if it is there."""
    labels = {"label_id": entry.title(), "label_en": entry.title(), **values}
    return find_or_insert(session, "code", {"list": code_list, "code": entry}, **labels)


def mark(session: Session, entry: str = "HADIR") -> int:
    """An attendance mark with how it counts; found again if it is there."""
    counts = {
        name: letter in MARKS[entry]
        for name, letter in zip(
            ("attended", "expected", "excused", "needs_note"), "AEXN", strict=True
        )
    }
    labels = {"label_id": entry.title(), "label_en": entry.title()}
    return find_or_insert(session, "attendance_mark", {"code": entry}, **labels, **counts)


def marks(session: Session) -> None:
    """All eight attendance marks."""
    for entry in MARKS:
        mark(session, entry)


def batch(session: Session, **values: Any) -> int:
    """One file taken in."""
    return add(
        session, "import_batch", values, table_name="wbp", file_name="wbp.csv", sha256="0" * 64,
        account="penguji",
    )  # fmt: skip


def province(session: Session) -> int:
    """Jawa Barat; found again if it is there."""
    return find_or_insert(
        session, "province", {"code": "32"}, name="Jawa Barat", time_zone="Asia/Jakarta",
        tile_row=1, tile_column=1,
    )  # fmt: skip


def unit(session: Session, **values: Any) -> int:
    """A unit: a Lapas without parent unless told otherwise."""
    return add(
        session, "unit", values, code=_new("U"), name="Lapas Contoh", kind=codes.UnitKind.LAPAS,
        capacity=100,
    )  # fmt: skip


def directorate(session: Session) -> int:
    """DITJENPAS, which owns the national catalogues; found again if it is there."""
    return find_or_insert(
        session, "unit", {"code": "DITJENPAS"}, name="Ditjenpas", kind=codes.UnitKind.DITJENPAS
    )


def unit_tree(session: Session) -> tuple[int, int, int]:
    """Ditjenpas, one Kanwil under it and one Lapas under that."""
    top, where = directorate(session), province(session)
    middle = unit(
        session, name="Kanwil", kind=codes.UnitKind.KANWIL, parent_id=top, province_id=where
    )
    return top, middle, unit(session, parent_id=middle, province_id=where)


def officer(session: Session, **values: Any) -> int:
    """An officer of a unit."""
    nip = f"19900101202{next(numbers):07}"
    return add(session, "officer", values, nip=nip, name="Petugas Contoh", unit_id=unit)


def wbp(session: Session, **values: Any) -> int:
    """A person without any number or custody; `person` gives one with both."""
    return add(
        session, "wbp", values, public_id=_new("P"), name="Orang Contoh", sex=codes.Sex.LAKI_LAKI
    )


def identifier(session: Session, **values: Any) -> int:
    """A number of a person: their nomor induk unless told otherwise."""
    return add(
        session, "person_identifier", values, kind=codes.IdentifierKind.INDUK, value=_new("INDUK"),
        unit_id=unit, wbp_id=wbp,
    )  # fmt: skip


def custody(session: Session, **values: Any) -> int:
    """A stretch of custody: an open one as a convict unless told otherwise."""
    return add(
        session, "custody", values, legal_status=codes.LegalStatus.NARAPIDANA,
        started_on=date(2025, 1, 1), unit_id=unit, wbp_id=wbp,
    )  # fmt: skip


def person(
    session: Session, *, unit_id: int | None = None, number: str | None = None, **values: Any
) -> int:
    """A person with a nomor induk (`number`) and an open custody at a unit."""
    where, found = unit_id or unit(session), wbp(session, **values)
    identifier(session, wbp_id=found, unit_id=where, value=number or _new("INDUK"))
    custody(session, wbp_id=found, unit_id=where)
    return found


def guardianship(session: Session, **values: Any) -> int:
    """A wali's care of a person."""
    return add(
        session, "guardianship", values, kind=codes.GuardianKind.WALI, started_on=MONDAY,
        officer_id=officer, wbp_id=wbp,
    )  # fmt: skip


def need(session: Session, **values: Any) -> int:
    """An assessed need of a person."""
    return add(
        session, "need", values, need="PEKERJAAN", assessed_on=MONDAY,
        source=codes.NeedSource.LITMAS, wbp_id=wbp,
    )  # fmt: skip


def partner(session: Session, **values: Any) -> int:
    """A partner, recorded by Ditjenpas unless told otherwise."""
    return add(
        session, "partner", values, code=_new("M"), name="Mitra Contoh", owner_id=directorate
    )


def bare_agreement(session: Session, **values: Any) -> int:
    """An agreement that nobody has joined yet, still explored unless told otherwise."""
    return add(
        session, "agreement", values, code=_new("PKS"), stage=codes.AgreementStage.PENJAJAKAN,
        owner_id=directorate,
    )  # fmt: skip


def party(session: Session, *, agreement_id: int, position: int, **values: Any) -> int:
    """A signatory: pass `partner_id` or `unit_id`; a partner is made if neither is given."""
    if "unit_id" not in values:
        values.setdefault("partner_id", partner(session))
    return add(
        session, "agreement_party", values, agreement_id=agreement_id, position=position,
        role=codes.PartyRole.PIHAK,
    )  # fmt: skip


def agreement(
    session: Session, *, partner_id: int | None = None, unit_id: int | None = None, **values: Any
) -> int:
    """A signed agreement: Ditjenpas (or `unit_id`) at position 1, `partner_id` at 2."""
    given = {
        "stage": codes.AgreementStage.DITANDATANGANI, "signed_on": SIGNED_ON,
        "starts_on": SIGNED_ON, "ends_on": date(2027, 6, 26), "kind": codes.AgreementKind.PKS,
        "level": codes.AgreementLevel.DITJEN,
    }  # fmt: skip
    found = bare_agreement(session, **(given | values))
    party(session, agreement_id=found, position=1, unit_id=unit_id or directorate(session))
    party(session, agreement_id=found, position=2, partner_id=partner_id or partner(session))
    return found


def activity(session: Session, **values: Any) -> int:
    """Something that happened under an agreement."""
    return add(
        session, "activity", values, held_on=MONDAY, number=1, kind="PELATIHAN",
        grade=codes.ActivityGrade.DILAPORKAN, agreement_id=agreement, unit_id=unit,
    )  # fmt: skip


def programme(session: Session, **values: Any) -> int:
    """A national programme unless an owner is given."""
    return add(
        session, "programme", values, code=_new("PROG"), name="Program Contoh",
        field="KEMANDIRIAN", kind="PELATIHAN", planned_sessions=10, planned_minutes=90,
        owner_id=directorate,
    )  # fmt: skip


def cohort(session: Session, **values: Any) -> int:
    """A running cohort without partner; with `agreement_id`, name its `partner_id` too."""
    return add(
        session, "cohort", values, code=_new("A"), status=codes.CohortStatus.BERJALAN,
        starts_on=MONDAY, planned_sessions=10, planned_minutes=90, unit_id=unit,
        programme_id=programme,
    )  # fmt: skip


def _of_cohort(session: Session, values: dict[str, Any]) -> dict[str, Any]:
    """`values` with a cohort and the unit that follows from it."""
    run = values.get("cohort_id") or cohort(session)
    return {"cohort_id": run, "unit_id": value(session, "cohort", run, "unit_id")} | values


def cost(session: Session, **values: Any) -> int:
    """Money of a cohort."""
    return add(
        session, "cost", values, period=date(2026, 1, 1), source=codes.CostSource.DIPA,
        amount=1_000_000, cohort_id=cohort,
    )  # fmt: skip


def meeting(session: Session, **values: Any) -> int:
    """One held meeting (a row of `programme_session`) of a cohort."""
    return add(
        session, "programme_session", _of_cohort(session, values), number=1, held_on=MONDAY,
        status=codes.SessionStatus.TERLAKSANA,
    )  # fmt: skip


def enrolment(session: Session, **values: Any) -> int:
    """An active participant; an officer takes part when `officer_id` is given."""
    given = _of_cohort(session, values)
    if "officer_id" not in given and "wbp_id" not in given:
        given["wbp_id"] = person(session, unit_id=given["unit_id"])
    return add(session, "enrolment", given, status=codes.EnrolmentStatus.AKTIF, started_on=MONDAY)


def attendance(
    session: Session, *, session_id: int, enrolment_id: int, mark: str = "HADIR", **values: Any
) -> None:
    """One participant at one meeting; cohort and unit follow from the meeting."""
    for name in ("cohort_id", "unit_id"):
        values.setdefault(name, value(session, "programme_session", session_id, name))
    insert(
        session, "attendance", session_id=session_id, enrolment_id=enrolment_id, mark=mark,
        **values,
    )  # fmt: skip


def instrument(session: Session, **values: Any) -> int:
    """A measure without scales."""
    return add(
        session, "instrument", values, code=_new("INS"), version="1", name="Instrumen Contoh"
    )


def scale(session: Session, **values: Any) -> int:
    """A scale from 0 to 100, higher is better, unless told otherwise."""
    return add(
        session, "instrument_scale", values, code=_new("S"), name_id="Skala", name_en="Scale",
        minimum=0.0, maximum=100.0, direction=codes.MeasureDirection.NAIK, instrument_id=instrument,
    )  # fmt: skip


def band(session: Session, **values: Any) -> int:
    """A band of a scale."""
    return add(
        session, "instrument_band", values, code=_new("B"), label_id="Cukup", label_en="Fair",
        lower=50.0, scale_id=scale,
    )  # fmt: skip


def assessment(session: Session, **values: Any) -> int:
    """An accepted measurement without scores."""
    where = values["unit_id"] = values.get("unit_id") or unit(session)
    return add(
        session, "assessment", values, assessed_on=MONDAY, occasion=1,
        status=codes.AssessmentStatus.DITERIMA, instrument_id=instrument,
        wbp_id=lambda s: person(s, unit_id=where), assessor_id=lambda s: officer(s, unit_id=where),
    )  # fmt: skip


def score(session: Session, *, scale_id: int | None = None, **values: Any) -> int:
    """The score of one scale; an assessment by the scale's instrument is made if none is given."""
    of = scale_id or scale(session)
    low, high, measure = (
        value(session, "instrument_scale", of, name)
        for name in ("minimum", "maximum", "instrument_id")
    )
    return add(
        session, "assessment_score", values, scale_id=of, minimum=low, maximum=high, score=60.0,
        assessment_id=lambda s: assessment(s, instrument_id=measure),
    )  # fmt: skip


def official_indicator(session: Session, **values: Any) -> int:
    """An official indicator that is entered by hand, higher is better, unless told otherwise."""
    return add(
        session, "official_indicator", values, code=_new("IND"), name_id="Indikator Contoh",
        name_en="Sample indicator", numerator="A", denominator="B",
        direction=codes.MeasureDirection.NAIK,
    )  # fmt: skip


def indicator_target(session: Session, **values: Any) -> int:
    """A target of 80 % for 2026."""
    return add(
        session, "indicator_target", values, year=2026, target=80.0,
        indicator_id=official_indicator, unit_id=unit,
    )  # fmt: skip


def indicator_value(session: Session, **values: Any) -> int:
    """A month entered by hand with its evidence: 8 of 10 in January 2026."""
    return add(
        session, "indicator_value", values, year=2026, month=1, numerator=8, denominator=10,
        source=codes.ValueSource.DIENTRI, evidence="Buku register", officer_id=officer,
        indicator_id=official_indicator, unit_id=unit,
    )  # fmt: skip


def incident(session: Session, **values: Any) -> int:
    """A proven light entry of Register F."""
    return add(
        session, "incident", values, occurred_on=MONDAY, number=1, severity=codes.Severity.RINGAN,
        proven=True, unit_id=unit, wbp_id=wbp,
    )  # fmt: skip


def entitlement(session: Session, **values: Any) -> int:
    """A parole that was asked for."""
    return add(
        session, "entitlement", values, kind=codes.EntitlementKind.PB, proposed_on=MONDAY,
        unit_id=unit, wbp_id=wbp,
    )  # fmt: skip


def new_offence(session: Session, **values: Any) -> int:
    """A new conviction of a person (a row of `return`)."""
    return add(
        session, "return", values, offence_on=MONDAY, proven_on=date(2026, 3, 2),
        kind=codes.ReturnKind.PIDANA_BARU, wbp_id=wbp,
    )  # fmt: skip
