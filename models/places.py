"""Where things happen and who works there."""

from typing import ClassVar

from models.base import NIP, UNIT, Sourced, rule, unique
from models.codes import SecurityLevel, UnitKind
from models.columns import Heading, Privacy, closed, column, key

PROVINCE = Heading("kode_provinsi", "province_code")


class Province(Sourced, table=True):
    """One row is a province with its Kemendagri code and its place on the tile map."""

    __tablename__ = "province"
    called: ClassVar = ("Provinsi", "Provinces")
    __table_args__ = (
        unique("code"),
        rule("time_zone", "time_zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')"),
    )
    natural_key: ClassVar = ("code",)

    code: str = column(
        "Kode provinsi", "Province code", heading="kode_provinsi", english="province_code",
        max_length=2,
    )  # fmt: skip
    name: str = column(
        "Nama provinsi", "Province", heading="nama_provinsi", english="province_name",
        max_length=80,
    )  # fmt: skip
    time_zone: str = column(
        "Zona waktu", "Time zone", heading="zona_waktu", english="time_zone", max_length=20
    )
    tile_row: int = column(
        "Baris petak", "Tile row", heading="baris_petak", english="tile_row", minimum=0
    )
    tile_column: int = column(
        "Kolom petak", "Tile column", heading="kolom_petak", english="tile_column", minimum=0
    )


class Unit(Sourced, table=True):
    """One row is Ditjenpas, a Kanwil or a UPT, under its parent.

    The code is the six-character kode satker, kept as text; the directorate and fictional
    units use codes of their own.
    """

    __tablename__ = "unit"
    called: ClassVar = ("Unit", "Units")
    __table_args__ = (
        unique("code"),
        rule("not_its_own_parent", "parent_id IS NULL OR parent_id <> id"),
    )
    natural_key: ClassVar = ("code",)

    code: str = column(
        "Kode unit", "Unit code", heading="kode_unit", english="unit_code", max_length=12
    )
    name: str = column(
        "Nama unit", "Unit", heading="nama_unit", english="unit_name", max_length=160
    )
    kind: UnitKind = column(
        "Jenis unit", "Unit kind", heading="jenis_unit", english="unit_kind",
        sa_type=closed(UnitKind, "kind"),
    )  # fmt: skip
    unit_class: str | None = column(
        "Kelas", "Class", heading="kelas", english="unit_class", codes="kelas_upt", default=None
    )
    security_level: SecurityLevel | None = column(
        "Tingkat keamanan", "Security level", heading="tingkat_keamanan",
        english="security_level", default=None, sa_type=closed(SecurityLevel, "security_level"),
    )  # fmt: skip
    capacity: int | None = column(
        "Kapasitas", "Capacity", heading="kapasitas", english="capacity", unit="orang",
        minimum=0, default=None,
    )  # fmt: skip
    parent_id: int | None = key(
        "Unit induk", "Parent unit", target="unit", late=True,
        path=(Heading("kode_unit_induk", "parent_unit_code"),),
        default=None, foreign_key="unit.id", index=True,
    )  # fmt: skip
    province_id: int | None = key(
        "Provinsi", "Province", target="province", path=(PROVINCE,),
        default=None, foreign_key="province.id",
    )  # fmt: skip
    active: bool = column("Aktif", "Active", heading="aktif", english="active", default=True)


class Officer(Sourced, table=True):
    """One row is an officer: petugas, wali or PK."""

    __tablename__ = "officer"
    called: ClassVar = ("Petugas", "Officers")
    __table_args__ = (unique("nip"),)
    natural_key: ClassVar = ("nip",)

    nip: str = column(
        "NIP", "Officer number", Privacy.IDENTIFIER, heading=NIP.id, english=NIP.en, max_length=18
    )
    name: str = column(
        "Nama petugas", "Officer", Privacy.IDENTIFIER, heading="nama_petugas",
        english="officer_name", max_length=160,
    )  # fmt: skip
    position: str | None = column(
        "Jabatan", "Position", heading="jabatan", english="position", max_length=120, default=None
    )
    unit_id: int = key(
        "Unit", "Unit", target="unit", path=(UNIT,), foreign_key="unit.id", index=True
    )
