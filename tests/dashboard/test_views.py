"""Each screen, with rows and without, as a person would read it."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

VIEWS = (
    "overview", "change", "agreements", "exports", "imports", "deliveries", "reports", "signing",
)  # fmt: skip


def screen(url: str, view: str, language: str, field: str | None) -> None:
    import importlib
    from datetime import date

    from dashboard.texts.catalogue import use
    from dashboard.widgets.caching import Asker
    from dashboard.widgets.filters import Chosen
    from dashboard.widgets.screen import Screen
    from data.answers import choices
    from data.opening import LOCAL_OFFICER
    from data.queries.filter import Filter
    from models.door import Door

    use(language)
    door = Door(url)
    with door.reading(LOCAL_OFFICER) as session:
        state, known = choices.state(session), choices.period(session)
    filter = Filter(date(2025, 7, 1), date(2026, 7, 1), field=field) if known else None
    asker = Asker(door, LOCAL_OFFICER, state.data_version)
    module = importlib.import_module(f"dashboard.views.{view}")
    module.show(Screen(asker, Chosen(filter), state, date(2026, 7, 1)))


TABLES = (
    "partisipasi-per-bulan", "peserta-per-bidang", "partisipasi-per-provinsi", "corong-program",
    "kehadiran-per-unit",
)  # fmt: skip


def run(
    url: str, view: str, language: str = "id", *, field: str | None = None, unfolded: bool = False
) -> AppTest:
    app = AppTest.from_function(screen, args=(url, view, language, field), default_timeout=60)
    if unfolded:
        for name in TABLES:
            app.session_state[f"tabel-{name}"] = True
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    kinds: tuple[Any, ...] = (
        app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.code,
    )  # fmt: skip
    return "\n".join(str(element.value) for kind in kinds for element in kind)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_filled_screen_has_a_title_and_no_fault(
    filled_url: str, view: str, language: str
) -> None:
    assert len(run(filled_url, view, language).title) == 1


@pytest.mark.parametrize("view", ["overview", "change"])
def test_an_empty_database_says_what_to_do(empty_url: str, view: str) -> None:
    text = said(run(empty_url, view))
    assert "python3 start.py demo" in text
    assert "sinergi import FOLDER" in text


def test_without_deliveries_the_screen_says_how_one_is_made(empty_url: str) -> None:
    assert "sinergi bundle UNIT" in said(run(empty_url, "deliveries"))


def test_without_agreements_the_screen_says_how_to_begin(empty_url: str) -> None:
    assert "Impor berkas perjanjian" in said(run(empty_url, "agreements"))


def test_without_attendance_no_last_day_is_named(filled_url: str) -> None:
    text = said(run(filled_url, "overview", field="TIDAK_ADA"))
    assert "Belum ada presensi tercatat · Semua unit" in text


@pytest.mark.parametrize("view", ["overview", "change"])
def test_a_choice_without_rows_says_so_kindly(filled_url: str, view: str) -> None:
    assert "Tidak ada data untuk pilihan ini" in said(run(filled_url, view, field="TIDAK_ADA"))


def test_the_overview_shows_four_figures_with_their_sentences(filled_url: str) -> None:
    app = run(filled_url, "overview")
    assert [metric.label for metric in app.metric] == [
        "Partisipasi", "Kehadiran", "Penyelesaian", "Perubahan skor",
    ]  # fmt: skip
    assert app.metric[3].value.startswith("+")
    assert "Tanpa kelompok pembanding" in said(app)
    assert "orang-sesi tercatat (95% IK" in said(app)


def test_beside_participation_stands_how_many_received_hours(filled_url: str) -> None:
    for language, sentence in (
        ("id", "sedikitnya 8 jam: Pencatatan belum cukup (10 belum tercatat): 16,7%"),
        ("en", "at least 8 hours: Too little is recorded (10 not recorded): 16.7%"),
    ):
        assert sentence in said(run(filled_url, "overview", language))


def test_the_overview_offers_each_table_in_both_styles(filled_url: str) -> None:
    app = run(filled_url, "overview", unfolded=True)
    labels = [getattr(button, "label", None) for button in app.get("download_button")]
    assert labels == ["CSV", "CSV untuk Excel"] * 5
    assert len(app.dataframe) == 5


def test_a_folded_table_costs_nothing(filled_url: str) -> None:
    app = run(filled_url, "overview")
    assert [folded.label for folded in app.expander] == ["Tabel data"] * 5
    assert len(app.dataframe) == 0


def test_a_change_is_never_told_without_its_limits(filled_url: str) -> None:
    text = said(run(filled_url, "change"))
    assert "Tanpa kelompok pembanding" in text
    assert "Tingkat bukti A" in text
    assert text.count("95% IK") == 3


PARTS_OF_CHANGE = ("galat", "bulanan", "risiko", "pelanggaran", "pengulangan")


@pytest.mark.parametrize("part", PARTS_OF_CHANGE)
@pytest.mark.parametrize("field", [None, "TIDAK_ADA"])
def test_each_part_of_change_says_its_limits_or_why_it_has_nothing(
    filled_url: str, part: str, field: str | None
) -> None:
    app = AppTest.from_function(
        screen, args=(filled_url, "change", "id", field), default_timeout=60
    )
    app.session_state["bagian"] = part
    app.run()
    assert not app.exception
    text = said(app)
    assert "Yang tidak dapat dikatakan" in text or app.info[-1].value


def test_an_unknown_scale_has_no_changes(filled_url: str) -> None:
    app = run(filled_url, "change")
    app.session_state["skala"] = "MENTAL"
    app.run()
    assert "Tidak ada data untuk pilihan ini" in said(app)


def test_all_parties_are_named_and_the_unknown_is_called_unknown(filled_url: str) -> None:
    text = said(run(filled_url, "agreements"))
    assert "3\\. Universitas" not in text
    assert "3. Universitas Contoh Nusantara" in text
    assert "Nomor: tidak diketahui" in text
    assert "Jenis tidak diketahui" in text
    assert "Berakhir: tidak diketahui" in text


def test_any_table_is_shown_by_its_declared_labels(filled_url: str) -> None:
    app = run(filled_url, "exports")
    app.session_state["ekspor-dataset"] = "partner"
    app.run()
    assert {"Kode mitra", "Nama mitra"} <= set(app.dataframe[0].value.columns) | {
        column.split(" (")[0] for column in app.dataframe[0].value.columns
    }
    assert not any(getattr(box, "label", "") == "Tujuan" for box in app.selectbox)


def test_rows_about_persons_need_a_purpose_before_a_file(filled_url: str) -> None:
    app = run(filled_url, "exports")
    assert app.button[0].disabled
    app.selectbox(key="ekspor-tujuan").select_index(1).run()
    assert not app.button[0].disabled
    app.button[0].click().run()
    assert "catatan ekspor nomor" in "\n".join(str(one.value) for one in app.success)
    links = [one.proto.url for one in app.get("link_button")]
    assert len(links) == 2
    assert all(link.startswith("/unduh/") for link in links)


def test_an_empty_table_says_how_it_is_filled(empty_url: str) -> None:
    assert "sinergi import FOLDER" in said(run(empty_url, "exports"))


def at_level(url: str, level: str) -> AppTest:
    app = run(url, "exports")
    app.session_state["ekspor-tingkat"] = level
    app.run()
    assert not app.exception
    return app


def test_the_public_is_offered_counts_and_no_table_of_persons(filled_url: str) -> None:
    app = at_level(filled_url, "PUBLIK")
    offered = next(box for box in app.selectbox if box.key == "ekspor-dataset")
    assert offered.value == "jumlah_peserta"
    assert not [one for one in offered.options if "(wbp)" in one or "(peserta)" in one]
    assert not any(box.key == "ekspor-tujuan" for box in app.selectbox)


def test_without_data_terms_no_partner_is_offered_anything(filled_url: str) -> None:
    app = at_level(filled_url, "MITRA")
    assert "ketentuan data" in said(app)
    assert [box.key for box in app.selectbox] == [] and not app.button


def test_research_names_its_recipient_before_rows_are_shown(filled_url: str) -> None:
    app = at_level(filled_url, "PSEUDONIM")
    assert "Isi penerima" in said(app) and not app.dataframe
    app.text_input(key="ekspor-penerima").set_value("Universitas Contoh").run()
    assert not [one for one in app.dataframe if "Nama samaran" in one.value.columns]
    app.session_state[f"ekspor-baris-{app.selectbox(key='ekspor-dataset').value}"] = True
    app.run()
    names = app.dataframe[0].value["Nama samaran"]
    assert names.str.fullmatch("[0-9a-f]{24}").all() and len(names)
    app.selectbox(key="ekspor-tujuan").select_index(2).run()
    app.button[0].click().run()
    assert "sedikitnya 5 orang selalu serupa" in said(app)


def test_a_lock_needs_the_same_passphrase_twice(filled_url: str) -> None:
    app = at_level(filled_url, "PUBLIK")
    app.session_state["ekspor-kunci"] = "sandi"
    app.run()
    assert app.button[0].disabled
    app.text_input(key="ekspor-sandi").set_value("kuda baterai tepat")
    app.text_input(key="ekspor-sandi-lagi").set_value("kuda baterai paku").run()
    assert "tidak sama" in app.error[0].value and app.button[0].disabled
    app.text_input(key="ekspor-sandi-lagi").set_value("kuda baterai tepat").run()
    app.button[0].click().run()
    assert ".zip siap" in app.success[0].value.replace("\\", "")
    assert len(app.get("link_button")) == 1


def test_a_bundle_is_made_on_the_screen(filled_url: str) -> None:
    app = run(filled_url, "exports")
    app.session_state["ekspor-jenis"] = "kiriman"
    app.run()
    app.button[0].click().run()
    assert not app.exception
    assert "kiriman nomor" in app.success[0].value
