"""The file of a TPP hearing as a PDF: one page a person, small trends drawn by typst itself."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.documents import parts
from dashboard.documents.rendering import extra_missing
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers.person import Counted, Incident, Need, Person, Place, Right, Score
from data.reports.dossier import Dossier, Dossiers, Trend

KIND = "berkas_tpp"
MOST_NEEDS, MOST_PLACES, MOST_TRENDS, MOST_RIGHTS = 6, 7, 9, 4  # what one page holds
LONGEST = 70  # letters of a name in a cell
_TEMPLATE = Path(__file__).with_suffix(".typ")


def dossier_pdf(report: Dossiers, made_on: date, record: int) -> bytes:
    """An accessible PDF with as many pages as people. Raises `SinergiError` without typst."""
    try:
        from dashboard.documents.drawing import FONT
        from dashboard.documents.pdf import compiled
    except ImportError as error:
        raise extra_missing("PDF") from error
    content = {
        "language": language(), "title": t("berkas_tpp.judul"),
        "author": report.letterhead.office or report.pages[0].office or t("berkas_tpp.judul"),
        "font": [FONT, "Libertinus Serif", "New Computer Modern"],
        "made": [made_on.year, made_on.month, made_on.day],
        "source": parts.source(report.basis, made_on, record), "words": _words(),
        "pages": [_page(report, one) for one in report.pages],
    }  # fmt: skip
    return compiled(_TEMPLATE, content)


def _words() -> dict[str, str]:
    signature = parts.to_sign(t("berkas_tpp.petugas"))
    return {
        "caution": t("berkas_tpp.bukan_keputusan"), "of": t("dokumen.dari"),
        "place": signature.above, "role": signature.role, "signer": signature.below,
    }  # fmt: skip


def _page(report: Dossiers, one: Dossier) -> dict[str, Any]:
    person = one.person
    return {
        "head": asdict(parts.head(report.letterhead, one.office or formats.UNKNOWN)),
        "name": person.name, "facts": _facts(one, report.hearing_on),
        "parts": [
            _needs(person.open_needs), _places(person), _scores(one.trends),
            _incidents(person.incidents), _rights(person.rights),
        ],
    }  # fmt: skip


def _facts(one: Dossier, hearing_on: date | None) -> list[tuple[str, str]]:
    person, here = one.person, one.person.here
    asked = ", ".join(right.kind.label(language()) for right in one.rights) or formats.UNKNOWN
    born = _day(person.birth_date)
    facts = [
        (t("berkas_tpp.nomor_induk"), person.main_number or formats.UNKNOWN),
        (t("berkas_tpp.hak"), asked),
        (t("berkas_tpp.lahir"),
         born if person.age is None else t("berkas_tpp.umur", hari=born, umur=person.age)),
        (t("berkas_tpp.sidang"), _day(hearing_on)),
    ]  # fmt: skip
    if here is None:
        return facts
    days = here.sentence_days
    guardians = ", ".join(name for _, name in person.guardians)
    return [
        *facts,
        (t("berkas_tpp.unit"), here.unit_name),
        (t("berkas_tpp.status"), here.status.label(language())),
        (t("berkas_tpp.tindak_pidana"), here.offence or formats.UNKNOWN),
        (t("berkas_tpp.pidana"),
         formats.UNKNOWN if days is None else t("berkas_tpp.hari", n=_whole(days))),
        (t("berkas_tpp.dua_pertiga"), _day(here.two_thirds_on)),
        (t("berkas_tpp.ekspirasi"), _day(here.expires_on)),
        (t("berkas_tpp.pendamping"), guardians or formats.UNKNOWN),
        (t("berkas_tpp.kehadiran"), _attended(person.attendance)),
    ]  # fmt: skip


def _part(
    title: str, widths: Sequence[float], head: Sequence[str], rows: Sequence[Sequence[Any]],
    notes: Sequence[str], *, most: int,
) -> dict[str, Any]:  # fmt: skip
    """A table of at most `most` rows, and a note on those left out."""
    left = [t("berkas_tpp.lainnya", n=_whole(len(rows) - most))] if len(rows) > most else []
    shown = [[_short(cell) for cell in row] for row in rows[:most]]
    return {
        "title": title, "widths": widths, "head": head, "rows": shown, "notes": [*left, *notes],
    }  # fmt: skip


def _needs(needs: Sequence[Need]) -> dict[str, Any]:
    head = (t("berkas_tpp.kebutuhan"), t("berkas_tpp.tingkat"), t("berkas_tpp.dijawab"))
    rows = [
        (one.label, _label(one.level),
         ", ".join(f"{place.programme} ({_label(place.status)})" for place in one.places)
         or t("berkas_tpp.belum_ada_program"))
        for one in needs
    ]  # fmt: skip
    notes = [] if needs else [t("berkas_tpp.tanpa_kebutuhan")]
    return _part(
        t("berkas_tpp.bagian_kebutuhan"), (4, 1.4, 6), head, rows, notes, most=MOST_NEEDS
    )  # fmt: skip


def _places(person: Person) -> dict[str, Any]:
    head = (t("berkas_tpp.program"), t("berkas_tpp.masa"), t("berkas_tpp.status"),
            t("berkas_tpp.hadir"), t("berkas_tpp.sertifikat"))  # fmt: skip
    rows = [
        (_programme(one), _span(one), _label(one.status), _attended(one.attendance),
         one.certificate or formats.UNKNOWN)
        for one in person.begun
    ]  # fmt: skip
    notes = [] if rows else [t("berkas_tpp.tanpa_program")]
    if person.attendance.unrecorded:
        notes.append(t("berkas_tpp.belum_tercatat", n=_whole(person.attendance.unrecorded)))
    return _part(
        t("berkas_tpp.bagian_program"), (4.2, 3.2, 1.9, 2.4, 2.6), head, rows, notes,
        most=MOST_PLACES,
    )  # fmt: skip


def _programme(one: Place) -> str:
    return f"{one.programme} ({one.partner})" if one.partner else one.programme


def _span(one: Place) -> str:
    if one.ended_on is None:
        return t("berkas_tpp.sejak", hari=_day(one.begun_on))
    return f"{_day(one.begun_on)} – {_day(one.ended_on)}"


def _scores(trends: Sequence[Trend]) -> dict[str, Any]:
    head = (t("berkas_tpp.skala"), t("berkas_tpp.pertama"), t("berkas_tpp.terakhir"),
            t("berkas_tpp.banyaknya"), t("berkas_tpp.tren"))  # fmt: skip
    rows = [
        (_scale(one.first), _score(one.first), _score(one.last) if one.n > 1 else formats.UNKNOWN,
         _whole(one.n), [list(point) for point in one.points])
        for one in trends
    ]  # fmt: skip
    notes = [t("berkas_tpp.catatan_skor") if trends else t("berkas_tpp.tanpa_penilaian")]
    return _part(
        t("berkas_tpp.bagian_penilaian"), (4, 4, 4, 1.2, 2), head, rows, notes, most=MOST_TRENDS
    )  # fmt: skip


def _scale(one: Score) -> str:
    return f"{one.instrument}: {one.scale}" if one.scale else one.instrument


def _score(one: Score) -> str:
    told = one.band or (_label(one.level) if one.level else None)
    value = None if one.score is None else formats.number(one.score, language(), decimals=1)
    return f"{', '.join(part for part in (value, told) if part)} · {_day(one.assessed_on)}"


def _incidents(incidents: Sequence[Incident]) -> dict[str, Any]:
    """One line: how many are proven, how severe, and the last day."""
    notes = [t("berkas_tpp.tanpa_pelanggaran")]
    if incidents:
        severities = dict.fromkeys(one.severity for one in incidents)
        told = ", ".join(
            f"{_label(kind)} {sum(one.severity is kind for one in incidents)}"
            for kind in severities
        )
        notes = [
            t("berkas_tpp.pelanggaran", n=_whole(len(incidents)), rincian=told,
              terbukti=_whole(sum(bool(one.proven) for one in incidents)),
              hari=_day(incidents[0].occurred_on))
        ]  # fmt: skip
    return _part(t("berkas_tpp.bagian_pelanggaran"), (), (), (), notes, most=0)


def _rights(rights: Sequence[Right]) -> dict[str, Any]:
    told = "; ".join(
        t("berkas_tpp.hak_diusulkan", hak=_label(one.kind), hari=_day(one.proposed_on),
          hasil=_label(one.result) if one.result else t("berkas_tpp.belum_disidangkan"))
        for one in rights[:MOST_RIGHTS]
    )  # fmt: skip
    left = len(rights) - MOST_RIGHTS
    more = [t("berkas_tpp.lainnya", n=_whole(left))] if left > 0 else []
    notes = [told or t("berkas_tpp.tanpa_hak"), *more]
    return _part(t("berkas_tpp.bagian_hak"), (), (), (), notes, most=0)


def _attended(counts: Counted) -> str:
    if not counts.expected:
        return formats.UNKNOWN
    share = formats.percent(counts.share, language(), of=counts.expected)
    return t(
        "berkas_tpp.hadir_dari", hadir=_whole(counts.attended),
        diharapkan=_whole(counts.expected), bagian=share,
    )  # fmt: skip


def _short(cell: Any) -> Any:
    if isinstance(cell, str) and len(cell) > LONGEST:
        return f"{cell[: LONGEST - 1]}…"
    return cell


def _day(value: date | None) -> str:
    return formats.short_day(value, language())


def _label(code: Any) -> str:
    return formats.UNKNOWN if code is None else code.label(language())


def _whole(value: float) -> str:
    return formats.number(value, language())
