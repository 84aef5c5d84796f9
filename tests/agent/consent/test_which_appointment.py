"""Which of several appointments is meant is decided by what the customer names, and asked about where that
leaves it open."""

import re
from collections.abc import Sequence

import pytest

from agent.conversation.conversation import Conversation
from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.cast import Visitor, at

HAIRCUT, SECOND, COLOUR = 0, 1, 2
PLANNED = [("Haircut", at(2, 10)), ("Haircut", at(3, 14)), ("Colour and cut", at(4, 10))]
LOCALES = {
    "en": "en-US",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "he": "he-IL",
    "ar": "ar",
}


@pytest.fixture
async def own(ada: Visitor) -> list[Appointment]:
    return [await ada.books(service, start) for service, start in PLANNED]


async def with_all(chatter: Chatter, own: Sequence[Appointment]) -> Chatter:
    """A customer whose conversation made all of them."""
    await chatter.says("👍")
    assert chatter.conversation is not None
    async with chatter.core.sessions() as session, session.begin():
        row = await session.get_one(Conversation, chatter.conversation.id)
        row.state = {**row.state, "appointments": [one.id for one in own]}
    return chatter


async def told(chatter: Chatter) -> str:
    """What the open summary says."""
    found = [block for block in await chatter.open_blocks() if block["type"] == "summary"]
    return found[-1]["fallback_text"] if found else ""


async def choices(chatter: Chatter) -> list[str]:
    found = [block for block in await chatter.open_blocks() if block["type"] == "quick_replies"]
    return [one["label"] for one in found[-1]["options"]] if found else []


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "cancel {code}", HAIRCUT),
        ("en", "cancel the appointment on 25 november", HAIRCUT),
        ("en", "please cancel my appointment on thursday", SECOND),
        ("en", "cancel the one at 2pm", SECOND),
        ("en", "cancel the colour and cut", COLOUR),
        ("en", "cancel the haircut on thursday 26 november", SECOND),
        ("de", "{code} bitte absagen", HAIRCUT),
        ("de", "den Termin am 25. November absagen", HAIRCUT),
        ("de", "bitte den Termin am Donnerstag stornieren", SECOND),
        ("fr", "annuler le rendez-vous du 25 novembre", HAIRCUT),
        ("es", "cancelar la cita del 25 de noviembre", HAIRCUT),
        ("it", "annullare l'appuntamento del 25 novembre", HAIRCUT),
        ("he", "לבטל את התור ב-25 בנובמבר", HAIRCUT),
        ("ar", "إلغاء الموعد يوم 25 نوفمبر", HAIRCUT),
    ],
)
async def test_the_one_that_is_named_is_cancelled(
    core: BookingCore, salon: DemoSalon, own: list[Appointment], language: str, text: str, meant: int
) -> None:
    eve = await with_all(Chatter(core, salon, locale=LOCALES[language]), own)
    await eve.says(text.format(code=own[HAIRCUT].code))
    assert own[meant].code in await told(eve)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "cancel my appointment", None),
        ("de", "ich möchte meinen Termin absagen", None),
        ("fr", "je veux annuler mon rendez-vous", None),
        ("es", "quiero cancelar mi cita", None),
        ("it", "vorrei annullare il mio appuntamento", None),
        ("he", "אני רוצה לבטל את התור", None),
        ("ar", "أريد إلغاء موعدي", None),
        ("en", "cancel both haircuts", [HAIRCUT, SECOND]),
        ("en", "cancel all my appointments", None),
        ("de", "ich möchte alle Termine absagen", None),
        ("en", "cancel the beard trim", None),
        ("en", "cancel the appointment on 30 november", None),
        ("de", "den Termin am 30. November absagen", None),
        ("en", "move my haircut to friday 27 november at 4pm", [HAIRCUT, SECOND]),
    ],
)
async def test_what_is_left_open_is_asked(
    core: BookingCore,
    salon: DemoSalon,
    own: list[Appointment],
    language: str,
    text: str,
    meant: list[int] | None,
) -> None:
    eve = await with_all(Chatter(core, salon, locale=LOCALES[language]), own)
    await eve.says(text)
    assert await told(eve) == ""
    codes = [re.split(r", ", label)[-1] for label in await choices(eve)]
    assert codes == [own[place].code for place in (meant or range(3))]
    await eve.says("yes")
    assert await told(eve) == ""


