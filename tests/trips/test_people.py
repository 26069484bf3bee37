"""Hari ini, WBP and Klien in a real browser: what waits, one person, a hearing, a contact."""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from sqlmodel import select

import models
from data.opening import LOCAL_OFFICER
from data.queries.filter import Filter
from models.door import Door
from tests.sample import TODAY, sample
from tests.trips.conftest import serving
from tests.trips.looks import look_at, looks
from tests.trips.pages import Look, opened, settle, texts_of
from tests.trips.words import unknown_words

VIEWS = ("hari-ini", "wbp", "klien")
FIRST_ROW = {"x": 14, "y": 52}
SEARCH = {"id": "Cari orang", "en": "Find a person"}
WAIT = 30_000


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database of 200 fictional people, which these trips change."""
    return sample(tmp_path_factory.mktemp("orang"), 200)


@pytest.fixture(scope="module")
def own_server(people: str) -> Iterator[str]:
    with serving(people) as address:
        yield address


def taken_part(url: str) -> models.Wbp:
    """The person with the most marks."""
    import sqlalchemy as sa

    tables = models.metadata.tables
    marks, places = tables["attendance"], tables["enrolment"]
    with Door(url).reading(LOCAL_OFFICER) as session:
        key = session.execute(
            sa.select(places.c.wbp_id)
            .join(marks, marks.c.enrolment_id == places.c.id)
            .where(places.c.wbp_id.is_not(None))
            .group_by(places.c.wbp_id)
            .order_by(sa.func.count().desc())
        ).scalars().first()  # fmt: skip
        found = session.get_one(models.Wbp, key)
        session.expunge(found)
    return found


def open_by_name(page: Page, name: str, language: str) -> None:
    page.get_by_role("textbox", name=SEARCH[language]).fill(name)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"h2:has-text('{name}')", timeout=WAIT)
    page.wait_for_selector("[data-testid=stVegaLiteChart] svg", timeout=WAIT)
    settle(page, "wbp")


def unfold_first(page: Page, _language: str) -> None:
    page.get_by_test_id("stExpander").first.locator("summary").click()
    page.get_by_test_id("stDataFrame").first.wait_for(timeout=WAIT)
    settle(page, "hari-ini")


def open_client(page: Page, _language: str) -> None:
    page.get_by_test_id("stDataFrame").first.click(position=FIRST_ROW)
    page.get_by_test_id("stForm").wait_for(timeout=WAIT)
    settle(page, "klien")


@pytest.mark.parametrize("view", VIEWS)
def test_the_screens_of_people_fit_in_every_look_and_keep_nobody_out(
    browser: Browser, own_server: str, people: str, view: str
) -> None:
    name = taken_part(people).name
    prepare = {
        "hari-ini": unfold_first, "klien": open_client,
        "wbp": lambda page, language: open_by_name(page, name, language),
    }[view]  # fmt: skip
    for look, page in looks(browser, own_server, view, prepare=prepare):
        look_at(page, look)


@pytest.mark.parametrize("view", VIEWS)
def test_an_indonesian_screen_of_people_says_only_what_is_ours(
    browser: Browser, own_server: str, people: str, view: str
) -> None:
    with opened(browser, own_server, Look(view, 1440, "light", "id")) as page:
        shown = texts_of(page)
    assert unknown_words(shown, people, Filter(date(2025, 7, 1), date(2026, 7, 1))) == []


def test_what_waits_leads_to_the_person_and_nothing_of_them_to_the_address(
    browser: Browser, own_server: str
) -> None:
    with opened(browser, own_server, Look("hari-ini", 1440, "light", "id")) as page:
        card = page.get_by_test_id("stExpander").filter(has_text="Lihat orangnya").first
        card.locator("summary").click()
        table = card.get_by_test_id("stDataFrame")
        table.wait_for(timeout=WAIT)
        settle(page, "hari-ini")
        table.click(position=FIRST_ROW)
        page.wait_for_url(re.compile("/wbp"), timeout=WAIT)
        settle(page, "wbp")
        name = page.locator("h2").first.inner_text()
        assert name.startswith("Contoh ")
        seen = page.url + page.title() + str(page.evaluate("JSON.stringify(localStorage)"))
        assert name not in seen.replace("%20", " ").replace("+", " ")


def test_the_files_of_a_hearing_are_taken_along_and_recorded(
    browser: Browser, own_server: str, people: str
) -> None:
    with opened(browser, own_server, Look("wbp", 1440, "light", "id")) as page:
        page.get_by_role("button", name="Siapkan berkas").click()
        with page.expect_download(timeout=WAIT) as waiting:
            page.get_by_role("link", name="Unduh PDF").click(timeout=WAIT)
        body = waiting.value.path().read_bytes()
        name = waiting.value.suggested_filename
    pages = PdfReader(io.BytesIO(body)).pages
    assert re.fullmatch(r"berkas-tpp-\d{4}-\d\d-\d\d\.pdf", name)
    assert all("Bahan pertimbangan, bukan keputusan." in one.extract_text() for one in pages)
    with Door(people).reading(LOCAL_OFFICER) as session:
        record = session.exec(select(models.ExportRecord)).all()[-1]
    assert record.dataset == "berkas_tpp"
    assert "Contoh" not in str(record.filter)


def test_a_contact_is_recorded_and_its_mistakes_told_beside_the_field(
    browser: Browser, own_server: str, people: str
) -> None:
    with opened(browser, own_server, Look("klien", 1440, "light", "id")) as page:
        page.get_by_test_id("stDataFrame").first.click(position=FIRST_ROW)
        form = page.get_by_test_id("stForm")
        form.wait_for(timeout=WAIT)
        form.get_by_role("button", name="Simpan").click()
        expect(form.get_by_text("wajib diisi").first).to_be_visible(timeout=WAIT)
        form.get_by_test_id("stDateInputField").first.get_by_role("spinbutton").first.click()
        page.keyboard.type("01072026")
        form.get_by_role("combobox").first.click()
        page.get_by_role("option", name="Kunjungan rumah").click()
        form.get_by_role("button", name="Simpan").click()
        expect(page.get_by_text("Kontak tersimpan.")).to_be_visible(timeout=WAIT)
    assert written(people) == [(date(2026, 7, 1), "KUNJUNGAN_RUMAH", "TAMBAH")]


def written(url: str) -> list[tuple[Any, ...]]:
    """The contacts that a screen wrote, with what their history says."""
    with Door(url).reading(LOCAL_OFFICER) as session:
        rows = session.exec(select(models.Contact).where(models.Contact.held_on >= TODAY)).all()
        changes = session.exec(
            select(models.Change).where(models.Change.table_name == "contact")
        ).all()
        return [
            (row.held_on, row.kind.value, change.action.value)
            for row, change in zip(rows, changes, strict=True)
        ]
