"""One person whole, on both databases: what is theirs is told, and nothing of anybody else."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import Session

from data.answers import finding
from data.answers.person import Counted, Person, people
from data.answers.timeline import (
    ATTENDANCE,
    CAME,
    EXCUSED,
    GUIDED,
    INSIDE,
    KIND,
    LANE,
    MISSED,
    timeline,
)
from models import codes
from models.door import Door, Viewer
from tests import factories

TODAY = date(2026, 7, 1)


@pytest.fixture
def session(door: Door, viewer: Viewer) -> Iterator[Session]:
    with door.writing(viewer) as opened:
        factories.marks(opened)
        yield opened


def one(session: Session, key: int, language: str = "id") -> Person:
    (found,) = people(session, [key], today=TODAY, language=language)
    return found


def attended(session: Session, place: int, cohort: int, *marks: str | None) -> None:
    for number, mark in enumerate(marks, start=1):
        day = date(2026, 2, number)
        meeting = factories.find_or_insert(
            session, "programme_session", {"cohort_id": cohort, "number": number}, held_on=day,
            unit_id=factories.value(session, "cohort", cohort, "unit_id"),
            status=codes.SessionStatus.TERLAKSANA,
        )  # fmt: skip
        if mark is not None:
            factories.attendance(session, session_id=meeting, enrolment_id=place, mark=mark)


def test_a_person_is_told_with_their_own_rows_alone(session: Session) -> None:
    run = factories.cohort(session, programme_id=factories.programme(session, need="EMOSI"))
    here = factories.value(session, "cohort", run, "unit_id")
    person = factories.person(session, unit_id=here, number="A-1", birth_date=date(1990, 7, 2))
    other = factories.person(session, unit_id=here)
    place = factories.enrolment(session, cohort_id=run, wbp_id=person, certificate_number="S-1")
    beside = factories.enrolment(session, cohort_id=run, wbp_id=other)
    attended(session, place, run, "HADIR", "TERLAMBAT", "MENOLAK", "SIDANG", None)
    attended(session, beside, run, "TANPA_KETERANGAN")
    factories.need(session, wbp_id=person, need="EMOSI")
    factories.need(session, wbp_id=person, need="PEKERJAAN")
    factories.need(session, wbp_id=other)
    factories.incident(session, wbp_id=person, proven=None)
    factories.entitlement(session, wbp_id=other)
    found = one(session, person)
    assert (found.age, found.main_number) == (35, "A-1")
    assert found.attendance == Counted(2, 3, 1)
    assert [need.label for need in found.answered_needs] == ["Emosi"]
    assert len(found.open_needs) == 2
    assert [place.certificate for place in found.certified] == ["S-1"]
    assert (len(found.incidents), len(found.proven), found.rights) == (1, 0, ())


def test_an_assessment_has_its_band_and_only_accepted_ones_count(session: Session) -> None:
    scale = factories.scale(session, name_id="Sikap", name_en="Conduct")
    measure = factories.value(session, "instrument_scale", scale, "instrument_id")
    factories.band(session, scale_id=scale, lower=0.0, label_id="Kurang", label_en="Poor")
    factories.band(session, scale_id=scale, lower=50.0, label_id="Cukup", label_en="Fair")
    person = factories.person(session)
    for day, value, status in (
        (1, 49.9, codes.AssessmentStatus.DITERIMA), (2, 50.0, codes.AssessmentStatus.DITERIMA),
        (3, 99.0, codes.AssessmentStatus.DRAF),
    ):  # fmt: skip
        rated = factories.assessment(
            session, wbp_id=person, instrument_id=measure, assessed_on=date(2026, 1, day),
            status=status,
        )  # fmt: skip
        factories.score(session, assessment_id=rated, scale_id=scale, score=value)
    told = [(score.scale, score.band) for score in one(session, person, "en").scores]
    assert told == [("Conduct", "Poor"), ("Conduct", "Fair")]


def test_a_person_is_inside_before_under_guidance_and_open_before_ended(session: Session) -> None:
    person = factories.wbp(session)
    custody = codes.LegalStatus.NARAPIDANA
    factories.custody(
        session, wbp_id=person, started_on=date(2024, 1, 1), ended_on=date(2026, 5, 1)
    )
    client = codes.LegalStatus.KLIEN_DEWASA
    factories.custody(session, wbp_id=person, started_on=date(2026, 4, 1), legal_status=client)
    here = one(session, person).here
    assert here is not None and here.status is client
    factories.custody(session, wbp_id=person, started_on=date(2025, 12, 1), legal_status=custody)
    here = one(session, person).here
    assert here is not None and here.status is custody


def test_the_timeline_names_nobody_and_tells_each_mark(session: Session) -> None:
    run = factories.cohort(session)
    here = factories.value(session, "cohort", run, "unit_id")
    person = factories.person(session, unit_id=here, name="Budi Rahasia", number="RAHASIA-7")
    factories.custody(
        session, wbp_id=person, legal_status=codes.LegalStatus.KLIEN_DEWASA, unit_id=here
    )
    place = factories.enrolment(session, cohort_id=run, wbp_id=person)
    attended(session, place, run, "HADIR", "SAKIT", "SIDANG", "MENOLAK", None)
    frame = timeline(session, one(session, person), today=TODAY, language="id")
    assert list(frame[frame[LANE] == ATTENDANCE][KIND]) == [CAME, EXCUSED, EXCUSED, MISSED]
    assert {INSIDE, GUIDED} <= set(frame[KIND])
    assert "ahasia" not in frame.to_csv().lower()


def test_people_are_found_by_a_number_from_its_beginning_or_any_part_of_a_name(
    session: Session,
) -> None:
    factories.person(session, name="Siti Contoh", number="AB-100%")
    factories.person(session, name="Budi Contoh", number="XX-AB-1")
    for text, names in (
        ("ab-", ["Siti Contoh"]), ("CONTOH", ["Budi Contoh", "Siti Contoh"]), ("100%", []),
        ("0%", []), ("%%", []), ("a", []), ("  ", []), ("AB-100%", ["Siti Contoh"]),
    ):  # fmt: skip
        assert list(finding.find(session, text)[finding.NAME]) == names, text


def test_a_list_says_who_is_not_known_and_whose_number_is_not_alone(session: Session) -> None:
    here = factories.unit(session)
    first = factories.person(session, unit_id=here, number="A-1")
    second = factories.person(session, unit_id=here, number="A-2")
    kind = codes.IdentifierKind.REGISTER
    for person in (first, second):
        where = factories.unit(session)
        factories.identifier(session, wbp_id=person, kind=kind, value="R-1", unit_id=where)
    found = finding.listed(session, finding.numbers_in("a-2\nA-1, A-1; R-1\nX; a-1"))
    assert found.people == (second, first)
    assert (found.unknown, found.several) == (("X",), ("R-1",))


def test_a_hearing_has_the_people_of_its_day_and_unit_each_once(session: Session) -> None:
    here, there = factories.unit(session, code="SINI"), factories.unit(session, code="SANA")
    day = date(2026, 7, 14)
    person = factories.person(session, unit_id=here)
    for kind in (codes.EntitlementKind.PB, codes.EntitlementKind.CB):
        factories.entitlement(session, wbp_id=person, unit_id=here, kind=kind, hearing_on=day)
    factories.entitlement(session, unit_id=there, hearing_on=day)
    factories.entitlement(session, unit_id=here)
    assert finding.heard(session, day, "SINI") == (person,)
    assert len(finding.heard(session, day, None)) == 2
    rows = finding.hearings(session, "SINI")
    assert rows[[finding.HEARING_ON, finding.PEOPLE]].values.tolist() == [[day, 1]]
