"""Words of the letter to the business about a customer who will be late."""

from msgspec import Struct

from agent.languages import language_of


class LateWords(Struct, frozen=True):
    """``so_late`` where it was said how late; ``unknown`` where no appointment is known."""

    hello: str
    subject: str
    somebody: str
    late: str
    so_late: str
    unknown: str
    code: str
    read: str


WORDS = {
    "en": LateWords(
        "Hello,",
        "{who} will be late: {what}",
        "A customer",
        "{who} has written in the chat: they will be late. How late was not said.",
        "{who} has written in the chat: they will be about {length} late.",
        "Which appointment it is, is not known.",
        "Booking code",
        "You can read what was written here:",
    ),
    "de": LateWords(
        "Guten Tag,",
        "{who} kommt später: {what}",
        "Jemand",
        "{who} hat im Chat geschrieben, später zu kommen. Wie viel später, steht nicht da.",
        "{who} hat im Chat geschrieben, etwa {length} später zu kommen.",
        "Um welchen Termin es geht, ist nicht bekannt.",
        "Buchungscode",
        "Was geschrieben wurde, lesen Sie hier:",
    ),
    "fr": LateWords(
        "Bonjour,",
        "{who} aura du retard : {what}",
        "Quelqu’un",
        "{who} a écrit dans la conversation en ligne qu’il y aura du retard, sans dire combien.",
        "{who} a écrit dans la conversation en ligne qu’il y aura environ {length} de retard.",
        "On ne sait pas de quel rendez-vous il s’agit.",
        "Code de réservation",
        "Vous pouvez lire ce qui a été écrit ici :",
    ),
    "es": LateWords(
        "Hola:",
        "{who} llegará tarde: {what}",
        "Alguien",
        "{who} ha escrito en el chat que llegará tarde, sin decir cuánto.",
        "{who} ha escrito en el chat que llegará unos {length} tarde.",
        "No se sabe de qué cita se trata.",
        "Código de reserva",
        "Puede leer lo que se ha escrito aquí:",
    ),
    "it": LateWords(
        "Buongiorno,",
        "{who} arriverà in ritardo: {what}",
        "Qualcuno",
        "{who} ha scritto in chat che arriverà in ritardo, senza dire di quanto.",
        "{who} ha scritto in chat che arriverà con circa {length} di ritardo.",
        "Non si sa di quale appuntamento si tratti.",
        "Codice di prenotazione",
        "Può leggere che cosa è stato scritto qui:",
    ),
    "he": LateWords(
        "שלום,",
        "איחור – {who}: {what}",
        "לקוח",
        "הודעה בצ'אט מאת {who}: צפוי איחור. לא נאמר בכמה.",
        "הודעה בצ'אט מאת {who}: צפוי איחור של כ-{length}.",
        "לא ידוע באיזה תור מדובר.",
        "קוד ההזמנה",
        "אפשר לקרוא מה נכתב כאן:",
    ),
    "ar": LateWords(
        "مرحبًا،",
        "تأخّر – {who}: {what}",
        "عميل",
        "رسالة في المحادثة من {who}: سيكون هناك تأخير، ولم يُذكر مقداره.",
        "رسالة في المحادثة من {who}: سيكون هناك تأخير نحو {length}.",
        "لا يُعرف أي موعد هو المقصود.",
        "رمز الحجز",
        "يمكنكم قراءة ما كُتب هنا:",
    ),
}


def late_words(locale: str) -> LateWords:
    return WORDS[language_of(locale)]
