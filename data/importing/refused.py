"""Rows that did not go in, as a file that can be corrected and imported again."""

import csv
import io

from data.importing.runs import Outcome
from data.neutral import neutralised

LINE, REASON = "baris_asal", "alasan_penolakan"


def refused_csv(outcome: Outcome) -> bytes:
    """A CSV for Excel: the file's own columns, then the line it came from and the reasons."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([*outcome.headings, LINE, REASON])
    width = len(outcome.headings)
    for line in sorted(outcome.refused_rows):
        cells = [neutralised(cell) for cell in outcome.refused_rows[line]]
        padded = (cells + [""] * width)[: max(width, len(cells))]
        reasons = " | ".join(issue.sentence("id") for issue in outcome.reasons[line])
        writer.writerow([*padded, str(line), reasons])
    return buffer.getvalue().encode("utf-8-sig")
