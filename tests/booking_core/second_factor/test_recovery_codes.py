"""Recovery codes and secrets: unreadable in the tables, each good once, for one account, and taken away
together."""

import asyncio

from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.second_factor.authenticator import use_code
from booking_core.second_factor.recovery_codes import (
    count_recovery_codes,
    replace_recovery_codes,
    use_recovery_code,
)
from booking_core.second_factor.second_factor import (
    remove_second_factor,
    second_factor_of,
)
from booking_core.time.clock import FrozenClock
from tests.booking_core.second_factor.phones import SEAL, new_phone
from tests.booking_core.team.staff import somebody


async def test_neither_secret_nor_codes_can_be_read_in_the_tables(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    phone = await new_phone(core, salon, clock)
    async with core.sessions() as session, session.begin():
        codes = await replace_recovery_codes(session, phone.account.id)
    rows = text(
        "SELECT CAST(row AS text) FROM authenticators AS row WHERE account_id = :id"
        " UNION ALL SELECT CAST(row AS text) FROM recovery_codes AS row WHERE account_id = :id"
    )
    async with core.sessions() as session, session.begin():
        stored = " ".join(await session.scalars(rows, {"id": phone.account.id}))
        sealed = text("SELECT sealed_secret FROM authenticators WHERE account_id = :id")
        assert phone.app.secret.encode() not in bytes(await session.scalar(sealed, {"id": phone.account.id}))
    assert not any(one in stored for one in (phone.app.secret, *codes))


async def test_each_recovery_code_works_once_and_for_nobody_else(core: BookingCore, salon: DemoSalon) -> None:
    olive, boris = [await somebody(core, salon.organization_id) for _ in range(2)]

    async def uses(who: str, code: str) -> bool:
        async with core.sessions() as session, session.begin():
            return await use_recovery_code(session, who, code)

    async with core.sessions() as session, session.begin():
        codes = await replace_recovery_codes(session, olive.account.id)
    assert len(set(codes)) == 10
    assert not await uses(boris.account.id, codes[0])
    assert (await asyncio.gather(*(uses(olive.account.id, codes[0]) for _ in range(4)))).count(True) == 1
    assert await uses(olive.account.id, f" {codes[1].upper().replace('-', ' ')}")
    async with core.sessions() as session, session.begin():
        assert await count_recovery_codes(session, olive.account.id) == 8
        await replace_recovery_codes(session, olive.account.id)
    assert not await uses(olive.account.id, codes[2])


async def test_all_of_it_can_be_taken_away(core: BookingCore, salon: DemoSalon, clock: FrozenClock) -> None:
    phone = await new_phone(core, salon, clock)
    async with core.sessions() as session, session.begin():
        await replace_recovery_codes(session, phone.account.id)
        assert (await second_factor_of(session, phone.account.id)).is_asked_for
        await remove_second_factor(session, phone.account.id)
        left = await second_factor_of(session, phone.account.id)
    assert (left.is_asked_for, left.recovery_codes) == (False, 0)
    assert not await phone.tries(phone.code())


async def test_a_secret_of_another_account_opens_nothing(
    core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    """Whoever can write the table cannot give themselves somebody else's app."""
    phone, other = await new_phone(core, salon, clock), await new_phone(core, salon, clock)
    async with core.sessions() as session, session.begin():
        await session.execute(
            text(
                "UPDATE authenticators SET sealed_secret = other.sealed_secret FROM authenticators AS other"
                " WHERE authenticators.account_id = :id AND other.account_id = :other"
            ),
            {"id": phone.account.id, "other": other.account.id},
        )
        assert not await use_code(session, phone.account.id, other.code(), SEAL, core.clock.now())
