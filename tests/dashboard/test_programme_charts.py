"""The pictures of one programme, and its screen: chosen, not chosen, and with nothing in it."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import retention, sheets
from dashboard.charts.palette import DARK, LIGHT
from dashboard.texts.catalogue import use
from dashboard.widgets.programme_page import describe_curve
from data.answers.programmes import SHEETS
from data.indicators.retention import AVOIDABLE, COMPLETED, retention_curve
from tests.dashboard.test_views import run, said


@pytest.fixture(autouse=True)
def indonesian() -> None:
    use("id")


def rows(chart: Any) -> list[dict[str, Any]]:
    return [row for data in chart.to_dict()["datasets"].values() for row in data]


def test_the_parts_of_a_curve_start_with_everybody_in_and_add_up() -> None:
    curve = retention_curve(list(range(1, 41)), [COMPLETED, AVOIDABLE] * 20)
    drawn = rows(retention.stacked_ends(curve.frame, LIGHT))
    parts = [row for row in drawn if "part" in row]
    first = {row["part"]: row["share_of"] for row in parts if row["day"] == 0}
    assert first["staying"] == 1
    by_day = pd.DataFrame(parts).groupby("day")["share_of"].sum()
    assert by_day.round(6).isin([1, 2]).all()  # the last day stands twice
    assert {row["name"] for row in drawn if "name" in row} == {
        "Selesai", "Masih ikut", "Menolak,\ndikeluarkan",
    }  # fmt: skip
    assert describe_curve(curve).startswith("Dari 40 orang yang mulai, sampai hari ke-31: 40%")


def test_two_thin_parts_do_not_write_over_each_other() -> None:
    frame = pd.DataFrame(
        [(9.0, 30, 0.82, 0.0, 0.07, 0.0, 0.11)],
        columns=["day", "at_risk", "staying", "completed", "avoidable", "administrative", "other"],
    )
    names = [row["name"] for row in rows(retention.stacked_ends(frame, DARK)) if "name" in row]
    assert names == ["Masih ikut", "Sebab lain"]


def test_a_cell_tells_its_session_and_a_blank_one_that_it_is_blank() -> None:
    day = date(2026, 1, 5)
    frame = pd.DataFrame(
        [
            ("U1 · A", "U1", "A", day, 1, day, 9, 12, 0, 0.75),
            ("U1 · A", "U1", "A", day, 2, day, 0, 0, 12, None),
        ],
        columns=list(SHEETS),
    )
    drawn = rows(sheets.attendance_by_session(frame, LIGHT))
    assert [row["shown"] for row in drawn] == ["75", ""]
    assert drawn[0]["told"] == "sesi 1, 5 Jan 2026: 75%, 9 dari 12 hadir; 0 belum tercatat"
    assert drawn[1]["told"] == "sesi 2, 5 Jan 2026: presensi belum tercatat"
    assert sheets.describe_sheets(frame) == (
        "1 angkatan, 2 sesi terlaksana; 1 sesi tanpa presensi."
    )


def test_the_catalogue_is_a_table_and_a_chosen_programme_a_page(filled_url: str) -> None:
    app = run(filled_url, "programmes")
    assert len(app.dataframe) == 1
    app.selectbox[0].select_index(1).run()
    assert not app.exception
    assert [one.value for one in app.subheader] == [
        "Angkatan pada periode ini", "Apakah peserta bertahan?", "Bagaimana dan mengapa berakhir?",
        "Kehadiran per sesi",
    ]  # fmt: skip
    assert "Yang tidak dapat dikatakan" in said(app)


def test_without_programmes_the_screen_says_so(filled_url: str, empty_url: str) -> None:
    assert "Tidak ada data untuk pilihan ini" in said(
        run(filled_url, "programmes", field="TIDAK_ADA")
    )
    assert "python3 start.py demo" in said(run(empty_url, "programmes"))
