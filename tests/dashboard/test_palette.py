"""The colours can be told from their grounds (WCAG 2.2: text 4.5, marks 3)."""

import pytest

from dashboard.charts.palette import DARK, LIGHT, Palette, palette

PALETTES = {"light": LIGHT, "dark": DARK}


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_text_can_be_read_on_both_grounds(colours: Palette) -> None:
    for text in (colours.text, colours.quiet):
        assert contrast(text, colours.ground) >= 4.5
        assert contrast(text, colours.raised) >= 4.5


def mixed(colour: str, ground: str, share: float) -> str:
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02X}" for one, other in pairs)


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_captions_can_be_read_though_they_are_drawn_at_60_per_cent(colours: Palette) -> None:
    for ground in (colours.ground, colours.raised):
        assert contrast(mixed(colours.text, ground, 0.6), ground) >= 4.5


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_every_series_can_be_seen(colours: Palette) -> None:
    faint = [c for c in colours.series if contrast(c, colours.ground) < 2.995]
    assert faint == []


@pytest.mark.parametrize(("theme", "expected"), [("light", LIGHT), ("dark", DARK), (None, LIGHT)])
def test_the_theme_gives_the_palette(theme: str | None, expected: Palette) -> None:
    assert palette(theme) is expected
