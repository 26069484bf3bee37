"""Fictional people: who they are, and how many of each kind."""

from dataclasses import dataclass, field
from datetime import date

from data.synthetic.chance import Chance
from data.synthetic.places import CHILDREN, INSTITUTIONS, LAPAS_TWO, WOMEN
from models.codes import LegalStatus, RegisterKind, Sex

WOMEN_SHARE, CHILD_SHARE, NARCOTICS_SHARE = 0.047, 0.01, 0.52
LOTTERY_SHARE = 0.08  # held at one unit, all in the draw of one cohort

MEN_NAMES = (
    "Budi", "Agus", "Andi", "Dedi", "Eko", "Hadi", "Joko", "Rudi", "Slamet", "Wahyu", "Yusuf",
    "Bayu", "Made", "Togar", "Daniel",
)  # fmt: skip
WOMEN_NAMES = ("Siti", "Dewi", "Rina", "Wati", "Ayu", "Maria", "Nur", "Lina", "Sri", "Putri")
OFFENCES = {
    "NARKOTIKA": NARCOTICS_SHARE, "PENCURIAN": 0.16, "PERLINDUNGAN_ANAK": 0.08,
    "PENIPUAN": 0.06, "PENGANIAYAAN": 0.05, "PEMBUNUHAN": 0.04, "KESUSILAAN": 0.03,
    "KORUPSI": 0.02, "LALU_LINTAS": 0.01, "TERORISME": 0.003, "LAINNYA": 0.027,
}  # fmt: skip
EDUCATION = {
    "SMP": 0.3,
    "SMA": 0.34,
    "SD": 0.24,
    "TIDAK_SEKOLAH": 0.05,
    "DIPLOMA": 0.02,
    "SARJANA": 0.05,
}
PROVINCES = {
    "32": 0.3,
    "33": 0.24,
    "73": 0.12,
    "31": 0.1,
    "35": 0.08,
    "36": 0.06,
    "12": 0.05,
    "51": 0.05,
}


@dataclass(frozen=True)
class Stretch:
    """One legal status at one unit, from `start` until `end` (None: still going on)."""

    unit: str
    status: LegalStatus
    start: date
    end: date | None
    reason: str | None
    register: RegisterKind
    number: str
    sentence: int | None = None
    two_thirds: date | None = None
    expires: date | None = None

    @property
    def guided(self) -> bool:
        """Whether this is guidance at a Bapas."""
        return self.status in (LegalStatus.KLIEN_DEWASA, LegalStatus.KLIEN_ANAK)

    def covers(self, day: date) -> bool:
        """Whether the person is here on this day; the day they leave is not counted."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass
class Person:
    """One fictional person and the stretches of their history."""

    position: int
    name: str
    sex: Sex
    child: bool
    in_lottery: bool
    offence: str
    education: str
    province: str
    citizenship: str
    home: str
    born: date = date(1990, 1, 1)
    history: list[Stretch] = field(default_factory=list)

    @property
    def number(self) -> str:
        """The nomor induk."""
        return f"CTH-{self.position:06}"

    @property
    def released_on(self) -> date | None:
        """The day they left an institution for good, if they did."""
        last = [s for s in self.history if not s.guided][-1]
        free = last.reason not in (None, "PINDAH", "MENINGGAL", "MELARIKAN_DIRI")
        return last.end if free else None

    def stay(self, unit: str, day: date) -> Stretch | None:
        """The stretch at this unit that covers the day."""
        return next((s for s in self.history if s.unit == unit and s.covers(day)), None)


def population(seed: int, people: int) -> list[Person]:
    """`people` persons without a history yet; proportions hold to the nearest person."""
    chance = Chance(seed, "population")
    women, children = (
        round(people * WOMEN_SHARE),
        max(round(people * CHILD_SHARE), min(2, people // 10)),
    )
    drawn = 2 * round(people * LOTTERY_SHARE / 2)
    groups = ["women"] * women + ["children"] * children + ["lottery"] * drawn
    groups += ["men"] * (people - len(groups))
    chance.random.shuffle(groups)
    offences = chance.exactly(people, OFFENCES)
    return [
        _person(chance, position + 1, group, offence)
        for position, (group, offence) in enumerate(zip(groups, offences, strict=True))
    ]


def _person(chance: Chance, position: int, group: str, offence: str) -> Person:
    female, child = group == "women", group == "children"
    name = chance.one_of(WOMEN_NAMES if female else MEN_NAMES)
    return Person(
        position=position,
        name=f"Contoh {name} {position:04}",
        sex=Sex.PEREMPUAN if female else Sex.LAKI_LAKI,
        child=child,
        in_lottery=group == "lottery",
        offence=offence,
        education=chance.weighted({"SD": 0.5, "SMP": 0.5} if child else EDUCATION),
        province=chance.weighted(PROVINCES),
        citizenship="MYS" if not child and chance.happens(0.004) else "IDN",
        home=_home(chance, group, offence),
    )


def _home(chance: Chance, group: str, offence: str) -> str:
    if group == "women":
        return WOMEN.code
    if group == "children":
        return CHILDREN.code
    if group == "lottery":
        return LAPAS_TWO.code
    narcotics = "CTH004"
    shares = {p.code: p.share for p in INSTITUTIONS if p.share}
    if offence != "NARKOTIKA":
        del shares[narcotics]
    return chance.weighted(shares)
