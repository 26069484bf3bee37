"""Rows that did not go in, as a file that can be corrected and imported again."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.importing.runs import Outcome
from data.neutral import neutralised, restored
from models.base import utc_now
from models.codes import Verdict

LINE, REASON = "baris_asal", "alasan_penolakan"
KEPT_DAYS = 30


def purge_refused(session: Session, now: datetime | None = None) -> int:
    """Forget refused rows after 30 days, as they hold people's data; gives how many cells.

    Rows that wait for a decision stay until it is made.
    """
    rejected = models.metadata.tables["rejected_row"]
    old = rejected.c.created_at < (now or utc_now()) - timedelta(days=KEPT_DAYS)
    statement = sa.delete(rejected).where(old, rejected.c.verdict == Verdict.R)
    options = {"preserve_rowcount": True}
    return int(session.connection().execute(statement, execution_options=options).rowcount)


def by_file(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """One outcome a file with what any of its tables refused; files of several tables give many."""
    together: dict[str, Outcome] = {}
    for outcome in outcomes:
        known = together.setdefault(
            outcome.file_name, replace(outcome, refused_rows={}, reasons={})
        )
        for line, cells in outcome.refused_rows.items():
            known.refused_rows.setdefault(line, cells)
            found = known.reasons.setdefault(line, [])
            found += [issue for issue in outcome.reasons[line] if issue not in found]
    return list(together.values())


def refused_csv(outcome: Outcome) -> bytes:
    """A CSV for Excel: the file's own columns, then the line it came from and the reasons."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in outcome.above)
    writer.writerow([*map(_harmless, outcome.headings), LINE, REASON])
    width = len(outcome.headings)
    for line in sorted(outcome.refused_rows):
        cells = [_harmless(cell) for cell in outcome.refused_rows[line]]
        padded = (cells + [""] * width)[: max(width, len(cells))]
        reasons = " | ".join(issue.sentence("id") for issue in outcome.reasons[line])
        writer.writerow([*padded, str(line), reasons])
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """The cell as it came, with one mark at most: it may have left this house with one."""
    return neutralised(restored(cell))
