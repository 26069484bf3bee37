"""A quarter's report about an agreement: promised, counted, reported, what next."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from data.answers import agreement_page as page
from data.answers.promised import quarter_of
from data.answers.quarterly import Report, quarterly_report
from data.answers.recount import Recount, recounted
from data.errors import SinergiError
from data.queries import agreement_page as found
from data.queries import plans
from data.queries.agreement_page import Key
from data.reports.letterhead import Basis, Letterhead, basis, letterhead


@dataclass(frozen=True)
class QuarterlyReport:
    """The report as it goes up the line. `pillars` are all people of the quarter, plan or not.

    `pillars` has the columns `data.answers.agreement_page.PILLARS`. `recount` is None until the
    report was submitted; where it does not stand, the document says what moved since.
    """

    letterhead: Letterhead
    key: Key
    agreement: dict[str, Any]  # the columns of its row, and `owner_name`
    parties: tuple[str, ...]
    report: Report
    pillars: Any
    recount: Recount | None
    as_of: date
    basis: Basis


def quarterly_content(
    session: Session, key: Key, year: int, quarter: int, *, as_of: date
) -> QuarterlyReport:
    """The report about that quarter. Raises `SinergiError` where nobody began it."""
    report_id = plans.report_of(session, key, (year, quarter))
    report = None if report_id is None else quarterly_report(session, report_id)
    known = page.agreement_page(session, key, as_of=as_of)
    if report is None or known is None:
        raise SinergiError(
            "laporan_tidak_ada",
            f"Belum ada laporan triwulan {quarter}/{year} untuk perjanjian [{key.code}] milik "
            f"[{key.owner}]. Buat drafnya di layar Kemajuan.",
            f"Agreement [{key.code}] of [{key.owner}] has no report of quarter {quarter}/{year} "
            "yet. Draft it on the screen Progress.",
        )
    return QuarterlyReport(
        letterhead=letterhead(session), key=key, agreement=known.row,
        parties=tuple(known.parties[found.NAME]), report=report,
        pillars=page.delivered_under(session, quarter_of(year, quarter), key).pillars,
        recount=recounted(session, report.id), as_of=as_of, basis=basis(session),
    )  # fmt: skip
