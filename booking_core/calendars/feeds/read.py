"""A feed read by somebody's calendar program."""

import asyncio
from datetime import datetime

from msgspec import Struct

from booking_core.calendars.feeds.feed import CalendarFeed, find_feed
from booking_core.calendars.feeds.feed_file import AddressOf, Booked, feed_digest, feed_file, read_booked
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.errors import NotFound


class FeedReading(Struct, frozen=True):
    """What a feed shows now: ``digest`` is the same for the same file, and ``changed_at`` when it was new."""

    catalogue: Catalogue
    feed: CalendarFeed
    booked: list[Booked]
    digest: str
    changed_at: datetime

    async def file(self, address_of: AddressOf) -> bytes:
        """The bytes, made beside everything else: a large business has thousands of appointments."""
        return await asyncio.to_thread(feed_file, self.catalogue, self.feed, self.booked, address_of)


async def read_feed(core: BookingCore, token: str) -> FeedReading:
    """Raises ``NotFound`` for whatever is no address of a feed now."""
    return await core.read(lambda: _read(core, token))


async def _read(core: BookingCore, token: str) -> FeedReading:
    async with core.sessions() as session, session.begin():
        feed = await find_feed(session, token)
        if feed is None:
            raise NotFound("There is no such calendar.")
        now = core.clock.now()
        catalogue = await core.catalogue(session, feed.organization_id)
        booked = await read_booked(session, feed, now)
        digest = feed_digest(catalogue, feed, booked)
        feed.note_reading(digest, now)
        return FeedReading(catalogue, feed, booked, digest, feed.changed_at)
