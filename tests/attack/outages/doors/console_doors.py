"""A valid request to every route of the console, each by somebody whose sign-in it does not use up for
another."""

from collections.abc import Callable
from typing import Any

import httpx
from msgspec import Struct
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from booking_core.team.accounts import Account
from booking_core.team.context import TeamContext
from booking_core.team.credentials.change_email import issue_address_change
from booking_core.team.invite import invite
from booking_core.team.memberships import Membership
from tests.accounts import PASSWORD
from tests.attack.outages.doors.settings_doors import names_in, settings_routes
from tests.serving import NO_TLS
from tests.web.console.stage import TOKEN, operator_of
from web.secrets.team_links import TeamLinks
from web.settings import Settings

Put = Callable[..., None]


class Kept(Struct, frozen=True):
    """What a browser keeps: the token of its forms, and its cookies as a header."""

    token: str
    cookie: dict[str, str]


class ConsoleDoors:
    """``put`` takes a method, the template of a path, and what a request needs."""

    def __init__(
        self, base_url: str, core: BookingCore, salon: DemoSalon, settings: Settings, put: Put
    ) -> None:
        self.base_url = base_url
        self.core = core
        self.salon = salon
        self.settings = settings
        self.put = put
        self.same = {"Origin": settings.public_url, "Sec-Fetch-Site": "same-origin"}
        self.home = f"/console/{salon.organization_id}"

    async def find(self, conversation_id: str) -> None:
        await self._pages(conversation_id)
        await self._ways_in()
        await self._profile()
        await self._team()
        await self._settings()

    async def _pages(self, conversation_id: str) -> None:
        reads = await self._somebody()
        where = {"organization_id": self.salon.organization_id, "conversation_id": conversation_id}
        for path in ("/console", "/console/profile"):
            self.put("GET", path, headers=reads.cookie)
        for name in ("/conversations", "/conversations/{conversation_id}", "/outbox", "/agenda"):
            for path in (f"/console{name}", f"/console/{{organization_id}}{name}"):
                fields = {key: value for key, value in where.items() if f"{{{key}}}" in path}
                self.put("GET", path, headers=reads.cookie, **fields)
        self.put("GET", "/console/static/{file_path}", file_path="console.css")

    async def _ways_in(self) -> None:
        operator, visit, leaves = await self._account(), await self._visit(None), await self._somebody()
        # One that is looked at, and one that is used.
        self.put("GET", "/console/link/{token}", token=await self._invitation())
        self._post(
            visit, "/console/link/{token}", token=await self._invitation(), name="Nora", password=PASSWORD
        )
        new_address = await self._new_address()
        self._post(visit, "/console/link/{token}/address", token=new_address)
        self._post(visit, "/console/sign-in", email=operator.email, password=PASSWORD)
        self._post(visit, "/console/forgotten", email=operator.email)
        self._post(visit, "/console/second-factor", code="123456")
        self._post(leaves, "/console/sign-out")

    async def _profile(self) -> None:
        """Each form is sent by somebody else: a password may be tried three times at once."""
        for name, fields in (
            ("password", {"new": PASSWORD}),
            ("email", {"email": f"{new_id('who')}@new.example.com"}),
            ("app", {}),
            ("app/confirm", {"code": "123456"}),
            ("passkey", {}),
            ("passkey/confirm", {"credential": "{}"}),
            ("recovery-codes", {}),
            ("remove", {"what": "app"}),
            ("sessions", {"id": "others"}),
        ):
            who = await self._somebody()
            self._post(who, f"/console/profile/{name}", **{"password": PASSWORD, **fields})

    async def _team(self) -> None:
        owner, stays, goes = await self._somebody(), await self._member(), await self._member()
        path, here = "/console/{organization_id}/team", {"organization_id": self.salon.organization_id}
        self.put("GET", path, headers=owner.cookie, **here)
        email = f"{new_id('who')}@new.example.com"
        presence = "/console/{organization_id}/presence"
        self.put("GET", presence, headers=owner.cookie, **here)
        self._post(owner, presence, **here, name="Olive")
        self._post(owner, f"{path}/invite", **here, email=email, role="member")
        self._post(owner, f"{path}/withdraw", **here, invitation="lnk_unknown")
        self._post(owner, f"{path}/change", **here, member=stays, role="member")
        self._post(owner, f"{path}/remove", **here, member=goes)

    async def _settings(self) -> None:
        owner, speaks = await self._somebody(), await self._somebody()
        home = {"organization_id": self.salon.organization_id}
        self.put("GET", "/console/{organization_id}/audit", headers=owner.cookie, **home)
        self._post(speaks, "/console/profile/language", language="de")
        self._post(owner, "/console/{organization_id}/outbox/retry", **home)
        for method, path in settings_routes():
            named = names_in(path, self.salon)
            if method == "GET":
                self.put(method, path, headers=owner.cookie, **named)
            else:
                self._post(owner, path, **named)

    async def _member(self) -> str:
        """The id of somebody's membership."""
        account = await self._account(Role.MEMBER)
        async with self.core.sessions() as session, session.begin():
            found = await session.scalar(select(Membership.id).where(Membership.account_id == account.id))
        return str(found)

    def _post(self, who: Kept, path: str, **fields: str) -> None:
        named = {key: fields.pop(key) for key in list(fields) if f"{{{key}}}" in path}
        data = {"csrf_token": who.token, **fields}
        self.put("POST", path, data=data, headers={**self.same, **who.cookie}, **named)

    async def _account(self, role: Role = Role.OWNER) -> Account:
        return await operator_of(self.core, self.salon, role)

    async def _somebody(self) -> Kept:
        return await self._visit(await self._account())

    async def _visit(self, account: Account | None) -> Kept:
        """A browser that has seen the sign-in, and signed in where there is an account."""
        async with httpx.AsyncClient(verify=NO_TLS, base_url=self.base_url, timeout=30) as browser:
            token = self._token(await browser.get("/console/sign-in"))
            if account is not None:
                form: dict[str, Any] = {"email": account.email, "password": PASSWORD, "csrf_token": token}
                await browser.post("/console/sign-in", data=form, headers=self.same)
                token = self._token(await browser.get(f"{self.home}/conversations"))
            cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
            return Kept(token, {"Cookie": cookies})

    def _token(self, page: httpx.Response) -> str:
        found = TOKEN.search(page.text)
        assert found is not None
        return found[1]

    async def _invitation(self) -> str:
        actor, links = Actor(door="system", id="zimun", role=Role.OWNER), TeamLinks.of(self.settings)
        async with self.core.sessions() as session, session.begin():
            team = TeamContext(session, self.salon.organization_id, actor, self.core.clock.now())
            return (await invite(team, f"{new_id('who')}@example.com", Role.MEMBER, links.token)).token

    async def _new_address(self) -> str:
        """The token of a link that makes another address somebody's own."""
        account, token = await self._account(), TeamLinks.of(self.settings).token
        async with self.core.sessions() as session, session.begin():
            email = f"{new_id('who')}@new.example.com"
            new = await issue_address_change(session, account, email, token, self.core.clock.now())
            assert new is not None
            return new.token
