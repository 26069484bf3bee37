"""Tables about agreements that several documents share: pillars, plans, actions, what is due."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from dashboard.charts.promised import COLUMNS, describe_promises, promised_and_counted
from dashboard.documents import cells
from dashboard.documents.content import Cell, Chart, Column, Table
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers.achieved import achieved
from data.answers.agreement_page import PillarRow
from data.answers.progress import LineProgress, PlanProgress
from data.answers.promised import PlannedLine
from data.answers.quarterly import Action, Due
from models.codes import AgreementKind

ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


def agreement_facts(
    row: dict[str, object], parties: Sequence[str], code: str
) -> tuple[tuple[str, str], ...]:
    """What the agreement is, between whom, and its number as far as it is known."""
    kind = row["kind"]
    called = cells.words(kind and AgreementKind.of(str(kind)).label(language())).text
    return (
        (t("janji.perjanjian"), f"{called} ({code})"),
        (t("tandatangan.nomor"), cells.words(row["number"]).text),
        (t("tandatangan.pihak"), "; ".join(parties) or cells.words(None).text),
    )


def pillar_table(title: str, lines: Iterable[PillarRow]) -> Table:
    """Who was reached, pillar by pillar: at sessions, at activities, only reported, unknown."""
    heads = (
        Column(t("tandatangan.kolom_pilar"), 1.6, number=False), Column(t("tandatangan.hadir")),
        Column(t("tandatangan.dihitung")), Column(t("tandatangan.dilaporkan")),
        Column(t("tandatangan.tidak_tahu"), 1.3),
    )  # fmt: skip
    return Table(
        title, heads, tuple(_pillar(line) for line in lines), note=t("tandatangan.pilar_cara_baca")
    )


def _pillar(line: PillarRow) -> tuple[Cell, ...]:
    name = {
        "officers": t("tandatangan.pilar_petugas"),
        "community": t("tandatangan.pilar_masyarakat"),
        "wbp": t("tandatangan.pilar_wbp"),
    }[line.pillar]
    numbers = (line.present, line.counted, line.reported, line.unknown)
    return (cells.words(name), *(cells.count(number) for number in numbers))


def measured_in(line: PlannedLine) -> str:
    """What is counted of it, and of whom."""
    return f"{line.measure.label(language())} ({line.pillar.label(language())})"


def plan_table(plan: PlanProgress) -> Table:
    """A year's plan: promised, due so far, counted and reported beside each other."""
    heads = (
        Column(t("janji.nomor"), 0.5), Column(t("janji.kegiatan"), 3.2, number=False),
        Column(t("janji.satuan"), 1.6, number=False), Column(t("janji.setahun")),
        Column(t("janji.jatuh_tempo")), Column(t("janji.dihitung")),
        Column(t("janji.dilaporkan")),
    )  # fmt: skip
    title = t("janji.rencana", tahun=plan.year, versi=plan.version,
              status=plan.status.label(language()))  # fmt: skip
    rows = tuple(_planned(line) for line in plan.lines)
    return Table(title, heads, rows, note=t("janji.cara_baca"))


def responsible_table(lines: Iterable[PlannedLine]) -> tuple[Table, ...]:
    """Which office answers for each activity, as far as the plan names one; none, no table."""
    rows = tuple(
        (cells.count(line.number), cells.words(line.title), cells.words(line.responsible))
        for line in lines
        if line.responsible
    )
    heads = (
        Column(t("janji.nomor"), 0.5), Column(t("janji.kegiatan"), 3.0, number=False),
        Column(t("rencana.penanggung_jawab"), 4.0, number=False),
    )  # fmt: skip
    return (Table(t("rencana.penanggung_jawab"), heads, rows),) if rows else ()


def _planned(line: LineProgress) -> tuple[Cell, ...]:
    planned = line.line
    return (
        cells.count(planned.number), cells.words(planned.title), cells.words(measured_in(planned)),
        cells.count(planned.promised()), cells.count(line.due), cells.count(line.delivered),
        cells.count(line.reported),
    )  # fmt: skip


def promise_chart(
    said: str, lines: Iterable[tuple[PlannedLine, int | None, int | None]]
) -> tuple[Chart, ...]:
    """Bars of (activity, counted, promised), without those that have not both; none, no chart."""
    rows = [
        (str(line.number), f"{line.number}. {line.title}", achieved(counted, promised), counted,
         promised)
        for line, counted, promised in lines
        if achieved(counted, promised) is not None
    ]  # fmt: skip
    if not rows:
        return ()
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return (Chart(said, describe_promises(frame), promised_and_counted, frame),)


def action_table(actions: Iterable[Action], as_of: date) -> Table:
    """What was agreed, who owes it until when, and whether it is late."""
    heads = (
        Column(t("janji.dari"), 0.9, number=False), Column(t("janji.kegiatan"), 1.8, number=False),
        Column(t("janji.tindak_lanjut"), 2.6, number=False),
        Column(t("janji.penanggung_jawab"), 1.4, number=False),
        Column(t("janji.tenggat"), 1.1, number=False),
        Column(t("janji.keadaan"), 1.5, number=False),
    )  # fmt: skip
    rows = tuple(
        (
            cells.words(f"{quarter_name(one.quarter)}/{one.year}"), cells.words(one.activity),
            cells.words(one.text), cells.words(one.owner), cells.day(one.due),
            cells.words(_state(one, as_of)),
        )
        for one in actions
    )  # fmt: skip
    return Table(t("janji.tindak_lanjut"), heads, rows)


def quarter_name(quarter: int) -> str:
    """The quarter as offices write it."""
    return t("janji.triwulan", ke=ROMAN[quarter])


def due_lines(due: Iterable[Due]) -> tuple[str, ...]:
    """A line a quarter whose report is not there, the latest first."""
    return tuple(_due(one) for one in due)


def _due(one: Due) -> str:
    quarter = f"{quarter_name(one.quarter)}/{one.year}"
    on = formats.day(one.due, language())
    if one.days_late > 0:
        late = formats.number(one.days_late, language())
        return t("janji.terlambat", triwulan=quarter, hari=on, n=late)
    return t("janji.akan_jatuh", triwulan=quarter, hari=on)


def _state(one: Action, as_of: date) -> str:
    if one.closed_on is not None:
        closed = t("janji.selesai", hari=formats.short_day(one.closed_on, language()))
        return f"{closed}: {one.result}" if one.result else closed
    return t("janji.lewat") if one.is_late(as_of) else t("janji.terbuka")
