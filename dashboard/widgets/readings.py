"""How the headings of one file are read, and a person's corrections of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from dashboard.texts.catalogue import language, t
from dashboard.widgets.outcomes import called
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import named, plain
from data.errors import SinergiError
from data.importing.matching import Look, look_at, match, profile_of, profile_text
from data.importing.profiles import Profile, shipped_profiles
from data.sheets import sheet_of, sheets


@dataclass(frozen=True)
class Reading:
    """How to take files: the profiles to offer the road, and whether it can be tried at all."""

    profiles: tuple[Profile, ...]
    ready: bool
    table: str | None = None


def choose_reading(paths: Sequence[Path]) -> Reading:
    """The guess for each file; where there is one file only, it can be corrected."""
    shipped = shipped_profiles()
    looks = [look_at(path, shipped) for path in paths]
    for path, look in zip(paths, looks, strict=True):
        _say(path.name, look)
    if len(looks) == 1 and looks[0].headings:
        return _correct(paths[0], looks[0], shipped)
    return Reading(shipped, all(look.problem is None for look in looks))


def _say(name: str, look: Look) -> None:
    if look.problem is not None:
        st.error(plain(look.problem.sentence(language())))
        return
    tables = ", ".join(dict.fromkeys(called(table) for table in look.tables))
    if look.profile is None:
        st.markdown(t("impor.dikenali", nama=plain(name), tabel=plain(tables)))
    else:
        st.markdown(t("impor.dikenali_profil", nama=plain(name), tabel=plain(tables),
                      profil=plain(look.profile)))  # fmt: skip


def _correct(path: Path, look: Look, shipped: tuple[Profile, ...]) -> Reading:
    """The table and the meaning of each heading, as the person wants them."""
    guess = look.tables[0] if look.tables and look.profile is None else None
    with st.expander(t("impor.judul_kolom"), expanded=look.problem is not None):
        names = [sheet.name for sheet in sheets()]
        table: str | None = st.selectbox(
            t("impor.untuk_tabel"), names, index=names.index(guess) if guess else None,
            format_func=lambda name: f"{called(name)} ({name})", key=f"impor-tabel-{path.name}",
            placeholder=t("impor.pilih_tabel"),
        )  # fmt: skip
        if table is None:
            return Reading(shipped, look.problem is None)
        guessed = match(look.headings, table)
        chosen = _ask(path.name, table, look.headings, guessed)
        if chosen == guessed and table == guess:
            return Reading(shipped, look.problem is None)
        return _own(path, table, look, chosen, shipped)


def _ask(
    name: str, table: str, headings: Sequence[str], guessed: dict[str, str | None]
) -> dict[str, str | None]:
    known = [heading.id for heading in sheet_of(table).headings]
    chosen: dict[str, str | None] = {}
    for heading, place in zip(headings, two_a_row(len(headings)), strict=True):
        meant = guessed[heading]
        with place:
            chosen[heading] = st.selectbox(
                named(heading), known, index=known.index(meant) if meant else None,
                placeholder=t("impor.diabaikan"), key=f"impor-judul-{name}-{table}-{heading}",
            )  # fmt: skip
    return chosen


def _own(
    path: Path, table: str, look: Look, chosen: dict[str, str | None],
    shipped: tuple[Profile, ...],
) -> Reading:  # fmt: skip
    try:
        own = profile_of(table, look.headings, chosen)
    except SinergiError as error:
        st.warning(plain(error.sentence(language())))
        return Reading(shipped, False)
    st.download_button(
        t("impor.simpan_profil"), profile_text(path.stem, table, chosen),
        file_name=f"{table}.toml", mime="application/toml", key=f"impor-profil-{path.name}",
    )  # fmt: skip
    return Reading((own, *shipped), True)
