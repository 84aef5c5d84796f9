"""The first words of a conversation, in the languages of its interface. A business may greet in words of its own."""

from msgspec import Struct

from booking_core.organizations import Organization


class Welcome(Struct, frozen=True):
    """``starters`` are the buttons below the greeting."""

    greeting: str
    starters: tuple[str, ...]


# What the starters mean to whoever answers, in the order of every language's.
MEANINGS = ("Book an appointment", "Opening hours", "Prices")
WELCOMES = {
    "en": Welcome("Hi! I can book an appointment for you. What would you like?", MEANINGS),
    "de": Welcome(
        "Hallo! Ich kann einen Termin für Sie buchen. Was darf es sein?",
        ("Termin buchen", "Öffnungszeiten", "Preise"),
    ),
    "fr": Welcome(
        "Bonjour ! Je peux prendre rendez-vous pour vous. Que souhaitez-vous ?",
        ("Prendre rendez-vous", "Horaires d’ouverture", "Tarifs"),
    ),
    "es": Welcome(
        "¡Hola! Puedo reservarle una cita. ¿Qué desea?", ("Reservar una cita", "Horario", "Precios")
    ),
    "it": Welcome(
        "Buongiorno! Posso prenotare un appuntamento per lei. Che cosa desidera?",
        ("Prenotare un appuntamento", "Orari di apertura", "Prezzi"),
    ),
    "he": Welcome(
        "שלום! אפשר לקבוע כאן תור. במה אפשר לעזור?",
        ("קביעת תור", "שעות פתיחה", "מחירים"),
    ),
    "ar": Welcome(
        "مرحبًا! يمكنني أن أحجز لك موعدًا. ماذا تود؟",
        ("حجز موعد", "ساعات العمل", "الأسعار"),
    ),
}


def welcome_of(organization: Organization, locale: str) -> Welcome:
    """``locale`` is a language tag; who speaks another language is greeted in English."""
    welcome = WELCOMES.get(locale[:2].lower(), WELCOMES["en"])
    own = organization.chat.get("greeting")
    return Welcome(str(own), welcome.starters) if own else welcome
