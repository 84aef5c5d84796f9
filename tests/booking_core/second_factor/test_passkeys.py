"""Passkeys with a key in software: made for a challenge, signed for a challenge, and for one site only."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.second_factor.passkeys import (
    add_passkey,
    passkeys_of,
    registration_options,
    remove_passkey,
    sign_in_options,
)
from booking_core.second_factor.pending import new_challenge
from tests.booking_core.second_factor.holders import HOST, ORIGIN, SITE, holder
from tests.booking_core.second_factor.software_key import SoftwareKey, encode
from tests.examples import examples


async def test_a_passkey_is_made_and_signs_in(core: BookingCore, salon: DemoSalon) -> None:
    olive = await holder(core, salon)
    passkey = await olive.adds()
    assert (passkey.name, passkey.id) == ("Phone", encode(olive.key.id))
    assert await olive.signs()
    assert await olive.signs()
    async with core.sessions() as session, session.begin():
        [kept] = await passkeys_of(session, olive.account.id)
    assert (kept.sign_count, kept.last_used_at) == (2, core.clock.now())


async def test_an_answer_is_good_for_its_challenge_only(core: BookingCore, salon: DemoSalon) -> None:
    olive = await holder(core, salon)
    with pytest.raises(InvalidField):
        await olive.adds(challenge=new_challenge())
    await olive.adds()
    assert not await olive.signs(challenge=new_challenge())


async def test_the_same_answer_twice_is_refused(core: BookingCore, salon: DemoSalon) -> None:
    olive = await holder(core, salon)
    await olive.adds()
    challenge = new_challenge()
    async with core.sessions() as session, session.begin():
        answer = olive.key.sign(await sign_in_options(session, SITE, olive.account.id, challenge))
    assert await olive.uses(answer, challenge)
    assert not await olive.uses(answer, challenge)


@pytest.mark.parametrize(
    "changes",
    [
        {"origin": "https://chat.example.com.evil.example"},
        {"origin": "http://chat.example.com"},
        {"type": "webauthn.create"},
        {"challenge": "AAAA"},
    ],
)
async def test_another_site_or_another_purpose_is_refused(
    core: BookingCore, salon: DemoSalon, changes: dict[str, str]
) -> None:
    olive = await holder(core, salon)
    await olive.adds()
    assert not await olive.signs(**changes)


async def test_a_key_made_for_another_host_is_refused(core: BookingCore, salon: DemoSalon) -> None:
    elsewhere = await holder(core, salon, SoftwareKey(ORIGIN, "evil.example"))
    with pytest.raises(InvalidField):
        await elsewhere.adds()


async def test_a_copied_key_whose_counter_lags_behind_is_refused(core: BookingCore, salon: DemoSalon) -> None:
    olive = await holder(core, salon)
    await olive.adds()
    for _ in range(3):
        assert await olive.signs()
    olive.key.counter = 1
    assert not await olive.signs()


async def test_a_key_is_its_persons_only(core: BookingCore, salon: DemoSalon) -> None:
    olive, boris = await holder(core, salon), await holder(core, salon)
    passkey = await olive.adds()
    boris.key = olive.key
    with pytest.raises(InvalidField):
        await boris.adds()
    assert not await boris.signs()
    async with core.sessions() as session, session.begin():
        await remove_passkey(session, boris.account.id, passkey.id)
    assert await olive.signs()
    async with core.sessions() as session, session.begin():
        await remove_passkey(session, olive.account.id, passkey.id)
    assert not await olive.signs()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
PARTS = (
    "id",
    "rawId",
    "type",
    "response",
    "clientDataJSON",
    "attestationObject",
    "authenticatorData",
    "signature",
)


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.sampled_from(PARTS), value=JSON, drops=st.booleans())
async def test_whatever_is_sent_is_refused_in_words(
    core: BookingCore, salon: DemoSalon, part: str, value: Any, drops: bool
) -> None:
    olive = await holder(core, salon)
    await olive.adds()
    challenge = new_challenge()
    async with core.sessions() as session, session.begin():
        signed = olive.key.sign(await sign_in_options(session, SITE, olive.account.id, challenge))
        made = SoftwareKey(ORIGIN, HOST).make(
            await registration_options(session, SITE, olive.account, challenge)
        )
    broken = spoil(signed, part, value, drops)
    if broken != signed and part != "attestationObject":
        assert not await olive.uses(broken, challenge)
    spoiled = spoil(made, part, value, drops)
    if spoiled != made and part not in ("authenticatorData", "signature"):
        with pytest.raises(InvalidField):
            async with core.sessions() as session, session.begin():
                await add_passkey(session, SITE, olive.account.id, challenge, spoiled, "x", core.clock.now())


def spoil(answer: dict[str, Any], part: str, value: Any, drops: bool) -> dict[str, Any]:
    """The answer with one part replaced, or left out."""
    copy = json.loads(json.dumps(answer))
    where = copy if part in copy else copy["response"]
    if drops:
        where.pop(part, None)
    elif part in where:
        where[part] = value
    return copy
