"""Guidance of clients by a Bapas: what was planned, which contacts were kept, how they fare."""

from typing import ClassVar

import sqlalchemy as sa

from models.base import NIP, PERSON, Sourced, date, rule, unique
from models.codes import ContactKind
from models.columns import Privacy, closed, column, key
from models.people import person_key
from models.programmes import PROGRAMME


class GuidancePlan(Sourced, table=True):
    """One row is one line of a client's guidance plan: a need, what is done, when it is reviewed.

    A person may be a client of several offices over the years; the line carries the office.
    """

    __tablename__ = "guidance_plan"
    called: ClassVar = ("Rencana bimbingan", "Guidance plans")
    __table_args__ = (
        unique("wbp_id", "number"),
        rule("closed_has_result", "(closed_on IS NULL) = (result IS NULL)"),
        sa.Index("ix_guidance_plan_unit_id", "unit_id"),
    )
    natural_key: ClassVar = ("wbp_id", "number")

    wbp_id: int = person_key()
    unit_id: int = key("Bapas", "Bapas", target="unit", path=PERSON[:1], foreign_key="unit.id")
    number: int = column(
        "Nomor rencana", "Plan number", heading="nomor_rencana_bimbingan",
        english="guidance_number", minimum=1,
    )  # fmt: skip
    need: str | None = column(
        "Kebutuhan", "Need", Privacy.SENSITIVE, heading="kebutuhan", english="need",
        codes="kebutuhan", default=None,
    )  # fmt: skip
    goal: str | None = column(
        "Tujuan", "Goal", Privacy.SENSITIVE, heading="tujuan", english="goal", max_length=500,
        default=None,
    )  # fmt: skip
    programme_id: int | None = key(
        "Program", "Programme", target="programme", path=PROGRAMME, default=None,
        foreign_key="programme.id",
    )  # fmt: skip
    officer_id: int | None = key(
        "PK", "Counsellor", Privacy.IDENTIFIER, target="officer", path=(NIP,), default=None,
        foreign_key="officer.id",
    )  # fmt: skip
    review_on: date | None = column(
        "Ditinjau pada", "Review on", Privacy.QUASI, heading="tanggal_tinjau",
        english="review_on", default=None,
    )  # fmt: skip
    closed_on: date | None = column(
        "Ditutup pada", "Closed on", Privacy.QUASI, heading="tanggal_ditutup",
        english="closed_on", past=True, default=None,
    )  # fmt: skip
    result: str | None = column(
        "Hasil", "Result", Privacy.SENSITIVE, heading="hasil_bimbingan",
        english="guidance_result", max_length=500, default=None,
    )  # fmt: skip


class Contact(Sourced, table=True):
    """One row is one contact with a client that was due or took place.

    `kept` is empty while it is not known whether the client came or was met.
    """

    __tablename__ = "contact"
    called: ClassVar = ("Kontak klien", "Client contacts")
    __table_args__ = (
        unique("wbp_id", "held_on", "kind"),
        sa.Index("ix_contact_unit_id_held_on", "unit_id", "held_on"),
    )
    natural_key: ClassVar = ("wbp_id", "held_on", "kind")

    wbp_id: int = person_key()
    unit_id: int = key("Bapas", "Bapas", target="unit", path=PERSON[:1], foreign_key="unit.id")
    held_on: date = column(
        "Tanggal kontak", "Contact on", Privacy.QUASI, heading="tanggal_kontak",
        english="contact_on",
    )  # fmt: skip
    kind: ContactKind = column(
        "Jenis kontak", "Contact kind", heading="jenis_kontak", english="contact_kind",
        sa_type=closed(ContactKind, "kind"),
    )  # fmt: skip
    kept: bool | None = column(
        "Ditepati", "Kept", Privacy.SENSITIVE, heading="ditepati", english="kept", default=None
    )
    officer_id: int | None = key(
        "PK", "Counsellor", Privacy.IDENTIFIER, target="officer", path=(NIP,), default=None,
        foreign_key="officer.id",
    )  # fmt: skip
    note: str | None = column(
        "Catatan", "Note", Privacy.SENSITIVE, heading="catatan", english="note", max_length=300,
        default=None,
    )  # fmt: skip


class ClientReview(Sourced, table=True):
    """One row is one look at how a client fares, so many months after release.

    Working or not, and whether the duty to report was met, stay empty while they are not known.
    """

    __tablename__ = "client_review"
    called: ClassVar = ("Tinjauan klien", "Client reviews")
    __table_args__ = (
        unique("wbp_id", "reviewed_on"),
        sa.Index("ix_client_review_unit_id", "unit_id"),
    )
    natural_key: ClassVar = ("wbp_id", "reviewed_on")

    wbp_id: int = person_key()
    unit_id: int = key("Bapas", "Bapas", target="unit", path=PERSON[:1], foreign_key="unit.id")
    reviewed_on: date = column(
        "Ditinjau pada", "Reviewed on", Privacy.QUASI, heading="tanggal_tinjauan",
        english="reviewed_on", past=True,
    )  # fmt: skip
    months: int = column(
        "Bulan setelah bebas", "Months after release", Privacy.QUASI, heading="bulan_ke",
        english="month_number", unit="bulan", minimum=0, maximum=240,
    )  # fmt: skip
    working: bool | None = column(
        "Bekerja", "Working", Privacy.SENSITIVE, heading="bekerja", english="working",
        default=None,
    )  # fmt: skip
    reporting_met: bool | None = column(
        "Wajib lapor dipenuhi", "Reporting duty met", Privacy.SENSITIVE,
        heading="wajib_lapor_dipenuhi", english="reporting_met", default=None,
    )  # fmt: skip
    note: str | None = column(
        "Catatan", "Note", Privacy.SENSITIVE, heading="catatan", english="note", max_length=300,
        default=None,
    )  # fmt: skip
