"""What a row is: a change of a business, and what a process shows of it."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import httpx

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.storage.audit import Actor
from tests.web.conftest import Business

Shown = Callable[[httpx.AsyncClient], Awaitable[Any]]
Change = Callable[[], Awaitable[Any]]


class Scene(NamedTuple):
    """``shows`` is what a process shows of it; ``changes`` changes it without any of them."""

    shows: Shown
    changes: Change


async def arrange(at: Business, work: Callable[[BackOffice], Awaitable[Any]]) -> None:
    organization = at.salon.organization_id
    actor = Actor("console", "owner", "session", role=Role.OWNER, organization_id=organization)
    await at.core.arrange(organization, actor, work)
