"""Businesses of any shape: exported, applied elsewhere and exported there, they are the same."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from booking_core.core import BookingCore
from tests.attack.options import Sized
from tests.booking_core.business_file.conftest import new_owner
from web.commands.business.yaml_writer import write_yaml

WORDS = (
    "Ada",
    "Bär & Söhne",
    "קרן",
    "سلمى",
    "no",
    "12",
    "2026-12-24",
    "Zoë: “x”",
    "- dash",
    "#1",
    "null",
    "a'b",
)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Africa/Cairo", "Pacific/Apia")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FROM = date(2026, 12, 1)


class AnyBusiness:
    """A business made by chance, as plain data of a file."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.names = 0

    def data(self) -> dict[str, Any]:
        self.locations = self.keys("place", 1, 3)
        self.people, self.rooms = self.keys("who", 0, 4), self.keys("room", 0, 2)
        self.categories = self.keys("group", 0, 2)
        return {
            "business": {
                "name": self.name(),
                "time_zone": self.chance.choice(ZONES),
                "locale": "en",
                "currency": self.chance.choice(["EUR", "JPY", "GBP"]),
                "country": self.chance.choice(["DE", ""]),
                "email": "a@any.example",
            },
            "chat": {"facts": {word: f"{word}\nand more" for word in self.some(WORDS)}},
            "locations": {key: self.location(key) for key in self.locations},
            "categories": {key: {"name": self.name()} for key in self.categories},
            "people": {key: self.person() for key in self.people},
            "rooms": {key: {"name": self.name(), "location": self.one(self.locations)} for key in self.rooms},
            "services": {key: self.service() for key in self.keys("service", 0, 4)},
        }

    def location(self, key: str) -> dict[str, Any]:
        others = self.some([one for one in self.locations if one != key])
        return {
            "name": self.name(),
            "time_zone": self.chance.choice(ZONES),
            "hours": self.week(),
            "travel_min": {one: self.chance.randrange(1440) for one in others},
            "dates": {self.day(): self.hours() for _ in range(self.chance.randrange(3))},
            "translations": {"de": {"name": self.name()}},
        }

    def person(self) -> dict[str, Any]:
        home = self.one(self.locations)
        away = [FROM + timedelta(days=20 * number) for number in range(self.chance.randrange(3))]
        return {
            "name": self.name(),
            "bio": self.chance.choice(["", "One line.", "Two\nlines."]),
            "location": home,
            "hours": self.week(),
            "also_at": {one: self.week() for one in self.some(self.locations) if one != home},
            "time_off": [
                {"from": day.isoformat(), "until": f"{day + timedelta(days=2)} 12:30", "note": "away"}
                for day in away
            ],
            "weekly_time_off": [
                {"day": day, "hours": "12:00-13:00", "from": FROM, "every_weeks": self.chance.randint(1, 4)}
                for day in self.some(DAYS)
            ],
        }

    def service(self) -> dict[str, Any]:
        lengths = self.chance.sample(range(10, 200, 10), self.chance.randint(1, 3))
        return {
            "name": self.name(),
            "aliases": self.some(WORDS),
            "durations": lengths,
            "price": self.chance.choice([None, 20, 45]),
            "price_by_duration": {one: one for one in self.some(lengths)},
            "prices": [
                {"person": one, "amount": self.chance.randint(1, 99)} for one in self.some(self.people)
            ],
            "capacity": self.chance.randint(1, 9),
            "served_by": self.some([*self.people, *self.rooms]),
            "locations": self.some(self.locations),
            "category": self.one(self.categories) if self.categories else None,
            "questions": {f"q{number}": self.question() for number in range(self.chance.randrange(3))},
        }

    def question(self) -> dict[str, Any]:
        choices = self.some(WORDS)
        labels = {one: f"{one}!" for one in self.some(choices)}
        kind = (
            {"kind": "choice", "choices": choices, "choice_labels": labels} if choices else {"kind": "text"}
        )
        return {"label": self.name(), "required": self.chance.random() < 0.5, **kind}

    def week(self) -> dict[str, str]:
        return {day: self.hours() for day in self.some(DAYS)}

    def hours(self) -> str:
        opens = self.chance.randrange(0, 12 * 60)
        closes = opens + self.chance.randrange(1, 8 * 60)
        return f"{opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"

    def day(self) -> str:
        return (FROM + timedelta(days=self.chance.randrange(300))).isoformat()

    def name(self) -> str:
        """None twice: customers could not tell them apart."""
        self.names += 1
        return f"{self.chance.choice(WORDS)} {self.names}"

    def keys(self, word: str, least: int, most: int) -> list[str]:
        keys = [f"{word}-{number}" for number in range(self.chance.randint(least, most))]
        self.chance.shuffle(keys)
        return keys

    def one(self, choices: Sequence[Any]) -> Any:
        return self.chance.choice(choices)

    def some(self, choices: Sequence[Any]) -> list[Any]:
        return [one for one in choices if self.chance.random() < 0.4]


@pytest.mark.timeout(600)
async def test_any_business_is_the_same_elsewhere(core: BookingCore, size: Sized) -> None:
    for seed in range(size(60, 2)):
        text = write_yaml(AnyBusiness(Random(seed)).data())
        here, there = await new_owner(core), await new_owner(core)
        await here.applies(text, prune=True)
        exported = await here.exports()
        assert (await here.applies(text, prune=True)).changes == (), seed
        assert (await here.applies(exported, prune=True)).changes == (), seed
        await there.applies(exported, prune=True)
        assert await there.exports() == exported, seed
        # Times off that are others now are those of the file, and no more.
        data = AnyBusiness(Random(seed)).data()
        for person in data["people"].values():
            person["time_off"] = person["time_off"][1:]
            person["weekly_time_off"] = [one | {"hours": "13:00-14:00"} for one in person["weekly_time_off"]]
        await here.applies(write_yaml(data))
        assert (await here.applies(write_yaml(data), prune=True)).changes == (), seed
        # One that speaks another language now has words that were a translation.
        spoken = write_yaml(data | {"business": data["business"] | {"locale": "de-AT"}})
        await here.applies(spoken, prune=True)
        exported = await here.exports()
        assert (await here.applies(exported, prune=True)).changes == (), seed
        empty = await new_owner(core)
        await empty.applies(exported, prune=True)
        assert await empty.exports() == exported, seed
        # Another business there becomes this one, whatever it was.
        other = write_yaml(AnyBusiness(Random(-seed - 1)).data())
        await there.applies(other, prune=True)
        await there.applies(exported, prune=True)
        assert (await there.applies(exported, prune=True)).changes == (), seed
