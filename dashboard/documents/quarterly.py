"""A quarter's report about an agreement: promised, counted and reported, and what follows."""

from datetime import date

import models
from dashboard.documents import cells, parts, promises
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
from data.answers.agreement_page import pillar_rows
from data.answers.quarterly import ReportLine, Step
from data.answers.recount import Cause, Moved, Recount
from data.reports.quarterly import QuarterlyReport
from models.columns import declared_columns

KIND = "laporan_triwulan"
_NOBODY = "–"


def quarterly_document(
    content: QuarterlyReport, made_on: date, record: int | None = None
) -> Document:
    """The report as a document in the language of the run."""
    report = content.report
    office = str(content.agreement["owner_name"])
    return Document(
        kind=KIND,
        name=f"laporan-{content.key.owner}-{content.key.code}-{report.year}-{report.quarter}",
        title=t("triwulanan.judul", ke=promises.ROMAN[report.quarter], tahun=report.year),
        subtitle=cells.words(content.agreement["title"]).text
        if content.agreement["title"] else t("triwulanan.anak_judul"),
        language=language(),
        head=parts.head(content.letterhead, office),
        facts=(
            *promises.agreement_facts(content.agreement, content.parties, content.key.code),
            (t("triwulanan.status"), _status(content)),
        ),
        sections=tuple(
            Section(title, blocks)
            for title, blocks in (
                (t("triwulanan.ringkasan"), _summary(content)),
                (t("triwulanan.hasil"), _lines(content)),
                (t("triwulanan.kendala"), _obstacles(report.lines)),
                (t("janji.tindak_lanjut"), _actions(content)),
                (t("triwulanan.pilar"), _pillars(content)),
                (t("triwulanan.jalan"), _way(report.steps)),
                (t("triwulanan.hitung_ulang"), _recount(content.recount)),
            )
            if blocks
        ),
        signatures=(
            parts.to_sign(t("bulanan.kepala", unit=office), content.letterhead),
            parts.partner_to_sign(),
        ),
        source=parts.source(content.basis, made_on, record),
    )  # fmt: skip


def _status(content: QuarterlyReport) -> str:
    report = content.report
    said = report.status.label(language())
    if report.submitted_on is None:
        return t("triwulanan.belum_diajukan", status=said)
    return t(
        "triwulanan.diajukan", status=said, hari=formats.day(report.submitted_on, language()),
        versi=formats.number(report.data_version, language()),
    )  # fmt: skip


def _summary(content: QuarterlyReport) -> tuple[Block, ...]:
    return (Paragraph(content.report.summary),) if content.report.summary else ()


def _lines(content: QuarterlyReport) -> tuple[Block, ...]:
    report = content.report
    heads = (
        Column(t("janji.nomor"), 0.5), Column(t("janji.kegiatan"), 2.6, number=False),
        Column(t("janji.satuan"), 1.5, number=False), Column(t("triwulanan.target"), 0.9),
        Column(t("janji.dihitung"), 1.1), Column(t("triwulanan.dicatat"), 1.0),
        Column(t("janji.dilaporkan"), 1.2), Column(t("triwulanan.belanja"), 1.5),
    )  # fmt: skip
    rows = tuple(_line(line, report.quarter) for line in report.lines)
    table = Table(t("triwulanan.hasil"), heads, rows, note=t("triwulanan.cara_baca"))
    chart = promises.promise_chart(
        t("triwulanan.grafik"),
        ((line.planned, line.counted, line.promised(report.quarter)) for line in report.lines),
    )
    offices = promises.responsible_table(line.planned for line in report.lines)
    return (table, *_differences(report.lines), *chart, *offices)


def _line(line: ReportLine, quarter: int) -> tuple[Cell, ...]:
    told = line.reported
    recorded = line.now.recorded if told.counted is None else told.recorded
    return (
        cells.count(line.planned.number), cells.words(line.planned.title),
        cells.words(promises.measured_in(line.planned)), cells.count(line.promised(quarter)),
        cells.count(line.counted), cells.count(recorded), cells.count(told.reported),
        cells.rupiah(told.spent),
    )  # fmt: skip


def _differences(lines: tuple[ReportLine, ...]) -> tuple[Block, ...]:
    """A sentence for each activity whose report is not what was counted."""
    said = tuple(
        t(
            "triwulanan.selisih", nomor=line.planned.number,
            dilaporkan=formats.number(line.reported.reported, language()),
            dihitung=formats.number(line.counted, language()),
            sebab=line.reported.difference or t("triwulanan.tanpa_penjelasan"),
        )
        for line in lines if line.differs
    )  # fmt: skip
    return (Points(said),) if said else ()


