"""The unit's monthly report, in the order in which officers retype it or send it on."""

from datetime import date

import pandas as pd

from dashboard.charts.fields import describe_fields, people_by_field
from dashboard.documents import cells, parts
from dashboard.documents.content import (
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Figures,
    Paragraph,
    Points,
    Section,
    Table,
)
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers import columns
from data.answers.monthly import MonthActivity, MonthLine
from data.reports.monthly import MonthlyReport
from data.reports.units import Office
from models.codes import FacilitatorKind

KIND = "laporan_bulanan"
TEACHERS = (
    FacilitatorKind.PETUGAS, FacilitatorKind.WBP, FacilitatorKind.INSTANSI_LAIN,
    FacilitatorKind.MITRA,
)  # fmt: skip
_TO_FILL = Cell("…………………")


def monthly_document(report: MonthlyReport, made_on: date, record: int | None = None) -> Document:
    """The report as a document in the language of the run."""
    month = month_name(report.month)
    place = t("bulanan.unit_isi", nama=report.unit_name, kode=report.unit_code)
    return Document(
        kind=KIND,
        name=f"laporan-bulanan-{report.unit_code}-{report.month:%Y-%m}",
        title=t("bulanan.judul"),
        subtitle=t("bulanan.anak_judul", bulan=month),
        language=language(),
        head=parts.head(report.letterhead, report.unit_name),
        facts=((t("bulanan.unit"), place), (t("bulanan.bulan"), month)),
        sections=(
            Section(t("bulanan.angka"), _figures(report)),
            Section(t("bulanan.kegiatan"), _held(report, month)),
            Section(t("bulanan.luar"), _outside(report)),
            Section(t("bulanan.verifikasi"), _verification(report.offices)),
        ),
        signatures=(parts.to_sign(t("bulanan.kepala", unit=report.unit_name), report.letterhead),),
        source=parts.source(report.basis, made_on, record),
    )


def month_name(day: date) -> str:
    """The month in words, with its year."""
    return f"{formats.MONTHS[language()][day.month - 1]} {day.year}"


def _figures(report: MonthlyReport) -> tuple[Block, ...]:
    return (Figures((parts.figure(report.participation), parts.figure(report.attendance))),)


def _held(report: MonthlyReport, month: str) -> tuple[Block, ...]:
    if len(report.lines) == 1:
        return (Paragraph(t("bulanan.kosong")),)
    total = report.total
    open_ends = [
        t("bulanan.rencana", n=formats.number(total.planned, language())) if total.planned else "",
        t("bulanan.tanpa_nama", n=formats.number(total.unnamed, language()))
        if total.unnamed else "",
    ]  # fmt: skip
    found: list[Block] = [_table(report), *_chart(report, month)]
    if any(open_ends):
        found.insert(1, Points(tuple(line for line in open_ends if line)))
    return tuple(found)


def _table(report: MonthlyReport) -> Table:
    heads = (
        Column(t("bulanan.jenis"), 2.7, number=False),
        Column(t("bulanan.hari"), 0.7), Column(t("bulanan.sesi"), 1.1),
        Column(t("bulanan.peserta"), 1.05), Column(t("bulanan.peserta_petugas"), 1.05),
        Column(t("bulanan.pengajar_petugas"), 1.15), Column(t("bulanan.pengajar_wbp"), 1.15),
        Column(t("bulanan.pengajar_instansi"), 1.15), Column(t("bulanan.pengajar_mitra"), 1.15),
        Column(t("bulanan.batal"), 0.8), Column(t("bulanan.tanpa_presensi"), 1.2),
    )  # fmt: skip
    return Table(
        t("bulanan.kegiatan"), heads, tuple(_row(line) for line in report.lines[:-1]),
        total=_row(report.total), note=t("bulanan.cara_baca"),
    )  # fmt: skip


def _row(line: MonthLine) -> tuple[Cell, ...]:
    return (
        cells.words(_name(line)),
        *(cells.count(value) for value in (line.days, line.sessions, line.people, line.officers)),
        *(cells.count(line.teachers[kind]) for kind in TEACHERS),
        cells.count(line.cancelled),
        cells.count(line.unrecorded),
    )


def _name(line: MonthLine) -> str:
    return t("bulanan.semua") if line.name is None else line.name.in_language(language())


def _chart(report: MonthlyReport, month: str) -> tuple[Chart, ...]:
    """A bar a kind, most people first; nothing to draw where one bar would stand alone."""
    lines = sorted(
        (line for line in report.lines[:-1] if line.people), key=lambda line: -(line.people or 0)
    )
    if len(lines) < 2:
        return ()
    frame = pd.DataFrame(
        {
            columns.FIELD: [_name(line) for line in lines],
            columns.PEOPLE: pd.array([line.people for line in lines], dtype="Int64"),
            columns.SESSIONS: pd.array([line.sessions for line in lines], dtype="Int64"),
        }
    )
    said = t("bulanan.grafik", bulan=month)
    return (Chart(said, describe_fields(frame), people_by_field, frame),)


def _outside(report: MonthlyReport) -> tuple[Block, ...]:
    if not report.activities:
        return (Paragraph(t("bulanan.luar_kosong")),)
    heads = (
        Column(t("bulanan.tanggal"), 1.2, number=False),
        Column(t("bulanan.perjanjian"), 2.0, number=False),
        Column(t("bulanan.jenis_kegiatan"), 1.2, number=False),
        Column(t("bulanan.nama"), 2.4, number=False),
        Column(t("bulanan.petugas"), 0.9), Column(t("bulanan.masyarakat"), 1.1),
        Column(t("bulanan.wbp"), 0.7), Column(t("bulanan.derajat"), 1.3, number=False),
    )  # fmt: skip
    rows = tuple(_activity(one) for one in report.activities)
    return (Table(t("bulanan.luar_tabel"), heads, rows),)


def _activity(one: MonthActivity) -> tuple[Cell, ...]:
    return (
        cells.day(one.held_on), cells.words(one.agreement),
        cells.words(one.kind.in_language(language())), cells.words(one.title),
        cells.count(one.officers), cells.count(one.community), cells.count(one.wbp),
        cells.words(one.grade.label(language())),
    )  # fmt: skip


def _verification(offices: dict[Office, str | None]) -> tuple[Block, ...]:
    """The offices by name; letter, day and hand by hand: nobody verifies in another's name."""
    levels = {
        Office.UPT: t("bulanan.upt"), Office.KANWIL: t("bulanan.kanwil"),
        Office.DITJEN: t("bulanan.ditjen"),
    }  # fmt: skip
    heads = (
        Column(t("bulanan.tingkat"), 0.6, number=False),
        Column(t("bulanan.kantor"), 1.6, number=False),
        Column(t("bulanan.nomor_surat"), 1.0, number=False),
        Column(t("bulanan.tanggal_surat"), 0.8, number=False),
        Column(t("bulanan.pejabat"), 1.2, number=False),
    )
    rows = tuple(
        (cells.words(levels[level]), cells.words(name) if name else _TO_FILL, *(_TO_FILL,) * 3)
        for level, name in offices.items()
    )
    return (Table(t("bulanan.verifikasi"), heads, rows, note=t("bulanan.verifikasi_cara")),)
