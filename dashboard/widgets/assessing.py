"""An assessment by its instrument, scored while it is typed; drafted, submitted, accepted."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from sqlmodel import Session

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.choosing_cohort import filter_of
from dashboard.widgets.choosing_person import choose_person
from dashboard.widgets.forms import Form
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers import recorded
from data.answers.recorded import Instrument, OpenAssessment
from data.answers.scoring import instrument_rules
from data.indicators.scoring import ScaleRules, activities, instrument_scores, not_held_in
from data.recording.assessments import mend_assessment, move_assessment, record_assessment
from data.transitions import after
from models.codes import AssessmentStatus

HEADER = ("assessed_on", "level", "consent", "assessor_is_facilitator")
_IDS = ("unit_id", "assessor_id")


def show_assessing(screen: Screen) -> None:
    """An open assessment to go on with, or a new one of a person."""
    filter = filter_of(screen)
    with screen.asker.door.reading(screen.asker.viewer) as session:
        waiting = {str(one.id): one for one in recorded.open_assessments(session, filter)}
    chosen = st.selectbox(
        t("catat.penilaian"), ["", *waiting], key="penilaian-terbuka",
        format_func=lambda key: t("catat.penilaian_baru") if key == "" else _open(waiting[key]),
    )  # fmt: skip
    if chosen:
        _show_open(screen, waiting[chosen])
    else:
        _show_new(screen)


def _open(one: OpenAssessment) -> str:
    day = formats.short_day(one.assessed_on, language())
    return " · ".join((one.name, one.instrument, day, one.status.label(language())))


def _show_new(screen: Screen) -> None:
    measures = {str(one.id): one for one in screen.asker.ask(recorded.instruments)}
    if not measures:
        st.info(t("catat.tanpa_instrumen"))
        return
    person = choose_person(screen, "penilaian")
    if person is None:
        return
    chosen = st.selectbox(
        t("catat.instrumen"), list(measures), key="penilaian-instrumen",
        format_func=lambda key: f"{measures[key].name} ({measures[key].version})",
    )  # fmt: skip
    measure = measures[chosen]
    units = screen.asker.ask(recorded.units, filter_of(screen))
    here = next((one.id for one in units if one.code == person.unit_code), None)
    with screen.asker.door.reading(screen.asker.viewer) as session:
        assessors = recorded.officers(session, filter_of(screen))
    form = Form(
        screen, "assessment", f"penilaian-{person.id}-{measure.id}",
        row={"unit_id": here, "occasion": 1, "assessed_on": screen.today},
    )  # fmt: skip
    left, right = st.columns(2)
    with left:
        form.show("unit_id", options={one.id: one.name for one in units})
        form.show("assessor_id", options=assessors)
        form.show("occasion")
    with right:
        form.show(*HEADER)
    given, not_held = _ask_scores(screen, measure, {}, form)
    submit = _buttons(form)
    if submit is not None:
        viewer, today = screen.asker.viewer, screen.today

        def act(session: Session, values: dict[str, Any]) -> None:
            ids = {name: int(values[name]) for name in _IDS if values[name]}
            whole = values | ids | {"wbp_id": person.id, "instrument_id": measure.id}
            record_assessment(
                session, viewer, whole, given, submit=submit, not_held=not_held, today=today
            )

        form.save(act, said=t("catat.tersimpan"))


def _show_open(screen: Screen, one: OpenAssessment) -> None:
    if one.status == AssessmentStatus.DISUBMIT:
        _show_judging(screen, one)
        return
    measure = next(m for m in screen.asker.ask(recorded.instruments) if m.id == one.instrument_id)
    with screen.asker.door.reading(screen.asker.viewer) as session:
        stored = recorded.scores_of(session, one.id)
    row = {"level": one.level, "row_version": one.row_version}
    form = Form(screen, "assessment", f"lanjut-{one.id}", row=row)
    form.show("level")
    given, not_held = _ask_scores(screen, measure, stored, form)
    submit = _buttons(form)
    if submit is not None:
        viewer, today, seen = screen.asker.viewer, screen.today, form.seen
        form.save(
            lambda session, values: mend_assessment(
                session, viewer, one.id, given, values=values, submit=submit,
                not_held=not_held, seen=seen, today=today,
            ),
            said=t("catat.tersimpan"),
        )  # fmt: skip


def _show_judging(screen: Screen, one: OpenAssessment) -> None:
    """Accept or reject what was submitted; only accepted ones count."""
    st.caption(t("catat.hanya_diterima"))
    form = Form(screen, "assessment", f"nilai-{one.id}", row={"row_version": one.row_version})
    steps = {step.value: step.label(language()) for step in after(one.status)}
    with form.frame():
        wanted = st.radio(
            t("catat.putusan"),
            list(steps),
            format_func=steps.__getitem__,
            horizontal=True,
            key=form.key("status"),
        )
        sent = form.button(t("catat.simpan"))
    if sent:
        viewer, today, seen = screen.asker.viewer, screen.today, form.seen
        status = AssessmentStatus.of(wanted)
        form.save(
            lambda session, _values: move_assessment(
                session, viewer, one.id, status, seen=seen, today=today
            ),
            said=t("catat.tersimpan"),
        )


def _buttons(form: Form) -> bool | None:
    """Whether to submit or to keep a draft; None while neither is pressed."""
    form.tell()
    with st.container(horizontal=True):
        submit = st.button(t("catat.submit"), type="primary", key=f"{form.name}-submit")
        draft = st.button(t("catat.simpan_draf"), key=f"{form.name}-draf")
    return submit if submit or draft else None


def _ask_scores(
    screen: Screen, measure: Instrument, stored: Mapping[str, float], form: Form
) -> tuple[dict[str, float], list[str]]:
    """The scores of the scales without parts and what was not held; shows what they make."""
    rules = screen.asker.ask(instrument_rules, measure.code, measure.version)
    names = screen.asker.ask(recorded.scale_names, measure.id, language())
    if not rules:
        st.caption(t("catat.tanpa_skala"))
        return {}, []
    not_held = _ask_not_held(rules, stored, names, form)
    parents = {rule.parent for rule in rules}
    single = [rule for rule in rules if rule.code not in parents]
    given: dict[str, float] = {}
    for rule, place in zip(single, _columns(len(single)), strict=True):
        with place:
            key = form.key(f"skor-{rule.code}")  # a new one begins without the scores of the last
            score = _ask(
                rule, names[rule.code], stored.get(rule.code), key, held=rule.code not in not_held
            )
        if score is not None:
            given[rule.code] = score
    _show_scored(rules, given, names, not_held)
    return given, not_held


def _ask_not_held(
    rules: list[ScaleRules], stored: Mapping[str, float], names: Mapping[str, str], form: Form
) -> list[str]:
    """The activities that were not offered, where the instrument has any."""
    offered = activities(rules)
    if not offered:
        return []
    chosen: list[str] = st.multiselect(
        t("nilai.tidak_diselenggarakan"), offered, not_held_in(rules, stored),
        format_func=lambda code: plain(names[code]), key=form.key("tidak-diselenggarakan"),
        placeholder=t("nilai.semua_diselenggarakan"), help=t("nilai.tidak_diselenggarakan_arti"),
    )  # fmt: skip
    return chosen


def _columns(entries: int) -> list[Any]:
    return [place for _ in range(0, entries, 4) for place in st.columns(4)][:entries]


def _ask(
    rule: ScaleRules, label: str, stored: float | None, key: str, *, held: bool
) -> float | None:
    """The score of one scale; what was not held cannot be given one."""
    low, high = (formats.number(end, language()) for end in (rule.minimum, rule.maximum))
    found: float | None = st.number_input(
        f"{plain(label)} ({low}–{high})", rule.minimum, rule.maximum, stored, step=1.0,
        format="%g", key=key, disabled=not held,
    )  # fmt: skip
    return found if held else None


def _show_scored(
    rules: list[ScaleRules], given: dict[str, float], names: Mapping[str, str],
    not_held: list[str],
) -> None:  # fmt: skip
    """What the scores make of scales with parts, and the bands of those that have some."""
    found = instrument_scores(rules, given, not_held=not_held)
    parents = {rule.parent for rule in rules}
    lines = []
    for rule in rules:
        scored = found[rule.code]
        if not scored.held and rule.code in parents:
            lines.append(t("nilai.tanpa_kegiatan", skala=plain(names[rule.code])))
        if scored.score is None or not (rule.bands or rule.code in parents):
            continue
        value = formats.number(scored.score, language(), decimals=1)
        band = f" · {plain(scored.band)}" if scored.band else ""
        lines.append(f"**{plain(names[rule.code])}**: {value}{band}")
    st.markdown("\n".join(f"- {line}" for line in lines) if lines else t("catat.belum_dinilai"))
