"""The page of a signing: each agreement with what is missing and one honest sentence."""

from datetime import date

from dashboard.documents import cells, parts
from dashboard.documents.content import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Paragraph,
    Section,
    Table,
)
from dashboard.documents.promises import pillar_table
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers.signing import Missing, SignedAgreement
from data.reports.signing import SigningPage
from models.codes import AgreementKind

KIND = "penandatanganan"


def signing_document(page: SigningPage, made_on: date, record: int | None = None) -> Document:
    """The page as a document in the language of the run."""
    on = formats.day(page.signed_on, language())
    number = formats.number(len(page.agreements), language())
    return Document(
        kind=KIND,
        name=f"penandatanganan-{page.signed_on.isoformat()}",
        title=t("tandatangan.judul", hari=on),
        subtitle=t("tandatangan.anak_judul", n=number, hari=formats.day(page.as_of, language())),
        language=language(),
        head=parts.head(page.letterhead, page.office),
        sections=(
            Section(t("tandatangan.ringkas"), (_all(page.agreements),)),
            *(Section(_called(place, one), _about(place, one))
              for place, one in enumerate(page.agreements, start=1)),
        ),
        source=parts.source(page.basis, made_on, record),
    )  # fmt: skip


def sentence(one: SignedAgreement) -> str:
    """What can be said of it in one breath: when last, whom, and against which promise."""
    if one.last_activity is None:
        days = formats.number(one.signed_days, language())
        return t("tandatangan.kalimat_kosong", n=days)
    people = next((line.present for line in one.pillars if line.pillar == "wbp"), None)
    came = (
        t("tandatangan.kalimat_tanpa_orang") if people is None
        else t("tandatangan.kalimat_orang", n=formats.number(people, language()))
    )  # fmt: skip
    said = t(
        "tandatangan.kalimat_ada", hari=formats.day(one.last_activity, language()),
        n=formats.number(one.quiet_days, language()), orang=came,
    )  # fmt: skip
    promise = (
        t("tandatangan.kalimat_rencana") if one.approved
        else t("tandatangan.kalimat_tanpa_rencana")
    )  # fmt: skip
    return f"{said} {promise}"


def lacking(one: SignedAgreement) -> str:
    """What is missing, in one line."""
    if not one.missing:
        return t("tandatangan.lengkap")
    return t("tandatangan.kurang", daftar=", ".join(_missing(what) for what in one.missing))


def _all(found: tuple[SignedAgreement, ...]) -> Table:
    heads = (
        Column(t("tandatangan.naskah"), 2.2, number=False),
        Column(t("tandatangan.pihak"), 3.2, number=False),
        Column(t("tandatangan.terakhir"), 1.6, number=False),
        Column(t("tandatangan.hari_sejak"), 1.0),
        Column(t("tandatangan.rencana"), 1.3, number=False),
        Column(t("tandatangan.laporan"), 1.0),
    )
    return Table(
        t("tandatangan.ringkas"), heads, tuple(_row(one) for one in found),
        note=t("tandatangan.cara_baca"),
    )  # fmt: skip


def _row(one: SignedAgreement) -> tuple[Cell, ...]:
    last = (
        cells.words(t("tandatangan.belum_pernah")) if one.last_activity is None
        else cells.day(one.last_activity)
    )  # fmt: skip
    days = one.signed_days if one.quiet_days is None else one.quiet_days
    return (
        cells.words(_kind(one)), cells.words("; ".join(one.parties)), last, cells.count(days),
        cells.words(_plan(one)), cells.count(one.reports),
    )  # fmt: skip


def _about(place: int, one: SignedAgreement) -> tuple[Block, ...]:
    row = one.row
    facts = (
        (t("tandatangan.pihak"), "; ".join(one.parties)),
        (t("tandatangan.nomor"), cells.words(row["number"]).text),
        (t("tandatangan.tempat"), cells.words(row["place"]).text),
        (t("tandatangan.berakhir"), cells.day(row["ends_on"]).text),
        (t("tandatangan.tujuan"), cells.words(row["scope"]).text),
        (t("tandatangan.angkatan"), formats.number(one.cohorts, language())),
    )
    return (
        Facts(facts),
        Paragraph(sentence(one)),
        Paragraph(lacking(one)),
        pillar_table(t("tandatangan.pilar", naskah=place), one.pillars),
    )


def _called(place: int, one: SignedAgreement) -> str:
    return f"{place}. {_kind(one)}: {one.parties[-1] if one.parties else one.key.code}"


def _kind(one: SignedAgreement) -> str:
    kind = one.row["kind"]
    return cells.words(kind and AgreementKind.of(str(kind)).label(language())).text


def _plan(one: SignedAgreement) -> str:
    if one.approved:
        return t("tandatangan.rencana_ada")
    return t("tandatangan.rencana_draf") if one.plans else t("tandatangan.rencana_tiada")


def _missing(what: Missing) -> str:
    return {
        Missing.NUMBER: t("tandatangan.kurang_nomor"),
        Missing.STARTS_ON: t("tandatangan.kurang_mulai"),
        Missing.ENDS_ON: t("tandatangan.kurang_akhir"),
        Missing.DOCUMENT: t("tandatangan.kurang_naskah"),
        Missing.WORK_PLAN: t("tandatangan.kurang_rencana"),
        Missing.APPROVAL: t("tandatangan.kurang_persetujuan"),
        Missing.REPORTS: t("tandatangan.kurang_laporan"),
        Missing.DATA_TERMS: t("tandatangan.kurang_data"),
    }[what]
