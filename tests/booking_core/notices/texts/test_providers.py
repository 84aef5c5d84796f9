"""Both shapes of a provider, against a real server that checks who asks."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from booking_core.errors import InvalidField
from booking_core.notices.texts.providers import NotTaken, TextMessage, TextSender, sender_of
from booking_core.text_providers.provider_choice import ProviderChoice, TextPlace
from booking_core.time.clock import FrozenClock
from tests.text_gateway import HUNG_UP, NUMBER, TextGateway, text_gateway
from web.secrets.sealing import text_seal

MESSAGE = TextMessage(
    "mail_1", "+4915112345678", "Salon: Größe {a} & b = c", "https://zimun.example/texts/v1/o"
)


@pytest.fixture
async def gateway() -> AsyncIterator[TextGateway]:
    async with text_gateway() as running:
        yield running


def sender(gateway: TextGateway, clock: FrozenClock, kind: str = "signed", **changed: str) -> TextSender:
    chosen = gateway.choice(kind, **changed).seal("org_1", gateway.place)
    return sender_of("org_1", chosen, gateway.place, clock.now)


async def refuse(asking: TextSender) -> NotTaken:
    with pytest.raises(NotTaken) as refusal:
        await asking.send(MESSAGE)
    return refusal.value


@pytest.mark.parametrize("kind", ["signed", "twilio"])
async def test_each_shape_is_understood(gateway: TextGateway, clock: FrozenClock, kind: str) -> None:
    await sender(gateway, clock, kind).send(MESSAGE)
    (sent,) = gateway.sent
    assert (sent.recipient, sent.text, sent.sender) == (MESSAGE.recipient, MESSAGE.text, NUMBER)
    assert sent.callback == MESSAGE.callback
    wrong = await refuse(sender(gateway, clock, kind, secret="not the secret of the two"))
    assert (wrong.code, wrong.may_pass, len(gateway.sent)) == ("401", False, 1)


async def test_what_may_pass_and_when(gateway: TextGateway, clock: FrozenClock) -> None:
    asking = sender(gateway, clock)
    gateway.answers, gateway.retry_after = [429], "30"
    throttled = await refuse(asking)
    assert (throttled.may_pass, throttled.again_in) == (True, timedelta(seconds=30))
    gateway.answers, gateway.retry_after = [503], "99999999999"
    assert (await refuse(asking)).again_in == timedelta(hours=1)
    for odd in ("soon", "-1", "Wed, 32 Nov 2026 25:00:00 GMT"):
        gateway.answers, gateway.retry_after = [503], odd
        assert (await refuse(asking)).again_in is None
    gateway.answers, gateway.retry_after = [503], "Mon, 01 Jan 2024 00:00:00 GMT"
    assert (await refuse(asking)).again_in == timedelta()
    assert gateway.sent == []


async def test_why_in_one_word_and_never_in_theirs(gateway: TextGateway, clock: FrozenClock) -> None:
    asking = sender(gateway, clock, "twilio")
    for told, code, opted_out in (
        ({"code": 21610}, "21610", True),
        ({"reason": "opted_out"}, "opted_out", True),
        ({"code": "Ada's number is wrong"}, "400", False),
        ({"code": ["x"]}, "400", False),
    ):
        gateway.answers, gateway.told = [400], told
        refusal = await refuse(asking)
        assert (refusal.code, refusal.opted_out, refusal.may_pass) == (code, opted_out, False)


async def test_whether_it_may_have_been_taken(gateway: TextGateway, clock: FrozenClock) -> None:
    gateway.answers = [HUNG_UP]
    assert (await refuse(sender(gateway, clock))).perhaps_taken
    closed = ProviderChoice("signed", NUMBER, "http://127.0.0.1:9", secret="a secret of some length")
    place = TextPlace(gateway.place.seal, frozenset({"http://127.0.0.1:9"}))
    nobody = sender_of("org_1", closed.seal("org_1", place), place, clock.now)
    assert ((await refuse(nobody)).code, (await refuse(nobody)).perhaps_taken) == ("not reached", False)


async def test_no_redirect_takes_it_anywhere(gateway: TextGateway, clock: FrozenClock) -> None:
    gateway.answers = [307]
    assert not (await refuse(sender(gateway, clock))).may_pass
    assert gateway.asked == 1


async def test_what_was_sealed_with_a_lost_key_waits_for_people(
    gateway: TextGateway, clock: FrozenClock
) -> None:
    chosen = gateway.choice().seal("org_1", gateway.place)
    lost = TextPlace(text_seal("another key of the installation"), gateway.place.allowed)
    assert (await refuse(sender_of("org_1", chosen, lost, clock.now))).may_pass
    assert gateway.asked == 0


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("url", {"url": "http://sms.example.com/send"}),
        ("url", {"url": "https://10.0.0.1/send"}),
        ("url", {"url": "https://127.0.0.1:9010"}),
        ("url", {"url": ""}),
        ("kind", {"kind": "pigeon"}),
        ("account", {"kind": "twilio", "account": "../../Accounts"}),
        ("sender", {"sender": "A name too long"}),
        ("sender", {"sender": "030 901820"}),
        ("sender", {"sender": "12345"}),
        ("secret", {"secret": "short"}),
        ("secret", {"secret": "x" * 16 + "\r\nHost: evil"}),
    ],
)
def test_what_no_provider_is(field: str, changed: dict[str, str]) -> None:
    place = TextPlace(text_seal("a key that only the tests know, and long"))
    given = {"kind": "signed", "sender": NUMBER, "url": "https://sms.example.com/send", "secret": "x" * 16}
    ProviderChoice(**given).seal("org_1", place)
    with pytest.raises(InvalidField) as refusal:
        ProviderChoice(**{**given, **changed}).seal("org_1", place)
    assert refusal.value.field == field
