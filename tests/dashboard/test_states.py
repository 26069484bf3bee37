"""Every screen of the frame where little or nothing is there: it says so kindly, in both languages.

The screens come from the frame's own list and their parts from what they show, so that a new one
is held to the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.texts.catalogue import use
from tests.dashboard.screens import everything, kind_words, listed, parts, press, shown
from tests.dashboard.small_office import OTHER, OWN, small_office

EMPTY, SMALL, BESIDE = "empty", "small", "beside"
FORMS = (  # these ask for what is not there yet, and need no rows for it
    "imports", "methods", "recording: Register F", "recording: Hak bersyarat",
    "agreements: Daftarkan",
)  # fmt: skip
OF_ALL_UNITS = {"agreements", "plans", "progress", "signing", "exports"}
SAID = {  # told in the page itself, as on paper, for a unit without any rows
    "quality": "Tidak ada yang dapat diperiksa; ini bukan nol",
    "reports": "Itu belum tentu berarti tidak ada kegiatan",
}
TOO_FEW = {
    "overview": ("Data belum cukup: 3 dari 10", "Not enough data: 3 of 10"),
    "change": ("Data belum cukup: 3 dari 10", "Not enough data: 3 of 10"),
    "across": ("memerlukan sedikitnya 10 perjanjian", "needs at least 10 agreements"),
    "partner_level": ("<10 (disamarkan)", "<10 (suppressed)"),
}
OTHER_UNIT_REFUSED = {
    "id": "bukan unit basis data ini (mode satu petugas)",
    "en": "is not the unit of this database (single officer mode)",
}  # fmt: skip
PARTNER_REFUSED = {
    "id": ("Mitra", "berkas per orang belum dapat diberikan kepada mitra"),
    "en": ("Partner", "files about single persons cannot be given to partners yet"),
}  # fmt: skip
BROKEN = re.compile(r"\b(nan|NaN|NaT|inf)\b|<NA>|^None$")


@dataclass(frozen=True)
class Said:
    """What a screen says: in its boxes, and in all."""

    boxes: tuple[str, ...]
    whole: str


@pytest.fixture(scope="module")
def urls(empty_url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The database of each state."""
    small = small_office(tmp_path_factory.mktemp("kecil") / "sinergi.db")
    return {EMPTY: empty_url, SMALL: small, BESIDE: small}


def opened(urls: dict[str, str], state: str, view: str, language: str = "id") -> AppTest:
    """The screen in that state; BESIDE looks at the unit whose people are not held here."""
    unit = OTHER if state == BESIDE else None
    return whole(shown(urls[state], view, language, unit=unit))


def whole(app: AppTest) -> AppTest:
    """The screen, once it is seen to have no fault, no open end and one title."""
    assert [one.value for one in app.exception] == []
    assert [text for text in everything(app) if BROKEN.search(text)] == []
    assert len(app.title) == 1
    return app


def said(urls: dict[str, str], state: str, view: str, language: str) -> Said:
    """What it says at rest."""
    return _said(urls[state], state, view, language)


@cache
def _said(url: str, state: str, view: str, language: str) -> Said:
    app = opened({state: url}, state, view, language)
    return Said(tuple(kind_words(app)), "\n".join(everything(app)).replace("\\", ""))


@pytest.mark.parametrize("view", listed())
def test_each_part_opens_and_says_what_is_missing(urls: dict[str, str], view: str) -> None:
    _parts(urls, SMALL, view)
    told = {view: said(urls, EMPTY, view, "id").boxes, **_parts(urls, EMPTY, view)}
    silent = {part for part, boxes in told.items() if not boxes}
    assert {part for part in silent if not part.startswith(FORMS)} == set()


@pytest.mark.parametrize("view", sorted(set(listed()) - OF_ALL_UNITS - set(FORMS)))
def test_a_choice_without_rows_is_told(urls: dict[str, str], view: str) -> None:
    found = said(urls, BESIDE, view, "id")
    assert found.boxes or SAID[view] in found.whole


def _parts(urls: dict[str, str], state: str, view: str) -> dict[str, list[str]]:
    app = opened(urls, state, view)
    told, before = {}, 0
    for place, words in parts(app):
        if place != before:
            app, before = opened(urls, state, view), place
        told[f"{view}: {words}"] = kind_words(whole(press(app, place, words)))
    return told


@pytest.mark.parametrize("state", [EMPTY, SMALL])
def test_the_other_language_says_it_too(urls: dict[str, str], state: str) -> None:
    for view in listed():
        here, there = (said(urls, state, view, language).boxes for language in ("id", "en"))
        assert len(here) == len(there), view
        assert not set(here) & set(there), view


def test_a_figure_from_too_few_says_so_instead_of_a_number(urls: dict[str, str]) -> None:
    for view, sentences in TOO_FEW.items():
        for language, sentence in zip(("id", "en"), sentences, strict=True):
            assert sentence in said(urls, SMALL, view, language).whole, view


@pytest.fixture(params=["id", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The language of a screen that is acted on, for the words of its lists here too."""
    use(request.param)
    yield request.param
    use("id")


def test_the_people_of_a_second_unit_are_refused(urls: dict[str, str], language: str) -> None:
    heading = "kode_unit;nomor_induk;nama;jenis_kelamin\n"
    people = f"{heading}{OWN};I-1;Contoh Satu;L\n{OTHER};I-2;Contoh Dua;L\n"
    app = opened(urls, SMALL, "imports", language)
    app.file_uploader[0].set_value(("wbp.csv", people.encode(), "text/csv")).run()
    app.button[0].click().run()
    assert [one.value for one in app.metric] == ["1", "0", "0", "1", "0"]
    found = app.dataframe[0].value.to_csv()
    assert OTHER_UNIT_REFUSED[language] in found
    assert OTHER in found
    assert "Contoh Dua" not in found


def test_rows_of_persons_are_refused_to_a_partner_with_what_may_be_given(
    urls: dict[str, str], language: str
) -> None:
    level, sentence = PARTNER_REFUSED[language]
    app = opened(urls, SMALL, "exports", language)
    place = next(place for place, words in parts(app) if words == level)
    press(app, place, level)
    [refused] = [one.value for one in app.error]
    assert sentence in refused.replace("\\", "")
    assert "hasil_mitra" in refused.replace("\\", "")
    assert not app.dataframe
