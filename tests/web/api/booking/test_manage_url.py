"""The customer's own link, as programs are given it."""

import httpx

from booking_core.access.scopes import Scope
from booking_core.appointments.by_link.link import renew_link
from booking_core.core import BookingCore
from tests.agent.letters.post_office import manager_of
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


async def test_the_calendar_file_is_read_by_its_signed_address_and_dies_with_the_link(
    program: Program, core: BookingCore
) -> None:
    booked, other = await program.books(), await program.books((await program.slots())[20])
    signed, theirs = booked["ics_url"], other["ics_url"]
    folder, _, name = signed.rpartition("/")
    guesses = [f"{booked['id']}.ics", booked["id"], f"{name[:20]}.ics", name[:20] + theirs[-26:], name[:-4]]
    for guess in guesses:
        assert (await program.http.get(f"{folder}/{guess}")).status_code == 404
    await manager_of(core, program.salon).at_desk(lambda desk: renew_link(desk, booked["id"], 1))
    assert (await program.http.get(signed)).status_code == 404
    renewed = (await program.gets(f"/appointments/{booked['id']}")).json()["ics_url"]
    assert (await program.http.get(renewed)).status_code == 200
