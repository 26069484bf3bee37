"""Clients of the two Bapas: what is planned, which contacts they keep, and how they fare."""

from collections.abc import Iterator
from datetime import timedelta

from data.synthetic.care import NEEDS, guardian
from data.synthetic.chance import Chance
from data.synthetic.custody import TODAY
from data.synthetic.population import Person, Stretch
from data.synthetic.programmes import COURSES
from data.synthetic.writing import Line
from models.codes import ContactKind

KNOWN_DAYS = 240  # how far back contacts were written down
KEPT_SHARE = 0.86
REVIEW_MONTHS = (3, 6, 12, 24)
_GOALS = (
    "Mendapat pekerjaan tetap", "Menyelesaikan pelatihan", "Tinggal bersama keluarga",
    "Menjauhi pergaulan lama", "Mengelola uang dan utang",
)  # fmt: skip
_KINDS = {
    ContactKind.WAJIB_LAPOR: 0.7, ContactKind.KUNJUNGAN_RUMAH: 0.14, ContactKind.TELEPON: 0.1,
    ContactKind.KUNJUNGAN_KERJA: 0.03, ContactKind.KELUARGA: 0.03,
}  # fmt: skip


def _guided(persons: list[Person]) -> Iterator[tuple[Person, Stretch]]:
    for person in persons:
        for stretch in person.history:
            if stretch.guided:
                yield person, stretch


def plan_lines(seed: int, persons: list[Person]) -> Iterator[Line]:
    """The file of plan lines: one to three a client, reviewed every three months."""
    chance = Chance(seed, "guidance plans")
    for person, stretch in _guided(persons):
        for number, need in enumerate(chance.some(NEEDS, chance.between(1, 3)), start=1):
            ended = stretch.end is not None or chance.happens(0.15)
            day = stretch.end or min(stretch.start + timedelta(days=90), TODAY)
            review = TODAY + timedelta(days=chance.between(-30, 80))
            course = next((one for one in COURSES if one.need == need), None)
            yield {
                "kode_unit": stretch.unit, "nomor_induk": person.number,
                "nomor_rencana_bimbingan": number, "kebutuhan": need,
                "tujuan": chance.one_of(_GOALS),
                "unit_program": course.owner if course else None,
                "kode_program": course.code if course else None,
                "nip": guardian(person, stretch),
                "tanggal_tinjau": None if ended else review,
                "tanggal_ditutup": day if ended else None,
                "hasil_bimbingan": "Tercapai" if ended else None,
            }  # fmt: skip


def contact_lines(seed: int, persons: list[Person]) -> Iterator[Line]:
    """The file of contacts: about one a month while under guidance, most of them kept."""
    chance = Chance(seed, "contacts")
    for person, stretch in _guided(persons):
        day = max(stretch.start, TODAY - timedelta(days=KNOWN_DAYS)) + timedelta(
            days=chance.between(3, 25)
        )
        while day <= min(stretch.end or TODAY, TODAY):
            yield {
                "kode_unit": stretch.unit, "nomor_induk": person.number, "tanggal_kontak": day,
                "jenis_kontak": chance.weighted(_KINDS), "ditepati": chance.happens(KEPT_SHARE),
                "nip": guardian(person, stretch), "catatan": None,
            }  # fmt: skip
            day += timedelta(days=chance.between(26, 34))


def review_lines(seed: int, persons: list[Person]) -> Iterator[Line]:
    """The file of looks at clients 3, 6, 12 and 24 months after guidance began."""
    chance = Chance(seed, "client reviews")
    for person, stretch in _guided(persons):
        for months in REVIEW_MONTHS:
            day = stretch.start + timedelta(days=round(months * 30.4))
            if day > min(stretch.end or TODAY, TODAY):
                break
            yield {
                "kode_unit": stretch.unit, "nomor_induk": person.number, "tanggal_tinjauan": day,
                "bulan_ke": months,
                "bekerja": chance.weighted({True: 0.55, False: 0.35, None: 0.1}),
                "wajib_lapor_dipenuhi": chance.weighted({True: 0.8, False: 0.12, None: 0.08}),
                "catatan": None,
            }  # fmt: skip
