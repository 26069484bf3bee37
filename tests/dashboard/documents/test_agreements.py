"""The papers about agreements: the three of 2022 with nothing made up, and figures that moved."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from pypdf import PdfReader

import models
from dashboard.documents import content
from dashboard.documents.partner_sheet import partner_document
from dashboard.documents.quarterly import quarterly_document
from dashboard.documents.rendering import rendered
from dashboard.documents.signing import signing_document
from data.answers.planned import plan_lines
from data.importing.road import import_files
from data.importing.runs import Options
from data.queries import planned
from data.queries.agreement_page import Key
from data.recording import plans, reports
from data.reference import reference_folder
from data.reports.partner_sheet import partner_sheet
from data.reports.quarterly import quarterly_content
from data.reports.signing import signing_page
from models.codes import PlanStatus
from models.door import Door
from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.worlds import door_to
from tests.data.answers import delivery
from tests.data.recording.test_reports import TODAY, ready

SAMPLES = Path(__file__).parents[2] / "data" / "importing" / "samples"
AS_OF = date(2026, 11, 24)


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    opened = door_to(tmp_path / "sinergi.db", filled=False)
    yield opened
    opened.close()


def pages(body: bytes) -> str:
    found = PdfReader(io.BytesIO(body)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in found)


def texts(document: content.Document, title: str) -> list[list[str]]:
    table = next(table for table in document.tables if table.title == title)
    return [[cell.text for cell in row] for row in table.all_rows]


def test_the_signing_of_2022_says_what_is_missing_and_invents_nothing(door: Door) -> None:
    reference = [reference_folder() / f"{name}.csv" for name in ("unit", "code")]
    import_files(door, OFFICER, reference, Options(AS_OF))
    import_files(door, OFFICER, [SAMPLES / "daftar-kerja-sama-2022-06-27.csv"], Options(AS_OF))
    with door.reading(OFFICER) as session:
        page = signing_page(session, date(2022, 6, 27), as_of=AS_OF)
        paper = pages(rendered(signing_document(page, AS_OF, 1), "pdf", AS_OF))
    lacks = (
        "Yang belum ada: nomor, tanggal mulai berlaku, tanggal berakhir, naskah tersimpan, rencana "
        "kerja, laporan perkembangan, ketentuan data."
    )
    assert len(page.agreements) == 3
    assert paper.count(lacks) == 3
    assert paper.count("Dalam 1.611 hari sejak ditandatangani, tidak satu pun kegiatan") == 3
    for party in ("CV Amura", "Yayasan Debintal", "Ipkemindo", "DASPR"):
        assert party in paper


def test_a_figure_that_moved_after_submission_stands_in_the_report(door: Door) -> None:
    with door.writing(OFFICER) as session:
        here = delivery.year(session)
        report = ready(session, OFFICER, here)
        reports.submit_report(session, OFFICER, report, seen=1, today=TODAY)
        key = Key("DITJENPAS", factories.value(session, "agreement", here.agreement, "code"))
    with door.writing(OFFICER) as session:
        session.execute(sa.text("UPDATE attendance SET mark = 'TANPA_KETERANGAN'"))
    with door.reading(OFFICER) as session:
        found = quarterly_content(session, key, 2026, 1, as_of=TODAY)
        document = quarterly_document(found, TODAY)
    moved = texts(document, "Dihitung ulang")
    assert found.recount is not None
    assert len(moved) == len(found.recount.moved) > 0
    frozen, now = moved[0][-2:]
    assert frozen != now
    assert texts(document, "Dijanjikan, dihitung, dan dilaporkan")[0][4] == "4"


def test_the_sheet_of_a_partner_names_nobody(door: Door) -> None:
    with door.writing(OFFICER) as session:
        here = delivery.year(session)
        session.execute(sa.text(
            "UPDATE agreement SET data_role = 'Pelaksana', data_basis = 'PKS', "
            "data_until = '2100-01-01'"
        ))  # fmt: skip
        code = session.execute(
            sa.text("SELECT p.code FROM partner p JOIN agreement_party a ON a.partner_id = p.id "
                    "WHERE a.agreement_id = :id"), {"id": here.agreement},
        ).scalar_one()  # fmt: skip
    with door.reading(OFFICER) as session:
        sheet = partner_sheet(session, Key("DITJENPAS", code), 2026, as_of=AS_OF)
        paper = pages(rendered(partner_document(sheet, AS_OF, 1), "pdf", AS_OF))
    assert "Lembar mitra 2026" in paper
    assert "Orang Contoh" not in paper
    assert "Identitas peserta" in paper


def test_who_answers_for_a_line_is_named_by_office_on_screen_and_paper(door: Door) -> None:
    with door.writing(OFFICER) as session:
        here = delivery.year(session)
        answers = factories.officer(
            session, unit_id=here.place, name="Contoh Petugas Satu", position="Kepala Seksi Contoh"
        )
        line = session.get_one(models.PlannedActivity, here.lines[0])
        plan = session.get_one(models.WorkPlan, here.plan)
        plan.status = PlanStatus.DIKEMBALIKAN  # a plan that came back may be mended
        plan.return_reason = "Lengkapi"
        session.flush()
        change = {"officer_id": answers}
        plans.edit_line(session, OFFICER, here.lines[0], change, seen=line.row_version, today=TODAY)
        plan.status = PlanStatus.DISETUJUI
        key = Key("DITJENPAS", factories.value(session, "agreement", here.agreement, "code"))
        ready(session, OFFICER, here)
        place = factories.value(session, "unit", here.place, "name")
        shown = plan_lines(session, here.plan)
        paper = quarterly_document(quarterly_content(session, key, 2026, 1, as_of=TODAY), TODAY)
    office = f"Kepala Seksi Contoh, {place}"
    assert shown[planned.OFFICE].dropna().tolist() == [office]
    assert [row[2] for row in texts(paper, "Penanggung jawab")] == [office]
    assert office in pages(rendered(paper, "pdf", TODAY))
    assert "Petugas Satu" not in repr((shown.to_dict("records"), paper))
