"""The guard: nothing that leads inside is ever connected to, however it is written and whatever a name server
says."""

import anyio
import pytest

from booking_core.webhooks.guard import Forbidden, addresses_of, target_of
from booking_core.webhooks.public_addresses import is_public
from booking_core.webhooks.sender import NotSent, Sender
from tests.webhooks.receivers import Receiver, receiving


def words(text: str) -> list[str]:
    return text.split()


INSIDE = words(
    """
127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 169.254.169.254 172.16.0.1
172.31.255.255 192.0.0.1
192.0.0.8 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.51.100.1 203.0.113.1
224.0.0.1 239.255.255.250
240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
64:ff9b::7f00:1
64:ff9b::a9fe:a9fe 64:ff9b:1::7f00:1 100::1 2001::1 2001:0:7f00:1:: 2001:db8::1 2002:7f00:1:: 2002:a00:1::
fc00::1 fd12:3456::1
fe80::1 fec0::1 ff02::1 fe80::1%1 ::ffff:0:127.0.0.1 ::ffff:0:8.8.8.8 ::ffff:1:127.0.0.1 3fff::1
3fff:fff:ffff::1 5f00::1 5f00:ffff::1
4000::1 1fff::1 e000::1 100:0:0:1::1 2001:1::1 2001:2::1 2001:10::1 2001:20::1 2001:30::1 2001:1ff:ffff::1
2620:4f:8000::1
2606:4700:4700::1111%1 192.31.196.1 192.52.193.1 192.175.48.6 64:ff9b:ffff::1 ::8.8.8.8
"""
)
OUTSIDE = words(
    """
8.8.8.8 1.1.1.1 93.184.216.34 2606:4700:4700::1111 2a00:1450:4001:81b::200e 2001:4860:4860::8888 2001:200::1
2c0f:fb50::1 3ffe::1
::ffff:8.8.8.8 223.255.255.1 191.255.255.1 100.128.0.1 172.32.0.1
"""
)
# However glibc would read them, they are this machine or one beside it.
WRITTEN_OTHERWISE = words(
    """
https://127.0.0.1/ https://127.1/ https://2130706433/ https://0x7f.1/ https://0x7f000001/ https://0177.0.0.1/
https://017700000001/
https://[::1]/ https://[::ffff:127.0.0.1]/ https://[64:ff9b::7f00:1]/ https://10.0.0.1:8443/
https://169.254.169.254/latest/meta-data
https://0/ https://localhost/ https://LOCALHOST/ https://localhost./ https://hooks.localhost/
https://printer.local/ https://db.internal/
https://intranet/
"""
)
NO_ADDRESS = words(
    """
http://example.com/ ftp://example.com/ file:///etc/passwd https://example.com:22/ https://example.com:80/
https://example.com:6379/
https://user@example.com/ https://user:pass@example.com/ https://example.com@127.0.0.1/
https://example.com\\@127.0.0.1/
https://example.com/#fragment https://１２７.0.0.1/ https://example。com/ https:///hooks
https://example.com:99999/ https://exa%6dple.com/
https://a..b/ https://.example.com/ https://example.com../ https://-a.example.com/ https://a-.example.com/
//example.com/ example.com javascript:alert(1) gopher://example.com/
"""
)


@pytest.mark.parametrize("address", INSIDE)
async def test_an_address_inside_is_never_connected_to(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(Forbidden):
        await addresses_of(target_of("https://example.com/"), resolve=saying([address]))


@pytest.mark.parametrize("address", OUTSIDE)
async def test_a_public_address_may_be_connected_to(address: str) -> None:
    assert await addresses_of(target_of("https://example.com/"), resolve=saying([address])) == [address]


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
        await addresses_of(target_of("https://example.com/"), resolve=saying(["8.8.8.8", "127.0.0.1"]))


async def test_a_name_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(Forbidden):
        await addresses_of(target_of("https://example.com/"), resolve=saying([]))


async def test_a_name_that_changes_its_mind_is_asked_once_and_leads_nowhere_inside() -> None:
    """First a public address, then this machine: whoever looked twice would connect to the second."""
    asked = 0

    async def rebinding(host: str, port: int) -> list[str]:
        nonlocal asked
        asked += 1
        # A public address at which nobody here answers: this machine has no way there.
        return ["2a00:1450:4001:81b::200e"] if asked == 1 else ["127.0.0.1"]

    async with receiving(Receiver()) as inside:
        sender = Sender(resolve=rebinding, patience_s=0.3)
        with pytest.raises(NotSent):
            await sender.post(f"https://rebound.example.com:8443/{inside.port}", {}, b"{}")
        assert (asked, inside.connections) == (1, 0)


async def test_the_very_address_that_was_looked_at_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[object] = []

    async def opened(remote_host: object, **_: object) -> object:
        connected.append(remote_host)
        raise OSError

    monkeypatch.setattr(anyio, "connect_tcp", opened)
    with pytest.raises(NotSent):
        await Sender(resolve=saying(["8.8.8.8"])).post("https://example.com/", {}, b"")
    assert connected == ["8.8.8.8"]


async def test_only_a_named_origin_on_this_machine_may_be_told_in_development() -> None:
    async with receiving(Receiver()) as receiver, receiving(Receiver()) as other:
        sender = Sender(frozenset({receiver.origin}))
        assert await sender.post(receiver.url, {}, b"{}") == 204
        with pytest.raises(NotSent):
            await sender.post(other.url, {}, b"{}")
        assert other.connections == 0


async def test_an_allowed_name_that_leads_elsewhere_is_refused() -> None:
    sender = Sender(frozenset({"http://localhost:9000"}), resolve=saying(["10.0.0.1"]))
    with pytest.raises(NotSent):
        await sender.post("http://localhost:9000/", {}, b"")


def saying(addresses: list[str]):  # type: ignore[no-untyped-def]
    async def resolve(host: str, port: int) -> list[str]:
        return addresses

    return resolve
