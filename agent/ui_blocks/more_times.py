"""What a conversation would give up for another time: the appointment it moves, and the time it holds; and
what one of its lists of times was for."""

from typing import Any

from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.storage.statements import Statement

READ = Statement(
    "SELECT state ->> 'moving' AS moving, state ->> 'hold_id' AS hold_id,"
    " state -> 'draft' ->> 'service_id' AS service_id,"
    " (SELECT state -> 'offers' -> (pressed.value ->> 'value') FROM json_each(state -> 'inputs') AS pressed"
    " WHERE pressed.value ->> 'block_id' = :block_id AND pressed.value ->> 'verb' = 'time' LIMIT 1) AS offer"
    " FROM conversations WHERE id = :conversation_id"
)


class GivenUp(Struct, frozen=True):
    """``moving`` is the id of an appointment of ``service_id``; ``offer`` the first of the list that was
    named."""

    moving: str | None = None
    hold_id: str | None = None
    service_id: str | None = None
    offer: dict[str, Any] | None = None

    def appointment_to_move(self, service_id: str) -> str | None:
        """The appointment being moved, where it is of that service: for another one a new one is booked."""
        return self.moving if service_id == self.service_id else None

    @property
    def own_holds(self) -> tuple[str, ...]:
        return (self.hold_id,) if self.hold_id else ()


async def read_given_up(core: BookingCore, conversation_id: str, block_id: str = "") -> GivenUp:
    """``block_id`` is that of an open list of times."""
    for row in await core.look_up(READ, conversation_id=conversation_id, block_id=block_id):
        return GivenUp(*row)
    return GivenUp()
