"""An agreement at the end of its term: promised, delivered, what changed, what can be said."""

from datetime import date

from dashboard.documents import cells, parts, promises
from dashboard.documents.changes import change_blocks
from dashboard.documents.content import (
    Block,
    Cell,
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
from data.answers.agreement_page import pillar_rows
from data.answers.obligations import Duty
from data.answers.progress import PlanProgress
from data.reports.evaluation import Evaluation

KIND = "evaluasi_perjanjian"


def evaluation_document(content: Evaluation, made_on: date, record: int | None = None) -> Document:
    """The evaluation as a document in the language of the run."""
    office = str(content.agreement["owner_name"])
    spoken = language()
    return Document(
        kind=KIND,
        name=f"evaluasi-{content.key.owner}-{content.key.code}",
        title=t("evaluasi.judul"),
        subtitle=t("evaluasi.anak_judul", dari=formats.day(content.first, spoken),
                   sampai=formats.day(content.last, spoken)),
        language=spoken,
        head=parts.head(content.letterhead, office),
        facts=(
            *promises.agreement_facts(content.agreement, content.parties, content.key.code),
            (t("tandatangan.tujuan"), cells.words(content.agreement["scope"]).text),
        ),
        sections=(
            Section(t("evaluasi.dijanjikan"), _promised(content)),
            Section(t("evaluasi.dilaksanakan"), _delivered(content)),
            Section(t("evaluasi.kewajiban"), _duties(content)),
            Section(t("evaluasi.disiplin"), _discipline(content)),
            Section(t("perubahan_dokumen.judul"), change_blocks(content.changes)),
            Section(t("evaluasi.bukti"), (Points((t("evaluasi.tingkat_a"),)),)),
        ),
        signatures=(
            parts.to_sign(t("bulanan.kepala", unit=office), content.letterhead),
            parts.partner_to_sign(),
        ),
        source=parts.source(content.basis, made_on, record),
    )  # fmt: skip


def _promised(content: Evaluation) -> tuple[Block, ...]:
    if not content.years:
        return (Paragraph(t("evaluasi.tanpa_rencana")),)
    return tuple(block for plan in content.years for block in _year(plan))


def _year(plan: PlanProgress) -> tuple[Block, ...]:
    chart = promises.promise_chart(
        t("evaluasi.grafik", tahun=plan.year),
        ((line.line, line.delivered, line.line.promised()) for line in plan.lines),
    )
    return (promises.plan_table(plan), *chart)


def _delivered(content: Evaluation) -> tuple[Block, ...]:
    figures = content.figures
    shown = (figures.people.now, figures.attendance.now, figures.completion.now)
    return (
        Figures(tuple(parts.figure(one) for one in shown)),
        promises.pillar_table(t("triwulanan.pilar"), pillar_rows(content.pillars)),
    )


def _duties(content: Evaluation) -> tuple[Block, ...]:
    if not content.duties:
        return (Paragraph(t("evaluasi.tanpa_kewajiban")),)
    heads = (
        Column(t("janji.nomor"), 0.5), Column(t("evaluasi.pihak"), 1.8, number=False),
        Column(t("evaluasi.isi"), 3.4, number=False), Column(t("janji.tenggat"), 1.2, number=False),
        Column(t("janji.keadaan"), 1.8, number=False),
    )  # fmt: skip
    rows = tuple(_duty(one, content.as_of) for one in content.duties)
    return (Table(t("evaluasi.kewajiban"), heads, rows),)


def _duty(one: Duty, as_of: date) -> tuple[Cell, ...]:
    if one.done_on is not None:
        state = t("janji.selesai", hari=formats.short_day(one.done_on, language()))
    else:
        state = t("janji.lewat") if one.is_late(as_of) else t("janji.terbuka")
    return (
        cells.count(one.number), cells.words(one.party), cells.words(one.text),
        cells.day(one.due), cells.words(state),
    )  # fmt: skip


def _discipline(content: Evaluation) -> tuple[Block, ...]:
    """Reports that are not there, and what was agreed and is still open."""
    found: list[Block] = []
    due = promises.due_lines(content.missing_reports)
    found.append(Points(due) if due else Paragraph(t("evaluasi.laporan_lengkap")))
    if content.open_actions:
        found.append(promises.action_table(content.open_actions, content.as_of))
    else:
        found.append(Paragraph(t("janji.tanpa_terbuka")))
    return tuple(found)
