"""The back office: where a business is arranged, in one transaction for one organization; see ``core``.

Beside the desk, and like it: the verbs are those of each noun, and each leaves its detail to the file of its
noun. Nothing else writes what an owner sets up.
"""

from typing import Any

from booking_core.back_office.categories import Categories
from booking_core.back_office.decisions import Decisions, settle_touched
from booking_core.back_office.hours.dates import Dates
from booking_core.back_office.hours.opening_hours import OpeningHours
from booking_core.back_office.hours.repeated_time_off import RepeatedTimesOff
from booking_core.back_office.hours.time_off import TimesOff
from booking_core.back_office.locations import Locations
from booking_core.back_office.pictures import Pictures
from booking_core.back_office.questions import Questions
from booking_core.back_office.resources import Resources
from booking_core.back_office.services import Services
from booking_core.back_office.settings import BusinessSettings
from booking_core.back_office.touched import Touched, find_touched
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.catalogue_cache import REVISION, read_catalogue, read_services
from booking_core.context import OperationContext


class BackOffice(OperationContext):
    """Opened by ``BookingCore.back_office``. Each noun has ``offered``, ``archived``, ``find``, ``create``,
    ``change``, ``archive`` and ``restore``; those that stand in an order have ``reorder``."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.decisions: Decisions | None = None
        # Undone at its end, instead of committed.
        self.is_rehearsal = False
        self.locations = Locations(self)
        self.resources = Resources(self)
        self.categories = Categories(self)
        self.services = Services(self)
        self.questions = Questions(self)
        self.hours = OpeningHours(self)
        self.dates = Dates(self)
        self.times_off = TimesOff(self)
        self.repeated_times_off = RepeatedTimesOff(self)
        self.pictures = Pictures(self)
        self.settings = BusinessSettings(self)

    async def finish(self) -> list[Touched]:
        """Before the commit: settle what all that was changed here means for appointments that are booked,
        and say which it touched. Raises ``AppointmentsTouched`` where nobody has decided that yet."""
        before = await self._catch_up()
        return [] if before is None else await settle_touched(self, before, self.decisions)

    async def rehearse(self) -> list[Touched]:
        """The same, and nothing of all that was changed is kept. Where nobody has decided yet, only say what
        it would touch."""
        self.is_rehearsal = True
        if self.decisions is not None:
            return await self.finish()
        before = await self._catch_up()
        return [] if before is None else await find_touched(self, before, self.catalogue)

    async def rehearse_services(self) -> Catalogue:
        """The catalogue as changes of services alone would make it; nothing of them is kept. Of everything
        else nothing is read again, so that whoever waits for this transaction does not wait for that."""
        self.is_rehearsal = True
        await self.session.flush()
        return await read_services(self.session, self.catalogue)

    async def _catch_up(self) -> Catalogue | None:
        """The catalogue before all changes, where there are any; from now on ours is the one after them."""
        await self.session.flush()
        before = self.catalogue
        revision = await self.session.scalar(REVISION.text, {"id": self.organization_id})
        if revision == before.organization.revision:
            return None
        self.catalogue = await read_catalogue(self.session, self.organization_id, self.clock.now())
        return before
