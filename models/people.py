"""People in care: who they are, which numbers they carry, where and under which status."""

from typing import Any, ClassVar

import sqlalchemy as sa

from models.base import (
    NIP,
    NOMOR_INDUK,
    NOMOR_REGISTER,
    PERSON,
    UNIT,
    Sourced,
    date,
    in_order,
    unique,
)
from models.codes import (
    CLIENT_STATUSES,
    GuardianKind,
    IdentifierKind,
    LegalStatus,
    NeedSource,
    RegisterKind,
    RiskLevel,
    Sex,
)
from models.columns import Heading, Privacy, closed, column, key

_CLIENTS = ", ".join(f"'{status.value}'" for status in CLIENT_STATUSES)


def person_key(**settings: Any) -> int:
    """The column `wbp_id`: a file names the person by nomor induk, else unit and register."""
    found: int = key(
        "WBP", "Person", Privacy.IDENTIFIER, target="wbp", path=PERSON,
        foreign_key="wbp.id", index=True, **settings,
    )  # fmt: skip
    return found


class Wbp(Sourced, table=True):
    """One row is a person, whatever their status and wherever they are held or guided.

    A file names a person by their numbers (`PersonIdentifier`), which come in with the same
    line; `public_id` is random and tells nothing. Physical description, religion and family
    are not kept.
    """

    __tablename__ = "wbp"
    called: ClassVar = ("Warga binaan", "People in care")
    __table_args__ = (unique("public_id"),)
    natural_key: ClassVar = ("public_id",)

    public_id: str = key(
        "Id publik", "Public id", Privacy.QUASI, target="wbp", path=PERSON, max_length=16
    )
    name: str = column(
        "Nama", "Name", Privacy.IDENTIFIER, heading="nama", english="name", max_length=160
    )
    alias: str | None = column(
        "Alias", "Alias", Privacy.IDENTIFIER, heading="alias", english="alias",
        max_length=160, default=None,
    )  # fmt: skip
    sex: Sex = column(
        "Jenis kelamin", "Sex", Privacy.QUASI, heading="jenis_kelamin", english="sex",
        sa_type=closed(Sex, "sex"),
    )  # fmt: skip
    birth_date: date | None = column(
        "Tanggal lahir", "Birth date", Privacy.QUASI, heading="tanggal_lahir",
        english="birth_date", past=True, default=None,
    )  # fmt: skip
    citizenship: str | None = column(
        "Kewarganegaraan", "Citizenship", Privacy.QUASI, heading="kewarganegaraan",
        english="citizenship", max_length=3, default=None,
    )  # fmt: skip
    education: str | None = column(
        "Pendidikan", "Education", Privacy.QUASI, heading="pendidikan", english="education",
        codes="pendidikan", default=None,
    )  # fmt: skip
    origin_province_id: int | None = key(
        "Provinsi asal", "Origin province", Privacy.QUASI, target="province",
        path=(Heading("kode_provinsi_asal", "origin_province_code"),),
        default=None, foreign_key="province.id",
    )  # fmt: skip


class PersonIdentifier(Sourced, table=True):
    """One row is one number of a person, with the unit that issued it."""

    __tablename__ = "person_identifier"
    called: ClassVar = ("Nomor orang", "Person numbers")
    __table_args__ = (
        unique("kind", "unit_id", "value"),
        sa.Index("ix_person_identifier_value_kind", "value", "kind"),
    )
    natural_key: ClassVar = ("kind", "unit_id", "value")

    kind: IdentifierKind = column(
        "Jenis nomor", "Number kind", heading="jenis_nomor", english="identifier_kind",
        sa_type=closed(IdentifierKind, "kind"),
    )  # fmt: skip
    unit_id: int = key(
        "Unit penerbit", "Issuing unit", target="unit",
        path=(Heading("kode_unit_penerbit", "issuing_unit_code"),), foreign_key="unit.id",
    )  # fmt: skip
    value: str = column(
        "Nomor", "Number", Privacy.IDENTIFIER, heading="nilai_nomor", english="identifier_value",
        max_length=60,
    )  # fmt: skip
    wbp_id: int = person_key()


