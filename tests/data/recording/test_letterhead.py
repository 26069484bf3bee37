"""The letterhead: each wrong line says so itself, and of two officers one is told."""

import pytest

from data.errors import SinergiError
from data.recording.letterhead import LetterheadRefused, most_signs, set_letterhead
from data.reports.letterhead import Letterhead, letterhead
from models.door import Door, Viewer
from tests.data.recording.at_once import Act, told_to_the_second


def test_wrong_lines_are_told_one_by_one_and_nothing_is_written(door: Door, viewer: Viewer) -> None:
    long = "K" * (most_signs("office") + 1)
    for lines, wrong in (
        ({"office": long, "nip": "12A"}, {"office": "terlalu_panjang", "nip": "bukan_nip"}),
        ({"nip": "199001012020121001"}, {"signer": "nip_tanpa_nama"}),
    ):
        with pytest.raises(LetterheadRefused) as refused, door.writing(viewer) as session:
            set_letterhead(session, viewer, lines)
        assert {name: one.rule.code for name, one in refused.value.issues.items()} == wrong
    with door.reading(viewer) as session:
        assert letterhead(session) == Letterhead()


def test_of_two_officers_the_second_is_told(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        seen = letterhead(session)
        set_letterhead(session, viewer, {"signer": " Contoh  Kepala ", "nip": "1990"}, seen=seen)
        with pytest.raises(SinergiError, match="diubah orang lain"):
            set_letterhead(session, viewer, {"city": "Kota"}, seen=seen)
        assert letterhead(session) == Letterhead(signer="Contoh Kepala", nip="1990")


def test_of_two_officers_who_write_at_once_the_second_is_told(door: Door, viewer: Viewer) -> None:
    def write(city: str) -> Act:
        lines, seen = {"city": city}, Letterhead()
        return lambda session: set_letterhead(session, viewer, lines, seen=seen)

    assert told_to_the_second(door, viewer, write("Satu"), write("Dua")) == ["sudah_berubah"]