async def test_the_button_says_which(core: BookingCore, salon: DemoSalon, own: list[Appointment]) -> None:
    eve = await with_all(Chatter(core, salon), own)
    assert "Which" in await eve.says("cancel my appointment")
    await eve.presses(next(label for label in await choices(eve) if own[SECOND].code in label))
    assert own[SECOND].code in await told(eve)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "move my appointment on wednesday 25 november to thursday 3 december at 10"),
        ("en", "move {code} to thursday 3 december at 10"),
        ("de", "Termin vom 25. November auf den 3. Dezember um 10 Uhr verschieben"),
        ("en", "move the haircut on wednesday to thursday 3 december at 10"),
        ("de", "bitte {code} auf Donnerstag, 3. Dezember um 10 Uhr verschieben"),
    ],
)
async def test_the_first_day_of_a_move_names_it_and_the_second_is_the_wish(
    core: BookingCore, salon: DemoSalon, own: list[Appointment], language: str, text: str
) -> None:
    eve = await with_all(Chatter(core, salon, locale=LOCALES[language]), own)
    await eve.says(text.format(code=own[HAIRCUT].code))
    summary = await told(eve)
    assert own[HAIRCUT].code in summary
    assert "25" in summary and re.search(r"\b3\b", summary)
    await eve.says("ja" if language == "de" else "yes")
    async with core.sessions() as session:
        moved = await session.get_one(Appointment, own[HAIRCUT].id)
    assert moved.starts_at == at(10, 10)


@pytest.mark.parametrize("refusal", ["no", "hmm no, leave it"])
async def test_a_refused_move_is_over(
    core: BookingCore, salon: DemoSalon, own: list[Appointment], refusal: str
) -> None:
    eve = await with_all(Chatter(core, salon), own)
    await eve.says(f"move {own[HAIRCUT].code} to thursday 3 december at 10")
    assert own[HAIRCUT].code in await told(eve)
    await eve.says(refusal)
    await eve.says("haircut on friday 4 december at 11")
    view = await eve.view()
    assert view is not None
    async with core.sessions() as session:
        row = await session.get_one(Conversation, eve.conversation.id if eve.conversation else "")
        assert row.state["moving"] is None


@pytest.mark.parametrize("wish", ["cancel {code}", "move {code} to thursday 3 december at 10"])
async def test_a_code_at_a_summary_takes_the_summary_back(
    core: BookingCore, salon: DemoSalon, own: list[Appointment], wish: str
) -> None:
    eve = Chatter(core, salon)
    await eve.says("haircut on friday 4 december at 11, I'm Eve Moss, eve@example.com")
    assert await told(eve)
    await eve.says(wish.format(code=own[HAIRCUT].code))
    assert await told(eve) == ""
    answer = await eve.says("yes")
    assert "booked" not in answer.casefold()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "not tuesday 1 december at 11"),
        ("de", "nicht Dienstag, 1. Dezember um 11"),
        ("en", "not the second one"),
    ],
)
async def test_a_denied_time_is_not_picked(
    core: BookingCore, salon: DemoSalon, language: str, text: str
) -> None:
    eve = Chatter(core, salon, locale=LOCALES[language])
    await eve.says(
        "haircut on tuesday 1 december" if language == "en" else "Haircut am Dienstag, 1. Dezember"
    )
    await eve.says(text)
    async with core.sessions() as session:
        row = await session.get_one(Conversation, eve.conversation.id if eve.conversation else "")
        assert row.state["hold_id"] is None


async def test_a_model_that_names_none_is_told_to_ask(
    core: BookingCore, salon: DemoSalon, own: list[Appointment]
) -> None:
    model = ScriptedModel([Say("Hello.")], [Call("propose_cancel")], [Say("Which one?")])
    eve = await with_all(Chatter(core, salon, model), own)
    await eve.says("cancel my appointment")
    assert await told(eve) == ""
    assert len(await choices(eve)) == 3
