"""One request by the link of an appointment: whose it is, and the way to the desk.

Whoever has the link may do with this appointment what its customer may, and nothing with any other. The link
is sent to the mailbox that is stored with the appointment, or handed to the program that booked it: it proves
as much as a code by letter, which is the most that a business may ask for (``chat.proof``).
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.link import LINKED, find_linked
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.live_holds.quotas import ADDRESSES_OF_A_NETWORK
from booking_core.storage.audit import PAGE, Actor
from web.access.origins import Origins
from web.context import AppContext
from web.secrets.manage_links import ManageLinks, appointment_named
from web.server.rate_limits import count_request, too_fast
from web.settings import Settings

T = TypeVar("T")
AnyRequest = Request[Any, Any, Any]
Work = Callable[[Desk, Appointment], Awaitable[T]]
PROOF = "manage link"
# Of one address in a minute: a family at their telephones, and a mail server that opens every link of a
# letter.
REQUESTS_A_MINUTE = 120


class LinkVisit(Struct, frozen=True):
    """A good link. ``number`` is the one it was made with; a change made meanwhile with another ends it."""

    request: AnyRequest
    context: AppContext
    token: str
    organization_id: str
    appointment_id: str
    number: int

    @property
    def core(self) -> BookingCore:
        return self.context.core

    @property
    def path(self) -> str:
        return f"/b/{self.token}"

    @property
    def actor(self) -> Actor:
        request_id: str = self.request.scope["state"].get("request_id", "")
        return Actor(PAGE, self.appointment_id, PROOF, request_id)

    async def read(self, work: Work[T]) -> T:
        async def look(desk: Desk) -> T:
            return await work(desk, await desk.find(self.appointment_id))

        return await self.core.read_only(self.organization_id, self.actor, look)

    async def change(self, work: Work[T]) -> T:
        """In a transaction, with the appointment locked. Raises ``NotFound`` where the link is worthless by
        now."""

        async def act(desk: Desk) -> T:
            return await work(desk, await find_linked(desk, self.appointment_id, self.number))

        return await self.core.transaction(self.organization_id, self.actor, act)


async def visit_by_link(
    request: AnyRequest, token: FromPath[str], context: NamedDependency[AppContext]
) -> LinkVisit:
    """Raises ``NotFound`` alike for a link that was made up, is another installation's, was replaced, or
    whose customer was erased: each takes the same question and the same sums. Raises ``TooMany``."""
    await must_be_slow_enough(request, context.core, context.settings)
    links, appointment_id = ManageLinks.of(context.settings), appointment_named(token)
    found = next(iter(await context.core.look_up(LINKED, appointment=appointment_id)), None)
    if not links.is_good(token, found.link_number if found else None) or found is None:
        raise NotFound("There is no such link.")
    return LinkVisit(request, context, token, found.organization_id, appointment_id, found.link_number)


async def must_be_slow_enough(request: AnyRequest, core: BookingCore, settings: Settings) -> None:
    """Counts one request of its address, and of its network. Raises ``TooMany``."""
    origin = Origins(settings.secret_key).of(request.client.host if request.client else "")
    for known_as, most in (
        (origin.address, REQUESTS_A_MINUTE),
        (origin.network, REQUESTS_A_MINUTE * ADDRESSES_OF_A_NETWORK),
    ):
        counted = await count_request(core.redis, f"by link:{known_as}", most) if known_as else None
        if counted is not None and counted.is_spent:
            raise too_fast(counted)
