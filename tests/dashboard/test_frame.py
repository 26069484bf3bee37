"""The frame: what it opens, what it says above the screens, and what the address remembers."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from data.errors import SinergiError
from data.opening import prepare
from models.codes import DatabaseMode
from tests.dashboard.worlds import door_to

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"


@pytest.fixture
def at(filled_url: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("SINERGI_DATABASE", filled_url)
    return AppTest.from_file(str(APP), default_timeout=60)


def address(app: AppTest) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else value[0]
        for name, value in app.query_params.items()
    }


def test_the_frame_opens_on_the_overview_of_sample_data(at: AppTest) -> None:
    at.run()
    assert not at.exception
    assert [title.value for title in at.title] == ["Ringkasan"]
    assert "DATA CONTOH" in at.markdown[0].value


def test_the_address_says_what_was_chosen(at: AppTest) -> None:
    at.run()
    assert address(at) == {"dari": "2025-06-01", "sampai": "2026-05-31"}


def test_the_address_chooses(at: AppTest) -> None:
    asked = {"dari": "2026-01-02", "sampai": "2026-03-04", "bidang": "KEMANDIRIAN", "bahasa": "en"}
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    assert address(at) == asked
    assert [title.value for title in at.title] == ["Overview"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("unit", "<b>"), ("bidang", "x"), ("bahasa", "fr"), ("dari", "31/02/2026"), ("nama", "Budi")],
)
def test_nonsense_in_the_address_is_forgotten(at: AppTest, name: str, value: str) -> None:
    at.query_params[name] = value
    at.run()
    assert not at.exception
    assert address(at) == {"dari": "2025-06-01", "sampai": "2026-05-31"}


def test_own_days_begin_with_the_period_before_and_are_remembered(at: AppTest) -> None:
    at.run()
    at.selectbox(key="periode").set_value("triwulan").run()
    at.selectbox(key="periode").set_value("pilih-sendiri").run()
    assert address(at) == {"dari": "2026-04-01", "sampai": "2026-06-30"}
    at.date_input(key="hari_pertama").set_value(date(2026, 5, 4)).run()
    assert address(at) == {"dari": "2026-05-04", "sampai": "2026-06-30"}


def test_days_in_the_wrong_order_are_exchanged(at: AppTest) -> None:
    at.query_params["dari"] = "2026-05-04"
    at.query_params["sampai"] = "2026-05-05"
    at.run()
    at.date_input(key="hari_terakhir").set_value(date(2026, 5, 1)).run()
    assert address(at) == {"dari": "2026-05-01", "sampai": "2026-05-04"}
    assert not at.exception


def test_a_unit_and_a_field_narrow_the_choice(at: AppTest) -> None:
    at.run()
    code = at.selectbox(key="unit").options
    at.selectbox(key="bidang").set_value("KEMANDIRIAN").run()
    assert address(at)["bidang"] == "KEMANDIRIAN"
    assert len(code) == 8
    assert not at.exception


def test_a_chosen_language_speaks_at_once(at: AppTest) -> None:
    at.run()
    at.session_state["bahasa"] = "en"
    at.run()
    assert [title.value for title in at.title] == ["Overview"]
    assert address(at)["bahasa"] == "en"


def test_real_data_say_that_there_are_no_accounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door_to(tmp_path / "nyata.db", filled=False, mode=DatabaseMode.NYATA).close()
    monkeypatch.setenv("SINERGI_DATABASE", f"sqlite:///{tmp_path / 'nyata.db'}")
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert "MODE SATU PETUGAS" in app.warning[0].value
    assert "DATA CONTOH" not in app.markdown[0].value


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "tidak tahu basis data mana"),
        ("bukan alamat", "tidak dapat dibaca"),
        ("tidakada://x/y", "tidak dapat dibaca"),
        ("postgresql+psycopg://x:y@127.0.0.1:1/z", "tidak dapat dibuka"),
        ("sqlite:////tidak/ada/sinergi.db", "belum dibuat"),
    ],
)
def test_a_wrong_database_is_told_kindly(
    url: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SINERGI_DATABASE", url)
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.exception
    assert [title.value for title in app.title] == ["Basis data belum siap"]
    assert any(sentence in markdown.value for markdown in app.markdown)
    assert [code.value for code in app.code] == ["python3 start.py demo", "sinergi init"]


def test_a_database_without_tables_is_told_kindly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kosong.db").touch()
    monkeypatch.setenv("SINERGI_DATABASE", f"sqlite:///{tmp_path / 'kosong.db'}")
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.exception
    assert [title.value for title in app.title] == ["Basis data belum siap"]


def test_our_fault_is_told_by_a_number_and_by_its_place_alone(
    at: AppTest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from dashboard.views import overview

    def broken(_screen: object) -> None:
        try:
            int("rahasia")
        except ValueError as error:
            raise RuntimeError("rahasia juga") from error

    monkeypatch.setattr(overview, "show", broken)
    at.run()
    assert not at.exception
    [said] = [one.value for one in at.error]
    [logged] = [one.getMessage() for one in caplog.records if one.name == "sinergi.dashboard"]
    assert "laporkan nomor" in said
    assert logged[:8] in said
    for kind in ("RuntimeError", "ValueError", "test_frame.py"):
        assert kind in logged
    assert "literal for int" not in logged


@pytest.mark.parametrize(
    ("table", "column"), [("programme_session", "held_on"), ("enrolment", "status")]
)
def test_a_database_of_another_version_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, column: str
) -> None:
    door = door_to(tmp_path / "sinergi.db", filled=True)
    with door.altering() as connection:
        connection.execute(sa.text(f"ALTER TABLE {table} RENAME COLUMN {column} TO old"))
    door.close()
    monkeypatch.setenv("SINERGI_DATABASE", f"sqlite:///{tmp_path / 'sinergi.db'}")
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.exception
    assert "Basis data belum siap" in [title.value for title in app.title]
    [told] = [one.value for one in app.markdown if "tidak cocok" in one.value]
    assert column in told
    assert "sinergi init" in told


def test_a_database_of_a_later_version_asks_for_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = door_to(tmp_path / "sinergi.db", filled=False)
    with door.altering() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SinergiError, match="9999"):
        prepare(door, backups=tmp_path, today=date(2026, 7, 1), mode=DatabaseMode.DEMO)
    door.close()
    monkeypatch.setenv("SINERGI_DATABASE", f"sqlite:///{tmp_path / 'sinergi.db'}")
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert "Perbarui programnya" in app.markdown[0].value
