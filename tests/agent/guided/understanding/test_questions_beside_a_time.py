"""A question beside a wish for a time: it is answered first, and the time is read whole and kept."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import rows
from tests.cast import at

PARKING, CARD = "two parking spaces", "pay by card"
# The 45 minutes and the price of a haircut, however a language writes them.
HAIRCUT = "45"
MESSAGES = [
    ("en", "Haircut on Wednesday at quarter past three, what does it cost?", (15, 15), HAIRCUT),
    ("en", "could I get a haircut wednesday 4.30pm - how long does it take?", (16, 30), HAIRCUT),
    ("en", "Do you take cards, and can I have a haircut on Wednesday at half past ten?", (10, 30), CARD),
    ("de", "Haarschnitt am 25. November um viertel nach drei, wie lange dauert das?", (15, 15), HAIRCUT),
    (
        "de",
        "Haarschnitt am Mittwoch um halb vier bitte, und kann man bei euch parken?",
        (15, 30),
        PARKING,
    ),
    ("fr", "coupe de cheveux mercredi à seize heures et demie, quel est le prix ?", (16, 30), HAIRCUT),
    (
        "fr",
        "mercredi à dix heures et quart coupe de cheveux, ça dure combien ?",
        (10, 15),
        HAIRCUT,
    ),
    ("fr", "coupe de cheveux mercredi à 16h15, et le stationnement ?", (16, 15), PARKING),
    ("es", "un corte de pelo el miércoles a las cuatro y cuarto, ¿qué precio tiene?", (16, 15), HAIRCUT),
    ("es", "corte de pelo el miércoles a las diez y media y ¿cuánto dura?", (10, 30), HAIRCUT),
    ("es", "corte de pelo miércoles a las cinco y media, ¿y se puede pagar con tarjeta?", (17, 30), CARD),
    ("it", "taglio di capelli mercoledì alle dieci e un quarto, quanto dura?", (10, 15), HAIRCUT),
    ("it", "un taglio di capelli mercoledì alle quattro e mezza, e c'è un parcheggio?", (16, 30), PARKING),
    ("he", "תספורת ביום רביעי בעשר וחצי, מה המחיר?", (10, 30), HAIRCUT),
    ("he", "תספורת ביום רביעי בארבע ורבע, ויש חניה?", (16, 15), PARKING),
    ("ar", "قص شعر يوم الأربعاء الساعة العاشرة والربع، كم السعر؟", (10, 15), HAIRCUT),
    ("ar", "قص شعر يوم الأربعاء الساعة الرابعة والنصف، وهل يوجد موقف؟", (16, 30), PARKING),
]


@pytest.mark.parametrize(("locale", "message", "time", "answer"), MESSAGES)
async def test_both_are_answered_from_the_first_message_to_the_summary(
    core: BookingCore, salon: DemoSalon, locale: str, message: str, time: tuple[int, int], answer: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    told = await eve.says(message)
    question, _, wish = told.partition("\n\n")
    assert answer in question
    assert "Haircut" in wish
    state = (await eve.view()).state
    assert state.held_offer is not None
    assert state.held_offer.start == at(2, *time)
    await eve.says("Ada Lee, ada@example.com")
    assert next(iter((await rows(eve)).values())) == "Haircut"
    summary = (await eve.view()).state.summary
    assert summary is not None
    assert (summary.deed, summary.hold_id) == ("book", state.hold_id)


@pytest.mark.parametrize(
    ("locale", "service", "message", "yes"),
    [
        ("it", "taglio di capelli", "giovedì alle dieci e mezza, quanto si paga?", "sì, va bene"),
        ("es", "corte de pelo", "el jueves a las diez y media, ¿cuánto vale?", "sí, perfecto"),
        ("fr", "coupe de cheveux", "jeudi à dix heures et demie, ça coûte combien ?", "oui, parfait"),
        ("he", "תספורת", "ביום חמישי בעשר וחצי, כמה זה עולה?", "כן, מתאים"),
    ],
)
async def test_a_yes_is_to_the_whole_time(
    core: BookingCore, salon: DemoSalon, locale: str, service: str, message: str, yes: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says(service)
    await eve.says(message)
    await eve.says(yes)
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(3, 10, 30)


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("en", "haircut wednesday at quarter past ten how long is that"),
        ("de", "Haarschnitt Mittwoch Viertel nach zehn was kostet der"),
        ("fr", "coupe de cheveux mercredi à dix heures et quart combien ça coûte ?"),
        ("es", "corte de pelo el miércoles a las diez y cuarto cuánto dura"),
        ("it", "taglio di capelli mercoledì alle dieci e un quarto quanto viene?"),
        ("he", "תספורת ביום רביעי בעשר ורבע כמה זמן זה"),
        ("ar", "قص شعر يوم الأربعاء الساعة العاشرة والربع كم السعر"),
    ],
)
async def test_a_question_needs_no_pause_before_it(
    core: BookingCore, salon: DemoSalon, locale: str, message: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    question, _, _ = (await eve.says(message)).partition("\n\n")
    assert HAIRCUT in question
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(2, 10, 15)


async def test_a_question_for_the_price_of_a_time_wishes_nothing(eve: Chatter) -> None:
    assert "€45.00" in await eve.says("what's the Saturday price of a haircut?")
    assert not (await eve.view()).state.listed


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("en", "does a tram come at 9, and can I pay by card?"),
        ("de", "kommt um 9 eine Bahn, und kann ich mit Karte zahlen?"),
        ("fr", "y a-t-il un tram à 9h, et le parking ?"),
        ("es", "¿pasa un tranvía a las 9, y hay aparcamiento?"),
        ("it", "passa un tram alle 9, e c'è un parcheggio?"),
        ("he", "עובר אוטובוס ב-9, ויש חניה?"),
        ("ar", "هل يمر باص الساعة 9، وهل يوجد موقف؟"),
    ],
)
async def test_two_questions_move_no_time_that_is_kept(
    core: BookingCore, salon: DemoSalon, locale: str, question: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says("a haircut with Dana on tuesday at 3 pm")
    await eve.says(question)
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.start == at(1, 15)


async def test_the_question_is_about_the_service_that_is_wanted(eve: Chatter) -> None:
    told = await eve.says("beard trim on wednesday at 3pm, how much?")
    assert "Beard trim costs" in told
    assert "Haircut" not in told


async def test_a_length_said_afterwards_keeps_the_day(eve: Chatter, salon: DemoSalon) -> None:
    await eve.says("massage on december 3rd around 2pm, what's the price?")
    await eve.says("90 minutes then")
    draft = (await eve.view()).state.draft
    assert (draft.service_id, draft.length_min) == (salon.services["Massage"], 90)
    assert [str(days.first) for days in draft.when.dates] == ["2026-12-03"]
