"""Whoever tries passwords has to wait, by account and by network, and nobody else does."""

from datetime import timedelta

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.web.console.stage import Browser, operator_of


async def test_the_fourth_try_has_to_wait_even_with_the_right_password_and_then_it_is_let_in(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        statuses = [(await browser.sign_in(olive.email, "guess")).status_code for _ in range(4)]
        assert statuses == [422, 422, 422, 429]
        waiting = await browser.sign_in(olive.email)
        assert waiting.status_code == 429
        assert waiting.headers["retry-after"] == "1"
        clock.advance(timedelta(seconds=1))
        assert (await browser.sign_in(olive.email)).status_code == 303


async def test_waits_double_and_end_at_a_minute(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    olive = await operator_of(core, salon)
    waits = []
    async with Browser(core) as browser:
        for _ in range(18):
            answer = await browser.sign_in(olive.email, "guess")
            if answer.status_code == 429:
                waits.append(int(answer.headers["retry-after"]))
                clock.advance(timedelta(seconds=waits[-1]))
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60][: len(waits)]
    assert len(waits) >= 7


async def test_an_unknown_address_waits_just_the_same(core: BookingCore, salon: DemoSalon) -> None:
    async with Browser(core) as browser:
        ghost = f"{new_id('ghost')}@example.com"
        statuses = [(await browser.sign_in(ghost, "guess")).status_code for _ in range(4)]
    assert statuses == [422, 422, 422, 429]


async def test_guessing_from_one_network_keeps_nobody_else_out(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as guesser, Browser(core) as browser:
        for _ in range(4):
            await guesser.sign_in(olive.email, "guess")
        assert (await browser.sign_in(olive.email)).status_code == 303


async def test_trying_many_accounts_from_one_network_has_to_wait(core: BookingCore, salon: DemoSalon) -> None:
    async with Browser(core) as browser:
        statuses = [
            (await browser.sign_in(f"{new_id('who')}@example.com", "guess")).status_code for _ in range(22)
        ]
    assert 429 in statuses[20:]
    assert 429 not in statuses[:20]


async def test_right_passwords_from_one_network_never_have_to_wait(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        statuses = {(await browser.sign_in(olive.email)).status_code for _ in range(24)}
    assert statuses == {303}


async def test_a_right_password_forgets_the_wrong_ones(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        for _ in range(3):
            await browser.sign_in(olive.email, "guess")
            await browser.sign_in(olive.email)
        assert (await browser.sign_in(olive.email, "guess")).status_code == 422
