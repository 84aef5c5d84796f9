"""Somebody guesses an operator's password from as many networks as they like: slowly, seen in the log, and
never in the operator's way."""

import logging
import random
from datetime import timedelta
from ipaddress import IPv6Address

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.web.console.stage import Browser, operator_of
from web.access.known_devices import LASTS
from web.access.sign_in_attempts import Attempt, SignInAttempts

# The first network of some IPv6 /48 that no other run has had, and how far the next one is.
FIRST, NEXT = int(IPv6Address("2001:db8::1")) + (random.randrange(1 << 16) << 80), 1 << 64
GHOST = f"{new_id('ghost')}@example.com"


def network(number: int) -> str:
    return str(IPv6Address(FIRST + number * NEXT))


async def guesses(
    core: BookingCore, email: str, count: int, clock: FrozenClock, pause: timedelta
) -> list[int]:
    """What is answered to one wrong password from each of so many networks, one after the other."""
    statuses = []
    for number in range(count):
        async with Browser(core, address=network(number)) as guesser:
            statuses.append((await guesser.sign_in(email, f"guess {number}")).status_code)
        clock.advance(pause)
    return statuses


async def besiege(core: BookingCore, email: str) -> None:
    """As many guesses at an account as it takes until everybody has to wait."""
    attempts = SignInAttempts(core.redis, "")
    for _ in range(25):
        await attempts.wait_s(Attempt(email, new_id("net"), None), core.clock.now())


async def test_rotating_networks_makes_no_more_guesses(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock, size: Sized, figures: Figures
) -> None:
    """An operator's account and one that does not exist are answered alike, to the last one."""
    olive, count = await operator_of(core, salon), size(2_000, 23)
    pause = timedelta(seconds=1)
    known = await guesses(core, olive.email, count, clock, pause)
    unknown = await guesses(core, f"x{olive.email}", count, clock, pause)
    figures.note(networks=count, seconds=count, judged=known.count(422), made_to_wait=known.count(429))
    assert known == unknown
    # Twenty at once, then after 1, 2, 4 … seconds, and in the end one a minute.
    assert known.count(422) <= 20 + 6 + count // 60 + 1
    assert set(known) == {422, 429}


async def test_a_known_device_is_let_in_meanwhile(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as at_work, Browser(core) as at_home, Browser(core) as stranger:
        await at_work.sign_in(olive.email)
        await at_work.send("/console/sign-out")
        await besiege(core, olive.email)
        assert (await at_work.sign_in(olive.email)).status_code == 303
        # A new device has to wait like everybody else, and its right password is not the exception that
        # tells.
        assert (await at_home.sign_in(olive.email)).status_code == 429
        for cookie in ("", "guessed", "~~~", at_work.client.cookies["zimun-device"][:-2] + "xx"):
            stranger.client.cookies.set("zimun-device", cookie)
            assert (await stranger.sign_in(olive.email)).status_code == 429
        # At last a minute passes in which nobody guesses.
        clock.advance(timedelta(seconds=60))
        assert (await at_home.sign_in(olive.email)).status_code == 303


async def test_a_known_device_is_no_way_to_guess_faster(core: BookingCore, salon: DemoSalon) -> None:
    olive, boris = await operator_of(core, salon), await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(boris.email)
        await browser.sign_in(olive.email)
        for victim in (olive, boris):
            statuses = []
            for number in range(6):
                # The device keeps its count wherever it is carried.
                async with Browser(core, address=network(number)) as elsewhere:
                    elsewhere.client.cookies.set("zimun-device", browser.client.cookies["zimun-device"])
                    statuses.append((await elsewhere.sign_in(victim.email, "guess")).status_code)
            assert statuses == [422] * 3 + [429] * 3


async def test_a_device_is_known_to_those_who_signed_in_on_it_and_for_half_a_year(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive, boris, carla = [await operator_of(core, salon) for _ in range(3)]
    async with Browser(core) as browser:
        for who in (olive, boris):
            await browser.sign_in(who.email)
        for who in (olive, boris, carla):
            await besiege(core, who.email)
        answers = [(await browser.sign_in(who.email)).status_code for who in (olive, boris, carla)]
        assert answers == [303, 303, 429]
        clock.advance(LASTS)
        await besiege(core, olive.email)
        assert (await browser.sign_in(olive.email)).status_code == 429


async def test_guesses_are_seen_in_the_log_and_nobody_is_named(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock, caplog: pytest.LogCaptureFixture
) -> None:
    olive = await operator_of(core, salon)
    with caplog.at_level(logging.INFO, "zimun"):
        await guesses(core, olive.email, 3, clock, timedelta())
        await guesses(core, GHOST, 3, clock, timedelta())
        async with Browser(core) as browser:
            await browser.sign_in(olive.email)
    lines = [one.getMessage() for one in caplog.records if one.name == "zimun.access"]
    assert len(lines) == 6
    accounts = {line.partition("account ")[2].partition(",")[0] for line in lines}
    networks = {line.partition("network ")[2].partition(",")[0] for line in lines}
    assert (len(accounts), len(networks)) == (2, 3)
    for told in (olive.email, GHOST, "example.com", "guess", "2001:", "Olive", olive.id):
        assert not any(told in line for line in lines), told
