"""The signing of 27 June 2022 goes in as the office list it is."""

from datetime import date
from pathlib import Path

import sqlalchemy as sa

import models
from data.answers.agreements import agreements
from models.door import Door, Viewer
from tests.data.importing.conftest import Take

SAMPLE = Path(__file__).parent / "samples" / "daftar-kerja-sama-2022-06-27.csv"


def test_three_agreements_four_partners_and_all_parties_stand(
    take: Take, ready: Door, viewer: Viewer
) -> None:
    outcomes = take(SAMPLE)
    assert not any(outcome.refused_rows for outcome in outcomes)
    with ready.reading(viewer) as session:
        found = agreements(session, as_of=date(2022, 7, 1))
        partners = set(session.scalars(sa.select(models.metadata.tables["partner"].c.code)))
    assert partners == {"CV-AMURA", "YAYASAN-DEBINTAL", "IPKEMINDO", "DASPR"}
    assert set(found["agreement_code"]) == {
        "PKS-2022-06-27-CV-AMURA",
        "PKS-2022-06-27-YAYASAN-DEBINTAL",
        "NK-2022-06-27-IPKEMINDO-DASPR",
    }
    between = found.set_index("agreement_code").loc["NK-2022-06-27-IPKEMINDO-DASPR"]
    assert "Ipkemindo" in between["parties"]
    assert "DASPR" in between["parties"]


def test_what_was_not_published_stays_unknown(take: Take, ready: Door, viewer: Viewer) -> None:
    take(SAMPLE)
    agreement, partner = models.metadata.tables["agreement"], models.metadata.tables["partner"]
    with ready.reading(viewer) as session:
        unknown = session.execute(sa.select(agreement.c.number, agreement.c.ends_on)).all()
        kinds = set(session.scalars(sa.select(partner.c.kind)))
    assert unknown == [(None, None)] * 3
    assert kinds == {None}


def test_the_same_list_again_changes_nothing(take: Take) -> None:
    take(SAMPLE)
    again = take(SAMPLE)
    assert all(outcome.already for outcome in again)


def test_a_signed_agreement_without_its_parties_is_refused_in_words(take: Take, write) -> None:  # type: ignore[no-untyped-def]
    import pytest

    from data.errors import SinergiError

    path = write(
        "perjanjian.csv",
        "unit_perjanjian;kode_perjanjian;tahap;tanggal_penandatanganan",
        "DITJENPAS;P1;DITANDATANGANI;27/06/2022",
    )
    with pytest.raises(SinergiError, match="dua pihak") as caught:
        take(path)
    assert caught.value.code == "pihak_belum_lengkap"
