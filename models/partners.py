"""Organisations that deliver, the agreements they sign, and what happened under them."""

from typing import ClassVar

import sqlalchemy as sa

from models.base import Sourced, date, in_order, rule, unique
from models.codes import ActivityGrade, AgreementKind, AgreementLevel, AgreementStage, PartyRole
from models.columns import Heading, Privacy, closed, column, key
from models.places import PROVINCE

PARTNER = (Heading("unit_mitra", "partner_owner"), Heading("kode_mitra", "partner_code"))
AGREEMENT = (
    Heading("unit_perjanjian", "agreement_owner"),
    Heading("kode_perjanjian", "agreement_code"),
)


class Partner(Sourced, table=True):
    """One row is an organisation that delivers programmes (mitra).

    The code is unique within the unit that keeps the record. The kind is empty while it is
    not known; nothing is guessed from a name.
    """

    __tablename__ = "partner"
    called: ClassVar = ("Mitra", "Partners")
    __table_args__ = (unique("owner_id", "code"),)
    natural_key: ClassVar = ("owner_id", "code")

    owner_id: int = key(
        "Unit pencatat", "Recording unit", target="unit", path=PARTNER[:1],
        foreign_key="unit.id",
    )  # fmt: skip
    code: str = column(
        "Kode mitra", "Partner code", heading="kode_mitra", english="partner_code", max_length=40
    )
    name: str = column(
        "Nama mitra", "Partner", heading="nama_mitra", english="partner_name", max_length=200
    )
    kind: str | None = column(
        "Jenis mitra", "Partner kind", heading="jenis_mitra", english="partner_kind",
        codes="jenis_mitra", default=None,
    )  # fmt: skip
    tax_number: str | None = column(
        "NPWP", "Tax number", Privacy.SENSITIVE, heading="npwp", english="tax_number",
        max_length=20, default=None,
    )  # fmt: skip
    contact: str | None = column(
        "Narahubung", "Contact", Privacy.IDENTIFIER, heading="narahubung", english="contact",
        max_length=200, default=None,
    )  # fmt: skip
    province_id: int | None = key(
        "Provinsi", "Province", target="province", path=(PROVINCE,), default=None,
        foreign_key="province.id",
    )  # fmt: skip
    active: bool = column("Aktif", "Active", heading="aktif", english="active", default=True)


class Agreement(Sourced, table=True):
    """One row is a PKS, a Nota Kesepahaman or an addendum.

    The number as signed and the end date may be unknown and then stay empty. Whether it has
    expired follows from the end date. A date of signing needs the parties at positions 1 and 2
    (a deferred foreign key holds it, see `models.completion`).
    """

    __tablename__ = "agreement"
    called: ClassVar = ("Perjanjian", "Agreements")
    __table_args__ = (
        unique("owner_id", "code"),
        in_order("starts_on", "ends_on"),
        in_order("signed_on", "ends_on"),
        rule("signed_has_date", "stage <> 'DITANDATANGANI' OR signed_on IS NOT NULL"),
        rule("not_its_own_parent", "parent_id IS NULL OR parent_id <> id"),
        rule(
            "data_terms_whole",
            "(data_role IS NULL AND data_basis IS NULL AND data_until IS NULL) OR "
            "(data_role IS NOT NULL AND data_basis IS NOT NULL AND data_until IS NOT NULL)",
        ),
        rule("end_whole", "(ended_on IS NULL) = (end_reason IS NULL)"),
        rule("end_is_a_stage", "ended_on IS NULL OR stage = 'DIAKHIRI'"),
    )
    natural_key: ClassVar = ("owner_id", "code")

    owner_id: int = key(
        "Unit pencatat", "Recording unit", target="unit", path=AGREEMENT[:1],
        foreign_key="unit.id",
    )  # fmt: skip
    code: str = column(
        "Kode perjanjian", "Agreement code", heading="kode_perjanjian",
        english="agreement_code", max_length=60,
    )  # fmt: skip
    number: str | None = column(
        "Nomor", "Number", heading="nomor_perjanjian", english="agreement_number",
        max_length=120, default=None,
    )  # fmt: skip
    kind: AgreementKind | None = column(
        "Jenis naskah", "Kind", heading="jenis_naskah", english="agreement_kind",
        default=None, sa_type=closed(AgreementKind, "kind"),
    )  # fmt: skip
    level: AgreementLevel | None = column(
        "Tingkat", "Level", heading="tingkat_perjanjian", english="agreement_level",
        default=None, sa_type=closed(AgreementLevel, "level"),
    )  # fmt: skip
    title: str | None = column(
        "Judul", "Title", heading="judul", english="title", max_length=300, default=None
    )
    scope: str | None = column(
        "Tujuan dan ruang lingkup", "Purpose and scope", heading="ruang_lingkup",
        english="scope", max_length=2000, default=None,
    )  # fmt: skip
    follow_up: str | None = column(
        "Tindak lanjut", "Follow-up", heading="tindak_lanjut", english="follow_up",
        max_length=2000, default=None,
    )  # fmt: skip
    place: str | None = column(
        "Tempat penandatanganan", "Signed at", heading="tempat", english="place",
        max_length=200, default=None,
    )  # fmt: skip
    stage: AgreementStage = column(
        "Tahap", "Stage", heading="tahap", english="stage",
        sa_type=closed(AgreementStage, "stage"),
    )  # fmt: skip
    signed_on: date | None = column(
        "Ditandatangani", "Signed on", heading="tanggal_penandatanganan", english="signed_on",
        default=None,
    )  # fmt: skip
    starts_on: date | None = column(
        "Mulai berlaku", "Starts on", heading="tanggal_mulai", english="starts_on", default=None
    )
    ends_on: date | None = column(
        "Berakhir", "Ends on", heading="tanggal_berakhir", english="ends_on", default=None
    )
    parent_id: int | None = key(
        "Perjanjian induk", "Parent agreement", target="agreement", late=True,
        path=(
            Heading("unit_perjanjian_induk", "parent_agreement_owner"),
            Heading("kode_perjanjian_induk", "parent_agreement_code"),
        ),
        default=None, foreign_key="agreement.id",
    )  # fmt: skip
    document_sha256: str | None = column(
        "Sidik naskah", "Document hash", heading="sidik_naskah", english="document_sha256",
        max_length=64, default=None,
    )  # fmt: skip
    data_role: str | None = column(
        "Peran mitra atas data", "Partner's data role", heading="peran_data",
        english="data_role", max_length=80, default=None,
    )  # fmt: skip
    data_basis: str | None = column(
        "Dasar hukum data", "Legal basis of data", heading="dasar_data", english="data_basis",
        max_length=300, default=None,
    )  # fmt: skip
    data_until: date | None = column(
        "Akses data sampai", "Data access until", heading="data_sampai", english="data_until",
        default=None,
    )  # fmt: skip
    ended_on: date | None = column(
        "Diakhiri pada", "Ended on", heading="tanggal_diakhiri", english="ended_on",
        default=None,
    )  # fmt: skip
    end_reason: str | None = column(
        "Alasan diakhiri", "Reason ended", heading="alasan_diakhiri", english="end_reason",
        max_length=500, default=None,
    )  # fmt: skip


