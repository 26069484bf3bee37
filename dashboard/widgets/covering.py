"""Streamlit's own few words in the language of the screen: it has them in English alone.

Each is made invisible, and ours is drawn behind it. What a screen reader says, months and days
follow the browser; messages about a lost connection cannot be covered.
"""

from functools import cache

from dashboard.texts.catalogue import t

_UPLOADER = "[data-testid=stFileUploaderDropzone]"
_HINT = "[data-testid=InputInstructions] > span"
_MENU = "[data-testid=stMainMenuPopover]"
_COLUMNS = "[data-testid=stDataFrameColumnVisibilityMenu]"
_SMALL, _SMALLER = "0.875rem", "0.75rem"
_HIDDEN = f"""
[data-testid=stMainMenuItem-recordScreencast], {_MENU} [data-testid=stMainMenuDivider] ~ div,
{_MENU} > div > div:not([data-testid=stMainMenuList]), {_COLUMNS} label:has([aria-label="(index)"])
  {{ display: none; }}
"""  # a recording of a screen with names is nobody's to keep; the rest says nothing to officers


@cache
def covers(_language: str) -> str:
    """The style that draws our words; `_language` is the one spoken now."""
    return _HIDDEN + "".join(
        _cover(place, words, size) for place, (words, size) in _words().items()
    )


def _words() -> dict[str, tuple[str, str]]:
    """Where a word of Streamlit's stands -> what to say there, and how large."""
    enter, both = t("sarana.tekan_enter"), t("sarana.tekan_ctrl_enter")
    return {
        f"{_UPLOADER} > span button p": (t("sarana.pilih_berkas"), _SMALL),
        "[data-testid=stFileUploaderDropzoneInstructions] span": (t("sarana.letakkan"), _SMALL),
        f"[data-testid=stTextInput]:has(input:not([maxlength])) {_HINT}:only-child": (
            enter, _SMALLER,
        ),
        f"[data-testid=stTextInput] {_HINT}:first-child:not(:only-child)": (enter, _SMALLER),
        f"[data-testid=stNumberInput] {_HINT}": (enter, _SMALLER),
        f"[data-testid=stTextArea] {_HINT}:first-child:not(:only-child)": (both, _SMALLER),
        "[data-type=day][data-placeholder=true]": (t("sarana.hari"), _SMALL),
        "[data-type=month][data-placeholder=true]": (t("sarana.bulan"), _SMALL),
        "[data-type=year][data-placeholder=true]": (t("sarana.tahun"), _SMALL),
        "[role=listbox][data-empty=true] [role=option] span": (t("sarana.tidak_ada"), _SMALL),
        "[data-testid=stSkipToContent]": (t("sarana.lompat"), _SMALL),
        "[data-testid=stMainMenuItem-theme-System]": (t("sarana.sistem"), _SMALL),
        "[data-testid=stMainMenuItem-theme-Light]": (t("sarana.terang"), _SMALL),
        "[data-testid=stMainMenuItem-theme-Dark]": (t("sarana.gelap"), _SMALL),
        "[data-testid=stMainMenuItem-print] [data-testid=stMainMenuItemLabel]": (
            t("sarana.cetak"), _SMALL,
        ),
        f"{_COLUMNS} label:has([aria-label='Select all']) > span:last-child": (
            t("sarana.semua"), _SMALL,
        ),
        ".gdg-search-status label": (t("sarana.cari"), _SMALLER),
    }  # fmt: skip


def _cover(place: str, words: str, size: str) -> str:
    return (
        f"{place} {{ font-size: 0 !important; }}\n"
        f'{place}::after {{ content: "{words}"; font-size: {size}; }}\n'
    )
