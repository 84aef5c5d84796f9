"""What somebody without a token has to bring: the customer's stated agreement, and for a booking its code and
its contact."""

from typing import Annotated

from msgspec import Meta

from booking_core.catalogue.settings.booking_rules import BookingRules
from booking_core.errors import Invalid
from booking_core.input.pattern_words import CODE, NO_NUL
from web.mcp.endpoint.callers import McpCaller
from web.mcp.tool_calls.tool import ToolContext
from web.server.rate_limits import count_request, too_fast

# A code has 27^6 values and is useless without its contact; this many tries a minute are for people who
# mistype.
TRIES_PER_MINUTE = 10
Code = Annotated[str, Meta(min_length=1, max_length=20, pattern=CODE)]
Contact = Annotated[
    str,
    Meta(
        min_length=3,
        max_length=320,
        pattern=NO_NUL,
        description="The email address or phone number of the booking.",
    ),
]


def must_agree(caller: McpCaller, customer_agreed: bool) -> None:
    """A token is the proof by itself; anybody else has to state it. Raises ``Invalid``
    (``customer_agreement_needed``)."""
    if not caller.is_known and not customer_agreed:
        raise Invalid("The customer has to agree to this first.", code="customer_agreement_needed")


async def must_prove(context: ToolContext, code: str | None, contact: str | None) -> None:
    """Raises ``Invalid`` (``proof_needed``) for anybody without token, code and contact, ``TooMany`` for who
    tries too often."""
    caller = context.caller
    if caller.is_known:
        return
    if code is None or contact is None:
        raise Invalid("This needs the booking code and the contact of the booking.", code="proof_needed")
    tries = await count_request(context.redis, f"finding:{caller.counted_as}", TRIES_PER_MINUTE)
    if tries is not None and tries.is_spent:
        raise too_fast(tries)


def must_not_need_proof(context: ToolContext) -> None:
    """Raises ``Invalid`` (``contact_verification_needed``) where anybody who books has to enter a code from
    their mailbox first."""
    organization = context.desk.catalogue.organization
    if context.caller.is_known or not BookingRules.of(organization).verify_contact:
        return
    ways = {"phone": organization.phone, "email": organization.email}
    chat = {"chat_url": f"{context.public_url}/c/{organization.id}"}
    raise Invalid(
        "This business books once a code from the customer's own mailbox has been entered in its chat.",
        code="contact_verification_needed",
        details=chat | {name: way for name, way in ways.items() if way},
    )
