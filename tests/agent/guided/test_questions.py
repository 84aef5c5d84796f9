"""What a service asks before it is booked is asked in the chat, checked, shown in the summary and kept with
the appointment."""

import pytest
from sqlalchemy import select

from agent.conversation.conversation import Conversation
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services.booking_questions import CHOICE, TEXT, YES_NO, BookingQuestion
from booking_core.errors import InvalidField
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter

WISH = "haircut on tuesday at 11, I'm Ada Lee, ada@example.com"


async def asks(
    chatter: Chatter, kind: str, label: str, *choices: str, sensitive: bool = False, required: bool = True
) -> None:
    """From now on a haircut asks that, and must have an answer unless it is not required."""
    salon = chatter.salon
    question = BookingQuestion(
        id=new_id("q"),
        organization_id=salon.organization_id,
        service_id=salon.services["Haircut"],
        key=label.split(maxsplit=1)[0].casefold(),
        label=label,
        kind=kind,
        choices=list(choices),
        required=required,
        sensitive=sensitive,
        position=0,
    )
    async with chatter.core.sessions() as session, session.begin():
        session.add(question)


async def answers(chatter: Chatter) -> dict[str, object]:
    of_salon = Appointment.organization_id == chatter.salon.organization_id
    async with chatter.core.sessions() as session, session.begin():
        [booked] = await session.scalars(select(Appointment).where(of_salon))
    return dict(booked.answers)


async def test_a_question_in_words_is_asked_and_its_answer_kept(eve: Chatter) -> None:
    await asks(eve, TEXT, "Allergies we should know of?")
    assert "Allergies we should know of?" in await eve.says(WISH)
    assert "Shall I book it?" in await eve.says("Henna on Fridays at 3")
    summary = await eve.sees("summary")
    assert summary is not None
    assert {"label": "Allergies we should know of?", "value": "Henna on Fridays at 3"} in summary["rows"]
    await eve.says("yes")
    assert await answers(eve) == {"allergies": "Henna on Fridays at 3"}


@pytest.mark.parametrize("answer", ["short", "Short please", "the first one", "shrot"])
async def test_a_choice_is_understood_and_offered_as_buttons(eve: Chatter, answer: str) -> None:
    await asks(eve, CHOICE, "Length of your hair?", "Short", "To the shoulder", "Long")
    await eve.says(WISH)
    assert {"Short", "To the shoulder", "Long"} <= set(await eve.labels())
    await eve.says(answer)
    await eve.says("yes")
    assert await answers(eve) == {"length": "Short"}


@pytest.mark.parametrize(
    ("answer", "kept"), [("yes", True), ("Yes I have", True), ("no, never", False), ("nope", False)]
)
async def test_a_yes_to_a_question_is_none_to_the_booking(eve: Chatter, answer: str, kept: bool) -> None:
    await asks(eve, YES_NO, "Been here before?")
    await eve.says(WISH)
    assert "Shall I book it?" in await eve.says(answer)
    await eve.says("yes")
    assert await answers(eve) == {"been": kept}


async def test_no_answer_is_asked_for_again(eve: Chatter) -> None:
    await asks(eve, CHOICE, "Length of your hair?", "Short", "Long")
    await eve.says(WISH)
    assert "did not quite get that" in await eve.says("purple")
    assert "Shall I book it?" in await eve.presses("Long")


async def test_a_question_of_the_customers_is_answered_first(eve: Chatter) -> None:
    await asks(eve, TEXT, "Allergies we should know of?")
    await eve.says(WISH)
    assert "€45.00" in await eve.says("how much is it?")
    assert "Shall I book it?" in await eve.says("none")


async def test_a_sensitive_answer_is_shown_to_nobody(eve: Chatter) -> None:
    await asks(eve, TEXT, "Allergies we should know of?", sensitive=True)
    await eve.says(WISH)
    await eve.says("penicillin")
    summary = await eve.sees("summary")
    assert summary is not None
    assert "penicillin" not in str(summary)
    await eve.says("yes")
    assert await answers(eve) == {"allergies": "penicillin"}


async def test_what_need_not_be_told_is_asked_beside_name_and_address(eve: Chatter) -> None:
    await asks(eve, TEXT, "Allergies we should know of?", required=False)
    await eve.says("haircut on tuesday at 11")
    form = await eve.sees("form")
    assert form is not None
    assert form["fields"][-1]["name"] == "answers.allergies"
    assert not form["fields"][-1]["required"]
    written = {"name": "Ada Lee", "email": "ada@example.com", "answers.allergies": " henna "}
    assert "Shall I book it?" in await eve.fills_in(**written)
    summary = await eve.sees("summary")
    assert summary is not None
    assert {"label": "Allergies we should know of?", "value": "henna"} in summary["rows"]
    await eve.says("yes")
    assert await answers(eve) == {"allergies": "henna"}


async def test_what_need_not_be_told_is_left_out_as_easily(eve: Chatter) -> None:
    await asks(eve, YES_NO, "Been here before?", required=False)
    await eve.says("haircut on tuesday at 11")
    await eve.fills_in(name="Ada Lee", email="ada@example.com")
    assert [block["type"] for block in await eve.open_blocks()].count("form") == 1
    await eve.says("yes")
    assert await answers(eve) == {}


@pytest.mark.parametrize(
    ("kind", "choices", "written", "kept"),
    [(TEXT, (), "henna", "henna"), (YES_NO, (), "no", False), (CHOICE, ("Short", "Long"), "Long", "Long")],
)
async def test_whoever_saw_no_form_is_shown_one_beside_the_summary(
    eve: Chatter, kind: str, choices: tuple[str, ...], written: str, kept: object
) -> None:
    await asks(eve, kind, "Allergies we should know of?", *choices, required=False)
    await eve.says(WISH)
    assert [block["type"] for block in await eve.open_blocks()][-2:] == ["form", "summary"]
    assert "Shall I book it?" in await eve.fills_in(**{"answers.allergies": written})
    assert [block["type"] for block in await eve.open_blocks()].count("form") == 1
    await eve.says("yes")
    assert await answers(eve) == {"allergies": kept}


async def test_a_yes_passes_over_what_need_not_be_told(eve: Chatter) -> None:
    await asks(eve, TEXT, "Allergies we should know of?", required=False)
    await eve.says(WISH)
    await eve.says("yes")
    assert await answers(eve) == {}
    assert "form" not in [block["type"] for block in await eve.open_blocks()]


async def test_an_address_in_an_answer_is_as_personal_as_anywhere(eve: Chatter) -> None:
    await asks(eve, TEXT, "Allergies we should know of?", required=False)
    await eve.says(WISH)
    await eve.fills_in(**{"answers.allergies": "ask dr.no@clinic.example"})
    assert eve.conversation is not None
    async with eve.core.sessions() as session, session.begin():
        kept = await session.get_one(Conversation, eve.conversation.id)
    assert "dr.no@clinic" not in str(kept.state)
    await eve.says("yes")
    assert await answers(eve) == {"allergies": "ask dr.no@clinic.example"}


async def test_an_answer_that_is_none_is_refused_at_its_field(eve: Chatter) -> None:
    await asks(eve, CHOICE, "Length of your hair?", "Short", "Long", required=False)
    await eve.says(WISH)
    with pytest.raises(InvalidField) as refused:
        await eve.fills_in(**{"answers.length": "purple"})
    assert refused.value.field == "answers.length"
