"""What every page of the settings works with: who looks, at which business, and the pages beside this one."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from litestar import Response
from msgspec import Struct

from booking_core.access.roles import ROLES_OF
from booking_core.appointments.by_link.texts_stopped import wants_no_texts
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Decisions
from booking_core.catalogue.settings.settings import setting_of
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.notices.outbox import BY_TEXT
from booking_core.team.context import while_in_role
from web.console.access.signed_in import SignedIn
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, page
from web.jobs.mail import leave_the_house
from web.settings import Settings

T = TypeVar("T")


class SettingsPage(Struct, frozen=True):
    """A page in the navigation: its address below ``settings/`` (or ``address`` below the business), its name
    and what it is for (marked for translation), and the verb that whoever sees it may use."""

    slug: str
    name: str
    tells: str
    verb: str
    address: str = ""

    @property
    def path(self) -> str:
        return self.address or f"/settings/{self.slug}"


class Group(Struct, frozen=True):
    name: str
    pages: Sequence[SettingsPage]


class Visit(Struct, frozen=True):
    """One request to a page of the settings; a dependency named ``visit``."""

    request: PageRequest
    core: BookingCore
    operator: SignedIn
    settings: Settings
    every_group: Sequence[Group]

    @property
    def home(self) -> str:
        """Where the addresses of the settings begin."""
        return f"{self.operator.home}/settings"

    @property
    def groups(self) -> list[Group]:
        """What they may see."""
        role = self.operator.role
        found = [
            Group(one.name, [page for page in one.pages if role in ROLES_OF[page.verb]])
            for one in self.every_group
        ]
        return [one for one in found if one.pages]

    async def letter_to(self, desk: Desk, email: str | None, phone: str | None = None) -> str:
        """The address at which a customer is told of changes, or without any the number, where they are told
        by text message; empty where they are told by nobody but the operator."""
        if email or not phone:
            return email if email and leave_the_house(self.settings, desk.catalogue) else ""
        wanted = setting_of(desk.catalogue.organization, "letters.text_changes")
        if not wanted or not leave_the_house(self.settings, desk.catalogue, BY_TEXT):
            return ""
        return "" if await wants_no_texts(desk, phone) else phone

    async def read(self, work: Callable[[Desk], Awaitable[T]]) -> T:
        """What ``work`` reads; it writes nothing."""
        return await self.core.read_only(self.operator.organization_id, self.operator.actor, work)

    async def arrange(
        self, work: Callable[[BackOffice], Awaitable[T]], decisions: Decisions | None = None
    ) -> T:
        """Change something, by a verb of the back office."""
        actor = self.operator.actor
        return await self.core.arrange(
            self.operator.organization_id, actor, work, decisions=decisions, guard=while_in_role(actor)
        )

    async def carry_out(self, work: Callable[[Desk], Awaitable[T]]) -> T:
        """Do something at the desk, by a verb that is none of the back office."""
        actor = self.operator.actor
        return await self.core.transaction(
            self.operator.organization_id, actor, work, guard=while_in_role(actor)
        )

    def local(self, desk: Desk, time_zone: str | None = None) -> LocalFormat:
        return LocalFormat.of(desk.catalogue.organization, time_zone)

    def page(self, template: str, here: str, *, status_code: int = 200, **context: Any) -> Response[str]:
        """A page beside the navigation, in which ``here`` is the slug of the present one."""
        return page(
            template,
            status_code=status_code,
            operator=self.operator,
            visit=self,
            settings_home=self.home,
            groups=self.groups,
            page_here=here,
            **context,
        )
