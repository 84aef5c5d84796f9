"""A service that comes in several lengths: which one is asked with what each costs, and named wherever times
of it are told."""

import pytest
from sqlalchemy import update

from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from tests.agent.customers import Chatter
from tests.conftest import new_salon

LOCALES = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT"}
AT_ONE_TIME = {
    "en": "a massage on wednesday at 10",
    "de": "Massage am Mittwoch um 10 Uhr",
    "fr": "un massage mercredi à 10h",
    "es": "un masaje el miércoles a las 10",
    "it": "un massaggio mercoledì alle 10",
}
# Answers to the question, by the length they choose.
CHOSEN = [
    ("en", "90", 90),
    ("en", "the longer one please", 90),
    ("en", "the 98 euro one", 90),
    ("en", "60 minutes please", 60),
    ("de", "die kürzere", 60),
    ("de", "die für 98 €", 90),
    ("de", "lieber anderthalb Stunden", 90),
    ("fr", "la plus longue", 90),
    ("fr", "60 minutes", 60),
    ("es", "la más corta", 60),
    ("es", "hora y media", 90),
    ("it", "quella da 90", 90),
]


@pytest.mark.parametrize(("language", "answer", "minutes"), CHOSEN)
async def test_it_is_asked_before_a_time_is_kept(
    core: BookingCore, language: str, answer: str, minutes: int
) -> None:
    eve = Chatter(core, await new_salon(core), locale=LOCALES[language])
    asked = await eve.says(AT_ONE_TIME[language])
    assert all(told in asked for told in ("60", "70", "90", "98", "?"))
    assert [("70" in label, "98" in label) for label in await eve.labels()] == [(True, False), (False, True)]
    assert (await eve.view()).state.hold_id is None
    await eve.says(answer)
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.duration_min == minutes


async def test_it_is_not_asked_where_it_was_said(core: BookingCore) -> None:
    eve = Chatter(core, await new_salon(core))
    assert "90 minutes (€98.00)" in await eve.says("a 90 minute massage on wednesday at 10")
    assert (await eve.view()).state.hold_id is not None


async def test_times_of_the_usual_length_can_be_chosen_at_once(core: BookingCore) -> None:
    """Whoever taps has no question more; the other length is a button below the list."""
    eve = Chatter(core, await new_salon(core))
    await eve.says("what do you offer?")
    told = await eve.presses("Massage")
    assert "60 minutes (€70.00)" in told
    assert "90 minutes (€98.00)?" in told
    picker = await eve.sees("slot_picker")
    assert picker is not None
    assert picker["duration_min"] == 60
    assert "60 minutes (€70.00)" in await eve.presses(picker["days"][0]["times"][0]["start"])


async def test_a_length_said_afterwards_is_understood(core: BookingCore) -> None:
    eve = Chatter(core, await new_salon(core), locale="de-DE")
    await eve.says("Massage am Mittwoch")
    assert "Massage, 90 Minuten" in await eve.says("geht das länger?")
    # What is shown already is no riddle.
    assert "Massage, 90 Minuten" in await eve.says("90 Minuten bitte")
    assert "90 Minuten" in await eve.says("um 10")
    assert "60 Minuten" in await eve.says("ne doch nur 60")
    await eve.says("Eva Braun, eva@example.com")
    await eve.says("mach 90 draus")
    assert "98" in str(await eve.sees("summary"))


@pytest.mark.parametrize("said", ["my hair is rather long", "long hair please", "the long hair one"])
async def test_what_a_length_is_called_is_told_and_understood(core: BookingCore, said: str) -> None:
    salon = await new_salon(core)
    async with core.sessions() as session, session.begin():
        mine = update(Service).where(Service.id == salon.services["Massage"])
        await session.execute(mine.values(duration_names={"60": "short hair", "90": "long hair"}))
    eve = Chatter(core, salon)
    asked = await eve.says("a massage on wednesday at 10")
    assert "60 minutes (short hair, €70.00) or 90 minutes (long hair, €98.00)?" in asked
    assert "90 minutes (long hair, €98.00)" in await eve.says(said)


async def test_a_booked_length_stays_and_that_is_said(core: BookingCore) -> None:
    """A move keeps the length: whoever wants another hears so, and nothing is changed."""
    eve = Chatter(core, await new_salon(core))
    await eve.says("a 60 minute massage on wednesday at 10, Eva May, eva@example.com")
    await eve.says("yes")
    assert "cannot be changed" in await eve.says("can you make it 90 minutes?")
    assert (await eve.view()).state.moving is None


async def test_the_list_of_services_has_every_length(core: BookingCore) -> None:
    eve = Chatter(core, await new_salon(core))
    await eve.says("what do you offer?")
    listed = await eve.sees("service_list")
    assert listed is not None
    lengths = {one["name"]: one["lengths"] for one in listed["services"]}
    assert [(one["duration_min"], one["price"]["amount"]) for one in lengths["Massage"]] == [
        (60, "70.00"),
        (90, "98.00"),
    ]
    assert lengths["Haircut"] == []


async def test_the_length_of_what_follows_a_cancellation_is_kept(core: BookingCore) -> None:
    eve = Chatter(core, await new_salon(core))
    await eve.says("haircut on wednesday at 10, Eva May, eva@example.com")
    await eve.says("yes")
    await eve.says("cancel mine and book me a 90 minute massage on friday at 3pm")
    await eve.says("yes")
    assert "98" in str(await eve.says("yes")) + str(await eve.sees("summary"))
