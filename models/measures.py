"""Instruments as data, and what was measured with them."""

from typing import ClassVar

import sqlalchemy as sa

from models.base import NIP, PERSON, Sourced, composite, date, rule, unique
from models.codes import AssessmentStatus, MeasureDirection, RiskLevel, SecurityLevel
from models.columns import Heading, Privacy, closed, column, derived, key
from models.people import person_key

INSTRUMENT = (
    Heading("kode_instrumen", "instrument_code"),
    Heading("versi_instrumen", "instrument_version"),
)
SCALE = (*INSTRUMENT, Heading("kode_skala", "scale_code"))
ASSESSMENT = (
    *PERSON,
    *INSTRUMENT,
    Heading("tanggal_penilaian", "assessed_on"),
    NIP,
    Heading("penilaian_ke", "occasion"),
)


class Instrument(Sourced, table=True):
    """One row is one version of a measure. Versions are never paired with each other."""

    __tablename__ = "instrument"
    called: ClassVar = ("Instrumen", "Instruments")
    __table_args__ = (unique("code", "version"),)
    natural_key: ClassVar = ("code", "version")

    code: str = column(
        "Kode instrumen", "Instrument code", heading="kode_instrumen",
        english="instrument_code", max_length=40,
    )  # fmt: skip
    version: str = column(
        "Versi", "Version", heading="versi_instrumen", english="instrument_version",
        max_length=20,
    )  # fmt: skip
    name: str = column(
        "Nama instrumen", "Instrument", heading="nama_instrumen", english="instrument_name",
        max_length=200,
    )  # fmt: skip
    legal_basis: str | None = column(
        "Dasar hukum", "Legal basis", heading="dasar_hukum", english="legal_basis",
        max_length=300, default=None,
    )  # fmt: skip
    security_level: SecurityLevel | None = column(
        "Tingkat keamanan", "Security level", heading="tingkat_keamanan",
        english="security_level", default=None, sa_type=closed(SecurityLevel, "security_level"),
    )  # fmt: skip
    due_every_days: int | None = column(
        "Jatuh tempo setiap", "Due every", heading="selang_hari", english="due_every_days",
        unit="hari", minimum=1, default=None,
    )  # fmt: skip
    verified: bool = column(
        "Terverifikasi", "Verified", heading="terverifikasi", english="verified", default=False
    )


class InstrumentScale(Sourced, table=True):
    """One row is one scale (aspect or variable) of an instrument, with its range.

    `scores_participation`: taking part raises it by construction, so it never feeds change.
    Reliability, SD and mean need their source; without it no reliable change is claimed.
    """

    __tablename__ = "instrument_scale"
    called: ClassVar = ("Skala instrumen", "Instrument scales")
    __table_args__ = (
        unique("instrument_id", "code"),
        unique("id", "minimum", "maximum"),
        rule("range", "maximum > minimum"),
        rule("reliability_has_source", "reliability IS NULL OR reliability_source IS NOT NULL"),
        rule("norm_has_source", "population_mean IS NULL OR norm_source IS NOT NULL"),
    )
    natural_key: ClassVar = ("instrument_id", "code")

    instrument_id: int = key(
        "Instrumen", "Instrument", target="instrument", path=INSTRUMENT,
        foreign_key="instrument.id",
    )  # fmt: skip
    code: str = column(
        "Kode skala", "Scale code", heading="kode_skala", english="scale_code", max_length=40
    )
    name_id: str = column(
        "Nama skala", "Scale (Indonesian)", heading="nama_skala_id", english="scale_name_id",
        max_length=120,
    )  # fmt: skip
    name_en: str = column(
        "Nama skala Inggris", "Scale (English)", heading="nama_skala_en",
        english="scale_name_en", max_length=120,
    )  # fmt: skip
    parent_id: int | None = key(
        "Skala induk", "Parent scale", target="instrument_scale", late=True,
        path=(*INSTRUMENT, Heading("kode_skala_induk", "parent_scale_code")),
        default=None, foreign_key="instrument_scale.id",
    )  # fmt: skip
    minimum: float = column("Terendah", "Minimum", heading="nilai_terendah", english="minimum")
    maximum: float = column("Tertinggi", "Maximum", heading="nilai_tertinggi", english="maximum")
    direction: MeasureDirection = column(
        "Arah", "Direction", heading="arah", english="direction",
        sa_type=closed(MeasureDirection, "direction"),
    )  # fmt: skip
    weight: float = column(
        "Bobot", "Weight", heading="bobot", english="weight", minimum=0, default=1.0
    )
    scores_participation: bool = column(
        "Menilai keikutsertaan", "Scores participation", heading="menilai_keikutsertaan",
        english="scores_participation", default=False,
    )  # fmt: skip
    reliability: float | None = column(
        "Reliabilitas", "Reliability", heading="reliabilitas", english="reliability",
        minimum=0, maximum=1, default=None,
    )  # fmt: skip
    reliability_source: str | None = column(
        "Sumber reliabilitas", "Reliability source", heading="sumber_reliabilitas",
        english="reliability_source", max_length=300, default=None,
    )  # fmt: skip
    standard_deviation: float | None = column(
        "Simpangan baku", "Standard deviation", heading="simpangan_baku",
        english="standard_deviation", minimum=0, default=None,
    )  # fmt: skip
    population_mean: float | None = column(
        "Rerata populasi", "Population mean", heading="rerata_populasi",
        english="population_mean", default=None,
    )  # fmt: skip
    norm_source: str | None = column(
        "Sumber norma", "Norm source", heading="sumber_norma", english="norm_source",
        max_length=300, default=None,
    )  # fmt: skip


