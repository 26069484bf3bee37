"""One month entered on the screen, by an officer of the chosen unit."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

import models
from models.door import Door
from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.worlds import door_to

UNIT, NIP = "SINI", "199001012020"


def screen(url: str) -> None:
    from datetime import date

    from dashboard.texts.catalogue import use
    from dashboard.views import official
    from dashboard.widgets.caching import Asker
    from dashboard.widgets.filters import Chosen
    from dashboard.widgets.screen import Screen
    from data.answers import choices
    from data.opening import LOCAL_OFFICER
    from data.queries.filter import Filter
    from models.door import Door

    use("id")
    door = Door(url)
    with door.reading(LOCAL_OFFICER) as session:
        state = choices.state(session)
    chosen = Chosen(Filter(date(2026, 1, 1), date(2026, 4, 1), unit="SINI"), "Lapas Contoh")
    asker = Asker(door, LOCAL_OFFICER, state.data_version)
    official.show(Screen(asker, chosen, state, date(2026, 4, 10)))


@pytest.fixture
def url(tmp_path: Path) -> str:
    path = tmp_path / "sinergi.db"
    door = door_to(path, filled=False)
    with door.writing(OFFICER) as session:
        here = factories.unit(session, code=UNIT)
        factories.officer(session, nip=NIP, unit_id=here)
        factories.official_indicator(session, code="IND")
    door.close()
    return f"sqlite:///{path}"


def filled_in(app: AppTest, a: int | None, b: int | None, *, evidence: str = "Register") -> AppTest:
    for field, value in zip(app.number_input, (a, b), strict=True):
        if value is not None:
            field.set_value(value)
    app.text_input[0].set_value(evidence)
    app.text_input[1].set_value(NIP)
    app.button[0].click().run()
    assert not app.exception
    return app


def values(url: str) -> list[tuple[int, int, int]]:
    table = models.metadata.tables["indicator_value"].c
    door = Door(url)
    with door.reading(OFFICER) as session:
        found = session.execute(
            sa.select(table.numerator, table.denominator, table.row_version)
        ).all()
    door.close()
    return [tuple(row) for row in found]


def test_a_month_is_saved_and_can_be_written_again(url: str) -> None:
    app = filled_in(AppTest.from_function(screen, args=(url,), default_timeout=60).run(), 8, 10)
    assert [one.value for one in app.success] == ["Tersimpan: 8 dari 10."]
    assert "sudah tercatat: 8 dari 10" in app.info[-1].value
    filled_in(app, 9, 10)
    assert values(url) == [(9, 10, 2)]


def test_an_empty_number_is_not_zero(url: str) -> None:
    app = filled_in(AppTest.from_function(screen, args=(url,), default_timeout=60).run(), 8, None)
    assert [one.value for one in app.error] == ["A dan B wajib diisi; kosong bukan nol."]
    assert values(url) == []


def test_what_is_refused_says_why(url: str) -> None:
    app = AppTest.from_function(screen, args=(url,), default_timeout=60).run()
    filled_in(app, 8, 10, evidence=" ")
    assert "Bukti wajib diisi" in app.error[0].value
    assert values(url) == []


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(url: str) -> None:
    app = AppTest.from_function(screen, args=(url,), default_timeout=60).run()
    other = AppTest.from_function(screen, args=(url,), default_timeout=60).run()
    filled_in(other, 1, 10)
    filled_in(app, 8, 10)
    assert "sudah ditulis orang lain" in app.error[0].value
    assert values(url) == [(1, 10, 1)]
