"""What happened to a person: incidents, entitlements, returns."""

from typing import ClassVar

import sqlalchemy as sa

from models.base import PERSON, Sourced, date, in_order, rule, unique
from models.codes import EntitlementKind, HearingResult, ReturnKind, Severity
from models.columns import Privacy, closed, column, key
from models.people import person_key


class Incident(Sourced, table=True):
    """One row is an entry of Register F. Only proven ones count; alleged ones are apart."""

    __tablename__ = "incident"
    called: ClassVar = ("Pelanggaran (Register F)", "Incidents (Register F)")
    __table_args__ = (
        unique("unit_id", "wbp_id", "occurred_on", "number"),
        sa.Index("ix_incident_unit_id_occurred_on", "unit_id", "occurred_on"),
    )
    natural_key: ClassVar = ("unit_id", "wbp_id", "occurred_on", "number")

    unit_id: int = key("Unit", "Unit", target="unit", path=PERSON[:1], foreign_key="unit.id")
    wbp_id: int = person_key()
    occurred_on: date = column(
        "Tanggal kejadian", "Occurred on", Privacy.SENSITIVE, heading="tanggal_kejadian",
        english="occurred_on", past=True,
    )  # fmt: skip
    number: int = column(
        "Nomor kejadian", "Incident number", heading="nomor_kejadian",
        english="incident_number", minimum=1, default=1,
    )  # fmt: skip
    severity: Severity = column(
        "Berat pelanggaran", "Severity", Privacy.SENSITIVE, heading="berat_pelanggaran",
        english="severity", sa_type=closed(Severity, "severity"),
    )  # fmt: skip
    proven: bool | None = column(
        "Terbukti", "Proven", Privacy.SENSITIVE, heading="terbukti", english="proven",
        default=None,
    )  # fmt: skip
    sanction: str | None = column(
        "Hukuman disiplin", "Sanction", Privacy.SENSITIVE, heading="hukuman_disiplin",
        english="sanction", codes="hukuman_disiplin", default=None,
    )  # fmt: skip


class Entitlement(Sourced, table=True):
    """One row is a right asked for and, later, decided."""

    __tablename__ = "entitlement"
    called: ClassVar = ("Hak bersyarat", "Entitlements")
    __table_args__ = (
        unique("wbp_id", "kind", "proposed_on"),
        in_order("proposed_on", "hearing_on"),
        in_order("proposed_on", "decided_on"),
    )
    natural_key: ClassVar = ("wbp_id", "kind", "proposed_on")

    wbp_id: int = person_key()
    unit_id: int = key(
        "Unit", "Unit", target="unit", path=PERSON[:1], foreign_key="unit.id", index=True
    )
    kind: EntitlementKind = column(
        "Jenis hak", "Entitlement kind", heading="jenis_hak", english="entitlement_kind",
        sa_type=closed(EntitlementKind, "kind"),
    )  # fmt: skip
    proposed_on: date = column(
        "Diusulkan", "Proposed on", Privacy.QUASI, heading="tanggal_usulan",
        english="proposed_on",
    )  # fmt: skip
    hearing_on: date | None = column(
        "Sidang TPP", "TPP hearing on", Privacy.QUASI, heading="tanggal_sidang",
        english="hearing_on", default=None,
    )  # fmt: skip
    hearing_result: HearingResult | None = column(
        "Hasil sidang TPP", "TPP result", Privacy.SENSITIVE, heading="hasil_sidang",
        english="hearing_result", default=None,
        sa_type=closed(HearingResult, "hearing_result"),
    )  # fmt: skip
    decree: str | None = column(
        "Nomor SK", "Decree", Privacy.IDENTIFIER, heading="nomor_sk", english="decree",
        max_length=80, default=None,
    )  # fmt: skip
    decided_on: date | None = column(
        "Diputuskan", "Decided on", Privacy.QUASI, heading="tanggal_keputusan",
        english="decided_on", default=None,
    )  # fmt: skip


class Return(Sourced, table=True):
    """One row is a new offence of a person after release, as far as it became known here."""

    __tablename__ = "return"
    called: ClassVar = ("Pengulangan tindak pidana", "Returns to crime")
    __table_args__ = (
        unique("wbp_id", "offence_on"),
        in_order("offence_on", "proven_on"),
        rule("conviction_is_proven", "kind <> 'PIDANA_BARU' OR proven_on IS NOT NULL"),
    )
    natural_key: ClassVar = ("wbp_id", "offence_on")

    wbp_id: int = person_key()
    offence_on: date = column(
        "Tanggal tindak pidana", "Offence on", Privacy.SENSITIVE,
        heading="tanggal_tindak_pidana", english="offence_on", past=True,
    )  # fmt: skip
    proven_on: date | None = column(
        "Tanggal putusan", "Proven on", Privacy.SENSITIVE, heading="tanggal_putusan",
        english="proven_on", past=True, default=None,
    )  # fmt: skip
    kind: ReturnKind = column(
        "Jenis pengulangan", "Return kind", Privacy.SENSITIVE, heading="jenis_pengulangan",
        english="return_kind", sa_type=closed(ReturnKind, "kind"),
    )  # fmt: skip
