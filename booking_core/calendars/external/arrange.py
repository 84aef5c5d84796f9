"""Calendars elsewhere arranged: connected, listed, checked on demand, disconnected. Addresses go in and never
come out."""

from msgspec import Struct
from sqlalchemy import func, select

from booking_core.calendars.external.busy_times import BusyTime
from booking_core.calendars.external.external_calendar import ICS, ExternalCalendar, is_working
from booking_core.calendars.whose import must_be_theirs, only_resource
from booking_core.context import OperationContext
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.outbound.guard import Forbidden, Target, target_of
from booking_core.storage.idempotency import Sealer
from booking_core.storage.ids import derived_id, new_id
from booking_core.storage.named_lock import lock_by_name

# A work calendar and a family's for each person; each is a request every quarter of an hour.
MOST_OF_ONE, MOST_CALENDARS = 5, 200


class CalendarPlace(Struct, frozen=True):
    """What is needed to keep a calendar: what seals its address, and the origins inside that the installation
    allows."""

    seal: Sealer
    allowed: frozenset[str] = frozenset()


class ListedCalendar(Struct, frozen=True):
    """``ahead`` is how many busy stretches of it are known that are not over; ``works`` is False where it is
    paused."""

    calendar: ExternalCalendar
    ahead: int
    works: bool


async def connect_ics(
    context: OperationContext, resource_id: str, address: str, place: CalendarPlace, *, key: str = ""
) -> ExternalCalendar:
    """From now on they are busy when the calendar file at this address says so. Raises what ``connect``
    does."""
    address = usual_address(address)
    return await connect(context, resource_id, ICS, address, address, place, key=key)


async def connect(
    context: OperationContext,
    resource_id: str,
    kind: str,
    url: str,
    secret: str,
    place: CalendarPlace,
    *,
    key: str = "",
) -> ExternalCalendar:
    """With the ``secret`` that opens it. A ``key`` makes a repeat the same one. Raises ``NotAllowed``,
    ``InvalidField`` (``whose``, ``url``), and ``Conflict`` (``calendar_limit_reached``)."""
    target = await check_choice(context, resource_id, url, place)
    await _lock(context)
    parts = (context.organization_id, context.owner, "calendar", key)
    calendar_id = derived_id("cal", *parts) if key else new_id("cal")
    if (before := await context.session.get(ExternalCalendar, calendar_id)) is not None:
        return before
    await _must_have_room(context, resource_id)
    known = {"resource_id": resource_id, "kind": kind, "host": target.host}
    calendar = ExternalCalendar(
        id=calendar_id,
        organization_id=context.organization_id,
        account_id=context.actor.id,
        created_at=context.clock.now(),
        **known,
    )
    calendar.seal_address(secret, place.seal)
    context.session.add(calendar)
    context.audit("calendar.connect", calendar_id, after=known)
    await context.session.flush()
    return calendar


async def check_choice(context: OperationContext, resource_id: str, url: str, place: CalendarPlace) -> Target:
    """Whether the actor may connect the calendar at this address to them. Raises ``NotAllowed``, and
    ``InvalidField`` (``whose``, ``url``)."""
    context.require("calendar.connect")
    await must_be_theirs(context, resource_id, None)
    return checked_target(url, place)


async def calendars_of(context: OperationContext) -> list[ListedCalendar]:
    """Those the actor may arrange, oldest first. Raises ``NotAllowed``."""
    context.require("calendar.list")
    only = await only_resource(context)
    ahead = (
        select(func.count())
        .where(
            BusyTime.calendar_id == ExternalCalendar.id,
            func.upper(BusyTime.during) > context.clock.now(),
        )
        .correlate(ExternalCalendar)
        .scalar_subquery()
    )
    own = select(ExternalCalendar, ahead, is_working()).where(
        ExternalCalendar.organization_id == context.organization_id
    )
    if only is not None:
        own = own.where(ExternalCalendar.resource_id == only)
    rows = await context.session.execute(own.order_by(ExternalCalendar.created_at, ExternalCalendar.id))
    return [ListedCalendar(*row) for row in rows]


async def calendar_of(context: OperationContext, verb: str, calendar_id: str) -> ExternalCalendar:
    """Raises ``NotAllowed``, and ``NotFound`` alike for an unknown one and one that is not theirs."""
    context.require(verb)
    only = await only_resource(context)
    own = select(ExternalCalendar).where(
        ExternalCalendar.organization_id == context.organization_id, ExternalCalendar.id == calendar_id
    )
    found = await context.session.scalar(own)
    if found is None or only not in (None, found.resource_id):
        raise NotFound("There is no such calendar.")
    return found


async def disconnect(context: OperationContext, calendar_id: str) -> None:
    """Forget the calendar, its address and all that is busy by it. Raises ``NotFound``, also for a repeat."""
    calendar = await calendar_of(context, "calendar.disconnect", calendar_id)
    before = {"resource_id": calendar.resource_id, "kind": calendar.kind, "host": calendar.host}
    await context.session.delete(calendar)
    context.audit("calendar.disconnect", calendar_id, before=before)
    await context.session.flush()


def usual_address(address: str) -> str:
    """As it is asked for: programs hand out ``webcal`` for what is fetched over https."""
    address = address.strip()
    scheme, colon, rest = address.partition("://")
    return f"https{colon}{rest}" if scheme.lower() in ("webcal", "webcals") else address


def checked_target(address: str, place: CalendarPlace) -> Target:
    """Raises ``InvalidField`` (``url``) for an address that we do not ask."""
    try:
        return target_of(address.partition("#")[0], place.allowed)
    except Forbidden as error:
        raise InvalidField("url", str(error), code="url_not_allowed") from error


async def _must_have_room(context: OperationContext, resource_id: str) -> None:
    own = select(ExternalCalendar.resource_id).where(
        ExternalCalendar.organization_id == context.organization_id
    )
    known = list(await context.session.scalars(own))
    if known.count(resource_id) >= MOST_OF_ONE or len(known) >= MOST_CALENDARS:
        raise Conflict(f"At most {MOST_OF_ONE} calendars of one person.", code="calendar_limit_reached")


async def _lock(context: OperationContext) -> None:
    """Whoever connects at the same moment waits, so that the limit is one and a repeat finds the first."""
    await lock_by_name(context.session, f"external calendars of {context.organization_id}")
