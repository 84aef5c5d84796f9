"""The customer's own link, as programs are given it."""

import httpx

from booking_core.access.scopes import Scope
from booking_core.core import BookingCore
from tests.web.api.conftest import Program, program_of


async def test_only_whoever_may_change_it_is_given_its_customers_link(
    program: Program, http: httpx.AsyncClient, core: BookingCore
) -> None:
    booked = await program.books()
    links = {}
    for scope in (Scope.APPOINTMENTS_READ, Scope.APPOINTMENTS_WRITE):
        scopes = {Scope.APPOINTMENTS_READ, scope}
        reader = await program_of(http, core, program.salon, *scopes)
        links[scope] = (await reader.gets(f"/appointments/{booked['id']}")).json()["manage_url"]
    assert links[Scope.APPOINTMENTS_WRITE] == booked["manage_url"]
    assert links[Scope.APPOINTMENTS_READ].endswith(f"/c/{program.salon.organization_id}")
