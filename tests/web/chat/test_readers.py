"""How many streams one process reads out: while all places are taken, whoever has most makes room for whoever
has fewer."""

from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack

import httpx
import pytest

from agent.live_stream.event_notifier import Subscription
from booking_core.errors import Unavailable
from booking_core.maintenance.demo import DemoSalon
from tests.serving import NO_TLS, serving, settings_on
from web.access.throttle import is_loopback
from web.chat.stream.readers import PER_ADDRESS, PER_CONVERSATION, Place, Readers
from web.embedded import EmbeddedServers

ADA, BEN = "203.0.113.7", "203.0.113.8"


class Hall:
    """Readers who stay until the end of the test, each in a conversation of their own."""

    def __init__(self, stack: ExitStack, readers: Readers) -> None:
        self._stack = stack
        self._readers = readers
        self._number = 0

    def comes(self, address: str) -> Place:
        """Raises ``Unavailable``."""
        self._number += 1
        self._readers.must_have_room(address)
        return self._stack.enter_context(
            self._readers.place(f"cnv_{self._number}", address, Subscription("0"))
        )


@pytest.fixture
def hall() -> Iterator[Hall]:
    with ExitStack() as stack:
        yield Hall(stack, Readers(per_address=4, in_all=8))


def test_an_address_has_only_so_many(hall: Hall) -> None:
    for _ in range(4):
        hall.comes(ADA)
    with pytest.raises(Unavailable):
        hall.comes(ADA)
    assert hall.comes(BEN)


def test_whom_nobody_knows_has_as_many_as_there_are(hall: Hall) -> None:
    """A proxy on this machine that does not say whom it speaks for."""
    for _ in range(8):
        hall.comes("")
    with pytest.raises(Unavailable):
        hall.comes("")
    assert hall.comes(ADA)


def test_two_addresses_that_have_all_places_make_room_for_everybody_else(hall: Hall) -> None:
    greedy = [hall.comes(address) for address in (ADA, BEN) for _ in range(4)]
    others = [hall.comes(f"198.51.100.{number}") for number in range(4)]
    assert sum(place.taken for place in greedy) == 4
    assert [place.subscription.signal.is_set() for place in greedy] == [place.taken for place in greedy]
    assert not any(place.taken for place in others)


def test_the_addresses_of_one_network_are_one_by_whom_room_is_made(hall: Hall) -> None:
    greedy = [hall.comes(f"2001:db8:0:{number}::") for number in range(8)]
    assert hall.comes(ADA)
    assert [place.taken for place in greedy] == [True] + [False] * 7


def test_where_everybody_has_one_the_next_has_to_come_back(hall: Hall) -> None:
    for number in range(8):
        hall.comes(f"198.51.100.{number}")
    with pytest.raises(Unavailable):
        hall.comes(ADA)


def test_whoever_was_sent_away_and_leaves_is_counted_once(hall: Hall) -> None:
    readers = Readers(per_address=4, in_all=2)
    with ExitStack() as first, ExitStack() as last:
        for number in range(2):
            first.enter_context(readers.place(f"cnv_{number}", ADA, Subscription("0")))
        last.enter_context(readers.place("cnv_2", BEN, Subscription("0")))
        first.close()
        readers.must_have_room(ADA)
        last.enter_context(readers.place("cnv_3", ADA, Subscription("0")))
        with pytest.raises(Unavailable):
            readers.must_have_room("198.51.100.1")


def test_the_oldest_of_one_conversation_goes_where_too_many_read_it() -> None:
    readers = Readers(per_conversation=2)
    with ExitStack() as stack:
        places = [stack.enter_context(readers.place("cnv_1", ADA, Subscription("0"))) for _ in range(3)]
        assert [place.taken for place in places] == [True, False, False]


async def test_streams_by_a_proxy_on_this_machine_are_not_those_of_one_address(
    servers: EmbeddedServers, salon: DemoSalon
) -> None:
    body = {"organization_id": salon.organization_id}
    limits = httpx.Limits(max_connections=None)
    async with (
        serving(settings_on(servers)) as url,
        httpx.AsyncClient(verify=NO_TLS, base_url=url, timeout=30, limits=limits) as http,
        AsyncExitStack() as stack,
    ):
        opened = [(await http.post("/chat/v1/conversations", json=body)).json() for _ in range(14)]
        for number in range(PER_ADDRESS + 2):
            one = opened[number // PER_CONVERSATION]
            stream = await stack.enter_async_context(
                http.stream(
                    "GET",
                    f"/chat/v1/conversations/{one['conversation_id']}/events",
                    headers={"Authorization": f"Bearer {one['token']}"},
                )
            )
            assert stream.status_code == 200, number


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_known_however_it_is_written(address: str) -> None:
    assert is_loopback(address)
