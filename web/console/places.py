"""The organizations somebody works for, and addresses from before an organization stood in them."""

from urllib.parse import urlencode

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect

from booking_core.access.roles import ROLES_OF
from booking_core.core import BookingCore
from booking_core.team.memberships import Workplace
from web.console.access.signed_in import Person, home_of
from web.console.rendering.page import PageRequest, page

FIRST_PAGE, FIRST_RUN = "/conversations", "/settings/start"


@get("/")
async def home(
    person: NamedDependency[Person], core: NamedDependency[BookingCore], to: FromQuery[str] = ""
) -> Response[str] | Redirect:
    """To the only organization they work for, else to a choice of them. ``to`` is a page within one."""
    within = to if to.startswith("/") and not to.startswith("//") else FIRST_PAGE
    if len(person.places) == 1:
        if not to and await _is_to_be_set_up(core, person.places[0]):
            within = FIRST_RUN
        return Redirect(f"{home_of(person.places[0].organization_id)}{within}", status_code=303)
    places = [(one, f"{home_of(one.organization_id)}{within}") for one in person.places]
    return page("places.html", person=person, places=places)


async def _is_to_be_set_up(core: BookingCore, place: Workplace) -> bool:
    """Whether nothing is offered yet, for those who can change that."""
    if place.role not in ROLES_OF["settings.read"]:
        return False
    return not (await core.catalogue_of(place.organization_id)).services


@get(["/conversations", "/conversations/{conversation_id:str}", "/agenda", "/outbox"])
async def old_address(request: PageRequest, person: NamedDependency[Person]) -> Response[str] | Redirect:
    """Bookmarks and letters of before: the same page, where only one organization's may be meant."""
    within = request.url.path.removeprefix("/console")
    query = f"?{request.url.query}" if request.url.query else ""
    if len(person.places) == 1:
        return Redirect(f"{home_of(person.places[0].organization_id)}{within}{query}", status_code=303)
    return Redirect(f"/console?{urlencode({'to': within + query})}", status_code=303)
