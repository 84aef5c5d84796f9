"""What letters to the team say of appointments in each language: facts stand in rows between these sentences."""

from msgspec import Struct

from agent.languages import language_of


class TeamWords(Struct, frozen=True):
    """``titles`` begin the subject, by what happened; ``by`` says who did it."""

    titles: dict[str, str]
    by: dict[str, str]
    customer: str
    message: str
    link: str
    why: str


TEAM_WORDS = {
    "en": TeamWords(
        titles={
            "booked": "New appointment",
            "requested": "New request",
            "moved": "Moved",
            "cancelled": "Cancelled",
        },
        by={
            "customer": "The customer did this.",
            "business": "Somebody of the business did this.",
            "program": "A connected program did this.",
        },
        customer="Customer",
        message="With these words:",
        link="Open it in the console:",
        why="You get this email because you asked for it in the console, where you can also turn it off.",
    ),
    "de": TeamWords(
        titles={
            "booked": "Neuer Termin",
            "requested": "Neue Anfrage",
            "moved": "Verschoben",
            "cancelled": "Abgesagt",
        },
        by={
            "customer": "Das kam von der Kundin oder dem Kunden.",
            "business": "Das kam aus dem Betrieb.",
            "program": "Das kam von einem verbundenen Programm.",
        },
        customer="Kundin oder Kunde",
        message="Mit diesen Worten:",
        link="In der Konsole öffnen:",
        why="Sie bekommen diese E-Mail, weil das in der Konsole so eingestellt ist; dort können Sie sie auch abbestellen.",
    ),
    "fr": TeamWords(
        titles={
            "booked": "Nouveau rendez-vous",
            "requested": "Nouvelle demande",
            "moved": "Déplacé",
            "cancelled": "Annulé",
        },
        by={
            "customer": "Cela vient du client.",
            "business": "Cela vient de l’entreprise.",
            "program": "Cela vient d’un programme connecté.",
        },
        customer="Client",
        message="Avec ces mots :",
        link="L’ouvrir dans la console :",
        why="Vous recevez cet e-mail parce que vous l’avez demandé dans la console, où vous pouvez aussi le désactiver.",
    ),
    "es": TeamWords(
        titles={
            "booked": "Nueva cita",
            "requested": "Nueva solicitud",
            "moved": "Cambiada",
            "cancelled": "Cancelada",
        },
        by={
            "customer": "Lo hizo el cliente.",
            "business": "Lo hizo alguien del negocio.",
            "program": "Lo hizo un programa conectado.",
        },
        customer="Cliente",
        message="Con estas palabras:",
        link="Abrirla en la consola:",
        why="Recibe este correo porque lo pidió en la consola, donde también puede dejar de recibirlo.",
    ),
    "it": TeamWords(
        titles={
            "booked": "Nuovo appuntamento",
            "requested": "Nuova richiesta",
            "moved": "Spostato",
            "cancelled": "Annullato",
        },
        by={
            "customer": "È stato il cliente.",
            "business": "È stato qualcuno dell’attività.",
            "program": "È stato un programma collegato.",
        },
        customer="Cliente",
        message="Con queste parole:",
        link="Aprirlo nella console:",
        why="Riceve questa e-mail perché l’ha chiesta nella console, dove può anche disattivarla.",
    ),
    "he": TeamWords(
        titles={"booked": "תור חדש", "requested": "בקשה חדשה", "moved": "הוזז", "cancelled": "בוטל"},
        by={
            "customer": "הלקוח עשה זאת.",
            "business": "מישהו מהעסק עשה זאת.",
            "program": "תוכנה מחוברת עשתה זאת.",
        },
        customer="לקוח",
        message="במילים האלה:",
        link="לפתיחה בלוח הבקרה:",
        why="האימייל הזה נשלח כי ביקשת אותו בלוח הבקרה, ושם אפשר גם להפסיק אותו.",
    ),
    "ar": TeamWords(
        titles={
            "booked": "موعد جديد",
            "requested": "طلب جديد",
            "moved": "تغيّر الموعد",
            "cancelled": "أُلغي الموعد",
        },
        by={
            "customer": "قام العميل بذلك.",
            "business": "قام أحد العاملين بذلك.",
            "program": "قام برنامج متصل بذلك.",
        },
        customer="العميل",
        message="بهذه الكلمات:",
        link="فتحه في لوحة التحكم:",
        why="تصلكم رسالة البريد الإلكتروني هذه لأنكم طلبتموها في لوحة التحكم، ويمكنكم إيقافها هناك.",
    ),
}


def team_words(locale: str) -> TeamWords:
    return TEAM_WORDS[language_of(locale)]