class Custody(Sourced, table=True):
    """One row is a stretch of one legal status of one person at one unit.

    A person has at most one open stretch in an institution and at most one under Bapas
    guidance; asimilasi has both.
    """

    __tablename__ = "custody"
    called: ClassVar = ("Masa status", "Custody")
    __table_args__ = (
        unique("wbp_id", "started_on", "legal_status", "unit_id"),
        in_order("started_on", "ended_on"),
        in_order("started_on", "expires_on"),
        in_order("two_thirds_on", "expires_on"),
        sa.Index(
            "uq_custody_one_open_in_institution", "wbp_id", unique=True,
            sqlite_where=sa.text(f"ended_on IS NULL AND legal_status NOT IN ({_CLIENTS})"),
            postgresql_where=sa.text(f"ended_on IS NULL AND legal_status NOT IN ({_CLIENTS})"),
        ),
        sa.Index(
            "uq_custody_one_open_in_guidance", "wbp_id", unique=True,
            sqlite_where=sa.text(f"ended_on IS NULL AND legal_status IN ({_CLIENTS})"),
            postgresql_where=sa.text(f"ended_on IS NULL AND legal_status IN ({_CLIENTS})"),
        ),
        sa.Index("ix_custody_unit_id_started_on", "unit_id", "started_on"),
    )  # fmt: skip
    natural_key: ClassVar = ("wbp_id", "started_on", "legal_status", "unit_id")

    wbp_id: int = person_key()
    unit_id: int = key("Unit", "Unit", target="unit", path=(UNIT,), foreign_key="unit.id")
    legal_status: LegalStatus = column(
        "Status hukum", "Legal status", Privacy.SENSITIVE, heading="status_hukum",
        english="legal_status", sa_type=closed(LegalStatus, "legal_status"),
    )  # fmt: skip
    started_on: date = column(
        "Mulai", "Started on", Privacy.QUASI, heading="tanggal_mulai", english="started_on"
    )
    ended_on: date | None = column(
        "Selesai", "Ended on", Privacy.QUASI, heading="tanggal_selesai", english="ended_on",
        default=None,
    )  # fmt: skip
    exit_reason: str | None = column(
        "Alasan keluar", "Exit reason", Privacy.SENSITIVE, heading="alasan_keluar",
        english="exit_reason", codes="alasan_keluar_tahanan", default=None,
    )  # fmt: skip
    register_kind: RegisterKind | None = column(
        "Jenis register", "Register kind", Privacy.SENSITIVE, heading="jenis_register",
        english="register_kind", default=None, sa_type=closed(RegisterKind, "register_kind"),
    )  # fmt: skip
    register_number: str | None = column(
        "Nomor register", "Register number", Privacy.IDENTIFIER,
        heading=NOMOR_REGISTER.id, english=NOMOR_REGISTER.en, max_length=60, default=None,
    )  # fmt: skip
    case_id: str | None = column(
        "Id perkara", "Case id", Privacy.IDENTIFIER, heading="id_perkara", english="case_id",
        max_length=60, default=None,
    )  # fmt: skip
    offence_group: str | None = column(
        "Kelompok tindak pidana", "Offence group", Privacy.SENSITIVE,
        heading="kelompok_tindak_pidana", english="offence_group", codes="tindak_pidana",
        default=None,
    )  # fmt: skip
    sentence_days: int | None = column(
        "Lama pidana", "Sentence", Privacy.SENSITIVE, heading="lama_pidana_hari",
        english="sentence_days", unit="hari", minimum=0, default=None,
    )  # fmt: skip
    two_thirds_on: date | None = column(
        "Dua pertiga pidana", "Two thirds on", Privacy.SENSITIVE, heading="tanggal_dua_pertiga",
        english="two_thirds_on", default=None,
    )  # fmt: skip
    expires_on: date | None = column(
        "Ekspirasi", "Expires on", Privacy.SENSITIVE, heading="tanggal_ekspirasi",
        english="expires_on", default=None,
    )  # fmt: skip


class Guardianship(Sourced, table=True):
    """One row is an officer's care of a person, as wali or PK."""

    __tablename__ = "guardianship"
    called: ClassVar = ("Wali dan PK", "Guardianships")
    __table_args__ = (
        unique("officer_id", "wbp_id", "started_on"),
        in_order("started_on", "ended_on"),
    )
    natural_key: ClassVar = ("officer_id", "wbp_id", "started_on")

    officer_id: int = key(
        "Petugas", "Officer", Privacy.IDENTIFIER, target="officer", path=(NIP,),
        foreign_key="officer.id",
    )  # fmt: skip
    wbp_id: int = person_key()
    kind: GuardianKind = column(
        "Jenis pendampingan", "Guardianship kind", heading="jenis_pendampingan",
        english="guardianship_kind", sa_type=closed(GuardianKind, "kind"),
    )  # fmt: skip
    started_on: date = column("Mulai", "Started on", heading="tanggal_mulai", english="started_on")
    ended_on: date | None = column(
        "Selesai", "Ended on", heading="tanggal_selesai", english="ended_on", default=None
    )
    decree: str | None = column(
        "Nomor SK", "Decree", heading="nomor_sk", english="decree", max_length=80, default=None
    )


class Need(Sourced, table=True):
    """One row is a need of a person that was assessed on a day."""

    __tablename__ = "need"
    called: ClassVar = ("Kebutuhan", "Needs")
    __table_args__ = (
        unique("wbp_id", "need", "assessed_on"),
        in_order("assessed_on", "closed_on"),
    )
    natural_key: ClassVar = ("wbp_id", "need", "assessed_on")

    wbp_id: int = person_key()
    need: str = column(
        "Kebutuhan", "Need", Privacy.SENSITIVE, heading="kebutuhan", english="need",
        codes="kebutuhan",
    )  # fmt: skip
    assessed_on: date = column(
        "Tanggal asesmen", "Assessed on", Privacy.QUASI, heading="tanggal_asesmen",
        english="assessed_on", past=True,
    )  # fmt: skip
    level: RiskLevel | None = column(
        "Tingkat", "Level", Privacy.SENSITIVE, heading="tingkat", english="level",
        default=None, sa_type=closed(RiskLevel, "level"),
    )  # fmt: skip
    source: NeedSource = column(
        "Sumber", "Source", heading="sumber_kebutuhan", english="need_source",
        sa_type=closed(NeedSource, "source"),
    )  # fmt: skip
    litmas_number: str | None = column(
        "Nomor litmas", "Litmas number", Privacy.IDENTIFIER, heading="nomor_litmas",
        english="litmas_number", max_length=80, default=None,
    )  # fmt: skip
    closed_on: date | None = column(
        "Ditutup", "Closed on", Privacy.QUASI, heading="tanggal_ditutup", english="closed_on",
        default=None,
    )  # fmt: skip


__all__ = [
    "NOMOR_INDUK", "Custody", "Guardianship", "Need", "PersonIdentifier", "Wbp", "person_key",
]  # fmt: skip
