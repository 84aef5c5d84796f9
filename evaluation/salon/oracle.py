"""The oracle: does at the desk what should be done, on a salon of its own; what it leaves behind is the
target."""

from datetime import timedelta

from msgspec import structs

from booking_core.availability.slots import Slot
from booking_core.customers.contacts import ContactDetails
from booking_core.desk import Desk
from booking_core.errors import Refusal, Unavailable
from booking_core.holds.request import HoldRequest
from booking_core.storage.audit import Actor
from booking_core.storage.ids import new_id
from evaluation.salon.records import ExpectedRecord, Record, records, suits
from evaluation.salon.stage import SalonStage
from evaluation.scenarios.customer_wishes import Wish
from evaluation.scenarios.faults import Taken
from evaluation.scenarios.goals import chain, final_wishes
from evaluation.scenarios.scenario import Scenario

LOOKS_AHEAD = timedelta(days=70)


class Unsolvable(Exception):
    """The scenario asks for something that cannot be done, even by whoever knows everything."""


class ExpectedState:
    """What the database must hold in the end; what was there before is known by its name, since ids differ
    from salon to salon."""

    def __init__(self, names: dict[str, str], wanted: list[ExpectedRecord]) -> None:
        self._names = names
        self._wanted = wanted

    @property
    def changes_nothing(self) -> bool:
        return all(not one.wishes for one in self._wanted)

    def on(self, stage: SalonStage) -> list[ExpectedRecord]:
        """The same target in another salon of the same scenario."""
        return [self._there(stage, one) for one in self._wanted]

    def _there(self, stage: SalonStage, one: ExpectedRecord) -> ExpectedRecord:
        if not one.was_there:
            return one
        return structs.replace(
            one, record=structs.replace(one.record, id=stage.seeded[self._names[one.record.id]])
        )


async def solve(stage: SalonStage, scenario: Scenario) -> ExpectedState:
    """Do what should be done. Raises ``Unsolvable``."""
    wishes = final_wishes(scenario.customer) if scenario.oracle is None else scenario.oracle
    any_will_do = any(isinstance(fault, Taken) for fault in scenario.faults)
    meant: dict[str, tuple[Wish, ...]] = {}
    newest = ""
    for wish in wishes:
        about = stage.seeded[wish.which] if wish.which else newest
        try:
            newest, as_done = await _fulfil(stage, scenario, wish, about)
        except Unavailable:
            raise  # The servers', and nothing of the scenario's.
        except Refusal as refusal:
            raise Unsolvable(
                f"{scenario.name}: the desk refuses what the oracle does: {refusal.detail}"
            ) from refusal
        meant[newest] = chain(wish) if any_will_do else (_keep_person(meant.get(newest, ()), as_done),)
    names = {id_: name for name, id_ in stage.seeded.items()}
    return ExpectedState(
        names, [ExpectedRecord(one, meant.get(one.id, ()), one.id in names) for one in await _records(stage)]
    )


async def _fulfil(stage: SalonStage, scenario: Scenario, wish: Wish, about: str) -> tuple[str, Wish]:
    """The appointment, and the wish as it could be fulfilled."""
    actor = Actor(door="chat", id=new_id("oracle"))
    if wish.do == "cancel":
        await stage.at_desk(lambda desk: desk.cancel(about), actor)
        return about, wish
    moving = about if wish.do == "move" else None
    as_done, slot = await _first_fitting(stage, scenario, wish, moving)
    staff = stage.salon.resources[as_done.staff] if as_done.staff else None

    async def work(desk: Desk) -> str:
        people = (await desk.find(moving)).party_size if moving else as_done.people
        request = HoldRequest(
            slot.service_id,
            slot.start,
            key=new_id("key"),
            staff_id=staff,
            location_id=stage.salon.location_id,
            party_size=people,
            duration_min=as_done.minutes,
            reschedule_of=moving,
        )
        hold = await desk.hold(request)
        if moving:
            return (await desk.reschedule(moving, hold.id)).appointment.id
        customer = scenario.customer
        return (await desk.confirm(hold.id, ContactDetails(customer.name, customer.email, customer.phone))).id

    return await stage.at_desk(work, actor), as_done


async def _first_fitting(
    stage: SalonStage, scenario: Scenario, wish: Wish, moving: str | None
) -> tuple[Wish, Slot]:
    today = stage.clock.now().astimezone(stage.zone).date()
    service = wish.service or next(one.service for one in await _records(stage) if one.id == moving)
    for one in chain(wish):
        first, last = min(one.on, default=today), max(one.on, default=today + LOOKS_AHEAD)
        free = await stage.free(service, first, last, staff=one.staff, people=one.people, moving=moving)
        for slot in free:
            if suits(one, slot.start.astimezone(stage.zone)):
                return one, slot
    raise Unsolvable(f"{scenario.name}: nothing that suits is free for {service}.")


async def _records(stage: SalonStage) -> list[Record]:
    async with stage.core.sessions() as session:
        return await records(session, stage, but=stage.rivals)


def _keep_person(before: tuple[Wish, ...], wish: Wish) -> Wish:
    """What is moved stays with its person, unless another is named."""
    if wish.do != "move" or wish.staff or not before:
        return wish
    return structs.replace(wish, staff=before[0].staff)
