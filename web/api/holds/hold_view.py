"""What holds are shown as: the time that is kept, for how long, and what became of it."""

from msgspec import Struct

from booking_core.availability.slots import Slot
from booking_core.catalogue.resources import STAFF
from booking_core.desk import Desk
from booking_core.holds.hold import BOOK, Hold
from booking_core.live_holds.lifetimes import MOST_EXTENSIONS
from booking_core.time.wall_clock import zone
from web.api.catalogue.services import PolicyView
from web.api.values.fields import Moment
from web.api.values.money import MoneyView
from web.api.values.slots import SlotTokens, SlotView, SlotViews


class HoldView(Struct, frozen=True):
    """`required_fields` is what a confirm still needs; `customer.email|phone` means one of the two."""

    hold_id: str
    purpose: str
    status: str
    expires_at: Moment
    server_time: Moment
    max_expires_at: Moment
    extensions_left: int
    party_size: int
    slot: SlotView
    price: MoneyView | None
    price_is_from: bool
    policy: PolicyView
    required_fields: list[str]

    @classmethod
    def of(cls, hold: Hold, desk: Desk, slots: SlotTokens) -> "HoldView":
        slot = slot_of_hold(hold, desk)
        on = zone(slot.time_zone)
        return cls(
            hold_id=hold.id,
            purpose=hold.purpose,
            status=hold.outcome(desk.clock.now()),
            expires_at=hold.expires_at.astimezone(on),
            server_time=desk.clock.now().astimezone(on),
            max_expires_at=hold.max_expires_at.astimezone(on),
            extensions_left=MOST_EXTENSIONS - hold.extensions,
            party_size=hold.party_size,
            slot=SlotViews(desk.catalogue, slots, staff_id=hold.staff_id).of(slot),
            price=MoneyView.of(hold.money),
            price_is_from=hold.price_is_from,
            policy=PolicyView.of(hold.policy),
            required_fields=_required_fields(hold, desk),
        )


class HoldOutcome(Struct, frozen=True):
    """`status` is `held`, `confirmed`, `released`, `expired` or `replaced`."""

    hold_id: str
    purpose: str
    status: str
    expires_at: Moment
    time_zone: str
    server_time: Moment
    appointment_id: str | None


class Released(Struct, frozen=True):
    hold_id: str
    status: str

    @classmethod
    def of(cls, hold: Hold, desk: Desk) -> "Released":
        return cls(hold.id, hold.outcome(desk.clock.now()))


def slot_of_hold(hold: Hold, desk: Desk) -> Slot:
    """The time of a hold, as a slot with whom it was won for."""
    return Slot(
        start=hold.starts_at,
        end=hold.ends_at,
        service_id=hold.service_id,
        location_id=hold.location_id,
        time_zone=desk.catalogue.location(hold.location_id).time_zone,
        staff_ids=staff_among(hold.resource_ids, desk),
        seats_left=hold.party_size,
        price=hold.money,
        price_is_from=hold.price_is_from,
    )


def staff_among(resource_ids: list[str], desk: Desk) -> tuple[str, ...]:
    staff = {one.id for one in desk.catalogue.resources_among(resource_ids) if one.kind == STAFF}
    return tuple(one for one in resource_ids if one in staff)


def _required_fields(hold: Hold, desk: Desk) -> list[str]:
    if hold.purpose != BOOK:
        return []
    questions = desk.catalogue.questions_of.get(hold.service_id, ())
    return [
        "customer.name",
        "customer.email|phone",
        *(f"answers.{one.key}" for one in questions if one.required),
    ]
