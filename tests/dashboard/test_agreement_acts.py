"""What an officer does about one agreement on its page: each act leaves its rows."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

import models
from models import codes
from models.door import Door
from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.screens import screen
from tests.dashboard.worlds import door_to

DEAL = "PKS-9"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database with an agreement that is being explored, and a partner that is not in it."""
    door = door_to(tmp_path / "naskah.db", filled=False)
    with door.writing(OFFICER) as session:
        owner = factories.unit(session, code="SINI")
        factories.bare_agreement(
            session, owner_id=owner, code=DEAL, stage=codes.AgreementStage.PENJAJAKAN
        )
        factories.partner(session, name="Mitra Ketiga")
    door.close()
    return f"sqlite:///{tmp_path / 'naskah.db'}"


def opened(url: str, part: str) -> AppTest:
    app = AppTest.from_function(screen, args=(url, "agreements", "id", None), default_timeout=60)
    app.query_params["perjanjian"] = f"SINI~{DEAL}"
    app.session_state[f"naskah-{part}-1"] = True
    app.run()
    assert [one.value for one in app.exception] == []
    return app


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click().run()


def stored(url: str, table: str) -> list[dict[str, object]]:
    with Door(url).reading(OFFICER) as session:
        found = session.execute(sa.select(models.metadata.tables[table])).mappings()
        return [dict(row) for row in found]


def test_an_agreement_comes_from_exploration_to_negotiation(url: str) -> None:
    app = opened(url, "forum")
    press(app, "Mulai pembahasan")
    assert [one.value for one in app.success] == ["Tersimpan."]
    assert stored(url, "agreement")[0]["stage"] == codes.AgreementStage.PEMBAHASAN
    assert "Mulai pembahasan" not in [one.label for one in app.button]


def test_a_party_is_added_after_those_that_are_there_once_it_is_named(url: str) -> None:
    app = opened(url, "group_add")
    role = next(box for box in app.selectbox if box.label == "Peran *")
    role.set_value("PIHAK")
    press(app, "Tambah pihak")
    assert "pilih mitra atau unit" in app.error[0].value
    next(box for box in app.selectbox if box.label == "Pihak ke-1").set_value("mitra-1")
    press(app, "Tambah pihak")
    [party] = stored(url, "agreement_party")
    assert (party["position"], party["partner_id"], party["role"]) == (1, 1, "PIHAK")
