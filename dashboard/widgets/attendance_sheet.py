"""The sheet on which one session's attendance is taken, by keyboard or by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.screen import Screen
from data.answers import roster
from data.answers.roster import Kind, Mark, Participant
from data.errors import SinergiError
from data.recording.attendance import (
    AttendanceChanged,
    MarksRefused,
    Recorded,
    record_attendance,
)

ASSETS = Path(__file__).parents[1] / "assets"
LATE = "TERLAMBAT"  # the mark for which a sheet asks how late
_HELD = "presensi-lembar"
_VERSIONS = count(1)


@dataclass
class Held:
    """A sheet as it was opened, and what saving it has said since."""

    session_id: int
    people: list[Participant]
    seen: dict[int, Mark | None]
    version: int = field(default_factory=lambda: next(_VERSIONS))
    problems: dict[int, str] = field(default_factory=dict)
    said: str = ""
    wrong: bool = False


def open_sheet(screen: Screen, session_id: int) -> Held:
    """The sheet that is open, or a new one.

    It is not read anew when it is saved, or it would hide what somebody wrote meanwhile.
    """
    held: Held | None = st.session_state.get(_HELD)
    left = _key(session_id) not in st.session_state  # Streamlit forgets what it does not draw
    if held is None or held.session_id != session_id or left:
        with screen.asker.door.reading(screen.asker.viewer) as session:
            people = roster.participants(session, session_id)
        held = Held(session_id, people, {one.enrolment_id: one.mark for one in people})
        st.session_state[_HELD] = held
    return held


def show_sheet(screen: Screen, held: Held, kinds: Sequence[Kind], length: int | None) -> None:
    """The sheet; `length` is the session's in minutes. What is saved is told on a fresh run."""
    found = _sheet()(
        key=_key(held.session_id), data=_given(held, kinds, length),
        on_saved_change=lambda: None,
    )  # fmt: skip
    sent = found.saved
    if sent and sent["version"] == held.version:
        _save(screen, held, {one["id"]: _mark(one["mark"]) for one in sent["marks"]}, kinds)
        st.rerun()


def _key(session_id: int) -> str:
    return f"presensi-{session_id}"


@cache
def _sheet() -> Any:
    return st.components.v2.component(
        "presensi",
        html='<div class="sheet"></div>',
        css=(ASSETS / "attendance.css").read_text(encoding="utf-8"),
        js=(ASSETS / "attendance.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )


def _given(held: Held, kinds: Sequence[Kind], length: int | None) -> dict[str, Any]:
    letters = ", ".join(f"{kind.key} {kind.label(language())}" for kind in kinds)
    return {
        "version": held.version,
        "length": length,
        "late": LATE,
        "said": held.said,
        "wrong": held.wrong,
        "words": {
            "all": t("presensi.semua_hadir"), "keys": t("presensi.cara_tombol", huruf=letters),
            "save": t("presensi.simpan"), "late": t("presensi.menit_terlambat"),
            "note": t("presensi.catatan"), "needed": t("presensi.wajib_catatan"),
            "none": t("presensi.belum_tercatat"),
        },
        "kinds": [
            {"code": kind.code, "key": kind.key, "label": kind.label(language()),
             "attended": kind.attended, "needsNote": kind.needs_note}
            for kind in kinds
        ],
        "people": [
            {"id": one.enrolment_id, "number": one.number, "name": one.name,
             "shown": one.shown_number, "mark": _written(held.seen[one.enrolment_id]),
             "problem": held.problems.get(one.enrolment_id)}
            for one in held.people
        ],
    }  # fmt: skip


def _written(mark: Mark | None) -> dict[str, Any] | None:
    if mark is None:
        return None
    return {"code": mark.code, "minutes": mark.minutes, "note": mark.note}


def _mark(sent: Mapping[str, Any] | None) -> Mark | None:
    if sent is None:
        return None
    minutes = sent["minutes"]
    return Mark(sent["code"], None if minutes is None else int(minutes), sent["note"])


def _save(
    screen: Screen, held: Held, marks: Mapping[int, Mark | None], kinds: Sequence[Kind]
) -> None:
    held.problems, held.wrong = {}, True
    viewer = screen.asker.viewer
    try:
        with screen.asker.door.writing(viewer) as session:
            done = record_attendance(
                session, viewer, held.session_id, marks, seen=held.seen, today=screen.today
            )
    except AttendanceChanged as error:
        held.seen |= error.stored
        held.problems = {
            who: t("presensi.tanda_sekarang", tanda=named_mark(mark, kinds))
            for who, mark in error.stored.items()
        }
        held.said = error.sentence(language())
    except MarksRefused as error:
        held.problems = {who: one.sentence(language()) for who, one in error.issues.items()}
        held.said = error.sentence(language())
    except SinergiError as error:
        held.said = error.sentence(language())
    else:
        _begin_again(screen, held, done)


def _begin_again(screen: Screen, held: Held, done: Recorded) -> None:
    """The sheet as it stands now, and what was written."""
    del st.session_state[_HELD]
    fresh = open_sheet(screen, held.session_id)
    new, changed, removed, odd = (
        formats.number(amount, language())
        for amount in (done.new, done.changed, done.removed, len(done.odd))
    )
    fresh.problems = {who: issue.sentence(language()) for who, issue in done.odd}
    fresh.said = (
        t("presensi.tersimpan_janggal", baru=new, ubah=changed, hapus=removed, n=odd)
        if done.odd
        else t("presensi.tersimpan", baru=new, ubah=changed, hapus=removed)
    )


def named_mark(mark: Mark | None, kinds: Sequence[Kind]) -> str:
    """A mark as a person reads it, with its note."""
    if mark is None:
        return t("presensi.belum_tercatat")
    names = {kind.code: kind.label(language()) for kind in kinds}
    return names.get(mark.code, mark.code) + (f" ({mark.note})" if mark.note else "")
