"""Official indicators in the form of the performance report (LKjIP): A / B, target, month."""

from typing import ClassVar

from models.base import NIP, UNIT, Sourced, rule, unique
from models.codes import MeasureDirection, ValueSource
from models.columns import Heading, Privacy, closed, column, key

INDICATOR = (Heading("kode_indikator", "indicator_code"),)
MOST = 2_000_000_000


class OfficialIndicator(Sourced, table=True):
    """One row is one official indicator: what A and B are, and which way is better.

    `counted_by` names the count of this program that gives A and B; without it each month is
    entered by hand. Two thirds of the official list is about things not in this database. It
    cannot tell whether the wording is that of the ministry unless `verified` says so.
    """

    __tablename__ = "official_indicator"
    called: ClassVar = ("Indikator resmi", "Official indicators")
    __table_args__ = (unique("code"),)
    natural_key: ClassVar = ("code",)

    code: str = column(
        "Kode indikator", "Indicator code", heading="kode_indikator", english="indicator_code",
        max_length=40,
    )  # fmt: skip
    name_id: str = column(
        "Indikator", "Indicator (Indonesian)", heading="nama_indikator_id",
        english="indicator_name_id", max_length=300,
    )  # fmt: skip
    name_en: str = column(
        "Indikator Inggris", "Indicator (English)", heading="nama_indikator_en",
        english="indicator_name_en", max_length=300,
    )  # fmt: skip
    numerator: str = column(
        "Pembilang (A)", "Numerator (A)", heading="pembilang", english="indicator_numerator",
        max_length=300,
    )  # fmt: skip
    denominator: str = column(
        "Penyebut (B)", "Denominator (B)", heading="penyebut", english="indicator_denominator",
        max_length=300,
    )  # fmt: skip
    direction: MeasureDirection = column(
        "Arah", "Direction", heading="arah", english="direction",
        sa_type=closed(MeasureDirection, "direction"),
    )  # fmt: skip
    counted_by: str | None = column(
        "Dihitung oleh", "Counted by", heading="dihitung_oleh", english="counted_by",
        max_length=60, default=None,
    )  # fmt: skip
    order: int = column("Urutan", "Order", heading="urutan", english="order", default=0)
    active: bool = column("Aktif", "Active", heading="aktif", english="active", default=True)
    legal_source: str | None = column(
        "Sumber", "Source", heading="sumber", english="source", default=None, max_length=500
    )
    verified: bool = column(
        "Terverifikasi", "Verified", heading="terverifikasi", english="verified", default=False
    )


class IndicatorTarget(Sourced, table=True):
    """One row is the year's target of one indicator at one unit, in percent of B."""

    __tablename__ = "indicator_target"
    called: ClassVar = ("Target indikator", "Indicator targets")
    __table_args__ = (unique("indicator_id", "unit_id", "year"),)
    natural_key: ClassVar = ("indicator_id", "unit_id", "year")

    indicator_id: int = key(
        "Indikator", "Indicator", target="official_indicator", path=INDICATOR,
        foreign_key="official_indicator.id",
    )  # fmt: skip
    unit_id: int = key("Unit", "Unit", target="unit", path=(UNIT,), foreign_key="unit.id")
    year: int = column("Tahun", "Year", heading="tahun", english="year", minimum=2000, maximum=2100)
    target: float = column(
        "Target", "Target", heading="target_persen", english="target_percent", unit="persen",
        minimum=0,
    )  # fmt: skip
    document: str | None = column(
        "Dokumen target", "Target document", heading="dokumen_target",
        english="target_document", max_length=300, default=None,
    )  # fmt: skip


class IndicatorValue(Sourced, table=True):
    """One row is A and B of one indicator at one unit in one month, as it was reported.

    Counted rows are frozen with the data version they came from; those entered by hand name
    their evidence and the officer. 0 of 0 is a month without a value, never 0 %.
    """

    __tablename__ = "indicator_value"
    called: ClassVar = ("Nilai indikator", "Indicator values")
    __table_args__ = (
        unique("indicator_id", "unit_id", "year", "month"),
        rule(
            "by_hand_has_evidence",
            "source <> 'DIENTRI' OR (evidence IS NOT NULL AND officer_id IS NOT NULL)",
        ),
        rule("counted_has_version", "source <> 'DIHITUNG' OR data_version IS NOT NULL"),
    )
    natural_key: ClassVar = ("indicator_id", "unit_id", "year", "month")

    indicator_id: int = key(
        "Indikator", "Indicator", target="official_indicator", path=INDICATOR,
        foreign_key="official_indicator.id",
    )  # fmt: skip
    unit_id: int = key("Unit", "Unit", target="unit", path=(UNIT,), foreign_key="unit.id")
    year: int = column("Tahun", "Year", heading="tahun", english="year", minimum=2000, maximum=2100)
    month: int = column(
        "Bulan", "Month", heading="bulan_ke", english="month_number", minimum=1, maximum=12
    )
    numerator: int = column("A", "A", heading="nilai_a", english="value_a", minimum=0, maximum=MOST)
    denominator: int = column(
        "B", "B", heading="nilai_b", english="value_b", minimum=0, maximum=MOST
    )
    source: ValueSource = column(
        "Asal nilai", "Value from", heading="asal_nilai", english="value_source",
        sa_type=closed(ValueSource, "source"),
    )  # fmt: skip
    evidence: str | None = column(
        "Bukti", "Evidence", heading="bukti", english="evidence", max_length=300, default=None
    )
    officer_id: int | None = key(
        "Petugas", "Officer", Privacy.IDENTIFIER, target="officer", path=(NIP,), default=None,
        foreign_key="officer.id",
    )  # fmt: skip
    data_version: int | None = column(
        "Versi data", "Data version", heading="versi_data", english="data_version", minimum=0,
        maximum=MOST, default=None,
    )  # fmt: skip
