"""What a partner is given: its own participants by number, under data terms, and nothing more."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.exporting.datasets import datasets_at
from data.exporting.files import export
from data.exporting.looking import look, partners_with_terms
from data.exporting.requests import ExportRequest, Format
from models import codes
from models.codes import DisclosureLevel, PurposeKind
from models.columns import Privacy
from models.door import Door, Viewer
from tests import factories

TODAY = date(2026, 7, 1)
LEVEL = DisclosureLevel.MITRA
OWN, OTHER = ("DITJENPAS", "M-SATU"), ("DITJENPAS", "M-DUA")
TERMS = {"data_role": "Pengendali bersama", "data_basis": "PKS pasal 7", "data_until": TODAY}
SECRETS = ("NamaRahasia", "INDUKRAHASIA", "SERTIFIKATRAHASIA", "CATATANRAHASIA", "DASARRAHASIA",
           "MATERIRAHASIA", "PENGAJARRAHASIA", "PREDIKATRAHASIA", "BEBAS", "SAKIT", "ORANG LAIN",
           "A-LAIN", "A-TANPA")  # fmt: skip


def run(session: Session, code: str, agreement: int, partner: int, people: int) -> int:
    """A cohort of the partner with two sessions; each column that could tell too much is filled."""
    cohort = factories.cohort(session, code=code, agreement_id=agreement, partner_id=partner)
    meetings = [
        factories.meeting(
            session, cohort_id=cohort, number=n, held_on=date(2026, 2, n), minutes=90,
            topic="MATERIRAHASIA", facilitator="PENGAJARRAHASIA",
        )
        for n in (1, 2)
    ]  # fmt: skip
    for number in range(1, people + 1):
        person = factories.person(
            session, name="NamaRahasia", number=f"INDUKRAHASIA{code}{number}",
            birth_date=date(1991, 3, 3),
        )  # fmt: skip
        enrolment = factories.enrolment(
            session, cohort_id=cohort, wbp_id=person, number=number, basis="DASARRAHASIA",
            status=codes.EnrolmentStatus.BEBAS, exit_reason="BEBAS", score=77.5,
            grade="PREDIKATRAHASIA", certificate_number=f"SERTIFIKATRAHASIA{code}{number}",
            ended_on=date(2026, 3, 1),
        )  # fmt: skip
        for meeting, mark in zip(meetings, ("HADIR", "SAKIT"), strict=True):
            factories.attendance(
                session, session_id=meeting, enrolment_id=enrolment, mark=mark,
                note="CATATANRAHASIA",
            )  # fmt: skip
    return cohort


def id_of(session: Session, table: str, code: str) -> int:
    columns = models.metadata.tables[table].c
    return int(session.execute(sa.select(columns.id).where(columns.code == code)).scalar_one())


@pytest.fixture
def partners(door: Door, viewer: Viewer) -> Door:
    """Two partners: one with terms at one of two agreements, one whose terms ended yesterday."""
    with door.writing(viewer) as session:
        factories.marks(session)
        own = factories.partner(session, code=OWN[1], name="Yayasan Contoh")
        other = factories.partner(session, code=OTHER[1], name="ORANG LAIN")
        told = factories.agreement(session, code="PKS-1", partner_id=own, **TERMS)
        untold = factories.agreement(session, code="PKS-2", partner_id=own)
        late = {**TERMS, "data_until": date(2026, 6, 30)}
        elsewhere = factories.agreement(session, code="PKS-3", partner_id=other, **late)
        run(session, "A-SATU", told, own, 2)
        run(session, "A-TANPA", untold, own, 3)
        run(session, "A-LAIN", elsewhere, other, 4)
    return door


def asked(dataset: str, partner: tuple[str, str] = OWN, **given: object) -> ExportRequest:
    return ExportRequest(
        dataset, Format.CSV, PurposeKind.LAPORAN, level=LEVEL, today=TODAY, partner=partner,
        **given,  # type: ignore[arg-type]
    )  # fmt: skip


def test_participation_is_exact_and_by_participant_number(
    partners: Door, viewer: Viewer, tmp_path: Path
) -> None:
    rows = pd.read_csv(export(partners, viewer, asked("peserta"), tmp_path).data, dtype=str)
    assert set(rows["kode_angkatan"]) == {"A-SATU"}
    assert rows["nomor_peserta"].tolist() == ["1", "2"]
    assert rows[["sesi_diharapkan", "sesi_hadir", "menit_diterima"]].to_numpy().tolist() \
        == [["2", "1", "90"]] * 2  # fmt: skip
    assert set(rows["keadaan_peserta"]) == {"BERHENTI"}
    marks = pd.read_csv(export(partners, viewer, asked("kehadiran"), tmp_path).data, dtype=str)
    assert marks["dihitung_hadir"].tolist() == ["Ya", "Ya", "Tidak", "Tidak"]
    assert set(marks["diharapkan_hadir"]) == {"Ya"}


def test_nothing_of_another_partner_and_no_secret_is_in_any_file(
    partners: Door, viewer: Viewer, tmp_path: Path
) -> None:
    for name in datasets_at(asked("")):
        made = export(partners, viewer, asked(name), tmp_path)
        text = made.data.read_text(encoding="utf-8")
        assert (made.rows > 0 or name == "hasil_mitra") and "1991" not in text, name
        assert [secret for secret in SECRETS if secret in text] == [], name


def test_no_identifier_and_no_sensitive_column_beyond_taking_part() -> None:
    found = {
        (dataset.name, field.heading.id)
        for dataset in datasets_at(asked("")).values()
        for field in dataset.fields
        if field.declaration.privacy in (Privacy.IDENTIFIER, Privacy.SENSITIVE)
    }
    assert found == {
        ("peserta", "sesi_diharapkan"), ("peserta", "sesi_hadir"), ("peserta", "menit_diterima"),
        ("peserta", "keadaan_peserta"), ("kehadiran", "menit_hadir"),
    }  # fmt: skip


@pytest.mark.parametrize("partner", [OTHER, ("DITJENPAS", "TIDAK-ADA")])
def test_without_terms_valid_today_nothing_is_given_and_nothing_recorded(
    partners: Door, viewer: Viewer, tmp_path: Path, partner: tuple[str, str]
) -> None:
    for name in datasets_at(asked("")):
        with pytest.raises(SinergiError, match="ketentuan"):
            export(partners, viewer, asked(name, partner), tmp_path)
    with partners.reading(viewer) as session:
        with pytest.raises(SinergiError, match="ketentuan"):
            look(session, asked("peserta", partner), 5)
        assert session.scalar(sa.select(sa.func.count(models.ExportRecord.id))) == 0
        assert partners_with_terms(session, TODAY) == {OWN: "Yayasan Contoh"}


def test_the_terms_of_an_addendum_hold_for_the_agreement_above_it(
    partners: Door, viewer: Viewer, tmp_path: Path
) -> None:
    with partners.writing(viewer) as session:
        factories.agreement(
            session, code="ADD-2", partner_id=id_of(session, "partner", OWN[1]),
            parent_id=id_of(session, "agreement", "PKS-2"),
            kind=codes.AgreementKind.ADENDUM, **TERMS,
        )  # fmt: skip
    rows = pd.read_csv(export(partners, viewer, asked("peserta"), tmp_path).data)
    assert set(rows["kode_angkatan"]) == {"A-SATU", "A-TANPA"}


def test_with_real_people_and_no_accounts_only_what_is_not_about_single_persons(
    partners: Door, viewer: Viewer, tmp_path: Path
) -> None:
    with partners.writing(viewer) as session:
        session.get_one(models.DatabaseState, 1).mode = codes.DatabaseMode.NYATA
    for name in ("peserta", "kehadiran"):
        with pytest.raises(SinergiError, match="Mode satu petugas"):
            export(partners, viewer, asked(name), tmp_path)
    assert export(partners, viewer, asked("programme_session"), tmp_path).rows == 2


@pytest.mark.parametrize("people", [9, 10])
def test_outcomes_are_told_from_ten_people_on(
    partners: Door, viewer: Viewer, tmp_path: Path, people: int
) -> None:
    with partners.writing(viewer) as session:
        cohort = factories.cohort(
            session, code="A-UKUR", programme_id=factories.programme(session, code="P-UKUR"),
            agreement_id=id_of(session, "agreement", "PKS-1"),
            partner_id=id_of(session, "partner", OWN[1]), status=codes.CohortStatus.SELESAI,
            ends_on=date(2026, 3, 1),
        )  # fmt: skip
        measure = factories.instrument(session, code="SPPN", version="2021")
        scale = factories.scale(session, instrument_id=measure, code="SIKAP")
        for number in range(people):
            person = factories.person(session)
            factories.enrolment(
                session, cohort_id=cohort, wbp_id=person, ended_on=date(2026, 3, 1),
                status=codes.EnrolmentStatus.SELESAI,
            )  # fmt: skip
            for day, value in ((date(2026, 1, 2), 50), (date(2026, 3, 5), 60 + number)):
                found = factories.assessment(
                    session, wbp_id=person, instrument_id=measure, assessed_on=day
                )
                factories.score(session, scale_id=scale, assessment_id=found, score=value)
    rows = pd.read_csv(export(partners, viewer, asked("hasil_mitra"), tmp_path).data, dtype=str)
    line = rows.set_index("kode_program").loc["P-UKUR"]
    if people < 10:
        assert line["disembunyikan"] == "Ya"
        assert line[["jumlah_pasangan", "rata_awal", "rata_akhir", "perubahan"]].isna().all()
    else:
        assert line["disembunyikan"] == "Tidak"
        assert line["jumlah_pasangan"] == "10"
        assert float(line["perubahan"]) == pytest.approx(14.5)
