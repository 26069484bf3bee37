"""What all reports share: the head, the small line at the foot, those who sign."""

from datetime import date

from dashboard.documents.cells import figure_cell
from dashboard.documents.content import Figure, Head, Signature
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data import wording
from data.indicators.declarations import BY_CODE
from data.indicators.estimate import Estimate
from data.reports.letterhead import Basis, Letterhead


def head(paper: Letterhead, office: str) -> Head:
    """The letterhead as it was set; without one, the office alone."""
    lines = tuple(line for line in (paper.ministry, paper.directorate) if line)
    return Head(lines, paper.office or office, paper.address or "")


def source(basis: Basis, made_on: date, record: int | None = None) -> str:
    """The state of the data, the day, and once it is given out the number under which it was."""
    parts = [t("dokumen.data_contoh")] if basis.sample else []
    parts.append(t("dokumen.versi", n=formats.number(basis.data_version, language())))
    parts.append(t("dokumen.dibuat", hari=formats.day(made_on, language())))
    if record is not None:
        parts.append(t("dokumen.catatan", n=record))
    return " · ".join(parts)


def figure(estimate: Estimate) -> Figure:
    """An estimate under its own name, with its sentence and its reservations."""
    spoken = language()
    said = (wording.sentence(estimate, spoken), *wording.caveats(estimate, spoken))
    name = BY_CODE[estimate.name].name.in_language(spoken)
    return Figure(name, figure_cell(estimate), " ".join(said))


def to_sign(role: str, paper: Letterhead | None = None) -> Signature:
    """Room for an official's hand; what the letterhead does not tell is written when it is signed.

    The day always is.
    """
    known = paper or Letterhead()
    above = t("dokumen.tempat", kota=known.city) if known.city else t("dokumen.tempat_tanggal")
    number = known.nip or t("dokumen.titik")
    below = f"{known.signer}\nNIP {number}" if known.signer else t("dokumen.nama_nip")
    return Signature(above, known.position or role, below)


def partner_to_sign() -> Signature:
    """Room for the partner's hand, who has no number."""
    return Signature(t("dokumen.tempat_tanggal"), t("dokumen.mitra"), t("dokumen.nama"))
