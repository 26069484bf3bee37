"""Seeded chance: each subject has its own stream, so that a change in one leaves the others."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

Item = TypeVar("Item")


class Chance:
    """A stream of chance for one subject, the same for the same seed."""

    def __init__(self, seed: int, subject: str) -> None:
        self.random = random.Random(f"{seed}:{subject}")

    def happens(self, probability: float) -> bool:
        """Whether something with this probability happens."""
        return self.random.random() < probability

    def between(self, first: int, last: int) -> int:
        """A whole number from `first` to `last`, both possible."""
        return self.random.randint(first, last)

    def day(self, first: date, last: date) -> date:
        """A day from `first` to `last`, both possible."""
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def one_of(self, items: Sequence[Item]) -> Item:
        """One of the items, each equally likely."""
        return items[int(self.random.random() * len(items))]

    def weighted(self, weights: Mapping[Item, float]) -> Item:
        """One of the keys, as likely as its weight says."""
        return self.random.choices(list(weights), list(weights.values()))[0]

    def some(self, items: Sequence[Item], count: int) -> list[Item]:
        """`count` different items, or all when there are fewer."""
        return self.random.sample(items, min(count, len(items)))

    def normal(self, mean: float, deviation: float) -> float:
        """A number from a normal distribution."""
        return self.random.gauss(mean, deviation)

    def exactly(self, total: int, shares: Mapping[Item, float]) -> list[Item]:
        """`total` keys in random order, each as often as its share says, to the nearest one."""
        items: list[Item] = []
        for item, share in shares.items():
            items += [item] * round(total * share)
        rest = list(shares)[-1]
        items = (items + [rest] * total)[:total]
        self.random.shuffle(items)
        return items