class InstrumentBand(Sourced, table=True):
    """One row is one band of a scale, from a lower limit upwards."""

    __tablename__ = "instrument_band"
    called: ClassVar = ("Kategori skor", "Score bands")
    __table_args__ = (unique("scale_id", "code"), unique("scale_id", "lower"))
    natural_key: ClassVar = ("scale_id", "code")

    scale_id: int = key(
        "Skala", "Scale", target="instrument_scale", path=SCALE,
        foreign_key="instrument_scale.id",
    )  # fmt: skip
    code: str = column(
        "Kode rentang", "Band code", heading="kode_rentang", english="band_code", max_length=40
    )
    label_id: str = column(
        "Label", "Label (Indonesian)", heading="label_rentang_id", english="band_label_id",
        max_length=80,
    )  # fmt: skip
    label_en: str = column(
        "Label Inggris", "Label (English)", heading="label_rentang_en",
        english="band_label_en", max_length=80,
    )  # fmt: skip
    lower: float = column("Mulai dari", "From", heading="mulai_dari", english="band_from")


class Assessment(Sourced, table=True):
    """One row is one measurement of a person by one assessor. Only DITERIMA counts."""

    __tablename__ = "assessment"
    called: ClassVar = ("Penilaian", "Assessments")
    __table_args__ = (
        unique(
            "wbp_id", "instrument_id", "assessed_on", "assessor_id", "occasion",
            name="uq_assessment_natural_key",
        ),
        unique("id", "instrument_id"),
        sa.Index("ix_assessment_unit_id_assessed_on", "unit_id", "assessed_on"),
    )  # fmt: skip
    natural_key: ClassVar = (
        "wbp_id", "instrument_id", "assessed_on", "assessor_id", "occasion",
    )  # fmt: skip

    wbp_id: int = person_key()
    unit_id: int = key("Unit", "Unit", target="unit", path=PERSON[:1], foreign_key="unit.id")
    instrument_id: int = key(
        "Instrumen", "Instrument", target="instrument", path=INSTRUMENT,
        foreign_key="instrument.id",
    )  # fmt: skip
    assessed_on: date = column(
        "Tanggal penilaian", "Assessed on", Privacy.QUASI, heading="tanggal_penilaian",
        english="assessed_on", past=True,
    )  # fmt: skip
    assessor_id: int = key(
        "Penilai", "Assessor", target="officer", path=(NIP,), foreign_key="officer.id"
    )
    occasion: int = column(
        "Penilaian ke", "Occasion", heading="penilaian_ke", english="occasion", minimum=1,
        default=1,
    )  # fmt: skip
    status: AssessmentStatus = column(
        "Status penilaian", "Assessment status", heading="status_penilaian",
        english="assessment_status", sa_type=closed(AssessmentStatus, "status"),
    )  # fmt: skip
    level: RiskLevel | None = column(
        "Tingkat risiko", "Risk level", Privacy.SENSITIVE, heading="tingkat_risiko",
        english="risk_level", default=None, sa_type=closed(RiskLevel, "level"),
    )  # fmt: skip
    consent: bool | None = column(
        "Persetujuan", "Consent", heading="persetujuan", english="consent", default=None
    )
    assessor_is_facilitator: bool | None = column(
        "Penilai juga pengajar", "Assessor runs the programme", heading="penilai_pengajar",
        english="assessor_is_facilitator", default=None,
    )  # fmt: skip


class AssessmentScore(Sourced, table=True):
    """One row is the score of one scale in one assessment, inside the scale's range."""

    __tablename__ = "assessment_score"
    called: ClassVar = ("Skor penilaian", "Assessment scores")
    __table_args__ = (
        unique("assessment_id", "scale_id"),
        composite(
            ["scale_id", "minimum", "maximum"], "instrument_scale", ["id", "minimum", "maximum"]
        ),
        rule("in_range", "score >= minimum AND score <= maximum"),
        sa.Index("ix_assessment_score_scale_id", "scale_id"),
    )
    natural_key: ClassVar = ("assessment_id", "scale_id")

    assessment_id: int = key(
        "Penilaian", "Assessment", Privacy.IDENTIFIER, target="assessment", path=ASSESSMENT,
        foreign_key="assessment.id",
    )  # fmt: skip
    scale_id: int = key("Skala", "Scale", target="instrument_scale", path=SCALE)
    minimum: float = derived("Terendah", "Minimum", source=("scale_id", "minimum"))
    maximum: float = derived("Tertinggi", "Maximum", source=("scale_id", "maximum"))
    score: float = column("Skor", "Score", Privacy.SENSITIVE, heading="skor", english="score")
