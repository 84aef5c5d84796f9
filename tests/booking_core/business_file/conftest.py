"""Organizations with nothing in them, and what their owner does with files."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from booking_core.access.roles import Role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.decisions import Decisions
from booking_core.business_file.business_file import Rehearsal, apply_file, export_file, rehearse_file
from booking_core.business_file.document import Document
from booking_core.business_file.plan.plan import Plan
from booking_core.business_file.read import read_as_far
from booking_core.business_file.wrong import FileRefused
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from tests.cast import Visitor
from web.commands.business.yaml_reader import read_yaml
from web.commands.business.yaml_writer import write_yaml
from web.commands.organizations.new_organization import InitRequest, create_organization

T = TypeVar("T")
EXAMPLES = Path(__file__).resolve().parents[3] / "docs" / "examples"


def read_document(data: Any) -> Document:
    """The document of plain data. Raises ``FileRefused``."""
    document, wrong = read_as_far(data)
    if wrong:
        raise FileRefused(wrong)
    return document


# Parts of which nothing is said.
DEFAULTS = read_document({"chat": {}, "booking_rules": {}, "letters": {}, "mcp": {}})


class Owner:
    """The owner of an organization that `zimun init` has made."""

    def __init__(self, core: BookingCore, organization_id: str, role: Role | None = Role.OWNER) -> None:
        self.core = core
        self.organization_id = organization_id
        self.actor = Actor("system", "zimun", "tests", role=role, organization_id=organization_id)

    async def does(self, deed: Callable[[BackOffice], Awaitable[T]], decisions: Decisions | None = None) -> T:
        return await self.core.arrange(self.organization_id, self.actor, deed, decisions=decisions)

    async def applies(self, text: str, *, prune: bool = False, decisions: Decisions | None = None) -> Plan:
        data = read_yaml(text.encode()).data
        return await self.does(lambda office: apply_file(office, data, prune=prune), decisions)

    async def rehearses(self, text: str, *, prune: bool = False) -> Rehearsal:
        data = read_yaml(text.encode()).data
        with pytest.raises(Rehearsal) as rehearsal:
            await self.does(lambda office: rehearse_file(office, data, prune=prune))
        return rehearsal.value

    async def exports(self) -> str:
        return write_yaml(await self.does(export_file))

    async def sees(self) -> Catalogue:
        return await self.core.catalogue_of(self.organization_id)


async def new_owner(core: BookingCore, name: str = "Nothing yet") -> Owner:
    wanted = InitRequest(name, f"{new_id('a')}@owner.example", "Europe/London", "GB", "GBP", "en")
    async with core.sessions() as session, session.begin():
        made = await create_organization(session, wanted, "a password long enough")
    return Owner(core, made.organization_id)


@pytest.fixture
async def owner(core: BookingCore) -> Owner:
    return await new_owner(core)


@pytest.fixture
async def other_owner(core: BookingCore) -> Owner:
    return await new_owner(core)


def document_of(text: str) -> tuple[Any, ...]:
    """What a file says, whatever its comments and its lines."""
    document: Document = read_document(read_yaml(text.encode()).data)
    said = {name: part for name, part in document.settings.items() if part != DEFAULTS.settings.get(name)}
    return said, document.rows, list(document.rows)


async def customer_of(owner: Owner, name: str = "Ada") -> Visitor:
    """Somebody who books what the file offers, by its names in the language of the business."""
    catalogue = await owner.sees()
    offered = {row.name: row.id for row in catalogue.services.values()}
    staff = {row.name: row.id for row in catalogue.resources.values()}
    location_id = next(iter(catalogue.locations))
    return Visitor(owner.core, DemoSalon(owner.organization_id, location_id, offered, staff), name)


def example(name: str) -> str:
    return (EXAMPLES / f"{name}.yaml").read_text("utf-8")
