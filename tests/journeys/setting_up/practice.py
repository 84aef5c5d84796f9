"""A new owner arranges places, people and rooms by pages alone, as a file of the examples says them."""

from collections.abc import Mapping
from typing import Any

from babel import Locale

from tests.journeys.cast.owner import Owner
from tests.journeys.setting_up.example_file import every_second_week, usual_week

GERMAN = "Deutsch"
Said = Mapping[str, Any]


class Practice:
    """What the file says, and the owner who has it beside her."""

    def __init__(self, owner: Owner, said: Said) -> None:
        self.owner = owner
        self.said = said
        sections = ("locations", "people", "rooms", "equipment", "categories", "services")
        self.names = {key: row["name"] for one in sections for key, row in said[one].items()}

    async def save(self, hears: str = "Saved.") -> None:
        await self.owner.presses("Save")
        await self.owner.hears(hears)

    async def add(self, page: str, button: str, row: Said, **labels: str) -> None:
        """A page for something new, with its texts; ``labels`` are by member of the file."""
        await self.owner.follows(page, within="nav.pages")
        await self.owner.follows(button)
        await self.fill(row, name="Name", **labels)

    async def fill(self, row: Said, **labels: str) -> None:
        for member, label in labels.items():
            if member in row:
                await self.owner.types(label, row[member])

    async def write_in_german(self, row: Said, **labels: str) -> None:
        words = row.get("translations", {}).get("de", {})
        if words:
            await self.owner.opens("In other languages")
        for member, text in words.items():
            await self.owner.types(labels.get(member, "Name"), text, within=GERMAN)

    async def arrange_places(self) -> None:
        """The first is there already. The parts of a country are those of the country that was saved."""
        owner, (first, *others) = self.owner, self.said["locations"].values()
        await owner.follows("Locations", within="nav.pages")
        await owner.follows(self.said["business"]["name"])
        await self.fill(first, name="Name", address="Address")
        await owner.chooses("Part of the country", "England")
        await self.save()
        for row in others:
            await self.add("Locations", "Add a location", row, address="Address")
            await owner.chooses("Time zone", f"Berlin ({row['time_zone']})")
            await owner.chooses("Country", f"{_country(row['country'])} ({row['country']})")
            await owner.chooses("Currency", f"Euro ({row['currency']})")
            for key, minutes in row["travel_min"].items():
                await owner.types(self.names[key], f"{minutes // 60} h {minutes % 60}")
            await self.write_in_german(row)
            await owner.keeps_picture("practice-1-berlin")
            await self.save("Added.")
            await owner.follows(row["name"])
            await owner.chooses("Part of the country", "Berlin")
            await self.save()

    async def arrange_business(self) -> None:
        """Facts get their words in other languages once they are saved."""
        owner, business = self.owner, self.said["business"]
        await owner.follows("Business", within="nav.pages")
        await self.fill(business, email="Email", phone="Phone")
        await owner.types("From one location to another", f"{business['travel_min'] // 60} hours")
        for number, (topic, answer) in enumerate(self.said["chat"]["facts"].items()):
            await owner.page.get_by_label("Topic").nth(number).fill(topic)
            await owner.page.get_by_label("Answer").nth(number).fill(answer)
            owner.typed += 2
        await self.save()
        await owner.opens("In other languages")
        for topic, text in business["translations"]["de"]["facts"].items():
            await owner.types(topic, text, within=GERMAN)
        await owner.keeps_picture("practice-2-business")
        await self.save()

    async def arrange_chat(self) -> None:
        owner = self.owner
        await owner.follows("Chat", within="nav.pages")
        for tag, text in self.said["chat"]["greeting"].items():
            await owner.types({"en": "English", "de": GERMAN}[tag], text)
        await owner.opens("What customers may book by themselves")
        most = self.said["booking_rules"]["upcoming_per_contact"]
        await owner.types("Upcoming bookings of a contact", str(most))
        await self.save()

    async def say_opening_hours(self) -> None:
        for row in self.said["locations"].values():
            await self.owner.follows("Opening hours", within="nav.pages")
            await self.owner.follows(f"Change the week of {row['name']}")
            await self._week(row["hours"])

    async def add_people(self) -> None:
        for row in self.said["people"].values():
            await self.add("People", "Add a person", row, bio="About them")
            await self.owner.chooses("Location", self.names[row["location"]])
            for place in row.get("also_at", {}):
                await self.owner.ticks(self.names[place])
            await self.write_in_german(row, bio="About them")
            await self.save("Added.")
            for place, hours in {row["location"]: row["hours"], **row.get("also_at", {})}.items():
                await self._open_person(row)
                await self.owner.follows(f"Change the week at {self.names[place]}")
                await self._week(hours)

    async def add_things(self) -> None:
        for kind in ("rooms", "equipment"):
            for row in self.said[kind].values():
                await self.add("Rooms and equipment", "Add a room or equipment", row)
                if kind == "equipment":
                    await self.owner.chooses("What it is", "Equipment")
                await self.owner.chooses("Location", self.names[row["location"]])
                await self.write_in_german(row)
                await self.save("Added.")

    async def say_dates_that_differ(self) -> None:
        for row in self.said["locations"].values():
            for day, said in row.get("dates", {}).items():
                await self.owner.follows("Opening hours", within="nav.pages")
                await self.owner.follows("Add a date")
                await self._date(day, said["hours"], said["note"])
        for row in self.said["people"].values():
            for when, hours in row.get("dates", {}).items():
                day, _, place = when.partition(" at ")
                await self._open_person(row)
                links = self.owner.page.get_by_role("link", name="Other hours on one date")
                await links.nth(1 if place else 0).click()
                self.owner.clicks += 1
                await self._date(day, hours, "")

    async def say_who_is_away(self) -> None:
        for row in self.said["people"].values():
            for away in row.get("time_off", ()):
                await self._open_person(row)
                await self.owner.follows("Add time off")
                await self.fill(away, until="Until, this day included", note="Note", **{"from": "From"})
                await self.save("Added.")

    async def _open_person(self, row: Said) -> None:
        await self.owner.follows("People", within="nav.pages")
        await self.owner.follows(row["name"])

    async def _week(self, hours: Mapping[str, str]) -> None:
        for day, text in usual_week(dict(hours)).items():
            await self.owner.types(day, text)
        for day, text, begins in every_second_week(dict(hours)):
            await self.owner.opens("Hours of some weeks only")
            line = self.owner.page.get_by_role("group", name="Hours of some weeks only")
            await line.get_by_role("combobox").select_option(label=day)
            await line.get_by_label("Hours").fill(text)
            await line.get_by_label("Counted from the week of").fill(begins)
            self.owner.typed += 3
            await self.owner.keeps_picture("practice-3-every-second-week")
        await self.save()

    async def _date(self, day: str, hours: str, note: str) -> None:
        await self.owner.types("Date", day)
        if hours != "closed":
            await self.owner.types("Hours", hours)
        if note:
            await self.owner.types("Note", note)
        await self.save("Added.")


def _country(code: str) -> str:
    return str(Locale("en").territories[code])
