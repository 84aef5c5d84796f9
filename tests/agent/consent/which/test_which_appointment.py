"""Which of several appointments is meant is decided by what the customer names, and asked about where that
leaves it open."""

import re

import pytest

from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.consent.which.bookings import COLOUR, HAIRCUT, LOCALES, SECOND, choices, read_told, with_all
from tests.agent.customers import Chatter


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
    assert own[meant].code in await read_told(eve)


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
    assert await read_told(eve) == ""
    codes = [re.split(r", ", label)[-1] for label in await choices(eve)]
    assert codes == [own[place].code for place in (meant or range(3))]
    await eve.says("yes")
    assert await read_told(eve) == ""


async def test_the_button_says_which(core: BookingCore, salon: DemoSalon, own: list[Appointment]) -> None:
    eve = await with_all(Chatter(core, salon), own)
    assert "Which" in await eve.says("cancel my appointment")
    await eve.presses(next(label for label in await choices(eve) if own[SECOND].code in label))
    assert own[SECOND].code in await read_told(eve)


async def test_a_model_that_names_none_is_told_to_ask(
    core: BookingCore, salon: DemoSalon, own: list[Appointment]
) -> None:
    model = ScriptedModel([Say("Hello.")], [Call("propose_cancel")], [Say("Which one?")])
    eve = await with_all(Chatter(core, salon, model), own)
    await eve.says("cancel my appointment")
    assert await read_told(eve) == ""
    assert len(await choices(eve)) == 3


@pytest.mark.parametrize(
    ("language", "asked", "answer", "meant"),
    [
        ("en", "cancel my appointment", "{code}", HAIRCUT),
        ("en", "cancel my appointment", "thursday's", SECOND),
        ("en", "cancel my appointment", "the colour", COLOUR),
        ("de", "ich möchte meinen Termin absagen", "den am Donnerstag", SECOND),
        ("fr", "je veux annuler mon rendez-vous", "celui de jeudi", SECOND),
        ("es", "quiero cancelar mi cita", "la del jueves", SECOND),
        ("it", "vorrei annullare il mio appuntamento", "quello di giovedì", SECOND),
        ("he", "אני רוצה לבטל את התור", "של יום חמישי", SECOND),
        ("ar", "أريد إلغاء موعدي", "يوم الخميس", SECOND),
    ],
)
async def test_which_one_is_meant_may_be_typed(
    core: BookingCore,
    salon: DemoSalon,
    own: list[Appointment],
    language: str,
    asked: str,
    answer: str,
    meant: int,
) -> None:
    eve = await with_all(Chatter(core, salon, locale=LOCALES[language]), own)
    await eve.says(asked)
    await eve.says(answer.format(code=own[HAIRCUT].code))
    assert own[meant].code in await read_told(eve)
