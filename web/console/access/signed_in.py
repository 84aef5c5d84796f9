"""Who is signed in, and where they are: the session says who, the address which organization, and what they
are there is looked up for every page."""

from collections.abc import Collection

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct, structs

from agent.hand_over.waiting import count_waiting
from booking_core.access.roles import ROLES_OF, Role
from booking_core.appointments.agenda import count_requests
from booking_core.core import BookingCore
from booking_core.errors import NotFound
from booking_core.mail_servers.mail_server import mail_server_of
from booking_core.notices.waiting import wait_for_long
from booking_core.storage.audit import CONSOLE, Actor
from booking_core.team.accounts import Account
from booking_core.team.memberships import Workplace, workplaces_of
from booking_core.team.sessions import account_of_session
from web.console.access.cookies import Cookies
from web.console.access.forgery import token_of
from web.console.words.language import choose, come_to_business
from web.settings import Settings

PageRequest = Request[object, object, State]


class NotSignedIn(Exception):
    """No session, or one that is over."""


class Person(Struct, frozen=True):
    """Somebody who is signed in, the organizations they work for, by name, and the token that the forms of
    this session carry."""

    account: Account
    places: tuple[Workplace, ...]
    csrf_token: str


class SignedIn(Struct, frozen=True):
    """A person in the organization that the address names. ``requests`` is how many wait for an answer of
    theirs, ``people_wait`` how many customers asked for a person, ``letters_wait`` whether one cannot be sent
    for long, ``emails_leave`` whether there is a mail server at all: all stand in the frame of every page."""

    id: str
    name: str
    role: Role
    organization_id: str
    organization_name: str
    csrf_token: str
    has_other_places: bool
    resource_id: str | None = None
    request_id: str = ""
    requests: int = 0
    people_wait: int = 0
    letters_wait: bool = False
    emails_leave: bool = True

    @property
    def only_agenda(self) -> str | None:
        """The one agenda that they see: a member who is somebody's hands sees whom they serve, everybody else
        the whole house."""
        return self.resource_id if self.role is Role.MEMBER else None

    def serves(self, resource_ids: Collection[str]) -> bool:
        """Whether a page shows them the way to an appointment with these."""
        return self.only_agenda is None or self.only_agenda in resource_ids

    @property
    def home(self) -> str:
        """Where the addresses of this organization's pages begin."""
        return home_of(self.organization_id)

    def may(self, verb: str) -> bool:
        """Whether a page shows the way to this verb; the verb itself asks again."""
        return self.role in ROLES_OF[verb]

    @property
    def actor(self) -> Actor:
        return Actor(
            door=CONSOLE,
            id=self.id,
            proof="session",
            request_id=self.request_id,
            role=self.role,
            organization_id=self.organization_id,
        )


def home_of(organization_id: str) -> str:
    return f"/console/{organization_id}"


async def require_person(
    request: PageRequest, core: NamedDependency[BookingCore], jar: NamedDependency[Cookies]
) -> Person:
    """Raises ``NotSignedIn``. A page that merely refreshes itself (``?seen=``) does not keep a session from
    going idle."""
    secret = request.cookies.get(jar.session)
    if not secret:
        raise NotSignedIn
    in_use = "seen" not in request.query_params
    async with core.sessions() as session, session.begin():
        account = await account_of_session(session, secret, core.clock.now(), in_use=in_use)
        if account is None:
            raise NotSignedIn
        places = await workplaces_of(session, account.id)
    choose(account.language)
    return Person(account, tuple(places), token_of(secret))


async def require_operator(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    person: NamedDependency[Person],
    settings: NamedDependency[Settings],
    organization_id: FromPath[str],
) -> SignedIn:
    """Raises ``NotFound`` alike for an organization that is not there and for one where they do not work."""
    place = next((one for one in person.places if one.organization_id == organization_id), None)
    if place is None:
        raise NotFound("There is no such organization.")
    come_to_business(place.locale)
    operator = SignedIn(
        id=person.account.id,
        name=person.account.name,
        role=place.role,
        organization_id=place.organization_id,
        organization_name=place.organization_name,
        csrf_token=person.csrf_token,
        has_other_places=len(person.places) > 1,
        resource_id=place.resource_id,
        request_id=request.scope["state"].get("request_id", ""),
    )
    # What asks for itself is a part of a page, without its frame.
    return operator if "seen" in request.query_params else await _with_frame(operator, core, settings)


async def _with_frame(operator: SignedIn, core: BookingCore, settings: Settings) -> SignedIn:
    async with core.sessions() as session, session.begin():
        requests = await count_requests(session, operator.organization_id, operator.only_agenda)
        own_server = await mail_server_of(session, operator.organization_id)
        people_wait = await count_waiting(session, operator.organization_id)
        letters_wait = operator.may("outbox.read") and await wait_for_long(
            session, operator.organization_id, core.clock.now()
        )
    return structs.replace(
        operator,
        requests=requests,
        people_wait=people_wait,
        letters_wait=letters_wait,
        emails_leave=settings.smtp_url is not None or own_server is not None,
    )
