"""Codes of an app: each once, a clock may be off by one step, and guessing comes to an end."""

import asyncio
from datetime import timedelta

import pytest

from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.second_factor.authenticator import (
    MOST_WRONG,
    app_address,
    begin_authenticator,
    confirm_authenticator,
    has_authenticator,
    pending_secret,
)
from booking_core.second_factor.recovery_codes import replace_recovery_codes
from booking_core.team.accounts import Account
from booking_core.time.clock import FrozenClock
from tests.booking_core.second_factor.phones import SEAL, STEP, Phone, new_phone
from tests.booking_core.team.staff import somebody


async def test_a_code_lets_in_once(core: BookingCore, salon: DemoSalon, clock: FrozenClock) -> None:
    phone = await new_phone(core, salon, clock)
    code = phone.code()
    assert await phone.tries(f"{code[:3]} {code[3:]}")
    assert not await phone.tries(code)
    clock.advance(STEP)
    assert not await phone.tries(code)
    assert await phone.tries(phone.code())


@pytest.mark.parametrize(("off", "fits"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
async def test_a_clock_may_be_off_by_one_step(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock, off: int, fits: bool
) -> None:
    phone = await new_phone(core, salon, clock)
    assert await phone.tries(phone.code(off * STEP)) is fits


async def test_an_earlier_code_than_the_last_one_is_worth_nothing(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    phone = await new_phone(core, salon, clock)
    assert await phone.tries(phone.code(STEP))
    assert not await phone.tries(phone.code())
    assert not await phone.tries(phone.code(-STEP))


async def test_of_many_at_once_one_is_let_in(core: BookingCore, salon: DemoSalon, clock: FrozenClock) -> None:
    phone = await new_phone(core, salon, clock)
    code = phone.code()
    assert (await asyncio.gather(*(phone.tries(code) for _ in range(6)))).count(True) == 1


async def test_guessing_ends_and_a_recovery_code_opens_again(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    phone = await new_phone(core, salon, clock)
    async with core.sessions() as session, session.begin():
        codes = await replace_recovery_codes(session, phone.account.id)
    wrong = next(code for code in ("000000", "111111", "222222", "333333") if not fits_soon(phone, code))
    assert [await phone.tries(wrong) for _ in range(MOST_WRONG)].count(True) == 0
    clock.advance(timedelta(days=365))
    assert not await phone.tries(phone.code())
    assert await phone.tries(codes[0])
    assert await phone.tries(phone.code())


def fits_soon(phone: Phone, code: str) -> bool:
    return code in {phone.code(step * STEP) for step in (-1, 0, 1)}


async def test_a_right_code_forgets_the_wrong_ones(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    phone = await new_phone(core, salon, clock)
    for _ in range(2):
        for _ in range(MOST_WRONG - 1):
            assert not await phone.tries("000000" if not fits_soon(phone, "000000") else "111111")
        clock.advance(3 * STEP)
        assert await phone.tries(phone.code())


@pytest.mark.parametrize(
    "code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12345\0", "\ud800", "x" * 9999]
)
async def test_odd_codes_are_only_wrong(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock, code: str
) -> None:
    phone = await new_phone(core, salon, clock)
    assert not await phone.tries(code)


async def test_an_app_is_asked_for_nothing_before_its_first_code_was_right(
    core: BookingCore, salon: DemoSalon
) -> None:
    olive = await somebody(core, salon.organization_id)
    async with core.sessions() as session, session.begin():
        first = await begin_authenticator(session, olive.account.id, SEAL, core.clock.now())
        second = await begin_authenticator(session, olive.account.id, SEAL, core.clock.now())
        assert first != second
        assert await pending_secret(session, olive.account.id, SEAL) == second
        assert not await has_authenticator(session, olive.account.id)
    phone = Phone(core, olive.account, first)
    assert not await phone.tries(phone.code())
    with pytest.raises(InvalidField):
        async with core.sessions() as session, session.begin():
            await confirm_authenticator(session, olive.account.id, phone.code(), SEAL, core.clock.now())


async def test_a_confirmed_app_is_not_replaced(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    phone = await new_phone(core, salon, clock)
    with pytest.raises(Conflict):
        async with core.sessions() as session, session.begin():
            await begin_authenticator(session, phone.account.id, SEAL, core.clock.now())
    assert await phone.tries(phone.code())


def test_the_app_is_told_whose_it_is() -> None:
    address = app_address("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", Account(email="nora@bread.example"))
    assert address.startswith(
        "otpauth://totp/Zimun:nora%40bread.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    )
