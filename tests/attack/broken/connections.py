"""What protects programs, webhooks, models and calendars of a business, broken."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from agent.letters import earlier_letters, team_letter
from agent.models import guarded_transport
from booking_core.calendars.caldav import answers, outgoing
from booking_core.calendars.external import external_calendar, readings
from booking_core.calendars.feeds import feed, read
from booking_core.chat_models import arrange
from booking_core.context import OperationContext
from booking_core.mail_servers import arrange as mail_servers
from booking_core.notices.outbox import Mail
from booking_core.outbound import fetch, mail_hosts
from booking_core.outbound.guard import Target
from booking_core.storage.ids import new_id
from web.jobs import mail


def anybody_connects() -> None:
    OperationContext.require = lambda *_: None  # type: ignore[method-assign]


def a_kept_key_goes_anywhere() -> None:
    arrange._origin = lambda _: ("", "")


def a_mail_password_goes_anywhere() -> None:
    mail_servers._goes = lambda _: ("", "")


def mail_servers_inside_are_connected_to() -> None:
    async def addresses_of(target: Any, *_: Any) -> list[str]:
        return ["127.0.0.1"]

    mail_hosts.addresses_of = addresses_of  # type: ignore[attr-defined]


def own_servers_carry_every_letter() -> None:
    mail._lets_somebody_in = lambda _: False


def everybody_of_the_team_sees_everything() -> None:
    team_letter._may_see = lambda *_: True


def readers_are_all_the_same() -> None:
    earlier_letters._to_same_reader = lambda mail: Mail.appointment_id == mail.appointment_id


def models_inside_are_connected_to() -> None:
    async def addresses_of(target: Any, *_: Any) -> list[str]:
        return [target.host]

    guarded_transport.target_of = lambda url, _: _target(url)  # type: ignore[attr-defined]
    guarded_transport.addresses_of = addresses_of  # type: ignore[attr-defined]


def _target(url: str) -> Any:
    """Whatever the address is."""
    return guarded_transport.Target(*_parts(url))


def _parts(url: str) -> tuple[str, str, int, str]:
    scheme, _, rest = url.partition("://")
    host, _, port = rest.partition("/")[0].partition(":")
    return scheme, host, int(port or 443), "/"


def redirects_lead_anywhere() -> None:
    async def addresses_of(target: Target, *_: Any) -> list[str]:
        return [target.host]

    fetch.addresses_of = addresses_of  # type: ignore[attr-defined]


def secrets_follow_redirects() -> None:
    fetch.SECRET_HEADERS = frozenset()


def feeds_outlast_their_makers() -> None:
    async def find_feed(session: Any, token: str) -> feed.CalendarFeed | None:
        asked = select(feed.CalendarFeed).where(feed.CalendarFeed.token_hash == feed.feed_hash(token))
        found: feed.CalendarFeed | None = await session.scalar(asked)
        return found

    read.find_feed = find_feed  # type: ignore[attr-defined]


def own_events_block() -> None:
    readings._is_ours = lambda *_: False


def broken_calendars_block_for_ever() -> None:
    external_calendar.KEPT_FOR = timedelta(days=400)


def declarations_are_read() -> None:
    answers._PlainTree.doctype = lambda *_: None  # type: ignore[method-assign]


def appointments_are_written_under_new_names() -> None:
    outgoing.object_name = lambda _: f"{new_id('apt')}.ics"  # type: ignore[attr-defined]
