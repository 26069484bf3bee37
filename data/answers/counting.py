"""What was counted towards a planned activity, in its own unit, and what that is made of.

Missing is not zero: a line that names nothing to count has no count, sessions without any mark
tell of nobody, and a count of nothing held is zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.queries import progress as found
from data.queries.filter import Filter
from models.codes import ActivityGrade, Pillar, PlannedMeasure

# Names of columns of `progress_line`, where they are frozen when a report is submitted.
COMPONENTS = (
    "sessions", "activities", "reached_wbp", "reached_officers", "reached_community", "minutes",
    "completions", "certificates",
)  # fmt: skip
MINUTES_AN_HOUR = 60
_PEOPLE = {
    Pillar.WBP: ("reached_wbp", found.WBP, found.UNKNOWN_WBP),
    Pillar.PETUGAS: ("reached_officers", found.OFFICERS, found.UNKNOWN_OFFICERS),
    Pillar.MASYARAKAT: ("reached_community", found.COMMUNITY, found.UNKNOWN_COMMUNITY),
}


@dataclass(frozen=True)
class Countable:
    """What of a planned activity decides how it is counted."""

    id: int
    pillar: Pillar
    measure: PlannedMeasure
    by_programme: bool  # it names a programme or a field
    by_kind: bool  # it names a kind of activity outside cohorts


@dataclass(frozen=True)
class Counted:
    """One line in one period. `value` counted from rows, `recorded` from activities only reported.

    Whole hours are hours that were filled. `unmarked`, `uncounted` and `untimed` say what the
    figures cannot tell: sessions without marks, without the community, marks without a length.
    """

    value: int | None
    recorded: int | None
    sessions: int | None
    activities: int | None
    reached_wbp: int | None
    reached_officers: int | None
    reached_community: int | None
    minutes: int | None
    completions: int | None
    certificates: int | None
    unmarked: int
    uncounted: int
    untimed: int

    @property
    def frozen(self) -> dict[str, int | None]:
        """The values of `progress_line` that a submitted report keeps."""
        parts = {name: getattr(self, name) for name in COMPONENTS}
        return {"counted": self.value, "recorded": self.recorded, **parts}


def count_lines(
    session: Session, plan_id: int, filter: Filter, lines: Iterable[Countable]
) -> dict[int, Counted]:
    """Line id -> what was counted towards it in the period.

    With a partner in the filter only its cohorts tell: activities are of all parties together.
    """
    if filter.partner is not None:
        lines = [replace(line, by_kind=False) for line in lines]
    held = _by_line(found.sessions_of_lines(session, plan_id, filter))
    came = _by_line(found.people_of_lines(session, plan_id, filter))
    ended = _by_line(found.endings_of_lines(session, plan_id, filter))
    done = found.activities_of_lines(session, plan_id, filter)
    graded = {
        grade: _by_line(done[done[found.GRADE] == grade.value]) for grade in ActivityGrade
    }  # fmt: skip
    return {
        line.id: _counted(
            line,
            {**held.get(line.id, {}), **_people(came.get(line.id, {})), **ended.get(line.id, {})},
            {grade: graded[grade].get(line.id, {}) for grade in ActivityGrade},
        )
        for line in lines
    }


def _counted(
    line: Countable, runs: Mapping[str, Any], done: Mapping[ActivityGrade, Mapping[str, Any]]
) -> Counted:
    counted, reported = done[ActivityGrade.DIHITUNG], done[ActivityGrade.DILAPORKAN]
    parts = {**_of_runs(line, runs), "activities": _number(counted, line)}
    for name, column, unknown in _PEOPLE.values():
        known = [parts.get(name), _reached(counted, line, (column, unknown))]
        told = [one for one in known if one is not None]
        parts[name] = sum(told) if told else None
    recorded = {"activities": _number(reported, line)}
    for name, column, unknown in _PEOPLE.values():
        recorded[name] = _reached(reported, line, (column, unknown))
    return Counted(
        value=_in_unit(line, parts), recorded=_in_unit(line, recorded),
        **{name: parts[name] for name in COMPONENTS},
        unmarked=_whole(runs.get(found.UNMARKED)), uncounted=_whole(runs.get(found.UNCOUNTED)),
        untimed=_whole(runs.get(found.UNTIMED)),
    )  # fmt: skip


def _of_runs(line: Countable, runs: Mapping[str, Any]) -> dict[str, int | None]:
    """What cohorts give; nothing where the line names neither programme nor field."""
    if not line.by_programme:
        return dict.fromkeys(("sessions", "minutes", "completions", "certificates"))
    sessions = _whole(runs.get(found.SESSIONS))
    told = sessions == 0 or sessions > _whole(runs.get(found.UNMARKED))
    seen = sessions == 0 or sessions > _whole(runs.get(found.UNCOUNTED))
    enrols = line.pillar != Pillar.MASYARAKAT

    def known(name: str, *, when: bool) -> int | None:
        return _whole(runs.get(name)) if when else None

    return {
        "sessions": sessions,
        "reached_wbp": known("came_wbp", when=told),
        "reached_officers": known("came_officers", when=told),
        "reached_community": known(found.COMMUNITY, when=seen),
        "minutes": known(found.MINUTES, when=told and enrols),
        "completions": known(found.COMPLETIONS, when=enrols),
        "certificates": known(found.CERTIFICATES, when=enrols),
    }


def _reached(done: Mapping[str, Any], line: Countable, columns: tuple[str, str]) -> int | None:
    """People at activities; missing where none of the activities tells."""
    people, unknown = columns
    if not line.by_kind:
        return None
    number = _whole(done.get(found.ACTIVITIES))
    return None if number and number == _whole(done.get(unknown)) else _whole(done.get(people))


def _number(done: Mapping[str, Any], line: Countable) -> int | None:
    return _whole(done.get(found.ACTIVITIES)) if line.by_kind else None


def _in_unit(line: Countable, parts: Mapping[str, int | None]) -> int | None:
    """The count in the unit that was promised."""
    if line.measure == PlannedMeasure.ORANG:
        return parts.get(_PEOPLE[line.pillar][0])
    minutes = parts.get("minutes")
    return {
        PlannedMeasure.KEGIATAN: parts.get("activities"),
        PlannedMeasure.SESI: parts.get("sessions"),
        PlannedMeasure.JAM: None if minutes is None else minutes // MINUTES_AN_HOUR,
        PlannedMeasure.SELESAI: parts.get("completions"),
        PlannedMeasure.SERTIFIKAT: parts.get("certificates"),
    }.get(line.measure)


def _people(came: Mapping[str, Any]) -> dict[str, Any]:
    """People of sessions under names of their own: activities have columns of the same name."""
    return {
        f"came_{name}" if name in (found.WBP, found.OFFICERS) else name: value
        for name, value in came.items()
    }


def _by_line(rows: pd.DataFrame) -> dict[int, dict[str, Any]]:
    return {int(row[found.LINE]): row for row in rows.to_dict("records")}  # type: ignore[misc]


def _whole(value: Any) -> int:
    return 0 if value is None or pd.isna(value) else int(value)
