"""Whoever tells of a death gets a kind line and the way to move or cancel, and no price list."""

import pytest

from agent.languages import LANGUAGES
from agent.languages.texts.condolence import condolence_in
from agent.mentions.sad_news import tells_of_a_death
from booking_core.core import BookingCore
from tests.agent.customers import Chatter
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

DIED = {
    "en": ("my dog died", "my mother passed away last night", "I lost my dad yesterday",
        "there's been a death in the family", "I have to go to a funeral", "our cat had to be put down"),
    "de": ("mein Hund ist gestorben", "meine Mutter ist gestorben",
        "wir haben einen Todesfall in der Familie", "unser Opa ist tot"),
    "fr": ("mon chien est mort", "ma mère est décédée", "j'ai perdu mon père", "je dois aller aux obsèques"),
    "es": ("mi perro murió ayer", "mi madre ha muerto", "falleció mi abuela", "tengo un funeral"),
    "it": ("è morto il mio cane", "mia madre è morta", "ho un lutto in famiglia", "è mancato mio padre"),
    "he": ("הכלב שלי מת", "אמא שלי נפטרה", "סבתא שלי נפטרה", "יש לי הלוויה"),
    "ar": ("مات كلبي", "توفيت أمي", "والدي توفي", "عندي جنازة"),
}  # fmt: skip
NOBODY = {
    "en": ("my phone died", "I'm dying for a haircut", "my hair is dead", "a haircut for my mother"),
    "de": ("mein Akku ist tot", "mein Handy ist gestorben", "Haarschnitt für meine Mutter"),
    "fr": ("mon portable est mort", "une coupe pour ma mère", "je suis mort de fatigue"),
    "es": ("mi móvil ha muerto", "me muero de ganas", "corte para mi madre"),
    "it": ("il mio telefono è morto", "muoio dalla voglia"),
    "he": ("הטלפון שלי מת", "אני מת על התספורת", "תור לאמא שלי"),
    "ar": ("هاتفي مات", "موعد لأمي"),
}
CANCELS = {
    "en": "my mother died, I have to cancel", "de": "meine Mutter ist gestorben, ich muss absagen",
    "fr": "ma mère est décédée, je dois annuler", "es": "mi madre ha muerto, tengo que cancelar",
    "it": "mia madre è morta, devo disdire", "he": "אמא שלי נפטרה, צריך לבטל את התור",
    "ar": "توفيت أمي، أريد إلغاء الموعد",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_death_is_told_from_other_ends(language: str) -> None:
    assert [one for one in DIED[language] if not tells_of_a_death(one, language)] == []
    assert [one for one in NOBODY[language] if tells_of_a_death(one, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_kind_line_and_the_ways(core: BookingCore, language: str) -> None:
    eve, says = Chatter(core, await new_salon(core), locale=language), condolence_in(language)
    assert await eve.says(DIED[language][0]) == f"{says.kind} {says.ways}"
    assert {says.move, says.cancel} <= set(await eve.labels())
    assert await eve.sees("service_list") is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_to_cancel_is_asked_as_ever_behind_a_kind_line(
    core: BookingCore, language: str
) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    await eve.agrees()
    before = await eve.records()
    assert (await eve.says(CANCELS[language])).startswith(condolence_in(language).kind)
    assert await eve.records() == before
    summary = (await eve.view()).state.summary
    assert summary is not None
    assert summary.deed == "cancel"


async def test_a_stranger_is_asked_whose_booking_it_is_without_cheer(core: BookingCore) -> None:
    eve = Chatter(core, await new_salon(core), locale="de-DE")
    told = await eve.says(CANCELS["de"])
    assert told.startswith(condolence_in("de").kind)
    assert "Gern" not in told


async def test_a_time_that_is_kept_stays(core: BookingCore) -> None:
    eve = Chatter(core, await new_salon(core))
    await eve.says("a haircut with Dana on tuesday at 10")
    before = (await eve.view()).state.hold_id
    assert (await eve.says("my dog died")).startswith(condolence_in("en").kind)
    assert (await eve.view()).state.hold_id == before is not None