class AgreementParty(Sourced, table=True):
    """One row is one signatory: a partner or a unit, never both.

    Positions 1 and 2 are parties; witnesses come after. All may be non-government.
    """

    __tablename__ = "agreement_party"
    called: ClassVar = ("Pihak perjanjian", "Agreement parties")
    __table_args__ = (
        unique("agreement_id", "position"),
        unique("agreement_id", "partner_id"),
        rule("partner_or_unit", "(partner_id IS NULL) <> (unit_id IS NULL)"),
        rule("first_two_are_parties", "position > 2 OR role = 'PIHAK'"),
    )
    natural_key: ClassVar = ("agreement_id", "position")

    agreement_id: int = key(
        "Perjanjian", "Agreement", target="agreement", path=AGREEMENT,
        foreign_key="agreement.id",
    )  # fmt: skip
    position: int = column(
        "Urutan pihak", "Position", heading="urutan_pihak", english="position", minimum=1
    )
    partner_id: int | None = key(
        "Mitra", "Partner", target="partner", path=PARTNER, default=None,
        foreign_key="partner.id", index=True,
    )  # fmt: skip
    unit_id: int | None = key(
        "Unit", "Unit", target="unit", path=(Heading("kode_unit_pihak", "party_unit_code"),),
        default=None, foreign_key="unit.id",
    )  # fmt: skip
    role: PartyRole = column(
        "Peran", "Role", heading="peran_pihak", english="party_role",
        sa_type=closed(PartyRole, "role"),
    )  # fmt: skip
    signatory: str | None = column(
        "Penandatangan", "Signatory", Privacy.IDENTIFIER, heading="penandatangan",
        english="signatory", max_length=160, default=None,
    )  # fmt: skip


class Activity(Sourced, table=True):
    """One row is something that happened under an agreement, outside a cohort's sessions.

    People reached are counted per pillar (officers, community, WBP); an empty count is not
    known, zero is nobody.
    """

    __tablename__ = "activity"
    called: ClassVar = ("Kegiatan perjanjian", "Activities")
    __table_args__ = (
        unique("agreement_id", "unit_id", "held_on", "number"),
        sa.Index("ix_activity_unit_id_held_on", "unit_id", "held_on"),
    )
    natural_key: ClassVar = ("agreement_id", "unit_id", "held_on", "number")

    agreement_id: int = key(
        "Perjanjian", "Agreement", target="agreement", path=AGREEMENT,
        foreign_key="agreement.id",
    )  # fmt: skip
    unit_id: int = key(
        "Unit", "Unit", target="unit", path=(Heading("kode_unit", "unit_code"),),
        foreign_key="unit.id",
    )  # fmt: skip
    held_on: date = column("Tanggal", "Held on", heading="tanggal_kegiatan", english="held_on")
    number: int = column(
        "Nomor kegiatan", "Activity number", heading="nomor_kegiatan",
        english="activity_number", minimum=1,
    )  # fmt: skip
    kind: str = column(
        "Jenis kegiatan", "Activity kind", heading="jenis_kegiatan", english="activity_kind",
        codes="jenis_kegiatan",
    )  # fmt: skip
    title: str | None = column(
        "Kegiatan", "Activity", heading="kegiatan", english="activity_title", max_length=300,
        default=None,
    )  # fmt: skip
    reached_officers: int | None = column(
        "Petugas terjangkau", "Officers reached", heading="jumlah_petugas",
        english="reached_officers", unit="orang", minimum=0, default=None,
    )  # fmt: skip
    reached_community: int | None = column(
        "Masyarakat terjangkau", "Community reached", heading="jumlah_masyarakat",
        english="reached_community", unit="orang", minimum=0, default=None,
    )  # fmt: skip
    reached_wbp: int | None = column(
        "WBP terjangkau", "WBP reached", heading="jumlah_wbp", english="reached_wbp",
        unit="orang", minimum=0, default=None,
    )  # fmt: skip
    evidence: str | None = column(
        "Bukti", "Evidence", heading="bukti", english="evidence", max_length=500, default=None
    )
    grade: ActivityGrade = column(
        "Derajat bukti", "Grade", heading="derajat_bukti", english="activity_grade",
        sa_type=closed(ActivityGrade, "grade"),
    )  # fmt: skip
