"""Taking the attendance of thirty people by keyboard, and correcting it, in a real browser."""

import time
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, expect

import models
from data.answers.roster import Mark
from data.opening import LOCAL_OFFICER
from data.recording.attendance import record_attendance
from models.door import Door
from tests.trips.looks import look_at, looks
from tests.trips.pages import DONE, Look, opened
from tests.trips.worlds import PEOPLE, YESTERDAY, office

WIDE = Look("presensi", 1440, "light", "id")
MOST_KEYS, MOST_SECONDS = 60, 60


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Door]]:
    """A server on a database of its own, which these trips change, and a door to it."""
    with office(tmp_path_factory.mktemp("presensi")) as found:
        yield found


class Keyboard:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1


def sheet(page: Page) -> None:
    page.locator(".sheet-row").nth(PEOPLE - 1).wait_for(timeout=30_000)


def choose_session(page: Page, name: str) -> None:
    """Choose it, and wait until the sheet is that session's: both have as many rows."""
    page.get_by_role("combobox", name="Sesi").click()
    page.get_by_role("option", name=name).click()
    page.wait_for_timeout(500)
    page.wait_for_selector(DONE, timeout=30_000)
    page.wait_for_timeout(300)
    sheet(page)


def marks(door: Door) -> dict[int, tuple[str, int | None, str | None]]:
    """What stands about the second session, by participant number."""
    attendance, enrolment, meeting = (
        models.metadata.tables[name] for name in ("attendance", "enrolment", "programme_session")
    )
    query = (
        sa.select(enrolment.c.number, attendance.c.mark, attendance.c.minutes, attendance.c.note)
        .join_from(attendance, enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .join(meeting, meeting.c.id == attendance.c.session_id)
        .where(meeting.c.held_on == YESTERDAY)
    )
    with door.reading(LOCAL_OFFICER) as session:
        return {number: tuple(rest) for number, *rest in session.execute(query)}


def test_the_sheet_fits_in_every_look_and_keeps_nobody_out(
    browser: Browser, own: tuple[str, Door]
) -> None:
    for look, page in looks(browser, own[0], "presensi"):
        sheet(page)
        look_at(page, look)


def test_thirty_people_are_marked_by_keyboard_within_a_minute_and_one_is_corrected(
    browser: Browser, own: tuple[str, Door]
) -> None:
    address, door = own
    with opened(browser, address, WIDE) as page:
        choose_session(page, "Sesi 2")
        keys, begun = Keyboard(page), time.monotonic()
        page.get_by_role("combobox", name="Sesi").focus()
        keys.press("Tab", "Enter")  # all present
        keys.press("3", "s", "7", "t", "1", "5", "Enter")
        keys.press("1", "2", "m", *"Tidak mau", "Enter")
        keys.press("2", "0", "a", "Control+Enter")
        page.get_by_text("Tersimpan: 30 tanda baru").wait_for(timeout=30_000)
        seconds = time.monotonic() - begun
        print(f"{keys.pressed} keys, {seconds:.1f} seconds")
        assert keys.pressed <= MOST_KEYS
        assert seconds <= MOST_SECONDS
        found = marks(door)
        assert found.pop(3) == ("SAKIT", None, None)
        assert found.pop(7) == ("TERLAMBAT", 75, None)
        assert found.pop(12) == ("MENOLAK", None, "Tidak mau")
        assert found.pop(20) == ("TANPA_KETERANGAN", None, None)
        assert set(found.values()) == {("HADIR", None, None)}
        assert len(found) == PEOPLE - 4
        page.get_by_role("radio", name="Sakit", checked=True).click()
        keys.press("i", "Control+Enter")
        page.get_by_text("0 tanda baru, 1 diubah").wait_for(timeout=30_000)
        expect(page.get_by_text("Koreksi yang pernah dibuat (1)")).to_be_visible()
        assert marks(door)[3] == ("IZIN", None, None)
        assert "Peserta" not in page.url + page.title()


def test_a_mark_that_somebody_else_wrote_meanwhile_is_shown_and_nothing_is_lost(
    browser: Browser, own: tuple[str, Door]
) -> None:
    address, door = own
    with opened(browser, address, WIDE) as page:
        choose_session(page, "Sesi 1")
        first = page.locator(".sheet-row").first
        first.get_by_role("radio", name="Hadir").click()
        meeting, who = models.metadata.tables["programme_session"], first.get_attribute("data-id")
        with door.writing(LOCAL_OFFICER) as session:
            number = session.scalars(sa.select(meeting.c.id).where(meeting.c.number == 1)).one()
            other = {int(who or 0): Mark("SIDANG")}
            record_attendance(session, LOCAL_OFFICER, number, other, seen={}, today=YESTERDAY)
        page.get_by_role("button", name="Simpan presensi").click()
        page.get_by_text("Sekarang tersimpan: Sidang").wait_for(timeout=30_000)
        expect(first.get_by_role("radio", name="Hadir")).to_be_checked()
        page.get_by_role("button", name="Simpan presensi").click()
        page.get_by_text("Tersimpan: 0 tanda baru, 1 diubah").wait_for(timeout=30_000)
        with door.writing(LOCAL_OFFICER) as session:
            record_attendance(
                session, LOCAL_OFFICER, number, {int(who or 0): Mark("IZIN")},
                seen={int(who or 0): Mark("HADIR")}, today=YESTERDAY,
            )  # fmt: skip
        page.get_by_role("link", name="Catat").click()
        page.wait_for_selector("h1:has-text('Catat')")
        page.get_by_role("link", name="Presensi").click()
        page.wait_for_selector("h1:has-text('Presensi')")
        choose_session(page, "Sesi 1")
        expect(page.locator(".sheet-row").first.get_by_role("radio", name="Izin")).to_be_checked()
