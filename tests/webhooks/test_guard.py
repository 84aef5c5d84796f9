"""The guard: nothing that leads inside is ever connected to, however it is written and whatever a name server
says."""

import anyio
import pytest

from booking_core.outbound.guard import Forbidden, addresses_of, target_of
from booking_core.outbound.public_addresses import is_public
from booking_core.webhooks.sender import NotSent, Sender
from tests.webhooks.addresses import INSIDE, NO_ADDRESS, OUTSIDE, WRITTEN_OTHERWISE
from tests.webhooks.receivers import Receiver, receiving


@pytest.mark.parametrize("address", INSIDE)
async def test_an_address_inside_is_never_connected_to(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(Forbidden):
        await addresses_of(target_of("https://example.com/"), resolve=say([address]))


@pytest.mark.parametrize("address", OUTSIDE)
async def test_a_public_address_may_be_connected_to(address: str) -> None:
    assert await addresses_of(target_of("https://example.com/"), resolve=say([address])) == [address]


@pytest.mark.parametrize("url", WRITTEN_OTHERWISE)
def test_an_address_inside_is_seen_through_its_spelling(url: str) -> None:
    with pytest.raises(Forbidden):
        target_of(url)


@pytest.mark.parametrize(
    "url",
    [
        *NO_ADDRESS,
        "https://example.com/\r\nX: y",
        "https://example.com/ x",
        "https://a.b/" + "x" * 2000,
        f"https://{'a' * 64}.example.com/",
    ],
)
def test_what_is_no_plain_https_address_is_refused(url: str) -> None:
    with pytest.raises(Forbidden):
        target_of(url)


async def test_one_address_inside_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(Forbidden):
        await addresses_of(target_of("https://example.com/"), resolve=say(["8.8.8.8", "127.0.0.1"]))


async def test_a_name_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(Forbidden):
        await addresses_of(target_of("https://example.com/"), resolve=say([]))


async def test_a_name_that_changes_its_mind_is_asked_once_and_leads_nowhere_inside() -> None:
    """First a public address, then this machine: whoever looked twice would connect to the second."""
    asked = 0

    async def rebind(host: str, port: int) -> list[str]:
        nonlocal asked
        asked += 1
        # A public address at which nobody here answers: this machine has no way there.
        return ["2a00:1450:4001:81b::200e"] if asked == 1 else ["127.0.0.1"]

    async with receiving(Receiver()) as inside:
        sender = Sender(resolve=rebind, patience_s=0.3)
        with pytest.raises(NotSent):
            await sender.post(f"https://rebound.example.com:8443/{inside.port}", {}, b"{}")
        assert (asked, inside.connections) == (1, 0)


async def test_the_very_address_that_was_looked_at_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[object] = []

    async def open_page(remote_host: object, **_: object) -> object:
        connected.append(remote_host)
        raise OSError

    monkeypatch.setattr(anyio, "connect_tcp", open_page)
    with pytest.raises(NotSent):
        await Sender(resolve=say(["8.8.8.8"])).post("https://example.com/", {}, b"")
    assert connected == ["8.8.8.8"]


async def test_only_a_named_origin_on_this_machine_may_be_told_in_development() -> None:
    async with receiving(Receiver()) as receiver, receiving(Receiver()) as other:
        sender = Sender(frozenset({receiver.origin}))
        assert (await sender.post(receiver.url, {}, b"{}")).status == 204
        with pytest.raises(NotSent):
            await sender.post(other.url, {}, b"{}")
        assert other.connections == 0


async def test_an_allowed_name_that_leads_elsewhere_is_refused() -> None:
    sender = Sender(frozenset({"http://localhost:9000"}), resolve=say(["10.0.0.1"]))
    with pytest.raises(NotSent):
        await sender.post("http://localhost:9000/", {}, b"")


def say(addresses: list[str]):  # type: ignore[no-untyped-def]
    async def resolve(host: str, port: int) -> list[str]:
        return addresses

    return resolve
