"""Two pages for a partner and its donors: its own agreements, at the partner's level."""

from datetime import date

from dashboard.documents import parts, promises
from dashboard.documents.changes import change_blocks
from dashboard.documents.content import Block, Document, Figures, Paragraph, Points, Section
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.reports.partner_sheet import PartnerAgreement, PartnerSheet

KIND = "lembar_mitra"


def partner_document(content: PartnerSheet, made_on: date, record: int | None = None) -> Document:
    """The sheet as a document in the language of the run."""
    spoken = language()
    figures = content.figures
    shown = (figures.people.now, figures.attendance.now, figures.completion.now)
    return Document(
        kind=KIND,
        name=f"lembar-mitra-{content.partner.owner}-{content.partner.code}-{content.year}",
        title=content.name,
        subtitle=t("lembar_mitra.anak_judul", tahun=content.year,
                   hari=formats.day(content.as_of, spoken)),
        language=spoken,
        head=parts.head(content.letterhead, content.office),
        sections=(
            Section(t("lembar_mitra.jangkauan"), (
                Figures(tuple(parts.figure(one) for one in shown)),
                Paragraph(t("lembar_mitra.catatan")),
            )),
            *(Section(t("lembar_mitra.perjanjian", kode=one.key.code), _agreement(one, content))
              for one in content.agreements),
        ),
        source=parts.source(content.basis, made_on, record),
    )  # fmt: skip


def _agreement(one: PartnerAgreement, content: PartnerSheet) -> tuple[Block, ...]:
    found: list[Block] = []
    if one.plan is None:
        found.append(Paragraph(t("lembar_mitra.tanpa_rencana", tahun=content.year)))
    else:
        if one.joint:
            found.append(Paragraph(t("tampilan_mitra.bersama")))
        found.append(promises.plan_table(one.plan))
    due = promises.due_lines(one.due)
    if due:
        found.append(Points(due))
    if one.open_actions:
        found.append(promises.action_table(one.open_actions, content.as_of))
    return (*found, *change_blocks(one.changes))
