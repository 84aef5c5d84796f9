"""Confirms at the same moment never pass a cap, whatever it counts."""

from collections.abc import Callable
from typing import Any

import pytest

from booking_core.booking.booking_caps import Booker
from booking_core.catalogue.settings.booking_rules import BookingRules
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.access.floods.conftest import set_rules
from tests.attack.booking.rivals import Rival, codes, forged, larger
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.booking_core.booking.storms import storm
from tests.cast import Visitor, at
from tests.guests import guests


@pytest.mark.parametrize("counted", ["contact", "address", "conversation", "client", "a day"])
async def test_confirms_at_the_same_moment_never_pass_a_cap(
    core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures, counted: str
) -> None:
    """Holds for other times of other people each, so that nothing but the cap is between them."""
    rivals = size(200, 24)
    await larger(core, salon, rivals)
    rules = BookingRules(upcoming_per_address=7, per_address_a_day=4 if counted == "a day" else 1000)
    await set_rules(core, salon, rules)
    visitors = guests(core, salon, rivals)
    holds = await forged(
        core, [Rival(one, "Haircut", at(2, 10), [f"Person {number}"]) for number, one in enumerate(visitors)]
    )
    same = ContactDetails("Eve", "eve@example.com")

    def booker(visitor: Visitor) -> Booker:
        return {
            "contact": Booker(conversation_id=visitor.actor.id, address=new_id("a")),
            "address": Booker(conversation_id=visitor.actor.id, address="one"),
            "conversation": Booker(conversation_id="one", address=new_id("a")),
            "client": Booker(client_id="one", client_a_day=6),
            "a day": Booker(conversation_id=visitor.actor.id, address="one"),
        }[counted]

    def confirms(visitor: Visitor, hold_id: str) -> Callable[[], Any]:
        contact = same if counted == "contact" else visitor.contact
        return lambda: visitor.at_desk(lambda desk: desk.confirm(hold_id, contact, booker=booker(visitor)))

    won, refused = await storm(
        [confirms(visitor, hold.id) for visitor, hold in zip(visitors, holds, strict=True)]
    )
    most = {"contact": 5, "address": 7, "conversation": 5, "client": 6, "a day": 4}[counted]
    figures.note(rivals=rivals, booked=len(won), refused=codes(refused))
    assert len(won) == most
    assert codes(refused).keys() <= {"booking_limit_reached", "slot_held"}
