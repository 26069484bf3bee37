"""Under which agreements a partner may be told about its participants today."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from data.queries.tables import agreement, agreement_party, cohort, partner, unit
from models.codes import AgreementStage, PartyRole


def agreements_with_terms(key: tuple[str, str], today: date) -> "sa.Select[Any]":
    """Ids of signed agreements of a partner (owner, code) whose data terms are valid today.

    The terms of an addendum hold for the agreement above it too.
    """
    return (
        sa.select(agreement.c.id)
        .join(agreement_party, agreement_party.c.agreement_id == agreement.c.id)
        .where(_has_terms(today), agreement_party.c.partner_id == partner_id(key))
    )


def partners_to_tell(today: date) -> "sa.Select[Any]":
    """Owner, code and name of each partner with such an agreement, by name."""
    told = (
        sa.select(agreement_party.c.partner_id)
        .join(agreement, agreement.c.id == agreement_party.c.agreement_id)
        .where(_has_terms(today))
    )
    return (
        sa.select(unit.c.code, partner.c.code, partner.c.name)
        .join(unit, unit.c.id == partner.c.owner_id)
        .where(partner.c.id.in_(told))
        .order_by(partner.c.name, unit.c.code, partner.c.code)
    )


def terms_of_partners(today: date) -> "sa.Select[Any]":
    """Each partner by name: owner, code, name, what it may be told today, and why not if not.

    The last columns: whether it may be told; how many agreements it is a party of; how many of
    these are signed; and the last day on which data terms of a signed one were valid.
    """
    signed = agreement.c.stage == AgreementStage.DITANDATANGANI
    return (
        sa.select(
            unit.c.code, partner.c.code, partner.c.name,
            sa.func.count(sa.case((_has_terms(today), 1))) > 0,
            sa.func.count(agreement.c.id), sa.func.count(sa.case((signed, 1))),
            sa.func.max(sa.case((signed, agreement.c.data_until))),
        )
        .join(unit, unit.c.id == partner.c.owner_id)
        .outerjoin(agreement_party, agreement_party.c.partner_id == partner.c.id)
        .outerjoin(agreement, agreement.c.id == agreement_party.c.agreement_id)
        .group_by(unit.c.code, partner.c.code, partner.c.name)
        .order_by(partner.c.name, unit.c.code, partner.c.code)
    )  # fmt: skip


def _has_terms(today: date) -> "sa.ColumnElement[bool]":
    addendum = agreement.alias("addendum")
    above = sa.select(addendum.c.parent_id).where(
        addendum.c.stage == AgreementStage.DITANDATANGANI, addendum.c.data_until >= today
    )
    return sa.and_(
        agreement.c.stage == AgreementStage.DITANDATANGANI,
        sa.or_(agreement.c.data_until >= today, agreement.c.id.in_(above)),
    )


def is_joint(agreement_id: int) -> "sa.Select[Any]":
    """Whether the agreement, its addenda included, binds more than one partner."""
    return (
        sa.select(sa.func.count(agreement_party.c.partner_id.distinct()) > 1)
        .join(agreement, agreement.c.id == agreement_party.c.agreement_id)
        .where(
            sa.or_(agreement.c.id == agreement_id, agreement.c.parent_id == agreement_id),
            agreement_party.c.role == PartyRole.PIHAK,
        )
    )


def partner_cohorts(key: tuple[str, str], today: date) -> "sa.Select[Any]":
    """Ids of the cohorts of a partner that run under an agreement with valid data terms."""
    return sa.select(cohort.c.id).where(
        cohort.c.partner_id == partner_id(key),
        cohort.c.agreement_id.in_(agreements_with_terms(key, today)),
    )


def partner_id(key: tuple[str, str]) -> Any:
    """The id of a partner (owner, code), for a condition."""
    return (
        sa.select(partner.c.id)
        .join(unit, unit.c.id == partner.c.owner_id)
        .where(unit.c.code == key[0], partner.c.code == key[1])
        .scalar_subquery()
    )
