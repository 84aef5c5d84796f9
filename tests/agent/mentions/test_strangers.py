"""Somebody who does not work here is never exchanged for another in silence; a name in another script is
the same name."""

import pytest

from agent.languages import LANGUAGES
from agent.languages.texts.people import about_people_in
from agent.mentions.names.people import staff_in
from agent.mentions.names.transliteration import is_same_name
from agent.models.scripted import Call, Say, ScriptedModel
from agent.wishes.strangers import stranger_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

# A haircut on Tuesday at ten with Zelda, or somebody else who does not work in the salon.
ASKED = {
    "en": ("a haircut with Zelda on tuesday at 10", "Zelda"),
    "de": ("ein Haarschnitt bei Zelda am Dienstag um 10", "Zelda"),
    "fr": ("Haircut chez Zoé mardi à 10h", "Zoé"),
    "es": ("Haircut con Pilar el martes a las 10", "Pilar"),
    "it": ("Haircut con Chiara martedì alle 10", "Chiara"),
    "he": ("תספורת אצל שירה ביום שלישי ב-10", "שירה"),
    "ar": ("قص شعر عند ليلى يوم الثلاثاء الساعة 10", "ليلى"),
}
NOBODY = {
    "en": (
        "a haircut with Dana",
        "with pleasure",
        "a haircut with a wash",
        "with Friday in mind",
        "with WhatsApp",
        "by Easter",
        "with Balayage",
        "with Apple Pay",
    ),
    "de": (
        "Haarschnitt mit Waschen",
        "bei Regen",
        "mit Dana",
        "mit Karte",
        "zu Fuß",
        "zu Silvester",
        "mit Balayage",
    ),
    "fr": ("avec plaisir", "chez vous", "par carte", "avec Dana"),
    "es": ("con gusto", "con lavado", "con Bizum", "con Tarjeta", "con Dana"),
    "it": ("con piacere", "da Natale", "con Bancomat", "con Dana", "da voi"),
    "he": ("אצלכם", "עם שטיפה", "אצל דנה"),
    "ar": ("مع الشكر", "عندكم", "عند دانا"),
}
SAME = (
    ("dana", "דנה"), ("miriam", "מרים"), ("jonas", "יונס"), ("jonas", "ג'ונס"), ("levi", "לוי"),
    ("dana", "دانا"), ("dana", "دانة"), ("miriam", "مريم"), ("jonas", "جوناس"), ("noa", "נועה"),
)  # fmt: skip
OTHERS = (
    ("dana", "דניאל"), ("dana", "דין"), ("dana", "עדנה"), ("jonas", "יונתן"), ("dana", "dina"),
    ("dana", "دينا"), ("miriam", "مروان"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "word"), SAME)
def test_a_name_is_the_same_in_another_script(name: str, word: str) -> None:
    assert is_same_name(name, word)
    assert is_same_name(word, name)


@pytest.mark.parametrize(("name", "word"), OTHERS)
def test_another_name_is_not(name: str, word: str) -> None:
    assert not is_same_name(name, word)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_a_stranger(core: BookingCore, salon: DemoSalon, language: str) -> None:
    catalogue = await core.catalogue_of(salon.organization_id)
    text, name = ASKED[language]
    assert stranger_in(catalogue, text, language) == name
    assert [one for one in NOBODY[language] if stranger_in(catalogue, one, language)] == []


@pytest.mark.parametrize("text", ["תספורת אצל דנה", "قص شعر عند دانا"])
async def test_whoever_is_written_in_another_script_is_meant(
    core: BookingCore, salon: DemoSalon, text: str
) -> None:
    catalogue = await core.catalogue_of(salon.organization_id)
    assert [one.id for one in staff_in(catalogue, text)] == [salon.resources["Dana"]]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_is_kept_before_it_is_said_who_works_here(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve = Chatter(core, salon, locale=language)
    text, name = ASKED[language]
    told = await eve.says(text)
    assert told.startswith(about_people_in(language).nobody.partition("{name}")[0])
    assert name in told
    assert "Dana" in told
    assert (await eve.view()).state.hold_id is None
    await eve.presses("Dana")
    offer = (await eve.view()).state.held_offer
    assert offer is not None
    assert (offer.staff_id, offer.start.hour) == (salon.resources["Dana"], 9)


async def test_whoever_is_free_is_a_choice(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says(ASKED["en"][0])
    await eve.says("anyone is fine")
    assert (await eve.view()).state.hold_id is not None


async def test_a_summary_stays_as_it_is(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut with Dana on tuesday at 10")
    await eve.says("Ada Byron, ada@example.com")
    told = await eve.says("yes, but with Zelda")
    assert "Nobody called Zelda works here" in told
    view = await eve.view()
    assert view.state.summary is not None
    assert view.state.appointments == []


async def test_a_model_that_leaves_the_name_out_is_told(core: BookingCore, salon: DemoSalon) -> None:
    found = [Call("find_times", {"service": "Haircut", "when": "tuesday at 10"})]
    model = ScriptedModel(found, [Say("Zelda does not work here.")])
    eve = Chatter(core, salon, model)
    await eve.says(ASKED["en"][0])
    assert "unknown_staff" in str(model.heard[-1].messages[-1].content)
    assert (await eve.view()).state.offers == {}
