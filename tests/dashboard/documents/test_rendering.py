"""Every kind of file carries the same words and numbers, whatever they are."""

import io
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from sqlmodel import select

import models
from dashboard.documents import content
from dashboard.documents.evaluation import evaluation_document
from dashboard.documents.giving import give_file
from dashboard.documents.monthly import monthly_document
from dashboard.documents.quarterly import quarterly_document
from dashboard.documents.rendering import FILE_KINDS, FileKind, rendered
from dashboard.documents.signing import signing_document
from dashboard.documents.yearly import yearly_document
from dashboard.texts.catalogue import LANGUAGES, use
from data.exporting.documents import Paper
from data.queries.agreement_page import Key
from data.recording import reports
from data.recording.letterhead import set_letterhead
from data.reports.evaluation import evaluation
from data.reports.monthly import monthly_report
from data.reports.quarterly import quarterly_content
from data.reports.signing import signing_page
from data.reports.yearly import yearly_report
from models.door import Door
from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.worlds import door_to
from tests.data.answers import delivery
from tests.data.recording.test_reports import TODAY, ready

Make = Callable[[Any, Key, str], content.Document]
PAGES: dict[str, Make] = {
    "monthly": lambda session, _, unit: monthly_document(
        monthly_report(session, unit, date(2026, 1, 1)), TODAY, 7
    ),
    "signing": lambda session, *_: signing_document(
        signing_page(session, date(2022, 6, 27), as_of=TODAY), TODAY, 7
    ),
    "quarterly": lambda session, key, _: quarterly_document(
        quarterly_content(session, key, 2026, 1, as_of=TODAY), TODAY, 7
    ),
    "evaluation": lambda session, key, _: evaluation_document(
        evaluation(session, key, as_of=TODAY), TODAY, 7
    ),
    "yearly": lambda session, *_: yearly_document(
        yearly_report(session, "DITJENPAS", 2026, as_of=TODAY), TODAY, 7
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Door, Key, str]]:
    """A year under an agreement with a submitted quarter, and a letterhead."""
    door = door_to(tmp_path_factory.mktemp("documents") / "sinergi.db", filled=False)
    with door.writing(OFFICER) as session:
        here = delivery.year(session)
        report = ready(session, OFFICER, here)
        reports.submit_report(session, OFFICER, report, seen=1, today=TODAY)
        lines = {"ministry": "Kementerian Contoh", "address": "Jalan 1", "city": "Kota Contoh",
                 "signer": "Contoh Kepala", "nip": "1990"}  # fmt: skip
        set_letterhead(session, OFFICER, lines)
        factories.insert(
            session, "official_indicator", code="IKU-1", name_id="Persentase contoh",
            name_en="Sample share", numerator="Yang ikut", denominator="Semua", order=1,
            direction="NAIK",
        )  # fmt: skip
        key = Key("DITJENPAS", factories.value(session, "agreement", here.agreement, "code"))
        unit = session.exec(
            select(models.Unit.code).join(models.Cohort, models.Cohort.unit_id == models.Unit.id)  # type: ignore[arg-type]
        ).first()
    yield door, key, str(unit)
    door.close()


@pytest.fixture(params=[(page, language) for page in PAGES for language in LANGUAGES], ids=str)
def document(
    request: pytest.FixtureRequest, world: tuple[Door, Key, str]
) -> Iterator[content.Document]:
    """Each document in each language."""
    door, key, unit = world
    page, language = request.param
    use(language)
    with door.reading(OFFICER) as session:
        yield PAGES[page](session, key, unit)
    use("id")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def pdf_text(body: bytes) -> str:
    return _squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages))


def word_tables(body: bytes) -> list[list[list[str]]]:
    file = docx.Document(io.BytesIO(body))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]


def test_all_three_files_hold_every_row_of_every_table(document: content.Document) -> None:
    files = {kind: rendered(document, kind, TODAY) for kind in FILE_KINDS}
    paper, word = pdf_text(files["pdf"]), word_tables(files["docx"])
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    assert len(book.worksheets) == len(document.tables) + 1
    for table, sheet in zip(document.tables, book.worksheets[1:], strict=True):
        texts = [[cell.text for cell in row] for row in table.all_rows]
        assert [[column.label for column in table.columns], *texts] in word
        for row in texts:
            assert _squeezed("".join(row)) in paper
        rows = list(sheet.iter_rows(min_row=2, max_row=1 + len(texts), values_only=True))
        assert [_values(row) for row in table.all_rows] == [_read(row) for row in rows]
    assert _squeezed(document.source) in paper
    for label, value in document.facts:
        assert _squeezed(label + value) in paper


def _values(row: tuple[content.Cell, ...]) -> list[Any]:
    return [cell.text or None if cell.value is None else cell.value for cell in row]


def _read(row: tuple[Any, ...]) -> list[Any]:
    return [value.date() if hasattr(value, "date") else value for value in row]


