"""People who sign in, broken on purpose: links that work again, codes that work twice, owners who all
leave."""

from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.access.roles import require_role
from booking_core.second_factor import authenticator, second_factor
from booking_core.team import accept, change, invite, links, passwords
from booking_core.team.context import TeamContext
from booking_core.team.credentials import reset_password

FORGET = text("UPDATE authenticators SET last_step = NULL WHERE account_id = :id")


def a_link_works_again_and_again() -> None:
    accept.use_link = links.find_link
    reset_password.use_link = links.find_link


def the_last_owner_may_leave() -> None:
    async def must_leave_an_owner(*_: Any) -> None: ...

    change.must_leave_an_owner = must_leave_an_owner


def older_links_stay_open() -> None:
    async def withdraw_links_to(*_: Any) -> None: ...

    for room in (accept, change, invite):
        room.withdraw_links_to = withdraw_links_to


def any_long_password_will_do() -> None:
    passwords.is_guessable = lambda *_: False


def a_role_is_that_of_the_page() -> None:
    async def require(self: TeamContext, verb: str, *, changes_team: bool = False) -> None:
        require_role(self.actor.role, verb)

    TeamContext.require = require  # type: ignore[method-assign]


def a_code_works_as_long_as_it_is_shown() -> None:
    use_code = authenticator.use_code

    async def forget_and_use(session: AsyncSession, account_id: str, *rest: Any) -> bool:
        await session.execute(FORGET, {"id": account_id})
        return await use_code(session, account_id, *rest)

    second_factor.use_code = forget_and_use
