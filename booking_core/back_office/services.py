"""Services: what is offered, how long, at what price and by whom."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from booking_core.back_office.nouns.keys import KEY
from booking_core.back_office.nouns.links import Link, linked_ids, write_links
from booking_core.back_office.nouns.noun import Edit
from booking_core.back_office.nouns.ordered import OrderedNoun
from booking_core.back_office.nouns.references import REFERENCE, References, must_be_offered
from booking_core.back_office.nouns.words import keys_must_be_known, translations_field
from booking_core.back_office.prices import (
    LONGEST,
    PRICES,
    SHORTEST,
    check_prices,
    in_order,
    must_be_exact,
    read_prices,
    write_prices,
)
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.categories import ServiceCategory
from booking_core.catalogue.services.services import Service, ServiceLocation, ServiceResource
from booking_core.catalogue.settings.settings import REMINDERS
from booking_core.catalogue.translations import known_translations
from booking_core.errors import InvalidField
from booking_core.input.fields import Field
from booking_core.input.kinds import Amount, Listed, Named, OrNothing, Text, Whole, WrongValue, YesNo
from booking_core.input.world import Currency

A_YEAR_MIN, A_YEAR = 366 * 24 * 60, 366
# What each link is named by in the fields.
LINKS: dict[str, Link] = {
    "resource_ids": Link(ServiceResource, "service_id", "resource_id", Resource, "person or room"),
    "location_ids": Link(ServiceLocation, "service_id", "location_id", Location, "location"),
}
# What is kept in tables of its own.
ELSEWHERE = {*LINKS, PRICES.name}


class Length(Struct, frozen=True):
    """Minutes as the name of something, which JSON writes as text."""

    takes = "minutes"

    def read(self, value: Any) -> str:
        if not str(value).isascii() or not str(value).isdigit() or len(str(value)) > len(str(LONGEST)):
            raise WrongValue("Please name a length in minutes.")
        return str(int(value))


class Services(OrderedNoun[Service]):
    table = Service
    verb, prefix, word = "service", "srv", "service"
    fields = (
        Field("name", Text(80), tells="What customers call it."),
        Field(
            "description",
            Text(600, lines=True, may_be_empty=True),
            "",
            tells="What it is, in a sentence or two.",
        ),
        Field("aliases", Listed(Text(60), 60), [], tells="Other words customers use for it."),
        Field(
            "durations",
            Listed(Whole(SHORTEST, LONGEST), 12, 1),
            tells="Its lengths in minutes, the usual one first.",
        ),
        Field("buffer_before_min", Whole(0, LONGEST), 0, tells="Minutes kept free before it."),
        Field("buffer_after_min", Whole(0, LONGEST), 0, tells="Minutes kept free after it."),
        Field("price", OrNothing(Amount()), None, tells="What it costs; nothing where no price is told."),
        Field(
            "price_is_from",
            YesNo(),
            False,
            tells='Whether its prices are the least it costs: customers are told "from".',
        ),
        Field(
            "price_by_duration", Named(Length(), Amount(), 12), {}, tells="Lengths that cost something else."
        ),
        Field(
            "duration_names",
            Named(Length(), Text(60), 12),
            {},
            tells="What its lengths are called, such as long hair, where customers choose by that.",
        ),
        Field("currency", Currency(), tells="What it is paid in."),
        PRICES,
        Field("capacity", Whole(1, 1000), 1, tells="How many at once; more than one makes it a class."),
        Field("slot_step_min", Whole(1, LONGEST), 15, tells="Minutes from one possible start to the next."),
        Field(
            "min_notice_min", Whole(0, A_YEAR_MIN), 0, tells="Minutes between booking and start, at least."
        ),
        Field("booking_window_days", Whole(0, A_YEAR), 62, tells="How many days ahead it can be booked."),
        Field(
            "cancellation_cutoff_min",
            Whole(0, A_YEAR_MIN),
            0,
            tells="Minutes before the start until which customers cancel.",
        ),
        Field(
            "reschedule_cutoff_min",
            Whole(0, A_YEAR_MIN),
            0,
            tells="Minutes before the start until which customers move it.",
        ),
        Field(
            "requires_approval",
            YesNo(),
            False,
            tells="Whether the business approves each booking, in the console or by a program.",
        ),
        Field(
            "reminders_min",
            OrNothing(REMINDERS),
            None,
            tells="Minutes before the start at which customers are reminded; nothing: as the business does.",
        ),
        Field("resource_ids", References(), [], tells="Who serves it, and in which rooms."),
        Field("location_ids", References(), [], tells="Where; with none, wherever somebody serves it."),
        Field("category_id", OrNothing(REFERENCE), None, tells="Among which services it is shown."),
        translations_field(Service),
        KEY,
    )

    def changes(self, wanted: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
        changed = super().changes(wanted, before)
        if PRICES.name in changed and in_order(changed[PRICES.name]) == before[PRICES.name]:
            del changed[PRICES.name]
        return changed

    async def check(self, edit: Edit) -> None:
        await self.name_must_be_free(edit)
        await self.key_must_be_free(edit)
        _must_be_priced(edit.values)
        _must_name_lengths(edit)
        await check_prices(self.context, edit.values, named=PRICES.name in edit.changed)
        for field, link in LINKS.items():
            if field in edit.changed:
                await must_be_offered(self.context, field, link.target, edit.values[field], link.word)
        if (category := edit.changed.get("category_id")) is not None:
            await must_be_offered(self.context, "category_id", ServiceCategory, (category,), "category")

    async def store(self, row: Service, values: Mapping[str, Any]) -> None:
        own = {name: value for name, value in values.items() if name not in ELSEWHERE}
        if (prices := own.get("price_by_duration")) is not None:
            own["price_by_duration"] = {length: str(amount) for length, amount in prices.items()}
        await super().store(row, own)
        await self.session.flush()
        for field in LINKS.keys() & values.keys():
            await write_links(self.session, LINKS[field], row, values[field])
        if PRICES.name in values:
            await write_prices(self.context, row, values[PRICES.name])

    async def values_of(self, row: Service) -> dict[str, Any]:
        own = {field.name: getattr(row, field.name) for field in self.fields if field.name not in ELSEWHERE}
        own["price_by_duration"] = {
            length: Decimal(amount) for length, amount in row.price_by_duration.items()
        }
        lengths = [str(one) for one in row.durations]
        own["duration_names"] = {one: said for one, said in row.duration_names.items() if one in lengths}
        own["translations"] = known_translations(row.translations, "duration_names", lengths)
        own["category_id"] = await self._category_of(row)
        own[PRICES.name] = await read_prices(self.context, row.id)
        return own | {field: await linked_ids(self.session, link, row.id) for field, link in LINKS.items()}

    async def _category_of(self, row: Service) -> str | None:
        """None while it is archived."""
        offered = ServiceCategory.archived_at.is_(None)
        found = select(ServiceCategory.id).where(ServiceCategory.id == row.category_id, offered)
        category: str | None = await self.session.scalar(found)
        return category


def _must_name_lengths(edit: Edit) -> None:
    """Names are of lengths it comes in, in every language. Raises ``InvalidField``."""
    lengths = [str(one) for one in edit.values["durations"]]
    if others := edit.changed.get("duration_names", {}).keys() - set(lengths):
        raise InvalidField("duration_names", f"It does not come in {min(others)} minutes.")
    keys_must_be_known(Service, edit.changed, {"duration_names": lengths})


def _must_be_priced(values: Mapping[str, Any]) -> None:
    """Prices are of lengths it comes in, in the decimals of their currency. Raises ``InvalidField``."""
    lengths = {str(one) for one in values["durations"]}
    if others := values["price_by_duration"].keys() - lengths:
        raise InvalidField("price_by_duration", f"It does not come in {min(others)} minutes.")
    must_be_exact("price", values["price"], values["currency"])
    for amount in values["price_by_duration"].values():
        must_be_exact("price_by_duration", amount, values["currency"])
