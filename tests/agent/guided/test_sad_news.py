"""Whoever tells of a death gets a kind line and the way to move or cancel, and no price list."""

import pytest

from agent.distress.finding import find_distress
from agent.languages import LANGUAGES
from agent.languages.texts.condolence import condolence_in
from agent.mentions.sad_news import SadNews, sad_news_in, tells_of_a_death, without_news
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


HARDSHIPS = {
    "en": ("my wife is in intensive care", "I was made redundant on Monday", "we are getting divorced"),
    "de": ("mein Bruder liegt im Krankenhaus", "ich habe meinen Job verloren", "wir haben uns getrennt"),
    "fr": ("ma sœur est hospitalisée", "j'ai été licenciée", "je suis en plein divorce"),
    "es": ("mi padre tuvo un infarto", "me despidieron el lunes", "estamos en pleno divorcio"),
    "it": ("mio fratello è ricoverato", "mi hanno licenziato", "stiamo divorziando"),
    "he": ("אבא שלי מאושפז", "פיטרו אותי אתמול", "אני מתגרש"),
    "ar": ("والدي في المستشفى", "فقدت وظيفتي", "انفصلنا قبل أسبوع"),
}
COMING = {
    "en": "my grandpa is going to die, we are all with him",
    "de": "meine Tante wird bald sterben, wir sind bei ihr",
    "fr": "mon oncle va mourir, nous sommes avec lui",
    "es": "mi tía se va a morir pronto, estamos con ella",
    "it": "mio zio sta per morire, siamo con lui",
    "he": "דודה שלי עומדת למות, אנחנו איתה",
    "ar": "عمتي سوف تموت قريبا، نحن معها",
}
IN_GRIEF = {
    "en": "I can't go on like this, my sister died", "de": "ich kann nicht mehr, mein Kater ist gestorben",
    "fr": "je n'en peux plus, ma tante est morte", "es": "no puedo más, falleció mi tía",
    "it": "non ce la faccio più, è morta mia zia",
}  # fmt: skip
CANNOT_COME = {
    "en": "we buried grandpa, I can't come", "de": "Oma ist gestorben, ich kann nicht kommen",
    "fr": "mamie est décédée, je ne peux pas venir", "es": "murió mi tía, no puedo ir",
    "it": "è morto mio zio, non posso venire", "he": "דוד שלי נפטר, לא אוכל לבוא",
    "ar": "توفيت جدتي أمس، لن أستطيع الحضور",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hardship_is_told_from_a_death_and_from_nothing(language: str) -> None:
    assert [one for one in HARDSHIPS[language] if sad_news_in(one, language) is not SadNews.HARDSHIP] == []
    assert [one for one in NOBODY[language] if sad_news_in(one, language)] == []
    assert sad_news_in("is it far from the hospital?", language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_sent_to_a_crisis_line_for_a_death_in_the_family(language: str) -> None:
    told = [*DIED[language], COMING[language], CANNOT_COME[language], *HARDSHIPS[language]]
    told += [IN_GRIEF[language]] if language in IN_GRIEF else []
    assert [one for one in told if find_distress(one, language)] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my husband died and I want to die too", "en"),
        ("my mother is going to die and I want to kill myself", "en"),
        ("mein Sohn ist tot, ich will nicht mehr leben", "de"),
        ("ma femme est morte et je veux mourir", "fr"),
        ("he wants to die, what shall I do", "en"),
    ],
)
def test_who_speaks_of_dying_in_grief_is_heard(text: str, language: str) -> None:
    found = find_distress(text, language)
    assert found is not None
    assert found.kind.value == "crisis"


def test_the_day_of_a_death_is_no_day_that_is_wanted() -> None:
    assert without_news("my aunt died on friday, can I come on monday", "en").split() == [
        *[",", "can", "I", "come", "on", "monday"]
    ]
    assert without_news("a haircut on friday", "en") == "a haircut on friday"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_at_an_open_summary_nobody_is_asked_for_a_yes(core: BookingCore, language: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    says = condolence_in(language)
    before = await eve.records()
    told = await eve.says(CANNOT_COME[language])
    assert (told.startswith(says.kind), told.endswith(says.unbooked)) == (True, True)
    assert await eve.records() == before
    await eve.says("yes")
    assert await eve.records() == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_somebody_cancels_is_no_wish_to_keep(core: BookingCore, language: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "cancel", "guided")
    told = await eve.says(CANNOT_COME[language])
    summary = (await eve.view()).state.summary
    assert told.startswith(condolence_in(language).kind)
    assert summary is not None
    assert summary.deed == "cancel"
