"""A message may be as long as it likes: it is read at both ends, and agrees to nothing."""

import pytest

from agent.assent import AnswerKind, answer_to
from agent.assent.excerpt import LONGEST_READ, shorten
from agent.contact_lines import contact_in
from agent.contact_lines.line import MOST_PIECES
from agent.contact_lines.pieces import cut_into_pieces
from agent.languages import words_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

FILLED = ["a," * 1500, "a,1," * 700, "no, " * 700, "Anna, " * 500, "א," * 1500, "x: " * 900, "-" * 3000]


@pytest.mark.parametrize("filled", FILLED)
async def test_the_wish_at_the_end_is_heard(core: BookingCore, salon: DemoSalon, filled: str) -> None:
    eve = Chatter(core, salon)
    await eve.says(f"{filled}\nso I would like a haircut on Tuesday at 11")
    assert (await eve.view()).state.draft.service_id == salon.services["Haircut"]


async def test_the_wish_at_the_beginning_is_heard(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("A haircut on Tuesday at 11 please. " + "It has been such a long week. " * 100)
    assert (await eve.view()).state.draft.service_id == salon.services["Haircut"]


@pytest.mark.parametrize("filled", ["yes " * 900, "ok, " * 900, "sí " * 1200])
def test_a_long_message_is_no_agreement(filled: str) -> None:
    for text in (filled, shorten(filled)):
        assert answer_to(text, "book", "en").kind is not AnswerKind.YES


@pytest.mark.parametrize("filled", FILLED)
def test_no_reader_gets_more_than_it_can_read(filled: str) -> None:
    assert len(shorten(filled)) <= LONGEST_READ + len("\n[…]\n")
    pieces = cut_into_pieces(filled, words_in("en"))
    told = contact_in(f"{filled}\nAda Byron", ("DE",), words_in("en"), is_asked=True)
    assert len(pieces) <= MOST_PIECES or told.name == "Ada Byron"


def test_a_short_message_is_read_as_it_is() -> None:
    assert shorten("a haircut  on\nTuesday ") == "a haircut  on\nTuesday "
