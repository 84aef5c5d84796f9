"""Services: what is offered, how long, at what price and by whom."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct
from sqlalchemy import delete, select

from booking_core.back_office.nouns.noun import Edit, OrderedNoun
from booking_core.back_office.nouns.references import References, must_be_offered
from booking_core.catalogue.locations import Location
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services import Service, ServiceLocation, ServiceResource
from booking_core.errors import InvalidField
from booking_core.input.fields import Field
from booking_core.input.kinds import Amount, Listed, Named, OrNothing, Text, Whole, WrongValue, YesNo
from booking_core.input.world import Currency, decimals_of

SHORTEST, LONGEST = 5, 24 * 60
A_YEAR_MIN, A_YEAR = 366 * 24 * 60, 366
# What each link is named by in the fields, and what it leads to.
LINKS: dict[str, tuple[type[Any], str, type[Any], str]] = {
    "resource_ids": (ServiceResource, "resource_id", Resource, "person or room"),
    "location_ids": (ServiceLocation, "location_id", Location, "location"),
}


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
            "price_by_duration", Named(Length(), Amount(), 12), {}, tells="Lengths that cost something else."
        ),
        Field("currency", Currency(), tells="What it is paid in."),
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
        Field("requires_approval", YesNo(), False, tells="Whether the business says yes to each booking."),
        Field("resource_ids", References(), [], tells="Who serves it, and in which rooms."),
        Field("location_ids", References(), [], tells="Where; with none, wherever somebody serves it."),
    )

    async def check(self, edit: Edit) -> None:
        await self.name_must_be_free(edit)
        _must_be_priced(edit.values)
        for field, (_, _, table, word) in LINKS.items():
            if field in edit.changed:
                await must_be_offered(self.context, field, table, edit.values[field], word)

    async def store(self, row: Service, values: Mapping[str, Any]) -> None:
        own = {name: value for name, value in values.items() if name not in LINKS}
        if (prices := own.get("price_by_duration")) is not None:
            own["price_by_duration"] = {length: str(amount) for length, amount in prices.items()}
        await super().store(row, own)
        await self.session.flush()
        for field in LINKS.keys() & values.keys():
            await self._link(row, field, values[field])

    async def values_of(self, row: Service) -> dict[str, Any]:
        own = {field.name: getattr(row, field.name) for field in self.fields if field.name not in LINKS}
        own["price_by_duration"] = {
            length: Decimal(amount) for length, amount in row.price_by_duration.items()
        }
        return own | {field: await self._linked(row, field) for field in LINKS}

    async def _linked(self, row: Service, field: str) -> list[str]:
        """What it is linked to and is offered, by id: links to what is archived stay, for when it comes
        back."""
        link, end, table, _ = LINKS[field]
        columns, target = link.__table__.c, table.__table__.c
        found = (
            select(target.id)
            .join(link.__table__, columns[end] == target.id)
            .where(columns.service_id == row.id, target.archived_at.is_(None))
        )
        return sorted(await self.session.scalars(found))

    async def _link(self, row: Service, field: str, ids: Collection[str]) -> None:
        link, end, _, _ = LINKS[field]
        linked, columns = set(await self._linked(row, field)), link.__table__.c
        gone = linked.difference(ids)
        await self.session.execute(delete(link).where(columns.service_id == row.id, columns[end].in_(gone)))
        self.session.add_all(
            link(service_id=row.id, organization_id=row.organization_id, **{end: one})
            for one in ids
            if one not in linked
        )


def _must_be_priced(values: Mapping[str, Any]) -> None:
    """Prices are of lengths it comes in, in the decimals of their currency. Raises ``InvalidField``."""
    lengths = {str(one) for one in values["durations"]}
    if others := values["price_by_duration"].keys() - lengths:
        raise InvalidField("price_by_duration", f"It does not come in {min(others)} minutes.")
    decimals = Decimal(1).scaleb(-decimals_of(values["currency"]))
    for field, amounts in (
        ("price", [values["price"]]),
        ("price_by_duration", values["price_by_duration"].values()),
    ):
        if any(amount is not None and amount % decimals for amount in amounts):
            raise InvalidField(field, f"{values['currency']} has no such amount.")
