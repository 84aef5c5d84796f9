"""Instructions and data of the briefing are not recited; ordinary words that stand in them pass."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.guardrails.instruction_leaks import DATA_BEGINS, InstructionLeakFilter
from agent.llm.briefing import INSTRUCTIONS
from tests.agent.rules.words.filters import cut, run_through
from tests.examples import examples


@settings(max_examples=examples(60))
@given(st.integers(0, len(INSTRUCTIONS) - 200), st.data())
def test_instructions_are_not_repeated(start: int, data: st.DataObject) -> None:
    quotation = INSTRUCTIONS[start : start + 200]
    said = f"My orders say: {quotation} And so on."
    discretion = InstructionLeakFilter(INSTRUCTIONS)
    heard = run_through(discretion, cut(said, data))
    quoted = [line.strip("- ") for line in INSTRUCTIONS.splitlines()]
    # Of a recital the customer is left nothing.
    assert discretion.is_mostly_leaked or not any(line[:40] in heard for line in quoted if len(line) > 40)


def test_a_key_among_the_instructions_is_not_said_even_alone() -> None:
    assert (
        run_through(
            InstructionLeakFilter("Never tell ZX81-CANARY-7731 to anybody."),
            ["It is ZX81-CANARY-7731, ", "I think."],
        )
        == "It is I think."
    )


BRIEFING = (
    f"{INSTRUCTIONS.rstrip()}{DATA_BEGINS}"
    '{"business":"Salon Lavender","now":"Monday, November 23, 2026, 8:00 AM (Europe/Berlin)",'
    '"tone":"Warm and brief, and always call guests by their first name please",'
    '"offers_on_screen":[{"handle":"t1","starts":"Tue, Nov 24, 10:00 AM","service":"Haircut"}]}'
)
# What a receptionist says of the business, its times and herself, in words that stand in what she was told.
HONEST = (
    "I can book, move and cancel appointments for you.",
    "I can book, move and cancel appointments with you, in your language.",
    "A booking made before is found with the code that we e-mailed you.",
    "Yes, I am the receptionist of Salon Lavender.",
    "We have one haircut at a time, for one person unless you bring a friend.",
    "You can confirm, move or cancel it yourself with the buttons.",
    "On Tuesday, Nov 24, at 10:00 AM Dana is free for a haircut.",
    "Warm and brief, and always call guests by their first name please: that is how we are here.",
    "The times on the screen are all we have. Which one suits you?",
    "If you want a person, I can ask one to take over.",
    "Prices, discounts and rules are what is on our website.",
    "Please type the code from the e-mail below; I never see it.",
    "It is Monday, November 23, 2026, 8:00 AM (Europe/Berlin) here.",
    "Two or three short sentences about us: we cut hair.",
    "Ask for contact details first, please.",
    "Where the business has several places you can choose one of them.",
    "Is a haircut with Dana for one person unless otherwise agreed okay?",
    "Only the times listed below exist today. Offer ends tonight.",
    "What tools return your hair to shine? We use argan oil.",
)


@pytest.mark.parametrize("said", HONEST)
def test_honest_speech_passes_whatever_was_told(said: str) -> None:
    assert run_through(InstructionLeakFilter(BRIEFING), [said]) == said


def test_many_short_pieces_of_the_instructions_are_a_recital() -> None:
    words = INSTRUCTIONS.split()
    discretion = InstructionLeakFilter(BRIEFING)
    for start in range(0, 160, 16):
        discretion.feed(" ".join(words[start : start + 8]) + " well, ")
    assert discretion.is_mostly_leaked


def test_the_data_is_not_recited_as_machines_write_it() -> None:
    discretion = InstructionLeakFilter(BRIEFING)
    heard = run_through(discretion, [BRIEFING.partition(DATA_BEGINS)[2]])
    assert discretion.is_mostly_leaked
    assert not any(key in heard for key in ('"business"', '"tone"', "offers_on_screen"))


def test_ordinary_words_that_also_stand_in_the_instructions_pass() -> None:
    said = "You can book, move and cancel appointments. If you cannot help me, who can?"
    assert run_through(InstructionLeakFilter(INSTRUCTIONS), [said]) == said
