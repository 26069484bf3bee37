"""WBP: one person, found by number or name, with all that is recorded about them."""

from collections.abc import Hashable

import pandas as pd
import streamlit as st

from dashboard.charts.timeline import describe_timeline, person_timeline
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.choosing_person import choose_person
from dashboard.widgets.dossiers import show_dossiers
from dashboard.widgets.drawing import show_personal_chart
from dashboard.widgets.leading import PERSON
from dashboard.widgets.memory import own
from dashboard.widgets.person_tables import show_person_tables, whole
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers.person import Person, Stretch, masked, people
from data.answers.timeline import timeline

_WHOLE = "orang-nomor-utuh"


def show(screen: Screen) -> None:
    """The search, then the person who was chosen, if any."""
    st.title(t("wbp.judul"), anchor=False)
    st.markdown(t("wbp.pertanyaan"))
    chosen = choose_person(screen, "orang")
    if chosen is not None:
        st.session_state[PERSON] = chosen.id
    key = st.session_state.get(PERSON)
    person = None if key is None else _asked(screen, key)
    if person is None:
        st.info(t("wbp.mulai"))
    else:
        _show_person(screen, person)
    show_dossiers(screen, person.key if person else None)


def _asked(screen: Screen, key: int) -> Person | None:
    def now() -> Person | None:
        with screen.asker.door.reading(screen.asker.viewer) as session:
            found = people(session, [key], today=screen.today, language=language())
        return found[0] if found else None

    return own("orang", _state(screen, key), now)


def _state(screen: Screen, *of: Hashable) -> Hashable:
    return (*of, screen.asker.data_version, screen.today, language())


def _show_person(screen: Screen, person: Person) -> None:
    st.header(plain(person.name), anchor=False)
    _show_facts(person)
    _show_figures(person)
    st.subheader(t("wbp.riwayat"), anchor=False)
    frame = own("riwayat", _state(screen, person.key), lambda: _timeline(screen, person))
    if frame.empty:
        st.caption(t("wbp.riwayat_kosong"))
    else:
        show_personal_chart(
            person_timeline, frame, screen.colours, said=describe_timeline(frame),
            of=(person.key, screen.asker.data_version, screen.today),
        )  # fmt: skip
        st.caption(t("wbp.riwayat_cara_baca"))
    show_person_tables(person)


def _timeline(screen: Screen, person: Person) -> pd.DataFrame:
    with screen.asker.door.reading(screen.asker.viewer) as session:
        return timeline(session, person, today=screen.today, language=language())


def _show_facts(person: Person) -> None:
    """Who they are; numbers are covered until somebody asks for them."""
    whole_numbers = st.toggle(t("wbp.tampilkan_nomor"), value=False, key=_WHOLE)
    facts = [*_identity(person, whole_numbers), *_stay(person.here)]
    guardians = ", ".join(f"{name} ({kind.label(language())})" for kind, name in person.guardians)
    facts.append((t("wbp.pendamping"), guardians or t("wbp.tanpa_pendamping")))
    lines = [f":gray[{label}]  \n{plain(value)}" for label, value in facts]
    for place, line in zip(two_a_row(len(lines)), lines, strict=True):
        place.markdown(line)


def _identity(person: Person, whole_numbers: bool) -> list[tuple[str, str]]:
    born = formats.day(person.birth_date, language())
    numbers = ", ".join(
        f"{one.kind.label(language())} {one.value if whole_numbers else masked(one.value)}"
        for one in person.numbers
    )
    return [
        (t("wbp.nomor"), numbers or formats.UNKNOWN),
        (t("wbp.lahir"),
         born if person.age is None else t("wbp.umur", hari=born, umur=whole(person.age))),
        (t("wbp.jenis_kelamin"), person.sex.label(language())),
    ]  # fmt: skip


def _stay(here: Stretch | None) -> list[tuple[str, str]]:
    if here is None:
        return []
    status, since = here.status.label(language()), formats.day(here.started_on, language())
    told = (
        t("wbp.sejak", status=status, hari=since) if here.ended_on is None
        else t("wbp.berakhir", status=status, hari=formats.day(here.ended_on, language()))
    )  # fmt: skip
    days = here.sentence_days
    return [
        (t("wbp.status"), told),
        (t("wbp.unit"), here.unit_name),
        (t("wbp.tindak_pidana"), here.offence or formats.UNKNOWN),
        (t("wbp.lama_pidana"),
         formats.UNKNOWN if days is None else t("wbp.hari_pidana", n=whole(days))),
        (t("wbp.dua_pertiga"), formats.day(here.two_thirds_on, language())),
        (t("wbp.ekspirasi"), formats.day(here.expires_on, language())),
    ]  # fmt: skip


def _show_figures(person: Person) -> None:
    attendance = person.attendance
    came = (
        t("wbp.kehadiran_n", hadir=whole(attendance.attended),
          diharapkan=whole(attendance.expected))
        if attendance.expected else t("wbp.kehadiran_tanpa")
    )  # fmt: skip
    if attendance.unrecorded:
        came += f". {t('wbp.kehadiran_belum', n=whole(attendance.unrecorded))}"
    share = formats.percent(attendance.share, language(), of=attendance.expected)
    figures = [
        (t("wbp.kehadiran"), share, came),
        (t("wbp.kebutuhan_terbuka"), whole(len(person.open_needs)),
         t("wbp.kebutuhan_terjawab", n=whole(len(person.answered_needs)))),
        (t("wbp.sertifikat"), whole(len(person.certified)),
         t("wbp.sertifikat_n", n=whole(len(person.begun)))),
        (t("wbp.pelanggaran_n"), whole(len(person.incidents)),
         t("wbp.pelanggaran_terbukti", n=whole(len(person.proven)))),
    ]  # fmt: skip
    for place, (label, value, said) in zip(two_a_row(len(figures)), figures, strict=True):
        with place.container(border=True, height="stretch"):
            st.metric(label, value)
            st.caption(said)
