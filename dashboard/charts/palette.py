"""Colours for light and dark, after the palette of the UK Analysis Function (MIT, afcharts).

Its dark tones vanish on a dark ground, so that dark has lighter variants of the same hues.
Colour is never the only sign: shape, dash or text always says the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours of one ground."""

    ground: str
    raised: str
    text: str
    quiet: str
    faint: str
    main: str
    second: str
    others: tuple[str, ...]

    @property
    def series(self) -> tuple[str, ...]:
        """The colours of data, in the order in which they are given out."""
        return (self.main, self.second, *self.others)


LIGHT = Palette(
    ground="#FFFFFF",
    raised="#F3F5F8",
    text="#10171F",
    quiet="#52606D",
    faint="#D5DCE4",
    main="#12436D",
    second="#F46A25",
    others=("#28A197", "#801650", "#A285D1", "#3D3D3D"),
)
DARK = Palette(
    ground="#0F1620",
    raised="#18222F",
    text="#EEF2F6",
    quiet="#A9B6C3",
    faint="#344252",
    main="#7DB4E8",
    second="#F99A67",
    others=("#4CC9BE", "#E58BBB", "#C0A8E8", "#C3CBD3"),
)


def palette(theme: str | None) -> Palette:
    """The palette of a theme, "light" or "dark"; light while it is not known."""
    return DARK if theme == "dark" else LIGHT
