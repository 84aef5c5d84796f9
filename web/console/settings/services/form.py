"""The fields of a service's form."""

from collections.abc import Sequence
from typing import Any, ClassVar

from booking_core.appointments.team.team_letters import WISHES
from booking_core.back_office.prices import PRICES
from booking_core.catalogue.resources import STAFF, Resource
from booking_core.catalogue.services.from_price import split_from
from booking_core.catalogue.services.services import Service
from booking_core.catalogue.settings.settings import setting_of
from booking_core.context import OperationContext
from booking_core.errors import InvalidField
from booking_core.storage.events import REQUESTED_EVENT
from web.console.forms.choices import currency_choices
from web.console.forms.compound_fields import customer_languages
from web.console.forms.field import FormField, Option
from web.console.forms.fields import (
    AmountField,
    Checkbox,
    Checkboxes,
    Lines,
    Number,
    NumberSelect,
    Select,
    TextArea,
    TextField,
)
from web.console.forms.form import Form
from web.console.forms.key_field import key_field
from web.console.forms.sent import Sent
from web.console.rendering.typed_lengths import HOUR, MINUTE
from web.console.settings.services.lengths import (
    LENGTHS,
    NAMES,
    OWN_PRICES,
    PRICE,
    LengthNames,
    Lengths,
    OwnPrices,
    ServiceWords,
    filled_rows,
    typed_price,
)
from web.console.settings.services.price_rows import PriceRows
from web.console.settings.services.reminder_times import OwnReminderTimes
from web.console.settings.services.spans import Span, length_text
from web.console.words.translate import gettext

REQUESTED = WISHES[REQUESTED_EVENT]
STEPS = (5, 10, 15, 20, 30, 45, HOUR, 90, 2 * HOUR)


class UsualPrice(AmountField, frozen=True, kw_only=True):
    """Drawn beside the usual length."""

    drawn: ClassVar[str] = "nowhere"

    def read(self, sent: Sent) -> str | InvalidField:
        return typed_price(self.name, sent.text(self.name), sent.text("currency") or self.currency)


class FromPrice(Checkbox, frozen=True, kw_only=True):
    """Ticked, or said with any of the prices: "from 35"; drawn below the lengths."""

    drawn: ClassVar[str] = "nowhere"

    def read(self, sent: Sent) -> bool:
        typed = [*sent.each(PRICE), *sent.each(f"{PRICES.name}.amount")]
        typed += [sent.text(f"{OWN_PRICES}.{key}") for key, _ in filled_rows(sent)]
        return super().read(sent) or any(split_from(text)[1] for text in typed)


class Served(Checkboxes, frozen=True, kw_only=True):
    """People come first; ``things`` are rooms and equipment: a booking takes one of each kind."""

    drawn: ClassVar[str] = "served"
    things: Sequence[Option] = ()

    def tell(self, value: Any) -> str:
        labels = {one.value: one.label for one in (*self.options, *self.things)}
        return ", ".join(labels.get(one, one) for one in value or ())


class ApprovalSwitch(Checkbox, frozen=True, kw_only=True):
    """With the way to where letters of requests are arranged. ``heard`` says who gets one, wherever any can
    be sent."""

    drawn: ClassVar[str] = "approval"
    heard: str = ""


async def form(context: OperationContext, row: Service | None) -> Form:
    currency = row.currency if row else context.catalogue.organization.currency
    lengths = row.durations if row else ()
    return Form(
        [
            TextField(name="name", label=gettext("Name"), required=True),
            Lengths(name=LENGTHS, label=gettext("Length and price"), currency=currency),
            LengthNames(name=NAMES, label=gettext("Names of lengths")),
            UsualPrice(name=PRICE, label=gettext("Price"), currency=currency),
            OwnPrices(name=OWN_PRICES, label=gettext("Price"), currency=currency),
            FromPrice(
                name="price_is_from",
                label=gettext("From this price: it may cost more"),
                hint=gettext("Customers are told “from”, wherever the price stands."),
            ),
            *_who_and_where(context),
            *_words(context, row),
            *_times(context, row),
            *_around(),
            *_prices(context, currency, lengths),
            key_field(),
        ]
    )


