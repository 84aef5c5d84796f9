"""Every page and every form of an organization, by every role, in one's own organization and in another:
one table, which a new route has to be put into."""

import re
from functools import cache
from itertools import product

import pytest
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.memberships import Membership
from tests.cast import Visitor, at
from tests.web.console import stage
from tests.web.console.rows import conversation
from tests.web.console.stage import Browser, operator_of, stored
from web.settings import Settings

HERE = "/console/{organization_id}"
EVERYBODY, ARRANGERS, OWNERS = set(Role), {Role.OWNER, Role.MANAGER}, {Role.OWNER}


MAY = {
    ("GET", f"{HERE}/customers"): EVERYBODY,
    ("POST", f"{HERE}/customers/{{customer_id}}"): ARRANGERS,
    ("GET", f"{HERE}/settings/prices"): ARRANGERS,
    ("POST", f"{HERE}/settings/prices"): ARRANGERS,
    ("GET", f"{HERE}/settings/booking-rules"): ARRANGERS,
    ("POST", f"{HERE}/settings/booking-rules"): ARRANGERS,
    ("GET", f"{HERE}/conversations"): EVERYBODY,
    ("GET", f"{HERE}/conversations/{{conversation_id}}"): EVERYBODY,
    ("POST", f"{HERE}/conversations/{{conversation_id}}/answered"): EVERYBODY,
    ("POST", f"{HERE}/conversations/{{conversation_id}}/waiting"): EVERYBODY,
    ("GET", f"{HERE}/agenda"): EVERYBODY,
    ("GET", f"{HERE}/agenda/new"): EVERYBODY,
    ("POST", f"{HERE}/agenda/new"): EVERYBODY,
    ("POST", f"{HERE}/outbox/retry"): ARRANGERS,
    ("GET", f"{HERE}/appointments/{{appointment_id}}"): EVERYBODY,
    ("GET", f"{HERE}/appointments/{{appointment_id}}/move"): EVERYBODY,
    ("POST", f"{HERE}/appointments/{{appointment_id}}/move"): EVERYBODY,
    ("POST", f"{HERE}/appointments/{{appointment_id}}/{{deed}}"): EVERYBODY,
    ("GET", f"{HERE}/agenda/requests"): EVERYBODY,
    ("GET", f"{HERE}/agenda/week"): EVERYBODY,
    ("POST", f"{HERE}/appointments/{{appointment_id}}/link"): ARRANGERS,
    ("GET", f"{HERE}/outbox"): ARRANGERS,
    ("GET", f"{HERE}/audit"): ARRANGERS,
    ("GET", f"{HERE}/presence"): EVERYBODY,
    ("POST", f"{HERE}/presence"): EVERYBODY,
    ("POST", f"{HERE}/settings/privacy/erase"): OWNERS,
    ("GET", f"{HERE}/team"): OWNERS,
    ("POST", f"{HERE}/team/invite"): OWNERS,
    ("POST", f"{HERE}/team/withdraw"): OWNERS,
    ("POST", f"{HERE}/team/change"): OWNERS,
    ("POST", f"{HERE}/team/remove"): OWNERS,
}

# Every page of the settings is for owners and managers, unless it stands above or begins with one of these.
SETTINGS = f"{HERE}/settings"
MOVE = f"{HERE}/appointments/{{appointment_id}}/move"
OWN_PAGES = ("api-clients", "webhooks/new", "chat/models", "sender/", "texts/", "letter-words/test")
OF_OWNERS = tuple(f"{SETTINGS}/{page}" for page in OWN_PAGES)
SECRETS = tuple(f"{SETTINGS}/webhooks/{{endpoint_id}}/{deed}" for deed in ("rotate", "remove"))


@cache
def routes() -> frozenset[tuple[str, str]]:
    return frozenset(
        (method, route.path_format)
        for route in stage.shared_console(Settings(public_url=stage.HERE)).routes
        if isinstance(route, HTTPRoute) and route.path_format.startswith(f"{HERE}/")
        for handler in route.route_handlers
        if isinstance(handler, HTTPRouteHandler)
        for method in {str(one) for one in handler.http_methods} - {"OPTIONS", "HEAD"}
    )


