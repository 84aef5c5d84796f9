"""No more reminders: a page with one button, and what a mail program presses for its reader (RFC 8058). The
link stands in reminders alone; it names nobody, and opens no appointment."""

from typing import Any

from babel import Locale
from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.enums import MediaType
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy import select

from agent.languages.texts.manage_page.manage_words import ManageWords, manage_words
from booking_core.appointments.by_link.reminders_stopped import WHOSE, stop_reminders
from booking_core.catalogue.settings.customer_languages import spoken_tag
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.storage.audit import PAGE, Actor
from web.chat.pages.languages import language_of, preferred_language
from web.context import AppContext
from web.manage.form import fields_of
from web.manage.rendering.drawing import brand_of, draw
from web.manage.rendering.refused import HANDLERS
from web.manage.visit import AnyRequest, must_be_slow_enough
from web.secrets.stop_links import StopLinks

ONE_CLICK = "List-Unsubscribe"
PROOF = "reminder link"


class StopVisit(Struct, frozen=True):
    """A good link, and whose it is."""

    request: AnyRequest
    core: BookingCore
    token: str
    organization_id: str
    customer_id: str

    @property
    def actor(self) -> Actor:
        request_id: str = self.request.scope["state"].get("request_id", "")
        return Actor(PAGE, self.customer_id, PROOF, request_id)

    @property
    def path(self) -> str:
        return f"/r/{self.token}"


async def visit_to_stop(
    request: AnyRequest, token: FromPath[str], context: NamedDependency[AppContext]
) -> StopVisit:
    """Raises ``NotFound`` alike for a link that is none of ours and for that of somebody erased,
    ``TooMany``."""
    await must_be_slow_enough(request, context.core, context.settings)
    customer_id = StopLinks.of(context.settings).customer_of(token)
    found = next(iter(await context.core.look_up(WHOSE, customer=customer_id or "")), None)
    if customer_id is None or found is None or found.email is None:
        raise NotFound("There is no such link.")
    return StopVisit(request, context.core, token, found.organization_id, customer_id)


@get("/", media_type=MediaType.HTML)
async def stop_page(visit: NamedDependency[StopVisit]) -> Response[str]:
    async def look(desk: Desk) -> Customer:
        theirs = select(Customer).where(
            Customer.organization_id == desk.organization_id, Customer.id == visit.customer_id
        )
        return (await desk.session.scalars(theirs)).one()

    customer = await visit.core.read_only(visit.organization_id, visit.actor, look)
    catalogue = await visit.core.catalogue_of(visit.organization_id)
    accepted = preferred_language(visit.request.headers.get("Accept-Language", ""))
    own = catalogue.organization
    language = language_of(spoken_tag(own, customer.locale or accepted or own.locale))
    words: ManageWords = manage_words(language)
    return draw(
        "stop.html",
        path=visit.path,
        words=words,
        is_stopped=customer.reminders_stopped_at is not None,
        language=language,
        direction=Locale.parse(language).text_direction,
        news="",
        wrong="",
        **brand_of(catalogue.in_language(language).organization),
    )


@post("/", media_type=MediaType.HTML, status_code=303)
async def stop(visit: NamedDependency[StopVisit]) -> Response[Any]:
    """Stops them, or sends them again where the page's other button says so. A mail program follows no
    redirect."""
    fields = await fields_of(visit.request)

    async def work(desk: Desk) -> None:
        await stop_reminders(desk, visit.customer_id, stop=fields.get("again") != "yes")

    await visit.core.transaction(visit.organization_id, visit.actor, work)
    if ONE_CLICK in fields:
        return Response("", status_code=200, media_type=MediaType.TEXT)
    return Redirect(visit.path, status_code=303)


ROUTER = Router(
    "/r/{token:str}",
    route_handlers=[stop_page, stop],
    dependencies={"visit": Provide(visit_to_stop)},
    exception_handlers=HANDLERS,
)
