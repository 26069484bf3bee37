"""Histories: remand, sentence, transfers, release, guidance; and the files that tell them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from data.synthetic.chance import Chance
from data.synthetic.places import BAPAS, CHILDREN, LAPAS_ONE, LAPAS_THREE, LAPAS_TWO, REMAND
from data.synthetic.population import Person, Stretch, population
from data.synthetic.writing import Line
from models.codes import LegalStatus, RegisterKind

TODAY = date(2026, 6, 30)  # the last day that the sample data know
LOTTERY_RELEASES = (date(2024, 9, 20), date(2024, 12, 20))
_REGISTER_TEXT = {
    RegisterKind.A_III: "A.III", RegisterKind.B_I: "B.I", RegisterKind.B_IIA: "B.IIA",
    RegisterKind.KLIEN: "KL",
}  # fmt: skip


@dataclass
class Registers:
    """Hands out register numbers: unique in a unit, register and year."""

    _given: Counter[tuple[str, RegisterKind, int]] = field(default_factory=Counter)

    def next(self, unit: str, kind: RegisterKind, day: date) -> str:
        """The next number of this register."""
        key = (unit, kind, day.year)
        self._given[key] += 1
        return f"{_REGISTER_TEXT[kind]}.{self._given[key]:04}/{day.year}"


@dataclass(frozen=True)
class Case:
    """The days that shape one history."""

    arrested: date
    sentenced: date
    days: int

    @property
    def two_thirds(self) -> date:
        """When two thirds are served."""
        return self.arrested + timedelta(days=round(self.days * 2 / 3))

    @property
    def expires(self) -> date:
        """When the whole sentence is served."""
        return self.arrested + timedelta(days=self.days)


def people_with_histories(seed: int, people: int) -> list[Person]:
    """The fictional people, each with a history up to TODAY."""
    chance, registers = Chance(seed, "custody"), Registers()
    persons = population(seed, people)
    for person in persons:
        case = _case(chance, person)
        youngest = 14 * 365 if person.child else 18 * 365 + 10
        oldest = 16 * 365 if person.child else 55 * 365
        age = chance.between(youngest, oldest)
        person.born = case.arrested - timedelta(days=age)
        person.history = _cut(list(_stretches(chance, registers, person, case)))
    return persons


def _case(chance: Chance, person: Person) -> Case:
    days = chance.between(200, 600) if person.child else int(min(5500, max(
        400, chance.random.lognormvariate(7.15, 0.5))))  # fmt: skip
    if person.in_lottery:
        days = chance.between(900, 2400)
        arrested = chance.day(*LOTTERY_RELEASES) - timedelta(days=round(days * 2 / 3))
    else:
        arrested = chance.day(date(2021, 9, 1), date(2026, 4, 30))
    remand = chance.between(20, 60) if person.child else chance.between(70, 200)
    return Case(arrested, arrested + timedelta(days=remand), days)


def _stretches(
    chance: Chance, registers: Registers, person: Person, case: Case
) -> Iterator[Stretch]:
    before = CHILDREN.code if person.child else REMAND.code
    detained = LegalStatus.ANAK if person.child else LegalStatus.TAHANAN
    kind = RegisterKind.A_III
    yield Stretch(before, detained, case.arrested, case.sentenced, "STATUS_BERUBAH", kind,
                  registers.next(before, kind, case.arrested))  # fmt: skip
    moves = list(_moves(chance, person, case))
    reason, released = _release(chance, person, case)
    for (unit, start), following in zip(moves, [*moves[1:], None], strict=True):
        end = following[1] if following else released
        yield _sentence(registers, person, case, unit, start, end,
                        "PINDAH" if following else reason)  # fmt: skip
    if reason in ("PB", "CB", "CMB"):
        yield _guidance(chance, registers, person, case, released)


def _moves(chance: Chance, person: Person, case: Case) -> Iterator[tuple[str, date]]:
    """Where the sentence is served, and from which day."""
    if person.child:
        yield CHILDREN.code, case.sentenced
        return
    arrival = case.sentenced + timedelta(days=chance.between(10, 40))
    yield REMAND.code, case.sentenced
    yield person.home, arrival
    others = [u.code for u in (LAPAS_ONE, LAPAS_TWO, LAPAS_THREE) if u.code != person.home]
    may_move = person.home in (LAPAS_ONE.code, LAPAS_TWO.code, LAPAS_THREE.code)
    halfway = case.arrested + timedelta(days=case.days // 2)
    if may_move and not person.in_lottery and halfway > arrival and chance.happens(0.2):
        yield chance.one_of(others), halfway


def _release(chance: Chance, person: Person, case: Case) -> tuple[str, date]:
    if person.in_lottery:
        return "PB", case.two_thirds
    way = chance.weighted({"PB": 0.55, "CB": 0.12, "BEBAS_MURNI": 0.3, "CMB": 0.02,
                           "MENINGGAL": 0.009, "MELARIKAN_DIRI": 0.001})  # fmt: skip
    day = case.expires if way == "BEBAS_MURNI" else case.two_thirds
    return way, max(day, case.sentenced + timedelta(days=60))


def _sentence(
    registers: Registers, person: Person, case: Case, unit: str, start: date, end: date,
    reason: str,
) -> Stretch:  # fmt: skip
    status = LegalStatus.ANAK_BINAAN if person.child else LegalStatus.NARAPIDANA
    kind = RegisterKind.B_I if case.days > 365 else RegisterKind.B_IIA
    number = registers.next(unit, kind, start)
    return Stretch(unit, status, start, end, reason, kind, number, case.days, case.two_thirds,
                   case.expires)  # fmt: skip


def _guidance(
    chance: Chance, registers: Registers, person: Person, case: Case, released: date
) -> Stretch:
    """Guidance at a Bapas until the sentence is over; some begin it while still held."""
    unit, kind = chance.one_of(BAPAS).code, RegisterKind.KLIEN
    status = LegalStatus.KLIEN_ANAK if person.child else LegalStatus.KLIEN_DEWASA
    early = not person.in_lottery and chance.happens(0.08)
    start = released - timedelta(days=45) if early else released
    end = max(case.expires, released + timedelta(days=90))
    return Stretch(unit, status, start, end, "SELESAI_BIMBINGAN", kind,
                   registers.next(unit, kind, start), case.days, None, end)  # fmt: skip


def _cut(history: list[Stretch]) -> list[Stretch]:
    """What is known on TODAY: later stretches are not, and open ones have no end."""
    return [
        replace(s, end=None, reason=None) if s.end is not None and s.end > TODAY else s
        for s in history if s.start <= TODAY
    ]  # fmt: skip


def wbp_lines(persons: list[Person]) -> Iterator[Line]:
    """The file of people: one line a person, unit and register number."""
    for person in persons:
        for stretch in person.history:
            yield {
                "kode_unit": stretch.unit, "nomor_induk": person.number,
                "nomor_register": stretch.number, "nama": person.name, "alias": None,
                "jenis_kelamin": person.sex, "tanggal_lahir": person.born,
                "kewarganegaraan": person.citizenship, "pendidikan": person.education,
                "kode_provinsi_asal": person.province,
            }  # fmt: skip


def custody_lines(persons: list[Person]) -> Iterator[Line]:
    """The file of stretches."""
    for person in persons:
        for stretch in person.history:
            yield {
                "kode_unit": stretch.unit, "nomor_induk": person.number,
                "nomor_register": stretch.number, "status_hukum": stretch.status,
                "tanggal_mulai": stretch.start, "tanggal_selesai": stretch.end,
                "alasan_keluar": stretch.reason, "jenis_register": stretch.register,
                "id_perkara": f"PKR-{person.position:06}",
                "kelompok_tindak_pidana": person.offence,
                "lama_pidana_hari": stretch.sentence,
                "tanggal_dua_pertiga": stretch.two_thirds,
                "tanggal_ekspirasi": stretch.expires,
            }  # fmt: skip
