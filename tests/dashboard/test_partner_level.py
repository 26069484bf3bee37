"""Tampilan mitra: it opens where there is something to see, and says why elsewhere there is not."""

from datetime import date
from pathlib import Path

from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.screens import kind_words, shown
from tests.dashboard.worlds import door_to

TERMS = {"data_role": "Pemroses", "data_basis": "Pasal 7", "data_until": date(2027, 1, 1)}


def test_the_first_partner_with_data_terms_is_open_before_any_session(tmp_path: Path) -> None:
    door = door_to(tmp_path / "sinergi.db", filled=False)
    with door.writing(OFFICER) as session:
        for name, terms in (("Balai Awal", {}), ("Balai Kedua", TERMS)):
            partner = factories.partner(session, name=name)
            factories.agreement(session, partner_id=partner, **terms)
    door.close()
    app = shown(f"sqlite:///{tmp_path / 'sinergi.db'}", "partner_level")
    assert [one.value for one in app.exception] == []
    assert "Seperti yang dilihat Balai Kedua" in app.warning[0].value
    closed = app.selectbox(key="mitra-terpilih").options[0]
    assert closed == "Balai Awal · belum dapat ditampilkan"
    app.selectbox(key="mitra-terpilih").select_index(0).run()
    assert [one.value for one in app.exception] == []
    assert not app.warning
    [why] = kind_words(app)
    assert "Balai Awal" in why
    assert "belum memuat ketentuan data" in why