def _who_and_where(context: OperationContext) -> list[FormField]:
    rows = [one for one in context.catalogue.every(Resource) if one.archived_at is None]
    people = [Option(one.id, one.name) for one in rows if one.kind == STAFF]
    things = [Option(one.id, one.name) for one in rows if one.kind != STAFF]
    hint = gettext("One of them is booked, whoever is free; customers may choose.")
    served = Served(
        name="resource_ids", label=gettext("Who does it"), options=people, things=things, hint=hint
    )
    where = Checkboxes(
        name="location_ids",
        label=gettext("Where"),
        options=places_of(context),
        hint=gettext("With none ticked: wherever somebody does it."),
    )
    return [served, where] if len(where.options) > 1 else [served]


def places_of(context: OperationContext) -> list[Option]:
    return [Option(one.id, one.name) for one in context.catalogue.locations.values()]


def _words(context: OperationContext, row: Service | None) -> list[FormField]:
    rows = (one for one in context.catalogue.categories.values())
    categories = [Option(one.id, one.name) for one in rows]
    about = gettext("Description")
    return [
        TextArea(name="description", label=about, hint=gettext("What it is, in a sentence or two.")),
        Lines(
            name="aliases",
            label=gettext("Other words for it"),
            hint=gettext("What customers call it, each on a line: the chat understands them."),
        ),
        *(
            [Select(name="category_id", label=gettext("Category"), options=categories, nothing="–")]
            if categories
            else []
        ),
        ServiceWords(
            name="translations",
            label=gettext("In other languages"),
            fields=[Option("name", gettext("Name")), Option("description", about, "3")],
            own=context.catalogue.organization.locale,
            asked=customer_languages(context.catalogue.organization),
            kept=row.translations if row else {},
        ),
    ]


def _times(context: OperationContext, row: Service | None) -> list[FormField]:
    kept = () if row is None or row.slot_step_min in STEPS else (row.slot_step_min,)
    steps = [Option(str(one), length_text(one)) for one in sorted((*STEPS, *kept))]
    before = gettext("before the start")
    return [
        Span(name="min_notice_min", label=gettext("Booked at the latest"), after=before),
        Number(
            name="booking_window_days", label=gettext("Booked at the earliest"), unit=gettext("days ahead")
        ),
        NumberSelect(name="slot_step_min", label=gettext("A possible start every"), options=steps),
        ApprovalSwitch(
            name="requires_approval",
            label=gettext("Each booking waits for your approval"),
            hint=gettext("The customer is told that it is a request."),
            heard=_who_hears_of_requests(context),
        ),
        Span(name="cancellation_cutoff_min", label=gettext("Cancelled at the latest"), after=before),
        Span(name="reschedule_cutoff_min", label=gettext("Moved at the latest"), after=before),
        OwnReminderTimes(
            name="reminders_min",
            label=gettext("Remind customers before the start"),
            hint=gettext("Each length on a line. Empty: as under Notices. 0: no reminders."),
        ),
    ]


def _who_hears_of_requests(context: OperationContext) -> str:
    organization = context.catalogue.organization
    is_written = REQUESTED in setting_of(organization, "letters.business_kinds")
    if is_written and organization.email:
        return gettext("You get an email: %(address)s.", address=organization.email)
    if REQUESTED in context.catalogue.team_wishes:
        return gettext("Everybody on the team who wants that gets an email.")
    return gettext("Nobody gets an email: you see it under Agenda only.")


def _around() -> list[FormField]:
    return [
        Span(
            name="buffer_before_min",
            label=gettext("Kept free before"),
            of_nothing=MINUTE,
            hint=gettext("To prepare; customers do not see it."),
        ),
        Span(
            name="buffer_after_min",
            label=gettext("Kept free after"),
            of_nothing=MINUTE,
            hint=gettext("To clear up, to rest."),
        ),
        Number(
            name="capacity",
            label=gettext("Customers at the same time"),
            hint=gettext("More than one makes it a class that several take part in."),
        ),
    ]


def _prices(context: OperationContext, currency: str, lengths: Sequence[int]) -> list[FormField]:
    """By place and by person, where there are several."""
    places, catalogue = places_of(context), context.catalogue
    people = [Option(one.id, one.name) for one in catalogue.resources.values() if one.kind == STAFF]
    rows = PriceRows(
        name="prices",
        label=gettext("Who or where costs something else"),
        places=places,
        people=people,
        lengths=lengths,
        currencies={one.id: one.currency or currency for one in catalogue.locations.values()}
        | {"": currency},
        hint=gettext("Empty an amount to remove it."),
    )
    own = Select(name="currency", label=gettext("Currency"), options=currency_choices())
    return [rows, own] if len(places) > 1 or len(people) > 1 else [own]
