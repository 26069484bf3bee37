"""What a partner is given: how its own participants take part, by participant number."""

from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.disclosure import disclosed, may_show
from data.errors import SinergiError
from data.exporting.flattening import Field, fields_of, file_query
from data.exporting.joined import attendance_by_session, participants
from data.exporting.requests import ExportRequest
from data.exporting.shapes import Dataset, Query, Rows, Shaped, made, stored
from data.queries.filter import Filter
from data.queries.terms import agreements_with_terms, partner_cohorts
from models.codes import DatabaseMode, DisclosureLevel

if TYPE_CHECKING:
    from data.answers.change import ProgrammeChange

_TABLES = models.metadata.tables
_LEVEL = DisclosureLevel.MITRA
_EVER = Filter(date.min, date.max)

_OUTCOME = (
    stored("agreement", "code"), stored("programme", "code"), stored("programme", "name"),
    stored("instrument_scale", "code"), stored("instrument", "version"),
    made(("jumlah_pasangan", "pairs"), ("Orang dengan nilai awal dan akhir",
         "People measured before and after"), unit="orang"),
    made(("rata_awal", "mean_before"), ("Rata-rata awal", "Mean before"), kind=sa.Float),
    made(("rata_akhir", "mean_after"), ("Rata-rata akhir", "Mean after"), kind=sa.Float),
    made(("perubahan", "change"), ("Perubahan rata-rata, + lebih baik", "Mean change, + is better"),
         kind=sa.Float),
    made(("batas_bawah", "low"), ("Batas bawah 95 %", "Lower limit, 95 %"), kind=sa.Float),
    made(("batas_atas", "high"), ("Batas atas 95 %", "Upper limit, 95 %"), kind=sa.Float),
    made(("disembunyikan", "hidden"), ("Disembunyikan (kurang dari 10 orang)",
         "Hidden (fewer than 10 people)"), kind=sa.Boolean),
)  # fmt: skip


def check_terms(session: Session, request: ExportRequest, dataset: Dataset) -> None:
    """Raises `SinergiError` unless the partner may be given `dataset` today."""
    owner, code = request.partner or ("", "")
    known = agreements_with_terms((owner, code), request.day)
    if session.scalar(known.limit(1)) is None:
        raise SinergiError(
            "tanpa_ketentuan_data",
            f"Tidak ada perjanjian mitra [{owner}/{code}] yang ditandatangani dengan ketentuan "
            "data (peran, dasar hukum, masa akses) yang berlaku hari ini. Catat ketentuan itu "
            "pada perjanjiannya dahulu.",
            f"No signed agreement of partner [{owner}/{code}] has data terms (role, legal basis, "
            "until) valid today. Record them at the agreement first.",
        )
    state = session.get_one(models.DatabaseState, 1)
    if state.mode is DatabaseMode.NYATA and dataset.of_persons:
        raise SinergiError(
            "mitra_per_orang",
            "Mode satu petugas: berkas per orang belum dapat diberikan kepada mitra. "
            "Yang dapat diberikan: programme_session, hasil_mitra.",
            "Single officer mode: files about single persons cannot be given to partners yet. "
            "These can: programme_session, hasil_mitra.",
        )


def partner_datasets(partner: tuple[str, str], today: date) -> tuple[Dataset, ...]:
    """The datasets of a partner: rows of cohorts under agreements with data terms, and outcomes."""
    return (
        _participants(partner, today),
        _attendance(partner, today),
        _sessions(partner, today),
        _outcomes(partner, today),
    )


def _shown(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(one for one in fields if may_show(one.column, one.declaration, _LEVEL))


def _participants(partner: tuple[str, str], today: date) -> Dataset:
    whole = participants(state=True)
    query = _of_partner(whole, _TABLES["enrolment"].c.cohort_id, (partner, today))
    return Dataset(whole.name, whole.called, _shown(whole.fields), query, of_persons=True)


def _attendance(partner: tuple[str, str], today: date) -> Dataset:
    """A mark tells why somebody stayed away (illness, a hearing); a partner sees that they did."""
    whole = attendance_by_session(marks=True)
    query = _of_partner(whole, _TABLES["programme_session"].c.cohort_id, (partner, today))
    return Dataset(whole.name, whole.called, _shown(whole.fields), query, of_persons=True)


def _of_partner(whole: Dataset, cohort: Any, whose: tuple[tuple[str, str], date]) -> Query:
    fields = _shown(whole.fields)

    def query(filter: Filter | None) -> "sa.Select[Any]":
        chosen = whole.query(filter).where(cohort.in_(partner_cohorts(*whose)))
        places = {column.name: column for column in chosen.selected_columns}
        return chosen.with_only_columns(*(places[field.heading.id] for field in fields))

    return query


def _sessions(partner: tuple[str, str], today: date) -> Dataset:
    name = "programme_session"
    fields = _shown(tuple(fields_of(name)))

    def query(filter: Filter | None) -> "sa.Select[Any]":
        chosen = file_query(
            name, filter, only=lambda base: base.c.cohort_id.in_(partner_cohorts(partner, today))
        )
        places = {column.name: column for column in chosen.selected_columns}
        return chosen.with_only_columns(*(places[field.heading.id] for field in fields))

    return Dataset(name, models.classes[name].called, fields, query)


def _outcomes(partner: tuple[str, str], today: date) -> Dataset:
    """How conduct changed by programme; from 10 people on, never about a single one."""

    def query(_filter: Filter | None) -> "sa.Select[Any]":
        agreement, unit = _TABLES["agreement"], _TABLES["unit"]
        return (
            sa.select(unit.c.code, agreement.c.code)
            .join(unit, unit.c.id == agreement.c.owner_id)
            .where(agreement.c.id.in_(agreements_with_terms(partner, today)))
            .order_by(unit.c.code, agreement.c.code)
        )

    def shape(session: Session, request: ExportRequest, agreements: Rows) -> Shaped:
        from data.answers.change import behaviour_change  # scipy: no other file needs it

        within = request.filter or _EVER
        return Shaped([
            (code, *_outcome(entry))
            for owner, code in agreements
            for entry in behaviour_change(session, _under(within, (owner, code), partner))
        ])  # fmt: skip

    called = ("Perubahan sikap peserta mitra", "Change of conduct of the partner's participants")
    return Dataset("hasil_mitra", called, _OUTCOME, query, shape=shape)


def _under(filter: Filter, agreement: tuple[str, str], partner: tuple[str, str]) -> Filter:
    return Filter(filter.start, filter.end, filter.unit, filter.field, agreement, partner)


def _outcome(entry: "ProgrammeChange") -> tuple[Any, ...]:
    shown = disclosed(entry.estimate, _LEVEL)
    hidden = shown.status == "suppressed"
    means = (None, None) if hidden else (entry.pre_mean, entry.post_mean)
    return (
        entry.programme_code, entry.programme_name, entry.scale_code, entry.instrument_version,
        None if hidden else shown.n, *means, shown.value, shown.low, shown.high, hidden,
    )  # fmt: skip
