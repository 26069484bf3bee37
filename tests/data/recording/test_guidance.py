"""Guidance of clients: numbered lines, contacts kept and missed, and nobody overwrites another."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

import models
from data.answers.clients import NAME, caseload, counsellors, guidance
from data.errors import SinergiError
from data.recording import guidance as acts
from data.recording.rows import ValuesRefused
from models import codes
from models.door import Door, Viewer
from tests import factories, planning
from tests.data.recording.at_once import told_to_the_second

TODAY = date(2026, 7, 1)


@pytest.fixture
def session(door: Door, viewer: Viewer) -> Iterator[Session]:
    with door.writing(viewer) as opened:
        yield opened


def client(session: Session, unit: int, officer: int | None = None, **values: object) -> int:
    person = factories.wbp(session, **values)
    factories.custody(
        session, wbp_id=person, unit_id=unit, legal_status=codes.LegalStatus.KLIEN_DEWASA
    )
    if officer is not None:
        factories.guardianship(
            session, wbp_id=person, officer_id=officer, kind=codes.GuardianKind.PK
        )
    return person


def test_lines_are_numbered_changed_and_closed_with_their_history(
    session: Session, viewer: Viewer
) -> None:
    bapas = factories.unit(session, kind=codes.UnitKind.BAPAS)
    person = client(session, bapas)
    own = {"wbp_id": person, "unit_id": bapas}
    first, second = (
        acts.plan_guidance(session, viewer, own | {"goal": goal}, today=TODAY)
        for goal in ("Bekerja", "Sekolah")
    )
    lines = guidance(session, person, language="id").lines
    assert [(line.number, line.goal) for line in lines] == [(1, "Bekerja"), (2, "Sekolah")]
    closing = {"closed_on": TODAY, "result": "Tercapai"}
    acts.change_guidance(session, viewer, first, closing, seen=1, today=TODAY)
    assert [line.key for line in guidance(session, person, language="id").lines] == [second, first]
    with pytest.raises(SinergiError, match="orang lain"):
        acts.change_guidance(session, viewer, first, {"goal": "Lain"}, seen=1, today=TODAY)
    with pytest.raises(ValuesRefused):  # closed without a result
        acts.change_guidance(session, viewer, second, {"closed_on": TODAY}, seen=1, today=TODAY)
    changes = session.exec(
        select(models.Change).where(models.Change.table_name == "guidance_plan")
    ).all()
    actions = sorted(change.action.value for change in changes)
    assert actions == ["TAMBAH", "TAMBAH", "UBAH"]


def test_a_contact_is_recorded_once_and_may_be_told_later(session: Session, viewer: Viewer) -> None:
    bapas = factories.unit(session)
    person = client(session, bapas)
    given = {
        "wbp_id": person, "unit_id": bapas, "held_on": TODAY + timedelta(days=7),
        "kind": codes.ContactKind.WAJIB_LAPOR,
    }  # fmt: skip
    key = acts.record_contact(session, viewer, given, today=TODAY)
    with pytest.raises(ValuesRefused):
        acts.record_contact(session, viewer, given, today=TODAY)
    with pytest.raises(ValuesRefused) as refused:  # nobody has missed what is still to come
        acts.change_contact(session, viewer, key, {"kept": False}, seen=1, today=TODAY)
    assert list(refused.value.issues) == ["kept"]
    acts.change_contact(session, viewer, key, {"kept": False}, seen=1, today=given["held_on"])
    (contact,) = guidance(session, person, language="id").contacts
    with pytest.raises(ValuesRefused, match="belum terjadi"):
        acts.record_contact(
            session, viewer, given | {"held_on": date(2027, 1, 1), "kept": True}, today=TODAY
        )
    assert (contact.kept, contact.version) == (False, 2)


def test_a_review_cannot_lie_in_the_future(session: Session, viewer: Viewer) -> None:
    bapas = factories.unit(session)
    person = client(session, bapas)
    given = {"wbp_id": person, "unit_id": bapas, "reviewed_on": TODAY, "months": 3}
    acts.record_review(session, viewer, given, today=TODAY)
    later = given | {"reviewed_on": TODAY + timedelta(days=1)}
    with pytest.raises(ValuesRefused) as refused:
        acts.record_review(session, viewer, later, today=TODAY)
    assert set(refused.value.issues) == {"reviewed_on"}
    assert len(guidance(session, person, language="id").reviews) == 1


def test_a_caseload_counts_its_own_clients_and_their_known_contacts(session: Session) -> None:
    bapas, other = factories.unit(session, code="BPS1"), factories.unit(session, code="BPS2")
    officer = factories.officer(session, unit_id=bapas)
    first = client(session, bapas, officer, name="Ani")
    second = client(session, bapas, officer, name="Budi")
    client(session, bapas, name="Tanpa PK")
    client(session, other, factories.officer(session, unit_id=other), name="Lain")
    for days, kept in ((1, True), (89, False), (90, True), (-1, None)):
        planning.contact(session, wbp_id=first, held_on=TODAY - timedelta(days=days), kept=kept)
    planning.guidance_plan(session, wbp_id=first, review_on=TODAY)
    planning.guidance_plan(session, wbp_id=second, review_on=TODAY + timedelta(days=1))
    load = caseload(session, "BPS1", officer, today=TODAY)
    assert list(load.rows[NAME]) == ["Ani", "Budi"]
    assert (load.kept, load.due, load.to_review, load.without_plan) == (1, 2, 1, 0)
    assert len(caseload(session, "BPS1", None, today=TODAY).rows) == 3
    assert counsellors(session, "BPS1")["clients"].tolist() == [2]
    nobody = caseload(session, "LAIN", None, today=TODAY)
    assert (len(nobody.rows), nobody.share) == (0, None)


def test_two_who_write_the_same_number_at_once_do_not_meet_a_fault(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        bapas = factories.unit(session, kind=codes.UnitKind.BAPAS)
        own = {"wbp_id": client(session, bapas), "unit_id": bapas}

    def write(session: Session) -> object:
        return acts.plan_guidance(session, viewer, own | {"goal": "Bekerja"}, today=TODAY)

    told = told_to_the_second(door, viewer, write, write)
    assert told == ([] if door.is_sqlite else ["sudah_berubah"])  # SQLite lets the second wait
