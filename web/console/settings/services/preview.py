"""The free times that the form of a service would make, before it is saved: the change is rehearsed, and the
same search runs that customers ask."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from booking_core.back_office.back_office import BackOffice
from booking_core.catalogue.catalogue import Catalogue
from booking_core.desk import Desk
from booking_core.errors import Conflict, Invalid
from booking_core.storage.ids import new_id
from web.console.forms.form import FormState, must_be_readable
from web.console.rendering.visit import Visit
from web.console.settings.form_preview import FormPreview
from web.console.settings.services.free_times import PlaceTimes, free_times
from web.console.settings.services.page import PAGES
from web.console.settings.services.reasons import Reason, reason_of

# Words bear on no time: what is still missing or wrong with them keeps nobody from seeing times.
WORDS = {"name", "description", "aliases", "category_id", "translations", "key"}


class Preview(Struct, frozen=True):
    """What stands beside the form: times and reasons by place, or what the form has to say first."""

    places: Sequence[tuple[PlaceTimes, Reason | None]] = ()
    first: Sequence[Any] = ()


async def rehearse(visit: Visit, state: FormState, row_id: str) -> Preview:
    values = {name: value for name, value in state.form.read(state.sent).items() if name not in WORDS}

    async def work(office: BackOffice) -> tuple[str, Catalogue]:
        must_be_readable(values)
        service_id = await _change(office, values, row_id)
        return service_id, await office.rehearse_services()

    try:
        service_id, catalogue = await visit.arrange(work)
    except (Invalid, Conflict) as refusal:
        return Preview(first=state.with_refusal(refusal).problems)

    # The lock on the business is let go before anything is searched.
    async def look(desk: Desk) -> list[PlaceTimes]:
        return await free_times(visit, desk, catalogue, service_id)

    service = catalogue.service(service_id)
    places = await visit.read(look)
    return Preview([(one, reason_of(one.obstacle, service) if one.obstacle else None) for one in places])


async def _change(office: BackOffice, values: Mapping[str, Any], row_id: str) -> str:
    """The id of the service, which is changed, or new without a name yet."""
    if row_id:
        row = await office.services.find(row_id)
        await office.services.change(row_id, values, expected_version=row.version)
        return row_id
    name = new_id("new")
    return str((await office.services.create({**values, "name": name}, key=name)).id)


PREVIEW = FormPreview(PAGES, "settings/service_times.html", "preview", rehearse)
