"""What is said of people who work here, or do not, in each language."""

from msgspec import Struct

from agent.languages import language_of


class AboutPeople(Struct, frozen=True):
    """``nobody`` has ``{name}`` and ``{names}``, ``nobody_else`` only ``{name}``; ``anyone`` is a button."""

    nobody: str
    nobody_else: str
    anyone: str


SAID = {
    "en": AboutPeople(
        nobody="Nobody called {name} works here. You can come to {names}. Who would you like?",
        nobody_else="Nobody called {name} works here.",
        anyone="Anyone",
    ),
    "de": AboutPeople(
        nobody="Bei uns arbeitet niemand namens {name}. Für Sie da sind: {names}. Zu wem möchten Sie?",
        nobody_else="Bei uns arbeitet niemand namens {name}.",
        anyone="Egal wer",
    ),
    "fr": AboutPeople(
        nobody="Personne du nom de {name} ne travaille ici. Vous pouvez venir chez : {names}. Avec qui souhaitez-vous ?",
        nobody_else="Personne du nom de {name} ne travaille ici.",
        anyone="Peu importe",
    ),
    "es": AboutPeople(
        nobody="Aquí no trabaja nadie que se llame {name}. Puede venir con: {names}. ¿Con quién le gustaría?",
        nobody_else="Aquí no trabaja nadie que se llame {name}.",
        anyone="Cualquiera",
    ),
    "it": AboutPeople(
        nobody="Qui non lavora nessuno che si chiami {name}. Può venire da: {names}. Con chi preferisce?",
        nobody_else="Qui non lavora nessuno che si chiami {name}.",
        anyone="Chiunque",
    ),
    "he": AboutPeople(
        nobody="אין כאן מי ששמו {name}. אפשר לקבוע אצל: {names}. אצל מי תרצו?",
        nobody_else="אין כאן מי ששמו {name}.",
        anyone="לא משנה מי",
    ),
    "ar": AboutPeople(
        nobody="لا يعمل هنا أحد باسم {name}. يمكنك الحجز عند: {names}. من تفضّل؟",
        nobody_else="لا يعمل هنا أحد باسم {name}.",
        anyone="أي شخص",
    ),
}


def about_people_in(locale: str) -> AboutPeople:
    return SAID[language_of(locale)]
