"""The whole fictional world in one folder of files."""

from collections.abc import Iterable
from pathlib import Path

from data.synthetic import (
    care,
    cohorts,
    custody,
    guidance,
    measures,
    outcomes,
    participation,
    partners,
    places,
    programmes,
    promises,
    reporting,
)
from data.synthetic.ledger import Ledger
from data.synthetic.scores import Conduct
from data.synthetic.writing import Line, write_table


def write_demo(folder: Path, seed: int = 20220627, people: int = 3000) -> None:
    """Write one CSV file a table, as units would send them; the same bytes for the same seed.

    The files refer to Ditjenpas, the code lists and the instruments, which are reference data.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in _files(seed, people).items():
        write_table(folder, name, lines)


def _files(seed: int, people: int) -> dict[str, Iterable[Line]]:
    persons = custody.people_with_histories(seed, people)
    conduct = Conduct(seed, persons)
    runs = cohorts.runs(seed, people)
    participation.fill(seed, runs, persons, conduct)
    measures.rate(seed, conduct, runs)
    lottery = next(run for run in runs if run.drawn)
    ledger = Ledger(runs)
    return {
        "unit": places.unit_lines(),
        "officer": places.officer_lines(),
        "wbp": custody.wbp_lines(persons),
        "custody": custody.custody_lines(persons),
        "guardianship": care.guardianship_lines(persons),
        "need": care.need_lines(seed, persons),
        "partner": partners.partner_lines(),
        "agreement": partners.agreement_lines(),
        "agreement_party": partners.party_lines(),
        "activity": ledger.activities(partners.activity_lines(seed)),
        "programme": programmes.programme_lines(),
        "cohort": cohorts.cohort_lines(runs),
        "programme_session": ledger.sessions(cohorts.session_lines(seed, runs)),
        "cost": cohorts.cost_lines(seed, runs),
        "enrolment": ledger.enrolments(participation.enrolment_lines(seed, runs)),
        "attendance": ledger.attendance(participation.attendance_lines(seed, runs)),
        "obligation": promises.duty_lines(),
        "work_plan": promises.plan_lines(),
        "planned_activity": promises.planned_lines(people),
        "progress_report": reporting.report_lines(),
        "progress_line": reporting.progress_lines(ledger),
        "report_step": reporting.step_lines(),
        "follow_up_action": reporting.action_lines(),
        "assessment": measures.assessment_lines(seed, conduct, runs),
        "assessment_score": measures.score_lines(seed, conduct, runs),
        "incident": outcomes.incident_lines(seed, conduct),
        "entitlement": outcomes.entitlement_lines(seed, persons),
        "return": outcomes.return_lines(seed, persons, lottery),
        "guidance_plan": guidance.plan_lines(seed, persons),
        "contact": guidance.contact_lines(seed, persons),
        "client_review": guidance.review_lines(seed, persons),
    }
