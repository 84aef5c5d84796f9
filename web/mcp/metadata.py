"""Protected resource metadata (RFC 9728): where a client of the MCP door gets its tokens, and for which
scopes."""

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.errors import NotFound
from web.mcp.endpoint.addresses import Addresses
from web.mcp.endpoint.rules import Business, business_of
from web.mcp.tools import SCOPES
from web.settings import Settings


class ResourceMetadata(Struct, frozen=True):
    """RFC 9728 §2."""

    resource: str
    authorization_servers: list[str]
    scopes_supported: list[str]
    bearer_methods_supported: list[str]
    resource_name: str
    resource_documentation: str


@get("/o/{organization_id:str}/mcp")
async def metadata(
    organization_id: FromPath[str], core: NamedDependency[BookingCore], settings: NamedDependency[Settings]
) -> Response[ResourceMetadata]:
    business = await core.read(lambda: _business(core, organization_id))
    if business is None or not business.rules.enabled:
        raise NotFound("There is no such door.")
    answer = ResourceMetadata(
        resource=Addresses(settings.public_url).door(organization_id),
        authorization_servers=[settings.public_url],
        scopes_supported=list(SCOPES),
        bearer_methods_supported=["header"],
        resource_name="Zimun booking desk",
        resource_documentation=f"{settings.public_url}/api/v1/docs",
    )
    return Response(answer, headers={"Cache-Control": "no-store"})


async def _business(core: BookingCore, organization_id: str) -> Business | None:
    async with core.reads.connect() as connection:
        return await business_of(connection, organization_id)


ROUTER = Router("/.well-known/oauth-protected-resource", route_handlers=[metadata])
