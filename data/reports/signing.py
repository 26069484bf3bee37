"""The page of a signing: what was promised that day, and what the rows know of it since."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from data.answers.signing import SignedAgreement, signed_agreements
from data.errors import SinergiError
from data.reports.letterhead import Basis, Letterhead, basis, letterhead


@dataclass(frozen=True)
class SigningPage:
    """The agreements of one day of signing, as they stand on `as_of`."""

    letterhead: Letterhead
    signed_on: date
    as_of: date
    agreements: tuple[SignedAgreement, ...]
    basis: Basis

    @property
    def office(self) -> str:
        """The unit that keeps the first of them."""
        return str(self.agreements[0].row["owner_name"])


def signing_page(session: Session, signed_on: date, *, as_of: date) -> SigningPage:
    """The page of that day. Raises `SinergiError` where nothing was signed on it."""
    found = signed_agreements(session, signed_on, as_of=as_of)
    if not found:
        raise SinergiError(
            "tidak_ada_penandatanganan",
            f"Tidak ada perjanjian yang ditandatangani pada [{signed_on}]. "
            "Lihat tanggalnya di layar Penandatanganan.",
            f"No agreement was signed on [{signed_on}]. See the dates on the screen Signings.",
        )
    return SigningPage(letterhead(session), signed_on, as_of, found, basis(session))
