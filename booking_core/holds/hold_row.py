"""The row of a hold: found again by its key, and written once its time is won."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import ARRAY, Text, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB

from booking_core.availability import rules
from booking_core.availability.availability import AvailabilityResult
from booking_core.catalogue.quotes import price_with
from booking_core.context import OperationContext
from booking_core.errors import Invalid
from booking_core.holds.hold import BOOK, RESCHEDULE, Hold
from booking_core.holds.refusal import others_near, refusal_for
from booking_core.holds.request import HoldRequest, hold_id_of
from booking_core.live_holds.hold_book import AcquireRequest, AcquireResult
from booking_core.storage.database import statement

KNOWN = text("SELECT EXISTS (SELECT FROM holds WHERE id = :id)")
WRITE = select(Hold).from_statement(
    statement(Path(__file__).parent / "hold.sql").bindparams(
        bindparam("resource_ids", type_=ARRAY(Text)), bindparam("policy", type_=JSONB)
    )
)


async def find_standing_hold(context: OperationContext, request: HoldRequest) -> Hold | None:
    """What an earlier asking with this key won, while it stands. Raises ``Invalid`` where that was for
    another time."""
    hold_id = hold_id_of(context, request.key)
    # Most keys are new: one plain look is a fraction of what loading nothing costs.
    if not await context.session.scalar(KNOWN, {"id": hold_id}):
        return None
    hold = await context.session.get(Hold, hold_id, populate_existing=True)
    if hold is None or not hold.stands(context.clock.now()):
        return None
    if (hold.service_id, hold.starts_at, hold.reschedule_of) != (
        request.service_id,
        request.start,
        request.reschedule_of,
    ):
        raise Invalid("That key was used for another time.", code="idempotency_key_reused")
    return hold


async def write_row(
    context: OperationContext,
    request: HoldRequest,
    result: AvailabilityResult,
    claim: AcquireRequest,
    outcome: AcquireResult,
) -> Hold:
    """The row of a hold that Redis has granted. Raises ``SlotTaken`` or ``SlotHeld`` with other times where
    somebody has it."""
    facts = _sql_values(context, request, result, claim, outcome)
    hold: Hold | None = await context.session.scalar(
        WRITE, facts, execution_options={"populate_existing": True}
    )
    # Nothing is written also where somebody asked with the same key at the same moment: they have won it for
    # us.
    hold = hold or await find_standing_hold(context, request)
    if hold is None:
        raise refusal_for(rules.FULLY_BOOKED, await others_near(context, request, result.question))
    return hold


def _sql_values(
    context: OperationContext,
    request: HoldRequest,
    result: AvailabilityResult,
    claim: AcquireRequest,
    outcome: AcquireResult,
) -> dict[str, Any]:
    """What ``hold.sql`` asks for."""
    return {
        **_service_values(result, outcome),
        "id": claim.hold_id,
        "organization_id": context.organization_id,
        "owner": context.owner,
        "purpose": RESCHEDULE if request.reschedule_of else BOOK,
        "reschedule_of": request.reschedule_of,
        "replaces": request.replaces_hold_id,
        "leaving": result.busy.excluded_block,
        "resource_ids": list(outcome.resources),
        "staff_id": request.staff_id,
        "starts_at": request.start,
        "ends_at": request.start + timedelta(minutes=result.duration),
        "claims_from": claim.start,
        "claims_to": claim.end,
        "party_size": request.party_size,
        "now": context.clock.now(),
        "expires_at": outcome.expires_at,
        "max_expires_at": outcome.max_expires_at,
        "revision": context.catalogue.organization.revision,
    }


def _service_values(result: AvailabilityResult, outcome: AcquireResult) -> dict[str, Any]:
    """What the hold is of: the service at its place, by the terms and the price of now."""
    service, location = result.service, result.location
    price = price_with(result.catalogue, service, location, result.duration, outcome.resources)
    return {
        "is_group": service.is_group,
        "service_id": service.id,
        "location_id": location.id,
        "price": price.money and price.money.amount,
        "price_is_from": price.is_from,
        "currency": location.currency or service.currency,
        "policy": service.policy(),
    }