def _obstacles(lines: tuple[ReportLine, ...]) -> tuple[Block, ...]:
    told = [line for line in lines if line.reported.obstacle or line.reported.evidence]
    if not told:
        return (Paragraph(t("triwulanan.tanpa_kendala")),)
    heads = tuple(
        Column(label, width, number=False)
        for label, width in ((t("janji.kegiatan"), 2.0), (t("triwulanan.kendala_isi"), 2.6),
                             (t("triwulanan.bukti"), 2.0))
    )  # fmt: skip
    rows = tuple(
        (
            cells.words(f"{line.planned.number}. {line.planned.title}"),
            Cell(line.reported.obstacle or _NOBODY), Cell(line.reported.evidence or _NOBODY),
        )
        for line in told
    )  # fmt: skip
    return (Table(t("triwulanan.kendala"), heads, rows),)


def _actions(content: QuarterlyReport) -> tuple[Block, ...]:
    if not content.report.actions:
        return (Paragraph(t("janji.tanpa_tindak_lanjut")),)
    return (promises.action_table(content.report.actions, content.as_of),)


def _pillars(content: QuarterlyReport) -> tuple[Block, ...]:
    return (promises.pillar_table(t("triwulanan.pilar"), pillar_rows(content.pillars)),)


def _way(steps: tuple[Step, ...]) -> tuple[Block, ...]:
    if not steps:
        return (Paragraph(t("triwulanan.tanpa_langkah")),)
    heads = tuple(
        Column(label, width, number=False)
        for label, width in (
            (t("triwulanan.langkah"), 1.8), (t("bulanan.tanggal"), 1.0),
            (t("triwulanan.kantor"), 1.8), (t("triwulanan.surat"), 2.0),
            (t("triwulanan.alasan"), 2.0),
        )
    )  # fmt: skip
    return (Table(t("triwulanan.jalan"), heads, tuple(_step(step) for step in steps)),)


def _step(step: Step) -> tuple[Cell, ...]:
    letter = _NOBODY if step.letter is None else t(
        "triwulanan.nomor_surat", nomor=step.letter,
        hari=formats.short_day(step.letter_on, language()),
    )  # fmt: skip
    return (
        cells.words(step.status.label(language())), cells.day(step.taken_on),
        Cell(step.office or _NOBODY), Cell(letter), Cell(step.reason or _NOBODY),
    )  # fmt: skip


def _recount(recount: Recount | None) -> tuple[Block, ...]:
    """Nothing before it was submitted; afterwards whether what was frozen still stands."""
    if recount is None:
        return ()
    if recount.stands:
        return (Paragraph(t("triwulanan.tetap")),)
    heads = (
        Column(t("janji.kegiatan"), 2.4, number=False),
        Column(t("triwulanan.angka"), 2.0, number=False), Column(t("triwulanan.saat_diajukan")),
        Column(t("triwulanan.sekarang")),
    )  # fmt: skip
    rows = tuple(_moved(one) for one in recount.moved)
    causes = tuple(dict.fromkeys(_cause(one) for one in recount.causes))
    found: list[Block] = [Table(t("triwulanan.hitung_ulang"), heads, rows)]
    return (*found, Points(causes)) if causes else tuple(found)


def _moved(one: Moved) -> tuple[Cell, ...]:
    return (
        cells.words(f"{one.line.number}. {one.line.title}"), cells.words(_labels()[one.figure]),
        cells.count(one.frozen), cells.count(one.now),
    )  # fmt: skip


def _labels() -> dict[str, str]:
    """What the figures of a report's line are called, as they were declared."""
    table = models.metadata.tables["progress_line"]
    return {column.name: said.label(language()) for column, said in declared_columns(table)}


def _cause(one: Cause) -> str:
    """Which row was written since, without any person: table, cohort, number and day."""
    names: tuple[str, str] = models.classes[one.table].called
    number = None if one.number is None else str(one.number)
    day = None if one.held_on is None else formats.day(one.held_on, language())
    return t(
        "kemajuan.sebab_satu", apa=names[1 if language() == "en" else 0],
        mana=" ".join(part for part in (one.cohort, number, day) if part),
        tindakan=one.action.label(language()), hari=formats.day(one.at.date(), language()),
        lewat=t("kemajuan.lewat_impor") if one.by_import else t("kemajuan.lewat_layar"),
    )  # fmt: skip
