"""What the first owner says of a business that has no name yet: what it is called, the language its names are
written in, its country and its clock; filled in as their browser lets it be guessed."""

from collections.abc import Mapping
from typing import Any

from babel.core import get_global
from babel.numbers import get_territory_currencies
from msgspec import Struct

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.settings import BUSINESS
from booking_core.catalogue.organizations import UNNAMED, Organization
from booking_core.core import BookingCore
from booking_core.errors import InvalidField, InvalidFields, complaints_of
from booking_core.input.fields import read_change
from booking_core.input.world import countries
from booking_core.storage.audit import Actor
from booking_core.team.memberships import Membership
from web.console.forms.country import PART, known_part
from web.console.words.language import language
from web.server.accept_language import tags_of

NAMES = {"business": "name", "locale": "locale", "country": "country", "time_zone": "time_zone"}


class NewBusiness(Struct, frozen=True):
    """As it is typed or guessed."""

    business: str = ""
    locale: str = ""
    country: str = ""
    time_zone: str = ""
    subdivision: str = ""

    @property
    def part(self) -> str | None:
        """That of the country, where one was chosen of it."""
        return known_part(self.country, self.subdivision)

    def read(self) -> dict[str, Any]:
        """Its settings. Raises ``InvalidFields``, each by the name it has in the form."""
        said = {setting: getattr(self, name) for name, setting in NAMES.items()}
        try:
            read = read_change(BUSINESS, said)
        except (InvalidField, InvalidFields) as wrong:
            raise _in_words_of_the_form(wrong) from wrong
        currency = next(iter(get_territory_currencies(read["country"] or "")), "EUR")
        return {**read, "currency": currency}


def guess_business(accepted: str, organization: Organization) -> NewBusiness:
    """By the languages that a browser asks for (``accepted``): the country of the first that names one, and
    its clock where it has only one. The page's script knows the clock better."""
    regions = (part.upper() for tag in tags_of(accepted) for part in tag.split("-")[1:])
    country = next((one for one in regions if one in countries()), organization.country)
    zones = [zone for zone, place in get_global("zone_territories").items() if place == country]
    zone = zones[0] if len(zones) == 1 else organization.time_zone
    return NewBusiness("", language(), country, zone)


async def begin_business(
    core: BookingCore, joined: Membership, settings: Mapping[str, Any], part: str | None
) -> None:
    """Its place, which began with the same name, has the same clock and is in this ``part`` of the
    country."""
    role, whose = Role(joined.role), joined.organization_id
    owner = Actor("console", joined.account_id, "one-time link", role=role, organization_id=whose)

    async def work(office: BackOffice) -> None:
        row = await office.settings.row()
        await office.settings.change(settings, expected_version=row.version)
        here = {"name": settings["name"], "time_zone": settings["time_zone"], PART: part}
        for place in await office.locations.list_offered():
            if place.name == UNNAMED:
                await office.locations.change(place.id, here, expected_version=place.version)

    await core.arrange(whose, owner, work)


def _in_words_of_the_form(wrong: InvalidField | InvalidFields) -> InvalidFields:
    inputs = {setting: name for name, setting in NAMES.items()}
    return InvalidFields([InvalidField(inputs.get(name, name), said) for name, said in complaints_of(wrong)])
