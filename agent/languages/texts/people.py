"""What is said of people who work here, or do not, in each language."""

from msgspec import Struct

from agent.languages import language_of


class AboutPeople(Struct, frozen=True):
    """``nobody`` has ``{name}`` and ``{names}``, ``nobody_else`` only ``{name}``; ``anyone`` is a button, ``meet`` has
    ``{name}`` and stands above somebody's card."""

    nobody: str
    nobody_else: str
    anyone: str
    meet: str


SAID = {
    "en": AboutPeople(
        nobody="Nobody called {name} works here. You can come to {names}. Who would you like?",
        nobody_else="Nobody called {name} works here.",
        anyone="Anyone",
        meet="This is {name}.",
    ),
    "de": AboutPeople(
        nobody="Bei uns arbeitet niemand namens {name}. Für Sie da sind: {names}. Zu wem möchten Sie?",
        nobody_else="Bei uns arbeitet niemand namens {name}.",
        anyone="Egal wer",
        meet="Das ist {name}.",
    ),
    "fr": AboutPeople(
        nobody="Personne du nom de {name} ne travaille ici. Vous pouvez venir chez : {names}. Avec qui souhaitez-vous ?",
        nobody_else="Personne du nom de {name} ne travaille ici.",
        anyone="Peu importe",
        meet="Voici {name}.",
    ),
    "es": AboutPeople(
        nobody="Aquí no trabaja nadie que se llame {name}. Puede venir con: {names}. ¿Con quién le gustaría?",
        nobody_else="Aquí no trabaja nadie que se llame {name}.",
        anyone="Cualquiera",
        meet="Le presento a {name}.",
    ),
    "it": AboutPeople(
        nobody="Qui non lavora nessuno che si chiami {name}. Può venire da: {names}. Con chi preferisce?",
        nobody_else="Qui non lavora nessuno che si chiami {name}.",
        anyone="Chiunque",
        meet="Le presento {name}.",
    ),
    "he": AboutPeople(
        nobody="אין כאן מי ששמו {name}. אפשר לקבוע אצל: {names}. אצל מי תרצו?",
        nobody_else="אין כאן מי ששמו {name}.",
        anyone="לא משנה מי",
        meet="נעים להכיר: {name}.",
    ),
    "ar": AboutPeople(
        nobody="لا يعمل هنا أحد باسم {name}. يمكنك الحجز عند: {names}. من تفضّل؟",
        nobody_else="لا يعمل هنا أحد باسم {name}.",
        anyone="أي شخص",
        meet="تعرّف على {name}.",
    ),
}


def about_people_in(locale: str) -> AboutPeople:
    return SAID[language_of(locale)]
