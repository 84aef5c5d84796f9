"""Whoever asks for a person is told how to reach one, and nothing that will not happen; the business gets one
letter about it."""

import pytest
from sqlalchemy import select, update

from agent.languages import LANGUAGES, sentences_in
from agent.languages.texts.letters.short_letters import PERSON_LETTERS
from agent.models.scripted import Call, ModelInput, Say, ScriptedModel, Steps
from booking_core.access.roles import Role
from booking_core.catalogue.hours.opening_hours import OpeningWindow
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import CONVERSATION_MARK
from booking_core.team.memberships import PERSON_WANTED, Presence, change_presence
from tests.agent.customers import Chatter
from tests.agent.turns.reach import ASKS, EMAIL, PHONE, letters_of, reach_by
from tests.web.console.stage import operator_of
from web.jobs.mail import with_secrets
from web.settings import Settings


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_card_has_the_ways_and_hours_in_the_customers_language(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve, says = Chatter(core, salon, locale=language), sentences_in(language)
    assert await eve.says(ASKS[language]) == says.HANDED_OVER
    card = await eve.sees("contact_fallback")
    assert card is not None
    assert (card["text"], card["phone"], card["email"]) == (says.REACH_US_SO, PHONE, EMAIL)
    assert "19:00" in card["hours"]
    assert all(one in card["fallback_text"] for one in (PHONE, EMAIL, "19:00"))
    assert language == "en" or "reach" not in card["text"]


async def test_of_the_ways_only_those_that_exist_are_told(core: BookingCore, salon: DemoSalon) -> None:
    await reach_by(core, salon, PHONE, None)
    eve = Chatter(core, salon)
    await eve.says("a person please")
    card = await eve.sees("contact_fallback")
    assert card is not None
    assert (card["phone"], card["email"]) == (PHONE, None)
    async with core.sessions() as session, session.begin():
        for window in await session.scalars(
            select(OpeningWindow).where(OpeningWindow.organization_id == salon.organization_id)
        ):
            await session.delete(window)
    ben = Chatter(core, salon)
    await ben.says("a person please")
    card = await ben.sees("contact_fallback")
    assert card is not None
    assert card["hours"] is None


async def test_without_any_way_none_is_promised(core: BookingCore, salon: DemoSalon) -> None:
    await reach_by(core, salon, None, None)
    eve = Chatter(core, salon)
    assert await eve.says("a person please") == sentences_in("en").HANDED_OVER_ONLY
    assert await eve.sees("contact_fallback") is None
    assert not await letters_of(core, salon)


async def test_everybody_of_the_team_who_wants_to_hear_of_it_is_written_to(
    core: BookingCore, salon: DemoSalon
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    olive, boris, carla = [await operator_of(core, salon, Role.MEMBER) for _ in range(3)]
    async with core.sessions() as session, session.begin():
        for who, address in ((olive, ""), (boris, "boris@desk.example.com"), (carla, EMAIL)):
            wish = Presence(notification_email=address, notification_kinds=[PERSON_WANTED])
            await change_presence(session, salon.organization_id, who.id, wish)
    eve = Chatter(core, salon)
    for _ in range(2):
        await eve.says("a person please")
    recipients = sorted(letter.recipient for letter in await letters_of(core, salon))
    assert recipients == sorted([EMAIL, olive.email, "boris@desk.example.com"])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_was_not_understood_twice_has_asked_for_nobody_until_they_press(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve, says = Chatter(core, salon, locale=language), sentences_in(language)
    await eve.says("qwertz uiop")
    offered = await eve.says("asdf ghjk")
    assert offered.startswith(says.NOT_UNDERSTOOD)
    assert PHONE in offered
    assert EMAIL in offered
    assert (await eve.view()).conversation.status != "waiting"
    assert not await letters_of(core, salon)
    assert await eve.presses(says.ASK_FOR_A_PERSON) == says.HANDED_OVER
    assert len(await letters_of(core, salon)) == 1


async def test_the_business_gets_one_letter_for_a_conversation_and_it_says_who_asks(
    core: BookingCore, salon: DemoSalon
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve = Chatter(core, salon)
    await eve.says("haircut on tuesday at 11, I'm Eve Adams, eve@example.com, +49 170 1234567")
    await eve.says("a person please")
    await eve.says("I want to talk to a human, now")
    [letter] = await letters_of(core, salon)
    assert (letter.recipient, letter.kind) == (EMAIL, "person_wanted")
    assert eve.conversation is not None
    text = with_secrets(Settings(public_url="https://chat.example.com"))(letter)
    home = f"https://chat.example.com/console/{salon.organization_id}"
    assert f"{home}/conversations/{eve.conversation.id}\n" in text
    whole = f"{letter.subject} {letter.text} {text}"
    assert "    Eve Adams, eve@example.com, +49 170 1234567\n" in whole
    # It leads nobody in who has not signed in.
    assert "#continue=" not in whole
    ben = Chatter(core, salon)
    await ben.says("a person please")
    assert len(await letters_of(core, salon)) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_is_not_known_is_asked_for_a_contact_and_the_team_gets_it(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve, says = Chatter(core, salon, locale=language), sentences_in(language)
    await eve.says(ASKS[language])
    form = await eve.sees("form")
    assert form is not None
    assert form["title"] == says.CALL_BACK
    told = await eve.says("Eve Adams, eve@example.com")
    assert told == says.CALL_BACK_NOTED.format(name="Eve Adams", contact="eve@example.com")
    # Both are of the same moment of a clock that stands.
    first, second = sorted(await letters_of(core, salon), key=lambda one: "Adams" in one.text)
    assert "Adams" not in first.text
    assert "    Eve Adams, eve@example.com\n" in second.text
    assert CONVERSATION_MARK in second.text


async def test_the_form_does_as_well_and_is_told_once(core: BookingCore, salon: DemoSalon) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve = Chatter(core, salon)
    await eve.says("a person please")
    assert "Eve Adams" in await eve.fills_in(name="Eve Adams", email="", phone="+49 170 1234567")
    await eve.says("thanks")
    assert len(await letters_of(core, salon)) == 2


async def test_a_name_alone_is_asked_for_a_way(core: BookingCore, salon: DemoSalon) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve = Chatter(core, salon)
    await eve.says("a person please")
    assert "email address or phone number" in await eve.says("my name is Eve Adams")
    assert "passed it on" in await eve.says("eve@example.com")
    # Whoever goes on to book is not asked again.
    assert "Shall I book it?" in await eve.says("haircut on tuesday at 11")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_letter_is_in_the_language_of_the_business(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Organization).where(Organization.id == salon.organization_id).values(locale=language)
        )
    await Chatter(core, salon).says("a person please")
    [letter] = await letters_of(core, salon)
    assert letter.subject.startswith(PERSON_LETTERS[language][0].partition("{")[0])


async def test_a_model_is_told_that_nobody_joins(core: BookingCore, salon: DemoSalon) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    told: list[str] = []

    def listens(heard: ModelInput) -> Steps:
        told.append(heard.messages[-1].content)
        return [Say("Please call us.")]

    await Chatter(core, salon, ScriptedModel([Call("hand_over", {"reason": "x"})], listens)).says("a person")
    assert '"somebody_joins_this_chat":false' in told[0]
    assert PHONE in told[0]