def test_the_pdf_is_tagged_to_be_kept_and_speaks_its_language(document: content.Document) -> None:
    reader = PdfReader(io.BytesIO(rendered(document, "pdf", TODAY)))
    about = reader.trailer["/Root"]
    assert about["/MarkInfo"]["/Marked"]
    assert about["/Lang"] == document.language
    metadata = about["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    last = reader.pages[-1].extract_text()
    of = "dari" if document.language == "id" else "of"
    assert f"{len(reader.pages)} {of} {len(reader.pages)}" in " ".join(last.split())


STRANGE = ("#panic()", "*[", "<x> $1$ &amp;", "André", "中文", "a\x07b\ue000", "=1+1", "\ud800")


@pytest.mark.parametrize("kind", FILE_KINDS)
@pytest.mark.parametrize("text", STRANGE)
def test_text_is_never_markup_formula_or_a_reason_to_fail(kind: FileKind, text: str) -> None:
    columns = (content.Column("A", number=False),)
    table = content.Table("T / [1]", columns, ((content.Cell(text),),))
    document = content.Document(
        "coba", "coba", text, "id", content.Head((text,), text),
        sections=(content.Section(text, (content.Paragraph(text), table)),),
    )  # fmt: skip
    body = rendered(document, kind, TODAY)
    assert body[:2] in (b"%P", b"PK")
    if kind == "xlsx":
        cell = openpyxl.load_workbook(io.BytesIO(body)).worksheets[1]["A2"]
        assert cell.data_type != "f"


def test_sheets_of_equal_title_get_names_of_their_own() -> None:
    table = content.Table("x" * 40, (content.Column("A"),), ())
    document = content.Document(
        "coba", "coba", "Coba", "id", content.Head((), "U"),
        sections=(content.Section("S", (table, table)),),
    )  # fmt: skip
    names = openpyxl.load_workbook(io.BytesIO(rendered(document, "xlsx", TODAY))).sheetnames
    assert len({name.casefold() for name in names}) == 3
    assert max(map(len, names)) <= 31


def test_a_second_report_takes_little_time(world: tuple[Door, Key, str]) -> None:
    door, key, unit = world
    with door.reading(OFFICER) as session:
        for page in ("quarterly", "evaluation"):
            started = time.process_time()
            rendered(PAGES[page](session, key, unit), "pdf", TODAY)
            took = time.process_time() - started
    assert took < 3


def test_a_document_is_recorded_first_and_carries_its_number(
    world: tuple[Door, Key, str],
) -> None:
    door, key, _ = world
    paper = Paper("laporan_triwulan", (("agreement", key.code),), "pdf")
    seen: list[int] = []

    def build(session: Any, record: int) -> content.Document:
        seen.append(record)
        kept = session.get_one(models.ExportRecord, record)
        assert kept.sha256 is None
        report = quarterly_content(session, key, 2026, 1, as_of=TODAY)
        return quarterly_document(report, TODAY, record)

    made = give_file(door, OFFICER, paper, "pdf", TODAY, build)
    assert made.name.endswith("-2026-1.pdf")
    assert _squeezed(f"catatan berkas no. {seen[0]}") in pdf_text(made.body)
    with door.reading(OFFICER) as session:
        assert session.get_one(models.ExportRecord, seen[0]).sha256 is not None


def test_a_file_that_fails_stays_without_a_hash(world: tuple[Door, Key, str]) -> None:
    door, _, _ = world

    def fail(_session: Any, _record: int) -> content.Document:
        raise LookupError("gone")

    with pytest.raises(LookupError):
        give_file(door, OFFICER, Paper("coba", (), "pdf"), "pdf", TODAY, fail)
    with door.reading(OFFICER) as session:
        record = session.exec(
            select(models.ExportRecord).where(models.ExportRecord.dataset == "coba")
        ).one()
    assert record.sha256 is None


def test_the_letterhead_stands_above_and_is_remembered(world: tuple[Door, Key, str]) -> None:
    door, key, unit = world
    with door.reading(OFFICER) as session:
        document = PAGES["monthly"](session, key, unit)
        history = session.exec(
            select(models.Change).where(models.Change.table_name == "setting")
        ).all()
    assert document.head.lines == ("Kementerian Contoh",)
    assert document.head.address == "Jalan 1"
    assert len(history) == 5
    signed = document.signatures[0]
    assert signed.above.startswith("Kota Contoh, ")
    assert signed.below == "Contoh Kepala\nNIP 1990"


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_without_the_extra_it_says_what_to_install(
    kind: FileKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from data.errors import SinergiError

    for name in ("dashboard.documents.pdf", "dashboard.documents.word"):
        monkeypatch.setitem(sys.modules, name, None)
    document = content.Document("coba", "coba", "Coba", "id", content.Head((), "U"))
    with pytest.raises(SinergiError, match=r"sinergi\[laporan\]"):
        rendered(document, kind, TODAY)


def test_the_font_ships_with_its_licence() -> None:
    fonts = Path(models.__file__).parents[1] / "dashboard" / "assets" / "fonts"
    assert {path.name for path in fonts.glob("*.ttf")} == {
        "SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf",
    }  # fmt: skip
    assert "SIL Open Font License" in (fonts / "LICENSE-OFL.txt").read_text(encoding="utf-8")


def test_the_months_verification_names_the_offices_and_leaves_the_hand_open(
    world: tuple[Door, Key, str],
) -> None:
    door, key, unit = world
    with door.reading(OFFICER) as session:
        report = monthly_report(session, unit, date(2026, 1, 1))
        table = PAGES["monthly"](session, key, unit).tables[-1]
    named = [name or "…………………" for name in report.offices.values()]
    assert named[0] == report.unit_name
    assert [row[1].text for row in table.rows] == named
    assert {cell.text for row in table.rows for cell in row[2:]} == {"…………………"}
