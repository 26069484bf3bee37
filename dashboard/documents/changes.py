"""Change before and after a programme: the numbers, and what may and may not be said of them."""

from collections.abc import Sequence

from dashboard.documents import cells
from dashboard.documents.content import Block, Cell, Column, Paragraph, Points, Table
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data import wording
from data.answers.change import ProgrammeChange


def change_blocks(changes: Sequence[ProgrammeChange]) -> tuple[Block, ...]:
    """A row a programme with n and interval, its sentence, and the limits of what it tells."""
    if not changes:
        return (Paragraph(t("perubahan_dokumen.kosong")),)
    return (
        _table(changes),
        Points(tuple(_sentence(one) for one in changes)),
        Paragraph(t("perubahan_dokumen.boleh", kalimat=_said(changes, wording.can_say))),
        Paragraph(t("perubahan_dokumen.tidak_boleh", kalimat=_said(changes, wording.cannot_say))),
    )


def _table(changes: Sequence[ProgrammeChange]) -> Table:
    heads = (
        Column(t("grafik.program"), 2.6, number=False),
        Column(t("perubahan_dokumen.skala"), 1.4, number=False),
        Column(t("kolom.pasangan")), Column(t("kolom.sebelum")), Column(t("kolom.sesudah")),
        Column(t("kolom.perubahan")), Column(t("perubahan_dokumen.interval"), 1.5),
    )  # fmt: skip
    return Table(
        t("perubahan_dokumen.judul"), heads, tuple(_row(one) for one in changes),
        note=t("perubahan_dokumen.cara_baca"),
    )  # fmt: skip


def _row(one: ProgrammeChange) -> tuple[Cell, ...]:
    estimate = one.estimate
    told = estimate.status == "ok"
    scale = one.scale_name_en if language() == "en" else one.scale_name_id
    return (
        cells.words(one.programme_name), cells.words(f"{scale} {one.instrument_version}".strip()),
        Cell("≤7") if estimate.status == "suppressed" else cells.count(estimate.n),
        cells.decimal(one.pre_mean), cells.decimal(one.post_mean),
        _moved(one), Cell(_interval(one) if told else "–"),
    )  # fmt: skip


def _moved(one: ProgrammeChange) -> Cell:
    value = one.estimate.value
    if value is None or one.estimate.status != "ok":
        return Cell(formats.UNKNOWN)
    return Cell(formats.signed(value, language()), value, "decimal")


def _interval(one: ProgrammeChange) -> str:
    low, high = one.estimate.low, one.estimate.high
    if low is None or high is None:
        return formats.UNKNOWN
    return t(
        "perubahan_dokumen.dari_sampai", bawah=formats.signed(low, language()),
        atas=formats.signed(high, language()),
    )  # fmt: skip


def _sentence(one: ProgrammeChange) -> str:
    said = wording.change_sentence(one.estimate, language(), higher_is_better=one.higher_is_better)
    more = (line for line in wording.caveats(one.estimate, language()) if line not in said)
    return " ".join((f"{one.programme_name}: {said}", *more))


def _said(changes: Sequence[ProgrammeChange], say: object) -> str:
    """Each sentence once, however many programmes it stands for."""
    told = (say(one.estimate, language()) for one in changes)  # type: ignore[operator]
    return " ".join(dict.fromkeys(told))
