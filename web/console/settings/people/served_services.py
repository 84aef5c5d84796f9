"""Which services somebody serves, or a room is for, ticked on their own page. The links are those of the
services, whose pages have the same ticks."""

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct

from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.resources import Resource
from booking_core.context import OperationContext
from web.console.forms.field import FormField, Option
from web.console.forms.fields import Checkboxes
from web.console.forms.sent import Sent, Texts
from web.console.words.translate import gettext

SERVED = "service_ids"


class ServedServices(Struct, frozen=True):
    """Those that are ticked, and those that were when the form was drawn: what nobody touched in it stays as
    somebody else has left it meanwhile."""

    ticked: frozenset[str]
    drawn: frozenset[str]


class ServicesField(Checkboxes, frozen=True, kw_only=True):
    drawn: ClassVar[str] = "changed_ticks"

    def read(self, sent: Sent) -> Any:
        return ServedServices(frozenset(sent.each(self.name)), frozenset(sent.each(f"{self.name}.drawn")))

    def write(self, value: Any) -> Texts:
        return {self.name: list(value), f"{self.name}.drawn": list(value)}


def services_field(context: OperationContext) -> list[FormField]:
    options = [Option(one.id, one.name) for one in context.catalogue.services.values()]
    hint = gettext("With none ticked, nothing can be booked here.")
    field = ServicesField(name=SERVED, label=gettext("Services"), options=options, hint=hint)
    return [field] if options else []


def services_ticked(context: OperationContext, row: Resource) -> Mapping[str, Any]:
    return {SERVED: [one.id for one in context.catalogue.services_of(row.id)]}


async def save_services(office: BackOffice, row_id: str, said: Mapping[str, Any]) -> None:
    """Each service that was ticked or is no longer, as it is now."""
    served: ServedServices = said.get(SERVED, ServedServices(frozenset(), frozenset()))
    for service_id in sorted(served.ticked ^ served.drawn):
        service = await office.services.find(service_id)
        who = set((await office.services.values_of(service))["resource_ids"]) - {row_id}
        if service_id in served.ticked:
            who.add(row_id)
        wanted = {"resource_ids": sorted(who)}
        await office.services.change(service_id, wanted, expected_version=service.version)
