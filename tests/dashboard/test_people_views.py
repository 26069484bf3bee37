"""The screens about people, with rows and without; names show only where they are asked for."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import models
from dashboard.widgets.caching import check_impersonal
from data.answers import clients, finding, today
from models import codes
from models.door import Door
from tests import factories, planning
from tests.conftest import OFFICER
from tests.dashboard.screens import parts, press
from tests.dashboard.test_views import said, screen
from tests.dashboard.worlds import door_to

NAME, NUMBER = "Budi Rahasia Contoh", "INDUK-RAHASIA-77"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with one convict who waits for a place and one client with a plan."""
    path: Path = tmp_path_factory.mktemp("orang") / "sinergi.db"
    door = door_to(path, filled=False)
    with door.writing(OFFICER) as session:
        factories.marks(session)
        run = factories.cohort(session)
        here = factories.value(session, "cohort", run, "unit_id")
        factories.meeting(session, cohort_id=run)
        person = factories.person(session, unit_id=here, name=NAME, number=NUMBER)
        factories.enrolment(
            session, cohort_id=run, wbp_id=person, started_on=None,
            status=codes.EnrolmentStatus.DAFTAR_TUNGGU,
        )  # fmt: skip
        bapas = factories.unit(session, kind=codes.UnitKind.BAPAS)
        client = factories.wbp(session, name="Klien Contoh")
        factories.custody(
            session, wbp_id=client, unit_id=bapas, legal_status=codes.LegalStatus.KLIEN_DEWASA
        )
        planning.guidance_plan(session, wbp_id=client, unit_id=bapas, goal="Bekerja")
    door.close()
    return f"sqlite:///{path}"


def run(url: str, view: str, language: str = "id", **state: object) -> AppTest:
    app = AppTest.from_function(screen, args=(url, view, language, None), default_timeout=60)
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("view", ["today", "person", "clients"])
def test_a_screen_of_people_opens_in_both_languages(url: str, view: str, language: str) -> None:
    assert len(run(url, view, language).title) == 1


def test_an_empty_database_has_nothing_waiting_nobody_to_show_and_no_client(
    empty_url: str,
) -> None:
    assert [one.value for one in run(empty_url, "today").success] == ["Tidak ada yang tertunda."]
    assert "Belum ada tanggal sidang TPP" in said(run(empty_url, "person"))
    assert "Tidak ada klien yang sedang dibimbing" in said(run(empty_url, "clients"))


def test_names_wait_behind_the_fold_of_their_task(url: str) -> None:
    folded = run(url, "today")
    assert {one.label: one.value for one in folded.metric}["Menunggu tempat"] == "1"
    assert len(folded.dataframe) == 0
    opened = run(url, "today", **{"hari-waiting_people": True})
    assert NAME in opened.dataframe[0].value.to_csv()


def test_a_person_is_found_and_their_numbers_stay_covered_until_asked_for(url: str) -> None:
    app = run(url, "person")
    app.text_input(key="orang-cari").set_value("rahasia").run()
    assert not app.exception
    assert [one.value for one in app.header] == [NAME]
    assert NUMBER not in said(app)
    app.toggle(key="orang-nomor-utuh").set_value(True).run()
    assert "RAHASIA\\-77" in said(app)
    app.text_input(key="orang-cari").set_value("tidak ada orang ini").run()
    assert "Tidak ada orang dengan nama atau nomor itu" in "".join(x.value for x in app.warning)


def test_a_clients_guidance_opens_with_its_forms(url: str) -> None:
    app = run(url, "clients")
    rows = app.dataframe[0].value
    assert list(rows.iloc[:, 0]) == ["Klien Contoh"]
    assert {one.label: one.value for one in app.metric}["Klien dibimbing"] == "1"


def test_a_plan_line_that_somebody_else_changed_is_told_and_nothing_typed_is_lost(
    url: str,
) -> None:
    app = run(url, "clients")
    app.session_state["klien-terbuka"] = int(clients_of(url)[clients.PERSON].iloc[0])
    place, words = next(one for one in parts(app.run()) if one[1] == "Ubah baris rencana")
    press(app, place, words)
    goal = next(one for one in app.text_area if one.value == "Bekerja")
    goal.set_value("Bekerja sendiri")
    with Door(url).writing(OFFICER) as session:
        line = models.metadata.tables["guidance_plan"]
        session.execute(line.update().values(row_version=line.c.row_version + 1))
    next(one for one in app.button if one.label == "Simpan").click().run()
    assert "sudah ditulis orang lain" in "".join(str(one.value) for one in app.error)
    assert goal.key is not None
    assert app.text_area(key=goal.key).value == "Bekerja sendiri"


def clients_of(url: str) -> pd.DataFrame:
    with Door(url).reading(OFFICER) as session:
        return clients.caseload(session, None, None, today=date(2026, 7, 1)).rows


def test_rows_about_persons_can_never_be_kept(url: str) -> None:
    day = date(2026, 7, 1)
    with Door(url).reading(OFFICER) as session:
        answers = {
            "today": today.waiting_rows(
                session, "waiting_people", None, day, language="id", most=9
            ),
            "finding": finding.find(session, "rahasia"),
            "clients": clients.caseload(session, None, None, today=day).rows,
        }
        check_impersonal("hearings", finding.hearings(session, None))
    for name, rows in answers.items():
        with pytest.raises(ValueError, match="rows about persons"):
            check_impersonal(name, rows)


def test_who_opens_a_person_prepares_the_file_of_that_person(url: str) -> None:
    app = run(url, "person")
    assert app.session_state["tpp-cara"] == "sidang"
    app.text_input[0].set_value(NUMBER).run()
    assert not app.exception
    assert app.session_state["tpp-cara"] == "orang"
