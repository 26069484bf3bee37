"""A new officer at a screen: goes by the words that stand there, and counts what it takes."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.trips.pages import DONE

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "tugas.md"
HEADING = "| Tugas | Klik | Tombol | Detik |"
WAIT = 60_000


@dataclass
class Officer:
    """Clicks and types as a person would; each waits until the screen has come to rest."""

    page: Page
    clicks: int = 0
    keys: int = 0
    words: list[str] = field(default_factory=list)

    def click(self, role: str, name: str, *, among: Locator | None = None) -> None:
        """Click what shows or speaks these words, in the whole page or in a part of it."""
        found = (among or self.page).get_by_role(role, name=name)  # type: ignore[arg-type]
        self.words.append(name.removesuffix(" *"))  # the sign of what must be filled in
        self._click(found.first)

    def unfold(self, words: str, *, among: Locator | None = None) -> None:
        """Open what is folded under these words."""
        self.words.append(words)
        self._click((among or self.page).get_by_text(words, exact=True).first)

    def choose(self, field: str, entry: str) -> None:
        """Choose an entry of a short list: one click opens it, one takes the entry."""
        self.click("combobox", field)
        self._click(self.page.get_by_role("option", name=entry).first)

    def choose_by_typing(self, field: str, text: str, *, entry: str = "") -> None:
        """Choose an entry of a long list: what is typed leaves few others."""
        self.click("combobox", field)
        self._type(text)
        self._click(self.page.get_by_role("option", name=entry or text).first)

    def take_first_row(self, table: Locator) -> None:
        """Click where the first row is chosen."""
        table.wait_for(timeout=WAIT)
        table.click(position={"x": 14, "y": 52})
        self.clicks += 1
        self.rest()

    def type(self, field: Locator, text: str, *, end: str = "") -> None:
        """Type into a field that was clicked; `end` is a key pressed after it."""
        self._click(field)
        self._type(text)
        if end:
            self.page.keyboard.press(end)
            self.keys += 1
        self.rest()

    def sees(self, text: str) -> None:
        """Wait until these words stand on the screen."""
        self.page.get_by_text(text).first.wait_for(timeout=WAIT)

    def rest(self) -> None:
        """Wait until the screen has answered what was done last."""
        self.page.wait_for_timeout(300)
        self.page.wait_for_selector(DONE, timeout=WAIT)
        self.page.wait_for_timeout(200)

    def _type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys += len(text)

    def _click(self, found: Locator) -> None:
        found.click(timeout=WAIT)
        self.clicks += 1
        self.rest()


@dataclass(frozen=True)
class Measured:
    """What one task took."""

    task: str
    clicks: int
    keys: int
    seconds: float

    @property
    def line(self) -> str:
        """Its line of the table."""
        return f"| {self.task} | {self.clicks} | {self.keys} | {self.seconds:.1f} |"


@contextmanager
def timed(officer: Officer, task: str, into: list[Measured]) -> Iterator[None]:
    """Add what is done inside to the table, and hold that the page for officers says its words."""
    begun = time.monotonic()
    yield
    into.append(Measured(task, officer.clicks, officer.keys, time.monotonic() - begun))
    told = _section(task)
    assert [word for word in officer.words if f"*{word}*" not in told] == []


def told(task: str) -> tuple[int, int]:
    """The clicks and keys that the page for officers promises."""
    row = next(line for line in _lines() if line.startswith(f"| {task} |"))
    clicks, keys = (int(cell) for cell in re.split(r"\s*\|\s*", row)[2:4])
    return clicks, keys


def write_table(found: list[Measured]) -> None:
    """Put the measured lines in place of those that stand in the page."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(HEADING)
    after = rest[rest.index("\n\n") :]
    lines = [HEADING, "| --- | ---: | ---: | ---: |", *(one.line for one in found)]
    DOCUMENT.write_text(before + "\n".join(lines) + after, encoding="utf-8")


def _lines() -> list[str]:
    return DOCUMENT.read_text(encoding="utf-8").splitlines()


def _section(task: str) -> str:
    """What the page says about one task, with its lines joined."""
    whole = DOCUMENT.read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", whole.partition(f". {task}\n")[2].partition("\n## ")[0])
