"""What happened to people: Register F, rights, and new offences after release."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

from data.synthetic.chance import Chance
from data.synthetic.cohorts import Run
from data.synthetic.custody import TODAY
from data.synthetic.measures import serving
from data.synthetic.population import Person
from data.synthetic.scores import Conduct
from data.synthetic.writing import Line
from models.codes import EnrolmentStatus, EntitlementKind, HearingResult, ReturnKind, Severity

RETURN_SHARE = 0.13  # of those in no lottery
DRAWN_SHARE, NOT_DRAWN_SHARE = 0.15, 0.30  # return within 12 months: the true difference is -15
INCIDENTS_A_YEAR = 0.18
_BEFORE_RELEASE = {"PB": EntitlementKind.PB, "CB": EntitlementKind.CB, "CMB": EntitlementKind.CMB}


def incident_lines(seed: int, conduct: Conduct) -> Iterator[Line]:
    """The file of incidents: the lower somebody's lasting conduct, the more of them."""
    chance = Chance(seed, "incidents")
    for person in conduct.persons:
        rate = INCIDENTS_A_YEAR * math.exp((58.0 - conduct.level[person.position]) / 14)
        day = person.history[0].start
        while True:
            day += timedelta(days=1 + int(chance.random.expovariate(rate / 365)))
            if day > TODAY:
                break
            here = next((s for s in person.history if not s.guided and s.covers(day)), None)
            if here is not None and day >= date(2023, 1, 1):
                yield _incident(chance, person, here.unit, day)


def _incident(chance: Chance, person: Person, unit: str, day: date) -> Line:
    proven = chance.weighted({True: 0.8, False: 0.08, None: 0.12})
    sanctions = ("PERINGATAN", "TUTUPAN_SUNYI", "TUNDA_HAK", "REGISTER_F")
    return {
        "kode_unit": unit, "nomor_induk": person.number, "tanggal_kejadian": day,
        "nomor_kejadian": 1,
        "berat_pelanggaran": chance.weighted(
            {Severity.RINGAN: 0.55, Severity.SEDANG: 0.33, Severity.BERAT: 0.12}),
        "terbukti": proven, "hukuman_disiplin": chance.one_of(sanctions) if proven else None,
    }  # fmt: skip


def entitlement_lines(seed: int, persons: list[Person]) -> Iterator[Line]:
    """The file of rights: remission every August, and what preceded release."""
    chance = Chance(seed, "entitlements")
    for person in persons:
        for year in (2024, 2025, 2026):
            proposed = date(year, 6, 1) + timedelta(days=chance.between(0, 25))
            here = serving(person, proposed)
            if here is not None and proposed <= TODAY and chance.happens(0.6):
                yield _right(chance, person, here.unit, EntitlementKind.REMISI, proposed,
                             date(year, 8, 17))  # fmt: skip
        for stretch in person.history:
            kind = _BEFORE_RELEASE.get(stretch.reason or "")
            if kind is not None and stretch.end is not None and not stretch.guided:
                proposed = stretch.end - timedelta(days=chance.between(60, 120))
                yield _right(chance, person, stretch.unit, kind, proposed,
                             stretch.end - timedelta(days=5), granted=True)  # fmt: skip


def _right(
    chance: Chance, person: Person, unit: str, kind: EntitlementKind, proposed: date,
    decided: date, *, granted: bool = False,
) -> Line:  # fmt: skip
    hearing = proposed + timedelta(days=chance.between(7, 30))
    result = HearingResult.DISETUJUI if granted else chance.weighted({
        HearingResult.DISETUJUI: 0.9, HearingResult.DITUNDA: 0.06, HearingResult.DITOLAK: 0.04,
    })  # fmt: skip
    heard = hearing <= TODAY
    done = heard and decided <= TODAY and result is HearingResult.DISETUJUI
    return {
        "kode_unit": unit, "nomor_induk": person.number, "jenis_hak": kind,
        "tanggal_usulan": proposed, "tanggal_sidang": hearing if heard else None,
        "hasil_sidang": result if heard else None,
        "nomor_sk": f"SK-CONTOH-{kind}-{person.position:05}-{proposed.year}" if done else None,
        "tanggal_keputusan": decided if done else None,
    }  # fmt: skip


def return_lines(seed: int, persons: list[Person], lottery: Run) -> Iterator[Line]:
    """The file of returns: exactly the stated shares of both arms of the lottery, and others."""
    chance = Chance(seed, "returns")
    arms: dict[bool, list[Person]] = {True: [], False: []}
    for seat in lottery.seats:
        if seat.person is not None:
            arms[seat.status is not EnrolmentStatus.TIDAK_TERUNDI].append(seat.person)
    for drawn, share in ((True, DRAWN_SHARE), (False, NOT_DRAWN_SHARE)):
        for person in chance.some(arms[drawn], round(len(arms[drawn]) * share)):
            released = person.released_on
            if released is not None:
                offence = released + timedelta(days=chance.between(20, 350))
                proven = offence + timedelta(days=chance.between(30, 150))
                yield _return(person, offence, proven, ReturnKind.PIDANA_BARU)
    for person in persons:
        if not person.in_lottery and person.released_on and chance.happens(RETURN_SHARE):
            yield from _other_return(chance, person, person.released_on)


def _other_return(chance: Chance, person: Person, released: date) -> Iterator[Line]:
    offence = released + timedelta(days=chance.between(30, 550))
    proven = offence + timedelta(days=chance.between(30, 200))
    kind = chance.weighted({
        ReturnKind.PIDANA_BARU: 0.65, ReturnKind.PENANGKAPAN: 0.25, ReturnKind.PENCABUTAN: 0.1,
    })  # fmt: skip
    if offence > TODAY:
        return
    if kind is ReturnKind.PIDANA_BARU and proven <= TODAY:
        yield _return(person, offence, proven, kind)
    elif kind is ReturnKind.PENCABUTAN:
        yield _return(person, offence, None, kind)
    else:
        yield _return(person, offence, None, ReturnKind.PENANGKAPAN)


def _return(person: Person, offence: date, proven: date | None, kind: ReturnKind) -> Line:
    return {
        "nomor_induk": person.number, "tanggal_tindak_pidana": offence,
        "tanggal_putusan": proven, "jenis_pengulangan": kind,
    }  # fmt: skip
