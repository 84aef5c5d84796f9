"""Feeds arranged: made, listed and revoked. The address goes out once, in the answer to who makes it."""

from msgspec import Struct
from sqlalchemy import func, select

from booking_core.calendars.feeds.feed import CalendarFeed, feed_hash
from booking_core.calendars.whose import must_be_theirs, only_resource
from booking_core.context import OperationContext
from booking_core.errors import Conflict, NotFound
from booking_core.storage.ids import derived_id, new_id, new_secret
from booking_core.storage.named_lock import lock_by_name
from booking_core.team.memberships import Membership

# A phone, a tablet and a computer of everybody in a large business.
MOST_FEEDS = 200


class NewFeed(Struct, frozen=True):
    """``token`` is told this once; empty for a repeat, which is told none."""

    feed: CalendarFeed
    token: str


class ListedFeed(Struct, frozen=True):
    """``opens`` is False where its maker has left, or may not see it any more."""

    feed: CalendarFeed
    opens: bool


async def make_feed(
    context: OperationContext,
    *,
    resource_id: str | None = None,
    location_id: str | None = None,
    shows_names: bool,
    key: str = "",
) -> NewFeed:
    """A new address. A ``key`` makes a repeat the same one.

    Raises ``NotAllowed``, ``InvalidField`` (``whose``), and ``Conflict`` (``feed_limit_reached``).
    """
    context.require("calendar.share")
    await must_be_theirs(context, resource_id, location_id)
    await _lock(context)
    parts = (context.organization_id, context.owner, "feed", key)
    feed_id = derived_id("feed", *parts) if key else new_id("feed")
    if (before := await context.session.get(CalendarFeed, feed_id)) is not None:
        return NewFeed(before, "")
    await _must_have_room(context)
    token = new_secret()
    feed = _feed(context, feed_id, token, resource_id, location_id, shows_names=shows_names)
    context.session.add(feed)
    after = {"resource_id": resource_id, "location_id": location_id, "shows_names": shows_names}
    context.audit("calendar.share", feed_id, after=after)
    await context.session.flush()
    return NewFeed(feed, token)


def _feed(
    context: OperationContext,
    feed_id: str,
    token: str,
    resource_id: str | None,
    location_id: str | None,
    *,
    shows_names: bool,
) -> CalendarFeed:
    now = context.clock.now()
    return CalendarFeed(
        id=feed_id,
        organization_id=context.organization_id,
        token_hash=feed_hash(token),
        resource_id=resource_id,
        location_id=location_id,
        account_id=context.actor.id,
        shows_names=shows_names,
        created_at=now,
        changed_at=now,
    )


async def feeds_of(context: OperationContext) -> list[ListedFeed]:
    """Those the actor may arrange, oldest first. Raises ``NotAllowed``."""
    context.require("calendar.list")
    only = await only_resource(context)
    opens = (
        select(Membership.id)
        .where(
            Membership.organization_id == CalendarFeed.organization_id,
            Membership.account_id == CalendarFeed.account_id,
            (Membership.role != "member") | (Membership.resource_id == CalendarFeed.resource_id),
        )
        .exists()
    )
    own = select(CalendarFeed, opens).where(CalendarFeed.organization_id == context.organization_id)
    if only is not None:
        own = own.where(CalendarFeed.resource_id == only)
    rows = await context.session.execute(own.order_by(CalendarFeed.created_at, CalendarFeed.id))
    return [ListedFeed(feed, bool(is_open)) for feed, is_open in rows]


async def revoke_feed(context: OperationContext, feed_id: str) -> None:
    """The address opens nothing any more. Raises ``NotAllowed``, and ``NotFound``, also for a repeat."""
    context.require("calendar.revoke")
    own = select(CalendarFeed).where(
        CalendarFeed.organization_id == context.organization_id, CalendarFeed.id == feed_id
    )
    feed = await context.session.scalar(own.with_for_update())
    only = await only_resource(context)
    if feed is None or only not in (None, feed.resource_id):
        raise NotFound("There is no such address.")
    await context.session.delete(feed)
    before = {"resource_id": feed.resource_id, "location_id": feed.location_id}
    context.audit("calendar.revoke", feed_id, before=before)
    await context.session.flush()


async def _must_have_room(context: OperationContext) -> None:
    own = select(func.count()).where(CalendarFeed.organization_id == context.organization_id)
    if (await context.session.scalar(own) or 0) >= MOST_FEEDS:
        raise Conflict(f"There are {MOST_FEEDS} addresses already.", code="feed_limit_reached")


async def _lock(context: OperationContext) -> None:
    """Whoever makes one at the same moment waits, so that the limit is one and a repeat finds the first."""
    await lock_by_name(context.session, f"calendar feeds of {context.organization_id}")
