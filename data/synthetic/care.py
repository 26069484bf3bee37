"""Who cares for whom, and what each person needs."""

from collections.abc import Iterator
from datetime import timedelta

from data.synthetic.chance import Chance
from data.synthetic.custody import TODAY
from data.synthetic.places import officers
from data.synthetic.population import Person, Stretch
from data.synthetic.writing import Line
from models.codes import GuardianKind, LegalStatus, NeedSource, RiskLevel

NEEDS = (
    "SIKAP_PIDANA", "PERGAULAN", "KELUARGA", "PENDIDIKAN_KERJA", "EMOSI", "WAKTU_LUANG",
    "TEMPAT_TINGGAL", "KEUANGAN",
)  # fmt: skip
LEVELS = {RiskLevel.RENDAH: 0.35, RiskLevel.SEDANG: 0.45, RiskLevel.TINGGI: 0.2}
REMAND = (LegalStatus.TAHANAN, LegalStatus.ANAK)


def guardian(person: Person, stretch: Stretch) -> str:
    """The officer who cares for the person during this stretch."""
    numbers = officers()[stretch.unit]
    return numbers[person.position % len(numbers)]


def guardianship_lines(persons: list[Person]) -> Iterator[Line]:
    """The file of guardianships: one a stretch, remand apart."""
    for person in persons:
        for stretch in person.history:
            if stretch.status not in REMAND:
                kind = GuardianKind.PK if stretch.guided else GuardianKind.WALI
                yield {
                    "nip": guardian(person, stretch), "nomor_induk": person.number,
                    "jenis_pendampingan": kind, "tanggal_mulai": stretch.start,
                    "tanggal_selesai": stretch.end,
                    "nomor_sk": f"SK-CONTOH-{stretch.unit}-{stretch.start.year}",
                }  # fmt: skip


def need_lines(seed: int, persons: list[Person]) -> Iterator[Line]:
    """The file of needs, assessed soon after the sentence began."""
    chance = Chance(seed, "needs")
    for person in persons:
        sentence = next((s for s in person.history if s.status not in REMAND), None)
        if sentence is None:
            continue
        day = min(sentence.start + timedelta(days=chance.between(5, 45)), TODAY)
        needs = chance.some(NEEDS, chance.between(1, 3))
        if person.offence == "NARKOTIKA":
            needs.append("NARKOBA")
        source = chance.one_of((NeedSource.KRIMINOGENIK, NeedSource.LITMAS))
        number = f"LITMAS-CONTOH-{person.position:05}" if source is NeedSource.LITMAS else None
        for need in needs:
            closes = day + timedelta(days=chance.between(200, 700))
            closed = closes if closes <= TODAY and chance.happens(0.4) else None
            yield {
                "nomor_induk": person.number, "kebutuhan": need, "tanggal_asesmen": day,
                "tingkat": chance.weighted(LEVELS), "sumber_kebutuhan": source,
                "nomor_litmas": number, "tanggal_ditutup": closed,
            }  # fmt: skip
