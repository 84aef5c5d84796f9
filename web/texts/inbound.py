"""What a provider of text messages tells us, at the address of its organization; read only where it is signed
with that organization's secret."""

from typing import Any

from litestar import Request, Response, Router, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath, FromQuery

from booking_core.core import BookingCore
from booking_core.errors import NotFound
from booking_core.notices.texts.hear import hear
from booking_core.notices.texts.inbound import ProviderCall, ProviderNews, read_signed, read_twilio
from booking_core.storage.audit import Actor
from booking_core.storage.statements import Statement
from booking_core.text_providers.text_provider import TWILIO
from web.access.origins import Origins
from web.jobs.texts import PATH, text_place_of
from web.server.rate_limits import count_request, too_fast
from web.settings import Settings

PROVIDER = Statement("SELECT kind, sealed_secret FROM text_providers WHERE organization_id = :organization")
# Of one address in a minute: a provider tells of every message.
CALLS_A_MINUTE = 600
# What Twilio does with an answer: nothing more.
NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


@post("/{organization_id:str}", status_code=200, media_type=MediaType.XML)
async def provider_tells(
    request: Request[Any, Any, Any],
    organization_id: FromPath[str],
    core: NamedDependency[BookingCore],
    settings: NamedDependency[Settings],
    message_id: FromQuery[str] = "",
) -> Response[str]:
    """Raises ``NotFound`` alike where there is no provider and where it has not signed, ``TooMany``."""
    origin = Origins(settings.secret_key).of(request.client.host if request.client else "")
    counted = await count_request(core.redis, f"texts:{origin.address}", CALLS_A_MINUTE)
    if counted is not None and counted.is_spent:
        raise too_fast(counted)
    news = await _news(request, organization_id, core, settings, message_id)
    if news is None:
        raise NotFound("There is no such provider.")
    actor = Actor("system", "text messages", "signature")
    await core.transaction(organization_id, actor, lambda desk: hear(desk, news))
    return Response(NOTHING, media_type=MediaType.XML)


async def _news(
    request: Request[Any, Any, Any],
    organization_id: str,
    core: BookingCore,
    settings: Settings,
    message_id: str,
) -> ProviderNews | None:
    found = next(iter(await core.look_up(PROVIDER, organization=organization_id)), None)
    if found is None:
        return None
    secret = text_place_of(settings).seal.open(bytes(found.sealed_secret), organization_id.encode())
    if secret is None:
        return None
    # As the provider knows our address, whatever a proxy makes of it.
    query = f"?{request.url.query}" if request.url.query else ""
    headers = {name.lower(): value for name, value in request.headers.items()}
    call = ProviderCall(f"{settings.public_url}{request.url.path}{query}", headers, await request.body())
    if found.kind == TWILIO:
        return read_twilio(call, secret.decode(), message_id)
    return read_signed(call, secret.decode(), core.clock.now())


ROUTER = Router(PATH, route_handlers=[provider_tells], include_in_schema=False)
