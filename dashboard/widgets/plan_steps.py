"""The way of a work plan: its versions, and the steps that are possible now."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import closed
from dashboard.widgets.forms import Form
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers.planned import agreement_id
from data.queries import planned
from data.queries.agreement_page import Key
from data.recording import plans
from data.transitions import after
from models.codes import PlanStatus


def show_versions(versions: pd.DataFrame) -> None:
    """Each version with its status, days, letter and reason, the newest first."""
    for row in versions.to_dict("records"):
        status = closed(PlanStatus)(row[planned.STATUS], language())
        number = formats.number(row[planned.VERSION], language())
        told = [t("rencana.versi", versi=number), *_told(row)]
        st.markdown(f":{_colour(row)}-badge[{status}] {plain(' · '.join(told))}")


def _told(row: dict[Any, Any]) -> list[str]:
    """What is known of the way, in the order in which it happens."""
    found = []
    if not pd.isna(row[planned.SUBMITTED_ON]):
        found.append(t("rencana.diajukan", hari=_day(row[planned.SUBMITTED_ON])))
    if not pd.isna(row[planned.APPROVED_ON]):
        found.append(
            t("rencana.disetujui", hari=_day(row[planned.APPROVED_ON]), surat=row[planned.LETTER])
        )
    if not pd.isna(row[planned.REASON]):
        found.append(t("rencana.dikembalikan", alasan=row[planned.REASON]))
    return found


def _colour(row: dict[Any, Any]) -> str:
    return {
        PlanStatus.DRAF: "gray", PlanStatus.DIAJUKAN: "blue", PlanStatus.DISETUJUI: "green",
        PlanStatus.DIKEMBALIKAN: "orange",
    }[PlanStatus.of(str(row[planned.STATUS]))]  # fmt: skip


def show_plan_steps(screen: Screen, key: Key, plan: dict[Any, Any]) -> None:
    """What may happen to the newest version now: the table of transitions decides."""
    st.subheader(t("rencana.langkah"), anchor=False)
    status = PlanStatus.of(str(plan[planned.STATUS]))
    possible = after(status)
    if PlanStatus.DIAJUKAN in possible:
        _show_submission(screen, plan)
    if PlanStatus.DISETUJUI in possible:
        _show_approval(screen, plan)
    if PlanStatus.DIKEMBALIKAN in possible:
        _show_return(screen, plan)
    if not possible:
        st.caption(t("rencana.sudah_disetujui"))
        show_new_version(screen, key, int(plan[planned.YEAR]))


def show_new_version(screen: Screen, key: Key, year: int) -> None:
    """A button that drafts the year's plan, or its next version with the lines of this one."""
    form = Form(screen, "work_plan", f"rencana-baru-{key.owner}-{key.code}-{year}")
    with form.frame():
        st.caption(t("rencana.susun_penjelasan"))
        sent = form.button(t("rencana.susun", tahun=year))
    if sent:
        form.save(
            lambda session, _: plans.draft_plan(
                session, screen.asker.viewer, _known(agreement_id(session, key)), year,
                today=screen.today,
            ),
            said=t("rencana.draf_dibuat", tahun=year),
        )  # fmt: skip


def _show_submission(screen: Screen, plan: dict[Any, Any]) -> None:
    form = _form(screen, plan, "ajukan")
    with form.frame():
        st.caption(t("rencana.ajukan_penjelasan"))
        sent = form.button(t("rencana.ajukan"))
    if sent:
        form.save(
            lambda session, _: plans.submit_plan(
                session, screen.asker.viewer, int(plan[planned.PLAN]), seen=form.seen,
                today=screen.today,
            ),
            said=t("rencana.sudah_diajukan"),
        )  # fmt: skip


def _show_approval(screen: Screen, plan: dict[Any, Any]) -> None:
    form = _form(screen, plan, "setujui")
    with form.frame():
        st.caption(t("rencana.setujui_penjelasan"))
        form.show("approval_letter", "approved_on")
        sent = form.button(t("rencana.setujui"))
    if sent:
        form.save(
            lambda session, values: plans.approve_plan(
                session, screen.asker.viewer, int(plan[planned.PLAN]),
                letter=values["approval_letter"], on=values["approved_on"],
                seen=form.seen, today=screen.today,
            ),
            said=t("rencana.persetujuan_tercatat"), needs=("approval_letter", "approved_on"),
        )  # fmt: skip


def _show_return(screen: Screen, plan: dict[Any, Any]) -> None:
    form = _form(screen, plan, "kembalikan")
    with form.frame():
        form.show("return_reason")
        sent = form.button(t("rencana.kembalikan"))
    if sent:
        form.save(
            lambda session, values: plans.return_plan(
                session, screen.asker.viewer, int(plan[planned.PLAN]),
                reason=values["return_reason"], seen=form.seen, today=screen.today,
            ),
            said=t("rencana.pengembalian_tercatat"), needs=("return_reason",),
        )  # fmt: skip


def _form(screen: Screen, plan: dict[Any, Any], what: str) -> Form:
    row = {"row_version": int(plan[planned.SEEN])}
    return Form(screen, "work_plan", f"rencana-{what}-{plan[planned.PLAN]}", row=row)


def _known(found: int | None) -> int:
    """The id; the choice came from the list, so a missing one is ours to answer for."""
    if found is None:
        raise LookupError("agreement")
    return found


def _day(value: Any) -> str:
    return formats.day(value, language())
