"""Opening a screen as a person would, and looking at what can be seen of it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, TimeoutError

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "gambar"
PATHS = {
    "rencana": "/rencana-kerja?perjanjian=DITJENPAS~PKS-01", "lintas": "/lintas-perjanjian",
    "kemajuan": "/kemajuan?perjanjian=DITJENPAS~PKS-01",
    "ringkasan": "/", "perubahan": "/perubahan", "perjanjian": "/perjanjian", "ekspor": "/ekspor",
    "resmi": "/indikator-resmi", "mutu": "/mutu-data", "metode": "/metode",
    "program": "/program?program=DITJENPAS/PRG02", "risiko": "/perubahan?bagian=risiko",
    "pengulangan": "/perubahan?bagian=pengulangan",
}  # fmt: skip
DOCUMENTS = {  # nothing to unfold: a document stands there whole, in its own words
    "tampilan-mitra": "/tampilan-mitra?mitra=DITJENPAS~MTR02",
    "laporan": "/laporan?unit=CTH004&bulan=2026-05", "penandatanganan": "/penandatanganan",
}  # fmt: skip
CHANGING = {  # visited on databases of their own
    "impor": "/impor", "kiriman": "/kiriman", "presensi": "/presensi", "catat": "/catat",
    "hari-ini": "/hari-ini", "wbp": "/wbp", "klien": "/klien",
}  # fmt: skip
CHARTS = {
    "ringkasan": 5,
    "perubahan": 1,
    "program": 3,
    "risiko": 1,
    "pengulangan": 2,
    "laporan": 1,
}  # the others have none
TABLES = {
    "rencana": 0,
    "lintas": 0,
    "ringkasan": 5,
    "resmi": 2,
    "mutu": 3,
    "ekspor": 2,
    "program": 2,
    "pengulangan": 0,
}  # folded ones; the others: 1
CLICKS = 3
DONE = "[data-test-script-state=notRunning]"
HEIGHT, TALLEST, COLOURS = 900, 2200, 64


@dataclass(frozen=True)
class Look:
    """How somebody looks at a screen."""

    view: str
    width: int
    scheme: str
    language: str

    def __str__(self) -> str:
        """The name of its picture."""
        ground = "terang" if self.scheme == "light" else "gelap"
        return f"{self.view}-{self.width}-{ground}-{self.language}"

    @property
    def path(self) -> str:
        """The address under the server."""
        path = (PATHS | DOCUMENTS | CHANGING)[self.view]
        sign = "&" if "?" in path else "?"
        return path + (f"{sign}bahasa=en" if self.language == "en" else "")


@contextmanager
def opened(browser: Browser, server: str, look: Look) -> Iterator[Page]:
    """The page, drawn to its end; `page.outside` lists what it asked of other hosts."""
    context = browser.new_context(
        viewport={"width": look.width, "height": HEIGHT},
        color_scheme=look.scheme,  # type: ignore[arg-type]
        locale="id-ID" if look.language == "id" else "en-GB",
    )
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda request: _note(outside, request.url, server))
    page.outside = outside  # type: ignore[attr-defined]
    page.goto(server + look.path)
    settle(page, look.view)
    yield page
    context.close()


def settle(page: Page, view: str) -> None:
    """Wait until the script has run and the charts stand."""
    page.wait_for_selector("[data-testid=stMain] h1", timeout=60_000)
    page.wait_for_selector("[data-test-script-state=notRunning]", timeout=30_000)
    charts = CHARTS.get(view, 0)
    page.wait_for_function(
        "n => document.querySelectorAll('[data-testid=stVegaLiteChart] svg').length >= n",
        arg=charts, timeout=30_000,
    )  # fmt: skip
    page.wait_for_timeout(300)


def _note(outside: list[str], url: str, server: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(server).netloc:
        outside.append(url)


def sideways(page: Page) -> list[Any]:
    """The page and its main part, when they can be scrolled sideways."""
    found: list[Any] = page.evaluate(
        """() => [document.scrollingElement, document.querySelector('[data-testid=stMain]')]
            .filter(e => e.scrollWidth > e.clientWidth + 1)
            .map(e => [e.tagName, e.scrollWidth, e.clientWidth])"""
    )
    return found


def clipped(page: Page) -> list[str]:
    """Visible texts that do not fit where they stand, outside the data grid."""
    found: list[str] = page.evaluate(_CLIPPED)
    return found


_CLIPPED = """() => {
    const own = e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const seen = e => e.checkVisibility() && e.clientWidth > 2 && e.clientHeight > 2;
    const bad = [];
    for (const e of document.querySelectorAll(
            '[data-testid=stMain] *, [data-testid=stSidebarContent] *')) {
        if (e.closest('svg, canvas, [data-testid=stDataFrame], pre')) continue;
        if (own(e) && seen(e) && e.scrollWidth > e.clientWidth + 1) bad.push(e.textContent);
    }
    for (const chart of document.querySelectorAll('[data-testid=stVegaLiteChart] svg')) {
        const frame = chart.getBoundingClientRect();
        for (const text of chart.querySelectorAll('text')) {
            const box = text.getBoundingClientRect();
            const out = box.left < frame.left - 1 || box.right > frame.right + 1
                || box.top < frame.top - 4 || box.bottom > frame.bottom + 4;
            if (text.textContent.trim() && (out || text.textContent.includes('…')))
                bad.push('chart: ' + text.textContent);
        }
    }
    return bad;
}"""


def collisions(page: Page) -> list[str]:
    """Texts of a chart that lie on one another."""
    found: list[str] = page.evaluate(
        """() => {
            const bad = [];
            for (const chart of document.querySelectorAll('[data-testid=stVegaLiteChart] svg')) {
                const texts = [...chart.querySelectorAll('text')]
                    .filter(t => t.textContent.trim()).map(t => [t, t.getBoundingClientRect()]);
                texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
                    if (a.left < b.right - 1 && b.left < a.right - 1
                        && a.top < b.bottom - 3 && b.top < a.bottom - 3)
                        bad.push(one.textContent + ' / ' + other.textContent);
                }));
            }
            return bad;
        }"""
    )
    return found


def texts_of(page: Page) -> list[str]:
    """Each visible piece of text beside and in the main part, charts included, grids not."""
    found: list[str] = page.evaluate(
        """() => ['stSidebarContent', 'stMain'].flatMap(part => {
            const walker = document.createTreeWalker(
                document.querySelector(`[data-testid=${part}]`), NodeFilter.SHOW_TEXT);
            const found = [];
            while (walker.nextNode()) {
                const e = walker.currentNode.parentElement;
                if (e.closest('[data-testid*=Icon], [data-testid=stDataFrame], style'))
                    continue;
                const text = walker.currentNode.textContent.trim();
                if (text && e.checkVisibility()) found.push(text);
            }
            return found;
        })"""
    )
    return found


def unfold_tables(page: Page) -> int:
    """Open each table of the screen, and say how many there are."""
    folded = page.get_by_test_id("stExpander")
    for place in range(folded.count()):
        _unfold(page, folded.nth(place))
    return folded.count()


def _unfold(page: Page, folded: Locator) -> None:
    """Click until the table stands: on a busy machine an answer under way can fold it again."""
    table = folded.get_by_test_id("stDataFrame")
    for _ in range(CLICKS):
        page.wait_for_selector(DONE, timeout=30_000)
        if not table.is_visible():
            folded.locator("summary").click()
        with suppress(TimeoutError):
            table.wait_for(timeout=10_000)
            page.wait_for_selector(DONE, timeout=30_000)
            page.wait_for_timeout(300)
            if table.is_visible():
                return
    table.wait_for()


def take_picture(page: Page, look: Look) -> None:
    """The whole screen as a small PNG in docs/gambar."""
    height = page.evaluate(
        "() => document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"
    )
    page.set_viewport_size({"width": look.width, "height": min(max(height, HEIGHT), TALLEST)})
    page.wait_for_timeout(500)
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{look}.png"
    page.screenshot(path=path)
    with Image.open(path) as picture:
        small = _in_few_colours(picture.convert("RGB"))
    small.save(path, optimize=True)


def _in_few_colours(picture: Image.Image) -> Image.Image:
    """In its most frequent colours, exact, and in those that stand for the rare ones."""
    found = picture.getcolors(picture.width * picture.height) or []
    often: dict[tuple[int, ...], tuple[int, ...]] = {}
    for _, colour in sorted(found, reverse=True):
        often.setdefault(_rounded(colour), colour)  # one of those that nobody can tell apart
    often = dict(islice(often.items(), COLOURS))
    rare = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE).getpalette("RGB") or []
    others = [one for one in zip(*[iter(rare)] * 3, strict=True) if _rounded(one) not in often]
    few = Image.new("P", (1, 1))
    few.putpalette([part for colour in (*often.values(), *others) for part in colour])
    return picture.quantize(palette=few, dither=Image.Dither.NONE)


def _rounded(colour: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(part // 8 for part in colour)
