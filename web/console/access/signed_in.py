"""Who is signed in: every page asks for ``operator``, and without a session there is no page."""

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency
from msgspec import Struct

from booking_core.access.roles import ROLES_OF, Role
from booking_core.core import BookingCore
from booking_core.storage.audit import Actor
from booking_core.team.memberships import workplaces_of
from booking_core.team.sessions import account_of_session
from web.console.access.cookies import Cookies
from web.console.access.forgery import token_of


class NotSignedIn(Exception):
    """No session, or one that is over."""


class SignedIn(Struct, frozen=True):
    """An operator with their organization, and the token that the forms of this session carry."""

    id: str
    name: str
    role: Role
    organization_id: str
    organization_name: str
    csrf_token: str

    def may(self, verb: str) -> bool:
        """Whether a page shows the way to this verb; the verb itself asks again."""
        return self.role in ROLES_OF[verb]

    @property
    def actor(self) -> Actor:
        return Actor(
            door="console",
            id=self.id,
            proof="session",
            role=self.role,
            organization_id=self.organization_id,
        )


async def require_operator(
    request: Request[object, object, State],
    core: NamedDependency[BookingCore],
    jar: NamedDependency[Cookies],
) -> SignedIn:
    """Raises ``NotSignedIn``. A page that merely refreshes itself (``?seen=``) does not keep a session from
    going idle."""
    secret = request.cookies.get(jar.session)
    if not secret:
        raise NotSignedIn
    in_use = "seen" not in request.query_params
    async with core.sessions() as session, session.begin():
        account = await account_of_session(session, secret, core.clock.now(), in_use=in_use)
        workplaces = await workplaces_of(session, account.id) if account else ()
    if account is None or not workplaces:
        raise NotSignedIn
    return SignedIn(
        id=account.id,
        name=account.name,
        role=workplaces[0].role,
        organization_id=workplaces[0].organization_id,
        organization_name=workplaces[0].organization_name,
        csrf_token=token_of(secret),
    )
