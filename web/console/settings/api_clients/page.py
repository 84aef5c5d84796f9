"""Programs that may use the Booking API: their list, and a new one, whose secret is shown once."""

from litestar import Response, get, post
from litestar.di import NamedDependency

from booking_core.access.scopes import MEANINGS
from booking_core.api_clients.api_client import BOOKINGS_PER_DAY, ApiClient, ClientLimits
from booking_core.api_clients.arrange import ApiClientRequest, create_client, list_clients
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid
from booking_core.storage.ids import new_id
from web.console.forms.field import Option
from web.console.forms.fields import Checkboxes, TextField
from web.console.forms.form import KEY, Form, FormState
from web.console.forms.sent import Sent, read_sent
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.api_clients.client import ROUTES as OF_ONE
from web.console.settings.api_clients.client import ClientView, secret_page
from web.console.settings.api_clients.limit import limit_field, limit_of
from web.console.settings.api_clients.scopes import SCOPES
from web.console.words.translate import N_, gettext

PAGE = SettingsPage("api-clients", N_("API clients"), N_("Programs that may book"), "api_client.list")
TEMPLATE = "settings/api_clients.html"


def form() -> Form:
    scopes = [Option(scope.value, gettext(SCOPES[scope]), scope.value) for scope in MEANINGS]
    return Form(
        [
            TextField(
                name="name",
                label=gettext("Name"),
                hint=gettext("So that you know it again, such as “Website” or “Till”."),
                required=True,
            ),
            Checkboxes(name="scopes", label=gettext("What it may do"), options=scopes),
            limit_field(),
        ]
    )


@get("/settings/api-clients")
async def api_clients_page(visit: NamedDependency[Visit]) -> Response[str]:
    async def look(desk: Desk) -> tuple[list[ApiClient], LocalFormat]:
        return await list_clients(desk), visit.local(desk)

    clients, local = await visit.read(look)
    views = [ClientView.of(one, local, visit.core.clock.now()) for one in clients]
    return visit.page(
        TEMPLATE,
        PAGE.slug,
        address=f"{visit.home}/{PAGE.slug}",
        live=[one for one in views if not one.is_revoked],
        revoked=[one for one in views if one.is_revoked],
    )


@get("/settings/api-clients/new")
async def new_client_page(visit: NamedDependency[Visit]) -> Response[str]:
    await visit.read(list_clients)
    known = form()
    sent = known.write({"bookings_per_day": BOOKINGS_PER_DAY})
    return _draw(visit, FormState(known, sent, key=new_id("form")))


@post("/settings/api-clients/new", status_code=200)
async def create(visit: NamedDependency[Visit]) -> Response[str]:
    sent = await read_sent(visit.request)
    state = FormState(form(), sent, key=sent.text(KEY) or new_id("form"))
    try:
        new = await visit.carry_out(lambda desk: create_client(desk, _request(sent), key=state.key))
    except (Invalid, Conflict) as refusal:
        return _draw(visit, state.with_refusal(refusal))
    return secret_page(visit, new)


def _request(sent: Sent) -> ApiClientRequest:
    values = form().read(sent)
    limits = ClientLimits(bookings_per_day=limit_of(values))
    return ApiClientRequest(values["name"], values["scopes"], limits)


def _draw(visit: Visit, state: FormState) -> Response[str]:
    return visit.page(
        "settings/api_client_form.html",
        PAGE.slug,
        status_code=422 if state.is_refused else 200,
        address=f"{visit.home}/{PAGE.slug}",
        state=state,
    )


ROUTES = [api_clients_page, new_client_page, create, *OF_ONE]
