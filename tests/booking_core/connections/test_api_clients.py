"""API clients arranged by their owner: made once, told once, exchanged with an overlap, ended for ever."""

from typing import Any

import pytest
from sqlalchemy import select

from booking_core.api_clients.api_client import ClientLimits, authenticate_client
from booking_core.api_clients.arrange import (
    ApiClientRequest,
    create_client,
    limit_bookings,
    list_clients,
    revoke_client,
    rotate_client_secret,
)
from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.booking_core.connections.verbs import Deed
from tests.cast import owner_of

TILL = ApiClientRequest("Till <b>", ("org:read", "availability:read"))


class Owner:
    def __init__(self, core: BookingCore, salon: DemoSalon) -> None:
        self.core, self.here = core, salon.organization_id

    async def does(self, deed: Deed) -> Any:
        return await self.core.transaction(self.here, owner_of(self.here), deed)

    async def creates(self, request: ApiClientRequest = TILL, key: str = "k") -> Any:
        return await self.does(lambda at: create_client(at, request, key=key))

    async def knows(self, client_id: str, secret: str) -> bool:
        async with self.core.sessions() as session, session.begin():
            now = self.core.clock.now()
            return await authenticate_client(session, client_id, secret, now) is not None

    async def noted(self) -> list[AuditEntry]:
        async with self.core.sessions() as session:
            own = select(AuditEntry).where(AuditEntry.organization_id == self.here)
            return list(await session.scalars(own.order_by(AuditEntry.id)))


@pytest.fixture
def owner(core: BookingCore, salon: DemoSalon) -> Owner:
    return Owner(core, salon)


async def test_made_twice_with_one_key_it_is_one_and_told_once(owner: Owner) -> None:
    first, again = await owner.creates(), await owner.creates()
    assert again.client.id == first.client.id
    assert (bool(first.secret), again.secret) == (True, None)
    assert len(await owner.does(list_clients)) == 1
    assert await owner.knows(first.client.id, first.secret)
    (entry,) = await owner.noted()
    assert (entry.action, entry.details["after"]["name"]) == ("api_client.create", "Till <b>")
    assert first.secret not in str(entry.details)


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (ApiClientRequest("", TILL.scopes), "name"),
        (ApiClientRequest("x" * 81, TILL.scopes), "name"),
        (ApiClientRequest("Till", ()), "scopes"),
        (ApiClientRequest("Till", ("everything",)), "scopes"),
        (ApiClientRequest("Till", TILL.scopes, ClientLimits(requests_per_minute=0)), "requests_per_minute"),
        (ApiClientRequest("Till", TILL.scopes, ClientLimits(holds_at_once=-1)), "holds_at_once"),
        (ApiClientRequest("Till", TILL.scopes, ClientLimits(bookings_per_day=0)), "bookings_per_day"),
    ],
)
async def test_what_is_no_program_is_refused_by_its_field(
    owner: Owner, request_: ApiClientRequest, field: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        await owner.creates(request_)
    assert refused.value.field == field


async def test_two_secrets_work_until_the_next_rotation(owner: Owner) -> None:
    new = await owner.creates()
    marks, secrets = [new.client.mark], [new.secret]
    for _ in range(2):
        rotated = await owner.does(lambda at: rotate_client_secret(at, new.client.id, mark=marks[-1]))
        marks.append(rotated.client.mark)
        secrets.append(rotated.secret)
    assert [await owner.knows(new.client.id, one) for one in secrets] == [False, True, True]


async def test_a_rotation_sent_twice_ends_no_secret_in_use(owner: Owner) -> None:
    new = await owner.creates()
    rotated = await owner.does(lambda at: rotate_client_secret(at, new.client.id, mark=new.client.mark))
    with pytest.raises(Conflict) as refused:
        await owner.does(lambda at: rotate_client_secret(at, new.client.id, mark=new.client.mark))
    assert refused.value.code == "version_conflict"
    assert [await owner.knows(new.client.id, one) for one in (new.secret, rotated.secret)] == [True, True]


async def test_revoked_is_for_ever_and_a_repeat_changes_nothing(owner: Owner) -> None:
    new = await owner.creates()
    first = await owner.does(lambda at: revoke_client(at, new.client.id))
    again = await owner.does(lambda at: revoke_client(at, new.client.id))
    assert again.revoked_at == first.revoked_at
    assert not await owner.knows(new.client.id, new.secret)
    with pytest.raises(NotFound):
        await owner.does(lambda at: rotate_client_secret(at, new.client.id))
    assert [one.action for one in await owner.noted()] == ["api_client.create", "api_client.revoke"]


async def test_a_changed_limit_is_noted_as_it_was_and_is(owner: Owner) -> None:
    new = await owner.creates()
    for _ in range(2):
        await owner.does(lambda at: limit_bookings(at, new.client.id, 7))
    _, entry = await owner.noted()
    told = [entry.details[one]["bookings_per_day"] for one in ("before", "after")]
    assert (entry.action, told) == ("api_client.change", [1000, 7])


async def test_fifty_programs_are_enough(owner: Owner) -> None:
    for number in range(50):
        await owner.creates(key=str(number))
    with pytest.raises(Conflict) as refused:
        await owner.creates(key="more")
    assert refused.value.code == "api_client_limit_reached"
    assert (await owner.creates(key="1")).secret is None
