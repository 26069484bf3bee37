"""Worlds that hypothesis makes up: a unit with a row of every table that a file gives."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from hypothesis import strategies as st
from sqlmodel import Session

from data.importing.parsing import cleaned
from models import codes
from tests import factories, planning

SIGNS = "aZ é漢=+-@'\"|;,\\<%0\t"
WITHDRAWABLE = (
    "attendance", "assessment_score", "incident", "cost", "need", "guardianship", "contact",
    "client_review", "guidance_plan", "indicator_value", "indicator_target", "activity",
)  # fmt: skip
World = dict[str, Any]

words = st.text(SIGNS, min_size=1, max_size=12).map(cleaned).filter(lambda text: text.strip("'"))
maybe_words = st.one_of(st.none(), words)
days = st.dates(date(2026, 1, 1), date(2026, 6, 30))
hours = st.one_of(st.none(), st.builds(time, st.integers(7, 16), st.integers(0, 59)))
numbers = st.integers(0, 10**6)
counts = st.one_of(st.none(), numbers)
answers = st.sampled_from([None, True, False])
scores = st.floats(0, 100).map(lambda score: round(score, 6))
quarters = st.lists(counts, min_size=4, max_size=4)

people = st.fixed_dictionaries({
    "name": words, "alias": maybe_words,
    "birth_date": st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2005, 1, 1))),
    "known_by": st.sampled_from(["induk", "register", "both"]),
    "sex": st.sampled_from(list(codes.Sex)), "mark": st.sampled_from(sorted(factories.MARKS)),
    "minutes": st.one_of(st.none(), st.integers(0, 90)), "note": words, "score": scores,
    "day": days, "contact": st.sampled_from(list(codes.ContactKind)), "kept": answers,
    "working": answers, "goal": maybe_words, "closed": st.booleans(),
})  # fmt: skip
plans = st.fixed_dictionaries({
    "duty": words, "done": st.one_of(st.none(), days), "version": st.integers(1, 9),
    "status": st.sampled_from(list(codes.PlanStatus)), "letter": words, "title": words,
    "pillar": st.sampled_from(list(codes.Pillar)), "quarters": quarters,
    "counts_by": st.sampled_from([{"field": "KEMANDIRIAN"}, {"activity_kind": "PELATIHAN"},
                                  {"field": None}]),
    "budget": counts, "by_officer": st.booleans(), "counted": counts, "reported": counts,
    "why": maybe_words, "step": st.sampled_from(list(codes.ReportStatus)), "action": words,
    "closed": st.booleans(), "number": st.integers(1, 10**6), "value": numbers,
})  # fmt: skip
worlds = st.fixed_dictionaries({
    "people": st.lists(people, min_size=1, max_size=4), "place": words, "capacity": numbers,
    "days": st.lists(days, min_size=1, max_size=3, unique=True), "at": hours, "amount": numbers,
    "plan": plans, "lost": st.sampled_from(WITHDRAWABLE),
})  # fmt: skip


@dataclass(frozen=True)
class _Place:
    """Where it all happens, and what the rows of persons refer to."""

    unit: int
    officer: int
    programme: int
    scale: int


def build(session: Session, world: World) -> None:
    """A unit with one cohort and its people, what was agreed, and rows of all else for each."""
    factories.marks(session)
    unit = factories.unit(
        session, code="AAA", name=world["place"], capacity=world["capacity"],
        province_id=factories.province(session),
    )  # fmt: skip
    course = factories.programme(session)
    here = _Place(unit, factories.officer(session, unit_id=unit), course, factories.scale(session))
    factories.band(session, scale_id=here.scale)
    cohort = factories.cohort(
        session, code="2026-01", unit_id=unit, programme_id=course, starts_on=date(2026, 1, 1)
    )
    factories.cost(session, cohort_id=cohort, amount=world["amount"])
    _agreed(session, here, world["plan"])
    meetings = [
        factories.meeting(session, cohort_id=cohort, number=n, held_on=day, starts_at=world["at"])
        for n, day in enumerate(world["days"], start=1)
    ]
    for place, one in enumerate(world["people"], start=1):
        person = _person(session, unit, place, one)
        enrolled = factories.enrolment(
            session, cohort_id=cohort, wbp_id=person, number=place, started_on=date(2026, 1, 1)
        )
        for meeting in meetings:
            factories.attendance(
                session, session_id=meeting, enrolment_id=enrolled, mark=one["mark"],
                minutes=one["minutes"], note=one["note"],
            )  # fmt: skip
        _measured(session, here, person, one)
        _guided(session, here, person, one)


def _person(session: Session, unit: int, place: int, one: World) -> int:
    told = {name: one[name] for name in ("name", "alias", "birth_date", "sex")}
    person = factories.wbp(session, **told)
    kinds = {"induk": [codes.IdentifierKind.INDUK], "register": [codes.IdentifierKind.REGISTER]}
    known = kinds.get(one["known_by"], [kind for two in kinds.values() for kind in two])
    for kind in known:
        factories.identifier(
            session, wbp_id=person, unit_id=unit, kind=kind, value=f"{kind.value[:1]}{place:03}"
        )
    factories.custody(session, wbp_id=person, unit_id=unit)
    return person


def _measured(session: Session, here: _Place, person: int, one: World) -> None:
    measure = factories.value(session, "instrument_scale", here.scale, "instrument_id")
    measured = factories.assessment(
        session, unit_id=here.unit, wbp_id=person, assessor_id=here.officer,
        instrument_id=measure, assessed_on=one["day"],
    )  # fmt: skip
    factories.score(session, scale_id=here.scale, assessment_id=measured, score=one["score"])
    factories.need(session, wbp_id=person, assessed_on=one["day"])
    factories.incident(session, unit_id=here.unit, wbp_id=person, occurred_on=one["day"])
    factories.entitlement(session, unit_id=here.unit, wbp_id=person, proposed_on=one["day"])


def _guided(session: Session, here: _Place, person: int, one: World) -> None:
    about = {"unit_id": here.unit, "wbp_id": person}
    factories.guardianship(session, wbp_id=person, officer_id=here.officer)
    factories.new_offence(session, wbp_id=person)
    planning.guidance_plan(
        session, **about, goal=one["goal"], programme_id=here.programme, officer_id=here.officer,
        review_on=one["day"], **_closed(one, "closed_on", "result"),
    )  # fmt: skip
    planning.contact(
        session, **about, held_on=one["day"], kind=one["contact"], kept=one["kept"],
        officer_id=here.officer, note=one["note"],
    )  # fmt: skip
    planning.client_review(
        session, **about, reviewed_on=one["day"], working=one["working"],
        reporting_met=one["kept"], note=one["goal"],
    )  # fmt: skip


def _closed(one: World, day: str, result: str) -> World:
    return {day: date(2026, 6, 30), result: "Selesai"} if one["closed"] else {}


def _agreed(session: Session, here: _Place, one: World) -> None:
    """An agreement with a duty, a plan, a report about it and its actions; an indicator."""
    signed = factories.agreement(session, unit_id=here.unit)
    factories.activity(
        session, agreement_id=signed, unit_id=here.unit, number=one["number"],
        held_on=one["done"] or factories.MONDAY,
    )  # fmt: skip
    done = {"done_on": one["done"], "evidence": one["letter"]} if one["done"] else {}
    planning.obligation(session, agreement_id=signed, text=one["duty"], **done)
    plan = planning.work_plan(
        session, agreement_id=signed, version=one["version"], status=one["status"],
        approved_on=factories.MONDAY, approval_letter=one["letter"],
        return_reason=one["why"] or "Belum lengkap",
    )  # fmt: skip
    line = planning.planned_activity(session, plan_id=plan, **_promised(here, one))
    report = planning.progress_report(
        session, plan_id=plan, quarter=1 + one["number"] % 4, status=one["step"],
        submitted_on=factories.MONDAY, data_version=one["number"], summary=one["why"],
        verified_on=factories.MONDAY, verified_letter=one["letter"],
    )  # fmt: skip
    about = planning.progress_line(
        session, report_id=report, activity_id=line, counted=one["counted"],
        reported=one["reported"], difference=one["why"], spent=one["budget"],
    )  # fmt: skip
    planning.report_step(
        session, report_id=report, status=one["step"], letter_number=one["letter"],
        letter_on=factories.MONDAY, reason=one["duty"],
    )  # fmt: skip
    planning.follow_up(
        session, line_id=about, text=one["action"], due=factories.MONDAY + timedelta(30),
        **_closed(one, "closed_on", "result"),
    )  # fmt: skip
    measure = factories.official_indicator(session)
    factories.indicator_target(session, indicator_id=measure, unit_id=here.unit)
    factories.indicator_value(
        session, indicator_id=measure, unit_id=here.unit, officer_id=here.officer,
        numerator=one["value"], denominator=one["value"] + 1,
    )  # fmt: skip


def _promised(here: _Place, one: World) -> World:
    """A line of a plan: by quarter, what counts towards it, what it costs."""
    known = [number for number in one["quarters"] if number is not None]
    told = {f"target_q{n}": number for n, number in enumerate(one["quarters"], start=1)}
    measure = (
        {"measure": codes.PlannedMeasure.KEGIATAN} if "activity_kind" in one["counts_by"] else {}
    )
    return {
        **told, **measure, **one["counts_by"], "title": one["title"], "pillar": one["pillar"],
        "target_year": sum(known) if known else None, "budget_partner": one["budget"],
        "unit_id": here.unit, "officer_id": here.officer if one["by_officer"] else None,
    }  # fmt: skip
