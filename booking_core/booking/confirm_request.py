"""What a customer brings to a confirm, and what of it can be kept."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from booking_core.booking.booking_caps import Booker
from booking_core.booking.held_time import must_be_live
from booking_core.catalogue.services.booking_questions import answers_to
from booking_core.catalogue.services.money import Money
from booking_core.context import OperationContext
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import (
    InvalidField,
    InvalidFields,
)
from booking_core.holds.hold import EXPIRED, Hold

FAIL, REBOOK = "fail", "rebook_same_slot"


class ConfirmRequest(Struct, frozen=True):
    """What a customer brings to a confirm: who they are, what they answer, the price they were told, and
    whether a hold that ran out may be taken once more. ``booker`` is whom the booking counts for; None at the
    front desk, which is never counted."""

    contact: ContactDetails
    answers: Mapping[str, Any] | None = None
    expected_price: Money | None = None
    if_expired: str = FAIL
    booker: Booker | None = None


async def must_stand(context: OperationContext, hold: Hold, if_expired: str) -> None:
    """Raises ``HoldExpired`` and what else ``must_be_live`` raises, unless an expired hold may be booked anew
    (``REBOOK``) and its time has not come."""
    now = context.clock.now()
    if if_expired == REBOOK and hold.outcome(now) == EXPIRED and hold.starts_at > now:
        # As if it had been held until now: Redis and the claims decide whether the time is still free.
        return
    await must_be_live(context, hold)


def validate(
    context: OperationContext, hold: Hold, request: ConfirmRequest
) -> tuple[ContactDetails, dict[str, Any]]:
    """Contact and answers as they are kept; everything that is wrong with either is said at once. Raises
    ``InvalidField``, or ``InvalidFields`` for several."""
    wrong: list[InvalidField] = []
    contact, answers = request.contact, {}
    try:
        contact = contact.normalise(context.catalogue.organization.country)
    except InvalidField as error:
        wrong.append(error)
    try:
        answers = answers_to(context.catalogue.questions_of.get(hold.service_id, ()), request.answers)
    except InvalidFields as error:
        wrong += error.fields
    if len(wrong) == 1:
        raise wrong[0]
    if wrong:
        raise InvalidFields(wrong)
    return contact, answers
