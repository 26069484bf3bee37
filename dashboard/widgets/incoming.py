"""Files that a person brings: on the disk only while they are looked at or taken in."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.importing.pace import Pace, Step, count_lines
from data.importing.runs import Progress


@contextmanager
def on_disk(files: Sequence[UploadedFile]) -> Iterator[list[Path]]:
    """The files in a private folder that is gone afterwards, each under its own plain name."""
    with tempfile.TemporaryDirectory(prefix="sinergi-impor-") as folder:
        paths = []
        for number, file in enumerate(files):
            place = Path(folder) / str(number)
            place.mkdir()
            path = place / (Path(file.name.replace("\\", "/")).name or "berkas")
            path.write_bytes(file.getbuffer())
            paths.append(path)
        yield paths


@contextmanager
def watched(paths: Sequence[Path], said: str) -> Iterator[Progress]:
    """A bar for an import: rows, rows a second, and the time that is left."""
    pace = Pace(count_lines(paths))
    bar = st.progress(0.0, said)

    def step(table: str, rows: int) -> None:
        now = pace.step(table, rows)
        bar.progress(now.share or 0.0, f"{said} · {_words(now)}")

    try:
        yield step
    finally:
        bar.empty()


def _words(now: Step) -> str:
    rows = formats.number(now.rows, language())
    speed = formats.number(now.rows_a_second, language())
    if now.seconds_left is None:
        return t("impor.laju", n=rows, laju=speed)
    left = formats.number(now.seconds_left, language())
    return t("impor.laju_sisa", n=rows, laju=speed, sisa=left)
