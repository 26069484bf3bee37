"""The house itself: open code lists, settings, accounts and the state of the database."""

from typing import ClassVar

from sqlmodel import UTCDateTime

from models.base import Row, Sourced, datetime, rule, unique
from models.codes import AccountRole, DatabaseMode
from models.columns import Privacy, closed, column, internal


class Code(Sourced, table=True):
    """One row is an entry of an open list (a field, a kind, a reason, a need).

    Entered by `sinergi init` from data/reference and by an officer afterwards. It cannot tell
    whether the ministry uses the same wording unless `verified` says so.
    """

    __tablename__ = "code"
    called: ClassVar = ("Daftar kode", "Code lists")
    __table_args__ = (unique("list", "code"),)
    natural_key: ClassVar = ("list", "code")

    list: str = column("Daftar", "List", heading="daftar", english="list", max_length=40)
    code: str = column("Kode", "Code", heading="kode", english="code", max_length=40)
    label_id: str = column(
        "Label", "Label (Indonesian)", heading="label_id", english="label_id", max_length=200
    )
    label_en: str = column(
        "Label Inggris", "Label (English)", heading="label_en", english="label_en", max_length=200
    )
    order: int = column("Urutan", "Order", heading="urutan", english="order", default=0)
    active: bool = column("Aktif", "Active", heading="aktif", english="active", default=True)
    source: str | None = column(
        "Sumber", "Source", heading="sumber", english="source", default=None, max_length=500
    )
    verified: bool = column(
        "Terverifikasi", "Verified", heading="terverifikasi", english="verified", default=False
    )


class Account(Row, table=True):
    """One row is somebody who may come in. Until access rules exist: the local officer only."""

    __tablename__ = "account"
    called: ClassVar = ("Akun", "Accounts")
    __table_args__ = (
        unique("login"),
        rule("unit_or_partner", "unit_id IS NULL OR partner_id IS NULL"),
    )
    natural_key: ClassVar = ("login",)

    login: str = internal("Nama masuk", "Login", Privacy.IDENTIFIER, max_length=80)
    role: AccountRole = internal("Peran", "Role", sa_type=closed(AccountRole, "role"))
    unit_id: int | None = internal("Unit", "Unit", default=None, foreign_key="unit.id")
    partner_id: int | None = internal("Mitra", "Partner", default=None, foreign_key="partner.id")
    active: bool = internal("Aktif", "Active", default=True)


class Setting(Row, table=True):
    """One row is one setting: letterhead, date format, the answers given to `init --nyata`."""

    __tablename__ = "setting"
    called: ClassVar = ("Pengaturan", "Settings")
    __table_args__ = (unique("key"),)
    natural_key: ClassVar = ("key",)

    key: str = internal("Kunci", "Key", max_length=80)
    value: str = internal("Nilai", "Value", max_length=2000)


class DatabaseState(Row, table=True):
    """One row is the state of this database; there is only one.

    `data_version` grows with every write, so that what was computed can be told from what is.
    """

    __tablename__ = "database_state"
    called: ClassVar = ("Keadaan basis data", "Database state")
    __table_args__ = (rule("only_one", "id = 1"),)
    natural_key: ClassVar = ("id",)

    mode: DatabaseMode = internal("Mode", "Mode", sa_type=closed(DatabaseMode, "mode"))
    unit_id: int | None = internal(
        "Unit pemilik", "Owning unit", default=None, foreign_key="unit.id"
    )
    data_version: int = internal("Versi data", "Data version", default=0)
    last_backup_at: datetime | None = internal(
        "Cadangan terakhir", "Last backup", default=None, sa_type=UTCDateTime
    )
