"""Two pages for a partner and its donors: its own agreements at its level, no identity."""

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from data.answers.change import ProgrammeChange, behaviour_change
from data.answers.overview import Overview
from data.answers.partners import partner_page
from data.answers.progress import PlanProgress, plan_progress
from data.answers.quarterly import Action, Due, actions, reports_due
from data.disclosure import disclosed
from data.errors import SinergiError
from data.queries import plans
from data.queries.agreement_page import Key
from data.queries.filter import Filter
from data.queries.partners import NAME
from data.queries.terms import agreements_with_terms, is_joint
from data.reports.letterhead import Basis, Letterhead, basis, letterhead
from data.reports.units import unit_name
from models.codes import DisclosureLevel

_LEVEL = DisclosureLevel.MITRA


@dataclass(frozen=True)
class PartnerAgreement:
    """One agreement of the partner: its plan of the year and what is open and due."""

    key: Key
    plan: PlanProgress | None  # None: nobody planned the year
    joint: bool  # several partners: the plan is all of theirs, the counts are its own cohorts'
    open_actions: tuple[Action, ...]
    due: tuple[Due, ...]
    changes: tuple[ProgrammeChange, ...]  # estimates from fewer than 10 people are suppressed


@dataclass(frozen=True)
class PartnerSheet:
    """A partner in one year. Participation is exact, of its own cohorts with data terms alone."""

    letterhead: Letterhead
    partner: Key
    name: str
    office: str  # the unit that keeps the partner
    year: int
    figures: Overview
    agreements: tuple[PartnerAgreement, ...]
    as_of: date
    basis: Basis


def partner_sheet(session: Session, partner: Key, year: int, *, as_of: date) -> PartnerSheet:
    """The partner's own sheet for the year until `as_of`.

    Only agreements whose data terms are valid on `as_of` are told of. Raises `SinergiError` for a
    partner without any, or that is not there.
    """
    period = Filter(date(year, 1, 1), date(year + 1, 1, 1), terms_on=as_of)
    told = list(session.scalars(agreements_with_terms(partner, as_of)))
    known = partner_page(session, period, partner) if told else None
    if known is None:
        raise SinergiError(
            "tanpa_ketentuan_data",
            f"Mitra [{partner.code}] milik [{partner.owner}] tidak ada, atau tidak punya "
            "perjanjian dengan ketentuan data yang berlaku. Catat ketentuannya dahulu.",
            f"Partner [{partner.code}] of [{partner.owner}] is not there, or has no agreement "
            "with valid data terms. Record them first.",
        )
    due, last = reports_due(session, as_of=as_of), min(as_of, date(year, 12, 31))
    return PartnerSheet(
        letterhead=letterhead(session), partner=partner, name=str(known.line[NAME]),
        office=unit_name(session, partner.owner), year=year,
        figures=known.figures,
        agreements=tuple(
            _agreement(session, one, replace(period, partner=partner), last, due) for one in told
        ),
        as_of=as_of, basis=basis(session),
    )  # fmt: skip


def _agreement(
    session: Session, agreement_id: int, period: Filter, last: date, due: tuple[Due, ...]
) -> PartnerAgreement:
    key = Key(*plans.agreement_key(session, agreement_id))
    plan = plans.plan_of_year(session, agreement_id, period.start.year)
    own = replace(period, agreement=key)
    joint = bool(session.scalar(is_joint(agreement_id)))
    only = period.partner if joint else None
    return PartnerAgreement(
        key=key,
        plan=None if plan is None else plan_progress(session, plan, as_of=last, partner=only),
        joint=joint,
        open_actions=tuple(a for a in actions(session, agreement_id) if a.closed_on is None),
        due=tuple(one for one in due if (one.owner, one.code) == key),
        changes=tuple(_told(entry) for entry in behaviour_change(session, own)),
    )


def _told(entry: ProgrammeChange) -> ProgrammeChange:
    """The change as the partner may see it; with it go the means that would give it away."""
    estimate = disclosed(entry.estimate, _LEVEL)
    if estimate.status != "suppressed":
        return replace(entry, estimate=estimate)
    return replace(
        entry, estimate=estimate, pre_mean=None, post_mean=None, started=0, without_post=0,
        ceiling_share=None,
    )  # fmt: skip
