"""The Rossi data from files to the sentences an evaluator reads, by the command alone."""

import shutil
from pathlib import Path

import pytest

from tests.dashboard.cli.conftest import Home
from tests.data.importing.test_rossi import write_rossi

ASKED = ("compare", "ROSSI", "TARP-1", "--days", "364", "--as-of", "2024-12-30", "--arrests")
FIGURES = """\
Dari 100 orang khas yang terundi, 22 mengulangi; dari 100 orang yang tidak terundi, 31.
Terundi: 48 dari 216 mengulangi. Tidak terundi: 66 dari 216. Belum diikuti penuh: 0.
Selisih -8,3 poin (95% IK -16,5 sampai 0,0; newcombe).
Kaplan-Meier: terundi 22,2%, tidak terundi 30,6% sudah mengulangi; log-rank p 0,050.
Dengan n ini hanya selisih sedikitnya 12 poin yang dapat terdeteksi.
"""
INCONCLUSIVE = (
    "Data belum dapat menunjukkan ada atau tidaknya perbedaan (antara 17 lebih sedikit dan 0 "
    "lebih banyak per 100). Ini bukan bukti bahwa program tidak bekerja.",
    "The data cannot show whether there is a difference (between 17 fewer and 0 more per 100). "
    "This is not evidence of no effect.",
)


@pytest.fixture(scope="module")
def rossi(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Home:
    files = tmp_path_factory.mktemp("rossi")
    write_rossi(files)
    home = Home(tmp_path_factory.mktemp("rumah") / "rossi")
    shutil.copytree(prepared, home.folder)
    taken = home.run("import", str(files))
    assert taken.returncode == 0, taken.stderr
    assert "wbp: 432 baru" in taken.stderr
    return home


def test_the_lottery_is_randomised_and_inconclusive_in_both_languages(rossi: Home) -> None:
    done = rossi.run(*ASKED)
    assert done.returncode == 0, done.stderr
    assert "Tingkat bukti: R" in done.stdout and "Evidence level: R" in done.stdout
    assert FIGURES in done.stdout
    for said in INCONCLUSIVE:
        assert said in done.stdout


def test_another_method_does_not_flip_the_words(rossi: Home) -> None:
    done = rossi.run(*ASKED, "--method", "miettinen-nurminen")
    assert done.returncode == 0, done.stderr
    assert "miettinen-nurminen" in done.stdout
    for said in INCONCLUSIVE:
        assert said in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", "ROSSI", "TIDAK-ADA"), "Angkatan [TIDAK-ADA]"),
        ((*ASKED, "--method", "fisher"), "Metode [fisher]"),
        (("compare", "ROSSI", "TARP-1", "--as-of", "besok"), "[besok] bukan tanggal"),
    ],
)
def test_what_cannot_be_asked_is_said_without_a_trace(
    rossi: Home, arguments: tuple[str, ...], said: str
) -> None:
    done = rossi.run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
