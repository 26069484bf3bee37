"""Real participants in a real programme: the Rossi data go in as files and an answer reads them.

432 people released from Maryland prisons, half of them given financial aid by lottery, re-arrest
within 52 weeks (Rossi, Berk and Lenihan 1980; shipped with lifelines). Everything that the data
do not hold is fictional: one release date for all, unit, numbers.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.answers.returns import cohort_returns
from data.importing.road import import_files
from data.importing.runs import Options
from data.reference import reference_folder
from models.door import Door, Viewer
from tests.data.importing.conftest import TODAY

RELEASED = date(2024, 1, 1)
UNIT, COHORT = "ROSSI", "TARP-1"


def _write(path: Path, heading: str, rows: Iterable[str]) -> None:
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")


def write_rossi(folder: Path) -> None:
    """The Rossi data as the files that `sinergi import` takes."""
    from lifelines.datasets import load_rossi

    people = load_rossi().reset_index(drop=True)
    ids = [f"ROSSI-{n + 1:03}" for n in people.index]
    drawn, week, arrest = people["fin"] == 1, people["week"], people["arrest"] == 1
    start = RELEASED - timedelta(days=180)
    _write(folder / "unit.csv", "kode_unit,nama_unit,jenis_unit,kode_unit_induk",
           [f"{UNIT},Lapas Contoh Rossi,LAPAS,DITJENPAS"])  # fmt: skip
    _write(folder / "wbp.csv", "kode_unit,nomor_induk,nama,jenis_kelamin",
           [f"{UNIT},{i},Contoh {i},L" for i in ids])  # fmt: skip
    _write(folder / "custody.csv",
           "kode_unit,nomor_induk,status_hukum,tanggal_mulai,tanggal_selesai,alasan_keluar",
           [f"{UNIT},{i},NARAPIDANA,{start},{RELEASED},BEBAS_MURNI" for i in ids])  # fmt: skip
    _write(folder / "programme.csv",
           "unit_program,kode_program,nama_program,bidang,jenis_program",
           [f"{UNIT},TARP,Bantuan keuangan (Rossi),PEMBIMBINGAN,BIMB_KEMANDIRIAN"])  # fmt: skip
    _write(folder / "cohort.csv",
           "kode_unit,kode_angkatan,unit_program,kode_program,status_angkatan,cara_penempatan,"
           "benih_undian",
           [f"{UNIT},{COHORT},{UNIT},TARP,SELESAI,UNDIAN,1"])  # fmt: skip
    _write(folder / "enrolment.csv",
           "kode_unit,kode_angkatan,nomor_induk,status_kepesertaan,tanggal_mulai",
           [f"{UNIT},{COHORT},{i},{'SELESAI' if d else 'TIDAK_TERUNDI'},{RELEASED if d else ''}"
            for i, d in zip(ids, drawn, strict=True)])  # fmt: skip
    _write(folder / "return.csv", "nomor_induk,tanggal_tindak_pidana,jenis_pengulangan",
           [f"{i},{RELEASED + timedelta(days=7 * int(w))},PENANGKAPAN"
            for i, w, a in zip(ids, week, arrest, strict=True) if a])  # fmt: skip


@pytest.fixture
def rossi(door: Door, viewer: Viewer, tmp_path: Path) -> Door:
    folder = tmp_path / "rossi"
    folder.mkdir()
    write_rossi(folder)
    import_files(door, viewer, [reference_folder()], Options(TODAY))
    outcomes = import_files(door, viewer, [folder], Options(TODAY))
    assert not any(outcome.refused_rows for outcome in outcomes)
    assert {o.table: o.counts.new for o in outcomes}["wbp"] == 432
    return door


def test_an_answer_reads_48_and_66_of_216_back(rossi: Door, viewer: Viewer) -> None:
    with rossi.reading(viewer) as session:
        frame = cohort_returns(
            session, UNIT, COHORT, within_days=364, proven=False, as_of=date(2026, 6, 30)
        )
    counts = [tuple(row) for row in frame[["returned", "released"]].to_numpy().tolist()]
    assert sorted(counts) == [(48, 216), (66, 216)]
