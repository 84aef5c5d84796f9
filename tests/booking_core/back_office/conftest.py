"""An owner, a manager and a member of the salon, and what they do at its back office."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest
from msgspec import structs

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id

T = TypeVar("T")


class Arranger:
    """Somebody of the salon, with a role in it."""

    def __init__(self, core: BookingCore, salon: DemoSalon, role: Role | None) -> None:
        self.core = core
        self.salon = salon
        organization_id = salon.organization_id if role else ""
        self.actor = Actor("console", new_id("opr"), "session", role=role, organization_id=organization_id)

    async def does(self, deed: Callable[[BackOffice], Awaitable[T]], **more: Any) -> T:
        return await self.core.arrange(self.salon.organization_id, self.actor, deed, **more)

    async def sees(self) -> Catalogue:
        return await self.core.catalogue_of(self.salon.organization_id)

    def elsewhere(self) -> "Arranger":
        """The same person, whose next request is served by another process."""
        other = Arranger(BookingCore(self.core.engine, self.core.redis, self.core.clock), self.salon, None)
        other.actor = structs.replace(self.actor)
        return other


@pytest.fixture
def owner(core: BookingCore, salon: DemoSalon) -> Arranger:
    return Arranger(core, salon, Role.OWNER)


@pytest.fixture
def manager(core: BookingCore, salon: DemoSalon) -> Arranger:
    return Arranger(core, salon, Role.MANAGER)


@pytest.fixture
def member(core: BookingCore, salon: DemoSalon) -> Arranger:
    return Arranger(core, salon, Role.MEMBER)


@pytest.fixture
def stranger(core: BookingCore, other_salon: DemoSalon) -> Arranger:
    """The owner of another salon."""
    return Arranger(core, other_salon, Role.OWNER)
