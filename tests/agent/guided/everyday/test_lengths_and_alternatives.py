"""Two wishes of which either would do, and lengths that are asked for."""

import pytest

from agent.mentions.hypotheticals import hypothetical_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter, buttons

TWO_LENGTHS = (
    ("en", "a massage with Jonas on Tuesday, 60 or 90 minutes", ["60 minutes", "90 minutes"]),
    (
        "en",
        "a massage with Jonas on Tuesday, an hour or maybe an hour and a half",
        ["60 minutes", "90 minutes"],
    ),
    ("de", "Massage am Dienstag, 60 oder 90 Minuten", ["60 Minuten", "90 Minuten"]),
    ("fr", "un massage mardi, une heure ou une heure et demie", ["60 minutes", "90 minutes"]),
    ("es", "un masaje el martes, de 60 o de 90", ["60 minutos", "90 minutos"]),
    ("it", "un massaggio martedì, 60 minuti oppure 90", ["60 minuti", "90 minuti"]),
    ("he", "עיסוי ביום שלישי, 60 או 90 דקות", ["60 דקות", "90 דקות"]),
    ("ar", "مساج يوم الثلاثاء، 60 أو 90 دقيقة", ["60 دقيقة", "90 دقيقة"]),
)


@pytest.mark.parametrize(("locale", "text", "offered"), TWO_LENGTHS)
async def test_of_two_lengths_it_is_asked_which(
    core: BookingCore, salon: DemoSalon, locale: str, text: str, offered: list[str]
) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says(text)
    asked = await eve.sees("quick_replies")
    assert asked is not None
    assert [button["label"] for button in buttons(asked)] == offered


async def test_a_kept_time_tells_its_length(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    assert "60 minutes" in await eve.says("a massage for an hour with Jonas on Thursday at 11")
    assert "90 minutes" in await eve.says("is 90 minutes also possible?")


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "is 90 minutes also possible?"), ("de", "gehen auch 90 Minuten?"), ("it", "e 90 minuti si può?")],
)
async def test_a_length_nobody_offers_is_answered(
    core: BookingCore, salon: DemoSalon, locale: str, text: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says("Haircut, Dana, 24.11.2026, 10:00")
    assert "45" in await eve.says(text)


async def test_an_hour_or_another_day_are_both_listed(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut with Dana on Wednesday")
    await eve.says("16:00 or Thursday morning")
    days = {f"{offer.start:%a}" for offer in (await eve.view()).state.offers.values()}
    assert {"Wed", "Thu"} <= days


HYPOTHETICALS = (
    ("en", "if I came on Friday at five, would there be a long queue?"),
    ("en", "would it be busier if I came on Saturday at ten?"),
    ("de", "wenn ich am Freitag um fünf käme, wäre da viel los?"),
    ("fr", "si je venais vendredi à 17h, est-ce qu'il y aurait du monde ?"),
    ("es", "si fuera el viernes a las cinco, ¿habría mucha gente?"),
    ("it", "se venissi venerdì alle cinque, ci sarebbe molta gente?"),
    ("he", "אם הייתי באה ביום שישי בעשר, היה עומס?"),
    ("ar", "لو جيت الجمعة الساعة خمسة، بيكون في زحمة؟"),
)


@pytest.mark.parametrize(("locale", "text"), HYPOTHETICALS)
async def test_what_would_be_if_is_answered_and_nothing_is_wanted(
    core: BookingCore, salon: DemoSalon, locale: str, text: str
) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says("a haircut with Dana on Tuesday at 10")
    await eve.says("Ada Byron, ada@example.com")
    before = (await eve.view()).state.summary
    assert "+49" in await eve.says(text)
    after = (await eve.view()).state.summary
    assert before is not None
    assert after is not None
    assert after.digest == before.digest


def test_whether_something_is_so_is_no_condition() -> None:
    assert hypothetical_in("fijate si sigo anotada para esta semana", "es") is None
    assert hypothetical_in("can you check if I was down for Friday?", "en") is None
    assert hypothetical_in("if I came at five, would that be possible?", "en") is None
