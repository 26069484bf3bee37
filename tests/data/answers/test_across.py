"""All agreements asked at once say what each says when it is asked alone."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from data.answers.across import AgreementLine, across_agreements
from data.answers.agreement_page import delivered_under, pillar_rows
from data.answers.agreements import ALL
from data.answers.costs import programme_costs
from data.answers.overall_change import overall_change
from data.queries.filter import Filter
from models.codes import CohortStatus, EnrolmentStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers import delivery
from tests.data.answers.test_agreement_page import key_of
from tests.data.answers.test_change import BEGUN, ENDED, finished, scored, sikap

YEAR = Filter(date(2026, 1, 1), date(2027, 1, 1))
TODAY = date(2026, 7, 1)


def closed(session: Session, agreement: int, *, partner: int, scale: int, gains: list[int]) -> None:
    """A paid cohort under the agreement that ended; each person gained so much, most completed."""
    run = factories.cohort(
        session, agreement_id=agreement, partner_id=partner, status=CohortStatus.SELESAI,
        ends_on=ENDED, programme_id=factories.programme(session, minimum_dosage=0),
    )  # fmt: skip
    factories.cost(session, cohort_id=run, amount=1_000_000 * len(gains))
    for gain in gains:
        wbp = finished(session, run)
        scored(session, wbp, scale, BEGUN, 60)
        scored(session, wbp, scale, ENDED, 60 + gain)
    finished(session, run, status=EnrolmentStatus.PINDAH)


def asked_alone(session: Session, line: AgreementLine) -> AgreementLine:
    chosen = replace(YEAR, agreement=line.key)
    done = delivered_under(session, YEAR, line.key)
    costs = [entry.per_completion for entry in programme_costs(session, chosen)]
    return replace(
        line, pillars=pillar_rows(done.pillars), attendance=done.figures.attendance.now,
        completion=done.figures.completion.now, change=overall_change(session, chosen).now,
        cost=costs[0] if costs else line.cost,
    )  # fmt: skip


def test_each_agreement_says_what_it_says_alone(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        planned, scale = delivery.year(session), sikap(session)
        other = factories.partner(session)
        second = factories.agreement(session, partner_id=other)
        closed(
            session, planned.agreement, partner=planned.partner, scale=scale, gains=[1, 2, 3] * 4
        )
        closed(session, second, partner=other, scale=scale, gains=[7, 9] * 6)
        factories.activity(session, agreement_id=second, reached_wbp=50)
        idle = factories.agreement(session)
        lines = across_agreements(session, YEAR, as_of=TODAY, among=ALL)
        assert list(lines) == [asked_alone(session, line) for line in lines]
        by_key = {line.key: line for line in lines}
        first, two, none = (
            by_key[key_of(session, "agreement", row)] for row in (planned.agreement, second, idle)
        )
    assert (first.change.value, two.change.value, none.change.value) == (2.0, 8.0, None)
    assert (first.completed, two.completed, none.started) == (12, 12, 0)
    assert (two.cost.value, none.cost.value) == (1_000_000, None)
    assert first.attendance.n > 0
    assert (first.due_lines, first.kept_lines) != (None, None)
    assert (two.due_lines, none.due_lines) == (None, None)
