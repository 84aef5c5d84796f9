"""Words of the letter to the business about a calendar elsewhere that cannot be read any more."""

from msgspec import Struct

from agent.languages import language_of


class CalendarWords(Struct, frozen=True):
    """``said`` has the whole of the letter but its greeting; the link stands below it."""

    hello: str
    subject: str
    said: str


WORDS = {
    "en": CalendarWords(
        "Hello,",
        "The calendar of {who} cannot be read",
        "the calendar of {who} at {host} could not be read since {since}. It blocks nothing now: {who} may be "
        "booked at times that are busy there. Why, what was not written there, and another try:",
    ),
    "de": CalendarWords(
        "Guten Tag,",
        "Der Kalender von {who} lässt sich nicht lesen",
        "der Kalender von {who} bei {host} lässt sich seit {since} nicht lesen. Er blockiert jetzt nichts: {who} "
        "kann zu Zeiten gebucht werden, die dort belegt sind. Warum, was dort fehlt, und ein neuer Versuch:",
    ),
    "fr": CalendarWords(
        "Bonjour,",
        "L’agenda de {who} ne peut pas être lu",
        "l’agenda de {who} chez {host} ne peut pas être lu depuis {since}. Il ne bloque plus rien : {who} peut être "
        "réservé à des heures qui y sont occupées. Pourquoi, ce qui y manque, et un nouvel essai :",
    ),
    "es": CalendarWords(
        "Hola:",
        "No se puede leer el calendario de {who}",
        "el calendario de {who} en {host} no se puede leer desde {since}. Ahora no bloquea nada: se puede reservar "
        "con {who} a horas ocupadas allí. Por qué, qué falta allí y un nuevo intento:",
    ),
    "it": CalendarWords(
        "Buongiorno,",
        "Il calendario di {who} non si può leggere",
        "il calendario di {who} presso {host} non si può leggere da {since}. Ora non blocca nulla: si può prenotare "
        "con {who} in orari lì occupati. Perché, che cosa lì manca e un nuovo tentativo:",
    ),
    "he": CalendarWords(
        "שלום,",
        "אי אפשר לקרוא את היומן של {who}",
        "אי אפשר לקרוא את היומן של {who} ב-{host} מאז {since}. הוא לא חוסם כרגע דבר: אפשר לקבוע ל{who} תורים בשעות "
        "שתפוסות שם. למה, מה חסר שם, וניסיון נוסף:",
    ),
    "ar": CalendarWords(
        "مرحبًا،",
        "تعذّرت قراءة تقويم {who}",
        "تعذّرت قراءة تقويم {who} لدى {host} منذ {since}. وهو لا يحجب شيئًا الآن: قد يُحجز لدى {who} في أوقات مشغولة "
        "هناك. السبب، وما لم يُكتب هناك، ومحاولة أخرى:",
    ),
}


def calendar_words(locale: str) -> CalendarWords:
    return WORDS[language_of(locale)]
