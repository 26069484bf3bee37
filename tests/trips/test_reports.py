"""Taking documents along from the screens, as an officer does before the month ends."""

import io
from pathlib import Path

import openpyxl
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.trips.pages import Look, opened

DESK = (1440, "light", "id")


def taken(page: Page, kind: str) -> tuple[str, bytes]:
    """The name and the bytes of the file behind a button."""
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name=kind, exact=True).click()
    found = waiting.value
    return found.suggested_filename, Path(found.path()).read_bytes()


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_month_on_the_screen_is_the_month_on_paper(browser: Browser, server: str) -> None:
    with opened(browser, server, Look("laporan", *DESK)) as page:
        table = page.locator("[data-testid=stTable]").first
        rows = [row.inner_text().split("\t") for row in table.locator("tr").all()]
        name, paper = taken(page, "PDF")
        _, book = taken(page, "XLSX")
        _, word = taken(page, "DOCX")
    assert name == "laporan-bulanan-CTH004-2026-05.pdf"
    text = squeezed("".join(one.extract_text() for one in PdfReader(io.BytesIO(paper)).pages))
    assert len(rows) > 2
    for row in rows[1:]:
        assert squeezed("".join(row)) in text
    sheet = openpyxl.load_workbook(io.BytesIO(book)).worksheets[1]
    last = [str(cell.value) for cell in sheet[len(rows)]]
    assert last == [cell.strip().replace(".", "") for cell in rows[-1]]
    assert word.startswith(b"PK")
    assert "catatanberkasno." in text


def test_the_page_of_a_signing_is_kept_in_the_address(browser: Browser, server: str) -> None:
    with opened(browser, server, Look("penandatanganan", *DESK)) as page:
        shown = page.get_by_role("heading", level=2).inner_text()
        name, paper = taken(page, "PDF")
        assert shown in " ".join(PdfReader(io.BytesIO(paper)).pages[0].extract_text().split())
        page.get_by_label("Hari penandatanganan").click()
        page.get_by_role("option").nth(1).click()
        page.wait_for_url("**ditandatangani=**")
        page.get_by_role("heading", level=2).get_by_text("Penandatanganan").wait_for()
    assert name.startswith("penandatanganan-")


def test_each_document_stands_on_the_screen_and_on_paper(browser: Browser, server: str) -> None:
    kinds = {
        "Laporan triwulan": "laporan-", "Evaluasi perjanjian": "evaluasi-", "Tabel LKjIP": "lkjip-",
    }  # fmt: skip
    with opened(browser, server, Look("laporan", *DESK)) as page:
        page.goto(f"{server}/laporan?perjanjian=DITJENPAS~PKS-01")
        title = page.get_by_role("heading", level=2)
        for kind, name in kinds.items():
            before = title.inner_text()
            choice = page.get_by_role("radio", name=kind).or_(page.get_by_role("button", name=kind))
            choice.first.click()
            title.filter(has_not_text=before).wait_for()
            given, paper = taken(page, "PDF")
            assert given.startswith(name)
            assert paper.startswith(b"%PDF")
