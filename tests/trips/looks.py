"""One screen in every look: wide and narrow, light and dark, in both languages.

A screen is opened once per language. Its size, and then its ground, change under it.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from playwright.sync_api import Browser, Page, TimeoutError

from tests.trips.pages import (
    CLICKS,
    DONE,
    HEIGHT,
    Look,
    clipped,
    collisions,
    opened,
    settle,
    sideways,
    take_picture,
)
from tests.trips.reachable import barriers

WIDE, NARROW = 1440, 390
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 22, 32)"}
GROUND = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
TRIES, PAUSE, WAIT = 20, 500, 30_000
LOGO = "[data-testid=stSidebarLogo]"


def as_opened(_page: Page, _language: str) -> None:
    """Nothing more to do before a screen is looked at."""


def looks(
    browser: Browser, server: str, view: str, *, prepare: Callable[[Page, str], None] = as_opened
) -> Iterator[tuple[Look, Page]]:
    """The screen in its eight looks; `prepare` brings it where it is to be looked at."""
    for language in ("id", "en"):
        with opened(browser, server, Look(view, WIDE, "light", language)) as page:
            prepare(page, language)
            for scheme in GROUNDS:
                resize(page, view, WIDE)
                if scheme == "dark":
                    _darken(page, view)
                for width in (WIDE, NARROW):
                    resize(page, view, width)
                    yield Look(view, width, scheme, language), page


def resize(page: Page, view: str, width: int) -> None:
    """The same screen in a window of this width."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    settle(page, view)


def _darken(page: Page, view: str) -> None:
    """The ground changes at once, the charts and the name with the run that R asks for."""
    before = page.get_attribute(LOGO, "src")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"ground => {GROUND} === ground", arg=GROUNDS["dark"], timeout=WAIT)
    for _ in range(CLICKS):
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("r")
        with suppress(TimeoutError):
            page.wait_for_function(
                "([logo, before]) => document.querySelector(logo)?.getAttribute('src') !== before",
                arg=[LOGO, before], timeout=WAIT / CLICKS,
            )  # fmt: skip
            break
    page.wait_for_selector(DONE, timeout=WAIT)
    settle(page, view)


def fits(page: Page, look: Look) -> None:
    """Nothing is cut, hidden or on top of another, and nobody else was asked for anything."""
    for faults in (sideways, clipped, collisions):
        assert (look, faults.__name__, _lasting(page, faults)) == (look, faults.__name__, [])
    assert page.outside == []  # type: ignore[attr-defined]
    assert page.evaluate(GROUND) == GROUNDS[look.scheme]


def keep_picture(page: Page, look: Look) -> None:
    """In docs/gambar, when pictures are wanted."""
    if os.environ.get("SINERGI_GAMBAR"):
        take_picture(page, look)


def _lasting(page: Page, faults: Callable[[Page], list[Any]]) -> list[Any]:
    """The faults that are still there when a busy machine has drawn the screen to its end."""
    found: list[Any] = []
    for _ in range(TRIES):
        found = faults(page)
        if not found:
            break
        page.wait_for_timeout(PAUSE)
    return found


def look_at(page: Page, look: Look) -> None:
    """All that is asked of one look; what keeps somebody out is sought once on each ground."""
    fits(page, look)
    keep_picture(page, look)
    if (look.width, look.scheme, look.language) in ((WIDE, "light", "id"), (NARROW, "dark", "en")):
        assert barriers(page) == []
