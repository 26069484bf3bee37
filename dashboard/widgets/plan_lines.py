"""The lines of a work plan: as a table, and while it is a draft as forms."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.choosing_cohort import filter_of
from dashboard.widgets.coded import closed, listed, names_of
from dashboard.widgets.forms import Form
from dashboard.widgets.keeping import keep
from dashboard.widgets.leading import lead_to
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, day, known, show_rows
from data.answers.planned import plan_line, plan_lines, programmes, units
from data.answers.recorded import officers
from data.queries import planned
from data.queries.agreement_page import Key
from data.recording import plans
from data.recording.starting_lines import StartingLine, starting_lines
from data.transitions import may_be_edited
from models.codes import Pillar, PlannedMeasure, PlanStatus

_FIELDS = ("title", "indicator", "pillar", "measure")
_AFTER = ("activity_kind",)
_TARGETS = (*planned.QUARTERS, planned.TARGET_YEAR)
_REST = ("starts_on", "ends_on", *planned.BUDGETS)
_NEW, _START = "baru", "awal"


def show_lines(screen: Screen, key: Key, plan: dict[Any, Any]) -> None:
    """What is promised; a draft can be added to and changed."""
    frame = screen.asker.ask(plan_lines, int(plan[planned.PLAN]))
    if frame.empty:
        st.info(t("rencana.tanpa_kegiatan"))
    else:
        name = f"rencana-{key.code}-{plan[planned.YEAR]}-{plan[planned.VERSION]}"
        show_rows(frame, line_headings(screen), name=name, said=t("rencana.judul"))
    if may_be_edited(PlanStatus.of(str(plan[planned.STATUS]))):
        _show_forms(screen, plan, frame)


def line_headings(screen: Screen) -> dict[str, Heading]:
    """The columns of the table of planned activities."""
    quarters = dict(zip(planned.QUARTERS, ("I", "II", "III", "IV"), strict=True))
    return {
        planned.NUMBER: Heading(t("rencana.nomor"), count),
        planned.TITLE: Heading(t("rencana.kegiatan")),
        planned.PILLAR: Heading(t("mitra.pilar_nama"), closed(Pillar)),
        planned.MEASURE: Heading(t("rencana.satuan"), closed(PlannedMeasure)),
        **{name: Heading(t("rencana.triwulan", ke=roman), count)
           for name, roman in quarters.items()},
        planned.TARGET_YEAR: Heading(t("rencana.setahun"), count),
        planned.OFFICE: Heading(t("rencana.penanggung_jawab"), _or_nothing),
        planned.PROGRAMME: Heading(t("kolom.program"), _or_nothing),
        planned.FIELD: Heading(t("bingkai.bidang"), _listed(screen, "bidang_program")),
        planned.ACTIVITY_KIND: Heading(t("rencana.jenis"), _listed(screen, "jenis_kegiatan")),
        planned.UNIT_NAME: Heading(t("kolom.unit"), _or_nothing),
        planned.INDICATOR: Heading(t("kolom.indikator"), known),
        planned.STARTS_ON: Heading(t("kolom.mulai"), day),
        planned.ENDS_ON: Heading(t("mitra.selesai"), day),
        planned.BUDGETS[0]: Heading(t("rencana.dipa"), count),
        planned.BUDGETS[1]: Heading(t("rencana.dana_mitra"), count),
        planned.BUDGETS[2]: Heading(t("rencana.dana_lain"), count),
    }  # fmt: skip


def _or_nothing(value: Any, spoken: str) -> str:
    """A line that names none is for all of them: nothing, not "unknown"."""
    return "" if pd.isna(value) else known(value, spoken)


def _listed(screen: Screen, code_list: str) -> Any:
    write = listed(names_of(screen, code_list))
    return lambda value, spoken: "" if pd.isna(value) else write(value, spoken)


def _show_forms(screen: Screen, plan: dict[Any, Any], frame: pd.DataFrame) -> None:
    st.subheader(t("rencana.ubah"), anchor=False)
    st.caption(t("rencana.ubah_penjelasan"))
    names = {_NEW: t("rencana.baris_baru"), _START: t("rencana.baris_awal")} | {
        str(row[planned.LINE]): f"{row[planned.NUMBER]}. {row[planned.TITLE]}"
        for row in frame.to_dict("records")
    }
    chosen = f"rencana-baris-{plan[planned.PLAN]}"
    keep(chosen, names, otherwise=_START if frame.empty else _NEW)
    line = st.selectbox(t("rencana.baris"), list(names), key=chosen, format_func=names.__getitem__)
    if line == _START:
        _show_starting(screen, plan)
    elif line == _NEW:
        _show_line(screen, plan, None)
    else:
        _show_line(screen, plan, int(line))
    with st.container(horizontal=True):
        lead_to(screen, "impor", t("rencana.lewat_berkas"))
        lead_to(screen, "ekspor", t("rencana.ke_berkas"))


def _show_starting(screen: Screen, plan: dict[Any, Any]) -> None:
    """Suggestions for one field, of which the officer takes some."""
    fields = names_of(screen, "bidang_program")
    if not fields:
        return
    keep("rencana-bidang", fields, otherwise=next(iter(fields)))
    field = st.selectbox(
        t("bingkai.bidang"), list(fields), key="rencana-bidang", format_func=fields.__getitem__
    )
    form = Form(screen, "planned_activity", f"rencana-awal-{plan[planned.PLAN]}-{field}",
                row={"row_version": int(plan[planned.SEEN])})  # fmt: skip
    lines = starting_lines(field)
    with form.frame():
        st.caption(t("rencana.awal_penjelasan"))
        taken = [
            line for place, line in enumerate(lines)
            if st.checkbox(_told(line), value=True, key=f"awal-{field}-{place}")
        ]  # fmt: skip
        sent = form.button(t("rencana.pakai"))
    if sent:
        form.save(
            lambda session, _: [
                plans.add_line(session, screen.asker.viewer, int(plan[planned.PLAN]),
                               line.values(), seen=form.seen, today=screen.today)
                for line in taken
            ],
            said=t("rencana.ditambahkan", n=formats.number(len(taken), language())),
        )  # fmt: skip


def _told(line: StartingLine) -> str:
    return f"{line.title} ({line.measure.label(language())}, {line.pillar.label(language())})"


def _show_line(screen: Screen, plan: dict[Any, Any], line: int | None) -> None:
    """The form of one line; a new one belongs to the plan as the officer saw it."""
    if line is None:
        row = {"row_version": int(plan[planned.SEEN])}
    else:
        with screen.asker.door.reading(screen.asker.viewer) as session:
            row = plan_line(session, line)
    form = Form(screen, "planned_activity", f"rencana-{plan[planned.PLAN]}-{line or _NEW}", row=row)
    with form.frame():
        _show_fields(screen, form)
        sent = form.button(t("rencana.simpan"))
    if sent:
        form.save(lambda session, values: _write(screen, session, plan, line, values, form.seen),
                  said=t("rencana.tersimpan"))  # fmt: skip
    if line is not None:
        _show_removal(screen, line, row)


def _show_fields(screen: Screen, form: Form) -> None:
    form.show(*_FIELDS)
    for place, name in zip(st.columns(len(_TARGETS)), _TARGETS, strict=True):
        with place:
            form.show(name)
    st.caption(t("rencana.yang_dihitung"))
    form.show("programme_id", options=screen.asker.ask(programmes))
    form.show("field", *_AFTER)
    form.show("unit_id", options=screen.asker.ask(units))
    present = form.row.get("officer_id")
    with screen.asker.door.reading(screen.asker.viewer) as session:
        form.show("officer_id", options=officers(session, filter_of(screen), present))
    form.show(*_REST)


def _write(
    screen: Screen, session: Any, plan: dict[Any, Any], line: int | None,
    values: dict[str, Any], seen: int,
) -> None:  # fmt: skip
    numbers = {name: None if values[name] is None else int(values[name])
               for name in ("programme_id", "unit_id", "officer_id")}  # fmt: skip
    given, viewer = {**values, **numbers}, screen.asker.viewer
    if line is None:
        plans.add_line(session, viewer, int(plan[planned.PLAN]), given, seen=seen,
                       today=screen.today)  # fmt: skip
    else:
        plans.edit_line(session, viewer, line, given, seen=seen, today=screen.today)


def _show_removal(screen: Screen, line: int, row: dict[str, Any]) -> None:
    form = Form(screen, "planned_activity", f"rencana-hapus-{line}", row=row)
    with form.frame():
        sent = form.button(t("rencana.hapus"))
    if sent:
        form.save(
            lambda session, _: plans.remove_line(
                session, screen.asker.viewer, line, seen=form.seen
            ),
            said=t("rencana.terhapus"),
        )  # fmt: skip
