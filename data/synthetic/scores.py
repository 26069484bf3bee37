"""What people are truly like, what programmes truly add, and what an assessor sees of it."""

from dataclasses import dataclass, field
from datetime import date

from data.synthetic.chance import Chance
from data.synthetic.population import Person

CONDUCT_MEAN, CONDUCT_DEVIATION = 58.0, 10.0  # the lasting level of a person
RATING_DEVIATION = 8.0  # what differs from one rating to the next
WHILE_TAKING_PART = 9.0  # on scales that score taking part
SCALES = ("KEPRIBADIAN", "KEMANDIRIAN", "SIKAP", "MENTAL")


@dataclass(frozen=True)
class Spell:
    """Taking part: from `start`, the programme's whole end, and the person's own end."""

    start: date
    whole: date
    own: date
    effect: float

    def gained(self, day: date) -> float:
        """Points gained by this day: in proportion to the part of the programme taken."""
        length = max((self.whole - self.start).days, 1)
        return self.effect * min(1.0, max(0, (min(day, self.own) - self.start).days) / length)


@dataclass(frozen=True)
class Rating:
    """One SPPN assessment."""

    person: Person
    unit: str
    day: date
    scores: tuple[float, ...]


@dataclass
class Conduct:
    """The lasting levels of all people, and the ratings made so far."""

    seed: int
    persons: list[Person]
    spells: dict[int, list[Spell]] = field(default_factory=dict)
    ratings: dict[tuple[int, date], Rating] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lasting = Chance(self.seed, "conduct")
        self._rating = Chance(self.seed, "ratings")
        deviation = CONDUCT_DEVIATION
        self.level = {p.position: lasting.normal(CONDUCT_MEAN, deviation) for p in self.persons}
        self.health = {p.position: lasting.normal(64.0, deviation) for p in self.persons}

    def measure(self, person: Person, unit: str, day: date) -> float:
        """The Sikap score of a rating on this day, which is kept."""
        key = (person.position, day)
        if key not in self.ratings:
            self.ratings[key] = Rating(person, unit, day, self._scores(person, day))
        return self.ratings[key].scores[SCALES.index("SIKAP")]

    def _scores(self, person: Person, day: date) -> tuple[float, ...]:
        spells = self.spells.get(person.position, [])
        part = WHILE_TAKING_PART * any(s.start < day for s in spells)
        conduct = self.level[person.position] + sum(s.gained(day) for s in spells)
        means = (50.0 + part, 46.0 + part, conduct, self.health[person.position])
        return tuple(
            round(min(100.0, max(0.0, self._rating.normal(mean, RATING_DEVIATION))), 1)
            for mean in means
        )