def table() -> dict[tuple[str, str], set[Role]]:
    of_settings = {route for route in routes() if route[1].startswith(SETTINGS)}
    found = dict.fromkeys(sorted(of_settings), ARRANGERS)
    owners = [route for route in found if route[1].startswith((*OF_OWNERS, *SECRETS))]
    return found | dict.fromkeys(owners, OWNERS) | MAY


def test_every_route_of_an_organization_is_in_the_table() -> None:
    assert routes() == set(table())


class Scene:
    """A salon with a colleague and a conversation, which a request may be about."""

    def __init__(self, core: BookingCore, salon: DemoSalon) -> None:
        self.core = core
        self.salon = salon
        self.member_id = ""
        self.conversation_id = ""
        self.appointment_id = ""

    async def find(self) -> None:
        chat = conversation(self.salon)
        await stored(self.core, chat)
        await operator_of(self.core, self.salon)
        colleague = await operator_of(self.core, self.salon, Role.MEMBER)
        async with self.core.sessions() as session, session.begin():
            found = await session.scalar(select(Membership.id).where(Membership.account_id == colleague.id))
        self.member_id, self.conversation_id = str(found), chat.id
        self.appointment_id = (await Visitor(self.core, self.salon, "Ada").books("Haircut", at(1, 10))).id

    async def asks(self, browser: Browser, method: str, path: str) -> int:
        known = {
            "organization_id": self.salon.organization_id,
            "conversation_id": self.conversation_id,
            "appointment_id": self.appointment_id,
            "deed": "cancel",
        }
        # Whatever else an address names is not there.
        names = re.findall(r"{(\w+)}", path)
        where = path.format(**{name: known.get(name, "unknown") for name in names})
        if method == "GET":
            return (await browser.client.get(where)).status_code
        fields = {"member": self.member_id, "role": "member", "email": "eve@new.example.com", "name": "Eve"}
        others = {"invitation": "lnk_unknown", "expected_version": "1"}
        return (await browser.send(where, **fields, **others)).status_code


@pytest.mark.parametrize("role", list(Role))
async def test_who_may_see_and_do_what(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, role: Role
) -> None:
    here, elsewhere = Scene(core, salon), Scene(core, other_salon)
    for scene in (here, elsewhere):
        await scene.find()
    who = await operator_of(core, salon, role)
    async with Browser(core) as browser:
        await browser.enter(who)
        await browser.see("/console/agenda")
        wrong = []
        for (method, path), allowed in table().items():
            # What was sent may be refused in words (422) or not be there, but not who sent it.
            may_be_missing = (
                SETTINGS,
                f"{HERE}/agenda/new",
                f"{HERE}/team/withdraw",
                f"{HERE}/customers",
                MOVE,
            )
            refused = {404, 422} if path.startswith(may_be_missing) else set()
            expected = {200, 303} | refused if role in allowed else {403}
            found = [
                (await here.asks(browser, method, path), expected),
                (await elsewhere.asks(browser, method, path), {404}),
            ]
            wrong += [(method, path, *one) for one in found if one[0] not in one[1]]
    assert wrong == []


async def test_whoever_is_not_signed_in_is_sent_to_do_so(core: BookingCore, salon: DemoSalon) -> None:
    scene = Scene(core, salon)
    await scene.find()
    async with Browser(core) as nobody:
        await nobody.see("/console/sign-in")
        found = {route: await scene.asks(nobody, *route) for route in table()}
    assert {route: status for route, status in found.items() if status != 303} == {}


@pytest.mark.parametrize(("before", "after"), list(product(Role, Role)))
async def test_a_change_of_role_counts_from_the_next_request(
    core: BookingCore, salon: DemoSalon, before: Role, after: Role
) -> None:
    scene = Scene(core, salon)
    await scene.find()
    who = await operator_of(core, salon, before)
    async with Browser(core) as browser:
        await browser.enter(who)
        await browser.see("/console/agenda")
        async with core.sessions() as session, session.begin():
            mine = await session.scalar(select(Membership).where(Membership.account_id == who.id))
            assert mine is not None
            mine.role = after.value
        for (method, path), allowed in MAY.items():
            if path.endswith(("/outbox", "/team", "/withdraw")):
                status = await scene.asks(browser, method, path)
                assert (status == 403) is (after not in allowed), (method, path)
