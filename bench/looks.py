"""What is looked at as an organization grows: pages, calls and nightly jobs."""

from collections.abc import Awaitable, Callable
from typing import Any

from msgspec import Struct

from agent.data_retention.retention import purge_expired_data
from bench.full_house import FREQUENT_WORD, RARE_WORD
from bench.stage import Stage
from booking_core.core import BookingCore
from booking_core.maintenance.purge import purge
from web.access.purging import purge_access


class Look(Struct, frozen=True):
    """One line of the table. What is made ``before`` is not measured, and is given to it."""

    name: str
    does: Callable[..., Awaitable[Any]]
    before: Callable[[Stage], Awaitable[Any]] | None = None


LIST, TALK = "/conversations", "/conversations/{}"
LOOKS = (
    Look("console: list", lambda s: s.page(LIST)),
    Look("console: list, deep", lambda s: s.deep(LIST)),
    Look("console: list, waiting", lambda s: s.page(f"{LIST}?status=waiting")),
    Look("console: list, closed", lambda s: s.page(f"{LIST}?status=closed")),
    Look("console: list, closed, deep", lambda s: s.deep(f"{LIST}?status=closed")),
    Look("console: list, booked", lambda s: s.page(f"{LIST}?outcome=booked")),
    Look("console: list, handed over", lambda s: s.page(f"{LIST}?outcome=handed_over")),
    Look("console: list, no outcome", lambda s: s.page(f"{LIST}?outcome=none")),
    Look("console: list, moved (there is none)", lambda s: s.page(f"{LIST}?outcome=moved")),
    Look("console: search, rare word", lambda s: s.page(f"{LIST}?q={RARE_WORD}")),
    Look("console: search, frequent word", lambda s: s.page(f"{LIST}?q={FREQUENT_WORD}")),
    Look("console: search, two letters", lambda s: s.page(f"{LIST}?q=ge")),
    Look("console: search, nothing said so", lambda s: s.page(f"{LIST}?q=zzzzqqqq")),
    Look("console: search, a name", lambda s: s.page(f"{LIST}?q=Cleo+Adler+2")),
    Look("console: search, an address", lambda s: s.page(f"{LIST}?q=customer7@example.com")),
    Look("console: search, rare word, closed", lambda s: s.page(f"{LIST}?q={RARE_WORD}&status=closed")),
    Look("console: transcript", lambda s: s.page(TALK.format(s.full.conversation_id(1)))),
    Look("console: agenda of a day", lambda s: s.page("/agenda?day=" + s.days(1, 1)["from"])),
    Look("console: agenda, an old day", lambda s: s.page("/agenda?day=" + s.days(-1, 0)["from"])),
    Look("console: outbox", lambda s: s.page("/outbox")),
    Look("poll: list", lambda s: s.poll(LIST)),
    Look("poll: search, frequent word", lambda s: s.poll(f"{LIST}?q={FREQUENT_WORD}")),
    Look("poll: search, rare word", lambda s: s.poll(f"{LIST}?q={RARE_WORD}")),
    Look("poll: transcript", lambda s: s.poll(TALK.format(s.full.conversation_id(1)))),
    Look("poll: agenda", lambda s: s.poll("/agenda?day=" + s.days(1, 1)["from"])),
    Look("poll: outbox", lambda s: s.poll("/outbox")),
    Look("API: services", lambda s: s.api("GET", "/services")),
    Look("API: availability, a day", lambda s: s.free(**s.days(1, 1))),
    Look("API: availability, a month", lambda s: s.free(**s.days(1, 30))),
    Look("API: hold", lambda s: s.hold()),
    Look("API: confirm", lambda s, hold: s.confirm(hold), Stage.hold),
    Look("API: reschedule", lambda s, both: s.reschedule(both), Stage.booked_and_slot),
    Look("API: cancel", lambda s, booked: s.cancel(booked), Stage.booked),
    Look("API: appointments", lambda s: s.appointments()),
    Look("API: appointments, from today", lambda s: s.appointments(**{"from": s.day})),
    Look("API: appointments, pending", lambda s: s.appointments(status="pending_approval")),
    Look("API: appointments, no show (there is none)", lambda s: s.appointments(status="no_show")),
    Look("API: appointments, cancelled", lambda s: s.appointments(status="cancelled")),
    Look("API: appointments, cancelled from today",
        lambda s: s.appointments(status="cancelled", **{"from": s.day})),
    Look("API: appointments, pending before today",
        lambda s: s.appointments(status="pending_approval", to=s.days(-2, 0)["from"])),
    Look("API: appointments, an unknown code", lambda s: s.appointments(booking_code="NOBODY")),
    Look("chat: open", lambda s: s.opened()),
    Look("chat: look again", lambda s, chat: s.chat("GET", chat, ""), Stage.asked),
    Look("chat: post", lambda s, chat: s.say(chat), Stage.opened),
    Look("chat: a turn", lambda s, chat: s.turn(chat), Stage.asked),
    Look("chat: events, from a snapshot", lambda s, chat: s.chat("GET", chat, "/events?wait=0"), Stage.asked),
    Look("chat: events, going on",
        lambda s, chat: s.chat("GET", chat, f"/events?wait=0&after={chat['cursor']}"), Stage.asked),
    Look("health: ready", lambda s: s.ready()),
)  # fmt: skip
# What a night does, once; what is over by then is a day's worth of everything.
JOBS: dict[str, Callable[[BookingCore], Awaitable[Any]]] = {
    "night: purge": purge,
    "night: retention": purge_expired_data,
    "night: sign-ins and tokens": purge_access,
}
