"""The LKjIP table of a unit's year: target, realisation, achievement, and the A and B behind."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard.documents import cells, parts
from dashboard.documents.content import (
    Block,
    Cell,
    Column,
    Document,
    Paragraph,
    Points,
    Section,
    Table,
)
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers import columns
from data.reports.yearly import YearlyReport
from models.codes import ValueSource

KIND = "lkjip"
_WHOLE = 100.0


def yearly_document(report: YearlyReport, made_on: date, record: int | None = None) -> Document:
    """The year as a document in the language of the run."""
    place = t("bulanan.unit_isi", nama=report.unit_name, kode=report.unit_code)
    return Document(
        kind=KIND,
        name=f"lkjip-{report.unit_code}-{report.year}",
        title=t("lkjip.judul", tahun=report.year),
        subtitle=t("lkjip.anak_judul"),
        language=language(),
        head=parts.head(report.letterhead, report.unit_name),
        facts=((t("bulanan.unit"), place), (t("lkjip.tahun"), str(report.year))),
        sections=(
            Section(t("lkjip.capaian"), (_year(report), *_reservations(report))),
            Section(t("lkjip.bulanan"), _months(report)),
            Section(t("lkjip.arti"), (_meanings(report),)),
        ),
        signatures=(parts.to_sign(t("bulanan.kepala", unit=report.unit_name), report.letterhead),),
        source=parts.source(report.basis, made_on, record),
        landscape=True,
    )


def _year(report: YearlyReport) -> Table:
    heads = (
        Column(t("lkjip.indikator"), 4.2, number=False), Column(t("lkjip.target")),
        Column(t("lkjip.realisasi")), Column(t("lkjip.tercapai")), Column(t("lkjip.rata_a")),
        Column(t("lkjip.rata_b")), Column(t("lkjip.tahun_lalu")), Column(t("lkjip.bulan")),
        Column(t("lkjip.keterangan"), 2.0, number=False),
    )  # fmt: skip
    before: dict[Any, Any] = report.before.set_index(columns.INDICATOR_CODE)[columns.RATE].to_dict()
    rows = tuple(_indicator(row, before) for row in report.figures.to_dict("records"))
    return Table(t("lkjip.capaian"), heads, rows, note=t("lkjip.cara_baca"))


def _indicator(row: dict[Any, Any], before: dict[Any, Any]) -> tuple[Cell, ...]:
    return (
        cells.words(row[_name()]),
        _percent(row[columns.TARGET]),
        _share(row[columns.RATE]),
        _percent(row[columns.ACHIEVEMENT]),
        _decimal(row[columns.A]),
        _decimal(row[columns.B]),
        _share(before.get(row[columns.INDICATOR_CODE])),
        cells.count(int(row[columns.MONTHS])),
        cells.words(_remark(row[columns.REASON])),
    )


def _reservations(report: YearlyReport) -> tuple[Block, ...]:
    unverified = int((~report.figures[columns.VERIFIED].astype(bool)).sum())
    lines = [t("lkjip.belum_dipastikan", n=unverified, semua=len(report.figures))]
    lines.append(t("lkjip.tanpa_anggaran"))
    return (Points(tuple(lines)),)


def _months(report: YearlyReport) -> tuple[Block, ...]:
    if report.months.empty:
        return (Paragraph(t("lkjip.tanpa_bulan")),)
    heads = (
        Column(t("lkjip.indikator"), 4.2, number=False),
        Column(t("lkjip.bulan_ini"), 1.2, number=False), Column("A"), Column("B"),
        Column(t("lkjip.realisasi")), Column(t("lkjip.asal"), 2.0, number=False),
    )  # fmt: skip
    rows = tuple(
        (
            cells.words(row[_name()]),
            Cell(formats.month(row[columns.MONTH], language())),
            cells.count(int(row[columns.A])),
            cells.count(int(row[columns.B])),
            _share(row[columns.RATE]),
            cells.words(_how(row[columns.HOW])),
        )
        for row in report.months.to_dict("records")
    )
    return (Table(t("lkjip.bulanan"), heads, rows),)


def _meanings(report: YearlyReport) -> Table:
    heads = tuple(
        Column(label, width, number=False)
        for label, width in (
            (t("lkjip.indikator"), 3.2), (t("lkjip.arti_a"), 2.4), (t("lkjip.arti_b"), 2.4),
            (t("lkjip.sumber"), 2.0), (t("lkjip.dipastikan"), 0.9),
        )
    )  # fmt: skip
    rows = tuple(
        (
            cells.words(row[_name()]), cells.words(row[columns.MEANS_A]),
            cells.words(row[columns.MEANS_B]), cells.words(_known(row[columns.SOURCE])),
            cells.words(t("umum.ya") if row[columns.VERIFIED] else t("umum.tidak")),
        )
        for row in report.figures.to_dict("records")
    )  # fmt: skip
    return Table(t("lkjip.arti"), heads, rows)


def _name() -> str:
    return columns.NAME_EN if language() == "en" else columns.NAME_ID


def _known(value: Any) -> Any:
    return None if pd.isna(value) else value


def _share(value: Any) -> Cell:
    return cells.share(_known(value), of=_WHOLE)


def _percent(value: Any) -> Cell:
    """A number that is in percent already; never capped."""
    return _share(None if pd.isna(value) else value / _WHOLE)


def _decimal(value: Any) -> Cell:
    return cells.decimal(_known(value))


def _how(value: Any) -> str | None:
    if pd.isna(value):
        return None
    return " + ".join(ValueSource.of(one).label(language()) for one in str(value).split("+"))


def _remark(value: Any) -> str:
    """Why a figure stands alone or does not stand at all; nothing when it is well."""
    if pd.isna(value):
        return ""
    return {
        "no_month": t("resmi.tanpa_bulan"),
        "zero_of_zero": t("resmi.nol_dari_nol"),
        "too_few": t("resmi.sedikit"),
    }[str(value)]
