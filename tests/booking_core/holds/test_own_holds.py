"""The time somebody holds is not free for others, and stands not in their own way when they look for
another."""

from booking_core.availability.slots import Question
from tests.cast import Visitor, at


async def test_a_hold_of_ones_own_may_be_looked_past(ada: Visitor) -> None:
    dana = ada.salon.resources["Dana"]
    hold = await ada.holds("Haircut", at(1, 11), staff_id=dana)
    question = Question(ada.salon.services["Haircut"], at(1, 11), at(1, 12), staff_id=dana)
    for_others = await ada.at_desk(lambda desk: desk.availability(question))
    for_herself = await ada.at_desk(lambda desk: desk.availability(question, own=(hold.id,)))
    assert at(1, 11, 15) not in {slot.start for slot in for_others.slots}
    assert at(1, 11, 15) in {slot.start for slot in for_herself.slots}
